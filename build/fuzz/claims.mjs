/** Reports of invented offices, read sentence by sentence beside the truth they were made from (test/claims). */
import { importTests } from '../import-sources.mjs';

const mostTold = 3;

export const claims = await importTests('claims', {
  'test/claims/try-claims': 'tryClaims',
  'test/claims/plans/plan': 'planOf',
  'test/claims/lies': 'lies, planOfLie',
  'test/offices/check-office': 'differenceText',
});

/** A report survives when each of its sentences is true; of each kind of lie the first few are told. */
export async function proveClaims(first, runs) {
  const told = new Map();
  let [compared, survived] = [0, 0];
  for (let seed = first; seed < first + runs; seed++) {
    const verdict = await claims.tryClaims(claims.planOf(seed));
    compared += verdict.compared;
    if (verdict.differences.length === 0) survived++;
    for (const difference of verdict.differences) {
      told.set(difference.kind, [...(told.get(difference.kind) ?? []), { seed, difference }]);
    }
  }
  const counts = [...told].map(([kind, { length }]) => `${kind}: ${length}`);
  return {
    injected: runs,
    survived,
    faults: [...told.values()].flatMap(faultsOfKind),
    more: [`${compared} comparisons`, ...counts].join('\n'),
  };
}

/** One for each thing said, so that the same lie of many offices does not hide the next. */
function faultsOfKind(found) {
  const different = new Map();
  for (const { seed, difference } of found) {
    const key = difference.found.replaceAll(/\d+/g, '');
    if (!different.has(key)) different.set(key, claims.differenceText(seed, difference));
  }
  const texts = [...different.values()];
  const most = Number(process.env.NIANBAO_FUZZ_TOLD ?? mostTold);
  const left = texts.length - most;
  return left > 0 ? [...texts.slice(0, most), `${found[0].difference.kind}: and ${left} more`] : texts;
}
