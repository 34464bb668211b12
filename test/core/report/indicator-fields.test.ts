/** What the report has of an indicator: a figure of all, or that it lacks somebody. */
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import type { IndicatorFinding } from '../../../src/core/findings/findings';
import { indicatorItem, isTold } from '../../../src/core/report/indicator-fields';
import { reportFromFindings } from '../../../src/core/report/report-from-findings';
import type { ModelRecord } from '../../../src/engine/language/model';
import { reportRows, reportSettings } from './sample-report';

const { value: findings } = findingsFromRows(reportRows, reportSettings, []);
const events = findings.indicators.find(({ indicator }) => indicator.name === '普法活动场次')!;
const place = { file: '司法所.xlsx', sheet: '指标数据', cell: 'D4' };
const missing = [{ department: '司法所', code: 'E1', why: 'blank' as const, place }];

function partial(isPrinted: boolean): IndicatorFinding {
  const part = { value: 25, text: '25场次（不含司法所）', numerator: null, denominator: null, isPrinted };
  return {
    ...events,
    state: 'partial',
    value: null,
    text: '',
    partial: part,
    coverage: { ...events.coverage, missing },
  };
}

const lacking = (state: IndicatorFinding['state'], why: 'blank' | 'no-file'): IndicatorFinding => ({
  ...{ ...events, state, value: null, text: '', partial: null },
  coverage: { ...events.coverage, missing: [{ ...missing[0]!, why }] },
});

it('what only some have given is a gap with the cell that lacks it, unless the office wants it printed', () => {
  const value = indicatorItem.值!.value;
  expect(value(partial(true))).toMatchObject({ value: 25, text: '25场次（不含司法所）' });
  expect(value(partial(false))).toMatchObject({ value: null, gap: '缺司法所的数（没有填）' });
});

it.each([
  ['partial', 'blank', true],
  ['unknown', 'no-file', true],
  ['unknown', 'blank', false],
] as const)('that is %s (%s) is told, for a sentence that needs it: %s', (state, why, isSaid) => {
  expect(isTold(lacking(state, why))).toBe(isSaid);
});

it.each([
  [['甲办'], '甲办'],
  [['甲办', '乙办', '甲办'], '甲办、乙办'],
  [['甲办', '乙办', '丙办'], '甲办等3个单位'],
])('whose figures of %j it is are %s', (departments, says) => {
  const byDepartment = departments.map((department) => ({ department, value: 1, place }));
  expect(indicatorItem.来源单位!.value({ ...events, byDepartment })).toMatchObject({ text: says });
});

it.each([
  ['partial', 1],
  ['unknown', 1],
  ['not-asked', 0],
  ['not-applicable', 0],
] as const)('one with a standard that is %s is counted among those nobody could judge: %i', (state, more) => {
  const counted = (indicators: readonly IndicatorFinding[]): number => {
    const { value } = reportFromFindings({ ...findings, indicators }, reportRows, reportSettings);
    return ((value['判断'] as ModelRecord)['缺数'] as { readonly value: number }).value;
  };
  const judged = findings.indicators.find(({ weak }) => weak)!;
  const others = findings.indicators.map((one) => (one === judged ? { ...one, state, value: null, weak: false } : one));
  expect(counted(others) - counted(findings.indicators)).toBe(more);
});
