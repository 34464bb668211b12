/** The fault harness of test/faults in full: sweeps over all calls, and seeded histories. */
import { rmSync } from 'node:fs';
import { importTests } from '../import-sources.mjs';

export const harness = await importTests('faults', {
  'test/faults/faulty-run': 'faultKinds',
  'test/faults/small-office': 'makeSmallOffice',
  'test/faults/office-store': 'freshPlace, quickStore, readInputs, realStore, useProgram',
  'test/faults/survive': 'ways',
  'test/faults/sweep': 'sweep, sweepSlips',
  'test/faults/sweep-reports': 'sweepReports',
  'test/faults/outages': 'sweepOutages',
  'test/faults/histories': 'liveThrough',
});
const {
  faultKinds,
  liveThrough,
  quickStore,
  readInputs,
  realStore,
  sweep,
  sweepOutages,
  sweepReports,
  sweepSlips,
  ways,
} = harness;

/** Each fault under each way of reminding: one part, to be run alone by its number. */
const faultParts = ways.flatMap((way) => faultKinds.map((kind) => ({ way, kind })));

/** Real workbooks and mails, each run evaluated anew, the fault at every call. */
export async function proveFaults(first, count) {
  return inOffice(async (base) => {
    const tallies = [];
    for (const { way, kind } of chosen(faultParts, first, count))
      tallies.push({ way, kind, ...(await sweep(() => realStore(base), way, [kind])) });
    const lines = tallies.map(
      ({ way, kind, survived, injected, unknown }) =>
        `${way}, ${kind}: ${survived} / ${injected}; ${unknown} ended with a 状态不明`,
    );
    return { ...sumOf(tallies), more: lines.join('\n') };
  });
}

/** A person's wrong word, and its taking back, for each way of reminding. */
export async function proveSlips(first, count) {
  return inOffice(async (base) => {
    const inputs = readInputs(base);
    const tallies = [];
    for (const way of chosen(ways, first, count))
      tallies.push({ way, ...(await sweepSlips(() => quickStore(base, inputs), way)) });
    const lines = tallies.map(({ way, survived, injected }) => `${way}: ${survived} / ${injected}`);
    return { ...sumOf(tallies), more: lines.join('\n') };
  });
}

export async function proveReports(first, count) {
  return inOffice(async (base) => {
    const tally = sweepReports(() => realStore(base), chosen(faultKinds, first, count));
    const { injected, written, alone } = tally;
    const more = `after the fault: ${injected - written} times the old report alone, ${written} times the new one beside it, ${alone} of these without its public version, 0 times half a one`;
    return { ...tally, more: tally.faults.length === 0 ? more : '' };
  });
}

function chosen(all, first, count) {
  return all.slice(first - 1, first - 1 + count);
}

export async function proveOutages() {
  return inOffice(async (base) => {
    const tally = await sweepOutages(() => realStore(base));
    return { ...tally, more: `mails that tell a department it did not report: ${tally.falseMails}` };
  });
}

export async function proveHistories(first, runs) {
  return inOffice(async (base) => {
    const inputs = readInputs(base);
    const tally = await liveThrough(() => quickStore(base, inputs), first, runs);
    return { ...tally, more: `${tally.unknown} ended with a 状态不明, each explained by a fault` };
  });
}

/** Gives a fresh office to `prove`. */
export async function inOffice(prove) {
  const base = harness.freshPlace();
  try {
    await harness.makeSmallOffice(base);
    return await prove(base);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

function sumOf(tallies) {
  const sum = (member) => tallies.reduce((total, tally) => total + tally[member], 0);
  return { injected: sum('injected'), survived: sum('survived'), faults: tallies.flatMap(({ faults }) => faults) };
}
