interface LatePart {
  readonly name: string;
  readonly doors: readonly string[];
  readonly rooms: readonly string[];
}

interface Cut {
  readonly root: string;
  readonly entry: string;
  readonly parts: readonly LatePart[];
  readonly late: string;
  readonly globalName: string;
  readonly plugins?: readonly object[];
  readonly options?: object;
}

/** The text of a late part. */
interface PartText {
  readonly name: string;
  readonly text: string;
}

interface PartTexts {
  readonly first: string;
  readonly others: readonly PartText[];
}

/** Cuts a program into a first part and late ones. */
export function cutBundle(cut: Cut): Promise<PartTexts & { readonly exported: readonly string[] }>;

/** All parts as they are shipped. */
export function markedParts(first: string, others: readonly PartText[]): PartTexts;
