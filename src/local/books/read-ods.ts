/** Reads an OpenDocument sheet (.ods) into a book of values: what LibreOffice, WPS and Google save beside .xlsx. */
import { makeSheet, setCell, type Book, type BookCell, type BookSheet } from './book';
import { counted, readOdsCell, type OdsCell } from './ods-cells';
import { damagedText, openOds, readable } from './xlsx/xlsx-guard';
import { cellLimits, sheetLimits, tooLargeText, type CellPlace } from './xlsx/xlsx-values';
import { attribute, nameCode, nextTag, scanXml, type XmlScan } from './xlsx/xlsx-xml';

const tags = {
  style: nameCode('style'),
  tableProperties: nameCode('table-properties'),
  body: nameCode('spreadsheet'),
  table: nameCode('table'),
  source: nameCode('table-source'),
  group: nameCode('table-row-group'),
  row: nameCode('table-row'),
  cell: nameCode('table-cell'),
  covered: nameCode('covered-table-cell'),
};

/** What is known on the way through the tables. */
interface Walk {
  readonly workbook: string;
  readonly scan: XmlScan;
  /** Names of table styles that hide. */
  readonly hiding: ReadonlySet<string>;
  left: number;
}

/** The workbook; `name` is the file as people see it. Throws with a Chinese text. */
export function readOds(name: string, bytes: Uint8Array): Book {
  const xml = openOds(name, bytes);
  const sheets = readable(name, () => {
    const scan = scanXml(xml);
    const walk: Walk = { workbook: name, scan, hiding: hidingStyles(scan), left: cellLimits.cells };
    const read: BookSheet[] = [];
    while (nextTag(scan)) {
      if (scan.name !== tags.table || !scan.opens || scan.closes) continue;
      const sheet = readTable(walk, read.length);
      if (sheet !== null) read.push(sheet);
    }
    return read;
  });
  if (sheets.length === 0) throw new Error(damagedText(name));
  return { sheets, defaultFont: {} };
}

/** Moves to the tables; names the styles on the way by which a sheet is hidden. */
function hidingStyles(scan: XmlScan): ReadonlySet<string> {
  const hiding = new Set<string>();
  let style = '';
  while (nextTag(scan)) {
    if (scan.name === tags.body) return hiding;
    if (scan.name === tags.style && scan.opens) style = attribute(scan, 'style:name') ?? '';
    if (scan.name === tags.tableProperties && attribute(scan, 'table:display') === 'false') hiding.add(style);
  }
  return hiding;
}

/** The sheet up to its end; null for the copy of another file's sheet that only feeds formulas. */
function readTable(walk: Walk, index: number): BookSheet | null {
  const { scan, hiding } = walk;
  const sheet = makeSheet(index, attribute(scan, 'table:name') ?? `Sheet${String(index + 1)}`);
  sheet.hidden = hiding.has(attribute(scan, 'table:style-name') ?? '');
  let isCopy = false;
  let row = 0;
  // Groups of rows lie within each other; in one that is folded all are hidden.
  const folded: boolean[] = [];
  while (nextTag(scan)) {
    const { name } = scan;
    if (name === tags.table && scan.closes) return isCopy ? null : sized(sheet);
    if (name === tags.source) isCopy = true;
    else if (name === tags.group) fold(scan, folded);
    else if (name === tags.row && scan.opens) row += readRow(walk, sheet, { row, isFolded: folded.includes(true) });
  }
  throw new Error(damagedText(walk.workbook));
}

function fold(scan: XmlScan, folded: boolean[]): void {
  if (!scan.opens) folded.pop();
  else if (!scan.closes) folded.push(attribute(scan, 'table:display') === 'false');
}

function sized(sheet: BookSheet): BookSheet {
  sheet.rowCount = Math.max(sheet.rowCount, sheet.cells.length);
  sheet.columnCount = sheet.cells.reduce((most, cells) => Math.max(most, cells.length), sheet.columnCount);
  return sheet;
}

/** Reads one row and its repetitions; gives how many rows there are. */
function readRow(walk: Walk, sheet: BookSheet, { row, isFolded }: { row: number; isFolded: boolean }): number {
  const { scan } = walk;
  const times = counted(attribute(scan, 'table:number-rows-repeated'));
  const isHidden = isFolded || /^(?:collapse|filter)$/u.test(attribute(scan, 'table:visibility') ?? '');
  const cells = scan.closes ? [] : readCells(walk, sheet, row);
  if (cells.length === 0) return times;
  for (let copy = row; copy < row + times; copy += 1) {
    for (const [column, cell] of cells) put(walk, sheet, { row: copy, column }, cell);
    if (isHidden) sheet.rows.set(copy, { hidden: true });
  }
  return times;
}

/** The cells of a row that hold something, each with its column. What lies under a merged cell is seen by nobody. */
function readCells(walk: Walk, sheet: BookSheet, row: number): (readonly [column: number, cell: BookCell])[] {
  const { scan } = walk;
  const cells: (readonly [number, BookCell])[] = [];
  let column = 0;
  while (nextTag(scan) && !(scan.name === tags.row && scan.closes)) {
    const isCell = scan.name === tags.cell;
    if (!scan.opens || (!isCell && scan.name !== tags.covered)) continue;
    const { cell, span, times } = readOdsCell(scan);
    if (isCell && cell !== null) {
      if (times > sheetLimits.columns) throw tooLarge(walk, sheet, { row, column: column + times - 1 });
      for (let copy = column; copy < column + times; copy += 1) cells.push([copy, cell]);
      addMerge(sheet, { row, column }, span);
    }
    column += times;
  }
  return cells;
}

function addMerge(sheet: BookSheet, { row, column }: CellPlace, { rows, columns }: OdsCell['span']): void {
  if (rows * columns <= 1 || sheet.merges.length >= sheetLimits.merges) return;
  sheet.merges.push({ startRow: row, endRow: row + rows, startColumn: column, endColumn: column + columns });
}

/** Counts the cell among those a workbook may hold. */
function put(walk: Walk, sheet: BookSheet, place: CellPlace, cell: BookCell): void {
  walk.left -= Math.max(1, place.column + 1 - (sheet.cells[place.row]?.length ?? 0));
  const isOutside = place.row >= sheetLimits.rows || place.column >= sheetLimits.columns;
  if (isOutside || walk.left < 0) throw tooLarge(walk, sheet, place);
  setCell(sheet, place.row, place.column, cell);
}

function tooLarge({ workbook }: Walk, sheet: BookSheet, place: CellPlace): Error {
  return new Error(tooLargeText(sheet, place, { workbook }));
}
