/** The list of template fields the office reads: up to date, and every example in it is one the engine accepts. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { indicators, ruleOfLaw } from '../edition';
import { fieldsOfReport } from '../../src/core/report/fields';
import { fillText } from '../../src/engine/language/fill-text';

const dictionary = fieldsOfReport({ indicators: [] }, ruleOfLaw);
const list = readFileSync('docs/fields.md', 'utf8');

/** The tags of a part of the list, put where the part says they belong. */
function examples(part: string): string[] {
  const around = /写在 `(.*)……(.*)` 中间/u.exec(part);
  const spans = [...part.matchAll(/`(\{\{[^`]*)`/gu)].map(([, tags]) => tags!);
  const whole = spans.filter((tags) => !/^\{\{(else|\/|#(if|each) …)/u.test(tags));
  return around === null
    ? whole
    : whole.map((tags) => (tags.includes('#each') ? tags : around[1]! + tags + around[2]!));
}

it('is up to date (else run node build/fields.mjs)', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['build/fields.mjs', '--print'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(list === stdout).toBe(true);
});

it('shows only tags a template may hold', () => {
  const parts = list.slice(0, list.indexOf('、函数\n')).split(/^##+ /mu);
  const tags = parts.flatMap(examples);
  const refused = tags.filter((one) => fillText(one, {}, dictionary).text === null);
  expect(refused).toEqual([]);
  expect(tags.length).toBeGreaterThan(200);
});

it('names every indicator with its unit', () => {
  const absent = indicators.filter(({ name, unit }) => !list.includes(`| \`{{指标.${name}}}\` | ${unit} |`));
  expect(absent).toEqual([]);
});
