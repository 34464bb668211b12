/** Calls that are read without the Handlebars parser are what that parser gives, and all else is left to it. */
import fc from 'fast-check';
import { parse, type AST } from '@handlebars/parser';
import { plainCall } from '../../../src/engine/language/plain-call';
import { rounds } from '../../rounds';

type Statement = Pick<AST.BlockStatement, 'path' | 'params'> & {
  readonly hash?: AST.Hash;
  readonly program?: AST.Program;
};

/** What the parser makes of the tag; null where it refuses it or makes more than one of it. */
function parsed(inside: string, word: string | null): unknown {
  const source = word === null ? `{{${inside}}}` : `{{#${inside}}}{{/${word}}}`;
  try {
    const [statement, ...others] = parse(source).body as unknown as Statement[];
    if (statement === undefined || others.length > 0) return null;
    const { path, params, hash, program } = statement;
    return compared({ path, params, hash: hash?.pairs ?? [], blockParams: program?.blockParams ?? [] });
  } catch {
    return null;
  }
}

/** Where the nodes stand, and that a name is not ‘this’, nobody asks. */
function compared(node: unknown): unknown {
  const isAsked = (key: string, value: unknown): boolean => key !== 'loc' && !(key === 'this' && value === false);
  return JSON.parse(JSON.stringify(node, (key, value: unknown) => (isAsked(key, value) ? value : undefined)));
}

const read = (inside: string, word: string | null): unknown => compared(plainCall(inside, word));

it.each([
  ['名称', null],
  ['部门.名称', null],
  ['顿号 任务.逾期任务 "名称"', null],
  ['加 (乘 件数 12) 上年', null],
  ['if 薄弱', 'if'],
  ['if  (且 (不小于 指标.在岗执法人员数 5) (非 任务.延期))', 'if'],
  ['each (分组 (筛选 计划事项 "计划章节" "组织 领导") "类别")', 'each'],
])('%s is read as the parser reads it', (inside, word) => {
  expect(read(inside, word)).not.toBe(null);
  expect(read(inside, word)).toEqual(parsed(inside, word));
});

it.each([
  ...[
    '',
    ' ',
    '"文字"',
    '5',
    'true',
    'this',
    '../名称',
    '@index',
    '名称 =',
    '筛选 任务 "天\\"数"',
    "顿号 任务 '名称'",
    '列表.0',
  ],
  ...[
    '加 1.5 2',
    '加 -1 2',
    '加 007x 2',
    '图表 宽=5',
    '(甲 乙) 丙',
    '甲 ()',
    '甲 (乙',
    '甲 乙)',
    '甲 ("乙" 丙)',
    '甲(乙 丙)',
    '甲 "乙""丙"',
  ],
  ...[
    '甲 "乙"丙',
    '甲 5丙',
    '甲 (乙 丙)丁',
    '甲 \u3000乙',
    '甲\n乙',
    '甲..乙',
    '甲 .乙',
    '甲 乙.',
    '甲/乙',
    '甲 true',
    '甲 as |乙|',
    'else',
    '甲 [乙]',
  ],
])('%j is left to the parser', (inside) => {
  expect(plainCall(inside, null)).toBe(null);
});

it('a block without an argument, or with the head of another, is left to the parser', () => {
  expect([plainCall('if', 'if'), plainCall('unless 甲', 'if'), plainCall('"if" 甲', 'if')]).toEqual([null, null, null]);
});

it('whatever is read is what the parser reads, and never what it refuses', () => {
  const piece = fc.constantFrom(
    ...[
      '甲',
      '乙.丙',
      'a1',
      '"文 字"',
      '""',
      '5',
      '007',
      '1.5',
      '.',
      '(',
      ')',
      ' ',
      ' ',
      ' ',
      '  ',
      'if',
      'this',
      'true',
      'as',
      '|',
      '-',
      '=',
      "'",
      '"',
      '\\',
    ],
  );
  let several = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom(null, 'if', '甲'), (pieces, word) => {
      const inside = (word === null ? '' : `${word} `) + pieces.join('').trim();
      const own = read(inside, word);
      if (own === null) return;
      several += 1;
      expect(own).toEqual(parsed(inside, word));
    }),
    { numRuns: rounds(20_000) },
  );
  expect(several).toBeGreaterThan(50);
});
