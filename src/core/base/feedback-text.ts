/** What a department has said of a 督办单 or 核对单, in a few words. */
import type { Day } from './day';

/** The states it types into its own workbook; null and empty for what it has not said. */
interface Feedback {
  readonly signedOn: Day | null;
  readonly reply: string;
  readonly rectifyOn: Day | null;
  readonly closed: boolean | null;
  readonly doubts: readonly string[];
}

/** `2022-12-20签收，已反馈，整改日期2022-12-30，申请销号；对不上：…`; empty while nothing was said. */
export function feedbackText({ signedOn, reply, rectifyOn, closed, doubts }: Feedback): string {
  const parts = [
    signedOn === null ? '' : `${signedOn}签收`,
    reply === '' ? '' : `反馈“${reply.slice(0, 40)}”`,
    rectifyOn === null ? '' : `整改日期${rectifyOn}`,
    closed === null ? '' : closed ? '申请销号' : '不申请销号',
  ].filter((part) => part !== '');
  return [parts.join('，'), ...doubts.map((doubt) => `对不上：${doubt}`)].filter((part) => part !== '').join('；');
}
