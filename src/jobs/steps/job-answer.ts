/** Makes the answers of jobs that need no more than a sentence and a list of problems. */
import type { JobAnswer, WrittenFile } from '../../contract/answer';
import { problemText, type Problem } from '../../core/base/problem';
import { problemLines } from '../../core/report/summary';
import { problemsText } from '../../core/report/summary-text';

/** Nothing could be done; `lead` says what in one sentence, the problems say why and where. */
export function refusedAnswer(lead: string, problems: readonly Problem[] = []): JobAnswer {
  const text = problems.length === 0 ? lead : [lead, ...problemsText(problems)].join('\n');
  return { exit: 2, text, files: [], problems: problemLines(problems), summary: null };
}

/** Tells every problem, one line each. */
export function problemsAnswer(exit: JobAnswer['exit'], lead: string, problems: readonly Problem[]): JobAnswer {
  const text = [lead, ...problems.map((problem) => `  ${problemText(problem)}`)].join('\n');
  return { exit, text, files: [], problems: problemLines(problems), summary: null };
}

/** The file as people find it: in a folder the path, which is the id; on Drive, where ids say nothing, the name. */
export function shownName({ id, name }: Pick<WrittenFile, 'id' | 'name'>): string {
  return /[./]/u.test(id) ? id : name;
}
