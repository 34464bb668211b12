/** The wording of matters: 提醒, 催办, 督办, 缺报, 数据存疑; 请协助 to a department that the office does not command. */
import { longDay, type Day } from '../base/day';
import { readRemedies, type ReadFailure } from '../base/read-failure';
import type { TaskFinding } from '../findings/findings';
import type { ReceiverRole, ReminderLevel } from './due-item';

/** Who is spoken to. */
export interface Addressee {
  readonly department: string;
  readonly isOutpost: boolean;
  readonly role: ReceiverRole;
}

/** To the department itself what it is to do, to a leader what to see to. `fact` and `action` are without a full stop. */
export function matterText(
  { department, isOutpost, role }: Addressee,
  fact: string,
  action: { readonly own: string; readonly leader: string },
): string {
  if (role !== '承办单位') return `${department}${fact}。请${action.leader}。`;
  return `${department}：${fact}。请${isOutpost ? '协助' : ''}${action.own}。`;
}

/** `answerBy`: by when a red task is to be answered; null for the others. */
export function taskText(
  { task, due, why }: TaskFinding,
  to: Addressee,
  level: ReminderLevel,
  answerBy: Day | null,
): string {
  const when = due === null ? '' : `完成时限为${longDay(due)}，`;
  const fact = `${to.role === '承办单位' ? '贵单位' : ''}牵头的“${task.title}”（${task.id}）${when}${why}`;
  if (!level.startsWith('红')) {
    return matterText(to, fact, { own: '抓紧推进并更新填报表', leader: '督促承办单位抓紧推进并更新填报表' });
  }
  const by = answerBy === null ? '' : `于${longDay(answerBy)}前`;
  return matterText(to, `${fact}${grades[level] ?? ''}`, {
    own: `${by}书面说明原因、预计完成时间和下一步措施`,
    leader: `督促承办单位尽快办结，并${by}书面说明原因和措施`,
  });
}

const grades: Readonly<Partial<Record<ReminderLevel, string>>> = { 红2: '，按二级催办处理', 红3: '，按三级督办处理' };

/** A department without a usable workbook; `refusal` says what is wrong with the one it sent, empty when none came. */
export function missingText(department: string, isOutpost: boolean, asOf: Day, refusal: string): string {
  const fact =
    refusal === '' ? `截至${longDay(asOf)}没有收到可用的填报表` : `截至${longDay(asOf)}没有可用的填报表：${refusal}`;
  const own = refusal === '' ? '尽快报送' : '改好后尽快重新报送';
  return matterText({ department, isOutpost, role: '承办单位' }, fact, { own, leader: '' });
}

/** To the office, of a department whose workbook nobody could read. */
export function unreadText(department: string, { fault, why }: ReadFailure): string {
  return `${department}的填报表没有读到：${why}。这不是缺报，没有向该单位催报。${readRemedies[fault]}。`;
}
