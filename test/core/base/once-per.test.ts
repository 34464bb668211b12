import { oncePer } from '../../../src/core/base/once-per';

test('what follows from a list is worked out once for it, and anew for another of the same content', () => {
  const asked: string[][] = [];
  const lengths = oncePer((names: readonly string[]) => {
    asked.push([...names]);
    return new Set(names.map(({ length }) => length));
  });
  const names = ['司法所', '财政所', '党政办'];
  expect(lengths(names)).toBe(lengths(names));
  expect(lengths(names)).toEqual(new Set([3]));
  expect(asked).toEqual([names]);
  lengths([...names]);
  expect(asked).toHaveLength(2);
});
