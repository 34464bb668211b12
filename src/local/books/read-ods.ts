/** Reads an OpenDocument sheet (.ods) into a book of values: what LibreOffice, WPS and Google save beside .xlsx. */
import { Refusal } from '../../core/base/refusal';
import { makeSheet, setCell, type Book, type BookCell, type BookSheet } from './book';
import { counted, readOdsCell, type OdsCell } from './ods-cells';
import { damagedText, openOds, readable } from './xlsx/xlsx-guard';
import { readOdsStyles, type OdsStyles } from './ods-styles';
import { skipElement } from './xlsx/xlsx-elements';
import { cellLimits, sheetLimits, tooLargeText, tooManyMergesText, type CellPlace } from './xlsx/xlsx-values';
import { xmlAttribute, nameCode, nextTag, scanXml, type XmlScan } from './xlsx/xlsx-xml';

const tags = {
  body: nameCode('spreadsheet'),
  table: nameCode('table'),
  source: nameCode('table-source'),
  shapes: nameCode('shapes'),
  column: nameCode('table-column'),
  group: nameCode('table-row-group'),
  row: nameCode('table-row'),
  cell: nameCode('table-cell'),
  covered: nameCode('covered-table-cell'),
};

/** What is known on the way through the tables. */
interface Walk {
  readonly workbook: string;
  readonly scan: XmlScan;
  readonly styles: OdsStyles;
  left: number;
}

/** The workbook; `name` is the file as people see it. Throws with a Chinese text. */
export function readOds(name: string, bytes: Uint8Array): Book {
  const { content, styles } = openOds(name, bytes);
  const sheets = readable(name, () => {
    const scan = scanXml(content);
    const known = readOdsStyles(styles === null ? [content] : [styles, content]);
    return readTables({ workbook: name, scan, styles: known, left: cellLimits.cells });
  });
  if (sheets.length === 0) throw new Refusal(damagedText(name));
  return { sheets, defaultFont: {} };
}

/** The sheets right within the body: what data other files lent, and what was changed and kept, has tables of its own. */
function readTables(walk: Walk): BookSheet[] {
  const { scan } = walk;
  const read: BookSheet[] = [];
  while (nextTag(scan) && scan.name !== tags.body);
  while (nextTag(scan) && scan.opens) {
    if (scan.name !== tags.table) skipElement(scan);
    else if (!scan.closes) {
      const sheet = readTable(walk, read.length);
      if (sheet !== null) read.push(sheet);
    }
  }
  return read;
}

/** The sheet up to its end; null for the copy of another file's sheet that only feeds formulas. */
function readTable(walk: Walk, index: number): BookSheet | null {
  const { scan, styles } = walk;
  const sheet = makeSheet(index, xmlAttribute(scan, 'table:name') ?? `Sheet${String(index + 1)}`);
  sheet.hidden = styles.hides(xmlAttribute(scan, 'table:style-name') ?? '');
  const columns: ColumnStyles = [];
  let isCopy = false;
  let row = 0;
  // Groups of rows lie within each other; in one that is folded all are hidden.
  const folded: boolean[] = [];
  while (nextTag(scan)) {
    const { name } = scan;
    if (name === tags.table && scan.closes) return isCopy ? null : sized(sheet);
    if (name === tags.group) fold(scan, folded);
    else if (scan.opens) {
      if (name === tags.row) row += readRow(walk, sheet, { row, isFolded: folded.includes(true), columns });
      else takePart(scan, columns);
      isCopy ||= name === tags.source;
    }
  }
  throw new Refusal(damagedText(walk.workbook));
}

/** What stands in a table beside its rows; drawings have texts of their own. */
function takePart(scan: XmlScan, columns: ColumnStyles): void {
  if (scan.name === tags.shapes) skipElement(scan);
  else if (scan.name === tags.column) addColumns(columns, scan);
}

function fold(scan: XmlScan, folded: boolean[]): void {
  if (!scan.opens) folded.pop();
  else if (!scan.closes) folded.push(xmlAttribute(scan, 'table:display') === 'false');
}

