/** Looks of whole columns, which hold for all cells that are not there yet: the library writes none. */
import type { BookColumn, BookSheet } from '../book';
import type { LookNumbers } from './xlsx-looks';

/** The last column of the format, from 1. */
const lastColumn = 16_384;
/** Excel's own width of a column that nobody set. */
const usualWidth = 8.43;

/** The sheet's XML with the columns' looks. */
export function withColumnLooks(xml: string, sheet: BookSheet, looks: LookNumbers): string {
  const columns = columnsOf(sheet);
  if (columns.every(({ style }) => style === undefined)) return xml;
  const written = columns.map((column, index) => {
    const from = index + 1;
    const to = index < sheet.columns.length ? from : lastColumn;
    return columnXml(column, { from, to, look: column.style && looks.get(column.style) });
  });
  return (
    xml
      // bounded: what the library has written, before any row is in it
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
  { from, to, look = '' }: { readonly from: number; readonly to: number; readonly look: string | undefined },
): string {
  const own = width === undefined ? `width="${String(usualWidth)}"` : `width="${String(width)}" customWidth="1"`;
  const style = look === '' ? '' : ` style="${look}"`;
  return `<col min="${String(from)}" max="${String(to)}" ${own}${style}${hidden === true ? ' hidden="1"' : ''}/>`;
}
