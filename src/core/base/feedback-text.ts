/** What is said of a 督办单 or 核对单, in a few words. */
import type { Day } from './day';
import { taskStateWords, type TaskState } from './state-words';

/** What department and office have said; null and empty for what nobody has. */
interface Feedback {
  readonly signedOn: Day | null;
  readonly reply: string;
  readonly rectifyOn: Day | null;
  readonly closed: boolean | null;
  readonly settled: boolean | null;
  readonly doubts: readonly string[];
}

/** `2022-12-20签收，反馈“…”，整改日期2022-12-30，申请销号，已销号；对不上：…`; empty while nothing was said. */
export function feedbackText({ signedOn, reply, rectifyOn, closed, settled, doubts }: Feedback): string {
  const parts = [
    signedOn === null ? '' : `${signedOn}签收`,
    reply === '' ? '' : `反馈“${reply.slice(0, 40)}”`,
    rectifyOn === null ? '' : `整改日期${rectifyOn}`,
    closed === null ? '' : closed ? '申请销号' : '不申请销号',
    settled === null ? '' : settled ? '已销号' : '不同意销号',
  ].filter((part) => part !== '');
  return [parts.join('，'), ...doubts.map((doubt) => `对不上：${doubt}`)].filter((part) => part !== '').join('；');
}

/** How the matter of a paper stands: `逾期`, `还有3处要处理`; empty of an earlier period of a task. */
export function matterText({
  kind,
  state,
  open,
}: {
  readonly kind: 'order' | 'check';
  readonly state: TaskState | null;
  readonly open: number;
}): string {
  if (kind === 'check') return open === 0 ? '没有要处理的' : `还有${String(open)}处要处理`;
  return state === null ? '' : taskStateWords[state];
}
