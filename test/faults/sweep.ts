/** Every fault at every call of a run that reminds for the first time, one at a time. */
import { faultKinds } from './faulty-run';
import type { OfficeStore } from './office-store';
import { survive, type Way } from './survive';

export interface Tally {
  injected: number;
  survived: number;
  /** Ends with a 状态不明. */
  unknown: number;
  /** What went wrong, with the fault that did it. */
  readonly faults: string[];
}

/** Goes on until a run ends with the fault unfired: then every call of the run has had it; or until so many broke. */
export async function sweep(
  makeStore: () => OfficeStore,
  way: Way,
  kinds: readonly (typeof faultKinds)[number][] = faultKinds,
  mostBroken = Infinity,
): Promise<Tally> {
  const tally: Tally = { injected: 0, survived: 0, unknown: 0, faults: [] };
  for (const kind of kinds) {
    for (let at = 1; ; at += 1) {
      const { broken, fired, unknown, first } = await survive(makeStore, way, [
        { hoursLater: 0, faults: [{ at, kind }] },
      ]);
      if (fired === 0 || tally.faults.length >= mostBroken) break;
      count(tally, `${way}, call ${String(at)} ${first.calls[at - 1] ?? ''} ${kind}`, broken, unknown);
    }
  }
  return tally;
}

/** Adds one outcome. */
export function count(tally: Tally, name: string, broken: readonly string[], unknown: number): void {
  tally.injected += 1;
  if (unknown > 0) tally.unknown += 1;
  if (broken.length === 0) tally.survived += 1;
  else tally.faults.push(`${name}: ${broken.join('; ')}`);
}

/** Every fault at every call of a person's step: of the word that was wrong, then of taking it back. */
export async function sweepSlips(
  makeStore: () => OfficeStore,
  way: Way,
  kinds: readonly (typeof faultKinds)[number][] = faultKinds,
): Promise<Tally> {
  const tally: Tally = { injected: 0, survived: 0, unknown: 0, faults: [] };
  for (const step of ['slip', 'back'] as const) {
    for (const kind of kinds) {
      for (let at = 1; ; at += 1) {
        const one = [{ at, kind }];
        const history = [{ hoursLater: 0, faults: [], slip: step === 'slip' ? one : [] }];
        const { broken, fired, unknown } = await survive(makeStore, way, history, step === 'back' ? one : []);
        if (fired === 0) break;
        count(tally, `${way}, ${step}, call ${String(at)} ${kind}`, broken, unknown);
      }
    }
  }
  return tally;
}
