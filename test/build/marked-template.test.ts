/** The proof of conditions puts a report together as it would be without one of them. */
import { markedTemplate, readMarked } from '../../build/fuzz/marked-template.mjs';

const template = '<w:t>甲{{#if 一}}乙{{else if 二}}丙{{#each 项}}{{名称}}{{else}}无{{/each}}{{else}}丁{{/if}}。</w:t>';

it('each condition is printed with both its sides, loops and headings as they are', () => {
  const { xml, conditions } = markedTemplate(`${template}<w:t>{{#unless 接排.计划}}戊{{/unless}}</w:t>`);
  expect(conditions).toEqual(['甲｜一｜乙·丙·无·丁·。·', '甲·乙｜二｜丙·无·丁·。·戊·']);
  expect(xml).toContain('甲⟨0:{{#if 一}}1{{else}}0{{/if}}⟩乙⟨0|⟩⟨1:{{#if 二}}1{{else}}0{{/if}}⟩丙{{#each 项}}');
  expect(xml).toContain('{{/each}}⟨1|⟩丁⟨1.⟩⟨0.⟩。');
  expect(xml).toContain('{{#unless 接排.计划}}戊{{/unless}}');
});

it('one condition at a time is taken to hold', () => {
  const without = readMarked({
    paragraphs: ['甲⟨0:0⟩乙⟨0|⟩⟨1:0⟩丙⟨1|⟩丁⟨1.⟩⟨0.⟩。', '⟨2:0⟩', '戊', '⟨2.⟩', '己'],
    rows: [['⟨3:1⟩庚⟨3.⟩']],
  });
  expect(without(null)).toEqual({ paragraphs: ['甲丁。', '己'], rows: [['庚']] });
  expect([0, 1].map((index) => without(index).paragraphs[0])).toEqual(['甲乙。', '甲丙。']);
  expect(without(2).paragraphs).toEqual(['甲丁。', '戊', '己']);
});
