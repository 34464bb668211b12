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

/** The places as they are printed. The same list of up to a hundred thousand stands behind many figures: it is told once. */
export function placeTexts(places: readonly Place[]): readonly string[] {
  const texts = told.get(places) ?? places.map(placeText);
  told.set(places, texts);
  return texts;
}

/** The place of a cell; `row` and `column` count from 0. */
export function cellPlace(file: string, sheet: string, row: number, column: number): Place {
  return { file, sheet, cell: cellName(row, column) };
}

/** `cellPlace` for many cells of one sheet. */
export function placesIn({
  workbook,
  sheet,
}: Pick<Grid, 'workbook' | 'sheet'>): (row: number, column: number) => Place {
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
