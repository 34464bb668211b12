/** What holds in some years only: congresses, plans, laws. */
import { makeDay, type Day } from '../base/day';
import type { DatedThing } from '../edition/edition';

/** Whether it holds on the day. */
function holdsOn({ from, to }: DatedThing, day: Day): boolean {
  return from <= day && (to === null || day <= to);
}

/** The one of a setting that holds on a day; `defaults` only where nobody needs to say so. */
export function settingThingOn(times: readonly DatedThing[], setting: string, day: Day): DatedThing | undefined {
  return times.find((one) => one.setting === setting && holdsOn(one, day));
}

/** Those a text speaks of that do not hold on the day, but for those it also speaks of by what does hold. */
export function outOfTime(times: readonly DatedThing[], text: string, day: Day): readonly DatedThing[] {
  return times.filter((one) => one.marks.some((mark) => text.includes(mark)) && !holdsOn(one, day));
}

/** By name how the report calls what holds on the day; `own` is what the office says instead, empty for nothing. */
export function currentWords(
  times: readonly DatedThing[],
  day: Day,
  own: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const named = times.filter(({ setting }) => setting === '');
  const found = named.filter((one) => holdsOn(one, day)).map(({ name, value }) => [name, value] as const);
  return { ...Object.fromEntries(named.map(({ name }) => [name, ''])), ...Object.fromEntries(found), ...own };
}

/** The last day the report speaks of: the day of reckoning while the statistics have not ended, always within its year. */
export function lastDayOf(reportYear: number, cutoff: Day, asOf: Day): Day {
  const [first, end] = [makeDay(reportYear, 1, 1), makeDay(reportYear, 12, 31)];
  if (first === null || end === null) throw new Error(`no such year: ${String(reportYear)}`);
  const last = asOf < cutoff ? asOf : cutoff;
  if (last < first) return first;
  return last > end ? end : last;
}

/** Whether the report speaks of a year that is over: to its end, or to the day of December on which its statistics end. */
export function isYearOver({ cutoff, lastDay }: { readonly cutoff: Day; readonly lastDay: Day }): boolean {
  return lastDay.slice(5, 7) === '12' && (lastDay === cutoff || lastDay.endsWith('-31'));
}
