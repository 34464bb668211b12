/** The office year on the stand-in for Google: each reported behaviour off and on, and a fault at every service call. */
import { importTests } from '../import-sources.mjs';

const { everyCallFails, jobs, sweepBehaviours, sweepFaults, withoutConsent } = await importTests('google', {
  'test/local/reported/scenarios': 'everyCallFails, jobs, withoutConsent',
  'test/local/reported/sweep-google': 'sweepBehaviours, sweepFaults',
});

/** `first` and `runs`: from which step of the year on, and how many of them. */
export async function proveGoogle(first, runs) {
  const behaviours = await sweepBehaviours();
  const faults = await sweepFaults(first - 1, runs);
  const words = [...(await everyCallFails(jobs)), ...(await withoutConsent(jobs))];
  return {
    injected: behaviours.injected + faults.injected + 2 * jobs.length,
    survived: behaviours.survived + faults.survived + 2 * jobs.length - Math.min(words.length, 2 * jobs.length),
    faults: [...behaviours.faults, ...faults.faults, ...words],
    more: [
      `behaviours off and on: ${behaviours.survived} / ${behaviours.injected}`,
      `faults at service calls: ${faults.survived} / ${faults.injected}`,
      `jobs whose every failing call and missing consent ends as a sentence: ${words.length === 0 ? 'all' : 'not all'}`,
    ].join('\n'),
  };
}
