/** Compiles the tables of editions, for the tests. */
export function compileEditions(
  root: string,
  core: {
    readonly shapes: object;
    readonly words: Readonly<Record<string, object>>;
    readonly choiceWords: object;
    readonly lineForms: object;
    readonly openEditions: unknown;
    readonly fieldsOfReport: unknown;
    readonly fillText: unknown;
  },
): {
  readonly editions: readonly { readonly key: string; readonly name: string; readonly sheets: object }[];
  readonly papers: readonly {
    readonly key: string;
    readonly paper: string;
    readonly kind: string;
    readonly template: string;
    readonly text: string;
  }[];
  readonly mistakes: readonly string[];
};
