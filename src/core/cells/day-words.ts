/** Days as people write them: the closed list of forms, shared by dates and deadlines. */
import { dayFromSerial, dayParts, makeDay, type Day } from '../base/day';
import type { Cell } from '../base/grid';
import { chineseNumber } from './chinese-number';
import type { ReadContext, Reading } from './readings';
import { unmarkedText, readError, refused, remark, type RemarkCode } from './remarks';

/** A year, a month and a day; `year` is null when it was not written. */
export interface WrittenDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const hour = String.raw`\d{1,2}(?::\d{2}|[点时](?:\d{1,2}分|半)?)`;
const halfDay = '(?:上午|下午|晚上|晚|全天|整天)';
/** `（星期六）`, `周六上午`, `9:00-11:00` behind a day. */
const timeOfDay = new RegExp(
  `(?<=[\\d日号])(?:\\(?(?:星期|周|礼拜)[一二三四五六日天][,、]?${halfDay}?\\)?|\\(${halfDay}\\))?` +
    `(?:(?<![\\d])${halfDay}?${hour}(?:[-—~至到]${hour})?|${halfDay})?$`,
  'u',
);

/**
 * The cell's text without spaces, weekday and time of day, Chinese numerals of dates turned into digits: 二〇二二年六月三十日 →
 * 2022年6月30日.
 */
export function dateText(cell: Cell): string {
  return unmarkedText(cell)
    .replace(/(?<=\d|日)\s+\d{1,2}:\d{2}(:\d{2})?$|\d{1,2}(时|点)$/u, '')
    .replace(/\s/gu, '')
    .replace(/[〇零○一二三四五六七八九]{4}(?=年)/gu, (numerals) => String(chineseNumber(numerals)))
    .replace(/(?<!每)[一二三四五六七八九十]{1,3}(?=[月日号])/gu, (numerals) =>
      String(chineseNumber(numerals) ?? numerals),
    )
    .replace(timeOfDay, '');
}

/** Reads 2022-6-30, 2022.6.30, 2022/6/30, 2022年6月30日, 20220630 and 6月30日; null for every other form. */
export function writtenDay(text: string): WrittenDay | null {
  const full =
    /^(?<year>\d{4})(?<mark>[-./])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})日?$/u.exec(text) ??
    /^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/u.exec(text) ??
    /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/u.exec(text);
  const parts = full?.groups;
  if (parts) return { year: Number(parts.year), month: Number(parts.month), day: Number(parts.day) };
  const short = /^(\d{1,2})月(\d{1,2})[日号]?$/u.exec(text);
  return short ? { year: null, month: Number(short[1]), day: Number(short[2]) } : null;
}

/** The day, or why there is none: it does not exist, or lies more than five years from the report's year. */
export function checkedDay(written: WrittenDay, reportYear: number): Day | 'day-missing' | 'day-too-far' {
  const year = written.year ?? reportYear;
  if (Math.abs(year - reportYear) > 5) return 'day-too-far';
  return makeDay(year, written.month, written.day) ?? 'day-missing';
}

/**
 * Reads what is a day by the cell's kind: a date cell, or a number that can only be a serial or 20220630. Null when the
 * text decides.
 */
export function dayByKind(cell: Cell, context: ReadContext): Reading<Day> | null {
  const failed = readError(cell, context);
  if (failed !== null) return failed;
  if (cell.kind === 'bool' || cell.kind === 'percent') return refused('day-unreadable', cell, context);
  if (typeof cell.value !== 'number') return null;
  if (cell.kind === 'date') return serialDay(cell, context, cell.value, false);
  if (Number.isInteger(cell.value) && cell.value >= 40_000 && cell.value <= 60_000) {
    return serialDay(cell, context, cell.value, true);
  }
  if (/^\d{8}$/u.test(String(cell.value))) return null;
  return refused(cell.value < 13 ? 'day-short' : 'day-number', cell, context);
}

function serialDay(cell: Cell, context: ReadContext, serial: number, doubtful: boolean): Reading<Day> {
  const day = dayFromSerial(serial);
  if (day === null) return refused('day-missing', cell, context);
  if (Math.abs(dayParts(day).year - context.reportYear) > 5) return refused('day-too-far', cell, context);
  const code = doubtful ? 'day-serial' : hiddenRemark(cell, day, context.reportYear);
  return { value: day, remarks: code === null ? [] : [remark(code, cell, context, day)] };
}

/** A date that does not show its year must be of the report's, as a text without one is. */
function hiddenRemark({ format }: Cell, day: Day, reportYear: number): RemarkCode | null {
  if (format?.shows === 'other') return 'day-part-hidden';
  const isYearHidden = format?.shows === 'month' || format?.shows === 'month-day';
  return isYearHidden && dayParts(day).year !== reportYear ? 'day-year-hidden' : null;
}

/** Whether a date cell shows a month or a year and no day: it means no more than a text like `2022年12月`. */
export function periodShown({ kind, format }: Cell): 'month' | 'year' | null {
  if (kind !== 'date') return null;
  if (format?.shows === 'year') return 'year';
  return format?.shows === 'year-month' || format?.shows === 'month' ? 'month' : null;
}

/** Why a text that is no known form of a day is refused. */
export function dayRefusal(text: string): RemarkCode {
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/u.test(text)) return 'day-order';
  if (/^\d{2}([./-]\d{1,2}[./-]\d{1,2}|年\d{1,2}月.*)$/u.test(text)) return 'day-short-year';
  if (/^\d{1,2}[./-]\d{1,2}$/u.test(text)) return 'day-short';
  if (/^\d+(\.\d+)?$/u.test(text)) return 'day-number';
  return 'day-unreadable';
}
