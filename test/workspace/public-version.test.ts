/** 公开版: two versions of one run; in the public one nothing is found, in any part of the file, that was planted. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expectSound } from '../engine/word/ooxml-check';
import { expectText } from './expected-text';
import { removeFolders, run, wordText, type Run } from './run-command';
import { secretOffice, secrets, spoilTemplate, templateSecrets } from './secret-office';

afterAll(removeFolders);

const folder = secretOffice();
spoilTemplate(folder);
const told: Run = run('report', folder);
console.log(told.out.slice(0, 6000), told.exit);
const names = readdirSync(join(folder, '报告')).filter((name) => name.endsWith('.docx'));
console.log(names);
const pathOf = (name: string): string => join(folder, '报告', names.find((one) => one.endsWith(name)) ?? '');
console.log(wordText(pathOf('第1版（公开版）.docx')));

function everything(path: string): string {
  const parts = unzipSync(readFileSync(path));
  return Object.entries(parts)
    .map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`)
    .join('\n');
}

it('no secret passes', () => {
  const all = everything(pathOf('第1版（公开版）.docx'));
  const shown = all.replace(/<[^>]*>/gu, '');
  expect([...secrets, ...templateSecrets].filter((one) => all.includes(one) || shown.includes(one))).toEqual([]);
  const own = everything(pathOf('第1版.docx')).replace(/<[^>]*>/gu, '');
  console.log(secrets.filter((one) => !own.includes(one)));
});
it('sound', () => {
  expectSound(readFileSync(join(folder, '模板/年度报告.docx')), readFileSync(pathOf('第1版（公开版）.docx')));
});
