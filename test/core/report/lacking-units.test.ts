/** Units without a form: whom the town's table speaks for is told apart from those of whom nothing is known. */
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { reportFromFindings } from '../../../src/core/report/report-from-findings';
import { summaryFromFindings } from '../../../src/core/report/summary';
import { summaryText } from '../../../src/core/report/summary-text';
import { isTraced, type Model } from '../../../src/engine/fill';
import { reportRows, reportSettings } from './sample-report';

const [first, second] = reportRows.departments;
const workbooks = reportRows.departments.slice(2).map(({ name }) => ({
  ...{ department: name, file: `${name}.xlsx`, status: { kind: 'usable' as const }, filledOn: null },
}));
const formless = { department: first!.name, file: null, status: { kind: 'usable' as const }, filledOn: null };
const rows = { ...reportRows, workbooks: [formless, ...workbooks] };
const { value: findings } = findingsFromRows(rows, reportSettings, []);

function textsOf(value: Model | undefined): readonly string[] {
  return Array.isArray(value) ? value.map((one: Model) => (isTraced(one) ? one.text : '')) : [];
}

it('the field of those without a form names both, in the order of the hub', () => {
  const { value } = reportFromFindings(findings, rows, reportSettings);
  expect(textsOf(value.缺报部门)).toEqual([first!.name, second!.name]);
  expect(textsOf(value.无进展部门)).toEqual([second!.name]);
});

it('the screen names each kind in a sentence of its own', () => {
  const text = summaryText(summaryFromFindings({ findings, areas: [] }, reportSettings, [], []), []);
  expect(text).toContain(`缺填报表的单位：${second!.name}\n没有填报表、任务进展按汇总的表采用的单位：${first!.name}\n`);
});
