import fc from 'fast-check';
import { nearest } from '../../../src/core/base/nearest';
import {
  anyOf,
  bareName,
  beginsWith,
  clipped,
  endOf,
  escaped,
  headerKey,
  holdsInOrder,
  holdsWord,
  isBlankText,
  lostLetters,
  nameKey,
  normalised,
  printable,
  remembered,
  startOf,
  withoutEnd,
  withoutFootnote,
} from '../../../src/core/base/text';

it.each([
  ['完成 时限', '完成时限'],
  ['完成时限：', '完成时限'],
  ['*完成时限＊', '完成时限'],
  ['金额（元）', '金额(元)'],
  ['ＰＨＯＮＥ', 'phone'],
  ['立案数①', '立案数(1)'],
  ['立案数〔1〕', '立案数(1)'],
  ['①立案数', '1立案数'],
  ['面积m²', '面积m2'],
  ['※甲*乙※', '甲*乙'],
])('header %s is compared as %s', (typed, key) => {
  expect(headerKey(typed)).toBe(key);
});

it('names are compared without spaces, width and invisible marks', () => {
  expect(nameKey('\uFEFF司 法\u200B所　')).toBe('司法所');
  expect(normalised(' 一\n 二\u0000 ')).toBe('一 二');
  expect([normalised('立案数① '), normalised('12〔1〕 ')]).toEqual(['立案数(1)', '12(1)']);
  expect(printable('一\n二\t三\u000B\uFFFE')).toBe('一\n二\t三');
});

it.each([
  ['司法所.xlsx', '司法所'],
  [' 司法所 .ODS', '司法所'],
  ['年度报告', '年度报告'],
  ['12.30', '12.30'],
  ['报告.doc初稿', '报告.doc初稿'],
  ['报告.x', '报告.x'],
  ['报告.backup', '报告.backup'],
  ['caf\u0065\u0301.xlsx', 'caf\u00E9'],
])('the file %j is called %s', (file, name) => {
  expect(bareName(file)).toBe(name);
});

it.each(['12①', '１２①', '12¹²', '12㉑', '12⒈', '12₁', '12〔1〕'])(
  'a footnote makes no other number of %s',
  (typed) => {
    expect(normalised(typed)).toMatch(/^12\(\d+\.?\)$/u);
  },
);

it('keys are stable', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(nameKey(nameKey(text))).toBe(nameKey(text));
      expect(normalised(normalised(text))).toBe(normalised(text));
    }),
  );
});

it('a plain text is brought to the same form as any other', () => {
  const unit = fc.constantFrom(
    '一',
    '龥',
    '～',
    'Ａ',
    'a',
    '9',
    ' ',
    '\u3000',
    '\n',
    '.',
    '①',
    '㎡',
    '\u200B',
    '〇',
    '…',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      // The marks of footnotes keep apart from what is before them.
      fc.pre(!/[一龥〇9.]①/u.test(printable(text)));
      const whole = printable(text).normalize('NFKC').replace(/\s+/gu, ' ').trim();
      expect(normalised(text)).toBe(whole);
    }),
  );
});

it('a long text is cut by characters', () => {
  expect(clipped('一二三四', 3)).toBe('一二…');
  expect(clipped('一二三', 3)).toBe('一二三');
  expect(clipped('𠮷𠮷', 2)).toBe('𠮷𠮷');
  expect(clipped('𠮷𠮷𠮷', 2)).toBe('𠮷…');
});

it.each([
  ['农业综合服务中', '农业综合服务中心'],
  ['司法办', '司法所'],
  ['宇宙飞船研究院', null],
])('the nearest to %s is %s', (name, expected) => {
  expect(nearest(name, ['司法所', '财政所', '农业综合服务中心'])).toBe(expected);
});

it.each([
  ['立案数①', '立案数'],
  ['立案数①②', '立案数'],
  ['立案数〔12〕 ', '立案数'],
  ['12³', '12'],
  ['12', '12'],
  ['立案数', '立案数'],
  ['立案数（3）', '立案数（3）'],
  ['立案数〔2022〕', '立案数〔2022〕'],
  ['①', '①'],
  ['①立案数～', '①立案数～'],
])('%j is %j without a footnote', (typed, text) => {
  expect(withoutFootnote(typed)).toBe(text);
});

it('a cell says nothing where only white space or its marks stand', () => {
  for (const text of ['', ' ', '\u3000', '\n\t', '\u200B', '\uFEFF \u0000'])
    expect([text, isBlankText(text)]).toEqual([text, true]);
  for (const text of ['0', '无', '—', '／', ' 无', '\u3000·', '\u200B1', '？'])
    expect([text, isBlankText(text)]).toEqual([text, false]);
});

it('signs at the end are taken away, those before it stay', () => {
  expect(['一。二。。', '。。', '', '一'].map((text) => withoutEnd(text, /。/u))).toEqual(['一。二', '', '', '一']);
});

it.each([
  ['综合行政执法队', '执法队', true],
  ['综合行政执法队', '综执队', true],
  ['综合行政执法队', '队法执', false],
  ['综合行政执法队', '执法队员', false],
  ['综合行政执法队', '', true],
  ['司法所', '司司', false],
])('%s holds the characters of %j in their order: %s', (name, short, holds) => {
  expect(holdsInOrder(name, short)).toBe(holds);
});

