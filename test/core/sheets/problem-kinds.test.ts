/** Every rule the program names has a kind in words. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { problemKind } from '../../../src/core/sheets/problem-kinds';

const folder = join(__dirname, '../../../src');
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const codes = [
  ...new Set(
    source.flatMap((text) => [...text.matchAll(/\bcode: '([a-z]+(?:-[a-z]+)+)'/gu)]).map(([, code = '']) => code),
  ),
];

it('each rule is of a kind', () => {
  expect(codes.length).toBeGreaterThan(150);
  expect(codes.filter((code) => problemKind(code) === '其他')).toEqual([]);
});

it.each([
  ['figure-incomplete', '指标缺数'],
  ['deadline-unreadable', '日期和时限'],
  ['status-unknown', '任务进展'],
  ['rule-unfit', '台账读法'],
  ['history-unkept', '程序的文件'],
  ['something-new', '其他'],
])('%s is %s', (code, word) => {
  expect(problemKind(code)).toBe(word);
});
