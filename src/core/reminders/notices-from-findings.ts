/** Who is to be told what on the 核算日: one notice per task that needs one and per department that sent nothing, most urgent first. */
import type { Findings, TaskFinding } from '../findings/findings';
import type { Department } from '../rows/rows';
import { missingText, taskText } from './notice-text';

/** 蓝 due soon, 黄 behind or unreported, 红 overdue; 缺报: the department's workbook is missing. */
type NoticeLevel = '红' | '缺报' | '黄' | '蓝';

/** A notice to a department: what a clerk sends by hand today, and what mails will be made of. */
export interface Notice {
  readonly level: NoticeLevel;
  readonly department: string;
  /** Empty for a notice about the department as a whole. */
  readonly taskId: string;
  readonly text: string;
}

const urgency: readonly NoticeLevel[] = ['红', '缺报', '黄', '蓝'];
const levels: Readonly<Partial<Record<TaskFinding['light'], NoticeLevel>>> = { red: '红', yellow: '黄', blue: '蓝' };

/** Tasks of a missing department, and tasks whose lead is not known, have no notice of their own. */
export function noticesFromFindings(
  { tasks, missingDepartments, asOf }: Findings,
  departments: readonly Department[],
): readonly Notice[] {
  const outposts = outpostsOf(departments);
  const missing = missingDepartments.map((department): Notice => {
    const text = missingText(department, outposts.has(department), asOf);
    return { level: '缺报', department, taskId: '', text };
  });
  const found = tasks.flatMap((task) => noticeOf(task, missingDepartments, outposts) ?? []);
  return [...missing, ...found].sort((a, b) => urgency.indexOf(a.level) - urgency.indexOf(b.level));
}

function noticeOf(found: TaskFinding, missing: readonly string[], outposts: ReadonlySet<string>): Notice | null {
  const level = levels[found.light];
  const { lead: department, id: taskId } = found.task;
  if (level === undefined || department === null || missing.includes(department)) return null;
  const to = { department, isOutpost: outposts.has(department), role: '承办单位' } as const;
  return { level, department, taskId, text: taskText(found, to, level, null) };
}

/** Names of the departments that the town asks and does not command. */
export function outpostsOf(departments: readonly Department[]): ReadonlySet<string> {
  return new Set(departments.filter(({ kind }) => kind === '派出').map(({ name }) => name));
}
