/** Reads the XML of one sheet into a book's sheet: its cells, and what lies before and behind them. */
import { Refusal } from '../../../core/base/refusal';
import { parseBoxes } from '../a1';
import { makeSheet, type BookColumn, type BookSheet } from '../book';
import { isXmlTrue, readCells } from './xlsx-cells';
import { sheetLimits, tooManyMergesText, type CellSources } from './xlsx-values';
import { eachChild, enterRoot, type Own } from './xlsx-elements';
import { findAttributes, xmlAttribute, nameCode, scanXml, type XmlScan } from './xlsx-xml';

/** A sheet, and the bytes between which its cells stood. */
export interface LocatedSheet {
  readonly sheet: BookSheet;
  readonly cellsFrom: number;
  readonly cellsTo: number;
}

const tags = {
  cells: nameCode('sheetData'),
  views: nameCode('sheetViews'),
  view: nameCode('sheetView'),
  pane: nameCode('pane'),
  columns: nameCode('cols'),
  column: nameCode('col'),
  merges: nameCode('mergeCells'),
  merge: nameCode('mergeCell'),
  filter: nameCode('autoFilter'),
  filterColumn: nameCode('filterColumn'),
};

/** Columns of a sheet in the format. */
const allColumns = 16_384;

/** What one reading of a sheet has at hand. */
interface Walk {
  readonly scan: XmlScan;
  readonly own: Own;
  readonly sheet: BookSheet;
  readonly sources: CellSources;
}

/** Readers of the root's children, each called at the child's start tag. */
const readers: ReadonlyMap<number, (walk: Walk) => void> = new Map([
  [tags.views, readViews],
  [
    tags.columns,
    (walk: Walk) => {
      eachNamed(walk, tags.column, columnsReader());
    },
  ],
  [
    tags.merges,
    (walk: Walk) => {
      eachNamed(walk, tags.merge, readMerge);
    },
  ],
  [tags.filter, readFilter],
]);

/** What is known of a sheet before it is read; without `hasCells` those it has are passed over. */
interface ListedSheet {
  readonly index: number;
  readonly title: string;
  readonly hasCells: boolean;
}

/** The sheet in `xml`. Throws with a Chinese text, or XmlError. */
export function readSheet(xml: Buffer, { index, title, hasCells }: ListedSheet, sources: CellSources): LocatedSheet {
  const sheet = makeSheet(index, title);
  const scan = scanXml(xml);
  const own = enterRoot(scan);
  const walk: Walk = { scan, own, sheet, sources };
  let [cellsFrom, cellsTo] = [0, 0];
  eachChild(scan, own, (name) => {
    if (name !== tags.cells) {
      readers.get(name)?.(walk);
      return;
    }
    cellsFrom = xml.lastIndexOf('<', scan.attributesFrom);
    if (hasCells && !scan.closes) readCells(scan, own, sheet, sources);
    cellsTo = scan.at;
  });
  sheet.rowCount = Math.max(sheet.rowCount, sheet.cells.length);
  sheet.columnCount = sheet.cells.reduce((most, row) => Math.max(most, row.length), sheet.columnCount);
  return { sheet, cellsFrom, cellsTo };
}

/** Calls `read` at each child of that name. */
function eachNamed(walk: Walk, name: number, read: (walk: Walk) => void): void {
  eachChild(walk.scan, walk.own, (child) => {
    if (child === name) read(walk);
  });
}

function readViews(walk: Walk): void {
  eachNamed(walk, tags.view, () => {
    eachNamed(walk, tags.pane, readPane);
  });
}

function readPane({ scan, sheet }: Walk): void {
  if (xmlAttribute(scan, 'state')?.startsWith('frozen') !== true) return;
  sheet.frozenRows = Number(xmlAttribute(scan, 'ySplit') ?? 0);
  sheet.frozenColumns = Number(xmlAttribute(scan, 'xSplit') ?? 0);
}

/** A tag that begins with its columns, and what it says of them. */
const plainColumns = /^\s+min="(\d+)"\s+max="(\d+)"([^]*)$/u;

/**
 * Nobody sets up more columns one by one than the format has: the last of them stand for all that are left. Some programs write a tag for
 * each of all columns, and what one says that says the same as the one before is known.
 */
function columnsReader(): (walk: Walk) => void {
  let before: { readonly said: string; readonly column: BookColumn } | null = null;
  return ({ scan, sheet, sources }) => {
    const text = scan.bytes.toString('latin1', scan.attributesFrom, scan.attributesTo);
    const [, from, most, said] = plainColumns.exec(text) ?? [];
    if (said !== undefined && said === before?.said) {
      setColumns(sheet, { from: Number(from), most: Number(most) }, before.column);
      return;
    }
    const told = new Map(findAttributes(scan));
    const column = columnOf(told, sources);
    setColumns(sheet, { from: Number(told.get('min')), most: Number(told.get('max')) }, column);
    before = said === undefined ? null : { said, column };
  };
}

function columnOf(told: ReadonlyMap<string, string>, { styles }: CellSources): BookColumn {
  const width = Number(told.get('width'));
  const style = styles[Number(told.get('style') ?? -1)]?.style;
  return {
    ...(width >= 0 && { width }),
    ...(isXmlTrue(told.get('hidden')) && { hidden: true }),
    ...(style && { style }),
  };
}

function setColumns(
  sheet: BookSheet,
  { from, most }: { readonly from: number; readonly most: number },
  column: BookColumn,
): void {
  const last = Math.min(most, sheetLimits.columns);
  for (let number = Math.max(1, from); number <= last; number += 1) sheet.columns[number - 1] = column;
  if (most >= allColumns) sheet.beyond = column;
}

/** Merges stay ranges; what lies outside of all cells says nothing. */
function readMerge({ scan, sheet, sources: { workbook } }: Walk): void {
  const [box] = parseBoxes(xmlAttribute(scan, 'ref') ?? '');
  if (!box || box.startRow >= sheetLimits.rows || box.startColumn >= sheetLimits.columns) return;
  if (sheet.merges.length >= sheetLimits.merges) throw new Refusal(tooManyMergesText(workbook, sheet));
  sheet.merges.push({
    ...box,
    endRow: Math.min(box.endRow, sheetLimits.rows),
    endColumn: Math.min(box.endColumn, sheetLimits.columns),
  });
}

/** A filter that names a column hides rows by it. */
function readFilter(walk: Walk): void {
  const { scan, sheet } = walk;
  const range = xmlAttribute(scan, 'ref');
  if (range === undefined) return;
  let isActive = false;
  eachNamed(walk, tags.filterColumn, () => {
    isActive = true;
  });
  sheet.filter = { range, isActive };
}
