/** Figures told for each unit across, with their total: one value a row is left, and one name. */
import { cellAt, rowAt, shownAt, type CellAt, type Grid } from '../../base/grid';
import { placeAt } from '../../base/place';
import type { Problem } from '../../base/problem';
import { headerKey, isBlankText, nameKey } from '../../base/text';
import { isUnit } from '../../cells/units';
import type { Declared } from '../declared';
import { rowSigns } from '../other-rows/row-signs';
import type { FiguresKnown } from './across';
import { numberIn } from './period-values';
import { periodIn } from './periods';
import { change, changedGrid, clear, takenAs, textCell, type Changes } from './shaped-grid';

/** A header with units across before their total. */
interface UnitHeader {
  readonly row: number;
  readonly units: readonly number[];
  readonly total: number;
}

const searchedRows = 10;
const enough = 2;
/** So many rows must add up, or the columns are something else. */
const nearlyAll = 0.8;

/** The grid with the totals in the place of the values; null where no units stand across, or their rows are no figures. */
export function unitTotals(grid: Grid, { declared, lines }: FiguresKnown): Grid | null {
  const header = unitHeader(grid, rowSigns(declared.words.rows).total);
  if (header === null) return null;
  const { row: top, units, total } = header;
  const first = units[0] ?? 0;
  const rows = grid.rows.flatMap((_, row) => (row > top && isSummed(grid, row, header) !== null ? [row] : []));
  const odd = rows.filter((row) => isSummed(grid, row, header) === false);
  const known = new Set(lines.flatMap(({ names, usages }) => [...names, ...usages].map(nameKey)));
  const isKnown = (row: number): boolean =>
    rowAt(grid, row)
      .slice(0, first)
      .some((cell) => known.has(headerKey(cell?.shown ?? '')));
  if (rows.length - odd.length < rows.length * nearlyAll || rows.filter(isKnown).length < enough) return null;
  const changes: Changes = new Map();
  const moved: CellAt[] = [];
  const filled = (row: number, from: number, to: number): readonly CellAt[] =>
    rowAt(grid, row).flatMap((cell, column) =>
      column >= from && column < to && !isBlankText(cell?.shown ?? '') ? [{ row, column }] : [],
    );
  const heads = [top - 1, top].flatMap((row) => filled(row, first, total));
  const parts = rows.flatMap((row) => filled(row, first, total));
  const names = namesEnd(grid, rows, first, declared);
  const above = rows.flatMap((row) =>
    filled(row, 0, names)
      .slice(0, -1)
      .filter(({ row: at, column }) => cellAt(grid, at, column).kind === 'text'),
  );
  for (const at of [...heads, ...parts, ...above]) clear(changes, at);
  // The lowest name stands beside the values, whatever groups it belongs to.
  for (const row of [...rows, top, top - 1]) {
    const said = filled(row, 0, names);
    const name = said[said.length - 1];
    if (name === undefined || name.column === names - 1) continue;
    moved.push(name);
    clear(changes, name);
    change(changes, { row, column: names - 1 }, cellAt(grid, name.row, name.column));
  }
  change(
    changes,
    { row: top, column: total },
    textCell(declared.figures.table.columns[declared.figures.value]?.header ?? ''),
  );
  const merges = grid.merges.filter(
    ({ startRow, startColumn, endRow }) => endRow <= top - 1 || startRow > top + rows.length || startColumn > total,
  );
  return changedGrid({ ...grid, merges }, changes, {
    taken: [...takenAs('header', [...heads, ...moved]), ...takenAs('used', parts), ...takenAs('section', above)],
    problems: odd.map((row) => mismatch(grid, row, total)),
  });
}

/** Behind the last column of names: a column of what is counted in (次, 件) may stand between them and the numbers. */
function namesEnd(grid: Grid, rows: readonly number[], first: number, { words }: Declared): number {
  const said = rows.map((row) => nameKey(shownAt(grid, row, first - 1))).filter((text) => text !== '');
  return first > 1 && said.length > 0 && said.every((text) => isUnit(text, words.units)) ? first - 1 : first;
}

/** Makes other columns than units of them: 2023年, 上年同期, 计划. */
const noUnit = /\d|年|同期|[上本]期|计划|目标/u;

function unitHeader(grid: Grid, sign: RegExp): UnitHeader | null {
  const top = grid.part?.top ?? 0;
  for (let row = top; row < Math.min(grid.rows.length, top + searchedRows); row += 1) {
    const keys = Array.from(rowAt(grid, row), (cell) => (cell?.kind === 'text' ? headerKey(cell.shown) : ''));
    const total = keys.findIndex((key) => sign.test(key));
    const units: number[] = [];
    for (let column = total - 1; column > 0; column -= 1) {
      const key = keys[column] ?? '';
      if (key === '' || noUnit.test(key) || periodIn(key) !== null || !isOfNumbers(grid, row, column)) break;
      units.unshift(column);
    }
    if (units.length >= enough) return { row, units, total };
  }
  return null;
}

function isOfNumbers(grid: Grid, header: number, column: number): boolean {
  const below = grid.rows.slice(header + 1).flatMap((cells) => cells[column] ?? []);
  return below.some(({ kind }) => kind === 'number') && below.every((cell) => numberIn(cell, '') !== undefined);
}

/** Whether the units of the row make its total; null where nothing is counted in it. */
function isSummed(grid: Grid, row: number, { units, total }: UnitHeader): boolean | null {
  const [said, ...parts] = [total, ...units].map((column) => numberIn(cellAt(grid, row, column), ''));
  if (typeof said !== 'number' || parts.every((part) => part == null)) return null;
  return Math.abs(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) - said) < 1e-6;
}

function mismatch(grid: Grid, row: number, column: number): Problem {
  return {
    code: 'total-mismatch',
    level: 'doubt',
    place: placeAt(grid, row, column),
    actual: shownAt(grid, row, column),
    reason: '合计不等于各单位之和，按合计计',
    expected: '请核对各单位的数和合计',
  };
}
