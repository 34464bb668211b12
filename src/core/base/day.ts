/** A calendar day without clock or zone, as the text `2022-06-30`: sorts and compares as text, survives JSON. */

/** `YYYY-MM-DD`, always an existing day of the Gregorian calendar. */
export type Day = `${number}-${number}-${number}`;

/** Days from 0000-03-01, the start of the year the arithmetic counts in, to 1899-12-30, serial 0 of spreadsheets. */
const serialZero = daysSinceMarchZero(1899, 12, 30);
const daysIn400Years = 146_097;

/** The day, or null when it does not exist (2022-02-30, month 13, years outside 1900–2199). */
export function makeDay(year: number, month: number, day: number): Day | null {
  if (![year, month, day].every(Number.isInteger)) return null;
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return null;
  return day > daysInMonth(year, month) ? null : dayText(year, month, day);
}

/** Reads exactly `YYYY-MM-DD`; null for everything else. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  return match ? makeDay(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** Year, month (1–12) and day of the month. */
export function dayParts(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) };
}

/** As official papers print it, without leading zeros: `2023年2月18日`. */
export function longDay(day: Day): string {
  return `${day.slice(0, 4)}年${unpadded(day.slice(5, 7))}月${unpadded(day.slice(8))}日`;
}

function unpadded(digits: string): string {
  return digits.startsWith('0') ? digits.slice(1) : digits;
}

export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function lastDayOfMonth(year: number, month: number): Day {
  return dayText(year, month, daysInMonth(year, month));
}

export function addDays(day: Day, days: number): Day {
  return dayOfNumber(numberOf(day) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: Day): number {
  // 0000-03-01 was a Wednesday.
  return ((numberOf(day) + 2) % 7) + 1;
}

/** The day of a spreadsheet's serial number (1900 system; the time of day is dropped), null outside 1900-03-01 … 2199. */
export function dayFromSerial(serial: number): Day | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 61 || whole > 109_574) return null;
  return dayOfNumber(serialZero + whole);
}

/** The serial number (1900 system) under which spreadsheets keep the day. */
export function serialFromDay(day: Day): number {
  return numberOf(day) - serialZero;
}

function numberOf(day: Day): number {
  const { year, month, day: date } = dayParts(day);
  return daysSinceMarchZero(year, month, date);
}

/** Years that begin in March have their leap day last, so that months and leap years need no table. */
function daysSinceMarchZero(year: number, month: number, date: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((marchMonth * 153 + 2) / 5) + date - 1;
}

function dayOfNumber(days: number): Day {
  const era = Math.floor(days / daysIn400Years);
  const inEra = days - era * daysIn400Years;
  const leapDays = Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / 146_096);
  const yearOfEra = Math.floor((inEra - leapDays) / 365);
  const inYear = inEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((inYear * 5 + 2) / 153);
  const date = inYear - Math.floor((marchMonth * 153 + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return dayText(era * 400 + yearOfEra + (month > 2 ? 0 : 1), month, date);
}

function dayText(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day;
}
