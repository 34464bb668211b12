/** What a job hands to whoever started it: the command line, a menu entry, a dialog. Plain JSON. */
import { problemsText } from '../../core/report/summary-text';
import { problemLines, type ProblemLine, type Summary } from '../../core/report/summary';
import type { Problem } from '../../core/base/problem';

/** A file the job made or replaced. */
export interface WrittenFile {
  readonly what:
    | 'document'
    | 'report'
    | 'google-doc'
    | 'trace'
    | 'check'
    | 'results'
    | 'hub'
    | 'department'
    | 'template'
    | 'folder'
    | 'mail';
  readonly name: string;
  readonly id: string;
}

/**
 * `exit` 0: done. 1: done, but problems of level 错误 need people. 2: refused, nothing was written. `text` is for the
 * person in front.
 */
export interface JobAnswer {
  readonly exit: 0 | 1 | 2;
  readonly text: string;
  readonly files: readonly WrittenFile[];
  readonly problems: readonly ProblemLine[];
  readonly summary: Summary | null;
  /** What only this job has to say; plain JSON, described where the job is. */
  readonly details?: unknown;
  /** The time Google gives a run is over: what was done is kept, start the job again and it goes on from there. */
  readonly isUnfinished?: true;
}

/** Nothing could be done; `lead` says what in one sentence, the problems say why and where. */
export function refused(lead: string, problems: readonly Problem[] = []): JobAnswer {
  const text = problems.length === 0 ? lead : [lead, ...problemsText(problems)].join('\n');
  return { exit: 2, text, files: [], problems: problemLines(problems), summary: null };
}

/** The file as people find it: in a folder the path, which is the id; on Drive, where ids say nothing, the name. */
export function shownName({ id, name }: Pick<WrittenFile, 'id' | 'name'>): string {
  return /[./]/u.test(id) ? id : name;
}
