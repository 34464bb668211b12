/** Recurring deadlines: each occurrence of the year as a day. */
import { daysInMonth, lastDayOfMonth, makeDay, type Day } from '../base/day';
import { chineseNumber } from './chinese-number';

/** The days of the year, in order; `clamped` when some month is too short for the day asked. */
export interface Occurrences {
  readonly due: readonly Day[];
  readonly clamped: boolean;
}

const end = '(?:底|末)?(?:前|之前|以前|内)?';

/**
 * Reads what follows 每: 月, 月底前, 月25日前, 两月, 季度末, 季度第一个月10日前, 半年. Null for anything else (每周 has no
 * day that could be judged).
 */
export function recurringDays(rule: string, year: number): Occurrences | null {
  if (new RegExp(`^个?月${end}$`, 'u').test(rule)) return monthEnds(1, year);
  if (new RegExp(`^个?季度?${end}$`, 'u').test(rule)) return monthEnds(3, year);
  if (new RegExp(`^半年度?${end}$`, 'u').test(rule)) return monthEnds(6, year);
  return everySomeMonths(rule, year) ?? dayOfEachMonth(rule, year) ?? dayOfEachQuarter(rule, year);
}

/** 两月, 两个月, 2个月, 三个月: only lengths that divide the year. */
function everySomeMonths(rule: string, year: number): Occurrences | null {
  const count = new RegExp(`^([一二两三四六2-46])个?月${end}$`, 'u').exec(rule)?.[1];
  if (count === undefined) return null;
  return monthEnds(chineseNumber(count) ?? Number(count), year);
}

function dayOfEachMonth(rule: string, year: number): Occurrences | null {
  const day = /^个?月(\d{1,2})[日号](?:前|之前|以前)?$/u.exec(rule)?.[1];
  return day === undefined ? null : days(range(12, 1), Number(day), year);
}

function dayOfEachQuarter(rule: string, year: number): Occurrences | null {
  const match = /^季度(?:第?([一二三1-3])个月|首月|(末)月)(?:(\d{1,2})[日号])?(?:底|末)?(?:前|之前|以前)?$/u.exec(rule);
  if (match === null) return null;
  const nth = match[2] === undefined ? (chineseNumber(match[1] ?? '') ?? Number(match[1] ?? 1)) : 3;
  const months = range(4, 3).map((month) => month - 3 + nth);
  if (match[3] === undefined) return { due: months.map((month) => lastDayOfMonth(year, month)), clamped: false };
  return days(months, Number(match[3]), year);
}

function monthEnds(step: number, year: number): Occurrences {
  return { due: range(12 / step, step).map((month) => lastDayOfMonth(year, month)), clamped: false };
}

/** The day in each of the months, or the last day of a month that is too short. */
function days(months: readonly number[], day: number, year: number): Occurrences | null {
  if (day < 1 || day > 31) return null;
  const due = months.map((month) => makeDay(year, month, day) ?? lastDayOfMonth(year, month));
  return { due, clamped: months.some((month) => daysInMonth(year, month) < day) };
}

/** `count` multiples of `step`. */
function range(count: number, step: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => (index + 1) * step);
}
