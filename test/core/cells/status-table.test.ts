/** The words of state offices write, line by line, and what each means. */
import { readStatus } from '../../../src/core/cells/read-status';
import { cellOf } from '../grid-builder';
import { contextOf } from './reading';

const words: Readonly<Record<string, string>> = {
  'not-started': '未启动·未开展',
  'in-progress': '推进中·进行中·正在推进·有序推进·序时推进',
  done: '已完成·完成·办结·已办结·销号·已完成 ·　已完成。·已完成（3月）',
  'in-progress status-partly': '基本完成·部分完成',
  ongoing: '长期坚持·持续推进·常态化·全年推进',
  deferred: '暂缓·延期',
  cancelled: '取消·合并·不再实施',
  ' status-computed': '滞后·逾期·超期',
  ' status-unknown': '差不多了·未完成·完成80%·100%·已完成/推进中·已完成（未验收）·已完成（除村级外）·已完成（逾期）',
};

const rows = Object.entries(words).flatMap(([meaning, list]) => list.split('·').map((word) => [word, meaning]));

it.each(rows)('%s is %s', (word, meaning) => {
  const { value, remarks } = readStatus(cellOf(word), contextOf('状态', { choices: ['未启动', '推进中'] }));
  expect([value ?? '', ...remarks.map(({ code }) => code)].join(' ')).toBe(meaning);
});
