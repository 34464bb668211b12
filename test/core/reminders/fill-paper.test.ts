/** One template for the papers of many departments, whatever each of them holds. */
import { paperFiller } from '../../../src/core/reminders/fill-paper';
import { docx, p, readBody } from '../../engine/word/docx-builder';

const fill = (text: string) => paperFiller({ bytes: docx(p(text)) }, '核对单.docx');

it('prints of each department its own values', () => {
  const paper = fill('{{单位}}：{{#each 事项}}{{名称}}；{{/each}}');
  const printed = ['甲', '乙'].map((name) => {
    const { value } = paper({ 单位: name, 事项: [{ 名称: `${name}一` }, { 名称: `${name}二` }] }, `${name}.docx`);
    return [value?.name, readBody(value?.bytes ?? new Uint8Array()).replace(/<[^>]*>/gu, '')];
  });
  expect(printed).toEqual([
    ['甲.docx', '甲：甲一；甲二；'],
    ['乙.docx', '乙：乙一；乙二；'],
  ]);
});

it.each([
  ['plain values', {}],
  ['lists', { 事项: [] }],
])('asks of each whether it has what the template names, also of %s', (_, more) => {
  const paper = fill('{{附注}}');
  expect(paper({ 附注: '已改', ...more }, '甲.docx').problems).toEqual([]);
  const { value, problems } = paper({ 说明: '已改', ...more }, '乙.docx');
  expect([value, problems[0]?.reason]).toEqual([null, expect.stringContaining('附注')]);
  expect(paper({ 附注: '未改', ...more }, '丙.docx').value?.name).toBe('丙.docx');
});
