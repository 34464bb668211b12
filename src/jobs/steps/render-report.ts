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
import { renderPublic, type RenderedPublic } from './render-public';
import { tellProblems } from './tell-progress';

/** `bytes` null: the template was refused, `problems` says where. */
export interface RenderedReport {
  readonly title: string;
  readonly bytes: Uint8Array | null;
  /** Every printed value. */
  readonly trace: readonly TraceEntry[];
  readonly problems: readonly Problem[];
  /** The version for the public; null where none is asked for, or the template was refused. */
  readonly forPublic: RenderedPublic | null;
}

/** Fills the template, twice where a public version is asked for; `problems` of the answer are not those of the sheets. */
export function renderReport(office: Office, template: ReadTemplate): RenderedReport {
  const { rows, findings, problems } = office;
  const settings = { ...office.settings, isPublic: false };
  const title = reportTitle(settings);
  const { bytes: file } = template;
  if (file === null) return { title, bytes: null, trace: [], problems: template.problems, forPublic: null };
  const model = reportFromFindings(findings, rows, settings);
  const filler = fillerOf(file, office);
  const { bytes, trace, text, problems: gaps } = fillReport(filler, model.value, settings.attachSources);
  const hasFields = bytes === null || trace.length > 0;
  const own = [...template.problems, ...model.problems, ...gaps, ...(hasFields ? [] : [noFields])];
  const forPublic = bytes === null ? null : renderPublic(office, text, (values) => filler(values, false));
  const all = [...own, ...notTold(own, forPublic?.problems ?? [])];
  tellProblems([...problems, ...all]);
  return { title, bytes, trace: reportTrace(trace), problems: all, forPublic };
}

/** Both versions are of one template and one set of values: what was told of the first is not told again. */
function notTold(told: readonly Problem[], others: readonly Problem[]): readonly Problem[] {
  const known = new Set(told.map((problem) => JSON.stringify(problem)));
  return others.filter((problem) => !known.has(JSON.stringify(problem)));
}

type Filler = (model: ModelRecord, bookmarks: boolean) => Filled;

function fillerOf(template: Uint8Array, { rows, settings, workspace }: Office): Filler {
  const picture = picturesOf(() => workspace.pictures);
  const services = officeCalendar(rows.holidays, settings.asOf);
  const dictionary = fieldsOfReport(rows, settings.edition);
  return (model, bookmarks) => {
    const options = { name: templateName, bookmarks, trace: bookmarks, picture, gzip, services };
    return fillDocument(template, model, dictionary, options);
  };
}

/** The 附件 数据来源 lists what the rest of the report printed: it is filled once to know, and again with the list. */
function fillReport(fill: Filler, model: ModelRecord, isAttached: boolean): Filled {
  const first = fill({ ...model, ...blankSources(isAttached) }, true);
  if (!isAttached || first.bytes === null) return first;
  return fill({ ...model, ...sourcesFromTrace(first.trace) }, true);
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
