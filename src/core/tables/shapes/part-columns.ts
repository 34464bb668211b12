/** An amount told in parts across (罚款 | 没收违法所得): one column of their sums is made, in the place of the first. */
import { plain, sum } from '../../base/decimal';
import { cellAt, rowAt, shownAt, type Cell, type Grid } from '../../base/grid';
import { placeAt } from '../../base/place';
import type { Problem } from '../../base/problem';
import { oncePer } from '../../base/once-per';
import { headerKey } from '../../base/text';
import type { Declared } from '../declared';
import { findHeader, type FoundColumns } from '../find-header';
import type { Column, Table } from '../sheet';
import { oneColumn } from './one-column';
import { numberIn } from './period-values';
import { textCell } from './shaped-grid';

/** Under this word of `choiceUsages` stand the headers of the parts. */
const partsWord = '部分';

/** The grid with one column for the parts of each amount; the same grid where none is told in parts. */
export function summedParts(grid: Grid, tables: readonly Table[], declared: Declared): Grid {
  return tables.reduce((one, table) => {
    return fieldsOfParts(table).reduce((each, { field }) => withSums(each, table, field, declared), one);
  }, grid);
}

/** The fields that may be told in parts, with the headers of these. */
const fieldsOfParts = oncePer(({ columns }: Table) =>
  Object.entries<Column>(columns).flatMap(([field, { choiceUsages }]) => {
    const words = choiceUsages[partsWord];
    return words === undefined ? [] : [{ field, words: new Set(words.map(headerKey)) }];
  }),
);

interface Parts {
  readonly row: number;
  readonly columns: readonly number[];
  /** The unit in brackets that all of them bear. */
  readonly unit: string;
}

function partsOn(grid: Grid, table: Table, field: string, declared: Declared): Parts | null {
  const words = fieldsOfParts(table).find((one) => one.field === field)?.words ?? new Set();
  // Most sheets have none: the header is looked for where two stand.
  const row = firstRowOfParts(grid, words);
  if (row < 0) return null;
  const found = findHeader(grid, table, declared);
  if (found === null || row < found.band.top || row > found.band.bottom || found.matches.size < enough) return null;
  const columns = rowAt(grid, row).flatMap((cell, at) => (isPart(cell, words) ? [at] : []));
  if (isBesideWhole(columns, found, field)) return null;
  const units = new Set(columns.map((at) => unitBehind(shownAt(grid, row, at))));
  const [unit = ''] = units;
  return units.size === 1 ? { row, columns, unit } : null;
}

function firstRowOfParts({ rows, part }: Grid, words: ReadonlySet<string>): number {
  const top = part?.top ?? 0;
  for (let row = top; row < Math.min(rows.length, top + searchedRows); row += 1) {
    let parts = 0;
    for (const cell of rows[row] ?? []) if (isPart(cell, words)) parts += 1;
    if (parts > 1) return row;
  }
  return -1;
}

/** A column of the whole beside its parts is what counts. */
function isBesideWhole(parts: readonly number[], { matches }: FoundColumns, field: string): boolean {
  const whole = matches.get(field)?.at;
  return whole !== undefined && !parts.includes(whole);
}

const searchedRows = 10;
const enough = 3;

function isPart(cell: Cell | undefined, words: ReadonlySet<string>): boolean {
  return cell?.kind === 'text' && words.has(headerKey(cell.shown).replace(/\([^()]*\)$/u, ''));
}

function unitBehind(shown: string): string {
  return /\(([^()]*)\)$/u.exec(headerKey(shown))?.[1] ?? '';
}

function withSums(grid: Grid, table: Table, field: string, declared: Declared): Grid {
  const parts = partsOn(grid, table, field, declared);
  const column = table.columns[field];
  if (parts === null || column === undefined) return grid;
  const { row: top, columns, unit } = parts;
  const header = unit === '' ? column.header : `${bareHeader(column)}（${unit}）`;
  const problems = [partsTold(grid, parts, column)];
  return oneColumn(grid, { top, bottom: top, columns, header, problems }, (filled, row) =>
    sumCell(grid, row, filled, unit),
  );
}

function bareHeader({ header }: Column): string {
  return header.replace(/（[^（）]*）$/u, '');
}

/** The sum of what stands in these columns of the row; a refusal where one is no number. */
export function sumCell(grid: Grid, row: number, filled: readonly number[], unit: string): Cell {
  const values = filled.map((at) => {
    const cell = cellAt(grid, row, at);
    // A unit in a cell goes before the header's: such parts are not added up.
    return cell.kind === 'text' && cell.shown.includes('元') ? undefined : numberIn(cell, unit);
  });
  const known = values.flatMap((value) => (typeof value === 'number' ? [value] : []));
  const [only] = filled;
  if (filled.length === 1 && only !== undefined) return cellAt(grid, row, only);
  if (values.includes(undefined)) {
    const said = filled.map((at) => shownAt(grid, row, at).trim()).join('、');
    const reason = `分几列填写（${said}），其中有读不出的数，没有相加`;
    return { ...textCell(said), refused: { code: 'parts-unread', reason, expected: '请每列只填一个数' } };
  }
  const value = sum(known);
  return { kind: 'number', value, shown: plain(value) };
}

/** That these columns are added up. */
export function partsTold(
  grid: Grid,
  { row, columns }: Pick<Parts, 'row' | 'columns'>,
  { header }: Pick<Column, 'header'>,
): Problem {
  const names = columns.map((at) => shownAt(grid, row, at).trim());
  return {
    code: 'parts-summed',
    level: 'note',
    place: placeAt(grid, row, columns[0] ?? 0),
    actual: names.join('、'),
    reason: `“${names.join('”“')}”相加作“${header}”`,
    expected: '如不对，请另加一列填写合计，并删去分列',
  };
}
