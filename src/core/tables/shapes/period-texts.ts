/** Progress told by quarter or month across (一季度进展, 二季度进展 …): one text a row is made of them, each behind its period. */
import { isFilled, shownAt, type Grid } from '../../base/grid';
import type { Declared } from '../declared';
import { findHeader } from '../find-header';
import { headerBand, type HeaderBand } from '../header-band';
import { knownNames } from '../match-headers';
import type { Table } from '../sheet';
import { oneColumn } from './one-column';
import { periodIn } from './periods';
import { textCell } from './shaped-grid';

/** A column with what its header says of the year. */
interface PeriodColumn {
  readonly column: number;
  readonly period: string;
}

const enough = 2;

/** The grid with one column for the texts of all periods, in the place of the first; the same grid where there are none. */
export function joinedPeriodTexts(grid: Grid, table: Table, keys: readonly string[], declared: Declared): Grid {
  const column = table.columns[textField];
  const found = column === undefined ? null : findHeader(grid, table, declared);
  if (found === null || column === undefined || !keys.some((key) => found.matches.has(key))) return grid;
  const { band } = found;
  const lower = Math.min(band.bottom + 1, grid.rows.length - 1);
  const known = new Set(knownNames({ columns: { [textField]: column } }));
  // Below a name merged over all of them the periods may stand in a row that names no column of ours.
  for (const [bottom, height] of [
    [band.bottom, band.bottom - band.top + 1] as const,
    [lower, lower - band.top + 1] as const,
  ]) {
    const own = periodColumns(headerBand(grid, band.top, Math.min(height, 3), declared.words.units), known);
    if (own.length >= enough && own.every((one) => areWords(grid, one.column, bottom))) {
      const periods = new Map(own.map((one) => [one.column, one.period]));
      const columns = [...periods.keys()];
      return oneColumn(grid, { top: band.top, bottom, columns, header: column.header }, (filled, row) =>
        textCell(filled.map((at) => `${periods.get(at) ?? ''}：${shownAt(grid, row, at).trim()}`).join('；')),
      );
    }
  }
  return grid;
}

/** The field of 进展情况, the one text that goes on through the year. */
const textField = 'text';

/** Columns whose name is a period and a name of the text, in whichever order. */
function periodColumns({ names }: HeaderBand, known: ReadonlySet<string>): readonly PeriodColumn[] {
  return names.flatMap((all, column) => {
    for (const name of all) {
      const period = periodBeside(name, known);
      if (period !== null) return [{ column, period }];
    }
    return [];
  });
}

const lead =
  /^第?(?:[一二三四1-4]季度|[一二三四五六七八九十]{1,3}月份?|\d{1,2}月?[-—–~至到]{1,2}\d{1,2}月份?|\d{1,2}月份?|[上下]半年)/u;
const end =
  /第?(?:[一二三四1-4]季度|[一二三四五六七八九十]{1,3}月份?|\d{1,2}月?[-—–~至到]{1,2}\d{1,2}月份?|\d{1,2}月份?|[上下]半年)$/u;

function periodBeside(name: string, known: ReadonlySet<string>): string | null {
  for (const form of [lead, end]) {
    const [period = ''] = form.exec(name) ?? [];
    const rest = form === lead ? name.slice(period.length) : name.slice(0, -period.length);
    if (period !== '' && known.has(rest) && periodIn(period) !== null) return period;
  }
  return null;
}

/** Numbers by quarter are figures, and no progress. */
function areWords(grid: Grid, column: number, bottom: number): boolean {
  const filled = grid.rows.slice(bottom + 1).flatMap((cells) => {
    const cell = cells[column];
    return isFilled(cell) ? [cell] : [];
  });
  return filled.filter(({ kind }) => kind === 'text').length * 2 >= filled.length;
}