function sized(sheet: BookSheet): BookSheet {
  sheet.rowCount = Math.max(sheet.rowCount, sheet.cells.length);
  sheet.columnCount = sheet.cells.reduce((most, cells) => Math.max(most, cells.length), sheet.columnCount);
  return sheet;
}

/** The style of cells that name none, up to each column (not included). */
type ColumnStyles = { readonly end: number; readonly style: string }[];

function addColumns(columns: ColumnStyles, scan: XmlScan): void {
  const before = columns[columns.length - 1]?.end ?? 0;
  const style = xmlAttribute(scan, 'table:default-cell-style-name') ?? '';
  columns.push({ end: before + counted(xmlAttribute(scan, 'table:number-columns-repeated')), style });
}

/** Where a row stands, and the styles of its cells that name none. */
interface RowPlace {
  readonly row: number;
  readonly isFolded: boolean;
  readonly columns: ColumnStyles;
}

/** Reads one row and its repetitions; gives how many rows there are. */
function readRow(walk: Walk, sheet: BookSheet, { row, isFolded, columns }: RowPlace): number {
  const { scan } = walk;
  const times = counted(xmlAttribute(scan, 'table:number-rows-repeated'));
  const isHidden = isFolded || /^(?:collapse|filter)$/u.test(xmlAttribute(scan, 'table:visibility') ?? '');
  const ownStyle = xmlAttribute(scan, 'table:default-cell-style-name');
  const styleOf = (column: number): string => ownStyle ?? columns.find(({ end }) => column < end)?.style ?? '';
  const cells = scan.closes ? [] : readCells(walk, sheet, row, styleOf);
  if (cells.length === 0) return times;
  for (let copy = row; copy < row + times; copy += 1) {
    for (const [column, cell] of cells) put(walk, sheet, { row: copy, column }, cell);
    if (isHidden) sheet.rows.set(copy, { hidden: true });
  }
  return times;
}

/** The cells of a row that hold something, each with its column; what lies under a merged cell too. */
function readCells(
  walk: Walk,
  sheet: BookSheet,
  row: number,
  styleOf: (column: number) => string,
): (readonly [column: number, cell: BookCell])[] {
  const { scan, styles } = walk;
  const cells: (readonly [number, BookCell])[] = [];
  let column = 0;
  while (nextTag(scan) && !(scan.name === tags.row && scan.closes)) {
    if (!scan.opens || (scan.name !== tags.cell && scan.name !== tags.covered)) continue;
    const { cell, span, times } = readOdsCell(scan, styles, styleOf(column));
    if (cell !== null) {
      if (times > sheetLimits.columns) throw tooLarge(walk, sheet, { row, column: column + times - 1 });
      for (let copy = column; copy < column + times; copy += 1) cells.push([copy, cell]);
    }
    addMerge({ workbook: walk.workbook, sheet }, { row, column }, span);
    column += times;
  }
  return cells;
}

function addMerge(
  { workbook, sheet }: Pick<Walk, 'workbook'> & { readonly sheet: BookSheet },
  { row, column }: CellPlace,
  { rows, columns }: OdsCell['span'],
): void {
  if (rows * columns <= 1) return;
  if (sheet.merges.length >= sheetLimits.merges) throw new Refusal(tooManyMergesText(workbook, sheet));
  sheet.merges.push({ startRow: row, endRow: row + rows, startColumn: column, endColumn: column + columns });
}

/** Counts the cell among those a workbook may hold. */
function put(walk: Walk, sheet: BookSheet, place: CellPlace, cell: BookCell): void {
  walk.left -= Math.max(1, place.column + 1 - (sheet.cells[place.row]?.length ?? 0));
  const isOutside = place.row >= sheetLimits.rows || place.column >= sheetLimits.columns;
  if (isOutside || walk.left < 0) throw tooLarge(walk, sheet, place);
  setCell(sheet, place.row, place.column, cell);
}

function tooLarge({ workbook }: Walk, sheet: BookSheet, place: CellPlace): Refusal {
  return new Refusal(tooLargeText(sheet, place, { workbook }));
}
