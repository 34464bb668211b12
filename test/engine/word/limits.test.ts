import { problemText } from '../../../src/core/base/problem';
import { fillDocument } from '../../../src/engine/word/fill-document';
import { maxSteps } from '../../../src/engine/language/limits';
import type { Dictionary, Field } from '../../../src/engine/language/model';
import { counted } from '../../counted';
import { longIt } from '../../long';
import { docx, p, row, table } from './docx-builder';

const leaf: Field = { type: 'text', help: '' };
const list = (of: Field): Field => ({ type: 'list', help: '', of });
const record = (fields: Dictionary): Field => ({ type: 'record', help: '', fields });
const dictionary: Dictionary = { 甲: leaf, 列: list(record({ 列: list(leaf) })) };

/** Ten calls to the level below on each level: a thousand million letters out of some 700 bytes. */
const levels = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
const bomb = levels
  .map((name, at) => `{{#*inline "${name}"}}${at === 0 ? 'x' : `{{> ${levels[at - 1] ?? ''}}}`.repeat(10)}{{/inline}}`)
  .concat('{{> i}}')
  .join('');

const cases: readonly (readonly [string, readonly string[], string])[] = [
  [
    '5,000 nested blocks in one paragraph',
    [p('{{#if 甲}}'.repeat(5000) + '{{/if}}'.repeat(5000))],
    '标签太多，最多 5000 个',
  ],
  [
    '2,500 nested blocks in one paragraph',
    [p('{{#if 甲}}'.repeat(2500) + '{{/if}}'.repeat(2500))],
    '块套得太深，最多 20 层',
  ],
  [
    '2,500 nested blocks, a paragraph each',
    [...Array<string>(2500).fill(p('{{#if 甲}}')), ...Array<string>(2500).fill(p('{{/if}}'))],
    '块套得太深，最多 20 层',
  ],
  ['20,000 tags in one paragraph', [p('{{甲}}'.repeat(20_000))], '标签太多，最多 5000 个'],
  ['20,000 tags in 20,000 paragraphs', Array<string>(20_000).fill(p('{{甲}}')), '标签太多，最多 5000 个'],
  ['a bomb of partials', [p(bomb)], '修饰标签'],
  [
    'rows without end',
    [table(row('{{#each 列}}{{#each 列}}', '{{../../甲}}{{/each}}{{/each}}'))],
    '模板过大或循环过多，没有生成',
  ],
  ['loops that print nothing', [p('{{#each 列}}{{#each 列}}{{/each}}{{/each}}')], '模板过大或循环过多，没有生成'],
];

describe('limits', () => {
  longIt.each(cases)('%s', (_, body, reason) => {
    const { list: inner, reads } = counted(Array<string>(2000).fill('x'));
    const model = { 甲: '字'.repeat(1000), 列: Array.from({ length: 2000 }, () => ({ 列: inner })) };
    const { bytes, problems } = fillDocument(docx(...body), model, dictionary, { name: '模板.docx' });
    expect(bytes).toBeNull();
    expect(problems.map(problemText).join('\n')).toContain(reason);
    expect(problems.length).toBeLessThan(100);
    expect(reads()).toBeLessThanOrEqual(maxSteps + 2000);
  });
});
