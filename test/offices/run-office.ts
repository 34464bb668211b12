/** Runs the bundle over a folder, and what its answer says of the office. */
import { openOffice } from '../local/shared-host';

/** As `check --json` and `report --json` print it; members that a program may not have are given as `undefined`. */
export interface Answer {
  readonly exit: number;
  readonly summary: {
    readonly counts: Readonly<Record<string, number | null>>;
    readonly tasks: readonly { readonly id: string; readonly state: string }[];
    readonly indicators: readonly ShownLine[];
    readonly weakAreas: readonly ShownArea[];
    readonly hints: readonly ShownArea[];
    readonly missingDepartments: readonly string[];
  };
  readonly problems: readonly ShownProblem[];
}

export interface ShownLine {
  readonly code: string;
  readonly value: number | null;
  readonly partial?: number | null;
  readonly state?: string;
  readonly coverage?: {
    readonly asked: readonly string[];
    readonly given: readonly string[];
    readonly missing: readonly { readonly department: string; readonly why: string }[];
  };
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly text: string;
  readonly weak: boolean;
  readonly cells: readonly string[];
}

export interface ShownArea {
  readonly area: string;
  readonly indicators: readonly { readonly code: string }[];
  readonly tasks: readonly string[];
}

export interface ShownProblem {
  readonly code: string;
  readonly level: string;
  readonly workbook: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly spot: string | null;
  readonly actual: string;
  readonly reason: string;
}

/** What the job tells; `bundleFile` is another program than the one built. */
export async function runOffice(folder: string, job: 'check' | 'report', bundleFile?: string): Promise<Answer> {
  const host = await openOffice(folder, bundleFile === undefined ? {} : { bundleFile });
  return host.run('runJob', job, 'null') as Answer;
}
