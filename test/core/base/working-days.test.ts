import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { addDays, daysBetween, weekday, type Day } from '../../../src/core/base/day';
import { holidayTable } from '../../../src/core/base/holiday-table';
import { makeCalendar } from '../../../src/core/base/working-days';
import { rounds } from '../../rounds';

const calendar = makeCalendar(holidayTable, []);
const root = `${__dirname}/../../..`;

/** The notices as published: days and ranges off, days worked. Everything else follows the week. */
const notices: Readonly<Record<number, { off: string; work: string }>> = {
  2022: {
    off: '1/1-1/3 1/31-2/6 4/3-4/5 4/30-5/4 6/3-6/5 9/10-9/12 10/1-10/7 12/31-12/31',
    work: '1/29 1/30 4/2 4/24 5/7 10/8 10/9',
  },
  2023: {
    off: '1/1-1/2 1/21-1/27 4/5-4/5 4/29-5/3 6/22-6/24 9/29-10/6',
    work: '1/28 1/29 4/23 5/6 6/25 10/7 10/8',
  },
  2024: {
    off: '1/1-1/1 2/10-2/17 4/4-4/6 5/1-5/5 6/10-6/10 9/15-9/17 10/1-10/7',
    work: '2/4 2/18 4/7 4/28 5/11 9/14 9/29 10/12',
  },
  2025: { off: '1/1-1/1 1/28-2/4 4/4-4/6 5/1-5/5 5/31-6/2 10/1-10/8', work: '1/26 2/8 4/27 9/28 10/11' },
  2026: {
    off: '1/1-1/3 2/15-2/23 4/4-4/6 5/1-5/5 6/19-6/21 9/25-9/27 10/1-10/7',
    work: '1/4 2/14 2/28 5/9 9/20 10/10',
  },
};

function asDay(year: number, text: string): Day {
  const [month = '', date = ''] = text.split('/');
  return `${String(year)}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` as Day;
}

function daysOff(year: number, ranges: string): readonly Day[] {
  return ranges.split(' ').flatMap((range) => {
    const [from = '', to = ''] = range.split('-');
    const first = asDay(year, from);
    return Array.from({ length: daysBetween(first, asDay(year, to)) + 1 }, (_, step) => addDays(first, step));
  });
}

describe('the holiday table', () => {
  it('is what build/holidays.mjs makes of the package today', () => {
    const fresh = execFileSync(process.execPath, ['build/holidays.mjs', '--print'], { cwd: root, encoding: 'utf8' });
    expect(readFileSync(`${root}/src/core/base/holiday-table.ts`, 'utf8')).toBe(fresh);
  });

  it.each(Object.keys(notices).map(Number))('agrees on every day of %i with the notice', (year) => {
    const off = new Set(daysOff(year, notices[year]!.off));
    const work = new Set(notices[year]!.work.split(' ').map((text) => asDay(year, text)));
    for (let day = asDay(year, '1/1'); day.startsWith(String(year)); day = addDays(day, 1)) {
      const expected = work.has(day) || (!off.has(day) && weekday(day) <= 5);
      expect([day, calendar.isWorkingDay(day)]).toEqual([day, expected]);
    }
  });
});

describe('working days', () => {
  it('are counted after the first day, up to and including the last', () => {
    expect(calendar.workingDaysBetween('2022-06-30', '2022-06-30')).toBe(0);
    expect(calendar.workingDaysBetween('2022-06-30', '2022-07-04')).toBe(2);
    expect(calendar.workingDaysBetween('2022-09-30', '2022-10-09')).toBe(2);
    expect(calendar.workingDaysBetween('2022-07-04', '2022-06-30')).toBe(-2);
  });

  it('reach the last working day before 1 March, a make-up Saturday in 2026', () => {
    expect(calendar.addWorkingDays('2023-03-01', -1)).toBe('2023-02-28');
    expect(calendar.addWorkingDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(calendar.addWorkingDays('2022-09-30', 1)).toBe('2022-10-08');
    expect(calendar.addWorkingDays('2022-10-01', 0)).toBe('2022-10-01');
  });

  it('follow the 节假日 sheet before the table', () => {
    const own = makeCalendar(holidayTable, [
      { day: '2022-07-01', off: true },
      { day: '2022-07-02', off: false },
      { day: '2022-10-03', off: false },
    ]);
    expect(['2022-07-01', '2022-07-02', '2022-10-03'].map((day) => own.isWorkingDay(day as Day))).toEqual([
      false,
      true,
      true,
    ]);
    expect(own.workingDaysBetween('2022-09-30', '2022-10-03')).toBe(1);
  });

  it('name the years of which only weekends are known', () => {
    expect(calendar.unknownYears('2026-12-01', '2028-01-05')).toEqual([2027, 2028]);
    expect(calendar.unknownYears('2028-01-05', '2026-12-01')).toEqual([2027, 2028]);
    expect(
      makeCalendar(holidayTable, [{ day: '2027-01-01', off: true }]).unknownYears('2026-12-01', '2027-02-28'),
    ).toEqual([]);
  });

  const day = fc.integer({ min: 0, max: 366 * 9 }).map((step) => addDays('2019-01-01', step));
  const setDays = fc.array(fc.record({ day, off: fc.boolean() }), { maxLength: 6 });

  it('are 0, not -0, between two days without one', () => {
    expect(calendar.workingDaysBetween('2019-01-06', '2019-01-05')).toBe(0);
  });

  it('agree with counting day by day, and add up', () => {
    fc.assert(
      fc.property(day, day, day, setDays, (a, b, c, overrides) => {
        const own = makeCalendar(holidayTable, overrides);
        const between = own.workingDaysBetween(a, b);
        expect(between + own.workingDaysBetween(b, c)).toBe(own.workingDaysBetween(a, c));
        const [from, to] = a <= b ? [a, b] : [b, a];
        let count = 0;
        for (let step = addDays(from, 1); step <= to; step = addDays(step, 1)) if (own.isWorkingDay(step)) count++;
        expect(Math.abs(between)).toBe(count);
      }),
      { numRuns: rounds(60) },
    );
  });

  it('are found again by counting to the day that was added', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -30, max: 30 }), (from, count) => {
        const there = calendar.addWorkingDays(from, count);
        const counted = calendar.workingDaysBetween(from, there);
        // Going back from a working day passes over that day itself.
        expect(Math.abs(counted - count)).toBeLessThanOrEqual(count < 0 ? 1 : 0);
      }),
    );
  });
});
