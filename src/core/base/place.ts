/** Where something stands: a workbook's cell, or a spot in a document told in words. */
import type { Grid } from './grid';

/**
 * A place a clerk can go to. `file` is the workbook or document as people see it (`司法所.xlsx`); `sheet` and `cell`
 * (`D7`) say where in a workbook; `spot` says where in a document (`“一、基本情况”下第 2 段`).
 */
export interface Place {
  readonly file: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly spot?: string;
}

/** The place as printed in messages: `司法所.xlsx 任务进展!D7`, `年度报告.docx 页眉第 1 段`. */
export function placeText({ file, sheet, cell, spot }: Place): string {
  // Joined, a text is one piece; what a template puts together stays a chain of pieces, thrice as large.
  return [file, lead(' ', sheet), sheet, lead('!', cell), cell, lead(' ', spot), spot].join('');
}

function lead(sign: string, part: string | undefined): string {
  return part === undefined ? '' : sign;
}

const told = new WeakMap<readonly Place[], readonly string[]>();

/** The last long lists that were told: figures of the same rows have lists of their own with the same places. */
const longTold: (readonly Place[])[] = [];
const longList = 1000;
const mostLong = 4;

/** The places as they are printed. The same list of up to a hundred thousand stands behind many figures: it is told once. */
export function placeTexts(places: readonly Place[]): readonly string[] {
  const before = told.get(places);
  if (before !== undefined) return before;
  const like = places.length < longList ? undefined : longTold.find((one) => isSameList(one, places));
  const texts = (like && told.get(like)) ?? places.map(placeText);
  told.set(places, texts);
  if (places.length >= longList && like === undefined) {
    longTold.unshift(places);
    longTold.length = Math.min(longTold.length, mostLong);
  }
  return texts;
}

function isSameList(one: readonly Place[], other: readonly Place[]): boolean {
  return one.length === other.length && one.every((place, at) => place === other[at]);
}

/** So many cells one below the other are told by the first and the last. */
const enoughBelow = 100;

const ranged = new WeakMap<readonly Place[], readonly string[]>();

/** `placeTexts` for programs: `司法所.xlsx 案件明细!A2:A28001` for all the cells from the first to the last (see `everyPlace`). */
export function placeRanges(places: readonly Place[]): readonly string[] {
  const known = ranged.get(places);
  if (known !== undefined) return known;
  const texts: string[] = [];
  for (let at = 0; at < places.length;) {
    const end = endBelow(places, at);
    const [first, last] = [places[at], places[end - 1]];
    const isRange = end - at >= enoughBelow && first !== undefined;
    if (isRange) texts.push(`${placeText(first)}:${last?.cell ?? ''}`);
    else texts.push(...places.slice(at, end).map(placeText));
    at = end;
  }
  ranged.set(places, texts);
  return texts;
}

/** The end (exclusive) of the cells that stand one below the other from this place on. */
function endBelow(places: readonly Place[], at: number): number {
  const { file, sheet, cell = '' } = places[at] ?? { file: '' };
  const letters = /^[A-Z]*/u.exec(cell)?.[0] ?? '';
  const row = Number(cell.slice(letters.length));
  let end = at + 1;
  for (let next = places[end]; next?.cell === letters + String(row + end - at); next = places[end]) {
    if (next.file !== file || next.sheet !== sheet) break;
    end += 1;
  }
  return end;
}

/** What `placeTexts` would give, from what `placeRanges` gave: the same list, or places that are made while they are looked at. */
export function everyPlace(texts: readonly string[]): Iterable<string> {
  return texts.some((text) => rangeIn(text) !== null)
    ? {
        *[Symbol.iterator]() {
          for (const text of texts) yield* placesBetween(text);
        },
      }
    : texts;
}

function* placesBetween(text: string): Generator<string> {
  const range = rangeIn(text);
  if (range === null) yield text;
  else for (let row = range.from; row <= range.to; row += 1) yield range.column + String(row);
}

/** What stands before the numbers of the rows, and these; null for a text of one place. No title of a sheet holds a colon. */
function rangeIn(text: string): { readonly column: string; readonly from: number; readonly to: number } | null {
  const start = text.lastIndexOf('!') + 1;
  const [whole, letters = '', from, to] = /^([A-Z]{1,3})(\d{1,7}):\1(\d{1,7})$/u.exec(text.slice(start)) ?? [];
  return whole === undefined ? null : { column: text.slice(0, start) + letters, from: Number(from), to: Number(to) };
}

/** The place of a cell; `row` and `column` count from 0. */
export function cellPlace(file: string, sheet: string, row: number, column: number): Place {
  return { file, sheet, cell: cellName(row, column) };
}

type Sheet = Pick<Grid, 'workbook' | 'sheet'>;

/** The place of a sheet. */
export function sheetPlace({ workbook, sheet }: Sheet): Place {
  return { file: workbook, sheet };
}

/** The sheet of a place as a sentence names it: `“台账.xlsx”的“台账”`. */
export function sheetName({ file, sheet }: Place): string {
  return sheet === undefined ? `“${file}”` : `“${file}”的“${sheet}”`;
}

/** The place of a cell of the sheet. */
export function placeAt({ workbook, sheet }: Sheet, row: number, column: number): Place {
  return cellPlace(workbook, sheet, row, column);
}

/** `placeAt` for many cells of one sheet. */
export function placesIn({ workbook, sheet }: Sheet): (row: number, column: number) => Place {
  const letters: string[] = [];
  let last = -1;
  let digits = '';
  return (row, column) => {
    if (row !== last) {
      last = row;
      digits = String(row + 1);
    }
    return { file: workbook, sheet, cell: (letters[column] ??= columnName(column)) + digits };
  };
}

/** `D7` for row 6, column 3 (both from 0). */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${String(row + 1)}`;
}

/** `A`, `Z`, `AA` … for column 0, 25, 26 … */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Row and column (from 0) of `AB12`; null for anything else. */
export function cellOf(name: string): { readonly row: number; readonly column: number } | null {
  const [whole, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(name) ?? [];
  if (whole === undefined) return null;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}
