import { groupsBy } from '../../../src/core/base/groups';

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
