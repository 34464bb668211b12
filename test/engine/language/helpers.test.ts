import { problemText } from '../../../src/core/base/problem';
import { fillDocument } from '../../../src/engine/word/fill-document';
import { fillText } from '../../../src/engine/language/fill-text';
import { helpersByName } from '../../../src/engine/language/helpers/helpers-by-name';
import { traced, type Dictionary, type ModelRecord } from '../../../src/engine/language/model';
import { docx, p } from '../word/docx-builder';

const fields: Dictionary = {
  名称: { type: 'text', help: '' },
  类别: { type: 'text', help: '' },
  天数: { type: 'number', help: '' },
  办结: { type: 'bool', help: '' },
  截止: { type: 'date', help: '' },
};
const dictionary: Dictionary = {
  任务: { type: 'list', help: '', of: { type: 'record', help: '', fields } },
  单位: { type: 'list', help: '', of: { type: 'text', help: '' } },
  约数: { type: 'number', help: '' },
  余数: { type: 'number', help: '' },
  起: { type: 'date', help: '' },
  止: { type: 'date', help: '' },
};
const model: ModelRecord = {
  任务: [
    { 名称: '甲', 类别: '普法', 天数: 12, 办结: true, 截止: '2022-06-30' },
    { 名称: '乙', 类别: '执法', 天数: traced(3, '约3', ['司法所.xlsx 任务!D8']), 办结: false, 截止: '2022-01-05' },
    { 名称: '丙', 类别: '普法', 天数: null, 办结: true, 截止: '2022-12-31' },
    { 名称: '丁', 类别: '决策', 天数: 12, 办结: false, 截止: '2022-03-01' },
  ],
  单位: ['三', '一', '三'],
  约数: traced(950_000, '约950000', []),
  余数: traced(300, '300余人次', []),
  起: '2022-02-26',
  止: '2022-03-01',
};

function fill(source: string): string {
  const { text, problems } = fillText(source, model, dictionary);
  if (text === null) throw new Error(problems.map(problemText).join('\n'));
  return text;
}

it.each([
  ['{{顿号 (筛选 任务 "类别" "普法") "名称"}}', '甲、丙'],
  ['{{顿号 (筛选 任务 "类别" "执法" "决策") "名称"}}', '乙、丁'],
  ['{{顿号 (筛选 任务 "天数" 5 比较="大于") "名称"}}', '甲、丁'],
  ['{{顿号 (筛选 任务 "天数" 12 比较="不等于") "名称"}}', '乙'],
  ['{{顿号 (筛选 任务 "截止" "2022-03-01" 比较="不大于") "名称"}}', '乙、丁'],
  ['{{#each (筛选 任务 "办结")}}{{@index}}{{名称}}{{#unless @last}}、{{/unless}}{{/each}}', '0甲、1丙'],
  ['{{#each (筛选 任务 "名称" "没有")}}x{{else}}无{{/each}}', '无'],
  ['{{个数 (筛选 任务 "办结")}}', '2'],
  ['{{顿号 (排序 任务 "天数") "名称"}}', '乙、甲、丁、丙'],
  ['{{顿号 (排序 任务 "天数" 顺序="降") "名称"}}', '甲、丁、乙、丙'],
  ['{{顿号 (排序 任务 "截止") "名称"}}', '乙、丁、甲、丙'],
  ['{{顿号 (排序 单位)}}', '一、三、三'],
  ['{{顿号 (去重 任务 "类别") "类别"}}；{{顿号 (去重 单位)}}', '普法、执法、决策；三、一'],
  [
    '{{#each (分组 任务 "类别")}}{{组名}}{{个数}}：{{顿号 项 "名称"}}。{{/each}}',
    '普法2：甲、丙。执法1：乙。决策1：丁。',
  ],
  ['{{#each (分组 (筛选 任务 "办结") "类别")}}{{#each 项}}{{../组名}}{{名称}}{{/each}}{{/each}}', '普法甲普法丙'],
  ['{{和 (前几 (排序 任务 "截止") 2) "名称"}}', '乙和丁'],
  ['{{#each (分行 任务 3)}}[{{#each this}}{{名称}}{{/each}}]{{/each}}', '[甲乙丙][丁]'],
  ['{{#each (分行 任务 3)}}{{this.[0].名称}}{{#with this.[1]}}{{名称}}{{else}}—{{/with}}/{{/each}}', '甲乙/丁—/'],
  ['{{最大 任务 "天数"}} {{最小 任务 "天数"}} {{平均 任务 "天数"}}', '12 约3 9'],
  ['{{几 2}} {{几 (个数 单位)}} {{几 12}} {{几 1}}', '两 三 十二 一'],
  ['{{#each 单位}}{{序号一 @index (个数 ../单位)}}{{this}}，{{/each}}', '一是三，二是一，三是三，'],
  ['{{#each (前几 单位 1)}}{{序号一 @index (个数 (前几 ../单位 1))}}{{this}}{{/each}}', '三'],
  ['{{分别 单位}}是{{顿号 单位}}；{{分别 (前几 单位 1)}}是{{顿号 (前几 单位 1)}}', '分别是三、一、三；是三'],
  ['{{减 10 0.1}} {{乘 1.1 3}} {{除 1 8}} {{加 0.1 0.2}}', '9.9 3.3 0.13 0.3'],
  ['{{除 20 23}} {{乘 (除 20 23) 23}}', '0.87 20'],
  ['{{相差天数 起 止}}', '3'],
  ['{{万元 约数}} {{小数 余数 0}} {{汉字 余数}} {{小数 约数 1}}', '约95万元 300余 三百余 约950000.0'],
])('%s', (source, expected) => {
  expect(fill(source)).toBe(expected);
});

