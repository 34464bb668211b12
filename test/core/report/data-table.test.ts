import { readFileSync } from 'node:fs';
import { buildTemplate } from '../../../build/template/build-template.mjs';
import { fillDocument } from '../../../src/engine/word/fill-document';
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { fieldsOfReport } from '../../../src/core/report/fields';
import { reportFromFindings } from '../../../src/core/report/report-from-findings';
import { reportRows, reportSettings } from './sample-report';
import { ruleOfLaw } from '../../edition';

const template = buildTemplate(readFileSync('build/out/templates/rule-of-law/年度报告.txt', 'utf8'));
const { value: findings } = findingsFromRows(reportRows, reportSettings, []);

/** The report's text with or without its attachment. */
function filled(attachTable: boolean): readonly string[] {
  const model = reportFromFindings(findings, reportRows, { ...reportSettings, attachTable }).value;
  const { text, problems } = fillDocument(template, model, fieldsOfReport(reportRows, ruleOfLaw), {
    name: '年度报告.docx',
  });
  expect(problems).toEqual([]);
  return text;
}

it('is attached to a report, a row for each indicator with a value, and says who gave it', () => {
  const text = filled(true);
  expect(text).toContain('序号 | 指标 | 数值 | 来源单位');
  const rows = text.filter((line) => /^\d+ \| /u.test(line));
  expect(rows).toHaveLength(findings.indicators.filter(({ applies, value }) => applies && value !== null).length);
  const rowOf = (name: string): string =>
    (rows.find((row) => row.includes(` ${name} `)) ?? '').replace(/^\d+ \| /u, '');
  expect(rowOf('空编率')).toBe('空编率 | 27.3% | 程序计算');
  expect(rowOf('人民调解受理件数')).toBe('人民调解受理件数 | 112件 | 综治中心');
  expect(rowOf('普法活动场次')).toBe('普法活动场次 | 26场次 | 应急管理办等7个单位');
});

it('names a figure that some departments have not given, in the table and in the list of problems', () => {
  const indicators = findings.indicators.map((finding) =>
    finding.indicator.name === '普法活动场次' ? { ...finding, state: 'partial' as const, value: null } : finding,
  );
  const model = reportFromFindings({ ...findings, indicators }, reportRows, {
    ...reportSettings,
    attachTable: true,
  }).value;
  const { text, problems } = fillDocument(template, model, fieldsOfReport(reportRows, ruleOfLaw), {
    name: '年度报告.docx',
  });
  expect(text.find((line) => line.includes(' 普法活动场次 '))).toContain('【待补：指标.普法活动场次】');
  expect(problems.map(({ reason }) => reason).join()).not.toContain('数据表第');
});

it('leaves no trace in a report without it', () => {
  expect(filled(false).filter((line) => /附件|数据表|\|/u.test(line))).toEqual([]);
});
