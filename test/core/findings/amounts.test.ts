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

it('of a line that nobody is asked for is told from one that lacks somebody', () => {
  expect(amount('sum')).toMatchObject({ value: null, applies: true, isUnasked: true, missing: [] });
  expect(amount('sum', ['甲办', 3])).toMatchObject({ isUnasked: false });
});
