/** A sheet of a ledger with what each of its cells says. */
import type { Merge } from '../../src/core/base/grid';
import type { CellInput } from '../core/grid-builder';

/** Row and column from 0. */
export interface At {
  readonly row: number;
  readonly column: number;
}

/** What cells say together, and where the program must tell it; null: no value may be taken, and a problem must say so. */
export interface Truth {
  readonly cells: readonly At[];
  readonly at: At;
  readonly says: string | null;
}

export interface LedgerSheet {
  readonly shape: string;
  readonly title: string;
  readonly rows: readonly (readonly CellInput[])[];
  readonly merges: readonly Merge[];
  readonly truth: readonly Truth[];
}

/** Chance: a number below the limit, and one of several. */
export interface Draw {
  readonly below: (limit: number) => number;
  readonly of: <T>(list: readonly T[]) => T;
  /** True in one case of so many. */
  readonly once: (of: number) => boolean;
}

/** What stands in a cell, and what it says. */
export type Said = readonly [content: CellInput, says: string | null];
