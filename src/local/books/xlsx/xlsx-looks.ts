/**
 * Looks of cells and columns, which the library numbers: samples of them, in rows below all others, carry each look through it
 * and come back with its number. `before`: looks that are to be numbered before the sheet's own.
 */
import type { Cell } from 'hucre/xlsx';
import { cellName } from '../../../core/base/place';
import type { BookSheet, CellStyle } from '../book';

/** So many samples stand in a row. */
const across = 1000;

/** By look, its number in the written workbook. */
export type LookNumbers = ReadonlyMap<CellStyle, string>;

/**
 * The sample cells by `row,column`, in the order in which the looks are first used. The first of them holds a text: with it the
 * library makes the part for texts.
 */
export function lookSamples(
  sheet: BookSheet,
  before: readonly CellStyle[] = [],
): readonly (readonly [string, Partial<Cell>])[] {
  const first = sheet.cells.length;
  const marker = [`${String(first)},0`, { value: 'x' }] as const;
  const samples = looksOf(sheet, before).map((style, index) => {
    const { row, column } = placeOf(first, index);
    return [`${String(row)},${String(column)}`, { value: null, style }] as const;
  });
  return [marker, ...samples];
}

/** What the library made of the samples; a look like that of a plain cell has no number. */
export function lookNumbers(rowsXml: string, sheet: BookSheet, before: readonly CellStyle[] = []): LookNumbers {
  const numbers = new Map(
    [...rowsXml.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/gu)].map(([, name = '', number = '']) => [name, number]),
  );
  return new Map(
    looksOf(sheet, before).map((style, index) => {
      const { row, column } = placeOf(sheet.cells.length, index);
      return [style, numbers.get(cellName(row, column)) ?? ''] as const;
    }),
  );
}

function placeOf(first: number, index: number): { readonly row: number; readonly column: number } {
  return { row: first + 1 + Math.floor(index / across), column: index % across };
}

/** Each once: those that come first, of cells row by row, then of columns. */
function looksOf({ cells, columns, beyond }: BookSheet, before: readonly CellStyle[]): readonly CellStyle[] {
  const looks = new Set(before);
  for (const row of cells) for (const cell of row) if (cell?.style) looks.add(cell.style);
  for (const column of [...columns, beyond]) if (column?.style) looks.add(column.style);
  return [...looks];
}
