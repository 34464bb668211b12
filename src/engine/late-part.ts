/**
 * What stands in the program for the code behind the door, where the build has cut it off (build/bundle/cut-bundle.mjs): that is
 * read and evaluated when one of its functions is first called, once in a run. Uncut programs never ask.
 */

/** Makes the functions of what both parts use. */
export type Part = (handed: readonly unknown[]) => unknown;

let open: (mark: string) => Part = () => {
  throw new Error('nobody has said where the other part of the program lies');
};

/** Says how the other part is had: `mark` is that of the build it must be of. */
export function openLatePart(way: (mark: string) => Part): void {
  open = way;
}

/** The functions, made when they are first asked for. @public used by build/bundle/cut-bundle.mjs. */
export function latePart(mark: string, handed: () => readonly unknown[]): () => unknown {
  let part: unknown;
  return () => (part ??= open(mark)(handed()));
}
