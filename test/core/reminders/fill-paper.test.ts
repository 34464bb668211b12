/** One template for the papers of many departments, whatever each of them holds. */
import { paperFiller } from '../../../src/core/reminders/fill-paper';
import type { ModelRecord } from '../../../src/engine/fill';
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
  ['plain values', '{{附注}}', { 附注: '已改', 日期: '5日' }, { 说明: '已改', 日期: '5日' }],
  ['lists', '{{#each 事项}}{{附注}}{{/each}}', { 事项: [{ 附注: '已改' }] }, { 事项: [{ 说明: '已改' }] }],
])('asks of each whether it has what the template names, also of %s', (_, template, whole, other) => {
  const paper = fill(template);
  expect(paper(whole, '甲.docx').problems).toEqual([]);
  const { value, problems } = paper(other, '乙.docx');
  expect([value, problems[0]?.reason]).toEqual([null, expect.stringContaining('附注')]);
  expect(paper(whole, '丙.docx').value?.name).toBe('丙.docx');
});

it('takes a list for what all its items are, whatever the lists of earlier papers held', () => {
  const paper = fill('{{#each 事项}}{{名称}}{{#if 期限}}（{{期限}}）{{/if}}；{{/each}}{{#each 附}}{{this}}{{/each}}');
  const printedOf = (事项: ModelRecord[], 附: ModelRecord['附']) => {
    const { value, problems } = paper({ 事项, 附: 附 ?? null }, '甲.docx');
    expect(problems).toEqual([]);
    return readBody(value?.bytes ?? new Uint8Array()).replace(/<[^>]*>/gu, '');
  };
  const later = { 名称: '乙', 期限: '5日' };
  expect(printedOf([{ 名称: '甲', 期限: null }], [])).toBe('甲；');
  expect(printedOf([{ 名称: '甲', 期限: null }, later], ['一'])).toBe('甲；乙（5日）；一');
  expect(printedOf([later], [1])).toBe('乙（5日）；1');
});
