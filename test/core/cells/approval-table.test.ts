/** What offices write of a task they have decided on. */
import { readApproval } from '../../../src/core/cells/read-approval';
import { cellOf } from '../grid-builder';
import { contextOf } from './reading';

const choices = ['暂缓', '延期', '取消'];

it.each([
  ['deferred', '暂缓·延期·同意延期·准予延期·已批准延期·批准暂缓·经批准延期·同意推迟'],
  ['cancelled', '取消·同意取消·不再实施·批准终止'],
  ['as-asked', '已批准·同意·批准·准予'],
  ['refused', '不同意·未批准·不予批准·驳回·不同意延期·待批·申请延期'],
  ['', '延期至12月·见纪要·延期取消'],
])('%s: %s', (meaning, words) => {
  const read = (word: string): string => readApproval(cellOf(word), contextOf('批准状态', { choices })).value ?? '';
  expect(words.split('·').map((word) => [word, read(word)])).toEqual(words.split('·').map((word) => [word, meaning]));
});
