/** Working days by the Chinese calendar: weekends, holidays, make-up working days. */
import { addDays, dayParts, daysBetween, weekday, type Day } from './day';

/** Per year the weekdays that are off and the weekend days that are worked, each as `01-03 01-31 …`. */
export type HolidayTable = Readonly<Record<number, { readonly off: string; readonly work: string }>>;

/** One day that somebody set free (`off`) or made a working day. */
interface SetDay {
  readonly day: Day;
  readonly off: boolean;
}

/** Counts by one calendar. */
export interface Calendar {
  readonly isWorkingDay: (day: Day) => boolean;
  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  readonly workingDaysBetween: (from: Day, to: Day) => number;
  /** The `count`-th working day after the day, before it when negative; the day itself for 0. */
  readonly addWorkingDays: (day: Day, count: number) => Day;
  /** The years touched by the period of which nothing is known but weekends, ascending. */
  readonly unknownYears: (from: Day, to: Day) => readonly number[];
}

/** The calendar of the table; `overrides` go before it, and a year with an override counts as known. */
export function makeCalendar(table: HolidayTable, overrides: readonly SetDay[]): Calendar {
  const exceptions = exceptionsOf(table, overrides);
  const knownYears = new Set([...Object.keys(table).map(Number), ...overrides.map(({ day }) => dayParts(day).year)]);
  const more = moreThanWeekdays(exceptions);
  const isWorkingDay = (day: Day): boolean => exceptions.get(day) ?? isWeekday(weekday(day));
  const countAfter = (from: Day, to: Day): number => weekdaysAfter(from, to) + more(to) - more(from);
  return {
    isWorkingDay,
    workingDaysBetween: (from, to) => (from <= to ? countAfter(from, to) : 0 - countAfter(to, from)),
    addWorkingDays: (day, count) => addWorkingDays(isWorkingDay, day, count),
    unknownYears: (from, to) => yearsBetween(from, to).filter((year) => !knownYears.has(year)),
  };
}

/** Day → is it worked, for the days that are not what their weekday says. */
function exceptionsOf(table: HolidayTable, overrides: readonly SetDay[]): ReadonlyMap<string, boolean> {
  const days = new Map<string, boolean>();
  for (const [year, { off, work }] of Object.entries(table)) {
    for (const date of listed(off)) days.set(`${year}-${date}`, false);
    for (const date of listed(work)) days.set(`${year}-${date}`, true);
  }
  for (const { day, off } of overrides) {
    if (isWeekday(weekday(day)) === off) days.set(day, !off);
    else days.delete(day);
  }
  return days;
}

function listed(dates: string): readonly string[] {
  return dates === '' ? [] : dates.split(' ');
}

function isWeekday(number: number): boolean {
  return number <= 5;
}

/** By how many more days than the weekdays are worked until the end of a day, from the first of the exceptions on. */
function moreThanWeekdays(exceptions: ReadonlyMap<string, boolean>): (day: Day) => number {
  const days = [...exceptions.keys()].sort();
  const sums = [0];
  for (const day of days) sums.push((sums[sums.length - 1] ?? 0) + (exceptions.get(day) === true ? 1 : -1));
  return (day) => {
    let [from, to] = [0, days.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((days[middle] ?? '') <= day) from = middle + 1;
      else to = middle;
    }
    return sums[from] ?? 0;
  };
}

/** By arithmetic: no walk over the days. */
function weekdaysAfter(from: Day, to: Day): number {
  const days = daysBetween(from, to);
  const first = weekday(from);
  let count = Math.floor(days / 7) * 5;
  for (let step = 1; step <= days % 7; step++) if (isWeekday(((first - 1 + step) % 7) + 1)) count++;
  return count;
}

function addWorkingDays(isWorkingDay: (day: Day) => boolean, day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1;
  let current = day;
  for (let left = Math.abs(count); left > 0;) {
    current = addDays(current, step);
    if (isWorkingDay(current)) left--;
  }
  return current;
}

function yearsBetween(from: Day, to: Day): readonly number[] {
  const [first, last] =
    from <= to ? [dayParts(from).year, dayParts(to).year] : [dayParts(to).year, dayParts(from).year];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
