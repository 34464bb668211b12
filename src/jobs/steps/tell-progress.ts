/** What a page is told while a run is going, and what it asks. */
import type { JobAnswer } from '../../contract/answer';
import type { Problem } from '../../core/base/problem';
import type { ProblemLine } from '../../contract/problem-line';
import { problemLines } from '../../core/report/summary';
import { latestProgress, passProblems } from '../../google/progress';

/** Shows what was found so far to the page that watches; the answer tells all of it again. */
export function tellProblems(problems: readonly Problem[]): void {
  passProblems(() => problemLines(problems));
}

/**
 * `text` is the latest line of the run that was started under the key; empty before the first. `problems`: those found so
 * far, of very many the first.
 */
export function tellLatest(key: string): JobAnswer {
  const { line, problems } = latestProgress(key);
  return { exit: 0, text: line, files: [], problems: problems as readonly ProblemLine[], summary: null };
}