it.each([
  ['{{除 1 0}}', '【待补：】'],
  ['{{平均 (筛选 任务 "名称" "没有") "天数"}}', '【待补：任务】'],
])('%s is a gap', (source, expected) => {
  const { text, problems } = fillText(source, model, dictionary);
  expect([text, problems.map(({ code }) => code)]).toEqual([expected, ['value-missing']]);
});

it('traces what was filtered, sorted, grouped and cut to where it stands in the model', () => {
  const paths = (source: string): readonly string[] =>
    fillText(source, model, dictionary).trace.map(({ field, sources }) => [field, ...sources].join(' '));
  expect(paths('{{#each (排序 (筛选 任务 "天数" 1 比较="大于") "天数")}}{{天数}}{{/each}}')).toEqual([
    '任务.1.天数 司法所.xlsx 任务!D8',
    '任务.0.天数',
    '任务.3.天数',
  ]);
  expect(paths('{{#each (分组 任务 "类别")}}{{#each 项}}{{名称}}{{/each}}{{/each}}')).toEqual(
    [0, 2, 1, 3].map((index) => `任务.${String(index)}.名称`),
  );
  expect(paths('{{#each (分行 任务 2)}}{{this.1.名称}}{{/each}}')).toEqual(['任务.1.名称', '任务.3.名称']);
  expect(paths('{{#each (排序 单位)}}{{this}}{{/each}}')).toEqual(['单位.1', '单位.0', '单位.2']);
});

it.each([
  ['{{#each (筛选 任务 "类型" "普法")}}{{/each}}', '里的函数“筛选”取不到列表每一项的“类型”。是不是想写"类别"。'],
  [
    '{{#each (筛选 任务 "天数" "多")}}{{/each}}',
    '里的函数“筛选”比较的两边类型不同，一边是数字，一边是文字。数字不加引号，文字和日期要加引号。',
  ],
  [
    '{{个数 (筛选 任务 "天数" 1 比较="多于")}}',
    '里的函数“筛选”的“比较=”只能写 等于、不等于、大于、小于、不小于、不大于。',
  ],
  ['{{平均 任务 "名称"}}', '里的函数“平均”取不到列表每一项的“名称”。'],
  ['{{#each (分组 任务 "类别")}}{{名称}}{{/each}}', '里的字段“名称”不存在：没有“名称”。'],
  ['{{筛选 任务 "办结"}}', '是一个列表，不能直接印出。'],
  ['{{前几 任务}}', '里的函数“前几”要 2 个参数，写了 1 个。'],
  ['{{距今工作日 起}}', '里的函数“距今工作日”这里用不了：没有工作日历。请改用模型里的字段。'],
])('refuses %s', (source, expected) => {
  const { text, problems } = fillText(source, model, dictionary);
  expect(text).toBeNull();
  expect(problems.map(problemText)[0]).toContain(expected);
});

it('counts working days when it is given a calendar', () => {
  const template = docx(p('{{距今工作日 止}} {{#if (小于 (距今工作日 起) 0)}}已过{{/if}}'));
  const services = { workingDaysUntil: (day: string) => (day < '2022-03' ? -1 : 5) };
  expect(fillDocument(template, model, dictionary, { name: '信', services }).text).toEqual(['5 已过']);
  expect(fillDocument(template, model, dictionary, { name: '信' }).bytes).toBeNull();
});

it('each has a sentence with an example that names it', () => {
  for (const [name, helper] of helpersByName) {
    expect(helper.help).toMatch(/^[^：{}]+：\{\{.*\}\}/u);
    expect(helper.names.some((each) => helper.help.includes(each))).toBe(true);
    expect(helper.names).toContain(name);
  }
});
