/** 生成年度报告: from the sheets to the Word document. */
import type { Editions } from '../core/edition/open-edition';
import type { JobAnswer } from '../contract/answer';
import type { DayOnly } from '../contract/orders';
import type { Day } from '../core/base/day';
import { keepState, readState, today, underLock } from '../google/run-guard';
import { draftReport } from './steps/report/draft-report';
import { keepHistory } from './steps/cockpit/history';
import { refusedAnswer } from './steps/job-answer';
import { answerFromOffice, busy } from './steps/office-answer';
import { ownWorkspace } from './steps/find-workspace';
import { readOfficeTemplate } from './steps/office-template';
import { dayOfOrder, readOffice, type Office } from './steps/read-office';
import { renderReport } from './steps/report/render-report';
import { writeReport } from './steps/report/write-report';
import { writeResults } from './steps/write-results';

/** Kept while a report is begun and Google's time was too short for it: how often it was gone on with by itself. */
const begunState = 'report-begun';
/** An office whose workbooks can never be kept would otherwise be read every hour without end. */
const mostResumes = 5;

/** Writes a new version of the report and its trace, then 汇总 and 核对. Nothing is written when the template is refused. */
export function generateReport(order: DayOnly | null, editions: Editions): JobAnswer {
  const day = dayOfOrder(order?.asOf);
  if (typeof day !== 'string') return day;
  return underLock(() => generate(editions, 0, day)) ?? busy;
}

/** Goes on with a report that a person began and nobody finished; null when there is none, or somebody is at it. */
export function resumeReport(editions: Editions): JobAnswer | null {
  if (readState(begunState) === null) return null;
  return underLock(() => ({ answer: resume(editions) }))?.answer ?? null;
}

/** Whatever happens now happens once: what broke off is not tried again at every tick. */
function resume(editions: Editions): JobAnswer | null {
  const resumes = readState(begunState);
  if (resumes === null) return null;
  keepState(begunState, null);
  return generate(editions, Number(resumes) + 1, today());
}

function generate(editions: Editions, resumes: number, day: Day): JobAnswer {
  const office = readOffice(editions, { day });
  if ('exit' in office) {
    if (office.isUnfinished && resumes < mostResumes) keepState(begunState, resumes);
    return office;
  }
  const workspace = ownWorkspace(office.workspace);
  if ('exit' in workspace) return workspace;
  if (office.workspace.isOnDrive && readState(begunState) !== null) keepState(begunState, null);
  return writeAll(office);
}

/** All is drafted before anything is written. */
function writeAll(office: Office): JobAnswer {
  const { workspace } = office;
  const rendered = renderReport(office, readOfficeTemplate(workspace, office.settings.reportForm));
  const draft = draftReport(office, rendered);
  if (draft === null) return refusedAnswer('模板有错误，没有生成报告，什么都没有写。', rendered.problems);
  const report = writeReport(workspace, draft);
  const results = writeResults(workspace, draft.results, report.problems);
  const unkept = keepHistory(office, results.files[0]?.id);
  const problems = [...draft.results.problems, ...report.problems, ...results.problems, ...unkept];
  return answerFromOffice(office, problems, [...report.files, ...results.files], rendered.forPublic);
}
