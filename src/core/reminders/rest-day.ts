/** Days on which no reminder goes out. */
import type { Day } from '../base/day';
import type { Calendar } from '../base/working-days';
import type { Settings } from '../settings/settings';

/** The next working day, where reminders wait for it; null when they may go out on the day. */
export function restUntil(day: Day, { onRestDays }: Pick<Settings, 'onRestDays'>, calendar: Calendar): Day | null {
  return calendar.isWorkingDay(day) || onRestDays ? null : calendar.addWorkingDays(day, 1);
}
