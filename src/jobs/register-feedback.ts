/** 督办登记: the office notes on the page what became of a paper; departments' workbooks are not touched. */
import type { Editions } from '../core/edition/open-edition';
import type { JobAnswer } from '../contract/answer';
import type { FeedbackOrder } from '../contract/feedback';
import { parseDay } from '../core/base/day';
import { failureWords } from '../core/base/failure-words';
import { codeYear } from '../core/findings/feedback/matter-code';
import { underLock } from '../google/run-guard';
import { findWorkspace, ownWorkspace } from './steps/find-workspace';
import { refusedAnswer } from './steps/job-answer';
import { NotedSinceRefusal, saveEntry } from './steps/kept/register-store';
import { busy } from './steps/office-answer';
import { readHub } from './steps/read-office';

/** What a cell of Excel holds is some thirty times this. */
const longest = 1000;

/** Refused for what is no day and for papers of another year; a code that no paper bears is told by the next run that reads the office. */
export function registerFeedback(order: FeedbackOrder, editions: Editions): JobAnswer {
  return underLock(() => register(order, editions)) ?? busy;
}

function register(order: FeedbackOrder, editions: Editions): JobAnswer {
  const hub = readHub(findWorkspace(), editions);
  if ('exit' in hub) return hub;
  const { workspace, settings } = hub;
  const wrong = wrongIn(order, settings.reportYear);
  if (wrong !== null) return refusedAnswer(`${wrong}，什么都没有写。`);
  // The workbook is made once, by whoever sees the folder it belongs in.
  const maker = workspace.register === null ? ownWorkspace(workspace) : workspace;
  if ('exit' in maker) return maker;
  try {
    const file = saveEntry(workspace, settings, order);
    return { exit: 0, text: `已登记：${order.code}。`, files: [file], problems: [], summary: null };
  } catch (error) {
    const told = refusedAnswer(`没有记下：${failureWords(error)}`);
    return error instanceof NotedSinceRefusal ? { ...told, details: error.details } : told;
  }
}

function wrongIn({ code, reply, signedOn, rectifyOn }: FeedbackOrder, year: number): string | null {
  if (codeYear(code) !== year || code.length > longest) return `“${code}”不是 ${String(year)} 年度的反馈编号`;
  if (reply.length > longest) return `反馈情况超过 ${String(longest)} 字`;
  const bad = [signedOn, rectifyOn].find((day) => day !== null && parseDay(day) === null);
  return bad == null ? null : `“${bad}”不是日期，请写成 2022-12-30 的样子`;
}
