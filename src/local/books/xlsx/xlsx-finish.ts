/** Puts the rows into the frame the library has written, with the last touches it has no options for; packs it anew without a clock. */
import { boxName } from '../a1';
import type { Book, BookSheet } from '../book';
import { estimateRowHeights } from '../row-heights';
import { lineCount } from '../text-size';
import { openZip, packZip } from '../../base/zip';
import { withColumnLooks } from './xlsx-columns';
import { demandLooks, looksKept, reachOf, textCountsXml, textItems, textsKept } from './xlsx-kept';
import { lookNumbers, type LookNumbers } from './xlsx-looks';
import { longLists, optionsSheet } from './xlsx-options';
import { rowsXml, type SharedTexts } from './xlsx-rows';

/** The box of a note, in points and in columns' unit. */
const note = { points: 240, width: 36, lineHeight: 14, margin: 12, fontSize: 9 };

/** The workbook's bytes, from the frame's (see xlsx-write). Notes get boxes as large as their text. Throws LooksMoved. */
export function finishXlsx(frame: Uint8Array, book: Book): Uint8Array {
  const texts = textsKept(book);
  const parts = new Map(openZip(frame).map(({ name, read }) => [name, read()]));
  const edit = (name: string, change: (xml: string) => string | Buffer): void => {
    const part = parts.get(name);
    if (part === undefined) return;
    const changed = change(Buffer.from(part).toString('utf8'));
    parts.set(name, typeof changed === 'string' ? Buffer.from(changed, 'utf8') : changed);
  };
  edit('xl/workbook.xml', (xml) => nameFilters(quoteTitles(xml, book), book));
  [...book.sheets, ...optionsSheet(longLists(book))].forEach((sheet, index) => {
    const number = String(index + 1);
    edit(`xl/worksheets/sheet${number}.xml`, (xml) => {
      // bounded: what the library has written of the samples
      const [whole = '', samples = ''] = /<sheetData>(.*?)<\/sheetData>/su.exec(xml) ?? [];
      if (index === 0) demandLooks(book, samples);
      const looks = lookNumbers(samples, sheet, index > 0 ? [] : looksKept(book));
      return withRows({ xml, whole, looks }, sheet, texts);
    });
    edit(`xl/drawings/vmlDrawing${number}.vml`, (xml) => sizeNotes(xml, book, index));
  });
  edit('xl/sharedStrings.xml', (xml) => withTexts(xml, texts, book));
  return packZip([...parts], true);
}

interface SheetFrame {
  readonly xml: string;
  /** The samples with the element they stand in. */
  readonly whole: string;
  readonly looks: LookNumbers;
}

/** The samples give way to the rows, and the looks of columns are told. */
function withRows({ xml, whole, looks }: SheetFrame, sheet: BookSheet, texts: SharedTexts): string | Buffer {
  const rows = rowsXml(sheet, { looks, heights: estimateRowHeights(sheet), texts });
  const framed = withColumnLooks(xml.replace(/<dimension ref="[^"]*"\/>/u, dimensionXml(sheet)), sheet, looks);
  const [before = '', after = ''] = framed.split(whole);
  if (sheet.kept === undefined)
    return `${before}${rows === '' ? '<sheetData/>' : `<sheetData>${rows}</sheetData>`}${after}`;
  const [head, foot] = [`${before}<sheetData>${rows}`, `</sheetData>${after}`];
  return Buffer.concat([Buffer.from(head, 'utf8'), sheet.kept.xml, Buffer.from(foot, 'utf8')]);
}

function dimensionXml(sheet: BookSheet): string {
  const { rows, columns } = reachOf(sheet);
  const endColumn = Math.max(columns, sheet.columns.length);
  if (endColumn === 0) return '';
  return `<dimension ref="${boxName({ startRow: 0, endRow: Math.max(1, rows), startColumn: 0, endColumn })}"/>`;
}

/** In place of the samples' texts those of the rows. */
function withTexts(xml: string, texts: SharedTexts, book: Book): Buffer {
  const [head = ''] = /^[^]*<sst xmlns="[^"]*"/u.exec(xml) ?? [];
  const open = Buffer.from(`${head}${textCountsXml(book, texts)}>`, 'utf8');
  return Buffer.concat([open, textItems(book, texts), Buffer.from('</sst>', 'utf8')]);
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
