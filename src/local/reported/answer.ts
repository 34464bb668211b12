/** How a call of the script is answered in the world. */
import type { GoogleWorld } from './google-world';

/** Who runs which script: `hub` is the spreadsheet it is bound to. */
export interface Runner {
  readonly person: string;
  readonly hub: string;
  /** The run of a simple trigger before anybody consented. */
  readonly isBare?: boolean;
}

/** One call of the script. */
export interface ServiceCall {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly make: (changed?: readonly unknown[]) => unknown;
}

/** Answers a call of one member. */
export type Answer = (world: GoogleWorld, runner: Runner, call: ServiceCall) => unknown;
