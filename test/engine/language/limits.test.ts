import { fillText } from '../../../src/engine/language/fill-text';
import { problemText } from '../../../src/core/base/problem';
import { maxSteps } from '../../../src/engine/language/limits';
import type { Dictionary, Field } from '../../../src/engine/language/model';
import { counted } from '../../counted';

const leaf: Field = { type: 'text', help: '' };
const list = (of: Field): Field => ({ type: 'list', help: '', of });
const dictionary: Dictionary = { 甲: leaf, 列: list({ type: 'record', help: '', fields: { 列: list(leaf) } }) };

describe('limits', () => {
  it.each([
    ['5,000 nested blocks', '{{#if 甲}}'.repeat(2500) + '{{/if}}'.repeat(2500), '块套得太深，最多 20 层'],
    ['20,000 tags', '{{甲}}'.repeat(20_000), '标签太多，最多 5000 个'],
    ['loops without end', '{{#each 列}}{{#each 列}}{{../../甲}}{{/each}}{{/each}}', '模板过大或循环过多，没有生成'],
    ['loops that print nothing', '{{#each 列}}{{#each 列}}{{/each}}{{/each}}', '模板过大或循环过多，没有生成'],
    [
      'a call in a call, 30 deep',
      `{{#if ${'(非 '.repeat(30)}甲${')'.repeat(30)}}}{{/if}}`,
      '里函数套得太深，最多 20 层',
    ],
    ['a long tag', `{{${'甲'.repeat(2500)}}}`, '太长'],
    ['100,000 braces', '{'.repeat(100_000), '没有写完，缺少“}}”'],
    ['20,000 lonely quotes', '{{“'.repeat(20_000), '标签太多，最多 5000 个'],
    ['20,000 open comments', '{{!'.repeat(20_000), '标签太多，最多 5000 个'],
  ])('%s', (_, source, reason) => {
    const { list: inner, reads } = counted(Array<string>(2000).fill('x'));
    const model = { 甲: '字'.repeat(1000), 列: Array.from({ length: 2000 }, () => ({ 列: inner })) };
    const { text, problems } = fillText(source, model, dictionary);
    expect(text).toBeNull();
    expect(problems.map(problemText).join('\n')).toContain(reason);
    expect(reads()).toBeLessThanOrEqual(maxSteps + 2000);
  });
});
