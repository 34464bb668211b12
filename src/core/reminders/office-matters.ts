/**
 * The report's own deadlines, as the edition has them. 之前 does not include the day itself; the last working day before it
 * counts.
 */
import { longDay, makeDay, type Day } from '../base/day';
import type { ReminderLevel } from './due-item';
import { redLevel, stepAt } from './ladder';
import type { DueContext, Matter } from './matter';
import type { OfficeDeadline } from '../edition/edition';
import type { Settings } from '../settings/settings';

/** 蓝 from as many working days before as tasks are, 红1–红3 after; nothing once its day stands in 设置. */
export function officeMatters(context: DueContext): readonly Matter[] {
  const { settings } = context;
  const open = settings.edition.deadlines.filter(({ setting }) => settings[setting] === null);
  return open.flatMap((deadline) => matterOf(deadline, context));
}

function matterOf(deadline: OfficeDeadline, { settings, calendar }: DueContext): readonly Matter[] {
  const { today } = settings;
  const limit = makeDay(settings.reportYear + 1, deadline.month, deadline.day);
  if (limit === null) return [];
  const due = calendar.addWorkingDays(limit, -1);
  const left = calendar.workingDaysBetween(today, due);
  const level =
    today > due ? redLevel(stepAt(due, today, settings, calendar)) : left <= settings.remindDays ? '蓝' : null;
  if (level === null) return [];
  const late = today > due ? Math.max(0, -left) : 0;
  const fact = officeFact(deadline, settings, { due, level, late, left });
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
      textFor: (role) => `${fact}${role === '办公室' ? whatToDo(deadline, settings) : whatToSeeTo(settings)}`,
    },
  ];
}

interface When {
  readonly due: Day;
  readonly level: ReminderLevel;
  readonly late: number;
  readonly left: number;
}

function officeFact(
  { month, day, fact }: OfficeDeadline,
  { reportYear, edition }: Settings,
  { due, level, late, left }: When,
): string {
  const toGo = left === 0 ? '当日到期' : `距到期还有${String(left)}个工作日`;
  const state = level === '蓝' ? toGo : late === 0 ? '已经到期' : `已逾期${String(late)}个工作日`;
  return `${String(reportYear)}年度${edition.name}报告应在${String(reportYear + 1)}年${String(month)}月${String(day)}日之前${fact}，最迟${longDay(due)}，${state}。`;
}

function whatToDo({ setting }: OfficeDeadline, { edition }: Settings): string {
  const { settings: form } = edition.sheets;
  return `办好后请在总表“${form.title}”填写${form.columns[setting].header}。`;
}

/** A leader writes nothing into the workbook. */
function whatToSeeTo({ edition }: Settings): string {
  return `请督促${edition.words.officeInFull}尽快办理。`;
}
