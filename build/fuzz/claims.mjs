/** Reports of invented offices, read sentence by sentence beside the truth they were made from (test/claims). */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { importTests } from '../import-sources.mjs';

const mostTold = 3;

export const claims = await importTests('claims', {
  'test/claims/try-claims': 'reportOn, tryClaims, verdictOn',
  'test/claims/plans/plan': 'conditionPlans, plainPlan, planOf',
  'test/claims/lies': 'lies, planOfLie',
  'test/offices/check-office': 'differenceText',
});

/** A report survives when each of its sentences is true; of each kind of lie the first few are told. */
export async function proveClaims(first, runs) {
  const seeds = Array.from({ length: runs }, (_, index) => first + index);
  const threads = Math.min(availableParallelism(), runs);
  const shares = Array.from({ length: threads }, (_, thread) => seeds.filter((seed) => seed % threads === thread));
  const offices = (await Promise.all(shares.map(triedInThread))).flat().sort((a, b) => a.seed - b.seed);
  const told = new Map();
  for (const one of offices.flatMap((office) => office.told)) told.set(one.kind, [...(told.get(one.kind) ?? []), one]);
  const counts = [...told].map(([kind, { length }]) => `${kind}: ${length}`);
  const compared = offices.reduce((sum, office) => sum + office.compared, 0);
  return {
    injected: runs,
    survived: offices.filter((office) => office.told.length === 0).length,
    faults: [...told.values()].flatMap(faultsOfKind),
    more: [`${compared} comparisons`, ...counts].join('\n'),
  };
}

/** The offices of the seeds in a thread of their own: each thread keeps one warm program for all of them. */
function triedInThread(seeds) {
  const offices = [];
  return new Promise((done, failed) => {
    const workerData = { file: resolve('build/out/tests/claims.mjs'), seeds };
    const options = { workerData, resourceLimits: { maxYoungGenerationSizeMb: 192 } };
    const worker = new Worker(new URL('claims-thread.mjs', import.meta.url), options);
    worker.on('message', (office) => offices.push(office));
    worker.on('error', failed);
    worker.on('exit', () => {
      if (offices.length === seeds.length) done(offices);
      else failed(new Error(`a thread ended after ${offices.length} of ${seeds.length} offices`));
    });
  });
}

/** One for each thing said, so that the same lie of many offices does not hide the next. */
function faultsOfKind(found) {
  const different = new Map();
  for (const { text, found: said } of found) {
    const key = said.replaceAll(/\d+/g, '');
    if (!different.has(key)) different.set(key, text);
  }
  const texts = [...different.values()];
  const most = Number(process.env.NIANBAO_FUZZ_TOLD ?? mostTold);
  const left = texts.length - most;
  return left > 0 ? [...texts.slice(0, most), `${found[0].kind}: and ${left} more`] : texts;
}
