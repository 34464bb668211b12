/** What offices write of a task they have decided on. */
import { readApproval } from '../../../src/core/cells/read-approval';
import { cellOf } from '../grid-builder';
import { contextOf, read } from './reading';

const context = contextOf('批准状态', { choices: ['暂缓', '延期', '取消'] });

it.each([
  ['deferred', '暂缓·延期·同意延期·准予延期·已批准延期·批准暂缓·经批准延期·同意推迟'],
  ['cancelled', '取消·同意取消·不再实施·批准终止'],
  ['as-asked', '已批准·同意·批准·准予'],
  ['refused', '不同意·未批准·不予批准·驳回·不同意延期·待批·申请延期'],
  ['', '见纪要·延期取消·取消至12月·不同意延期至12月·延期3个月·批准至12月'],
])('%s: %s', (meaning, words) => {
  const decided = (word: string): string => readApproval(cellOf(word), context).value?.decision ?? '';
  expect(words.split('·').map((word) => [word, decided(word)])).toEqual(
    words.split('·').map((word) => [word, meaning]),
  );
});

it.each([
  ['延期至2023年3月', '2023-03-31'],
  ['同意延期至2023年3月15日', '2023-03-15'],
  ['已批准延期到2023-03-15', '2023-03-15'],
  ['暂缓至2023年6月底前', '2023-06-30'],
  ['推迟至12月20日', '2022-12-20'],
  ['延期至2023年3月底前完成', '2023-03-31'],
])('%s is put off to %s, with a note', (text, until) => {
  expect(read(readApproval, context, text)).toEqual([
    { decision: 'deferred', until },
    `note 批准状态“${text}”按延期至 ${until} 计，那一天以后按新时限判断。如不对，请写明年月日，如 延期至2022-12-31`,
  ]);
});

it.each(['某日', '明年', '长期', '9月31日'])('延期至%s is put off, and the day is told as unreadable', (day) => {
  expect(read(readApproval, context, `延期至${day}`)).toEqual([
    { decision: 'deferred', until: null },
    `error 批准状态“延期至${day}”中的日期“${day}”读不明白，按没有写明新时限的延期计。请写明年月日，如 延期至2022-12-31`,
  ]);
});
