/** Numbered lists in loops: they begin anew in each round of the loop around their items, unless they are marked to go on. */
import { fillDocument } from '../../../../src/engine/word/fill-document';
import { describeData } from '../../../../src/engine/language/data/dictionary-from-data';
import { templateFromText } from '../case-template';
import { readPart } from '../docx-builder';
import { expectSound } from '../ooxml-check';

const data = {
  部门: [
    { 名: '一', 任务: ['a', 'b'] },
    { 名: '二', 任务: ['c'] },
    { 名: '三', 任务: ['d', 'e'] },
  ],
};

/** The list of each printed item, and the lists of the document. */
function lists(template: string): readonly [string, string] {
  const bytes = templateFromText(template);
  const { value } = describeData(data, 'data.json');
  const filled = fillDocument(bytes, value!.model, value!.dictionary, { name: '模板.docx' });
  expectSound(bytes, filled.bytes);
  const numbers = [...readPart(filled.bytes).matchAll(/<w:numId w:val="(\d+)"/gu)].map((match) => match[1]);
  const known = [...readPart(filled.bytes, 'word/numbering.xml').matchAll(/<w:num w:numId="(\d+)"/gu)];
  return [numbers.join(' '), known.map((match) => match[1]).join(' ')];
}

const nested = (sign: string): string =>
  ['{{#each 部门}}', '{{名}}', '{{#each 任务}}', `${sign} {{this}}`, '{{/each}}', '{{/each}}'].join('\n');

it.each<[string, string, string, string]>([
  ['begins anew in each round of the loop around its items', nested('-'), '1 1 3 4 4', '1 2 3 4'],
  ['that says it restarts does so as well', nested('*'), '2 2 3 4 4', '1 2 3 4'],
  ['goes on through the loops where it is marked', nested('- {{连续编号}}'), '1 1 1 1 1', '1 2'],
  ['counts the rounds when one item stands in each', '{{#each 部门}}\n- {{名}}\n正文\n{{/each}}', '1 1 1', '1 2'],
  [
    'begins anew where two items stand in each round',
    '{{#each 部门}}\n{{名}}\n- 甲\n- 乙\n{{/each}}',
    '1 1 3 3 4 4',
    '1 2 3 4',
  ],
  ['is one list when the loop holds nothing but its items', '{{#each 部门}}\n* {{名}}\n{{/each}}', '2 2 2', '1 2'],
  [
    'begins anew with the heading beside its items',
    '{{#each 部门}}\n{{名}}\n* 甲\n* 乙\n{{/each}}',
    '2 2 3 3 4 4',
    '1 2 3 4',
  ],
  ['goes on when an item stands outside', '{{#each 部门}}\n{{名}}\n* 甲\n{{/each}}\n* 末', '2 2 2 2', '1 2'],
])('the list %s', (_, template, used, known) => {
  expect(lists(template)).toEqual([used, known]);
});
