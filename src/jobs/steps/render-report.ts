/** Fills the office's template with the report model. */
import { templateName } from '../../core/base/office-names';
import type { Problem } from '../../core/base/problem';
import { fieldsOfReport } from '../../core/report/fields';
import { reportFromFindings, reportTitle } from '../../core/report/report-from-findings';
import { blankSources, reportTrace, sourcesFromTrace } from '../../core/report/source-fields';
import { fillDocument, type Filled, type ModelRecord, type TraceEntry } from '../../engine/fill';
import { gzip } from '../../google/gzip';
import { picturesOf } from './find-pictures';
import { officeCalendar } from './office-calendar';
import type { ReadTemplate } from './office-template';
import type { Office } from './read-office';
import { tellProblems } from './tell-progress';

/** `bytes` null: the template was refused, `problems` says where. */
export interface RenderedReport {
  readonly title: string;
  readonly bytes: Uint8Array | null;
  /** Every printed value. */
  readonly trace: readonly TraceEntry[];
  readonly problems: readonly Problem[];
}

/** Fills the template; `problems` of the answer are those of the template alone. */
export function renderReport(office: Office, template: ReadTemplate): RenderedReport {
  const { settings, rows, findings, problems } = office;
  const title = reportTitle(settings);
  if (template.bytes === null) return { title, bytes: null, trace: [], problems: template.problems };
  const model = reportFromFindings(findings, rows, settings);
  const { bytes, trace, problems: gaps } = fillReport(template.bytes, model.value, office);
  const hasFields = bytes === null || trace.length > 0;
  const own = [...template.problems, ...model.problems, ...gaps, ...(hasFields ? [] : [noFields])];
  tellProblems([...problems, ...own]);
  return { title, bytes, trace: reportTrace(trace), problems: own };
}

/** The 附件 数据来源 lists what the rest of the report printed: it is filled once to know, and again with the list. */
function fillReport(template: Uint8Array, model: ModelRecord, { rows, settings, workspace }: Office): Filled {
  const picture = picturesOf(() => workspace.pictures);
  const services = officeCalendar(rows.holidays, settings.asOf);
  const options = { name: templateName, bookmarks: true, picture, gzip, services };
  const dictionary = fieldsOfReport(rows, settings.edition);
  const attached = settings.attachSources;
  const first = fillDocument(template, { ...model, ...blankSources(attached) }, dictionary, options);
  if (!attached || first.bytes === null) return first;
  return fillDocument(template, { ...model, ...sourcesFromTrace(first.trace) }, dictionary, options);
}

/** A file of that name without a single figure in it: an empty one, or last year's report. */
const noFields: Problem = {
  code: 'template-without-fields',
  level: 'doubt',
  place: { file: templateName },
  actual: '',
  reason: '模板里没有任何字段，报告里不会有填报的数据',
  expected: '请检查是否放错了文件；要恢复默认模板，移走它后再初始化一次',
};
