/** The town's amount of a line from what its departments say. */
import { amountsOf } from '../../../src/core/findings/amounts';
import type { Amount } from '../../../src/core/findings/formula';
import type { Share } from '../../../src/core/findings/shares';
import type { Indicator } from '../../../src/core/edition/indicator';
import { indicators } from '../../edition';
import { settings } from './rows-builder';

const place = (department: string) => ({ file: `${department}.xlsx`, sheet: '指标数据', cell: 'D4' });

function amount(
  aggregate: Indicator['aggregate'],
  ...given: readonly (readonly [department: string, value: number, qualifier?: '约'])[]
): Amount {
  const line = { ...indicators[0]!, code: 'Z1', kind: 'count' as const, numerator: null, aggregate };
  const shares = given.map(([department, value, qualifier]): Share => ({
    ...{ code: 'Z1', department, shown: '', places: [place(department)] },
    said: { kind: 'known', value, qualifier: qualifier ?? '' },
  }));
  return amountsOf(new Map([['Z1', line]]), new Map([['Z1', shares]]), settings)('Z1');
}

it.each(['max', 'last'] as const)(
  'of several values that should agree (%s) it is the largest, and comes from its first cell alone',
  (how) => {
    const told = amount(how, ['甲办', 3], ['乙办', 5], ['丙办', 5, '约']);
    expect(told).toMatchObject({ value: 5, qualifier: '', sources: [place('乙办')], asked: ['甲办', '乙办', '丙办'] });
  },
);

it('of values that add up it comes from all cells', () => {
  const told = amount('sum', ['甲办', 3], ['乙办', 5, '约']);
  expect(told).toMatchObject({ value: 8, qualifier: '约', sources: [place('甲办'), place('乙办')], isUnasked: false });
});

it.each<[kinds: readonly Share['said']['kind'][], value: number | null, applies: boolean, missing: readonly string[]]>([
  [['not-applicable', 'not-applicable'], null, false, []],
  [['not-applicable', 'known'], 7, true, []],
  [['not-applicable', 'blank'], null, true, ['乙办 blank']],
  [['known', 'refused'], null, true, ['乙办 refused']],
  [['no-file', 'not-read'], null, true, ['甲办 no-file', '乙办 not-read']],
  [[], null, true, []],
])('of departments that said %j it is %p, applies: %s, lacks %j', (kinds, value, applies, missing) => {
  const line = { ...indicators[0]!, code: 'Z1', kind: 'count' as const, numerator: null, aggregate: 'sum' as const };
  const shares = kinds.map((kind, at): Share => {
    const department = ['甲办', '乙办'][at] ?? '';
    const said = kind === 'known' ? ({ kind, value: 7, qualifier: '' } as const) : { kind };
    return { code: 'Z1', department, shown: '', places: [place(department)], said };
  });
  const told = amountsOf(new Map([['Z1', line]]), new Map([['Z1', shares]]), settings)('Z1');
  expect([told.value, told.applies, told.missing.map((one) => `${one.department} ${one.why}`)]).toEqual([
    value,
    applies,
    missing,
  ]);
  // 不涉及 of all is what its cells say; of anything that lacks somebody nothing rests on the others.
  expect(told.sources).toHaveLength(!applies ? kinds.length : value === null ? 0 : 1);
});

it('of what is 约 each the largest may be any of them', () => {
  expect(amount('max', ['甲办', 3], ['乙办', 5, '约']).range).toEqual({ low: 3, high: Infinity });
  expect(amount('max', ['甲办', 3], ['乙办', 5]).range).toEqual({ low: 5, high: 5 });
});

it('a number of 设置 is what stands there, a rate or a name that nobody knows is nothing', () => {
  const numbers = new Map([
    ['村数', { field: 'villages', value: 30 }],
    ['户数', { field: 'households', value: null }],
  ] as const);
  const lines = new Map([
    ['Z2', { ...indicators[0]!, code: 'Z2', kind: 'rate' as const }],
    ['Z3', { ...indicators[0]!, code: 'Z3', numerator: 'Z3+1' }],
    ['Z4', { ...indicators[0]!, code: 'Z4', kind: 'count' as const, numerator: '村数-1' }],
  ]);
  const of = amountsOf(lines, new Map(), { ...settings, numbers: new Map(numbers) });
  expect(of('村数')).toMatchObject({ value: 30, range: { low: 30, high: 30 }, sources: [settings.places.villages] });
  expect([of('户数').value, of('户数').range, of('户数').applies]).toEqual([null, null, true]);
  expect(['Z2', 'Z3', '没有的'].map((name) => of(name).value)).toEqual([null, null, null]);
  expect(of('Z4').value).toBe(29);
});

it('of a line that nobody is asked for is told from one that lacks somebody', () => {
  expect(amount('sum')).toMatchObject({ value: null, applies: true, isUnasked: true, missing: [] });
  expect(amount('sum', ['甲办', 3])).toMatchObject({ isUnasked: false });
});
