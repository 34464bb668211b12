/** What a person has confirmed of a sheet holds for that sheet, and asks nothing more of its rows. */
import type { Problem } from '../../../../src/core/base/problem';
import { rulesAt, withoutAsked } from '../../../../src/core/rows/rules/ruled-rows';
import { requiredBlank } from '../../../../src/core/tables/read-cell';
import { gridOf } from '../../grid-builder';

const rules = { isLeft: false, rows: new Map([['修路', 'A-01']]) } as unknown as NonNullable<
  Parameters<typeof gridOf>[1]
>['rules'];

it('the rules of one sheet are not those of another', () => {
  const grids = [gridOf([['一']], { sheet: '甲', ...(rules && { rules }) }), gridOf([['二']], { sheet: '乙' })];
  expect(rulesAt(grids, { file: '测试.xlsx', sheet: '甲' })).toBe(rules);
  expect(rulesAt(grids, { file: '测试.xlsx', sheet: '乙' })).toBeUndefined();
});

const place = (cell: string): Problem['place'] => ({ file: '测试.xlsx', sheet: '甲', cell });
const problem = (code: string, cell: string, reason = ''): Problem => ({
  ...{ code, level: 'error', place: place(cell), actual: '', reason, expected: '' },
});
const missing = problem('column-missing', 'A1', '没有“编码”列');
const told = [
  missing,
  problem('column-missing', 'A1', '没有“单位”列'),
  problem(requiredBlank, 'A2'),
  problem(requiredBlank, 'A3'),
];

it.each([
  ['all rows', [place('A2'), place('A3')], ['没有“单位”列']],
  ['one row of two', [place('A2')], ['没有“编码”列', '没有“单位”列', '']],
  ['no row', [], ['没有“编码”列', '没有“单位”列', '', '']],
])('where the number of %s was confirmed it is not asked for', (_, confirmed, reasons) => {
  expect(withoutAsked(told, '编码', confirmed, 2).map(({ reason }) => reason)).toEqual(reasons);
});
