/** Tables with figures across that stand under each other, each below its title. */
import { cellAt, type Grid } from '../../base/grid';
import type { Problem } from '../../base/problem';
import { isBlankText } from '../../base/text';
import { strayProblems } from '../account/stray-cells';
import { onlyFilled } from '../table-layout';
import { shapedOf, type ShapedGrid } from './shaped-grid';

const none: Grid['rows'][number] = [];

/** The sheet as one grid for each table, all rows in their places; the sheet itself where there is one table. */
export function stackedTables(grid: Grid, title: string): readonly Grid[] {
  if (grid.part !== undefined) return [grid];
  const starts = [0];
  let hasFigures = false;
  for (const [row, cells] of grid.rows.entries()) {
    if (hasFigures && onlyFilled(cells) !== null && isWordRow(grid.rows[row + 1] ?? [])) {
      starts.push(row);
      hasFigures = false;
    } else hasFigures ||= cells.some((cell) => cell?.kind === 'number');
  }
  if (starts.length === 1) return [grid];
  return starts.map((top, index) => {
    const isHere = (row: number): boolean => row >= top && row < (starts[index + 1] ?? Infinity);
    return {
      ...grid,
      part: { title, top },
      rows: grid.rows.map((cells, row) => (isHere(row) ? cells : none)),
      merges: grid.merges.filter(({ startRow }) => isHere(startRow)),
    };
  });
}

/** Several words and nothing else, as a header is. */
function isWordRow(cells: Grid['rows'][number]): boolean {
  const filled = cells.filter((cell) => cell !== undefined && !isBlankText(cell.shown));
  return filled.length > 1 && filled.every((cell) => cell?.kind === 'text');
}

/** The lines of all tables as those of one; what stands in a table that nobody knows is told. */
export function joinedTables(
  grid: Grid,
  made: readonly { readonly table: Grid; readonly lines: ShapedGrid | null }[],
): ShapedGrid | null {
  const read = made.flatMap(({ lines }) => lines ?? []);
  const [first] = read;
  if (first === undefined) return null;
  const shaped = read.map(shapedOf);
  const unread = made.flatMap(({ table, lines }) => (lines === null ? unreadTable(table) : []));
  return {
    ...grid,
    merges: [],
    covered: [],
    hiddenRows: [],
    rows: [...first.rows.slice(0, 1), ...read.flatMap(({ rows }) => rows.slice(1))],
    shaped: {
      taken: [...new Set(shaped.flatMap(({ taken }) => taken))],
      problems: [...new Set([...shaped.flatMap(({ problems }) => problems), ...unread])],
      origins: [
        ...(shapedOf(first).origins ?? []).slice(0, 1),
        ...shaped.flatMap(({ origins }) => (origins ?? []).slice(1)),
      ],
    },
  };
}

function unreadTable(table: Grid): readonly Problem[] {
  const cells = table.rows.flatMap((row, at) =>
    row.flatMap((_, column) => (isBlankText(cellAt(table, at, column).shown) ? [] : [{ row: at, column }])),
  );
  return strayProblems(table, cells, '不在认得的表头下面');
}
