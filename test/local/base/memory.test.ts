/** Clearing up the memory of large offices. */
import { runInNewContext } from 'node:vm';
import { clearMemory } from '../../../src/local/base/memory';

it('leaves nothing in the contexts that are made afterwards: the script finds Google’s services alone', () => {
  clearMemory();
  expect(runInNewContext('typeof gc')).toBe('undefined');
});
