/** What is seen of a run's progress on a terminal, and what a file gets of it. */
import { makeProgress } from '../../../src/local/command/console';
import { columnsOf } from '../../../src/local/command/fold-lines';

function shown(more: { readonly isTTY?: boolean; readonly columns?: number }, text: string, quiet = false): string {
  let out = '';
  makeProgress({ write: (part) => (out += part), ...more }, quiet).show(text);
  return out;
}

it('is one line that fits, however long the name of a workbook is', () => {
  const line = `读取 1/2 ${'很长的单位名称'.repeat(20)}.xlsx`;
  const [, seen = ''] = shown({ isTTY: true, columns: 80 }, line).split('\u001B[K');
  expect(columnsOf(seen)).toBeLessThanOrEqual(80);
  expect(seen).toMatch(/^读取 1\/2 很长的单位名称.*…$/u);
  expect(shown({ isTTY: true, columns: 80 }, '读取 1/2 司法所.xlsx')).toBe('\r\u001B[K读取 1/2 司法所.xlsx');
});

it('goes whole into a file, and nowhere where only the answer is wanted', () => {
  const line = '长'.repeat(100);
  expect(shown({}, line)).toBe(`${line}\n`);
  expect(shown({}, line, true)).toBe('');
});
