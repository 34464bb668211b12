/** What a job hands to whoever started it: the command line, a menu entry, a page. Plain JSON. */
import type { ProblemLine } from './problem-line';
import type { Summary } from './summary';

/** What a file is to the office. */
export type FileKind =
  | 'document'
  | 'report'
  | 'public-report'
  | 'google-doc'
  | 'trace'
  | 'check'
  | 'results'
  | 'hub'
  | 'rules'
  | 'register'
  | 'department'
  | 'template'
  | 'folder'
  | 'mail';

/** A file the job made or replaced. */
export interface WrittenFile {
  readonly what: FileKind;
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
  /** What only this job has to say; plain JSON, described beside the job's order. */
  readonly details?: unknown;
  /** The time Google gives a run is over: what was done is kept, start the job again and it goes on from there. */
  readonly isUnfinished?: true;
}
