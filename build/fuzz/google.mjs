/** The office year on the stand-in for Google: each reported behaviour off and on, and a fault at every service call. */
import { importTests } from '../import-sources.mjs';

const { everyCallFails, jobs, sweepBehaviours, sweepFaults, withoutConsent, yearSteps } = await importTests('google', {
  'test/local/reported/office-year': 'yearSteps',
  'test/local/reported/scenarios': 'everyCallFails, jobs, withoutConsent',
  'test/local/reported/sweep-google': 'sweepBehaviours, sweepFaults',
});

/** Faults at each call of one step of the year after the other, then what is no step: each of them can be run alone. */
const parts = [
  ...yearSteps.map(({ name }, step) => ({ about: `faults while ${name}`, prove: () => sweepFaults(step, 1) })),
  { about: 'behaviours off and on', prove: () => sweepBehaviours() },
  { about: 'jobs each of whose calls fails', prove: async () => tallyOf(await everyCallFails(jobs)) },
  { about: 'jobs without each consent they need', prove: async () => tallyOf(await withoutConsent(jobs)) },
];

/** `first` and `count`: from which part on, and how many of them. */
export async function proveGoogle(first, count) {
  const sum = { injected: 0, survived: 0, faults: [], more: [] };
  for (const { about, prove } of parts.slice(first - 1, first - 1 + count)) {
    const { injected, survived, faults } = await prove();
    sum.injected += injected;
    sum.survived += survived;
    sum.faults.push(...faults);
    sum.more.push(`${about}: ${survived} / ${injected}`);
  }
  return { ...sum, more: sum.more.join('\n') };
}

/** Of jobs what is told is a list of complaints: a job has none or does not count. */
function tallyOf(complaints) {
  const broken = jobs.filter((job) => complaints.some((one) => one.startsWith(JSON.stringify(job))));
  return { injected: jobs.length, survived: jobs.length - broken.length, faults: complaints };
}
