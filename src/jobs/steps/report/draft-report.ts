/** Drafts all that a run for the report writes, before anything is written. */
import type { Problem } from '../../../core/base/problem';
import { traceFile } from '../../../engine/fill';
import { gzip } from '../../../google/blobs';
import { draftResults, type ResultsDraft } from '../draft-results';
import type { Office } from '../read-office';
import type { RenderedReport } from './render-report';
import { nextReportName, publicReportName } from '../../../core/base/office-names';
import type { NativeDoc } from './native-doc';
import type { RenderedPublic } from './render-public';

/** The files by their names, and what 结果 will say. */
export interface ReportDraft {
  /** `… 第3版.docx`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly docName: string;
  readonly traceName: string;
  /** A workbook: where each printed value came from. */
  readonly trace: Uint8Array;
  readonly results: ResultsDraft;
  /** The version for the public; null where there is none. */
  readonly forPublic: Pick<ReportDraft, 'name' | 'docName' | 'bytes'> | null;
  /** The Google Doc that is filled itself; null where the Word file is converted. */
  readonly native: NativeDoc | null;
}

/** The next version of the report; null when the template was refused. */
export function draftReport(
  office: Office,
  { bytes, title, trace, problems: own, forPublic, native }: RenderedReport,
): ReportDraft | null {
  if (bytes === null) return null;
  const present = office.workspace.reports.map((entry) => entry.name);
  const name = nextReportName(title, present);
  const docName = name.replace(/\.docx$/u, '');
  const problems: readonly Problem[] = [...office.problems, ...own];
  return {
    name,
    bytes,
    docName,
    traceName: `${docName} 数据来源.xlsx`,
    trace: traceFile(trace, gzip),
    results: draftResults(office, problems, { reportName: name, forPublic }),
    forPublic: draftPublic(name, forPublic),
    native,
  };
}

function draftPublic(reportName: string, forPublic: RenderedPublic | null): ReportDraft['forPublic'] {
  const bytes = forPublic?.bytes ?? null;
  if (bytes === null) return null;
  const name = publicReportName(reportName);
  return { name, docName: name.replace(/\.docx$/u, ''), bytes };
}
