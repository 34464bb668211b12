/** What the edition knows of figures holds for a hub's lines as far as they still mean the same. */
import type { Edition, Relation } from '../../../src/core/edition/edition';
import { declaredLike, meaningsOf } from '../../../src/core/rows/meanings';
import type { PlacedIndicator } from '../../../src/core/rows/rows';
import { indicators, ruleOfLaw } from '../../edition';

const [some] = indicators;
const declared = ['A', 'B', 'C', 'D'].map((code) => ({
  ...{
    ...some!,
    code,
    name: `指标${code}`,
    unit: '件',
    kind: 'count' as const,
    synonyms: code === 'A' ? ['老名'] : [],
  },
}));
const relation = (left: readonly string[], right: readonly string[], more: Partial<Relation> = {}): Relation => ({
  ...{ left, right, relation: '≤', carried: null, level: 'error', unless: [] },
  ...more,
});
const edition = (...relations: readonly Relation[]): Edition => ({ ...ruleOfLaw, indicators: declared, relations });
/** A hub whose lines have codes of their own: `a` means `A`. */
const line = (code: string, means: string | null): PlacedIndicator => ({
  ...{ ...declared[0]!, code, means, strangers: [], place: null, sentencePlace: null },
});
const related = (one: Relation, ...codes: readonly string[]): readonly Relation[] =>
  meaningsOf(
    codes.map((code) => line(code, code.toUpperCase())),
    edition(one),
  ).relations;

it.each<[string, string, string, 'count' | 'money' | null, string | null]>([
  ['its name', '指标A', '件', 'count', 'A'],
  ['its name in another spelling', '指 标Ａ', ' 件', 'count', 'A'],
  ['a synonym', '老名', '件', 'count', 'A'],
  ['its name, of a kind nobody read', '指标A', '件', null, 'A'],
  ['its name in another unit', '指标A', '次', 'count', null],
  ['its name, of another kind', '指标A', '件', 'money', null],
  ['its code alone', 'A', '件', 'count', null],
])('a line means the edition’s by %s', (_, name, unit, kind, code) => {
  expect(declaredLike({ name, unit, kind }, edition())?.code ?? null).toBe(code);
});

it('of two lines that mean the same the first is it, and one that means nothing known has no meaning', () => {
  const { codes } = meaningsOf([line('x', null), line('a1', 'A'), line('a2', 'A'), line('b', 'B')], edition());
  expect([...codes]).toEqual([
    ['A', 'a1'],
    ['B', 'b'],
  ]);
});

it.each<[string, Relation, readonly string[], Partial<Relation> | null]>([
  ['is told in the hub’s codes', relation(['A'], ['B']), ['a', 'b'], { left: ['a'], right: ['b'] }],
  ['goes with its left side', relation(['A'], ['B']), ['b'], null],
  ['goes with its right side', relation(['A'], ['B']), ['a'], null],
  ['goes with one of several that are the whole', relation(['A'], ['B', 'C']), ['a', 'b'], null],
  ['stays with one of several parts', relation(['A', 'C'], ['B']), ['a', 'b'], { left: ['a'], right: ['b'] }],
  ['goes with one of several parts, as a doubt', relation(['A', 'C'], ['B'], { level: 'doubt' }), ['a', 'b'], null],
  ['goes with one of several parts, as a sum', relation(['A', 'C'], ['B'], { relation: '=' }), ['a', 'b'], null],
  [
    'stays whole, as a sum',
    relation(['A', 'C'], ['B'], { relation: '=' }),
    ['a', 'b', 'c'],
    { left: ['a', 'c'], right: ['b'] },
  ],
  ['with a setting stays', relation(['A'], ['行政村数']), ['a'], { left: ['a'], right: ['行政村数'] }],
  ['with a number stays', relation(['A'], ['12']), ['a'], { left: ['a'], right: ['12'] }],
  ['has what was carried over', relation(['A'], ['B'], { carried: 'C' }), ['a', 'b', 'c'], { carried: 'c' }],
  ['stays without what was carried over', relation(['A'], ['B'], { carried: 'C' }), ['a', 'b'], { carried: null }],
])('a relation %s', (_, one, codes, found) => {
  expect(related(one, ...codes)).toEqual(found === null ? [] : [expect.objectContaining(found)]);
});
