/** What 看板 shows. Plain JSON. */
import type { Snapshot } from './history';

/** What the details of `look` hold. */
export interface Cockpit {
  /** Oldest first; empty where no run has kept one. */
  readonly history: readonly Snapshot[];
}
