/** What the report says of weaknesses is about what missed its standard, and about nothing else. */
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { expectText } from '../../workspace/expected-text';
import { lawOffice, missesOf, officeWith, safetyOffice, settingsOf, shortcomingsOf, toldOf } from './reached-office';
import { longIt } from '../../long';
import { rounds } from '../../rounds';

describe.each([
  ['法治政府建设', lawOffice],
  ['安全生产', safetyOffice],
])('in %s', (_, office) => {
  const { edition } = office;
  const settings = settingsOf(office);
  const judgedCodes = Object.keys(office.misses);
  const wordsOf = new Map(edition.weaknesses.map((words) => [words.code, words]));

  function weakIn(changes: string) {
    const { indicators } = findingsFromRows(officeWith(changes, office), settings, []).value;
    return indicators.filter(({ weak }) => weak);
  }

  /** Words of indicators that are in order, and words that are missing of those that are not. */
  function wrongWith(codes: readonly string[], weak: ReturnType<typeof weakIn>): readonly string[] {
    const told = toldOf(shortcomingsOf(officeWith(missesOf(codes, office), office), settings));
    const strange = edition.weaknesses
      .filter(({ code }) => !codes.includes(code))
      .flatMap(({ code, marks }) =>
        marks.filter((mark) => told.includes(mark)).map((mark) => `${code} is told: ${mark}`),
      );
    const missing = weak.flatMap(({ indicator: { code, name, kind }, value, text }) => {
      const { problem = '?', cause = '?', action = '?', lead = '?' } = wordsOf.get(code) ?? {};
      const measure = `针对${problem}的问题，由${lead}牵头，${action}。`;
      // What did not happen at all is told as that, not as 0次.
      const figure = kind === 'count' && value === 0 ? '没有' : text;
      return [figure, cause, measure].filter((words) => !told.includes(words)).map((words) => `${name} lacks ${words}`);
    });
    return [...strange, ...missing];
  }

  longIt('every judged indicator of the edition is looked at', () => {
    expect([...judgedCodes].sort()).toEqual(edition.weaknesses.map(({ code }) => code).sort());
    expect(weakIn('')).toEqual([]);
  });

  longIt.each(judgedCodes)('%s alone is told with its figure, cause and measure, and nothing else is', (code) => {
    const weak = weakIn(missesOf([code], office));
    expect(weak.map(({ indicator }) => indicator.code)).toEqual([code]);
    expect(wrongWith([code], weak)).toEqual([]);
  });

  longIt('of any that miss each is told with its figure, cause and measure, and of the others nothing', () => {
    fc.assert(
      fc.property(fc.subarray(judgedCodes), (codes) => {
        const weak = weakIn(missesOf(codes, office));
        expect(weak.map(({ indicator }) => indicator.code).sort()).toEqual([...codes].sort());
        expect(wrongWith(codes, weak)).toEqual([]);
      }),
      { numRuns: rounds(12) },
    );
  });
});

const folder = 'test/cases/weaknesses';

longIt.each(readdirSync(folder))('says what is expected: %s', (name) => {
  const changes = readFileSync(join(folder, name, '数据.txt'), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join(' ');
  const office = name.startsWith(safetyOffice.edition.name) ? safetyOffice : lawOffice;
  expectText(`weaknesses/${name}/报告.txt`, shortcomingsOf(officeWith(changes, office), settingsOf(office)));
});
