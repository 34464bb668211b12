import { groupsBy, parted, together } from '../../../src/core/base/groups';

it('keeps every item under its key, keys and items in the order they come', () => {
  const groups = groupsBy(['b1', 'a1', 'b2', 'a2'], (item) => item.charAt(0));
  expect([...groups]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1', 'a2']],
  ]);
});

it('tells a key that is null from a text', () => {
  const groups = groupsBy([null, 'null'], (item) => item);
  expect([groups.get(null), groups.get('null')]).toEqual([[null], ['null']]);
});

it('parts those of which something holds from the others, both in their order', () => {
  expect(parted([3, 1, 4, 1, 5], (one) => one > 2)).toEqual([
    [3, 4, 5],
    [1, 1],
  ]);
  expect(parted([], () => true)).toEqual([[], []]);
});

describe('lists together', () => {
  it('are one after the other', () => {
    expect(together([[1, 2], [], [3]])).toEqual([1, 2, 3]);
    expect(together([])).toEqual([]);
  });

  it('are not copied where only one holds anything', () => {
    const long = [1, 2, 3];
    expect(together([[], long, []])).toBe(long);
  });

  it('may be many', () => {
    expect(together(Array.from({ length: 300_000 }, (_, index) => [index]))).toHaveLength(300_000);
  });
});
