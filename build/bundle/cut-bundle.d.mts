interface Cut {
  readonly root: string;
  readonly entry: string;
  readonly door: string;
  readonly rooms: readonly string[];
  readonly late: string;
  readonly globalName: string;
  readonly plugins?: readonly object[];
  readonly options?: object;
}

/** Cuts a program in two at a door. */
export function cutBundle(
  cut: Cut,
): Promise<{ readonly first: string; readonly second: string; readonly exported: readonly string[] }>;

/** Both parts as they are shipped. */
export function markedParts(first: string, second: string): { readonly first: string; readonly second: string };
