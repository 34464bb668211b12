/** Numbered lists in loops: they begin anew in each round of the loop around their items, unless they are marked to go on. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
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

/** Styles whose paragraphs are items of list 1: the first at level 0, the second as it is based on that, the third at level 1. */
const styles = `<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="7"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Same"><w:name w:val="same"/><w:basedOn w:val="Item"/></w:style><w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="sub"/><w:basedOn w:val="Item"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>`;

function templateOf(text: string): Uint8Array {
  const files = unzipSync(templateFromText(text));
  const own = strFromU8(files['word/styles.xml'] ?? new Uint8Array()).replace('</w:styles>', `${styles}</w:styles>`);
  return zipSync({ ...files, 'word/styles.xml': strToU8(own) });
}

const styled = (style: string, text: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}<w:jc w:val="left"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** The list of each printed item, and the lists of the document. */
function lists(template: string): readonly [string, string] {
  const bytes = templateOf(template);
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
  [
    'of a style begins anew as well',
    `{{#each 部门}}\n{{名}}\n{{#each 任务}}\n${styled('Same', '{{this}}')}\n{{/each}}\n{{/each}}`,
    '1 1 3 4 4',
    '1 2 3 4',
  ],
  [
    'of several styles is one list',
    `{{#each 部门}}\n正文\n${styled('Item', '{{名}}')}\n${styled('Item', '乙')}\n${styled('Sub', '下')}\n{{/each}}`,
    '1 1 1 3 3 3 4 4 4',
    '1 2 3 4',
  ],
  [
    'is none where a paragraph takes its style away from it',
    `{{#each 部门}}\n正文\n${styled('Item', '{{名}}', '<w:numPr><w:numId w:val="0"/></w:numPr>')}\n{{/each}}`,
    '0 0 0',
    '1 2',
  ],
])('the list %s', (_, template, used, known) => {
  expect(lists(template)).toEqual([used, known]);
});

it('an item by its style looks as before: its indent, its level and what it says by itself', () => {
  const bytes = templateOf(
    `{{#each 部门}}\n正文\n${styled('Same', '甲')}\n${styled('Sub', '{{名}}')}\n${styled('Same', '乙', '<w:ind w:left="9"/>')}\n{{/each}}`,
  );
  const { value } = describeData({ 部门: data.部门.slice(1) }, 'data.json');
  const xml = readPart(fillDocument(bytes, value!.model, value!.dictionary, { name: '模板.docx' }).bytes);
  const looks = [...xml.matchAll(/<w:pPr>(.*?)<\/w:pPr>/gu)].map((match) => match[1]);
  expect(looks.slice(-2)).toEqual([
    '<w:pStyle w:val="Sub"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr><w:ind w:left="7"/><w:jc w:val="left"/>',
    '<w:pStyle w:val="Same"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr><w:ind w:left="9"/><w:jc w:val="left"/>',
  ]);
});
