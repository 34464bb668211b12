/** Last touches to a written workbook that the writer library has no options for; packs it anew without a clock. */
import type { Book } from '../book';
import { lineCount } from '../text-size';
import { openZip, packZip } from '../../base/zip';
import { moveToColumns } from './xlsx-columns';

/** The box of a note, in points and in columns' unit. */
const note = { points: 240, width: 36, lineHeight: 14, margin: 12, fontSize: 9 };

/** Notes get boxes as large as their text; rows whose height was only estimated (by sheet) keep growing with their text. */
export function finishXlsx(
  bytes: Uint8Array,
  book: Book,
  estimated: readonly ReadonlyMap<number, number>[],
): Uint8Array {
  const edits = new Map([['xl/workbook.xml', (xml: string) => nameFilters(quoteTitles(xml, book), book)]]);
  book.sheets.forEach((sheet, index) => {
    const number = String(index + 1);
    edits.set(`xl/worksheets/sheet${number}.xml`, (xml) => moveToColumns(freeRows(xml, estimated[index]), sheet));
    edits.set(`xl/drawings/vmlDrawing${number}.vml`, (xml) => sizeNotes(xml, book, index));
  });
  const parts = openZip(bytes).map(({ name, read }): [string, Uint8Array] => {
    const edit = edits.get(name);
    return [name, edit ? Buffer.from(edit(Buffer.from(read()).toString('utf8')), 'utf8') : read()];
  });
  return packZip(parts, true);
}

/** The repeated header rows are named by sheet, and Excel calls a file damaged where a title with blanks is not quoted. */
function quoteTitles(xml: string, book: Book): string {
  return xml.replace(
    /(<definedName name="_xlnm\.Print_Titles" localSheetId="(\d+)">)[^<]*!/gu,
    (whole, tag: string, index: string) => {
      const title = book.sheets[Number(index)]?.title;
      return title === undefined ? whole : `${tag}'${escapeXml(title.replaceAll("'", "''"))}'!`;
    },
  );
}

/** LibreOffice shows no filter that is not named, as Excel names its own. */
function nameFilters(xml: string, { sheets }: Book): string {
  const names = sheets.flatMap(({ title, filter }, index) => {
    if (filter === null) return [];
    const place = `'${escapeXml(title.replaceAll("'", "''"))}'!${filter.range.replace(/[A-Z]+|\d+/gu, '$$$&')}`;
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${String(index)}" hidden="1">${place}</definedName>`,
    ];
  });
  if (names.length === 0) return xml;
  return xml.includes('<definedNames>')
    ? xml.replace('<definedNames>', (tag) => tag + names.join(''))
    : xml.replace('</sheets>', (tag) => `${tag}<definedNames>${names.join('')}</definedNames>`);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A row marked with a custom height would never grow again. */
function freeRows(xml: string, heights: ReadonlyMap<number, number> | undefined): string {
  if (!heights || heights.size === 0) return xml;
  return xml.replace(/(<row r="(\d+)" ht="[\d.]+") customHeight="1"/gu, (whole, kept: string, row: string) =>
    heights.has(Number(row) - 1) ? kept : whole,
  );
}

function sizeNotes(xml: string, book: Book, sheet: number): string {
  const cells = book.sheets[sheet]?.cells ?? [];
  // bounded: what the library has written, where each shape ends
  return xml.replace(/<v:shape .*?<\/v:shape>/gsu, (shape) => {
    const row = Number(/<x:Row>(\d+)</u.exec(shape)?.[1]);
    const column = Number(/<x:Column>(\d+)</u.exec(shape)?.[1]);
    const text = cells[row]?.[column]?.note ?? '';
    return sizeNote(shape, lineCount(text, note.width, note.fontSize), row, column);
  });
}

/** Excel sizes the box by the cells of its anchor, other programs by its style: both are set. */
function sizeNote(shape: string, lines: number, row: number, column: number): string {
  const height = lines * note.lineHeight + note.margin;
  const anchor = [column + 1, 15, row, 2, column + 4, 31, row + Math.ceil(height / 20) + 1, 4].join(', ');
  return shape
    .replace('width:108pt;height:59.25pt', `width:${String(note.points)}pt;height:${String(height)}pt`)
    .replace(/<x:Anchor>[^<]*</u, `<x:Anchor>${anchor}<`);
}