it('any of some words is the longest that stands there, and each sign only itself', () => {
  const found = (words: readonly string[], text: string): string | undefined =>
    new RegExp(anyOf(words), 'u').exec(text)?.[0];
  expect(found(['完成', '未完成', '完成率'], '完成率为')).toBe('完成率');
  expect(found(['a.c', '甲'], 'abc')).toBeUndefined();
  expect(found([], '完成')).toBeUndefined();
  const signs = String.raw`\^$.*+?()[]{}|`;
  expect(new RegExp(`^${escaped(signs)}$`, 'u').test(signs)).toBe(true);
});

it.each([
  ['已完成', ['完成'], [], true],
  ['推进中', ['完成', '推进'], [], true],
  ['完成率', ['完成'], ['完成率'], false],
  ['完成率达标，全部完成', ['完成'], ['完成率'], true],
  ['完成率和完成率', ['完成'], ['完成率'], false],
  ['完成', [], [], false],
  ['推进中', ['完成'], [], false],
])('%s holds one of %j, not of %j: %s', (text, words, but, holds) => {
  expect(holdsWord(text, words, but)).toBe(holds);
});

it('the longest of the words at the beginning or the end counts, in whichever order they are listed', () => {
  const words = ['办', '办公', '办公室'];
  for (const listed of [words, [...words].reverse()]) {
    expect([startOf('办公室主任', listed), startOf('主任办公室', listed)]).toEqual(['办公室', '']);
    expect([endOf('主任办', listed), endOf('办公室主任', listed)]).toEqual(['办', '']);
    expect([beginsWith('办公', listed), beginsWith('主办', listed), beginsWith('办', [])]).toEqual([
      true,
      false,
      false,
    ]);
  }
  const ends = ['室', '公室', '办公室'];
  for (const listed of [ends, [...ends].reverse()]) expect(endOf('主任办公室', listed)).toBe('办公室');
});

describe('characters that a charset has lost', () => {
  const lostIn = (...rows: readonly (readonly string[])[]): string | null =>
    lostLetters(rows, (cell) => cell)?.text ?? null;

  const misread = Buffer.from('任务编号').toString('latin1');

  it.each<[string | null, string, string[][]]>([
    [
      '????',
      'a header and its first words',
      [
        ['????', '??'],
        ['12', 'A-1'],
      ],
    ],
    ['\uFFFD\uFFFD', 'signs of a decoder', [['\uFFFD\uFFFD', '编号']]],
    ['锟斤拷', 'those read as GBK', [['锟斤拷']]],
    [misread, 'bytes read as letters', [['A-1', misread]]],
    [
      '\uFFFD',
      'signs of a decoder in more than half as many cells as were kept',
      [['任务', '进展', '状态', '\uFFFD', '\uFFFD']],
    ],
    [null, 'signs of a decoder in half as many', [['任务', '进展', '\uFFFD']]],
    [null, 'marks first, and as many words that were kept', [['??', '任务']]],
    ['??', 'marks first, and fewer words that were kept', [['12', '??', '任务', '???']]],
    [null, 'marks behind a word that was kept', [['任务', '??', '???', '????']]],
    [null, 'names left open', [['××村', '张××', '××公司']]],
    ['ÈÎ××', 'bytes read as letters, signs of names among them', [['ÈÎ××']]],
    [null, 'marks in a sentence', [['是否完成？??']]],
    [null, 'one mark', [['?', '?']]],
    [null, 'nothing beyond ASCII', [['A-1', '12']]],
    [null, 'nothing', []],
  ])('%j is told of %s', (told, _, rows) => {
    expect(lostIn(...rows)).toBe(told);
  });

  it('are looked for in the first thirty rows', () => {
    const rows = (before: number): string[][] => [...Array.from({ length: before }, () => ['1']), ['??']];
    expect([lostIn(...rows(29)), lostIn(...rows(30))]).toEqual(['??', null]);
  });

  it('are told with their place', () => {
    expect(lostLetters([['12', '??'], ['??']], (cell) => cell)).toMatchObject({ text: '??', row: 0, column: 1 });
  });
});

describe('remembered answers', () => {
  const counted = (): { readonly answer: (text: string) => string; readonly asked: string[] } => {
    const asked: string[] = [];
    return { asked, answer: remembered((text) => `${text}${String(asked.push(text))}`) };
  };

  it('are worked out once for each short text', () => {
    const { answer, asked } = counted();
    for (let round = 0; round < 3; round += 1) expect([answer('司法所'), answer('')]).toEqual(['司法所1', '2']);
    expect(asked).toEqual(['司法所', '']);
  });

  it('of long texts, and of more texts than an office has names, are not kept', () => {
    const { answer, asked } = counted();
    const long = '办'.repeat(13);
    expect([answer(long), answer(long)]).toEqual([`${long}1`, `${long}2`]);
    expect(answer('司法所')).toBe('司法所3');
    for (let number = 0; number < 10_000; number += 1) answer(String(number));
    asked.length = 0;
    expect(answer('司法所')).toBe('司法所1');
  });
});
