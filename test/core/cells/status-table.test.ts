/** The words of state offices write, line by line: what each means, and what is said of it, word for word. */
import { levelName } from '../../../src/core/base/problem';
import { readStatus } from '../../../src/core/cells/read-status';
import { cellOf } from '../grid-builder';
import { contextOf } from './reading';

const choices = ['未启动', '推进中', '已完成', '长期坚持', '暂缓', '取消'];
const listed = '请从下列各项中选填：未启动、推进中、已完成、长期坚持、暂缓、取消';

/** Meaning (empty when refused), what is said behind `状态“…”`, the words. */
const lines: readonly (readonly [meaning: string, says: string, words: string])[] = [
  ['not-started', '', '未启动·未开展'],
  ['in-progress', '', '推进中·进行中·正在推进·有序推进·序时推进'],
  ['done', '', '已完成·完成·办结·已办结·销号·已完成 ·　已完成。·已完成（3月）'],
  ['in-progress', '请核实 按推进中计。确已完成的请改为“已完成”并填写完成日期', '基本完成·部分完成'],
  ['ongoing', '', '长期坚持·持续推进·常态化·全年推进'],
  ['deferred', '', '暂缓·延期'],
  ['cancelled', '', '取消·合并·不再实施'],
  ['', `错误 由程序推算，不能填写。${listed}`, '滞后·逾期·超期'],
  [
    '',
    `错误 不是规定的状态。${listed}`,
    '差不多了·未完成·完成80%·100%·已完成/推进中·已完成（未验收）·已完成（除村级外）·已完成（逾期）',
  ],
];

const rows = lines.flatMap(([meaning, says, words]) => words.split('·').map((word) => [word, meaning, says]));

it.each(rows)('%s is %s', (word = '', meaning = '', says = '') => {
  const cell = cellOf(word);
  const { value, remarks } = readStatus(cell, contextOf('状态', { choices }));
  const told = remarks.map(({ level, reason, expected }) => `${levelName[level]} ${reason}。${expected}`);
  // The sentence quotes the cell without the spaces around it.
  expect([value ?? '', ...told]).toEqual(
    says === '' ? [meaning] : [meaning, says.replace(' ', ` 状态“${word.trim()}”`)],
  );
});
