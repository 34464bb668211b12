/** What people do still works on a Google that behaves as reported. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { behaviours } from '../../../src/local/reported/behaviours';
import { longIt } from '../../long';
import { knownFailures } from './known-failures';
import { scenarios } from './scenarios';

/** Always so in runs of this file, and tried in the office year: they change how long and how often, or no run does without them. */
const everywhere = ['latency', 'quota-minute', 'sheets-by-right', 'whole-batch', 'lock-at-once'];

longIt.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', async (name, { complaints }) => {
  const found = await complaints();
  if (knownFailures.includes(name)) expect(found).not.toEqual([]);
  else expect(found).toEqual([]);
});

it('every behaviour that is reported has a scenario', () => {
  const told = behaviours.filter(({ played }) => played === 'told in the manual').map(({ key }) => key);
  const tried = [...scenarios.map(({ of }) => of), ...everywhere, ...told];
  expect(behaviours.map(({ key }) => key).filter((key) => !tried.includes(key))).toEqual([]);
  expect(knownFailures.filter((name) => !scenarios.some((one) => one.name === name))).toEqual([]);
});

it('what only the manual can answer stands there', () => {
  const manual = readFileSync('docs/使用手册.md', 'utf8');
  expect(manual).toContain('Google 没有公文用的字体');
  expect(manual).toContain('手机上的 Google 表格应用不显示菜单');
});

it('what the table says the stand-in plays, it asks the switch of', () => {
  const folder = 'src/local/reported';
  const files = readdirSync(folder).filter((name) => !name.endsWith('behaviours.ts'));
  const sources = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const isPlayed = behaviours.map(({ key, played }) => [key, played, sources.includes(`off.has('${key}')`)]);
  const told = isPlayed.filter(([, played, isAsked]) => (played === 'by the stand-in') !== isAsked);
  expect(told).toEqual([]);
});
