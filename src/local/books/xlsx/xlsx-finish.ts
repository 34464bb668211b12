/** Puts the rows into the frame the library has written, with the last touches it has no options for; packs it anew without a clock. */
import { boxName } from '../a1';
import type { Book, BookSheet } from '../book';
import { estimateRowHeights } from '../row-heights';
import { lineCount } from '../text-size';
import { openZip, packZip } from '../../base/zip';
import { withColumnLooks } from './xlsx-columns';
import { lookNumbers } from './xlsx-looks';
import { longLists, optionsSheet } from './xlsx-options';
import { rowsXml, textsXml, type SharedTexts } from './xlsx-rows';

/** The box of a note, in points and in columns' unit. */
const note = { points: 240, width: 36, lineHeight: 14, margin: 12, fontSize: 9 };

/** The workbook's bytes, from the frame's (see xlsx-write). Notes get boxes as large as their text. */
export function finishXlsx(frame: Uint8Array, book: Book): Uint8Array {
  const texts: SharedTexts = new Map();
  const parts = new Map(openZip(frame).map(({ name, read }) => [name, read()]));
  const edit = (name: string, change: (xml: string) => string): void => {
    const part = parts.get(name);
    if (part !== undefined) parts.set(name, Buffer.from(change(Buffer.from(part).toString('utf8')), 'utf8'));
  };
  edit('xl/workbook.xml', (xml) => nameFilters(quoteTitles(xml, book), book));
  [...book.sheets, ...optionsSheet(longLists(book))].forEach((sheet, index) => {
    const number = String(index + 1);
    edit(`xl/worksheets/sheet${number}.xml`, (xml) => withRows(xml, sheet, texts));
    edit(`xl/drawings/vmlDrawing${number}.vml`, (xml) => sizeNotes(xml, book, index));
  });
  edit('xl/sharedStrings.xml', (xml) => withTexts(xml, texts));
  return packZip([...parts], true);
}

/** The samples give way to the rows, and the looks of columns are told. */
function withRows(xml: string, sheet: BookSheet, texts: SharedTexts): string {
  // bounded: what the library has written of the samples
  const [whole = '', samples = ''] = /<sheetData>(.*?)<\/sheetData>/su.exec(xml) ?? [];
  const looks = lookNumbers(samples, sheet);
  const rows = rowsXml(sheet, { looks, heights: estimateRowHeights(sheet), texts });
  const framed = withColumnLooks(xml.replace(/<dimension ref="[^"]*"\/>/u, dimensionXml(sheet)), sheet, looks);
  const [before = '', after = ''] = framed.split(whole);
  return `${before}${rows === '' ? '<sheetData/>' : `<sheetData>${rows}</sheetData>`}${after}`;
}

function dimensionXml({ cells, columns }: BookSheet): string {
  const endColumn = cells.reduce((most, row) => Math.max(most, row.length), columns.length);
  if (endColumn === 0) return '';
  return `<dimension ref="${boxName({ startRow: 0, endRow: Math.max(1, cells.length), startColumn: 0, endColumn })}"/>`;
}

/** In place of the samples' texts those of the rows. */
function withTexts(xml: string, texts: SharedTexts): string {
  const count = String(texts.size);
  const [head = ''] = /^[^]*<sst xmlns="[^"]*"/u.exec(xml) ?? [];
  return `${head} count="${count}" uniqueCount="${count}">${textsXml(texts)}</sst>`;
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
