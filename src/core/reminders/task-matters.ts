/** 提醒, 催办 and 督办 of tasks: by light, and of overdue ones by the steps of the ladder. */
import { dayParts, longDay, makeDay, type Day } from '../base/day';
import { plain } from '../base/decimal';
import { nameKey } from '../base/text';
import type { TaskFinding } from '../findings/findings';
import type { Progress } from '../rows/rows';
import { unreadDepartments } from '../rows/books/workbook-status';
import type { OrderFacts, ReceiverRole, ReminderLevel } from './due-item';
import { redLevel, rolesAt, stepAt } from './ladder';
import type { DueContext, Matter } from './matter';
import { taskText } from './matter-text';

/**
 * Done, deferred and cancelled tasks have none, nor have those of a missing department (it gets one 缺报) or of one whose workbook could not be read, those without a
 * lead or with a deadline nobody could read, which only the office can mend, and those whose id is blank or stands twice, in
 * the hub or in the department's workbook: of them nobody can tell which line is meant.
 */
export function taskMatters(context: DueContext): readonly Matter[] {
  const { rows, findings } = context;
  const missing = new Set([...findings.missingDepartments, ...unreadDepartments(rows).keys()]);
  const ids = countsOf(rows.tasks.map(({ id }) => nameKey(id)));
  const lines = countsOf(rows.progress.map(({ department, taskId }) => lineKey(department, taskId)));
  return findings.tasks.flatMap((found) => {
    const { id, lead, deadline } = found.task;
    if (lead === null || deadline === null || missing.has(lead)) return [];
    const isClear = id !== '' && ids.get(nameKey(id)) === 1 && (lines.get(lineKey(lead, id)) ?? 0) < 2;
    if (!isClear) return [];
    const reach = reachOf(found, context);
    return reach === null ? [] : [matterOf(found, lead, reach, context)];
  });
}

function lineKey(department: string, taskId: string): string {
  return `${department}|${nameKey(taskId)}`;
}

function countsOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** How urgent a matter is, and whom it reaches. */
interface Reach {
  readonly level: ReminderLevel;
  readonly roles: readonly ReceiverRole[];
}

/** An unreported or unclear task stays 黄, for nobody can say that it is overdue; but its leaders are told by the same steps. */
function reachOf({ light, state, due }: TaskFinding, context: DueContext): Reach | null {
  const { settings, calendar } = context;
  const step = due === null ? 0 : stepAt(due, settings.today, settings, calendar);
  if (light === 'red') {
    const level = redLevel(step);
    return level === null ? null : { level, roles: rolesAt(step) };
  }
  if (light === 'yellow')
    return { level: '黄', roles: rolesAt(state === 'unreported' || state === 'unclear' ? Math.max(1, step) : 1) };
  return light === 'blue' ? { level: '蓝', roles: rolesAt(1) } : null;
}

function matterOf(found: TaskFinding, department: string, reach: Reach, context: DueContext): Matter {
  const { task, workingDaysLate } = found;
  const { today } = context.settings;
  const told = withDay(found, context.findings.asOf, today);
  const { level, roles } = reach;
  const isOutpost = context.outposts.has(department);
  const office = context.formless.has(department) ? context.settings.edition.words.officeInFull : null;
  const order = level.startsWith('红') ? orderOf(found, context) : null;
  const answerBy = order?.answerBy ?? null;
  return {
    department,
    subject: task.id,
    due: found.due ?? quarterStart(today),
    level,
    roles,
    title: task.title,
    workingDaysLate,
    order,
    textFor: (role) => taskText(told, { department, isOutpost, role, office }, level, answerBy),
  };
}

/** What was judged as of another day than the one on which it is told says so. */
function withDay(found: TaskFinding, asOf: Day, today: Day): TaskFinding {
  return asOf === today ? found : { ...found, why: `截至${longDay(asOf)}${found.why}` };
}

function orderOf({ task, progress }: TaskFinding, { answerBy }: DueContext): OrderFacts {
  return {
    measure: task.measure,
    leader: task.leader,
    dueText: task.dueText,
    progress: progress === null ? '未报进展' : progressText(progress),
    answerBy,
  };
}

/** `推进中，完成率64%：已完成选址`. */
function progressText({ status, percent, text }: Progress): string {
  const rate = percent.value?.value ?? null;
  const said = [status.shown.trim(), rate === null ? '' : `完成率${plain(rate)}%`]
    .filter((part) => part !== '')
    .join('，');
  return [said, text].filter((part) => part !== '').join('：') || '未报进展';
}

/** A task without end is to be reported on each quarter; so it is told once a quarter. */
function quarterStart(today: Day): Day {
  const { year, month } = dayParts(today);
  return makeDay(year, month - ((month - 1) % 3), 1) ?? today;
}
