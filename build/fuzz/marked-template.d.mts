interface Report {
  readonly paragraphs: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function markedTemplate(xml: string): { readonly xml: string; readonly conditions: readonly string[] };
export function readMarked(report: Report): (held: number | null) => Report;
