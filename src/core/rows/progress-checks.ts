/** What does not fit together in a department's line on a task. */
import type { Problem, Result } from '../base/problem';
import { nameKey, normalised } from '../base/text';
import { readDay, saysOpen } from '../cells/read-day';
import type { Read } from '../tables/read-row';
import type { Settings } from '../settings/settings';
import { withoutStatus } from './progress-line';
import type { Progress, Task } from './rows';

type Check = (line: Progress, task: Task, settings: Settings, reporting: DayReporting) => Finding | null;

/** The cell at fault and what to say of it. */
interface Finding extends Pick<Problem, 'level' | 'code' | 'reason' | 'expected'> {
  readonly cell: Read<unknown>;
  /** The period, where it is the cell at fault, or else the status cannot be believed. */
  readonly refused?: boolean;
}

/** How the table reports days of completion. */
export interface DayReporting {
  /** A table of the department's own that has no column for them: there nobody was asked for one. */
  readonly isUnasked: boolean;
  /** It has no column for the status: a day of completion tells that a task is done. */
  readonly isWordless?: boolean;
}

/** The rule of a task that is done on no day. */
export const withoutDay = 'done-without-day';

const checks: readonly Check[] = [
  doneWithoutDay,
  doneAsPlanned,
  dayWithoutDone,
  doneLater,
  doneBeforeStart,
  doneEarlier,
  doneBelowHundred,
  hundredNotDone,
  notApproved,
  otherLead,
  periodTooHigh,
  periodOfOneDay,
  periodUntold,
  periodBehind,
];

/** The line, and all that is wrong or doubtful about it. What cannot be believed has no value. */
export function checkedProgress(
  given: Progress,
  task: Task,
  settings: Settings,
  reporting: DayReporting = { isUnasked: false },
): Result<Progress> {
  const { value: line, problems } =
    reporting.isWordless === true ? withoutStatus(given, settings) : withDayInStatus(given, settings);
  const found = checks.map((check) => check(line, task, settings, reporting)).filter((finding) => finding !== null);
  const refused = found.filter((finding) => finding.refused === true).map(({ cell }) => cell);
  const isPeriod = refused.includes(line.doneThrough);
  return {
    value: {
      ...line,
      ...(refused.length > (isPeriod ? 1 : 0) && { status: { ...line.status, value: null } }),
      ...(isPeriod && { doneThrough: { ...line.doneThrough, value: null } }),
    },
    problems: [
      ...problems,
      ...found.map(({ cell, level, code, reason, expected }) => {
        return { code, level, place: cell.place, actual: cell.shown, reason, expected };
      }),
    ],
  };
}

/** `完成（2022年7月15日）`: the day beside the status is that of completion, whatever another column says. */
function withDayInStatus(line: Progress, { reportYear, edition }: Settings): Result<Progress> {
  const { status, doneOn } = line;
  const [written] = status.value === 'done' ? (writtenDays.exec(normalised(status.shown)) ?? []) : [];
  if (written === undefined) return { value: line, problems: [] };
  const cell = { kind: 'text', value: written, shown: written } as const;
  const context = { header: '', unit: null, choices: [], reportYear, words: edition.declared.words };
  const { value } = readDay(cell, context);
  if (value === null || value === doneOn.value) return { value: line, problems: [] };
  const told: Problem = {
    code: 'done-two-days',
    level: 'doubt',
    place: status.place,
    actual: status.shown,
    reason: `状态里写的是 ${value}，完成日期是“${doneOn.shown.trim()}”，按状态里的日期计`,
    expected: '请核对是哪一天完成的',
  };
  return {
    value: { ...line, doneOn: { value, shown: status.shown, place: status.place } },
    problems: doneOn.shown.trim() === '' ? [] : [told],
  };
}

const writtenDays = /\d{4}(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}日?|\d{1,2}月\d{1,2}日/u;

