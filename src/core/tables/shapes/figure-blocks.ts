/** Several tables of figures under each other on one sheet, and figures told in parts below one heading. */
import { rowAt, type Cell, type Grid } from '../../base/grid';
import { mergesIn } from '../merged/merges';
import { headerKey } from '../../base/text';
import { isRemarkText } from '../other-rows/remark-rows';
import type { RowSigns } from '../other-rows/row-signs';
import { isBlankRow, isWords, onlyFilled } from '../table-layout';
import { oneColumn } from './one-column';
import { partsTold, sumCell } from './part-columns';

/** The sheet as one grid for each table that `isTable` knows, all rows in their places; null where there is no second one. */
export function figureBlocks(grid: Grid, signs: RowSigns, isTable: (block: Grid) => boolean): readonly Grid[] | null {
  const top = grid.part?.top ?? 0;
  const titles = grid.rows.flatMap((_, row) => (row > top && beginsTable(grid, row, signs) ? [row] : []));
  const ends = [...titles, grid.rows.length];
  const starts = [top, ...titles.filter((row, index) => isTable(blockOf(grid, row, ends[index + 1] ?? 0)))];
  return starts.length < 2
    ? null
    : starts.map((row, index) => blockOf(grid, row, starts[index + 1] ?? grid.rows.length));
}

/** A title alone in its row, below a blank row, below figures or what is remarked of them. */
function beginsTable(grid: Grid, row: number, signs: RowSigns): boolean {
  const [title, above] = [aloneIn(grid, row), aloneIn(grid, row - 1)];
  return (
    title?.kind === 'text' &&
    !isRemarkText(title, signs) &&
    (isBlankRow(grid, row - 1) ||
      (above !== undefined && isRemarkText(above, signs)) ||
      rowAt(grid, row - 1).some((cell) => cell?.kind === 'number'))
  );
}

/** Whether a title and words in several columns below it begin a table there, of whatever kind. */
export function headsTable(grid: Grid, row: number, signs: RowSigns): boolean {
  if (!beginsTable(grid, row, signs)) return false;
  let below = row + 1;
  while (below < grid.rows.length && (isBlankRow(grid, below) || aloneIn(grid, below) !== undefined)) below += 1;
  return isWords(grid, below) && rowAt(grid, below).every((cell) => !/\d/u.test(cell?.shown ?? ''));
}

function aloneIn(grid: Grid, row: number): Cell | undefined {
  const cells = rowAt(grid, row);
  return cells[onlyFilled(cells) ?? -1];
}

/** The block in its place. What stands above it is left out and not put as blank rows: a long list may have a thousand blocks. */
function blockOf(grid: Grid, from: number, end: number): Grid {
  const rows: Grid['rows'][number][] = [];
  for (let row = from; row < end; row += 1) rows[row] = rowAt(grid, row);
  return {
    ...grid,
    part: { title: grid.part?.title ?? '', top: from },
    rows,
    merges: mergesIn(grid.merges, from, end).filter(({ startRow }) => startRow >= from),
  };
}

/** Not part of a sum: what is counted in others. */
const noPart = /其中|合计|小计|总/u;

/** What a column says that it counts: the unit in brackets, or 件数, 金额 at its end. */
function measureOf(name: string): string {
  return (
    /\(([^()]*)\)$/u.exec(name)?.[1] ?? /(?:[件人场]次|[\p{Script=Han}]数|[金数总]额|[万亿]?元)$/u.exec(name)?.[0] ?? ''
  );
}

/**
 * The grid with one column of sums for the columns below a heading that is a figure's name, where none of them is one, nor counted
 * apart (`apart`: what others do).
 */
export function summedGroups(grid: Grid, isNamed: (name: string) => boolean, apart: readonly string[]): Grid {
  const isPart = (name: string): boolean =>
    name !== '' && !noPart.test(name) && !apart.some((word) => name.includes(word));
  return grid.merges.reduce((one, { startRow, endRow, startColumn, endColumn }) => {
    const [heading, below] = [one.rows[startRow]?.[startColumn], one.rows[endRow] ?? []];
    const columns = Array.from({ length: endColumn - startColumn }, (_, index) => startColumn + index);
    const names = columns.map((column) => headerKey(below[column]?.kind === 'text' ? below[column].shown : ''));
    const key = headerKey(heading?.shown ?? '');
    const isSum =
      columns.length > 1 &&
      new Set(names.map(measureOf)).size === 1 &&
      isNamed(key) &&
      names.every((name) => isPart(name) && !isNamed(name) && !isNamed(key + name));
    if (!isSum || heading === undefined) return one;
    const parts = { row: endRow, columns };
    const joining = { top: startRow, bottom: endRow, columns, header: heading.shown };
    const isRow = (row: number): boolean => onlyFilled(one.rows[row] ?? []) === null;
    return oneColumn(
      one,
      { ...joining, isRow, problems: [partsTold(one, parts, { header: heading.shown })] },
      (filled, row) => sumCell(one, row, filled, ''),
    );
  }, grid);
}
