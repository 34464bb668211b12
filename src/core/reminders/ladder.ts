/** How far a late matter has risen: the steps of the setting 逾期催办工作日, and who is told at each. */
import type { Day } from '../base/day';
import type { Calendar } from '../base/working-days';
import type { Settings } from '../settings/settings';
import type { ReceiverRole, ReminderLevel } from './due-item';

const redLevels: readonly ReminderLevel[] = ['红1', '红2', '红3'];
const roles: readonly ReceiverRole[] = ['承办单位', '分管领导', '主要领导'];

/**
 * The step (1–3) that a matter past its due day has reached, 0 while it is below the first. What ran out on a weekend counts
 * as one working day late from the day after on.
 */
export function stepAt(
  due: Day,
  today: Day,
  { overdueSteps }: Pick<Settings, 'overdueSteps'>,
  calendar: Calendar,
): number {
  const late = Math.max(1, calendar.workingDaysBetween(due, today));
  return overdueSteps.filter((step) => step <= late).length;
}

/** 红1–红3; null for step 0. */
export function redLevel(step: number): ReminderLevel | null {
  return redLevels[step - 1] ?? null;
}

/** 1 承办单位, 2 with 分管领导, 3 with 主要领导. */
export function rolesAt(step: number): readonly ReceiverRole[] {
  return roles.slice(0, step);
}
