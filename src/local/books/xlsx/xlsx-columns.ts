/**
 * Looks of whole columns, which hold for all cells that are not there yet. The library writes none: the cells of a last row
 * carry them through it, and become what they stand for in the written XML.
 */
import type { Cell } from 'hucre/xlsx';
import { columnName } from '../../../core/base/place';
import type { BookColumn, BookSheet } from '../book';

/** The last column of the format, from 1. */
const lastColumn = 16_384;
/** Excel's own width of a column that nobody set. */
const usualWidth = 8.43;

/** The cells of that row, by `row,column`; empty where no column has a look. */
export function columnCells(sheet: BookSheet): readonly (readonly [string, Partial<Cell>])[] {
  const row = String(sheet.cells.length);
  return columnsOf(sheet).flatMap(({ style }, index) =>
    style === undefined ? [] : [[`${row},${String(index)}`, { value: null, style }] as const],
  );
}

/** The sheet's XML with the row taken away and its looks given to the columns. */
export function moveToColumns(xml: string, sheet: BookSheet): string {
  const columns = columnsOf(sheet);
  if (columns.every(({ style }) => style === undefined)) return xml;
  const number = String(sheet.cells.length + 1);
  // bounded: what the library has written, where each row ends
  const [whole = '', cells = ''] = new RegExp(`<row r="${number}"[^>]*>(.*?)</row>`, 'su').exec(xml) ?? [];
  const styles = new Map([...cells.matchAll(/ r="([A-Z]+)\d+" s="(\d+)"/gu)].map(([, name, style]) => [name, style]));
  const written = columns.map((column, index) => {
    const from = index + 1;
    const to = index < sheet.columns.length ? from : lastColumn;
    return columnXml(column, { from, to, style: styles.get(columnName(index)) });
  });
  return (
    xml
      .replace(whole, '')
      // bounded: as above
      .replace(/<cols>.*?<\/cols>/su, '')
      .replace('<sheetData', `<cols>${written.join('')}</cols><sheetData`)
  );
}

/** Those listed, and one for all beyond. */
function columnsOf({ columns, beyond }: BookSheet): readonly BookColumn[] {
  return [...Array.from(columns, (column) => column ?? {}), ...(beyond ? [beyond] : [])];
}

function columnXml(
  { width, hidden }: BookColumn,
  { from, to, style }: { readonly from: number; readonly to: number; readonly style: string | undefined },
): string {
  const own = width === undefined ? `width="${String(usualWidth)}"` : `width="${String(width)}" customWidth="1"`;
  const look = style === undefined ? '' : ` style="${style}"`;
  return `<col min="${String(from)}" max="${String(to)}" ${own}${look}${hidden === true ? ' hidden="1"' : ''}/>`;
}
