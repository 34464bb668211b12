import { fillText } from '../../../src/engine/language/fill-text';
import { traced, type Dictionary, type ModelRecord } from '../../../src/engine/language/model';
import { problemText } from '../../../src/core/base/problem';

const task = {
  type: 'record',
  help: '',
  fields: {
    名称: { type: 'text', help: '' },
    状态: { type: 'text', help: '' },
    天数: { type: 'number', help: '' },
    牵头: { type: 'list', help: '', of: { type: 'text', help: '' } },
  },
} as const;

const dictionary: Dictionary = {
  年度: { type: 'number', help: '' },
  镇名: { type: 'text', help: '' },
  已公开: { type: 'bool', help: '' },
  印发日期: { type: 'date', help: '' },
  经费: { type: 'number', help: '' },
  '完成率(%)': { type: 'number', help: '' },
  '完成率（分）': { type: 'number', help: '' },
  任务: { type: 'list', help: '', of: task },
  指标: {
    type: 'record',
    help: '',
    fields: { 学时: { type: 'number', help: '' }, 人数: { type: 'number', help: '' } },
  },
  首要: task,
};

const model: ModelRecord = {
  年度: 2022,
  镇名: traced('某镇', '某镇', ['总表.xlsx 设置!B2']),
  已公开: true,
  印发日期: '2022-06-30',
  经费: 950_000,
  '完成率(%)': 86.8,
  '完成率（分）': 90,
  任务: [
    { 名称: '甲', 状态: '逾期', 天数: traced(12, '12', ['司法所.xlsx 任务!D7']), 牵头: ['一所', '二办', '三队'] },
    { 名称: '乙', 状态: '完成', 天数: traced(3, '约3', ['司法所.xlsx 任务!D8']), 牵头: ['一所'] },
  ],
  指标: { 学时: traced(null, '', ['司法所.xlsx 指标!C3']), 人数: 0 },
  首要: null,
};

function fill(source: string): string | null {
  const { text, problems } = fillText(source, model, dictionary);
  if (text === null) throw new Error(problems.map(problemText).join('\n'));
  return text;
}

function mistakes(source: string): readonly string[] {
  const { text, problems } = fillText(source, model, dictionary, '信.txt');
  expect(text).toBeNull();
  return problems.map(problemText);
}

