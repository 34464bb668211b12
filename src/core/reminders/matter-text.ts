/** The wording of matters: 提醒, 催办, 督办, 缺报, 数据存疑; 请协助 to a department that the office does not command. */
import { sheetName } from '../base/place';
import { longDay, type Day } from '../base/day';
import { readRemedies, type ReadFailure } from '../base/read-failure';
import type { TaskFinding } from '../findings/findings';
import type { ReceiverRole, ReminderLevel } from './due-item';

/** Who is spoken to. */
export interface Addressee {
  readonly department: string;
  readonly isOutpost: boolean;
  readonly role: ReceiverRole;
  /** Of a department without a form of its own the office, in which it can have the town's table put right; null of any other. */
  readonly office?: string | null;
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

/** What is to be done about a task that is open, or of which nobody can tell how it stands. */
function todoOf(
  { progress, state, unused }: TaskFinding,
  { office = null }: Addressee,
): { own: string; leader: string } {
  if (progress === null && unused !== null) {
    // What nobody has read is neither slow nor wrong.
    const own = `改好填报表后重新报送：${unused.remedy.replace(/^请/u, '')}`;
    return { own, leader: `督促承办单位${own}` };
  }
  const isUnclear = state === 'unclear';
  if (office === null) {
    const own = isUnclear ? '核实完成情况并改正填报表' : '抓紧推进并更新填报表';
    return { own, leader: `督促承办单位${own}` };
  }
  const table = progress === null ? null : sheetName(progress.place);
  const own = isUnclear ? '核实完成情况' : '抓紧推进';
  const there = table === null ? '把进展' : isUnclear ? `在${table}里改正，或者` : `把进展写进${table}，或者`;
  return { own: `${own}，${there}报${office}${isUnclear ? '改正' : ''}`, leader: `督促承办单位${own}并报告` };
}

/** `answerBy`: by when a red task is to be answered; null for the others. */
export function taskText(found: TaskFinding, to: Addressee, level: ReminderLevel, answerBy: Day | null): string {
  const { task, due, state, why } = found;
  const when = due === null ? '' : `完成时限为${longDay(due)}，`;
  const fact = `${to.role === '承办单位' ? '贵单位' : ''}牵头的“${task.title}”（${task.id}）${when}${why}`;
  if (state === 'unclear' || !level.startsWith('红')) return matterText(to, fact, todoOf(found, to));
  const by = answerBy === null ? '' : `于${longDay(answerBy)}前`;
  return matterText(to, `${fact}${grades[level] ?? ''}`, {
    own: `${by}书面说明原因、预计完成时间和下一步措施`,
    leader: `督促承办单位尽快办结，并${by}书面说明原因和措施`,
  });
}

const grades: Readonly<Partial<Record<ReminderLevel, string>>> = { 红2: '，按二级催办处理', 红3: '，按三级督办处理' };

/** A department without a usable workbook; `refusal` says what is wrong with the one it sent, empty when none came. */
export function missingText(department: string, isOutpost: boolean, today: Day, refusal: string): string {
  const fact =
    refusal === '' ? `截至${longDay(today)}没有收到可用的填报表` : `截至${longDay(today)}没有可用的填报表：${refusal}`;
  const own = refusal === '' ? '尽快报送' : '改好后尽快重新报送';
  return matterText({ department, isOutpost, role: '承办单位' }, fact, { own, leader: '' });
}

/** To the office, of a department whose workbook nobody could read. */
export function unreadText(department: string, { fault, why }: ReadFailure): string {
  return `${department}的填报表没有读到：${why}。这不是缺报，没有向该单位催报。${readRemedies[fault]}。`;
}
