/** A calendar day without clock or zone, as the text `2022-06-30`: sorts and compares as text, survives JSON. */
import { CalendarDate, GregorianCalendar } from '@internationalized/date';

/** `YYYY-MM-DD`, always an existing day of the Gregorian calendar. */
export type Day = `${number}-${number}-${number}`;

const calendar = new GregorianCalendar();
/** Julian day number of 1899-12-30, serial 0 of spreadsheets. */
const serialZero = calendar.toJulianDay(new CalendarDate(1899, 12, 30));

/** The day, or null when it does not exist (2022-02-30, month 13, years outside 1900–2199). */
export function makeDay(year: number, month: number, day: number): Day | null {
  if (![year, month, day].every(Number.isInteger)) return null;
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return null;
  return day > daysInMonth(year, month) ? null : toDay(new CalendarDate(year, month, day));
}

/** Reads exactly `YYYY-MM-DD`; null for everything else. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  return match ? makeDay(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** Year, month (1–12) and day of the month. */
export function dayParts(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return { year, month, day: date };
}

export function daysInMonth(year: number, month: number): number {
  return calendar.getDaysInMonth(new CalendarDate(year, month, 1));
}

export function lastDayOfMonth(year: number, month: number): Day {
  return toDay(new CalendarDate(year, month, daysInMonth(year, month)));
}

export function addDays(day: Day, days: number): Day {
  return toDay(fromDay(day).add({ days }));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return calendar.toJulianDay(fromDay(to)) - calendar.toJulianDay(fromDay(from));
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: Day): number {
  return (calendar.toJulianDay(fromDay(day)) % 7) + 1;
}

/** The day of a spreadsheet's serial number (1900 system; the time of day is dropped), null outside 1900-03-01 … 2199. */
export function dayFromSerial(serial: number): Day | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 61 || whole > 109_573) return null;
  return toDay(calendar.fromJulianDay(serialZero + whole));
}

/** The serial number (1900 system) under which spreadsheets keep the day. */
export function serialFromDay(day: Day): number {
  return calendar.toJulianDay(fromDay(day)) - serialZero;
}

function fromDay(day: Day): CalendarDate {
  const { year, month, day: date } = dayParts(day);
  return new CalendarDate(year, month, date);
}

function toDay(date: CalendarDate): Day {
  return date.toString() as Day;
}
