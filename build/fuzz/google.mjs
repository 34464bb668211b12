/** The office year on the stand-in for Google: each reported behaviour off and on, and a fault at every service call. */
import { importTests } from '../import-sources.mjs';

const { everyCallFails, intakeStory, jobs, officeYear, sweepBehaviours, sweepFaults, withoutConsent } =
  await importTests('google', {
    'test/local/reported/kept-rules': 'intakeStory',
    'test/local/reported/scenarios': 'everyCallFails, jobs, withoutConsent',
    'test/local/reported/sweep-google': 'officeYear, sweepBehaviours, sweepFaults',
  });

/** A step's calls in so many parts, each of a few minutes. */
const every = 4;

/** What is done to one step of a story after the other, then what is no step: each part can be run alone, by its number. */
const parts = [
  ...[officeYear, intakeStory].flatMap((story) =>
    story.steps.flatMap(({ name }, step) =>
      Array.from({ length: every }, (_, from) => ({
        about: `faults while ${name}, ${from + 1} of ${every}`,
        prove: () => sweepFaults(story, step, { every, from }),
      })),
    ),
  ),
  { about: 'behaviours off and on', prove: () => sweepBehaviours() },
  ...jobs.map((job) => ({ about: `each call of ${job[0]} fails`, prove: () => ofJob(everyCallFails([job])) })),
  ...jobs.map((job) => ({ about: `${job[0]} without a consent`, prove: () => ofJob(withoutConsent([job])) })),
];

/** `first` and `count`: from which part on, and how many of them. */
export async function proveGoogle(first, count) {
  const sum = { injected: 0, survived: 0, faults: [], more: [] };
  for (const [index, { about, prove }] of parts.slice(first - 1, first - 1 + count).entries()) {
    const { injected, survived, faults } = await prove();
    sum.injected += injected;
    sum.survived += survived;
    sum.faults.push(...faults);
    sum.more.push(`${first + index}. ${about}: ${survived} / ${injected}`);
  }
  return { ...sum, more: sum.more.join('\n') };
}

/** A job survives whole or not at all. */
async function ofJob(complaints) {
  const faults = await complaints;
  return { injected: 1, survived: faults.length === 0 ? 1 : 0, faults };
}
