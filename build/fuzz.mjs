/**
 * Proves in full what the tests prove by samples: `npm run fuzz` runs every part, `npm run fuzz -- histories` one,
 * `npm run fuzz -- histories 200 17` 200 of its cases from seed 17 on. Each part prints survived / injected, and with its
 * seed everything that did not survive; anything under 100 % ends the command with exit 1.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Name → how many cases it has when no number is given, and what runs them: loaded once the build it works on is there.
 */
const parts = {
  templates: {
    runs: 5000,
    prove: async (...given) => (await import('./fuzz/templates.mjs')).fuzzTemplates(...given),
    about: 'mutated templates',
  },
  ledgers: {
    runs: 5000,
    prove: async (...given) => (await import('./fuzz/ledgers.mjs')).proveLedgers(...given),
    about: 'ledgers each of whose cells is accounted for',
  },
  model: {
    runs: 1,
    prove: async (...given) => (await import('./fuzz/ledger-model.mjs')).proveModel(...given),
    about: 'states of the protocol, all of them',
  },
  years: {
    runs: 1000,
    prove: async (...given) => (await import('./fuzz/years.mjs')).proveYears(...given),
    about: 'years with late, skipped and doubled ticks',
  },
  faults: {
    runs: 21,
    prove: async (...given) => (await import('./fuzz/faults.mjs')).proveFaults(...given),
    about: 'one fault at each service call of a run that reminds, part by part',
  },
  slips: {
    runs: 3,
    prove: async (...given) => (await import('./fuzz/faults.mjs')).proveSlips(...given),
    about: 'one fault at each service call of a person’s wrong word, and of taking it back, way by way',
  },
  reports: {
    runs: 7,
    prove: async (...given) => (await import('./fuzz/faults.mjs')).proveReports(...given),
    about: 'one fault at each service call of a run that writes the report, part by part',
  },
  outages: {
    runs: 1,
    prove: async (...given) => (await import('./fuzz/faults.mjs')).proveOutages(...given),
    about: 'outages of each thing that is read, in each way it fails, under each call',
  },
  histories: {
    runs: 10_000,
    prove: async (...given) => (await import('./fuzz/faults.mjs')).proveHistories(...given),
    about: 'several runs, faults and an overlapping run in each',
  },
  google: {
    runs: 121,
    prove: async (...given) => (await import('./fuzz/google.mjs')).proveGoogle(...given),
    about: 'an office year on Google as it is reported to behave, part by part',
  },
  kills: {
    runs: 500,
    prove: async (...given) => (await import('./fuzz/kills.mjs')).proveKills(...given),
    about: 'SIGKILLs of two command lines at once',
  },
  offices: {
    runs: 200,
    prove: async (...given) => (await import('./fuzz/offices.mjs')).proveOffices(...given),
    about: 'invented offices, checked and reported as they truly are',
  },
  'office-mutants': {
    runs: 12,
    prove: async (...given) => (await import('./fuzz/office-mutants.mjs')).proveOfficeMutants(...given),
    about: 'broken programs that the checker of offices must catch',
  },
  claims: {
    runs: 2000,
    prove: async (...given) => (await import('./fuzz/claims.mjs')).proveClaims(...given),
    about: 'reports of invented offices, true in every sentence',
  },
  'claim-mutants': {
    runs: 12,
    prove: async (...given) => (await import('./fuzz/claim-mutants.mjs')).proveClaimMutants(...given),
    about: 'lies in the template and in the program that the checker of reports must find',
  },
  'claim-conditions': {
    runs: 36,
    prove: async (...given) => (await import('./fuzz/claim-conditions.mjs')).proveClaimConditions(...given),
    about: 'conditions of the template that are noticed when they are taken to hold always, or argued',
  },
  clasp: {
    runs: 1,
    prove: async (...given) => (await import('./fuzz/clasp.mjs')).proveClasp(...given),
    about: 'what may stand in the way of a push',
  },
  laws: {
    runs: 3,
    prove: async (...given) => (await import('./fuzz/laws.mjs')).proveLaws(...given),
    about: 'tests with laws, all samples of each, from seeds of their own',
  },
  long: {
    runs: 1,
    prove: async () => (await import('./fuzz/laws.mjs')).proveLong(),
    about: 'tests of files with some that `npm test` leaves out because they take long',
  },
  mutants: {
    runs: 1,
    prove: async (...given) => (await import('./fuzz/mutants.mjs')).proveMutants(...given),
    about: 'programs broken on purpose, which the harness must catch',
  },
};

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
// What the program keeps for its user lies apart from what the user's own runs keep.
const state = mkdtempSync(join(tmpdir(), 'nianbao-state-'));
process.env.XDG_STATE_HOME = state;
process.once('exit', () => rmSync(state, { recursive: true, force: true }));
const [name, runs, first, ...more] = process.argv.slice(2);
if (name !== undefined && !Object.hasOwn(parts, name)) {
  console.error(`no part "${name}"; there are ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}
const wrong =
  wrongNumber({ runs, seed: first }) ?? (more.length > 0 ? `"${more[0]}": nothing comes behind the seed` : null);
if (wrong !== null) {
  console.error(wrong);
  process.exit(2);
}
execFileSync(process.execPath, ['build/bundle.mjs'], { stdio: 'inherit' });
const chosen = name === undefined ? Object.keys(parts) : [name];
for (const part of chosen) await provePart(part);
process.exit();

/** A seed that is no number would run as NaN, and prove nothing. */
function wrongNumber(given) {
  const [called, text] =
    Object.entries(given).find(([, one]) => one !== undefined && !/^[1-9]\d{0,8}$/u.test(one)) ?? [];
  return text === undefined ? null : `${called} "${text}": expected a whole number from 1 to 999999999`;
}

async function provePart(part) {
  const { prove, about, runs: usual } = parts[part];
  const from = first === undefined ? 1 : Number(first);
  const count = runs === undefined ? usual : Number(runs);
  const begin = performance.now();
  const { injected, survived, faults, more } = await prove(from, count);
  const seconds = ((performance.now() - begin) / 1000).toFixed(0);
  const seeds = usual > 1 ? `; seeds ${from}–${from + count - 1}` : '';
  console.log(`${part}: ${survived} / ${injected} survived (${about}${seeds}; ${seconds} s)`);
  if (more !== '') console.log(`  ${more.replaceAll('\n', '\n  ')}`);
  for (const fault of faults) console.log(`  ${fault}`);
  if (survived < injected || faults.length > 0) process.exitCode = 1;
}
