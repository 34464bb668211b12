/** Fills the office's template with the report model. */
import type { Problem } from '../../core/base/problem';
import { fillDocument, type Filled, type ModelRecord, type TraceEntry } from '../../engine/fill';
import { fieldsOfReport } from '../../core/report/fields';
import { reportFromFindings, reportTitle } from '../../core/report/report-from-findings';
import { blankSources, reportTrace, sourcesFromTrace } from '../../core/report/source-fields';
import type { DriveEntry } from '../../google/folders';
import { gzip } from '../../google/gzip';
import { errorText, tellProgress } from '../../google/run-guard';
import { picturesOf } from './find-pictures';
import { templateName } from './find-workspace';
import { officeCalendar } from './office-calendar';
import { officeTemplate, readTemplate } from './office-template';
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

/** Reads the template and fills it; `problems` of the answer are those of the template alone. */
export function renderReport({ workspace, settings, rows, findings, problems }: Office): RenderedReport {
  tellProgress('成文');
  const title = reportTitle(settings);
  const found = officeTemplate(workspace);
  if (!found)
    return refusedTemplate(
      title,
      '没有模板文件 模板/年度报告.docx',
      '请再初始化一次（菜单“初始化”或 nianbao init），恢复默认模板',
    );
  const template = tryRead(found.entry);
  if (typeof template === 'string') return refusedTemplate(title, `模板无法读取：${template}`, '请检查该文件');
  const model = reportFromFindings(findings, rows, settings);
  const { bytes, trace, problems: gaps } = fillReport(template, model.value, { rows, settings, workspace });
  const hasFields = bytes === null || trace.length > 0;
  const own = [...found.notes, ...model.problems, ...gaps, ...(hasFields ? [] : [noFields])];
  tellProblems([...problems, ...own]);
  return { title, bytes, trace: reportTrace(trace), problems: own };
}

/** The 附件 数据来源 lists what the rest of the report printed: it is filled once to know, and again with the list. */
function fillReport(
  template: Uint8Array,
  model: ModelRecord,
  { rows, settings, workspace }: Pick<Office, 'rows' | 'settings' | 'workspace'>,
): Filled {
  const picture = picturesOf(() => workspace.pictures);
  const services = officeCalendar(rows.holidays, settings.asOf);
  const options = { name: templateName, bookmarks: true, picture, gzip, services };
  const dictionary = fieldsOfReport(rows);
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

function tryRead(entry: DriveEntry): Uint8Array | string {
  try {
    return readTemplate(entry);
  } catch (error) {
    return errorText(error);
  }
}

function refusedTemplate(title: string, reason: string, expected: string): RenderedReport {
  const place = { file: templateName };
  return {
    title,
    bytes: null,
    trace: [],
    problems: [{ code: 'template-unreadable', level: 'error', place, actual: '', reason, expected }],
  };
}