describe('fillText', () => {
  it.each([
    ['{{年度}}年{{镇名}}', '2022年某镇'],
    ['{{#if 已公开}}公开{{else}}未公开{{/if}}', '公开'],
    ['{{#如果 指标.人数}}有{{否则如果 已公开}}零{{否则}}无{{/如果}}', '零'],
    ['{{#除非 指标.人数}}无人{{/除非}}', '无人'],
    ['{{#每个 任务}}{{@index}}{{名称}}{{#unless @last}}；{{/unless}}{{/每个}}', '0甲；1乙'],
    ['{{#each 任务 as |项 号|}}{{号}}{{项.名称}}{{../年度}} {{/each}}', '0甲2022 1乙2022 '],
    ['{{#取 指标}}{{人数}}{{../年度}}{{/取}}', '02022'],
    ['{{#with 首要}}{{名称}}{{else}}没有{{/with}}', '没有'],
    ['{{#each 指标}}{{@key}}{{#unless @last}}、{{/unless}}{{/each}}', '学时、人数'],
    ['{{任务.1.天数}}', '约3'],
    ['{{[完成率(%)]}}', '86.8'],
    ['{{完成率（分）}}', '90'],
    ['{{完成率(%)}}', '86.8'],
    ['{{{年度}}}{{&镇名}}{{@root.年度}}{{任务.length}}\\{{年度}}', '2022某镇20222{{年度}}'],
    ['{{^任务}}无{{/任务}}{{^指标.学时}}缺{{/指标.学时}}{{^if 已公开}}x{{else}}公开{{/if}}', '缺公开'],
    ['｛｛年度｝｝{｛＃如果：（大于 经费 100）｝}多｛｛／如果｝｝', '2022多'],
    ['{{#if (等于 镇名 “某镇”)}}是{{/if}}', '是'],
    ['{{\u200b年\u200b度\u00a0}}', '2022'],
    ['{{#each 任务}}{{序号一 @index}}{{/each}}', '一是二是'],
    ['{{顿号 任务 "名称"}}；{{和 任务.0.牵头}}；{{和 任务.1.牵头}}', '甲、乙；一所、二办和三队；一所'],
    ['{{join 任务 "名称" 分隔="/"}}', '甲/乙'],
    ['{{求和 任务 "天数"}}，{{个数 任务}}', '15，2'],
    ['{{小数 2.675 2}} {{百分比 0.8675 1}} {{万元 经费}} {{万元 经费 1}}', '2.68 86.8% 95万元 95.0万元'],
    ['{{年月日 印发日期}} {{月日 印发日期}}', '2022年6月30日 6月30日'],
    ['{{汉字 12}} {{汉字 105}} {{汉字 20000}} {{汉字 10}}', '十二 一百零五 二万 十'],
    ['{{是否 已公开}} {{已公开}}', '是 true'],
    ['{{#if (且 已公开 (或 (空 指标.学时) 指标.人数) (非 指标.人数))}}是{{/if}}', '是'],
    ['{{#if (有 指标.人数)}}有{{/if}}', '有'],
    ['{{#if (小于 指标.学时 40)}}少{{else}}不知{{/if}}', '不知'],
    ['{{加 年度 1 0.1}}', '2023.1'],
    ['a{{! 说明 }}b{{!-- }} --}}c', 'abc'],
  ])('%s', (source, expected) => {
    expect(fill(source)).toBe(expected);
  });

  it('prints a missing value as a gap and lists it', () => {
    const { text, problems, trace } = fillText('学时{{指标.学时}}', model, dictionary, '信.txt');
    expect(text).toBe('学时【待补：指标.学时】');
    expect(problems.map(problemText)).toEqual([
      '信.txt 第 1 行第 3 字：“指标.学时”没有数据，报告里印成【待补：指标.学时】。请补上数据，或者在成文后手工填写。',
    ]);
    expect(trace).toEqual([
      {
        field: '指标.学时',
        text: '【待补：指标.学时】',
        place: '第 1 行第 3 字',
        sources: ['司法所.xlsx 指标!C3'],
        bookmark: '',
      },
    ]);
  });

  it('lists a missing list, and prints what stands after else', () => {
    const { text, problems } = fillText('{{#each 任务}}x{{else}}无{{/each}}', { 任务: null }, dictionary, '信.txt');
    expect(text).toBe('无');
    expect(problems.map(problemText)).toEqual([
      '信.txt 第 1 行第 1 字：“任务”没有数据，这一部分没有逐项印出。请补上数据，或者在成文后手工填写。',
    ]);
  });

  it('traces every printed field to its cells, also through helpers', () => {
    const { trace } = fillText('{{#each 任务}}\n{{天数}}{{/each}}{{求和 任务 "天数"}}', model, dictionary);
    expect(trace.map(({ field, text, sources }) => [field, text, ...sources])).toEqual([
      ['任务.0.天数', '12', '司法所.xlsx 任务!D7'],
      ['任务.1.天数', '约3', '司法所.xlsx 任务!D8'],
      ['任务', '15', '司法所.xlsx 任务!D7', '司法所.xlsx 任务!D8'],
    ]);
  });

  it.each([
    ['{{学时}}', '信.txt 第 1 行第 1 字：标签“{{学时}}”里的字段“学时”不存在：没有“学时”。是不是想写“指标.学时”。'],
    ['{{年渡}}', '信.txt 第 1 行第 1 字：标签“{{年渡}}”里的字段“年渡”不存在：没有“年渡”。是不是想写“年度”。'],
    [
      '{{#if 无此}}{{/if}}',
      '信.txt 第 1 行第 1 字：标签“{{#if 无此}}”里的字段“无此”不存在：没有“无此”。这里的字段有：年度、镇名、已公开、印发日期、经费、完成率(%)、完成率（分）、任务、指标、首要。',
    ],
    [
      '{{#each 任务}}{{年度}}{{/each}}',
      '信.txt 第 1 行第 13 字：标签“{{年度}}”里的字段“年度”不存在：没有“年度”。是不是想写“../年度”。',
    ],
    [
      '{{指标.学实}}',
      '信.txt 第 1 行第 1 字：标签“{{指标.学实}}”里的字段“指标.学实”不存在：“指标”里没有“学实”。是不是想写“指标.学时”。',
    ],
    [
      '{{任务}}',
      '信.txt 第 1 行第 1 字：标签“{{任务}}”是一个列表，不能直接印出。请用 {{#each …}} 逐项印出，或者用 {{顿号 …}} 连起来。',
    ],
    ['{{年度', '信.txt 第 1 行第 1 字：标签“{{年度”没有写完，缺少“}}”。请在标签末尾补上“}}”。'],
    ['{{年度} 年', '信.txt 第 1 行第 1 字：标签“{{年度}”没有写完，缺少“}}”。请在标签末尾补上“}}”。'],
    ['年度}}', '信.txt 第 1 行第 3 字：标签“}}”前面没有对应的“{{”。请补上“{{”，或者删去多余的“}}”。'],
    ['{{{年度}}', '信.txt 第 1 行第 1 字：标签“{{{年度}}”左边是三个大括号，右边不是三个。请两边都写两个大括号。'],
    ['{{}}', '信.txt 第 1 行第 1 字：标签“{{}}”里面是空的。请写上字段名，或者删去这个标签。'],
    ['{{#if 年度}}', '信.txt 第 1 行第 1 字：标签“{{#if 年度}}”没有结束，缺少 {{/if}}。请补上 {{/if}}。'],
    ['{{/each}}', '信.txt 第 1 行第 1 字：标签“{{/each}}”前面没有对应的开始标签。请删去，或者在前面补上 {{#each …}}。'],
    ['{{else}}', '信.txt 第 1 行第 1 字：标签“{{else}}”不在任何块里。请删去，或者在前面补上 {{#if …}}。'],
    [
      '{{> 页脚}}',
      '信.txt 第 1 行第 1 字：标签“{{> 页脚}}”引用了别的模板（{{> …}}），这里不支持。请把要引用的内容直接写在模板里。',
    ],
    [
      '{{lookup 任务 "名称"}}',
      '信.txt 第 1 行第 1 字：标签“{{lookup 任务 "名称"}}”里的“lookup”不支持。请直接写出字段。',
    ],
    [
      '{{@level}}',
      '信.txt 第 1 行第 1 字：标签“{{@level}}”里的“@level”不支持。只能用 @index、@key、@first、@last、@root。',
    ],
    [
      '{{constructor}}',
      '信.txt 第 1 行第 1 字：标签“{{constructor}}”里的“constructor”是不允许的名称。请改用字段清单里的字段。',
    ],
    [
      '{{指标.__proto__}}',
      '信.txt 第 1 行第 1 字：标签“{{指标.__proto__}}”里的“__proto__”是不允许的名称。请改用字段清单里的字段。',
    ],
    [
      '{{toString}}',
      '信.txt 第 1 行第 1 字：标签“{{toString}}”里的字段“toString”不存在：没有“toString”。这里的字段有：年度、镇名、已公开、印发日期、经费、完成率(%)、完成率（分）、任务、指标、首要。',
    ],
    [
      '{{@index}}',
      '信.txt 第 1 行第 1 字：标签“{{@index}}”里的“@index”只能写在 {{#each}} 里面。请移到循环里，或者删去。',
    ],
    [
      '{{完成率%}}',
      '信.txt 第 1 行第 1 字：标签“{{完成率%}}”里的“完成率%”含有名称里不能直接写的符号。是不是想写“完成率(%)”。',
    ],
    [
      '{{小数 完成率(%) 1}}',
      '信.txt 第 1 行第 1 字：标签“{{小数 完成率(%) 1}}”里的“完成率(%)”含有名称里不能直接写的符号。请用方括号括起来：{{[完成率(%)]}}。',
    ],
    ['{{等与 年度 2022}}', '信.txt 第 1 行第 1 字：标签“{{等与 年度 2022}}”里没有叫“等与”的函数。是不是想写“等于”。'],
    [
      '{{#if (等于 年度 "2022")}}{{/if}}',
      '信.txt 第 1 行第 1 字：标签“{{#if (等于 年度 "2022")}}”里比较的两边类型不同，一边是数字，一边是文字。数字不加引号，文字和日期要加引号。',
    ],
    [
      '{{小数 镇名 1}}',
      '信.txt 第 1 行第 1 字：标签“{{小数 镇名 1}}”里的函数“小数”第 1 个参数要数字。四舍五入到几位小数：{{小数 人均学时 1}}。',
    ],
    [
      '{{顿号 任务 "名字"}}',
      '信.txt 第 1 行第 1 字：标签“{{顿号 任务 "名字"}}”里的函数“顿号”取不到列表每一项的“名字”。是不是想写"名称"。',
    ],
    [
      '{{#部门}}{{/部门}}',
      '信.txt 第 1 行第 1 字：标签“{{#部门}}”里的“部门”不是块的名称。请写成 {{#if 部门}} 或 {{#each 部门}}。',
    ],
    [
      '{{#with 任务.1}}{{/with}}',
      '信.txt 第 1 行第 1 字：标签“{{#with 任务.1}}”里的“任务.1”要加方括号。请写成 任务.[1]。',
    ],
    ['{{../年度}}', '信.txt 第 1 行第 1 字：标签“{{../年度}}”里的“../”太多，外面没有这么多层。请减少“../”。'],
    [
      '{{#each 年度}}{{x}}{{/each}}',
      '信.txt 第 1 行第 1 字：标签“{{#each 年度}}”里写的不是列表。只有列表能逐项重复，条件请用 {{#if …}}。',
    ],
  ])('refuses %s', (source, expected) => {
    expect(mistakes(source)[0]).toBe(expected);
  });

  it('lists all mistakes at once, also those in branches that would not run', () => {
    expect(mistakes('{{年渡}}{{#if 首要}}{{镇}}{{#each 任务}}{{名}}{{/each}}')).toHaveLength(4);
  });

  it('never runs what a value says', () => {
    const text = '{{年度}} $& $1 {{#each 任务}} \\{{x}}';
    expect(fillText('[{{镇名}}]', { 镇名: text }, dictionary).text).toBe(`[${text}]`);
  });
});
