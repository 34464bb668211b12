/**
 * The report's own deadlines: up to the superior before 1 March, published before 1 April of the next year, by the
 * 法治政府建设与责任落实督察工作规定. 之前 does not include the day itself; the last working day before it counts.
 */
import { longDay, makeDay, type Day } from '../base/day';
import { otherSubjects, type ReminderLevel } from './due-item';
import { redLevel, stepAt } from './ladder';
import type { DueContext, Matter } from './matter';

interface OfficeDeadline {
  readonly subject: string;
  readonly title: string;
  readonly month: number;
  readonly fact: string;
  readonly setting: string;
}

const submission: OfficeDeadline = {
  subject: otherSubjects.submission,
  title: '年度报告报送',
  month: 3,
  fact: '报送上级',
  setting: '报送日期',
};
const publication: OfficeDeadline = {
  subject: otherSubjects.publication,
  title: '年度报告公开',
  month: 4,
  fact: '向社会公开',
  setting: '公开日期',
};

/** 蓝 from as many working days before as tasks are, 红1–红3 after; nothing once the day of 报送 or 公开 stands in 设置. */
export function officeMatters(context: DueContext): readonly Matter[] {
  const { submittedOn, publishedOn } = context.settings;
  const open = [...(submittedOn === null ? [submission] : []), ...(publishedOn === null ? [publication] : [])];
  return open.flatMap((deadline) => matterOf(deadline, context));
}

function matterOf(deadline: OfficeDeadline, { settings, findings, calendar }: DueContext): readonly Matter[] {
  const { asOf } = findings;
  const limit = makeDay(settings.reportYear + 1, deadline.month, 1);
  if (limit === null) return [];
  const due = calendar.addWorkingDays(limit, -1);
  const left = calendar.workingDaysBetween(asOf, due);
  const level =
    asOf > due ? redLevel(stepAt(due, asOf, settings, calendar)) : left <= settings.remindDays ? '蓝' : null;
  if (level === null) return [];
  const late = asOf > due ? Math.max(0, -left) : 0;
  const text = officeText(deadline, settings.reportYear, { due, level, late, left });
  return [
    {
      department: '办公室',
      subject: deadline.subject,
      due,
      level,
      roles: level === '红2' || level === '红3' ? ['办公室', '主要领导'] : ['办公室'],
      title: deadline.title,
      workingDaysLate: late,
      order: null,
      textFor: () => text,
    },
  ];
}

interface When {
  readonly due: Day;
  readonly level: ReminderLevel;
  readonly late: number;
  readonly left: number;
}

function officeText({ month, fact, setting }: OfficeDeadline, year: number, { due, level, late, left }: When): string {
  const toGo = left === 0 ? '当日到期' : `距到期还有${String(left)}个工作日`;
  const state = level === '蓝' ? toGo : late === 0 ? '已经到期' : `已逾期${String(late)}个工作日`;
  return (
    `${String(year)}年度法治政府建设报告应在${String(year + 1)}年${String(month)}月1日之前${fact}，最迟${longDay(due)}，${state}。` +
    `办好后请在总表“设置”填写${setting}。`
  );
}
