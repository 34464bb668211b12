/** The words of state offices write, line by line: what each means, and what is said of it, word for word. */
import fc from 'fast-check';
import { levelName } from '../../../src/core/base/problem';
import { readStatus } from '../../../src/core/cells/read-status';
import { cellOf } from '../grid-builder';
import { ruleOfLaw } from '../../edition';
import { contextOf } from './reading';

const choices = ['未启动', '推进中', '已完成', '长期坚持', '暂缓', '取消'];
const listed = '请从下列各项中选填：未启动、推进中、已完成、长期坚持、暂缓、取消';

/** Meaning (empty when refused), what is said behind `状态“…”`, the words. */
const lines: readonly (readonly [meaning: string, says: string, words: string])[] = [
  ['not-started', '', '未启动·未开展'],
  ['in-progress', '', '推进中·进行中·正在推进·有序推进·序时推进'],
  ['in-progress', '', '正常推进·达到序时进度·按计划·进展顺利'],
  ['done', '', '已完成·完成·办结·已办结·销号·已完成 ·　已完成。·已完成（3月）'],
  ['done', '', '✔·√·☑·✓·提前完成·超额完成·办毕·已销号·已办毕·已落实'],
  ['done', '提示 按“已完成”计。如不对，请从下拉表里选', '100%·100％·完成100%·已按期完成·已整改到位·办理完毕·圆满完成'],
  [
    'in-progress',
    '提示 按“推进中”计。如不对，请从下拉表里选',
    '整改中·已启动·正在验收·80%·完成80%·推进·按序时进度推进',
  ],
  ['not-started', '提示 按“未启动”计。如不对，请从下拉表里选', '暂未开展·还没有启动·0%'],
  [
    'not-done',
    `提示 按未完成计，是否逾期由程序按时限判断。如不对，${listed}`,
    '未完成·未办结·未落实·逾期·超期·滞后·否·未达到序时进度·欠进度·☐·×·未整改到位·没有完成·尚未完成·暂未完成·推进缓慢·未按期完成·未达到100%·待完成·预计完成·计划完成·即将办结',
  ],
  ['in-progress', '请核实 按推进中计。确已完成的请改为“已完成”并填写完成日期', '基本完成·部分完成'],
  ['ongoing', '', '长期坚持·持续推进·常态化·全年推进'],
  ['deferred', '', '暂缓·延期'],
  ['cancelled', '', '取消·合并·不再实施'],
  [
    '',
    `错误 不是规定的状态。${listed}`,
    '差不多了·是·1·120%·未逾期·没有未完成·已完成/推进中·已完成（未验收）·已完成（除村级外）·已完成（逾期）·已完成（部分）·已完成（无法验收）',
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

it('with a negation anywhere nothing is done, whatever else is said', () => {
  const { meanings, parts } = ruleOfLaw.declared.words.statuses;
  const others = [...meanings.done, ...Object.values(parts).flat(), '100%', '（', '）', '，', '3月', '已'];
  const some = fc.array(fc.constantFrom(...others), { maxLength: 4 });
  // 按计划完成 is how a plan was kept, not that there is one.
  const isWithin = (negation: string, text: string): boolean =>
    parts.filler.some((word) => word.includes(negation) && text.includes(word));
  fc.assert(
    fc.property(some, fc.constantFrom(...parts.negation), some, (before, negation, after) => {
      const text = [...before, negation, ...after].join('');
      const { value } = readStatus(cellOf(text), contextOf('状态', { choices }));
      expect(value === 'done' && !isWithin(negation, text)).toBe(false);
    }),
    { numRuns: 3000 },
  );
});

it.each([
  [true, 'done'],
  [false, 'not-done'],
] as const)('a check box that is %s is %s', (value, meaning) => {
  const cell = { ...cellOf('x'), kind: 'bool' as const, value, shown: value ? 'TRUE' : 'FALSE' };
  expect(readStatus(cell, contextOf('状态', { choices })).value).toBe(meaning);
});
