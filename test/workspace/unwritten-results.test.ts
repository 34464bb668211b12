/** The program's own workbook cannot be written: the report is made and told of all the same. */
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { longIt } from '../long';
import { copyOfExample, removeFolders, reportPath, run } from './run-command';

afterAll(removeFolders);

longIt('lists a damaged 结果.xlsx as a problem and still gives the report', () => {
  const folder = copyOfExample('dazhanglou-2022');
  writeFileSync(join(folder, '结果.xlsx'), 'damaged');
  const { exit, out } = run('report', folder);
  expect(exit).toBe(1);
  expect(out).toMatch(/✗ 结果\.xlsx：汇总和核对没有保存：/u);
  expect(out).toMatch(/^报告：报告\/.* 第1版\.docx$/mu);
  expect(existsSync(reportPath(folder))).toBe(true);
});

longIt('does not write into a 结果.xlsx that somebody else made', () => {
  const folder = copyOfExample('dazhanglou-2022');
  const results = join(folder, '结果.xlsx');
  copyFileSync(join(folder, '填报/司法所.xlsx'), results);
  const { exit, out } = run('check', folder);
  expect(exit).toBe(1);
  expect(out).toMatch(/结果\.xlsx 里没有本程序的工作表，像是别人做的文件，没有改动，请改名或移走/u);
  expect(readFileSync(results).equals(readFileSync(join(folder, '填报/司法所.xlsx')))).toBe(true);
});
