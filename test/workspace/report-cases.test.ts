/**
 * Whole reports of offices unlike the example: each folder of test/cases/reports says in 改动.tsv what is different in the
 * example's office, and in 报告.txt what its report then says. Renewed by `UPDATE_EXPECTED=1`, and read aloud before that.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { changedOffice } from './changed-office';
import { expectText } from './expected-text';
import { removeFolders, reportPath, root, run, wordText } from './run-command';
import { longIt } from '../long';

const cases = join(root, 'test/cases/reports');

afterAll(removeFolders);

const names = readdirSync(cases).filter((name) => !name.includes('.'));

it.each(names.slice(0, 1))('the report of an office: %s', saysWhatIsExpected);
longIt.each(names.slice(1))('the report of an office: %s', saysWhatIsExpected);

function saysWhatIsExpected(name: string): void {
  const folder = changedOffice(join(cases, name, '改动.tsv'));
  const { exit } = run('report', folder);
  expect([0, 1]).toContain(exit);
  expectText(`reports/${name}/报告.txt`, wordText(reportPath(folder)));
}
