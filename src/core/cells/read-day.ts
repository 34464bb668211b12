/** Reads a date cell: 完成日期, 成文日期, 决定日期. */
import { dayParts, lastDayOfMonth, type Day } from '../base/day';
import type { Cell } from '../base/grid';
import { checkedDay, dateText, dayByKind, dayRefusal, periodShown, writtenDay, type WrittenDay } from './day-words';
import { nameKey } from '../base/text';
import { dottedDay, eventDay, shortYearDay } from './event-days';
import type { ReadContext, Reading } from './readings';
import { noWords, yesWords } from './read-words';
import { nothingRead, refused, remark, type RemarkCode } from './remarks';

/**
 * The day, from a date cell or one of the written forms; a day without a year is of the report's year and noted. Of an event also
 * a range, a ten-day period or a month are understood, which is noted.
 */
export function readDay(cell: Cell, context: ReadContext): Reading<Day> {
  if (isMonthAsNumber(cell, context)) return looseDay(cell.shown, cell, context);
  if (isDayAsNumber(cell, context)) return looseDay(String(cell.value), cell, context);
  const byKind = dayByKind(cell, context);
  if (byKind !== null) return shownDay(cell, context, byKind);
  const text = dateText(cell);
  if (none.test(text)) return nothingRead;
  if (context.isMarked === true) {
    const mark = markOf(text, context.choiceUsages);
    if (mark === '否') return nothingRead;
    if (mark !== null)
      return { value: null, remarks: [remark(mark === '是' ? 'day-affirmed' : 'day-open', cell, context)] };
  }
  const written = writtenDay(text);
  if (written === null) return looseDay(text, cell, context);
  return oneDay(written, written.year === null ? 'year-assumed' : null, cell, context);
}

/** What a word in the place of a day says: that it was done, was not, or is not yet; null for anything else. `usages` are the column's. */
export function markOf(text: string, usages: ReadContext['choiceUsages'] = {}): '是' | '否' | '未到' | null {
  const said = nameKey(text);
  if (none.test(said)) return '否';
  const bare = said.replace(/^(?:正在|尚在|仍在|还在|尚|暂)(?=.)/u, '');
  const isOf = (choice: string, general: readonly string[]): boolean =>
    [said, bare].some((word) => general.includes(word) || usages[choice]?.includes(word) === true);
  return isOf('是', yesWords) ? '是' : isOf('否', noWords) ? '否' : isOf('未到', []) ? '未到' : null;
}

const none = /^([-—/]*|无)$/u;

/** 2022.9 that a spreadsheet took for a number; 2022.1 may have been October. */
function isMonthAsNumber({ kind, shown }: Cell, { isEvent }: ReadContext): boolean {
  return isEvent === true && kind === 'number' && /^20\d\d\.(?:0[1-9]|[2-9]|1[12])$/u.test(shown);
}

/** 3.15 that a spreadsheet took for a number. */
function isDayAsNumber({ kind, value }: Cell, { isEvent, isMarked }: ReadContext): boolean {
  return (isEvent === true || isMarked === true) && kind === 'number' && dottedDay(String(value)) !== null;
}

/** A date cell that shows only its month does not say on which day something was done. */
function shownDay(cell: Cell, context: ReadContext, read: Reading<Day>): Reading<Day> {
  const period = periodShown(cell);
  if (read.value === null || period === null) return read;
  const { isEvent, isMarked } = context;
  if ((isEvent !== true && isMarked !== true) || period === 'year')
    return refused('day-hidden', cell, context, read.value);
  const { year, month } = dayParts(read.value);
  const day = lastDayOfMonth(year, month);
  return {
    value: day,
    remarks: [...read.remarks, remark(isEvent === true ? 'day-period' : 'day-end', cell, context, day)],
  };
}

/** `8.13办结`, `已办结（8月13日）`, `延期至8.13办结`: the day beside a word that it was done; without such a word a day to come is none. */
function dayBesideWord(
  text: string,
  { reportYear, choiceUsages = {}, words: { statuses } }: ReadContext,
): WrittenDay | null {
  const done = [...(choiceUsages.是 ?? []), ...statuses.meanings.done].sort((one, other) => other.length - one.length);
  const bare = text.replace(/[(),:;、]/gu, '');
  const before = done.find((word) => bare.startsWith(word)) ?? '';
  const after = done.find((word) => bare.length > before.length && bare.endsWith(word)) ?? '';
  if (before === '' && after === '') return null;
  const between = bare.slice(before.length, bare.length - after.length);
  const approved = statuses.approved.find((word) => between.startsWith(word)) ?? '';
  const said = between.slice(approved.length);
  const later = statuses.meanings.deferred.find((word) => said.startsWith(word)) ?? '';
  const rest = said.slice(later.length).replace(later === '' ? /^[于在]/u : /^[至到]/u, '');
  return writtenDay(rest) ?? dottedDay(rest) ?? shortYearDay(rest, reportYear);
}

function looseDay(text: string, cell: Cell, context: ReadContext): Reading<Day> {
  const loose = looselyWritten(text, context);
  if (loose !== null) return oneDay(loose, loose.year === null ? 'year-assumed' : null, cell, context);
  const short = shortYearDay(text, context.reportYear);
  if (short !== null) return oneDay(short, 'day-two-digits', cell, context);
  const beside = context.isMarked === true ? dayBesideWord(text, context) : null;
  if (beside !== null) return oneDay(beside, 'day-beside', cell, context);
  const { isEvent, isMarked, reportYear } = context;
  const found = isEvent === true || isMarked === true ? eventDay(text, reportYear, isEvent !== true) : null;
  if (found === null) return refused(dayRefusal(text), cell, context);
  if (typeof found === 'string') return refused(found, cell, context);
  return { value: found.day, remarks: [remark(found.says, cell, context, found.day)] };
}

/** 2024-05月17日, signs mixed; of an event also 3.9 and 3.15. */
function looselyWritten(text: string, { isEvent, isMarked }: ReadContext): WrittenDay | null {
  const [, year, month, day] = /^(20\d\d)[年./-](\d{1,2})[月./-](\d{1,2})[日号]?$/u.exec(text) ?? [];
  if (year === undefined) return isEvent === true || isMarked === true ? dottedDay(text) : null;
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function oneDay(written: WrittenDay, says: RemarkCode | null, cell: Cell, context: ReadContext): Reading<Day> {
  const day = checkedDay(written, context.reportYear);
  if (day === 'day-missing' || day === 'day-too-far') return refused(day, cell, context);
  return { value: day, remarks: says === null ? [] : [remark(says, cell, context, day)] };
}
