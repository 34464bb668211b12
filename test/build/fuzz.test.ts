/** What `npm run fuzz` is told, before anything runs. */
import { spawnSync } from 'node:child_process';

const cases: readonly (readonly [said: string, answer: string])[] = [
  ['years many', 'runs "many": expected a whole number from 1 to 999999999'],
  ['years 2.5', 'runs "2.5": expected a whole number from 1 to 999999999'],
  ['years 2 x', 'seed "x": expected a whole number from 1 to 999999999'],
  ['years 2 -1', 'seed "-1": expected a whole number from 1 to 999999999'],
];

it.each(cases)('%s is refused in one line', (said, answer) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['build/fuzz.mjs', ...said.split(' ')], {
    encoding: 'utf8',
  });
  expect([status, stdout, stderr]).toEqual([2, '', `${answer}\n`]);
});
