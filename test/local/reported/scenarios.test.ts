/** What people do still works on a Google that behaves as reported. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { behaviours } from '../../../src/local/reported/behaviours';
import { knownFailures } from './known-failures';
import { scenarios } from './scenarios';

/** Always so in runs of this file, and tried in the office year: they change how long and how often, not what is answered. */
const everywhere = ['latency', 'quota-minute', 'sheets-by-right'];

it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', async (name, { complaints }) => {
  const found = await complaints();
  if (knownFailures.includes(name)) expect(found).not.toEqual([]);
  else expect(found).toEqual([]);
});

it('every behaviour that is reported has a scenario', () => {
  const tried = [...scenarios.map(({ of }) => of), ...everywhere];
  expect(behaviours.map(({ key }) => key).filter((key) => !tried.includes(key))).toEqual([]);
  expect(knownFailures.filter((name) => !scenarios.some((one) => one.name === name))).toEqual([]);
});

it('what the table says the stand-in plays, it asks the switch of', () => {
  const folder = 'src/local/reported';
  const files = readdirSync(folder).filter((name) => name !== 'behaviours.ts');
  const sources = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const isPlayed = behaviours.map(({ key, played }) => [key, played, sources.includes(`off.has('${key}')`)]);
  const told = isPlayed.filter(([, played, isAsked]) => (played === 'by the stand-in') !== isAsked);
  expect(told).toEqual([]);
});
