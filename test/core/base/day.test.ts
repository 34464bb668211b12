/** Days against JavaScript's own calendar in UTC. */
import fc from 'fast-check';
import {
  addDays,
  dayFromSerial,
  dayParts,
  daysBetween,
  daysInMonth,
  lastDayOfMonth,
  longDay,
  makeDay,
  parseDay,
  serialFromDay,
  weekday,
  type Day,
} from '../../../src/core/base/day';
import { rounds } from '../../rounds';

const dayLength = 86_400_000;
const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const textOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

const anyDay = fc
  .integer({ min: Date.UTC(1900, 0, 1) / dayLength, max: Date.UTC(2199, 11, 31) / dayLength })
  .map((days) => textOf(days * dayLength) as Day);

describe('days', () => {
  it('are made only when they exist', () => {
    expect(makeDay(2022, 2, 28)).toBe('2022-02-28');
    expect(makeDay(2024, 2, 29)).toBe('2024-02-29');
    expect([makeDay(2000, 2, 29), makeDay(1900, 1, 1), makeDay(2199, 12, 31)]).toEqual([
      '2000-02-29',
      '1900-01-01',
      '2199-12-31',
    ]);
    for (const [year, month, date] of [
      [2022, 2, 29],
      [1900, 2, 29],
      [2100, 2, 29],
      [2022, 6, 31],
      [2022, 13, 1],
      [2022, 0, 1],
      [2022, 1, 0],
      [2022, 1, 1.5],
      [1899, 12, 31],
      [2200, 1, 1],
    ] as const) {
      expect(makeDay(year, month, date)).toBeNull();
    }
  });

  it('are read from exactly one form', () => {
    expect(parseDay('2022-06-30')).toBe('2022-06-30');
    for (const text of ['2022-6-30', '2022-06-31', ' 2022-06-30', '2022-06-301', '2022/06/30', ''])
      expect(parseDay(text)).toBeNull();
  });

  it('count on and back like the calendar', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (day, days) => {
        const there = addDays(day, days);
        expect(there).toBe(textOf(utc(day) + days * dayLength));
        expect(daysBetween(day, there)).toBe(days);
        expect(addDays(there, -days)).toBe(day);
      }),
      { numRuns: rounds(2000) },
    );
  });

  it('know their weekday, parts and the length of their month', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(utc(day));
        expect(weekday(day)).toBe(date.getUTCDay() === 0 ? 7 : date.getUTCDay());
        const { year, month, day: number } = dayParts(day);
        expect(makeDay(year, month, number)).toBe(day);
        expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
        expect(lastDayOfMonth(year, month)).toBe(textOf(Date.UTC(year, month, 0)));
      }),
      { numRuns: rounds(2000) },
    );
  });

  it.each<[Day, string]>([
    ['2023-02-08', '2023年2月8日'],
    ['2023-10-20', '2023年10月20日'],
    ['2024-01-31', '2024年1月31日'],
  ])('%s is printed as %s', (day, text) => {
    expect(longDay(day)).toBe(text);
  });

  it('have the serial numbers spreadsheets give them', () => {
    expect(dayFromSerial(44742)).toBe('2022-06-30');
    expect(dayFromSerial(44742.75)).toBe('2022-06-30');
    expect(dayFromSerial(61)).toBe('1900-03-01');
    expect(dayFromSerial(109_574.5)).toBe('2199-12-31');
    expect([60, -1, 109_575, Number.NaN, Number.POSITIVE_INFINITY].map(dayFromSerial)).toEqual(Array(5).fill(null));
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 109_574 }), (serial) => {
        const day = dayFromSerial(serial);
        expect(day === null ? null : serialFromDay(day)).toBe(serial);
      }),
    );
  });
});
