/** Reads the XML of one sheet into a book's sheet: its cells, and what lies before and behind them. */
import { parseBoxes } from '../a1';
import { makeSheet, type BookSheet } from '../book';
import { isTrue, readCells } from './xlsx-cells';
import { sheetLimits, type CellSources } from './xlsx-values';
import { attribute, nameCode, nextTag, scanXml, type XmlScan } from './xlsx-xml';

/** A sheet, and the bytes between which its cells stood. */
export interface ReadSheet {
  readonly sheet: BookSheet;
  readonly cellsFrom: number;
  readonly cellsTo: number;
}

const cellsTag = nameCode('sheetData');
type Read = (scan: XmlScan, sheet: BookSheet, workbook: string) => void;
const readers: ReadonlyMap<number, Read> = new Map<number, Read>([
  [nameCode('pane'), readPane],
  [nameCode('col'), readColumns],
  [nameCode('mergeCell'), readMerge],
  [nameCode('autoFilter'), readFilter],
  [nameCode('filterColumn'), activateFilter],
]);

/** The sheet in `xml`. Throws with a Chinese text, or XmlError. */
export function readSheet(xml: Buffer, index: number, title: string, sources: CellSources): ReadSheet {
  const sheet = makeSheet(index, title);
  const scan = scanXml(xml);
  let cellsFrom = 0;
  let cellsTo = 0;
  while (nextTag(scan)) {
    if (!scan.opens) continue;
    if (scan.name !== cellsTag) {
      readers.get(scan.name)?.(scan, sheet, sources.workbook);
      continue;
    }
    cellsFrom = xml.lastIndexOf('<', scan.attributesFrom);
    if (!scan.closes) readCells(scan, sheet, sources);
    cellsTo = scan.at;
  }
  sheet.rowCount = Math.max(sheet.rowCount, sheet.cells.length);
  sheet.columnCount = sheet.cells.reduce((most, row) => Math.max(most, row.length), sheet.columnCount);
  return { sheet, cellsFrom, cellsTo };
}

function readPane(scan: XmlScan, sheet: BookSheet): void {
  if (attribute(scan, 'state')?.startsWith('frozen') !== true) return;
  sheet.frozenRows = Number(attribute(scan, 'ySplit') ?? 0);
  sheet.frozenColumns = Number(attribute(scan, 'xSplit') ?? 0);
}

function readColumns(scan: XmlScan, sheet: BookSheet): void {
  const last = Math.min(Number(attribute(scan, 'max')), sheetLimits.columns);
  const width = Number(attribute(scan, 'width'));
  const column = { ...(width >= 0 && { width }), ...(isTrue(attribute(scan, 'hidden')) && { hidden: true }) };
  for (let number = Math.max(1, Number(attribute(scan, 'min'))); number <= last; number += 1) {
    sheet.columns[number - 1] = column;
  }
}

/** Merges stay ranges; what lies outside of all cells says nothing. */
function readMerge(scan: XmlScan, sheet: BookSheet, workbook: string): void {
  const [box] = parseBoxes(attribute(scan, 'ref') ?? '');
  if (!box || box.startRow >= sheetLimits.rows || box.startColumn >= sheetLimits.columns) return;
  if (sheet.merges.length >= sheetLimits.merges) {
    const most = String(sheetLimits.merges);
    throw new Error(`${workbook} 的“${sheet.title}”有 ${most} 处以上合并单元格，没有读取，请取消合并后再试`);
  }
  sheet.merges.push({
    ...box,
    endRow: Math.min(box.endRow, sheetLimits.rows),
    endColumn: Math.min(box.endColumn, sheetLimits.columns),
  });
}

function readFilter(scan: XmlScan, sheet: BookSheet): void {
  const range = attribute(scan, 'ref');
  if (range !== undefined) sheet.filter = { range, isActive: false };
}

function activateFilter(_: XmlScan, sheet: BookSheet): void {
  if (sheet.filter) sheet.filter = { ...sheet.filter, isActive: true };
}
