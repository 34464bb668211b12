import { buildTemplate } from '../../../build/template/build-template.mjs';
import { fillDocument } from '../../../src/core/document/fill-document';
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { fieldsOfReport } from '../../../src/core/report/fields';
import { reportFromFindings } from '../../../src/core/report/report-from-findings';
import { reportRows, reportSettings } from './sample-report';

const attachment = `
[附件标识] 附件1
[空行]
[附件标题] 主要指标数据表
[表 2,12,5,5]
| 序号 | 指标 | 数值 | 标准 |
| {{#each 数据表}}{{加 @index 1}} | {{名称}} | {{值}} | {{#if 标准}}{{标准}}{{/if}}{{/each}} |
`;

it('can be attached to a report, a row for each indicator with a value', () => {
  const findings = findingsFromRows(reportRows, reportSettings).value;
  const model = reportFromFindings(findings, reportRows, reportSettings).value;
  const filled = fillDocument(buildTemplate(attachment), model, fieldsOfReport(reportRows), { name: '附件.docx' });
  expect(filled.problems).toEqual([]);
  expect(filled.text).toContain('序号 | 指标 | 数值 | 标准');
  expect(filled.text.some((line) => /^\d+ \| 空编率 \| 27\.3% \| 不高于15%$/u.test(line))).toBe(true);
  const rows = filled.text.filter((line) => /^\d+ \| /u.test(line));
  expect(rows).toHaveLength(findings.indicators.filter(({ applies, value }) => applies && value !== null).length);
});
