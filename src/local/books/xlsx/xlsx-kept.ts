/**
 * Rows of a workbook that the program wrote itself: they are known to be sound, need not be read, and are written again as they
 * stand. What they refer to by number, looks and texts, keeps its numbers then.
 */
import type { Book, BookSheet, CellStyle, KeptRows, WrittenBook } from '../book';
import { printable, textsXml, type SharedTexts } from './xlsx-rows';
import { lookNumbers } from './xlsx-looks';
import type { XlsxParts } from './xlsx-guard';
import type { TextTable } from './xlsx-texts';

/** The rows above are read: charts and notes refer to them. */
const headRows = 10;
const end = '</sheetData>';

/** Whether the file stands as it was written here: any program that saves it says that it did, and when. */
export function isOwnWriting(parts: XlsxParts): boolean {
  const tells = (part: string, what: string): boolean =>
    parts.find(part) !== undefined && parts.read(part).includes(what);
  return (
    tells('docProps/app.xml', '<Application>hucre</Application>') &&
    tells('docProps/core.xml', '<dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z<')
  );
}

/** A sheet's XML without the rows that need not be read, and these; null where there are none, or a note stands at one. */
export function cutRows(xml: Buffer, notes: Buffer | null): { readonly xml: Buffer; readonly kept: KeptRows } | null {
  const from = rowBelowHead(xml);
  const to = xml.lastIndexOf(end);
  if (from < 0 || to < from) return null;
  const noted = [...(notes?.toString('latin1') ?? '').matchAll(/ ref="[A-Z]+(\d+)"/gu)].map(([, row]) => Number(row));
  if (noted.some((row) => row > headRows)) return null;
  const [, letters = '', row] = /<dimension ref="A1:([A-Z]+)(\d+)"/u.exec(xml.toString('latin1', 0, from)) ?? [];
  if (letters === '') return null;
  const columnCount = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const kept = { xml: xml.subarray(from, to), rowCount: Number(row), columnCount };
  return { xml: Buffer.concat([xml.subarray(0, from), xml.subarray(to)]), kept };
}

/** Tells the sheet of the rows that were cut out of it. */
export function keepRows(sheet: BookSheet, kept: KeptRows): void {
  sheet.kept = kept;
  sheet.rowCount = Math.max(sheet.rowCount, kept.rowCount);
  sheet.columnCount = Math.max(sheet.columnCount, kept.columnCount);
}

/** Where the first row behind the head begins; −1 without one. */
function rowBelowHead(xml: Buffer): number {
  const mark = '<row r="';
  for (let at = xml.indexOf(mark); at >= 0; at = xml.indexOf(mark, at + 1)) {
    const number = parseInt(xml.toString('latin1', at + mark.length, at + mark.length + 8), 10);
    if (number > headRows) return at;
  }
  return -1;
}

/** What kept rows refer to. */
export function writtenBook(looks: readonly (CellStyle | undefined)[], { texts }: TextTable, xml: Buffer): WrittenBook {
  const items = xml.subarray(xml.indexOf('>', xml.indexOf('<sst')) + 1, xml.lastIndexOf('</sst>'));
  return { looks, texts, items, needed: textCounts(xml).needed };
}

/**
 * Whether most of the shared texts may be such as no cell refers to any more: a sheet that is written anew leaves its texts behind as
 * long as rows are kept.
 */
export function isMostlyLeft(xml: Buffer): boolean {
  const { needed, all } = textCounts(xml);
  return all > 2 * needed;
}

/** As `textCountsXml` tells them. */
function textCounts(xml: Buffer): { readonly needed: number; readonly all: number } {
  const [, needed, all] =
    /<sst xmlns="[^"]*" count="(\d{1,9})" uniqueCount="(\d{1,9})"/u.exec(xml.toString('latin1', 0, 500)) ?? [];
  return { needed: Number(needed ?? 0), all: Number(all ?? 0) };
}

/** The attributes of the shared texts' element: `count` stays what it was when the workbook was last written whole. */
export function textCountsXml({ written }: Book, { size }: SharedTexts): string {
  return ` count="${String(written?.needed ?? size)}" uniqueCount="${String(size)}"`;
}

/** The looks that must get the lowest numbers, in their order: those the file has beside the plain one. */
export function looksKept({ written }: Pick<Book, 'written'>): readonly CellStyle[] {
  return written?.looks.flatMap((look) => look ?? []) ?? [];
}

/** Thrown where the library numbers looks in another way than the file did. */
export class LooksMoved extends Error {}

/** `samples`: what the library made of the first sheet's. */
export function demandLooks({ written, sheets }: Book, samples: string): void {
  const [first] = sheets;
  if (written === undefined || first === undefined) return;
  const numbers = lookNumbers(samples, first, looksKept({ written }));
  const isSame = written.looks.every(
    (look, index) => (look ? numbers.get(look) : '') === (index > 0 ? String(index) : ''),
  );
  if (!isSame) throw new LooksMoved();
}

/** The texts with the numbers they have. One that was written twice has them both. */
export function textsKept({ written }: Book): SharedTexts {
  const known: SharedTexts = new Map();
  for (const [index, text] of (written?.texts ?? []).entries()) {
    const key = printable(text);
    known.set(known.has(key) ? `\u0000${String(index)}` : key, index);
  }
  return known;
}

/** The items of the part for texts: first those the file had. */
export function textItems({ written }: Book, texts: SharedTexts): Buffer {
  if (written === undefined) return Buffer.from(textsXml(texts.keys()), 'utf8');
  const added = [...texts.keys()].slice(written.texts.length);
  return Buffer.concat([written.items, Buffer.from(textsXml(added), 'utf8')]);
}

/** How far the sheet's cells reach, read or not. */
export function reachOf({ cells, kept }: BookSheet): { readonly rows: number; readonly columns: number } {
  const columns = cells.reduce((most, row) => Math.max(most, row.length), kept?.columnCount ?? 0);
  return { rows: Math.max(cells.length, kept?.rowCount ?? 0), columns };
}
