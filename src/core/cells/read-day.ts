/** Reads a date cell: 完成日期, 成文日期, 决定日期. */
import type { Day } from '../base/day';
import type { Cell } from '../base/grid';
import { checkedDay, dateText, dayByKind, dayRefusal, periodShown, writtenDay } from './day-words';
import type { ReadContext, Reading } from './readings';
import { nothingRead, refused, remark } from './remarks';

/** The day, from a date cell or one of the written forms; a day without a year is of the report's year and noted. */
export function readDay(cell: Cell, context: ReadContext): Reading<Day> {
  const byKind = dayByKind(cell, context);
  if (byKind !== null) {
    if (byKind.value === null || periodShown(cell) === null) return byKind;
    return refused('day-hidden', cell, context, byKind.value);
  }
  const text = dateText(cell);
  if (/^([-—/]*|无)$/u.test(text)) return nothingRead;
  const written = writtenDay(text);
  if (written === null) return refused(dayRefusal(text), cell, context);
  const day = checkedDay(written, context.reportYear);
  if (day === 'day-missing' || day === 'day-too-far') return refused(day, cell, context);
  return { value: day, remarks: written.year === null ? [remark('year-assumed', cell, context, day)] : [] };
}
