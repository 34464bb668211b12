/** The committed template as text and the sample town's report model, for tests of the wording. */
import { readFileSync } from 'node:fs';
import { buildTemplate } from '../../../build/template/build-template.mjs';
import { ruleOfLaw } from '../../edition';
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { fieldsOfReport } from '../../../src/core/report/fields';
import { reportFromFindings } from '../../../src/core/report/report-from-findings';
import type { Problem } from '../../../src/core/base/problem';
import type { Rows } from '../../../src/core/rows/rows';
import type { Settings } from '../../../src/core/settings/settings';
import { fillText, type FilledText } from '../../../src/engine/language/fill-text';
import { paragraphsOf } from './template-text';
import { hub, settings } from '../findings/rows-builder';
import { sampleRows } from '../findings/sample';

/** The template's paragraphs, one a line, with their tags. */
export const templateText = templateOf('rule-of-law');
const templates = new Map([['rule-of-law', templateText]]);

function templateOf(edition: string): string {
  return paragraphsOf(buildTemplate(readFileSync(`build/out/templates/${edition}/年度报告.txt`, 'utf8')));
}

export const reportSettings: Settings = {
  ...settings,
  signDate: '2023-02-18',
  addressee: '县委、县政府',
  cc: '县委依法治县办',
};

const sections: Readonly<Record<string, string>> = {
  A: '组织领导',
  B: '依法决策',
  C: '规范执法',
  D: '队伍保障',
  E: '普法与社会',
};

/** What the law wants told and no figure tells. */
const told = ruleOfLaw.sections.required.filter((section) => section !== ruleOfLaw.sections.shortcomings);
const required: Rows['narratives'] = told.map((section, index) => ({
  section,
  order: 1,
  text: `${section}方面的情况由办公室写明。`,
  condition: '',
  source: '',
  place: hub('综述素材', `C${String(index + 4)}`),
}));

/** The sample with sections; its weaknesses are worded by the edition. */
export const reportRows: Rows = {
  ...sampleRows,
  tasks: sampleRows.tasks.map((task) => ({ ...task, section: sections[task.section]!, title: `任务${task.id}` })),
  narratives: required,
};

/** The report's text for these rows and settings. */
export function report(
  rows: Rows = reportRows,
  own: Partial<Settings> = {},
  problems: readonly Problem[] = [],
): FilledText {
  const all = { ...reportSettings, ...own };
  const model = reportFromFindings(findingsFromRows(rows, all, problems).value, rows, all).value;
  const { key } = all.edition;
  const template = templates.get(key) ?? templateOf(key);
  templates.set(key, template);
  return fillText(template, model, fieldsOfReport(rows, all.edition));
}

/** Its paragraphs. */
export function paragraphs(rows?: Rows, own?: Partial<Settings>): string[] {
  return (report(rows, own).text ?? '').split('\n');
}
