/** How a problem is shown and handed on. */

/** A problem, flat. `level` is its word. Places outside workbooks have `spot` (words) instead of `sheet` and `cell`. */
export interface ProblemLine {
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
