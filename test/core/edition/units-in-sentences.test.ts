/** A figure stands behind words that its unit bears out: a share behind 占 and 率, a score behind neither. */
import { readFileSync } from 'node:fs';
import { ruleOfLaw, workSafety } from '../../edition';

const editionFolders = [
  ['rule-of-law', ruleOfLaw],
  ['work-safety', workSafety],
] as const;

/** What a figure of the unit may follow, and what it may not. */
const share = /(?:率|占[^，。；占]{0,12}的|占比)(?:为|达到|达)?$/u;
const money = /(?:经费|预算|金额|到位|支出|拨付|资金)(?:安排)?$/u;
const rules: Readonly<Record<string, { readonly behind?: RegExp; readonly never?: RegExp }>> = {
  '%': { behind: share },
  万元: { behind: money, never: share },
  分: { behind: /(?:分值|得分|评分)(?:为|是)$/u },
};
/** Of all other units: 占5人 and 率为5件 say nothing. */
const others = { never: /(?:占|占比|率|比例|比重|分值)(?:为|达到|达)?$/u };

interface Printed {
  readonly before: string;
  readonly name: string;
}

/** Each figure that a text prints, with what stands before it up to the last sign or tag of a figure. */
function figuresIn(text: string): readonly Printed[] {
  const printed = [...text.matchAll(/\{\{指标\.([^{}\s]+)\}\}/gu)];
  return printed.map(({ index, 1: name = '' }) => ({ before: wordsBefore(text.slice(0, index)), name }));
}

/** Conditions are not printed; another figure or a sign ends what is said. */
function wordsBefore(text: string): string {
  const bare = text.replace(/\{\{[#/^][^{}]*\}\}|\{\{else[^{}]*\}\}/gu, '');
  return bare.split(/\{\{[^{}]*\}\}|[，。；：（、\t\n]/u).pop() ?? '';
}

const texts = (folder: string): readonly string[] =>
  [
    ...['claims', 'weaknesses', 'indicators'].map((name) => `src/editions/${folder}/${name}.tsv`),
    `templates/${folder}/年度报告.txt`,
  ].flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => !/^(?:#|\/\/)/u.test(line)),
  );

it.each(editionFolders)('%s: each figure stands behind words of its unit', (folder, { indicators }) => {
  const units = new Map(indicators.map(({ name, unit }) => [name, unit]));
  const printed = texts(folder).flatMap(figuresIn);
  const wrong = printed.filter(({ before, name }) => {
    const unit = units.get(name.replace('{党委}', '党委'));
    if (unit === undefined) return true;
    const { behind, never }: { readonly behind?: RegExp; readonly never?: RegExp } = rules[unit] ?? others;
    return (behind !== undefined && !behind.test(before)) || never?.test(before) === true;
  });
  expect(wrong).toEqual([]);
  expect(printed.length).toBeGreaterThan(folder === 'rule-of-law' ? 150 : 15);
});
