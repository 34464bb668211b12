/** 督办台账: what departments say of the papers they got, held against how the matters stand. What they call settled is not done by that. */
import type { FeedbackLine } from '../../../contract/feedback';
import { longDay } from '../../base/day';
import { nearest } from '../../base/nearest';
import type { Problem, Result } from '../../base/problem';
import { taskStateWords } from '../../base/state-words';
import { departmentItems } from '../../rows/department-items';
import type { FeedbackRow, Rows } from '../../rows/rows';
import type { Settings } from '../../settings/settings';
import type { Findings } from '../findings';
import { matterCalled, mattersOf, type Matters, type PaperMatter } from './matters';

/** What the office knows when it looks at them; `problems` are all others. */
export interface FeedbackInput {
  readonly rows: Pick<Rows, 'departments' | 'workbooks' | 'feedback'>;
  readonly findings: Pick<Findings, 'asOf' | 'tasks'>;
  readonly settings: Pick<Settings, 'reportYear' | 'today' | 'edition'>;
  readonly problems: readonly Problem[];
}

/**
 * A line for each paper that asks for something now or that a department speaks of, tasks first. A code nobody knows or of another
 * department is an error and its row is not used; what does not fit together is a doubt and stands in the line, too.
 */
export function feedbackFindings(input: FeedbackInput): Result<readonly FeedbackLine[]> {
  const { rows, findings, settings } = input;
  const matters = mattersOf(findings.tasks, rows, settings.reportYear);
  const problems: Problem[] = [];
  const said = new Map<PaperMatter, FeedbackRow>();
  for (const row of rows.feedback) {
    const matter = matterCalled(row.code, matters);
    const refusal =
      matter === null ? unknown(row, matters) : matter.department === row.department ? null : foreign(row, matter);
    if (matter === null || refusal !== null) {
      if (refusal !== null) problems.push(refusal);
      continue;
    }
    const before = said.get(matter);
    if (before !== undefined) problems.push(twice(row, before));
    said.set(matter, row);
  }
  const open = openCells(input);
  const lines = [...matters.byKey.values()].flatMap((matter) => {
    const row = said.get(matter) ?? null;
    if (row === null && !isAsking(matter, open)) return [];
    const doubts = row === null ? [] : doubtsOf(row, matter, open.get(matter.department) ?? 0, input);
    problems.push(...doubts);
    return [lineOf(matter, row, open, doubts)];
  });
  return { value: lines, problems };
}

/** Cells each department has to put right, without notes. */
function openCells({ rows, problems }: FeedbackInput): ReadonlyMap<string, number> {
  const asked = problems.filter(({ level }) => level !== 'note');
  return new Map(departmentItems(asked, rows).map(({ department, items }) => [department, items.length]));
}

function isAsking({ found, due, department }: PaperMatter, open: ReadonlyMap<string, number>): boolean {
  return found === null ? open.has(department) : found.state === 'overdue' && found.due === due;
}

function lineOf(
  { code, department, found, due }: PaperMatter,
  row: FeedbackRow | null,
  open: ReadonlyMap<string, number>,
  doubts: readonly Problem[],
): FeedbackLine {
  const about =
    found === null
      ? { kind: 'check' as const, task: null, title: '填报核对', state: null, open: open.get(department) ?? 0 }
      : {
          ...{ kind: 'order' as const, task: found.task.id, title: found.task.title, open: 0 },
          state: found.due === due ? found.state : null,
        };
  return { code, department, due, ...about, ...saidIn(row), doubts: doubts.map(({ reason }) => reason) };
}

function saidIn(row: FeedbackRow | null): Pick<FeedbackLine, 'signedOn' | 'reply' | 'rectifyOn' | 'closed'> {
  if (row === null) return { signedOn: null, reply: '', rectifyOn: null, closed: null };
  const { signedOn, reply, rectifyOn, closed } = row;
  return { signedOn: signedOn.value, reply, rectifyOn: rectifyOn.value, closed: closed.value };
}

function unknown(row: FeedbackRow, { byKey }: Matters): Problem {
  const own = [...byKey.values()].filter(({ department }) => department === row.department);
  const meant = nearest(
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

function foreign(row: FeedbackRow, { department }: PaperMatter): Problem {
  const reason = `反馈编号“${row.code}”是${department}的，这一行没有采用`;
  return errorAt(row, 'feedback-foreign', reason, '只填发给本单位的督办单、核对单');
}

function errorAt({ place, code }: FeedbackRow, name: string, reason: string, expected: string): Problem {
  return { code: name, level: 'error', place, actual: code, reason, expected };
}

function twice(row: FeedbackRow, before: FeedbackRow): Problem {
  const reason = `反馈编号“${row.code}”有两行（另见 ${before.place.cell ?? ''}），按这一行`;
  return doubt(row, row.place, { code: 'feedback-twice', reason, expected: '请删去多余的行' });
}

function doubt(
  row: FeedbackRow,
  place: Problem['place'],
  said: Pick<Problem, 'code' | 'reason' | 'expected'>,
): Problem {
  return { ...said, level: 'doubt', place, actual: row.code };
}

/** What cannot all be so. */
function doubtsOf(row: FeedbackRow, matter: PaperMatter, open: number, input: FeedbackInput): readonly Problem[] {
  const { settings, findings } = input;
  const said = `“${settings.edition.sheets.feedback.columns.closed.header}”填了`;
  const { signedOn, rectifyOn, closed, reply } = row;
  const told: Problem[] = [];
  const tell = (place: Problem['place'], code: string, reason: string, expected: string): void => {
    told.push(doubt(row, place, { code, reason: `${matter.code}：${reason}`, expected }));
  };
  if (signedOn.value !== null && signedOn.value > settings.today)
    tell(signedOn.place, 'feedback-day', `签收日期 ${longDay(signedOn.value)} 还没有到`, '请核对签收日期');
  if (closed.value === true && reply === '')
    tell(closed.place, 'feedback-unanswered', `${said}“是”，没有写反馈情况`, '请写明怎样办结的');
  if (closed.value === true && rectifyOn.value !== null && rectifyOn.value > findings.asOf)
    tell(
      rectifyOn.place,
      'feedback-day',
      `${said}“是”，整改日期 ${longDay(rectifyOn.value)} 还没有到`,
      '请核对整改日期',
    );
  const clash = clashOf(closed.value, matter, open);
  if (clash !== null) tell(closed.place, 'feedback-differs', `${said}${clash.reason}`, clash.expected);
  return told;
}

/** What is wrong with 申请销号, and what to do; null where it fits or nothing was said. */
function clashOf(
  closed: boolean | null,
  { found, due }: PaperMatter,
  open: number,
): Pick<Problem, 'reason' | 'expected'> | null {
  if (closed === null) return null;
  if (found === null) {
    const reason = `“是”，核对后还有${String(open)}处要改`;
    return closed && open > 0 ? { reason, expected: '请按核对单改好填报表，或者改为“否”' } : null;
  }
  if (found.due !== due) return null;
  const isDone = found.state === 'done';
  if (!closed) return isDone ? { reason: '“否”，任务在“任务进展”里已完成', expected: '请核对哪一处是对的' } : null;
  if (isDone || found.state === 'cancelled') return null;
  const reason = `“是”，任务按“任务进展”是${taskStateWords[found.state]}，没有因此记作完成`;
  return { reason, expected: '办结的请在“任务进展”填已完成和完成日期，没有办结的改为“否”' };
}
