/** A sheet as it was read, looked at cell by cell. */
import { blankCell, cellAt, isFilled, rowAt, shownAt, withMapping, type Cell } from '../../../src/core/base/grid';
import { gridOf } from '../grid-builder';

const grid = gridOf([['甲', 1], [], [null, '乙']]);

it('a cell is where it stands, and blank where nothing was read', () => {
  expect([shownAt(grid, 0, 0), shownAt(grid, 0, 1), shownAt(grid, 2, 1)]).toEqual(['甲', '1', '乙']);
  for (const [row, column] of [
    [1, 0],
    [0, 2],
    [9, 9],
  ] as const)
    expect(cellAt(grid, row, column)).toBe(blankCell);
  expect([rowAt(grid, 0).length, rowAt(grid, 1), rowAt(grid, 9)]).toEqual([2, [], []]);
});

it('a cell is filled that shows more than white space', () => {
  const showing = (shown: string): Cell => ({ kind: 'text', value: shown, shown });
  expect(['0', '无', '—'].map((shown) => isFilled(showing(shown)))).toEqual([true, true, true]);
  expect([undefined, blankCell, showing(' '), showing('\u3000\n')].map(isFilled)).toEqual(Array(4).fill(false));
});

it('what the office says of names, and the year, goes to each sheet; where neither is known they stay as they are', () => {
  const mapping = [{ sheet: null, from: '进度表', to: '任务进展' }];
  const grids = [grid, gridOf([['丙']])];
  expect(withMapping(grids, [])).toBe(grids);
  expect(withMapping(grids, mapping)).toEqual(grids.map((one) => ({ ...one, mapping })));
  expect(withMapping(grids, [], 2025)).toEqual(grids.map((one) => ({ ...one, mapping: [], year: 2025 })));
  expect(withMapping(grids, mapping)[0]).not.toHaveProperty('year');
});
