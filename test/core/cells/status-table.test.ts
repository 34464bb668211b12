/** The words of state offices write: what each means and what is said of it, and that nothing makes a task done by a guess. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { levelName } from '../../../src/core/base/problem';
import { readStatus } from '../../../src/core/cells/read-status';
import { cellOf } from '../grid-builder';
import { ruleOfLaw } from '../../edition';
import { contextOf } from './reading';
import { rounds } from '../../rounds';

const choices = ['未启动', '推进中', '已完成', '长期坚持', '暂缓', '取消'];
const listed = '请从下列各项中选填：未启动、推进中、已完成、长期坚持、暂缓、取消';
const context = contextOf('状态', { choices, names: ['司法所', '综合执法队'] });

const lines = readFileSync('test/core/cells/statuses.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => line.split('\t'));
const rows = lines.flatMap(([meaning = '', code = '', texts = '']) =>
  texts.split('|').map((text) => [text, meaning, code] as const),
);

describe('as departments write it', () => {
  it.each(rows)('%s is %s', (text, meaning, code) => {
    const { value, remarks } = readStatus(cellOf(text), context);
    expect([value ?? '', ...remarks.map((one) => one.code)]).toEqual(code === '' ? [meaning] : [meaning, code]);
  });

  it('no text stands in two lines', () => {
    const texts = rows.map(([text]) => text);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    expect(texts.length).toBeGreaterThan(400);
  });
});

it.each([
  ['整改中', '提示 状态“整改中”按“推进中”计。如不对，请从下拉表里选'],
  ['逾期', `提示 状态“逾期”按未完成计，是否逾期由程序按时限判断。如不对，${listed}`],
  ['逾期完成', '提示 状态“逾期完成”按已完成计，是否晚于时限由程序按完成日期判断。如不对，请从下拉表里选'],
  ['基本完成', '请核实 状态“基本完成”按推进中计。确已完成的请改为“已完成”并填写完成日期'],
  ['差不多了', `错误 状态“差不多了”不是规定的状态。${listed}`],
  [
    '已完成（还差3个村）',
    '错误 状态“已完成（还差3个村）”中的“还差3个村”读不明白，这个状态没有采用。请从下拉表里选一项，其余的话写在进展情况里',
  ],
  ['已完成，80%', '错误 状态“已完成，80%”前后说法不一致，这个状态没有采用。请从下拉表里选一项，其余的话写在进展情况里'],
])('of %s is said %s', (text, says) => {
  const { remarks } = readStatus(cellOf(text), context);
  expect(remarks.map(({ level, reason, expected }) => `${levelName[level]} ${reason}。${expected}`)).toEqual([says]);
});

const { meanings, parts, asides, partly } = ruleOfLaw.declared.words.statuses;

it('with a negation anywhere nothing is done, whatever else is said', () => {
  const others = [...meanings.done, ...Object.values(parts).flat(), '100%', '（', '）', '，', '3月', '已'];
  const some = fc.array(fc.constantFrom(...others), { maxLength: 4 });
  // 按计划完成 is how a plan was kept, not that there is one.
  const isWithin = (negation: string, text: string): boolean =>
    parts.filler.some((word) => word.includes(negation) && text.includes(word));
  fc.assert(
    fc.property(some, fc.constantFrom(...parts.negation), some, (before, negation, after) => {
      const text = [...before, negation, ...after].join('');
      const { value } = readStatus(cellOf(text), context);
      expect(value === 'done' && !isWithin(negation, text)).toBe(false);
    }),
    { numRuns: rounds(3000) },
  );
});

describe('free text before, in and behind the brackets', () => {
  // What may stand beside a word that says done, written down once more: nothing of it takes anything back.
  const day = String.raw`[于至到—–~-]?(?:(?:20\d\d年?)?(?:1[0-2]|[1-9])月(?:[0-3]?\d[日号]?|底)?|20\d\d([-.])\d\d?\1\d\d?|[一二三四]季度|上半年)前?`;
  const harmless = [
    ...[...meanings.done, ...parts.end, ...parts.deed, ...parts.carry, ...parts.action, ...parts.measure],
    ...[
      ...parts.perfect,
      ...parts.filler,
      ...parts.all,
      ...parts.overdue,
      '司法所',
      '综合执法队',
      '由',
      '牵头',
      '负责',
    ],
    ...asides,
  ].sort((one, other) => other.length - one.length);
  const escaped = harmless.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  const paper = String.raw`\p{Script=Han}{1,6}发〔20\d\d〕\d+号`;
  const explained = new RegExp(
    String.raw`^(?:${paper}|${day}|${escaped.join('|')}|(?:达到|达|为|至|到)?100(?:\.0)?%|(?<=附件|材料)\d{1,3}|[()\[\]【】,;。、.!:\s\uFE0F])+$`,
    'u',
  );
  const done = fc.constantFrom(...meanings.done, '100%', '已按期完成', '整改完毕');
  const others = [
    ...[...Object.values(meanings), ...Object.values(parts)].flat(),
    ...[...partly, ...asides],
    ...[
      '3月',
      '3月15日',
      '13月',
      '6月底前',
      '100%',
      '80%',
      '3/5',
      '3个村',
      '还差',
      '暂停',
      '？',
      '实际',
      '镇政发〔2022〕3号',
    ],
    ...['（', '）', '，', '、', '。', '【', '】', '(', ')', ' ', '\n', '司法所', '张三', '无', '除外', '以外', '：'],
  ];
  const free = fc.oneof(
    { weight: 3, arbitrary: fc.array(fc.constantFrom(...others), { maxLength: 3 }).map((words) => words.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
  );

  it('never makes done what the known harmless remarks do not explain', () => {
    let believed = 0;
    fc.assert(
      fc.property(free, done, free, free, (before, word, within, after) => {
        const text = `${before}${word}（${within}）${after}`;
        const { value } = readStatus(cellOf(text), context);
        if (value !== 'done') return;
        believed += 1;
        // 6月底前完成 is a plan, 6月底前已完成 is none.
        const plans = text.split(/[（）()【】，、。]/u).filter((piece) => /[月底]前/u.test(piece));
        expect(plans.filter((piece) => !parts.perfect.some((word) => piece.includes(word)))).toEqual([]);
        expect(text.normalize('NFKC').replace(/\s/gu, '')).toMatch(explained);
      }),
      { numRuns: rounds(20_000) },
    );
    expect(believed).toBeGreaterThan(100);
  });
});

it.each([
  [true, 'done'],
  [false, 'not-done'],
] as const)('a check box that is %s is %s', (value, meaning) => {
  const cell = { ...cellOf('x'), kind: 'bool' as const, value, shown: value ? 'TRUE' : 'FALSE' };
  expect(readStatus(cell, context).value).toBe(meaning);
});
