/** Fills the office's template with the report model. */
import { templateName } from '../../../core/base/office-names';
import { notTold, type Problem } from '../../../core/base/problem';
import { fieldsOfReport } from '../../../core/report/fields';
import { reportFromFindings, reportTitle } from '../../../core/report/report-from-findings';
import { blankSources, reportTrace, sourcesFromTrace } from '../../../core/report/source-fields';
import {
  fillDoc,
  fillDocument,
  type Dictionary,
  type Filled,
  type ModelRecord,
  type Services,
  type TraceEntry,
} from '../../../engine/fill';
import { gzip } from '../../../google/blobs';
import { picturesOf } from '../find-pictures';
import { officeCalendar } from '../office-calendar';
import type { ReadTemplate } from '../office-template';
import type { Office } from '../read-office';
import { tryNative, type NativeDoc } from './native-doc';
import { renderPublic, type RenderedPublic } from './render-public';
import { tellProblems } from '../tell-progress';

/** `bytes` null: the template was refused, `problems` says where. */
export interface RenderedReport {
  readonly title: string;
  readonly bytes: Uint8Array | null;
  /** Every printed value. */
  readonly trace: readonly TraceEntry[];
  readonly problems: readonly Problem[];
  /** The version for the public; null where none is asked for, or the template was refused. */
  readonly forPublic: RenderedPublic | null;
  /** The Google Doc that is to be filled itself; null where the Word report is converted. */
  readonly native: NativeDoc | null;
}

/** Fills the template, twice where a public version is asked for; `problems` of the answer are not those of the sheets. */
export function renderReport(office: Office, template: ReadTemplate): RenderedReport {
  const { rows, findings, problems } = office;
  const settings = { ...office.settings, isPublic: false };
  const title = reportTitle(settings);
  const { bytes: file } = template;
  if (file === null) return { ...none, title, problems: template.problems };
  const model = reportFromFindings(findings, rows, settings);
  const means = meansOf(office);
  const filler = fillerOf(file, means, office.workspace);
  const values = withSources(filler, model.value, settings.attachSources);
  const filled = filler(values, true);
  const native = template.doc === null || filled.bytes === null ? null : nativeOf(template.doc, values, means);
  const tried = native === null ? { isRefused: false, problems: [] } : tryNative(native);
  const bytes = tried.isRefused ? null : filled.bytes;
  const told = [...template.problems, ...model.problems, ...filled.problems, ...withoutFields(filled)];
  // All are of one template and one set of values.
  const own = [...told, ...notTold(told, tried.problems)];
  const isPublic = bytes !== null && office.settings.isPublic;
  const forPublic = isPublic ? renderPublic(office, filled.text, (others) => filler(others, false)) : null;
  const all = [...own, ...notTold(own, forPublic?.problems ?? [])];
  tellProblems([...problems, ...all]);
  return { title, bytes, trace: reportTrace(filled.trace), problems: all, forPublic, native };
}

function withoutFields({ bytes, trace }: Filled): readonly Problem[] {
  return bytes === null || trace.length > 0 ? [] : [noFields];
}

const none = { bytes: null, trace: [], forPublic: null, native: null } as const;

type Filler = (model: ModelRecord, bookmarks: boolean) => Filled;

/** What both kinds of template are filled with. */
interface Means {
  readonly dictionary: Dictionary;
  readonly services: Services;
}

function meansOf({ rows, settings }: Office): Means {
  return {
    dictionary: fieldsOfReport(rows, settings.edition),
    services: officeCalendar(rows.holidays, settings.asOf),
  };
}

function fillerOf(template: Uint8Array, { dictionary, services }: Means, workspace: Office['workspace']): Filler {
  const picture = picturesOf(() => workspace.pictures);
  return (model, bookmarks) => {
    const options = { name: templateName, bookmarks, trace: bookmarks, picture, gzip, services };
    return fillDocument(template, model, dictionary, options);
  };
}

function nativeOf(template: string, values: ModelRecord, { dictionary, services }: Means): NativeDoc {
  const options = { name: templateName, services, trace: false };
  return { template, fill: (doc) => fillDoc(doc, values, dictionary, options) };
}

/** The 附件 数据来源 lists what the rest of the report printed: it is filled once to know, and again with the list. */
function withSources(fill: Filler, model: ModelRecord, isAttached: boolean): ModelRecord {
  const blank = { ...model, ...blankSources(isAttached) };
  if (!isAttached) return blank;
  const { bytes, trace } = fill(blank, true);
  return bytes === null ? blank : { ...model, ...sourcesFromTrace(trace) };
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
