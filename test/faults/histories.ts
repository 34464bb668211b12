/**
 * Histories of several runs, each with faults of its own and with other runs that begin inside it, and of a person who registers
 * wrongly that all was sent and takes it back, made from a seed.
 */
import { randomFrom } from '../random';
import { faultKinds, type Fault } from './faulty-run';
import type { OfficeStore } from './office-store';
import { survive, ways, type History, type Way } from './survive';
import { count, type Tally } from './sweep';

/** Lives through the histories of these seeds. A seed always makes the same history. */
export async function liveThrough(makeStore: () => OfficeStore, first: number, runs: number): Promise<Tally> {
  const tally: Tally = { injected: 0, survived: 0, unknown: 0, faults: [] };
  for (let seed = first; seed < first + runs; seed += 1) {
    const { way, history, back } = historyOf(seed);
    const { broken, unknown } = await survive(makeStore, way, history, back);
    count(tally, `seed ${String(seed)} (${way})`, broken, unknown);
  }
  return tally;
}

/** A little more than a run makes. */
const mostCalls = 38;

/** One to four runs some hours apart, two of which overlap: the second begins at a call of the first. */
function historyOf(seed: number): { readonly way: Way; readonly history: History; readonly back: readonly Fault[] } {
  const random = randomFrom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const fault = (): Fault => ({
    at: 1 + below(mostCalls),
    kind: faultKinds[below(faultKinds.length)] ?? 'killed after',
  });
  const faults = (): readonly Fault[] => Array.from({ length: below(3) }, fault);
  const other = (): Fault => ({ at: 1 + below(mostCalls), kind: 'other run', faults: faults() });
  const runs = 1 + below(4);
  const overlapping = below(runs);
  const history = Array.from({ length: runs }, (_, index) => ({
    hoursLater: below(3),
    faults: index === overlapping ? [other(), ...faults()] : faults(),
  }));
  const way = ways[below(ways.length)] ?? '邮件';
  // A person's own step has fewer calls.
  const early = (): readonly Fault[] => faults().map((one) => ({ ...one, at: 1 + (one.at % 16) }));
  const slips = history.map((run) => (below(3) === 0 ? { ...run, slip: early() } : run));
  return { way, history: slips, back: early() };
}
