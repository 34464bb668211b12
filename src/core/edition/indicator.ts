/** What an indicator is. The hub's 指标 sheet is made from an edition's list and, once edited, overrules it. */

/** How the departments' values become the town's. `lead` counts only events the department leads. */
export type Aggregate = 'sum' | 'max' | 'last' | 'lead';

/** What a threshold rests on: a law, a document that is followed (规范性文件, 参照), or the office's own standard. */
export type BasisKind = 'law' | 'norm' | 'own';

/**
 * One line of the 指标 sheet. `count`, `money` and `flag` lines are filled in by departments; a `rate` is never typed but
 * computed as `numerator` / `denominator` (codes of other lines; × 100 when the unit is %).
 */
export interface Indicator {
  /** `C2`, or `C2.1` for a part of one: stable, unique. */
  readonly code: string;
  /** Unique Chinese name, also the field name in templates; letters and digits only. */
  readonly name: string;
  readonly unit: string;
  readonly kind: 'count' | 'rate' | 'money' | 'flag';
  /** Which departments fill it: their names, or the words for the group, everybody and nobody. */
  readonly filledBy: string;
  /** Code, or codes joined by `+` or `-`: `D1.1-D1.2`. Null unless a rate (or computed sum). */
  readonly numerator: string | null;
  /** As numerator; numbers and the numeric settings are allowed: `1+行政村数`. */
  readonly denominator: string | null;
  readonly aggregate: Aggregate;
  /** `high`: more is better, weak below the threshold; `low`: weak above it. */
  readonly direction: 'high' | 'low';
  /** In the indicator's unit; null when nothing is judged. */
  readonly threshold: number | null;
  readonly standing: BasisKind;
  /** Missing the threshold alone makes the area weak, however little is missing. */
  readonly redLine: boolean;
  /** A value worse than this one makes the area weak alone, in the indicator's unit; null for none. */
  readonly aloneAt: number | null;
  /** For `aloneAt` of a percentage of cases so many must be missing, too. */
  readonly aloneCases: number;
  /** Below this denominator nothing is concluded. */
  readonly minSample: number;
  /** The law, document or custom the threshold rests on, with its day. */
  readonly basis: string;
  /** The area a weakness is named by. */
  readonly area: string;
  /** A sentence of the office's own, with template tags, printed when there is a value; empty for none. */
  readonly sentence: string;
  /** What happens without a value: nothing, or the office is told. */
  readonly onEmpty: 'omit' | 'note';
  /** The counting rule, shown as help at the cell. */
  readonly help: string;
}
