/** 检查填报: everything a report needs except writing it. */
import type { Editions } from '../core/edition/open-edition';
import type { JobAnswer, WrittenFile } from '../contract/answer';
import type { DayOnly } from '../contract/orders';
import type { Day } from '../core/base/day';
import { underLock } from '../google/run-guard';
import { draftPapers } from './steps/draft-papers';
import { draftResults } from './steps/draft-results';
import { keepHistory } from './steps/cockpit/history';
import { refusedAnswer } from './steps/job-answer';
import { answerFromOffice, busy } from './steps/office-answer';
import { readOfficeTemplate } from './steps/office-template';
import { dayOfOrder, readOffice, type Office } from './steps/read-office';
import { renderReport } from './steps/report/render-report';
import { unsentInOffice } from './steps/unsent';
import { writePapers } from './steps/write-papers';
import { writeResults } from './steps/write-results';

/** Reads, thinks, tries the template, writes each department's 核对单, 汇总 and 核对. */
export function checkSheets(order: DayOnly | null, editions: Editions): JobAnswer {
  const day = dayOfOrder(order?.asOf);
  if (typeof day !== 'string') return day;
  return underLock(() => check(editions, day)) ?? busy;
}

function check(editions: Editions, day: Day): JobAnswer {
  const office = readOffice(editions, { day, isForLooking: true });
  return 'exit' in office ? office : writeAll(office);
}

/** All is drafted before anything is written. */
function writeAll(office: Office): JobAnswer {
  const { workspace } = office;
  const rendered = renderReport(office, readOfficeTemplate(workspace, office.settings.reportForm));
  const { forPublic } = rendered;
  const found = [...office.problems, ...rendered.problems, ...unsentInOffice(office)];
  const draft = draftResults(office, found, { reportName: null, forPublic });
  const drafted = draftPapers(office, draft);
  const papers = writePapers(workspace, drafted);
  if (papers.left > 0) return unfinished(papers.left, papers.files);
  const results = writeResults(workspace, draft, papers.problems);
  const unkept = keepHistory(office, results.files[0]?.id);
  const problems = [...draft.problems, ...papers.problems, ...results.problems, ...unkept];
  return answerFromOffice(office, problems, [...papers.files, ...results.files], forPublic);
}

function unfinished(left: number, files: readonly WrittenFile[]): JobAnswer {
  const text = `还有 ${String(left)} 份核对单没有写，本次时间已到。请再运行一次，会接着写完。`;
  return { ...refusedAnswer(text), exit: 1, files, isUnfinished: true };
}
