/** 督办台账: what is said of the papers there are, held against how the matters stand. What is called settled is not done by that. */
import type { FeedbackEntry, FeedbackLine } from '../../../contract/feedback';
import { nearestCode } from '../../base/nearest';
import type { Problem, Result } from '../../base/problem';
import { departmentItems, isAboutWorkbook } from '../../rows/department-items';
import type { FeedbackRow, Rows } from '../../rows/rows';
import type { Settings } from '../../settings/settings';
import type { Findings } from '../findings';
import { doubtsOf, saidDay, twice, type Said } from './feedback-doubts';
import { matterCalled, mattersOf, type Matters, type PaperMatter } from './matters';
import type { RegisterRow } from './register-rows';

/** What the office knows when it looks at them; `problems` are all others. */
export interface FeedbackInput {
  readonly rows: Pick<Rows, 'departments' | 'workbooks' | 'feedback'>;
  /** What the office noted itself. */
  readonly register: readonly RegisterRow[];
  readonly findings: Pick<Findings, 'asOf' | 'tasks'>;
  readonly settings: Pick<Settings, 'reportYear' | 'today' | 'edition'>;
  readonly problems: readonly Problem[];
}

/**
 * A line for each paper that asks for something now or that somebody speaks of, tasks first. A code nobody knows or of another
 * department is an error and its row is not used; what does not fit together is a doubt and stands in the line, too.
 */
export function feedbackFindings(input: FeedbackInput): Result<readonly FeedbackLine[]> {
  const { rows, register, findings, settings } = input;
  const isSpokenOf = rows.feedback.length + register.length > 0;
  const matters = mattersOf(findings.tasks, { departments: rows.departments, isSpokenOf }, settings.reportYear);
  const own = byMatter(rows.feedback, matters);
  const noted = byMatter(register, matters);
  const problems = [...own.problems, ...noted.problems];
  const open = openCells(input);
  const lines = [...matters.byKey.values()].flatMap((matter) => {
    const said: Said = { own: own.value.get(matter) ?? null, entry: noted.value.get(matter) ?? null };
    if (said.own === null && said.entry === null && !isAsking(matter, open)) return [];
    const doubts = doubtsOf(said, matter, { open: open.get(matter.department) ?? 0, ...input });
    problems.push(...doubts);
    return [lineOf(matter, said, open, doubts)];
  });
  return { value: lines, problems };
}

/** The row of each paper; of two the lower one counts. Only a department can speak of what is not its own. */
function byMatter<R extends FeedbackRow | RegisterRow>(
  rows: readonly R[],
  matters: Matters,
): Result<ReadonlyMap<PaperMatter, R>> {
  const problems: Problem[] = [];
  const value = new Map<PaperMatter, R>();
  for (const row of rows) {
    const department = 'department' in row ? row.department : null;
    const matter = matterCalled(row.code, matters);
    if (matter === null) problems.push(unknown(row, department, matters));
    else if (department !== null && matter.department !== department) problems.push(foreign(row, matter));
    else {
      const before = value.get(matter);
      if (before !== undefined) problems.push(twice(row, before));
      value.set(matter, row);
    }
  }
  return { value, problems };
}

/** What each department has to put right or look at, without notes; of a workbook that did not come there is no 核对单. */
function openCells({ rows, problems }: FeedbackInput): ReadonlyMap<string, number> {
  const asked = problems.filter((problem) => problem.level !== 'note' && !isAboutWorkbook(problem));
  return new Map(departmentItems(asked, rows).map(({ department, items }) => [department, items.length]));
}

function isAsking({ found, due, department }: PaperMatter, open: ReadonlyMap<string, number>): boolean {
  return found === null ? open.has(department) : found.state === 'overdue' && found.due === due;
}

function lineOf(
  matter: PaperMatter,
  said: Said,
  open: ReadonlyMap<string, number>,
  doubts: readonly Problem[],
): FeedbackLine {
  const { code, department, found, due } = matter;
  const entry = said.entry && entryOf(said.entry);
  const { closed, reply } = ownIn(said);
  return {
    code,
    department,
    due,
    kind: found === null ? 'check' : 'order',
    task: found === null ? null : found.task.id,
    title: found === null ? '填报核对' : found.task.title,
    state: stateIn(matter),
    open: found === null ? (open.get(department) ?? 0) : 0,
    signedOn: saidDay(said, 'signedOn'),
    reply: replyOf(reply, entry === null ? '' : entry.reply),
    rectifyOn: saidDay(said, 'rectifyOn'),
    closed,
    settled: entry === null ? null : entry.settled,
    entry,
    doubts: doubts.map(({ reason }) => reason),
  };
}

/** Null for a 核对单, and for an earlier period of the task. */
function stateIn({ found, due }: PaperMatter): FeedbackLine['state'] {
  return found !== null && found.due === due ? found.state : null;
}

/** What the department itself said. */
function ownIn({ own }: Said): Pick<FeedbackLine, 'closed' | 'reply'> {
  return own === null ? { closed: null, reply: '' } : { closed: own.closed.value, reply: own.reply };
}

function replyOf(typed: string, noted: string): string {
  return typed === '' || noted === '' ? typed + noted : `${typed}；办公室登记：${noted}`;
}

/** What the office noted; a cell that cannot be read says nothing. */
export function entryOf({ signedOn, reply, rectifyOn, settled }: RegisterRow): FeedbackEntry {
  return { signedOn: signedOn.value, reply, rectifyOn: rectifyOn.value, settled: settled.value };
}

type Row = Pick<FeedbackRow, 'place' | 'code'>;

/** The nearest of the department's own codes is proposed; to the office the nearest of all. */
function unknown(row: Row, department: string | null, { byKey }: Matters): Problem {
  const own = [...byKey.values()].filter((matter) => department === null || matter.department === department);
  const meant = nearestCode(
    row.code,
    own.map(({ code }) => code),
  );
  const expected = `请照督办单、核对单上的“反馈编号”填写${meant === null ? '' : `，是不是“${meant}”`}`;
  return errorAt(
    row,
    'feedback-unknown',
    `反馈编号“${row.code}”不是本年度督办单、核对单的编号，这一行没有采用`,
    expected,
  );
}

function foreign(row: Row, { department }: PaperMatter): Problem {
  const reason = `反馈编号“${row.code}”是${department}的，这一行没有采用`;
  return errorAt(row, 'feedback-foreign', reason, '只填发给本单位的督办单、核对单');
}

function errorAt({ place, code }: Row, name: string, reason: string, expected: string): Problem {
  return { code: name, level: 'error', place, actual: code, reason, expected };
}
