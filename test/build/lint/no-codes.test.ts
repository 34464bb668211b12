/** The rule over made-up lines. */
import { Linter } from 'eslint';
import { noCodes } from '../../../build/lint/no-codes.mjs';

function told(line: string): readonly string[] {
  const linter = new Linter();
  const config = {
    plugins: { house: { rules: { 'no-codes': noCodes } } },
    rules: { 'house/no-codes': 'error' },
  } as const;
  return linter.verify(line, config).map(({ message }) => message);
}

it.each([
  ['a text', `const rate = byCode.get('D1.1');`],
  ['a text of a template', 'const rate = byCode.get(`C2`);'],
  ['the name of a property', `const rates = { H1: 3 };`],
  ['a quoted one', `const rates = { 'H1.2': 3 };`],
])('a code as %s is refused', (_, line) => {
  expect(told(line)).toEqual([expect.stringContaining('no rule names an indicator by its code')]);
});

it.each([
  ['in a comment', `// C2 is a count\nconst code = codes[0];`],
  ['as part of a text', `const text = '司法所.xlsx 指标数据!D7';`],
  ['as a name of a variable', `const A1 = 2;`],
  ['that is none', `const size = '4'; const kind = 'a4'; const year = 'Y2022';`],
])('one %s is not', (_, line) => {
  expect(told(line)).toEqual([]);
});
