/** What a sheet tells that other sheets of its kind do not. */
import type { Grid } from '../../base/grid';
import type { Declared } from '../declared';
import { findHeader } from '../find-header';
import type { Form, Table } from '../sheet';

/** The cells of a row that hold something, by their columns. */
type FilledRow = readonly (readonly [column: number, text: string])[];

/** The filled rows below the header; of a form all. */
export function recordRows(grid: Grid, sheet: Table | Form, declared: Declared): readonly FilledRow[] {
  const top = sheet.kind === 'form' ? 0 : (findHeader(grid, sheet, declared)?.headerRow ?? -1) + 1;
  return grid.rows.slice(top).flatMap((cells) => {
    const filled = cells.flatMap((cell, column): FilledRow => {
      const text = cell?.shown.trim() ?? '';
      return text === '' ? [] : [[column, text]];
    });
    return filled.length === 0 ? [] : [filled];
  });
}

/** How many of the rows say what no one of the others says whole; a row that only leaves cells blank says nothing else. */
export function countUntold(rows: readonly FilledRow[], others: readonly FilledRow[]): number {
  const keys = (all: readonly FilledRow[]): readonly (readonly string[])[] => all.map((row) => row.map(cellKey));
  const [said, told] = [keys(rows), keys(others)];
  const whole = new Set(told.map((cells) => JSON.stringify(cells)));
  const differing = said.filter((cells) => !whole.has(JSON.stringify(cells)));
  if (differing.length === 0) return 0;
  const holders = rowsByCell(told, new Set(differing.flat()));
  return differing.filter((cells) => !isHeld(cells, holders)).length;
}

type Holders = ReadonlyMap<string, readonly ReadonlySet<string>[]>;

/** The rows in which each of the wanted cells stands. */
function rowsByCell(rows: readonly (readonly string[])[], wanted: ReadonlySet<string>): Holders {
  const holders = new Map<string, ReadonlySet<string>[]>();
  for (const cells of rows) {
    const row = new Set(cells);
    for (const cell of cells) {
      if (!wanted.has(cell)) continue;
      const known = holders.get(cell);
      if (known) known.push(row);
      else holders.set(cell, [row]);
    }
  }
  return holders;
}

/** Only rows with its rarest cell are looked at: thousands may begin with the same one. */
function isHeld(cells: readonly string[], holders: Holders): boolean {
  const found = cells.map((cell) => holders.get(cell) ?? []);
  const fewest = found.reduce((one, other) => (other.length < one.length ? other : one));
  return fewest.some((row) => cells.every((cell) => row.has(cell)));
}

function cellKey([column, text]: FilledRow[number]): string {
  return `${String(column)} ${text}`;
}
