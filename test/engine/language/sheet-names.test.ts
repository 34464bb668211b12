/** Fields named as headers of sheets are, and data that leave out what is empty. */
import { compileTags } from '../../../src/engine/language/compile-tags';
import { describeData } from '../../../src/engine/language/data/dictionary-from-data';
import { fillText } from '../../../src/engine/language/fill-text';
import { tagReader } from '../../../src/engine/language/read-tag';
import { findTags } from '../../../src/engine/language/tag-text';
import { problemText } from '../../../src/core/base/problem';

const data = {
  '完成率（%）': '95',
  '经费(万元)': '3',
  '单价/元': '2',
  '姓 名': '某人',
  a: { 'd（e）': 'y' },
  '部门（名）': [{ '人数/人': 1 }],
};

function fill(template: string): string {
  const { value } = describeData(data, '数据.json');
  const { text, problems } = fillText(template, value!.model, value!.dictionary);
  return text ?? problems.map(problemText).join('\n');
}

describe('a tag that is a whole name of a field', () => {
  it.each([
    ['{{完成率（%）}}', '95'],
    ['｛｛完成率（%）｝｝', '95'],
    ['{{ 经费(万元) }}', '3'],
    ['{{单价/元}}', '2'],
    ['{{姓 名}}', '某人'],
    ['{{a.d（e）}}', 'y'],
    ['{{#if 完成率（%）}}有{{/if}}', '有'],
    ['{{#如果：单价/元}}有{{否则}}无{{/如果}}', '有'],
    ['{{#each 部门（名）}}{{人数/人}}，{{../完成率（%）}}{{/each}}', '1，95'],
    ['{{#with a}}{{d（e）}}{{/with}}', 'y'],
    ['{{#if a}}{{else if 姓 名}}{{/if}}', ''],
  ])('%s', (template, expected) => {
    expect(fill(template)).toBe(expected);
  });

  it('that is near to one is told that one', () => {
    expect(fill('{{完成率(%)}}')).toContain('是不是想写“完成率（%）”');
    expect(fill('{{单价/圆}}')).toContain('是不是想写“单价/元”');
  });

  it('that is no field is told the fields there are', () => {
    expect(fill('{{丁}}')).toContain('这里的字段有：完成率（%）、经费(万元)、单价/元、姓 名、a、部门（名）');
  });
});

describe('data that leave out a field', () => {
  const notices = (template: string): readonly string[] => {
    const { value } = describeData({ 题: 'T', 部门: [{ 名: '甲' }] }, '数据.json');
    const read = tagReader();
    const tags = findTags(template).map((tag) => read(tag, { file: '模板.docx' }).tag);
    const { problems, notices: told } = compileTags(tags, value!.dictionary, { optionalFields: true });
    return [...problems.map((each) => `错：${problemText(each)}`), ...told.map(problemText)];
  };

  it('are told so once, where a head names it, and what may be meant', () => {
    expect(notices('{{#if 备注}}{{备注}}{{/if}}{{#unless 备注}}{{/unless}}{{#if 体}}{{/if}}')).toEqual([
      '模板.docx：标签“{{#if 备注}}”里的字段“备注”数据里没有，按没有数据处理。这里的字段有：题、部门。',
      '模板.docx：标签“{{#if 体}}”里的字段“体”数据里没有，按没有数据处理。这里的字段有：题、部门。',
    ]);
  });

  it('may be looped over, entered and compared with', () => {
    expect(
      notices('{{#each 组}}{{名}}{{/each}}{{#with 长}}{{名}}{{/with}}{{#if (等于 状态 "x")}}{{/if}}').filter((each) =>
        each.startsWith('错'),
      ),
    ).toEqual([]);
    expect(notices('{{#each 部门}}{{#if 人}}{{人}}{{#each 部门}}{{../人}}{{/each}}{{/if}}{{/each}}')).toHaveLength(2);
  });

  it.each(['{{备注}}', '{{#if 备注}}{{/if}}{{备注}}', '{{#if 题.甲}}{{/if}}', '{{#if 个数}}{{/if}}'])(
    'are refused elsewhere: %s',
    (template) => {
      expect(notices(template).filter((each) => each.startsWith('错'))).toHaveLength(1);
    },
  );
});
