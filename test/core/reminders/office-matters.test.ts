/** The report's own deadlines, told to the office day by day: how much time is left, how late it is, and to whom. */
import { holidayTable } from '../../../src/core/base/holiday-table';
import type { Day } from '../../../src/core/base/day';
import { makeCalendar } from '../../../src/core/base/working-days';
import { officeMatters } from '../../../src/core/reminders/office-matters';
import type { DueContext } from '../../../src/core/reminders/matter';
import type { Settings } from '../../../src/core/settings/settings';
import { settings } from '../findings/rows-builder';

const done: Partial<Settings> = { publishedOn: '2023-02-20' };

/** `level subject roles state` of what is told on the day. */
function told(today: string, own: Partial<Settings> = done): readonly string[] {
  const context = {
    settings: { ...settings, ...own, today: today as Day },
    calendar: makeCalendar(holidayTable, []),
  } as DueContext;
  return officeMatters(context).map(({ level, subject, roles, textFor }) => {
    const state = /，([^，。]*)。办好后/u.exec(textFor('办公室'))?.[1] ?? '?';
    return `${level} ${subject} ${roles.join('、')} ${state}`;
  });
}

it.each([
  ['2023-02-13', []],
  ['2023-02-14', ['蓝 报送 办公室 距到期还有10个工作日']],
  ['2023-02-27', ['蓝 报送 办公室 距到期还有1个工作日']],
  ['2023-02-28', ['蓝 报送 办公室 当日到期']],
  ['2023-03-01', ['红1 报送 办公室 已逾期1个工作日']],
  ['2023-03-06', ['红1 报送 办公室 已逾期4个工作日']],
  ['2023-03-07', ['红2 报送 办公室、主要领导 已逾期5个工作日']],
  ['2023-03-14', ['红3 报送 办公室、主要领导 已逾期10个工作日']],
])('on %s: %j', (today, expected) => {
  expect(told(today)).toEqual(expected);
});

it('each deadline ends with its day in 设置', () => {
  const open = { submittedOn: null, publishedOn: null };
  expect(told('2023-03-31', open).map((line) => line.split(' ')[1])).toEqual(['报送', '公开']);
  expect(told('2023-03-31', { ...open, submittedOn: '2023-02-20' })).toEqual(['蓝 公开 办公室 当日到期']);
  expect(told('2023-03-31', { submittedOn: '2023-02-20', publishedOn: '2023-03-20' })).toEqual([]);
});

it('a deadline on a day that the year does not have is none', () => {
  const [first] = settings.edition.deadlines;
  const edition = { ...settings.edition, deadlines: [{ ...first!, month: 2, day: 29 }] };
  const open = { edition, submittedOn: null, publishedOn: null };
  expect(told('2023-03-31', open)).toEqual([]);
  expect(told('2024-03-31', { ...open, reportYear: 2023 })).toHaveLength(1);
});

it('says what has to be done, by when, and where to write that it is done', () => {
  const context = { settings: { ...settings, ...done, today: '2023-02-28' }, calendar: makeCalendar(holidayTable, []) };
  const [matter] = officeMatters(context as DueContext);
  expect(matter?.textFor('办公室')).toBe(
    '2022年度法治政府建设报告应在2023年3月1日之前报送上级，最迟2023年2月28日，当日到期。办好后请在总表“设置”填写报送日期。',
  );
});

it('asks a leader to see to it, and not to write into the workbook', () => {
  const context = { settings: { ...settings, ...done, today: '2023-03-07' }, calendar: makeCalendar(holidayTable, []) };
  const [matter] = officeMatters(context as DueContext);
  expect(matter?.roles).toContain('主要领导');
  expect(matter?.textFor('主要领导')).toBe(
    '2022年度法治政府建设报告应在2023年3月1日之前报送上级，最迟2023年2月28日，已逾期5个工作日。请督促党政办公室尽快办理。',
  );
});

it('that ran out before a weekend has ended, and is no working day late', () => {
  expect(told('2023-04-01', { submittedOn: '2023-02-20' })).toEqual(['红1 公开 办公室 已经到期']);
  expect(told('2023-03-31', { submittedOn: '2023-02-20' })).toEqual(['蓝 公开 办公室 当日到期']);
});