function doneWithoutDay(
  { status, doneOn, doneThrough }: Progress,
  { deadline }: Task,
  { reportYear }: Settings,
  { isUnasked }: DayReporting,
): Finding | null {
  if (status.value !== 'done' || doneOn.value !== null || doneOn.shown.trim() !== '') return null;
  // That all its periods are done tells of a recurring task what a day tells of another.
  if (deadline?.kind === 'recurring' && doneThrough.value === deadline.due.length) return null;
  return {
    cell: isUnasked ? status : doneOn,
    code: withoutDay,
    level: isUnasked ? 'doubt' : 'error',
    refused: !isUnasked,
    reason: `状态为已完成，没有填写完成日期，${isUnasked ? '按已完成计，不知道是否按时' : '这个状态没有采用'}`,
    expected: `请填写完成日期，如 ${String(reportYear)}-06-28`,
  };
}

/** Who writes when it is to be done has not done it, whatever the status says. */
function doneAsPlanned({ status, doneOn }: Progress, _: Task, { edition }: Settings): Finding | null {
  if (status.value !== 'done' || doneOn.value !== null || !saysOpen(doneOn.shown, edition.declared)) return null;
  return {
    cell: status,
    code: 'done-as-planned',
    level: 'error',
    refused: true,
    reason: `状态为已完成，完成日期“${doneOn.shown.trim()}”说的却是打算或者期限，这个状态没有采用`,
    expected: '已完成的请写完成的日期，没有完成的请改状态',
  };
}

function dayWithoutDone({ status, doneOn }: Progress, _: Task, { edition }: Settings): Finding | null {
  if (doneOn.value === null || status.value === null || status.value === 'done') return null;
  // Who writes 逾期 and a day may mean that it was done late: nobody can tell whether it is done.
  const { passed } = edition.declared.words.statuses;
  const isOpen = status.value === 'not-done' && passed.some((word) => nameKey(status.shown).includes(word));
  return {
    cell: doneOn,
    code: 'day-without-done',
    level: isOpen ? 'error' : 'doubt',
    refused: isOpen,
    reason: `填写了完成日期“${doneOn.shown}”，状态却是“${status.shown}”${isOpen ? '，这个状态没有采用' : ''}`,
    expected: '已完成的请把状态改为“已完成”，未完成的请清空完成日期',
  };
}

/** The task is not done as of the 核算日. A day that has come is no mistake of the department's; one still to come is. */
function doneLater({ doneOn }: Progress, _: Task, { asOf, today }: Settings): Finding | null {
  if (doneOn.value === null || doneOn.value <= asOf) return null;
  return {
    cell: doneOn,
    code: 'done-later',
    level: doneOn.value > today ? 'error' : 'note',
    reason: `完成日期“${doneOn.shown}”晚于核算日 ${asOf}，按未完成计`,
    expected: doneOn.value > today ? '这一天还没有到，请核对完成日期' : '核算日以后完成的，这次不计；日期无误就不用改',
  };
}

/** Nothing is completed before it begins. */
function doneBeforeStart({ status, doneOn }: Progress, { deadline }: Task, { edition }: Settings): Finding | null {
  const start = deadline?.kind === 'day' ? deadline.start : null;
  if (status.value !== 'done' || doneOn.value === null || start === null || doneOn.value >= start) return null;
  return {
    cell: doneOn,
    code: 'done-before-start',
    level: 'error',
    refused: true,
    reason: `完成日期“${doneOn.shown}”早于起始日期 ${start}，这个状态没有采用`,
    expected: `请核对完成日期；起始日期有误的请${edition.words.us}改正总表`,
  };
}

function doneEarlier({ doneOn }: Progress, _: Task, { reportYear }: Settings): Finding | null {
  if (doneOn.value === null || doneOn.value >= `${String(reportYear)}-01-01`) return null;
  return {
    cell: doneOn,
    code: 'done-earlier',
    level: 'doubt',
    reason: `完成日期“${doneOn.shown}”早于报告年度`,
    expected: `请核对年份，应在${String(reportYear)}年内`,
  };
}

function doneBelowHundred({ status, percent }: Progress): Finding | null {
  const value = percent.value?.value ?? null;
  if (status.value !== 'done' || value === null || value === 100) return null;
  return {
    cell: percent,
    code: 'done-below-hundred',
    level: 'doubt',
    reason: `状态为已完成，完成率却是“${percent.shown}”`,
    expected: '请核对状态和完成率，已完成的填 100%',
  };
}

