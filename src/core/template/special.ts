/** What a value can print beside plain text. Only documents show it; a plain text prints the value's text instead. */

/** A stretch of text with a look of its own; `colour` is RRGGBB, empty for the template's. */
export interface RichRun {
  readonly text: string;
  readonly bold: boolean;
  readonly colour: string;
}

export type Special =
  | { readonly kind: 'rich'; readonly runs: readonly RichRun[] }
  | { readonly kind: 'page-break' }
  /** Equal neighbours in this cell's column become one cell. */
  | { readonly kind: 'merge-equal' };
