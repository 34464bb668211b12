/** 缺报 and 数据存疑: departments whose workbook is missing, not renewed for the month, has errors, or could not be read. */
import { addDays, dayParts, longDay, makeDay, weekday, type Day } from '../base/day';
import { placeText } from '../base/place';
import type { Problem } from '../base/problem';
import { isBlank, type DepartmentItems } from '../rows/department-items';
import type { BookRecord } from '../rows/rows';
import { unreadDepartments } from '../rows/books/workbook-status';
import { otherSubjects } from './due-item';
import { rolesAt, stepAt } from './ladder';
import type { DueContext, Matter } from './matter';
import { missingText, matterText, unreadText } from './matter-text';

/** Cells named in one item; the whole list is on the 核对单. */
const mostCells = 3;

/** Once the report has gone up no more figures are asked for. */
export function workbookMatters(context: DueContext): readonly Matter[] {
  const { submittedOn } = context.settings;
  if (submittedOn !== null && submittedOn <= context.settings.today) return [];
  return [...missingMatters(context), ...monthlyMatters(context), ...doubtMatters(context), ...unreadMatters(context)];
}

/** Asked for once a month, of those of whom it is known that nothing usable came. */
function missingMatters({ rows, findings, settings, outposts }: DueContext): readonly Matter[] {
  const { missingDepartments } = findings;
  const { today } = settings;
  const books = new Map(rows.workbooks.map(({ department, status }) => [department, status] as const));
  return missingDepartments.map((department) => {
    const status = books.get(department);
    const refusal = status?.kind === 'refused' ? status.why : '';
    return {
      ...plainMatter(department, otherSubjects.workbook, firstOfMonth(today)),
      level: '缺报',
      title: '填报表',
      textFor: () => missingText(department, outposts.has(department), today, refusal),
    };
  });
}

/** Told to the office alone, once a week for each department: whoever filled the workbook in can do nothing. */
function unreadMatters({ rows, settings }: DueContext): readonly Matter[] {
  return [...unreadDepartments(rows)].map(([department, failure]) => ({
    ...plainMatter(department, otherSubjects.unread, mondayOf(settings.today)),
    level: '数据存疑',
    roles: ['办公室'],
    title: '填报表没有读到',
    textFor: () => unreadText(department, failure),
  }));
}

/**
 * 月报: the workbook is to be renewed from the first day of a month to its 月报日, which the 填报日期 of its cover shows. Only
 * the latest 月报日 that is past is asked for, and none of another year than the report's. It stays 缺报; the leaders are told
 * by the steps of the ladder. Who has none, because the town's table tells of it, is asked to renew none.
 */
function monthlyMatters(context: DueContext): readonly Matter[] {
  const { rows, settings, calendar } = context;
  const { today } = settings;
  const due = settings.monthlyDay === null ? null : lastMonthlyDay(today, settings.monthlyDay);
  if (due === null || dayParts(due).year !== settings.reportYear) return [];
  const step = stepAt(due, today, settings, calendar);
  const late = Math.max(0, calendar.workingDaysBetween(due, today));
  const old = rows.workbooks.filter(
    ({ file, status, filledOn }) => file !== null && status.kind === 'usable' && (filledOn ?? '') < firstOfMonth(due),
  );
  const active = new Set(rows.departments.filter((department) => department.active).map(({ name }) => name));
  return old
    .filter(({ department }) => active.has(department))
    .map((book) => ({ ...monthlyMatter(book, due, context), roles: rolesAt(step), workingDaysLate: late }));
}

function monthlyMatter({ department, filledOn }: BookRecord, due: Day, { outposts }: DueContext): Matter {
  const month = `${String(dayParts(due).month)}月份`;
  const last = filledOn === null ? '封面没有填报日期' : `封面填报日期是${longDay(filledOn)}`;
  const fact = `${month}填报表应于${longDay(due)}前更新，${last}`;
  return {
    ...plainMatter(department, otherSubjects.monthly, due),
    level: '缺报',
    title: `${month}填报表`,
    textFor: (role) =>
      matterText({ department, isOutpost: outposts.has(department), role }, role === '承办单位' ? fact : `的${fact}`, {
        own: '更新填报表和封面的填报日期',
        leader: '督促尽快更新',
      }),
  };
}

/** The latest such day before the day: due on the day itself is not late. */
function lastMonthlyDay(today: Day, day: number): Day | null {
  const { year, month, day: ofMonth } = dayParts(today);
  if (ofMonth > day) return makeDay(year, month, day);
  return month === 1 ? makeDay(year - 1, 12, day) : makeDay(year, month - 1, day);
}

/** Errors in a department's own workbook, told once a week. A missing workbook's one error is told as 缺报, an unread one's to the office. */
function doubtMatters(context: DueContext): readonly Matter[] {
  const { rows, settings, findings, departmentItems, formless } = context;
  if (!settings.doubtReminders) return [];
  const missing = new Set([...findings.missingDepartments, ...unreadDepartments(rows).keys()]);
  return departmentItems.flatMap(({ department, items }) => {
    const errors = items.filter(({ level }) => level === 'error');
    if (errors.length === 0 || missing.has(department)) return [];
    const words = formless.has(department) ? figuresWords(errors) : checkWords(errors);
    return [doubtMatter(department, words, context)];
  });
}

interface DoubtWords {
  readonly subject: string;
  readonly title: string;
  readonly said: string;
  /** What the department is asked to do. */
  readonly own: string;
}

function checkWords(errors: DepartmentItems['items']): DoubtWords {
  const blank = errors.filter(isBlank).length;
  const kinds = [
    { count: errors.length - blank, fact: '错误没有采用', ask: '改正' },
    { count: blank, fact: '没有填写', ask: '补填' },
  ].filter(({ count }) => count > 0);
  const facts = kinds.map(({ count, fact }) => `${String(count)}处${fact}`).join('、');
  const said = `填报表有${facts}（${cellsText(errors)}）`;
  const own = `按核对单${kinds.map(({ ask }) => ask).join('、')}后重新报送`;
  return { subject: otherSubjects.check, title: '填报表核对', said, own };
}

/** A department without a form has nothing that it could put right: what is wrong is what it has not given. */
function figuresWords(errors: DepartmentItems['items']): DoubtWords {
  const said = errors.map(({ reason }) => reason).join('；');
  return { subject: otherSubjects.figures, title: '指标数据', said, own: '报送填报表，补上这些数据' };
}

function doubtMatter(department: string, { subject, title, said, own }: DoubtWords, context: DueContext): Matter {
  const to = { department, isOutpost: context.outposts.has(department), role: '承办单位' } as const;
  const text = matterText(to, said, { own, leader: '' });
  return {
    ...plainMatter(department, subject, mondayOf(context.settings.today)),
    level: '数据存疑',
    title,
    textFor: () => text,
  };
}

function cellsText(errors: DepartmentItems['items']): string {
  const where = ({ place }: Problem): string => placeText({ ...place, file: '' }).trim() || '整本';
  const named = [...new Set(errors.map(where))];
  return `${named.slice(0, mostCells).join('、')}${named.length > mostCells ? '等' : ''}`;
}

function plainMatter(
  department: string,
  subject: string,
  due: Day,
): Pick<Matter, 'department' | 'subject' | 'due' | 'workingDaysLate' | 'order' | 'roles'> {
  return { department, subject, due, workingDaysLate: 0, order: null, roles: rolesAt(1) };
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

function firstOfMonth(day: Day): Day {
  const { year, month } = dayParts(day);
  return makeDay(year, month, 1) ?? day;
}
