/** What is said of cells that stand where nobody reads. */
import { cellAt, shownAt, type Grid } from '../../base/grid';
import { cellName, placeAt } from '../../base/place';
import type { Problem } from '../../base/problem';
import { cellSpan } from '../../base/taken';
import { clipped } from '../../base/text';

/** A cell; row and column count from 0. */
export interface At {
  readonly row: number;
  readonly column: number;
}

const listedCells = 10;

/** `7`, `7件`: a number typed as text. */
const typedFigure = /^\d{1,12}(?:\.\d{1,6})?\D{0,2}$/u;

/**
 * One problem for all of them, `where` saying where they stand. A figure may have slipped out of its column, so it is a doubt; a
 * remark will not.
 */
export function strayProblems(grid: Grid, stray: readonly At[], where: string): readonly Problem[] {
  const [first] = stray;
  if (first === undefined) return [];
  const isFigure = stray.some(({ row, column }) => {
    const { kind, shown } = cellAt(grid, row, column);
    return kind !== 'text' || typedFigure.test(shown.trim());
  });
  const names = stray.slice(0, listedCells).map(({ row, column }) => cellName(row, column));
  const rest = stray.length > listedCells ? `等${String(stray.length)}格` : '';
  return [
    {
      code: 'cells-outside',
      level: isFigure ? 'doubt' : 'note',
      place: placeAt(grid, first.row, first.column),
      actual: clipped(shownAt(grid, first.row, first.column).trim(), 30),
      reason: `${names.join('、')}${rest}${where}，没有读取`,
      expected: '是填报内容的请移到该填的格里，批注和草稿不用管',
      covers: stray.map(({ row, column }) => cellSpan(grid, row, column)),
    },
  ];
}
