/** Reads .xlsx bytes into a book: values with their formats, merges, hidden rows, rules and notes. */
import { readXlsx, type Cell, type CellStyle, type CellValue, type Sheet } from 'hucre/xlsx';
import { parseBoxes } from './a1';
import {
  makeSheet,
  setCell,
  without,
  type Book,
  type BookCell,
  type BookSheet,
  type BookValue,
  type Box,
  type Validation,
} from './book';
import { optionsSheetName } from './xlsx-options';
import { openXlsx, unreadableText, type XlsxParts } from './xlsx-guard';
import { packZip } from './zip';

/** What the formats with fixed numbers look like in a Chinese Excel; files only name the number. */
const chineseFormats: Readonly<Record<number, string>> = {
  14: 'yyyy/m/d',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Blank formatted rows below the last value are cut off when their XML is longer than this. */
const blankTailLimit = 200_000;
const serialZero = Date.UTC(1899, 11, 30);

/** The workbook in `bytes`; `name` is the file as people see it. Rejects with a Chinese text saying what to do. */
export async function readBook(name: string, bytes: Uint8Array): Promise<Book> {
  const parts = openXlsx(name, bytes);
  demandSharedTexts(name, parts);
  prepareParts(parts);
  const workbook = await readXlsx(packZip([...parts], false), { readStyles: true }).catch((cause: unknown) => {
    throw new Error(unreadableText(name, cause), { cause });
  });
  const options = workbook.sheets.find((sheet) => sheet.name === optionsSheetName);
  return {
    sheets: workbook.sheets.filter((sheet) => sheet !== options).map((sheet, index) => toSheet(sheet, index, options)),
    defaultFont: workbook.defaultFont ?? {},
  };
}

/** A text that a cell points to and the file does not hold would be read as blank. */
function demandSharedTexts(name: string, parts: XlsxParts): void {
  const shared = parts.get('xl/sharedStrings.xml');
  const count = shared ? [...latin(shared).matchAll(/<(?:\w+:)?si[\s/>]/gu)].length : 0;
  for (const [part, data] of parts) {
    if (!part.startsWith('xl/worksheets/sheet')) continue;
    for (const [, index] of latin(data).matchAll(/<(?:\w+:)?c [^>]*?\bt="s"[^>]*><(?:\w+:)?v>(\d+)</gu)) {
      if (Number(index) >= count) throw new Error(unreadableText(name, null));
    }
  }
}

/** Enough to look for marks of ASCII, and quicker than UTF-8. */
function latin(data: Uint8Array): string {
  return Buffer.from(data.buffer, data.byteOffset, data.length).toString('latin1');
}

/** Puts into the parts what the reader library cannot know, and takes out what would only cost time. */
function prepareParts(parts: XlsxParts): void {
  for (const [part, data] of parts) {
    if (part === 'xl/styles.xml') parts.set(part, encode(nameBuiltInFormats(decode(data))));
    if (part.startsWith('xl/worksheets/sheet') && data.length > blankTailLimit) {
      parts.set(part, encode(cutBlankTail(decode(data))));
    }
  }
}

/** Writes the Chinese built-in formats down as if the file had defined them; a definition of the file's own comes later and wins. */
function nameBuiltInFormats(styles: string): string {
  const formats = Object.entries(chineseFormats)
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
    .join('');
  const open = /<(\w+:)?numFmts\b[^>]*[^/]>/u.exec(styles);
  if (open) {
    const prefixed = formats.replaceAll('<numFmt', `<${open[1] ?? ''}numFmt`);
    return styles.replace(open[0], () => open[0] + prefixed);
  }
  return styles.replace(/<styleSheet\b[^>]*>/u, (root) => `${root}<numFmts>${formats}</numFmts>`);
}

/** Drops the rows after the last cell that has a value: people format whole columns down to the last line. */
function cutBlankTail(sheet: string): string {
  const lastValue = Math.max(sheet.lastIndexOf('</v>'), sheet.lastIndexOf('</is>'), sheet.lastIndexOf('</f>'));
  const from =
    lastValue < 0
      ? sheet.indexOf('<sheetData>') + '<sheetData>'.length
      : sheet.indexOf('</row>', lastValue) + '</row>'.length;
  const to = sheet.lastIndexOf('</sheetData>');
  return to - from > blankTailLimit ? sheet.slice(0, from) + sheet.slice(to) : sheet;
}

function toSheet(source: Sheet, index: number, options: Sheet | undefined): BookSheet {
  const sheet: BookSheet = {
    ...makeSheet(index, source.name),
    ...toView(source),
    merges: (source.merges ?? []).map(toBox),
    columns: (source.columns ?? []).map(({ width, hidden }) => defined({ width, hidden })),
    rows: new Map([...(source.rowDefs ?? [])].map(([row, { height, hidden }]) => [row, defined({ height, hidden })])),
    validations: (source.dataValidations ?? []).map(({ range, ...rule }) => toValidation(range, rule, options)),
    conditionalRules: source.conditionalRules ?? [],
    filter: toFilter(source.autoFilter),
  };
  fillCells(sheet, source);
  return sheet;
}

function toView(source: Sheet): Partial<BookSheet> {
  return {
    hidden: source.hidden === true || source.veryHidden === true,
    isProtected: source.protection?.sheet === true,
    frozenRows: source.freezePane?.rows ?? 0,
    frozenColumns: source.freezePane?.columns ?? 0,
    tabColor: source.view?.tabColor?.rgb?.slice(-6) ?? null,
  };
}

function toBox({ startRow, startCol, endRow, endCol }: NonNullable<Sheet['merges']>[number]): Box {
  return { startRow, endRow: endRow + 1, startColumn: startCol, endColumn: endCol + 1 };
}

function toFilter(filter: Sheet['autoFilter']): BookSheet['filter'] {
  return filter ? { range: filter.range, isActive: (filter.columns ?? []).length > 0 } : null;
}

/** The record without its undefined fields. */
function defined<T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as never;
}