function hundredNotDone({ status, percent }: Progress): Finding | null {
  const isOpen = status.value === 'in-progress' || status.value === 'not-started';
  if (!isOpen || percent.value?.value !== 100) return null;
  return {
    cell: percent,
    code: 'hundred-not-done',
    level: 'doubt',
    reason: `完成率为100%，状态却是“${status.shown}”`,
    expected: '请核对状态和完成率，已完成的请改状态并填写完成日期',
  };
}

/** A department cannot defer or drop a task by itself. */
function notApproved({ status }: Progress, task: Task): Finding | null {
  if ((status.value !== 'deferred' && status.value !== 'cancelled') || task.approved !== null) return null;
  return {
    cell: status,
    code: 'not-approved',
    level: 'doubt',
    reason: `状态“${status.shown}”没有经过批准，仍按时限计`,
    expected: '已批准的请在总表“任务”里填写批准状态和依据',
  };
}

function otherLead({ department, status }: Progress, task: Task): Finding | null {
  if (task.lead === null || task.lead === department) return null;
  if (task.partners.includes(department)) {
    return {
      cell: status,
      code: 'task-of-partner',
      level: 'note',
      reason: `任务 ${task.id} 由${task.lead}牵头，${department}配合，完成与否按${task.lead}的表判断`,
      expected: '不用改',
    };
  }
  return {
    cell: status,
    code: 'task-of-other',
    level: 'doubt',
    reason: `任务 ${task.id} 由${task.lead}牵头，却填在${department}的表里`,
    expected: '请核对牵头单位，由牵头单位填报',
  };
}

/** There are only so many periods in a year. */
function periodTooHigh({ doneThrough }: Progress, { deadline }: Task): Finding | null {
  const most = deadline?.kind === 'recurring' ? deadline.due.length : null;
  if (most === null || doneThrough.value === null || doneThrough.value <= most) return null;
  return {
    cell: doneThrough,
    code: 'period-too-high',
    level: 'error',
    refused: true,
    reason: `已完成至第${String(doneThrough.value)}期，这项任务全年只有${String(most)}期，没有采用`,
    expected: `请填写0至${String(most)}之间的数`,
  };
}

/** Of a task with one deadline nobody needs it. */
function periodOfOneDay({ doneThrough }: Progress, { deadline }: Task): Finding | null {
  if (doneThrough.value === null || deadline === null || deadline.kind === 'recurring') return null;
  return {
    cell: doneThrough,
    code: 'period-unused',
    level: 'note',
    reason: '这项任务不分期，“已完成至第几期”没有用上',
    expected: '不分期的任务只填状态和完成日期',
  };
}

/** What was done on a day was done for the period of that day; whether the later ones are is not said. */
function periodUntold(
  { status, doneOn, doneThrough }: Progress,
  { deadline }: Task,
  { asOf }: Settings,
): Finding | null {
  const day = doneOn.value;
  if (status.value !== 'done' || day === null || deadline?.kind !== 'recurring') return null;
  const covered = deadline.due.filter((due) => due < day).length + 1;
  const passed = deadline.due.filter((due) => due < asOf).length;
  if (doneThrough.shown.trim() !== '' || covered >= passed) return null;
  return {
    cell: doneThrough,
    code: 'period-untold',
    level: 'error',
    reason: `完成日期“${doneOn.shown}”以后还有到期的期，没有填已完成至第几期，按待核实计`,
    expected: `请填写数字，各期都已完成的填${String(deadline.due.length)}`,
  };
}

/** 已完成 beside fewer periods than were due says two things: the periods hold, and somebody is asked. */
function periodBehind({ status, doneThrough }: Progress, { deadline }: Task, { asOf }: Settings): Finding | null {
  const through = doneThrough.value;
  if (status.value !== 'done' || through === null || deadline?.kind !== 'recurring') return null;
  const due = deadline.due.filter((day) => day <= asOf).length;
  if (through >= due) return null;
  return {
    cell: doneThrough,
    code: 'period-behind',
    level: 'doubt',
    reason: `状态是“${status.shown}”，却只完成至第${String(through)}期，第${String(through + 1)}期已经到期，按这一期没有完成计`,
    expected: `请核对状态和期数，各期都已完成的填${String(deadline.due.length)}`,
  };
}
