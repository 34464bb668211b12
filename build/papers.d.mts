/** Makes the files the program fills, for the tests: each with its name in the bundle and its bytes. */
export function writePapers(
  papers: readonly {
    readonly key: string;
    readonly paper: string;
    readonly kind: string;
    readonly template: string;
    readonly text: string;
  }[],
): readonly { readonly name: string; readonly bytes: Buffer }[];