function fillCells(sheet: BookSheet, source: Sheet): void {
  source.rows.forEach((values, row) => {
    values.forEach((value, column) => {
      const details = source.cells?.get(`${String(row)},${String(column)}`);
      if (value === null && details === undefined) return;
      setCell(sheet, row, column, toCell(value, details));
    });
    sheet.columnCount = Math.max(sheet.columnCount, values.length);
  });
  sheet.rowCount = Math.max(sheet.rowCount, source.rows.length);
}

function toCell(value: CellValue, details: Cell | undefined): BookCell {
  return {
    value: details?.type === 'error' ? { error: String(value) } : toValue(value, details),
    ...(details?.formula !== undefined && details.formula !== '' && { formula: details.formula }),
    ...(details?.style && { style: dateStyle(value, details.style) }),
    ...(details?.comment && { note: details.comment.text }),
  };
}

function toValue(value: CellValue, details: Cell | undefined): BookValue {
  if (value instanceof Date) return (value.getTime() - serialZero) / 86_400_000;
  // A formula that no program has calculated since it was written has no value at all.
  if (value === null && details?.formula !== undefined) return { error: 'Loading...' };
  return value;
}

/** A date whose format the library could not name still has to be known as a date. */
function dateStyle(value: CellValue, style: CellStyle): CellStyle {
  return value instanceof Date && style.numFmt === undefined ? { ...style, numFmt: 'yyyy-mm-dd' } : style;
}

/** Long lists live on a hidden sheet of our own (see xlsx-write): they come back as values. */
function toValidation(range: string, rule: Validation['rule'], options: Sheet | undefined): Validation {
  const boxes = parseBoxes(range);
  const match = new RegExp(`^'?${optionsSheetName}'?!(.+)$`, 'u').exec(rule.formula1 ?? '');
  const [box] = match ? parseBoxes(match[1] ?? '') : [];
  if (!box || !options) return { boxes, rule };
  const rows = options.rows.slice(box.startRow, box.endRow);
  return {
    boxes,
    rule: { ...without(rule, 'formula1'), values: rows.map((row) => String(row[box.startColumn] ?? '')) },
  };
}

function decode(data: Uint8Array): string {
  return Buffer.from(data.buffer, data.byteOffset, data.length).toString('utf8');
}

function encode(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}
