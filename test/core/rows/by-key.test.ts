/** Records by what people write for them. */
import { finderOf } from '../../../src/core/rows/by-key';

it('of two records by one key the first is found, and none by a blank', () => {
  const find = finderOf(
    [
      { id: 1, names: ['司法所', ''] },
      { id: 2, names: ['司 法 所', '财政所'] },
    ],
    ({ names }) => names,
  );
  expect(['司法所', '财 政所', '', '民政办'].map((name) => find(name)?.id ?? null)).toEqual([1, 2, null, null]);
});
