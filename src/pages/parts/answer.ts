/** What the jobs answer, as far as the pages show it. Plain JSON; the full shapes stand where the jobs are. */

/** A file the job made or replaced. */
export interface AnswerFile {
  readonly what: string;
  readonly name: string;
  readonly id: string;
}

/** One line of the problem list. */
export interface AnswerProblem {
  readonly code: string;
  readonly level: string;
  readonly workbook: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly spot: string | null;
  readonly actual: string;
  readonly reason: string;
  readonly expected: string;
}

/** Lights in the order in which they are shown, with their words. */
export const lights = { red: '红', yellow: '黄', blue: '蓝', green: '绿', grey: '灰' } as const;
export type Light = keyof typeof lights;

/** A task as it stands on the day of the summary. */
export interface AnswerTask {
  readonly id: string;
  readonly title: string;
  readonly department: string | null;
  readonly state: string;
  readonly light: Light;
  readonly due: string | null;
  readonly workingDaysLate: number;
  readonly why: string;
}

interface AnswerArea {
  readonly area: string;
  readonly indicators: readonly { readonly name: string; readonly text: string }[];
  readonly tasks: readonly string[];
}

/** What a run found; rates are in percent. */
export interface AnswerSummary {
  readonly year: number;
  readonly town: string;
  readonly asOf: string;
  readonly sample: boolean;
  readonly counts: Readonly<
    Record<'total' | 'done' | 'running' | 'overdue' | 'unreported' | 'deferred' | 'cancelled', number>
  > & { readonly rate: number | null };
  readonly tasks: readonly AnswerTask[];
  readonly indicators: readonly {
    readonly name: string;
    readonly unit: string;
    readonly text: string;
    readonly weak: boolean;
  }[];
  readonly weakAreas: readonly AnswerArea[];
  readonly hints: readonly AnswerArea[];
  readonly missingDepartments: readonly string[];
}

/** `exit` 0: done; 1: done, but people have to look at something; 2: refused. */
export interface Answer {
  readonly exit: 0 | 1 | 2;
  readonly text: string;
  readonly files: readonly AnswerFile[];
  readonly problems: readonly AnswerProblem[];
  readonly summary: AnswerSummary | null;
  readonly details?: unknown;
  readonly isUnfinished?: true;
}
