/** Days of events as people write them where one day is not all: ranges, several days, ten-day periods, months. */
import { lastDayOfMonth, makeDay, type Day } from '../base/day';
import { checkedDay, writtenDay, type WrittenDay } from './day-words';
import type { RemarkCode } from './remarks';

/** The day an event counts on, with the remark that says how it was told; or why there is none. */
type EventDay = { readonly day: Day; readonly end?: Day; readonly says: RemarkCode } | RemarkCode;

/** No cell that names the days of one event is longer. */
const longest = 60;
/** What may follow the first day: a day of the same month, of another, of another year; or words beside the last one. */
const laterDay =
  /^(?:\d{1,2}[日号]?|\d{1,2}月\d{1,2}[日号]?|\d{1,2}[./-]\d{1,2}[日号]?|\d{4}(?:年|[./-])\d{1,2}(?:月|[./-])\d{1,2}[日号]?)$/u;

/**
 * The day of a text that is no single day, null where it is none of these forms either. A range and several days count on the first;
 * what was finished then on the last, for a look.
 */
export function eventDay(text: string, reportYear: number, isEnd = false): EventDay | null {
  if (text.length > longest) return null;
  const found = spanOf(text, reportYear) ?? periodOf(text, reportYear);
  if (!isEnd || found === null || typeof found === 'string') return found;
  return { day: found.end ?? found.day, says: 'day-end' };
}

/** `2022年4月12日-13日`, `2022.11.28-12.4`, `12.1-12.7`, `2022.11.5、11.12`: the first day. */
function spanOf(text: string, reportYear: number): EventDay | null {
  for (const { first, mark, rest } of cuts(text)) {
    // Two days are no number: 12.1 is the first of the month here.
    const written = writtenDay(first) ?? dottedDay(`${first.replace(/[日号]$/u, '')}日`);
    if (written === null || !rest.every((part) => laterDay.test(part))) continue;
    const day = checkedDay(written, reportYear);
    if (day === 'day-missing' || day === 'day-too-far') return day;
    const end = lastOf(rest[rest.length - 1] ?? '', written, reportYear);
    if (end === 'day-missing' || end === 'day-too-far') return end;
    if (end < day) return 'day-reversed';
    return { day, end, says: /[、,，;；和及]/u.test(mark) ? 'day-several' : 'day-range' };
  }
  return null;
}

interface Cut {
  readonly first: string;
  readonly mark: string;
  readonly rest: readonly string[];
}

/** The text cut behind its first day: a dash may also stand within a day. */
function cuts(text: string): readonly Cut[] {
  const dashes = [...text.matchAll(/[至到~—–、,，;；和及]+|-+/gu)];
  return dashes.flatMap(({ 0: mark, index }) => {
    const rest = text
      .slice(index + mark.length)
      .split(/[至到~—–、,，;；和及]+/u)
      .filter((part) => part !== '');
    return rest.length === 0 ? [] : [{ first: text.slice(0, index), mark, rest }];
  });
}

/** The last day of a range: what it leaves away is as in the first. */
function lastOf(text: string, first: WrittenDay, reportYear: number): ReturnType<typeof checkedDay> {
  const [day = 0, month = first.month, year = first.year] = (text.match(/\d+/gu) ?? []).map(Number).reverse();
  return checkedDay({ year, month, day }, reportYear);
}

/** `6月上旬` counts on the 10th, `10月` on its last day: it was over by then, and the month decides what is counted. */
function periodOf(text: string, reportYear: number): EventDay | null {
  const groups =
    /^(?:(?<year>\d{4})(?:年|[./-]))?(?<month>\d{1,2})(?:月份?\(?(?<part>[上中下]旬|[初中底末])?\)?|(?<bare>))$/u.exec(
      text,
    )?.groups;
  // 9.5 without a year is a number, or a day.
  if (groups === undefined || (groups.bare !== undefined && groups.year === undefined)) return null;
  const month = Number(groups.month);
  const year = groups.year === undefined ? null : Number(groups.year);
  const first = checkedDay({ year, month, day: 1 }, reportYear);
  if (first === 'day-missing' || first === 'day-too-far') return first;
  return endOf({ year: Number(first.slice(0, 4)), month }, partEnds[groups.part?.charAt(0) ?? '']);
}

/** The day `last` of the month, or the last it has. */
function endOf({ year, month }: { readonly year: number; readonly month: number }, last: number | undefined): EventDay {
  const ended = lastDayOfMonth(year, month);
  return { day: last === undefined ? ended : (makeDay(year, month, last) ?? ended), says: 'day-period' };
}

/** By the first character of a part of a month; any other ends with the month. */
const partEnds: Readonly<Record<string, number>> = { 上: 10, 初: 10, 中: 20 };

/** 3.15, 3.9 and 3/1 of an event; not 3.1, which may have been the number 3.10 once, but 3.1日. */
export function dottedDay(text: string): WrittenDay | null {
  const [, month, day] =
    /^(\d{1,2})\.(\d\d|[4-9]|\d(?=[日号]))[日号]?$/u.exec(text) ?? /^(\d{1,2})\/(\d{1,2})[日号]?$/u.exec(text) ?? [];
  return month === undefined || day === undefined ? null : { year: null, month: Number(month), day: Number(day) };
}

/** 22.6.10, 22年6月10日: the year as two digits, where it lies near the report's; null for every other form. */
export function shortYearDay(text: string, reportYear: number): WrittenDay | null {
  const parts =
    /^(?<year>\d{2})(?<mark>[-./])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})日?$/u.exec(text)?.groups ??
    /^(?<year>\d{2})年(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/u.exec(text)?.groups;
  if (parts === undefined) return null;
  const year = Math.floor(reportYear / 100) * 100 + Number(parts.year);
  return Math.abs(year - reportYear) > 1 ? null : { year, month: Number(parts.month), day: Number(parts.day) };
}
