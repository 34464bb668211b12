/** The lists of template fields the office reads: up to date, and every example in them is one the engine accepts. */
import { readFileSync } from 'node:fs';
import { editions } from '../edition';
import { fieldsOfReport } from '../../src/core/report/fields';
import { helpersByName } from '../../src/engine/language/helpers/helpers-by-name';
import { fillText } from '../../src/engine/language/fill-text';
import { fieldList } from '../../build/fields/field-list.mjs';

/** The tags of a part of the list, put where the part says they belong. */
function examples(part: string): string[] {
  const around = /写在 `(.*)……(.*)` 中间/u.exec(part);
  const spans = [...part.matchAll(/`(\{\{[^`]*)`/gu)].map(([, tags]) => tags!);
  const whole = spans.filter((tags) => !/^\{\{(else|\/|#(if|each) …)/u.test(tags));
  return around === null
    ? whole
    : whole.map((tags) => (tags.includes('#each') ? tags : around[1]! + tags + around[2]!));
}

const helpers = [...new Set(helpersByName.values())];

describe.each(editions.names.map((name, index) => ({ name, index })))('the list of $name', ({ name, index }) => {
  const edition = editions.open(name)!;
  const dictionary = fieldsOfReport({ indicators: [] }, edition);
  const file = index === 0 ? 'docs/fields.md' : `docs/fields-${edition.key}.md`;
  const list = readFileSync(file, 'utf8');

  it('is up to date (else run node build/fields.mjs)', () => {
    expect(list === fieldList({ edition, dictionary, helpers })).toBe(true);
  });

  it('shows only tags a template may hold', () => {
    const parts = list.slice(0, list.indexOf('、函数\n')).split(/^##+ /mu);
    const tags = parts.flatMap(examples);
    const refused = tags.filter((one) => fillText(one, {}, dictionary).text === null);
    expect(refused).toEqual([]);
    expect(tags.length).toBeGreaterThan(edition.indicators.length + 80);
  });

  it('names every indicator with its unit', () => {
    const absent = edition.indicators.filter(
      ({ name: indicator, unit }) => !list.includes(`| \`{{指标.${indicator}}}\` | ${unit} |`),
    );
    expect(absent).toEqual([]);
  });
});
