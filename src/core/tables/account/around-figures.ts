/** What stands around figures that stand across: titles, the header, the names of the rows, totals and remarks. */
import { isFilled, rowAt, type Cell, type CellAt, type Grid } from '../../base/grid';
import type { Problem } from '../../base/problem';
import { headerKey, isBlankText } from '../../base/text';
import type { CellWords, UnitWords } from '../../cells/readings';
import { isUnit } from '../../cells/units';
import { strayProblems } from './stray-cells';
import type { Declared } from '../declared';
import { mergeFrom } from '../merged/merges';
import { isRemarkText } from '../other-rows/remark-rows';
import { isNumbering, rowSigns } from '../other-rows/row-signs';
import type { AcrossHeader, AcrossRows } from '../shapes/across';
import { takenAs, type ShapedCell } from '../shapes/shaped-grid';

/** What stands around the figures: the title, the header, the names of the rows, totals and remarks; and what nobody reads. */
export function besideAcross(
  grid: Grid,
  header: AcrossHeader,
  rows: AcrossRows,
  { words }: Declared,
): { readonly taken: readonly ShapedCell[]; readonly problems: readonly Problem[] } {
  const roleOf = roleReader(grid, header, rows, words);
  const taken: ShapedCell[] = [];
  const stray: CellAt[] = [];
  for (let row = grid.part?.top ?? 0; row < grid.rows.length; row += 1)
    rowAt(grid, row).forEach((cell, column) => {
      if (!isFilled(cell)) return;
      const role = roleOf(cell, { row, column });
      if (role === null) stray.push({ row, column });
      else taken.push(...takenAs(role, [{ row, column }]));
    });
  return { taken, problems: strayProblems(grid, stray, '不在认得的表头下面') };
}

type RoleReader = (cell: Cell, at: CellAt) => ShapedCell['role'] | null;

function roleReader(grid: Grid, { band, across }: AcrossHeader, rows: AcrossRows, words: CellWords): RoleReader {
  const [signs, units] = [rowSigns(words.rows), words.units];
  const first = Math.min(...across.map(({ column }) => column));
  const figures = new Set(across.map(({ column }) => column));
  const read = new Set([...rows.own, ...rows.lastYear]);
  const isNote = (row: number): boolean => {
    const cells = rowAt(grid, row);
    return isRemarkText(
      cells.find((one) => one !== undefined && !isBlankText(one.shown)),
      signs,
    );
  };
  const isTableColumn = (column: number): boolean => column < first || figures.has(column);
  const inBody = (cell: Cell, column: number): ShapedCell['role'] | null => {
    if (figures.has(column)) return 'used';
    if (column >= first) return null;
    // A number under a heading of its own is a figure that nobody knows.
    const heading = headerKey(band.shown[column] ?? '');
    if (isNumbering(cell.shown) && (heading === '' || signs.number.test(heading))) return 'number';
    return isWord(cell) && (heading === '' || !isTypedFigure(cell.shown, units)) ? 'header' : null;
  };
  const totals = new Set(rows.totals);
  let titles = 0;
  return (cell, { row, column }) => {
    if (row < band.top) {
      titles += 1;
      return isWord(cell) ? titleRole(titles) : null;
    }
    if (row <= band.bottom)
      return isTableColumn(column) || isAboveFigures(grid, { row, column }, figures) ? 'header' : null;
    if (read.has(row)) return inBody(cell, column);
    if (totals.has(row)) return isTableColumn(column) ? 'total' : null;
    return isNote(row) ? 'note' : null;
  };
}

/** A number typed as text, with a unit or without, and no year. */
function isTypedFigure(shown: string, units: UnitWords): boolean {
  const [, number = '', unit = ''] = /^(\d{1,12}(?:\.\d{1,6})?)(.{0,4})$/u.exec(headerKey(shown)) ?? [];
  return number !== '' && (unit === '' || isUnit(unit, units)) && !/^20\d\d年?度?$/u.test(number + unit);
}

function isWord({ kind }: Cell): boolean {
  return kind === 'text' || kind === 'date';
}

function titleRole(count: number): 'title' | 'note' {
  return count === 1 ? 'title' : 'note';
}

/** A word of the header merged over a column that is read. */
function isAboveFigures({ merges }: Grid, { row, column }: CellAt, figures: ReadonlySet<number>): boolean {
  const merge = mergeFrom(merges, row, column);
  return merge !== undefined && [...figures].some((at) => at >= merge.startColumn && at < merge.endColumn);
}
