/** Invented offices, held against the truth they were made from (test/offices). */
import { importTests } from '../import-sources.mjs';

const mostTold = 5;

export const offices = await importTests('offices', {
  'test/offices/try-offices': 'tryCheck, tryOffice',
  'test/offices/check-office': 'differenceText',
});

/** An office survives when nothing that is said of it differs from its truth. */
export async function proveOffices(first, runs) {
  const faults = [];
  const kinds = new Map();
  let [compared, survived] = [0, 0];
  for (let seed = first; seed < first + runs; seed++) {
    const verdict = await offices.tryOffice(seed);
    compared += verdict.compared;
    for (const { kind } of verdict.differences) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (verdict.differences.length === 0) survived++;
    else faults.push(...told(seed, verdict.differences));
  }
  const counts = [...kinds].map(([kind, count]) => `${kind}: ${count}`);
  return { injected: runs, survived, faults, more: [`${compared} comparisons`, ...counts].join('\n') };
}

function told(seed, differences) {
  const lines = differences.slice(0, mostTold).map((difference) => offices.differenceText(seed, difference));
  const left = differences.length - lines.length;
  return left === 0 ? lines : [...lines, `seed ${seed}: and ${left} more`];
}
