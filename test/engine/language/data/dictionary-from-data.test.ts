/** Any JSON fills any template: the fields are those the data have. */
import fc from 'fast-check';
import { describeData } from '../../../../src/engine/language/data/dictionary-from-data';
import { fillText } from '../../../../src/engine/language/fill-text';
import { parseData } from '../../../../src/engine/language/data/parse-data';
import { readJson } from '../../../../src/engine/language/data/read-json';
import { problemText } from '../../../../src/core/base/problem';
import { rounds } from '../../../rounds';

function fill(template: string, data: unknown): string {
  const { value, problems } = describeData(data, '数据.json');
  if (value === null) return problems.map(({ code }) => code).join(' ');
  const filled = fillText(template, value.model, value.dictionary);
  return filled.text ?? filled.problems.map(({ code }) => code).join(' ');
}

describe('the dictionary of data', () => {
  it('has every field the data have, however deep', () => {
    const data = { 镇: { 名: '某镇' }, 部门: [{ 名: '甲', 数: 2 }, { 名: '乙' }], 好: true };
    expect(fill('{{镇.名}}{{#if 好}}{{#each 部门}}{{名}}{{#if 数}}{{数}}{{/if}}{{/each}}{{/if}}', data)).toBe(
      '某镇甲2乙',
    );
    expect(fill('{{镇.称}}', data)).toBe('field-unknown');
    expect(fill('{{求和 部门 "数"}}', data)).toBe('2');
  });

  it('lets what is empty everywhere be anything', () => {
    expect(
      fill('{{#each 空}}{{甲.乙}}{{else}}无{{/each}}{{#if 缺}}{{#each 缺}}{{this}}{{/each}}{{/if}}', {
        空: [],
        缺: null,
      }),
    ).toBe('无');
    expect(fill('{{缺}}', { 缺: null })).toBe('【待补：缺】');
  });

  it('takes numbers beside texts for texts, and lists beside values for what they are', () => {
    expect(fill('{{顿号 列}}', { 列: [1, '二', null] })).toBe('1、二');
    expect(fill('{{#each 列}}{{this}}{{/each}}', { 列: [1, [2], 3] })).toBe('1【待补：列第2项】3');
    expect(fill('{{#each 列}}{{甲}}{{/each}}', { 列: [{ 甲: 1 }, {}] })).toBe('1【待补：列第2项的甲】');
    expect(fill('{{#each 空}}{{this}}{{else}}无{{/each}}', { 空: {} })).toBe('无');
  });

  it('refuses what is no record, is too deep, or poses as a value of the program', () => {
    expect(fill('', [])).toBe('data-shape');
    const deep = Array.from({ length: 60 }).reduce<unknown>((inner) => ({ 内: inner }), 1);
    expect(fill('', deep)).toBe('data-depth');
    expect(fill('', { 甲: { kind: 'traced' } })).toBe('data-name');
  });

  it('knows no names of the language', () => {
    const data: unknown = JSON.parse('{"__proto__": {"甲": 1}, "乙": 2}');
    expect(fill('{{甲}}', data)).toBe('field-unknown');
    expect(fill('{{__proto__.甲}}', data)).toBe('name-refused');
  });
});

describe('reading JSON', () => {
  const printed = (json: string, template: string): string => {
    const { value, problems } = parseData(json, '数据.json');
    if (value === null) return problems.map(problemText).join('\n');
    return fillText(template, value.model, value.dictionary).text ?? 'refused';
  };

  it.each([
    ['370123199001011234', '370123199001011234'],
    ['-6222020000000000001', '-6222020000000000001'],
    ['9007199254740992', '9007199254740992'],
    ['9007199254740993', '9007199254740993'],
    ['370123199001011200', '370123199001011200'],
    ['0.12345678901234567890', '0.12345678901234567890'],
    ['0.10000000000000001', '0.1'],
    ['1e400', '1e400'],
    ['1.50', '1.5'],
    ['-0', '0'],
  ])('prints the number %s as %s', (written, expected) => {
    expect(printed(`{"甲": ${written}}`, '{{甲}}')).toBe(expected);
  });

  it('reckons with a number that has more digits than it can hold', () => {
    expect(printed('{"甲": 0.12345678901234567890}', '{{小数 甲 2}}')).toBe('0.12');
  });

  it('refuses a name that stands twice in one record, with its place', () => {
    expect(printed('{"甲": 1,\n "乙": {"甲": 1}, "甲": 2}', '')).toBe(
      '数据.json 第 2 行第 17 字附近：字段“甲”在同一条记录里写了两次。请只留一个，或者改成不同的名称。',
    );
  });

  it.each([
    '{"甲": 01}',
    '{"甲": +1}',
    "{'甲': 1}",
    '{"甲": 1} 2',
    '{"甲": "\t"}',
    '{"甲": NaN}',
    '{"甲": .5}',
    '[1,]',
  ])('refuses what is no JSON: %s', (text) => {
    expect(printed(text, '')).toContain('不是完整的 JSON');
  });

  it('gives what the platform gives for all other JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 1), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(readJson(text)).toEqual({ data: JSON.parse(text) as unknown, fault: null });
      }),
      { numRuns: rounds(500) },
    );
  });

  it('says where it is broken', () => {
    const [problem] = parseData('{\n "甲": 1,,\n}', '数据.json').problems;
    expect(problem).toMatchObject({
      code: 'data-unreadable',
      place: { file: '数据.json', spot: '第 2 行第 9 字附近' },
    });
    expect(parseData('{"甲": "\ufffd"}', '数据.json').problems[0]?.reason).toContain('UTF-8');
  });

  it('refuses what is longer than any data of an office, before it is parsed', () => {
    const [problem] = parseData(' '.repeat(50_000_001), '数据.json').problems;
    expect(problem?.reason).toBe('内容过长');
    expect(problem?.expected).toContain('50 百万个字');
  });

  it('takes a byte order mark', () => {
    expect(parseData('\ufeff{"甲": 1}', '数据.json').problems).toEqual([]);
  });
});
