/** Where each printed value of a filled template came from. */

/** One printed value. */
export interface TraceEntry {
  /** The field's path as resolved, list items counted from 0: `部门.3.名称`. */
  readonly field: string;
  /** What was printed. */
  readonly text: string;
  /** Where in the output, in words. */
  readonly place: string;
  /** The cells it was read or computed from. */
  readonly sources: readonly string[];
  /** The bookmark around it in the document, empty for none. */
  readonly bookmark: string;
}
