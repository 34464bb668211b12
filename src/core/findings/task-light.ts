/** The light of a task and the few words that say why. */
import { dayParts, daysBetween, makeDay, type Day } from '../base/day';
import { plain, round } from '../base/decimal';
import type { Light } from '../base/state-words';
import { clipped } from '../base/text';
import type { Calendar } from '../base/working-days';
import type { Progress, Task } from '../rows/rows';
import type { Settings } from '../settings/settings';
import type { TaskFinding } from './findings';
import { isPeriodRefused, percentOf, periodOf, type TaskStanding } from './task-state';

/** The longest quarter. */
const daysOfQuarter = 92;

interface Lit {
  readonly light: Light;
  readonly why: string;
}

/** What a light is judged by. */
export interface TaskOnDay {
  readonly task: Task;
  readonly progress: Progress | null;
  /** When the workbook the line stands in was last filled in, as its cover says. */
  readonly filledOn: Day | null;
  readonly unused: TaskFinding['unused'];
  readonly standing: TaskStanding;
  readonly workingDaysLate: number;
  readonly workingDaysLeft: number | null;
}

/** 红 before 黄 before 蓝 before 绿; 灰 for what the office has put off or dropped. */
export function lightOf(found: TaskOnDay, settings: Settings, calendar: Calendar): Lit {
  const { standing } = found;
  switch (standing.state) {
    case 'deferred':
    case 'cancelled':
      return { light: 'grey', why: approvedWhy(found) };
    case 'done':
      return { light: 'green', why: doneWhy(found, calendar) };
    case 'overdue':
      return { light: 'red', why: overdueWhy(found) };
    case 'unreported':
      return { light: 'yellow', why: '已到期，没有报进展' };
    case 'unclear':
      return { light: 'yellow', why: unclearWhy(found) };
    case 'running':
      return runningLight(found, settings);
  }
}

function approvedWhy({ task: { approved }, standing }: TaskOnDay): string {
  const until = approved?.until == null ? '' : `至${approved.until}`;
  const word = standing.state === 'cancelled' ? '已批准取消' : `已批准延期${until}`;
  return approved?.basis ? `${word}：${approved.basis}` : word;
}

function doneWhy({ progress, task }: TaskOnDay, calendar: Calendar): string {
  const day = progress?.doneOn.value ?? null;
  if (task.deadline?.kind !== 'day' || day === null) return '已完成';
  const days = calendar.workingDaysBetween(task.deadline.due, day);
  return days > 0 ? `已完成，晚于时限${String(days)}个工作日` : '已完成';
}

/** What the department said stands in quotes; what is wrong with it is in the problem list. */
function unclearWhy({ progress, task, standing }: TaskOnDay): string {
  if (progress !== null && isPeriodRefused(task, progress)) {
    const period = clipped(progress.doneThrough.shown.trim(), 20);
    return `已到期，“已完成至第几期”填的“${period}”没有采用，完成情况待核实`;
  }
  if (standing.occurrence !== null && progress?.status.value === 'done') {
    return `第${String(standing.occurrence)}期已到期，完成日期在这一期以前，未填已完成至第几期，完成情况待核实`;
  }
  const said = clipped(progress?.status.shown.trim() ?? '', 20);
  return `已到期，${said === '' ? '没有填状态' : `状态“${said}”没有采用`}，完成情况待核实`;
}

function overdueWhy(found: TaskOnDay): string {
  const { standing, workingDaysLate } = found;
  const which = standing.occurrence === null ? '' : `第${String(standing.occurrence)}期未完成，`;
  const late = workingDaysLate > 0 ? `逾期${String(workingDaysLate)}个工作日` : '到期未完成';
  return `${which}${late}${silence(found)}`;
}

/** Of a recurring task the department may not have said which period it speaks of. */
function silence({ task, progress, standing }: TaskOnDay): string {
  return standing.occurrence !== null && periodOf(task, progress) === null ? '，未填已完成至第几期' : '';
}

function runningLight(found: TaskOnDay, settings: Settings): Lit {
  const { task, progress, workingDaysLeft } = found;
  if (task.deadline === null) return { light: 'yellow', why: '完成时限无法识别，不能判断是否逾期' };
  if (task.deadline.kind === 'ongoing') return ongoingLight(found, settings.asOf);
  const behind = isUnknown(found) ? null : lag(found, settings);
  if (behind !== null && behind > settings.lagPoints) {
    const report = progress === null ? '未报进展' : `进度${plain(percentOf(progress) ?? 0)}%`;
    return { light: 'yellow', why: `${report}，落后序时${plain(round(behind, 0))}个百分点` };
  }
  if (workingDaysLeft !== null && workingDaysLeft <= settings.remindDays) {
    return { light: 'blue', why: soonWhy(found, settings.asOf) };
  }
  if (isUnknown(found)) return { light: 'yellow', why: reportLack(found) };
  return { light: 'green', why: '按序时推进' };
}

function soonWhy(found: TaskOnDay, asOf: Day): string {
  const { standing, workingDaysLeft } = found;
  const left = standing.due === asOf ? '当日到期' : `距到期${String(workingDaysLeft)}个工作日`;
  return isUnknown(found) ? `${left}，${reportLack(found)}` : left;
}

/** Whether the department may have told of it where nobody could read it: it is neither behind nor in order. */
function isUnknown({ progress, unused }: TaskOnDay): boolean {
  return progress === null && unused !== null;
}

/** Who sent something that nobody could use is not one who has not reported. */
function reportLack({ unused }: TaskOnDay): string {
  return unused === null ? '未报进展' : `牵头单位的${unused.why}`;
}

/** Work without end must be reported on each quarter. */
function ongoingLight(found: TaskOnDay, asOf: Day): Lit {
  const { progress, filledOn } = found;
  if (progress === null) return { light: 'yellow', why: `长期任务，${reportLack(found)}` };
  if (progress.status.value === 'not-started') return { light: 'yellow', why: '长期任务，尚未启动' };
  if (filledOn !== null && daysBetween(filledOn, asOf) > daysOfQuarter) {
    return { light: 'yellow', why: `长期任务，${filledOn}以后没有更新` };
  }
  return { light: 'green', why: '长期任务，持续推进' };
}

/** Percentage points behind the share of the period that has gone by; null when there is nothing to compare. */
function lag({ task, progress, standing }: TaskOnDay, settings: Settings): number | null {
  const percent = percentOf(progress);
  const elapsed = standing.due === null ? null : elapsedPercent(task, settings.asOf);
  return percent === null || elapsed === null ? null : elapsed - percent;
}

/** How much of the time for a task with one deadline has gone by, 0–100; null of any other task. */
export function elapsedPercent({ deadline }: Pick<Task, 'deadline'>, asOf: Day): number | null {
  if (deadline?.kind !== 'day') return null;
  const start = deadline.start ?? firstOfYear(deadline.due);
  const length = daysBetween(start, deadline.due);
  const elapsed = Math.max(0, Math.min(daysBetween(start, asOf), length));
  return length <= 0 ? null : (elapsed * 100) / length;
}

/** Plans are made by the year: without a start the period begins on the first day of the year in which it ends. */
function firstOfYear(day: Day): Day {
  return makeDay(dayParts(day).year, 1, 1) ?? day;
}
