/** What a department says twice counts once; where it says two things, both cells are named. */
import { typedShares } from '../../../src/core/findings/shares';
import type { Quantity } from '../../../src/core/cells/readings';
import { department, figure, noRows, notApplicable, quantity } from './rows-builder';

type Cell = readonly [value: number | Quantity | null, shown?: string];

/** What counts of the cells D4, D5 …, and what is told. */
function said(...cells: readonly Cell[]): string {
  const figures = cells.map(([value, shown], index) =>
    figure('C2', value, '司法所', { cell: `D${String(index + 4)}`, ...(shown === undefined ? {} : { shown }) }),
  );
  const { value, problems } = typedShares({ ...noRows, departments: [department('司法所')], figures }, 'quantity');
  const counted = (value.get('C2') ?? []).map((share) =>
    share.said.kind === 'known' ? String(share.said.value) : share.said.kind,
  );
  return [...counted, ...problems.map(({ reason }) => reason)].join(' | ');
}

it.each<[string, readonly Cell[], string]>([
  ['one number', [[5]], '5'],
  ['the same twice', [[5], [5]], '5'],
  ['two numbers', [[5], [6]], '5 | 指标 C2 在本单位填了两次，司法所.xlsx 填报!D4 为“5”，此处为“6”，目前按前一处计算'],
  ['a blank before a number', [[null], [6]], '6'],
  ['what cannot be read before a number', [[null, '若干'], [6]], '6'],
  ['不涉及 before a number', [[notApplicable], [6]], '6'],
  ['a blank before what cannot be read', [[null], [null, '若干']], 'refused'],
  ['a blank before 不涉及', [[null], [notApplicable]], 'not-applicable'],
  ['blanks', [[null], [null]], 'blank'],
  ['about as many', [[quantity(5, '约')], [5]], '5'],
])('%s', (_, cells, expected) => {
  expect(said(...cells)).toBe(expected.replace('，目前按前一处计算', ''));
});

it('two numbers ask for one, and say which counts until then', () => {
  const figures = [5, 6].map((value, index) => figure('C2', value, '司法所', { cell: `D${String(index + 4)}` }));
  const { problems } = typedShares({ ...noRows, figures }, 'quantity');
  expect(problems).toEqual([
    expect.objectContaining({
      code: 'figure-conflict',
      level: 'doubt',
      actual: '6',
      place: { file: '司法所.xlsx', sheet: '填报', cell: 'D5' },
      expected: '请统一为同一数值，目前按前一处计算',
    }),
  ]);
});

it('stand in the order of 单位, whoever is none of them behind', () => {
  const names = ['乙', '甲', '丙', '丁'];
  const figures = ['丁', '丙', '甲', '乙'].map((name) => figure('C2', 1, name));
  const departments = names.slice(0, 2).map((name) => department(name));
  const { value } = typedShares({ ...noRows, departments, figures }, 'quantity');
  expect(value.get('C2')?.map((share) => share.department)).toEqual(['乙', '甲', '丁', '丙']);
});
