/** Which files 接入台账 offers, and whose each is. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JobAnswer } from '../../src/contract/answer';
import type { IntakeList } from '../../src/contract/intake';
import { openOffice } from '../local/shared-host';
import { removeFolders } from '../workspace/run-command';
import { smallOffice } from '../workspace/small-office';

afterAll(removeFolders);

it('are the workbooks of 填报, and neither papers, pictures, folders nor what is hidden', async () => {
  const folder = smallOffice();
  const put = (name: string, bytes: Uint8Array = Buffer.from('x')): void => {
    writeFileSync(join(folder, '填报', name), bytes);
  };
  for (const name of ['说明.docx', '盖章.PDF', '现场.jpeg', '备份.zip', '.草稿.xlsx']) put(name);
  mkdirSync(join(folder, '填报/旧表.xlsx'));
  put('我的台账.xlsx', readFileSync(join(folder, '填报/司法所.xlsx')));
  put('普法.csv', Buffer.from('日期,地点\n'));
  const host = await openOffice(folder, { mounts: {} });
  const { exit, details } = host.run('runJob', 'intake-list', 'null') as { exit: number; details: IntakeList };
  expect(exit).toBe(0);
  const shown = details.files.map(({ file, department }) => `${file} ${department ?? '?'}`).sort();
  expect(shown).toEqual([
    '党政办.xlsx 党政办',
    '司法所.xlsx 司法所',
    '我的台账.xlsx ?',
    '普法.csv ?',
    '社会事务办.xlsx 社会事务办',
    '财政所.xlsx 财政所',
  ]);
  expect(details.departments).toEqual(expect.arrayContaining(['司法所', '综合行政执法办']));
});

it('a reading that fits nothing in the workbook is told with what was not used, before anything is kept', async () => {
  const folder = smallOffice();
  const host = await openOffice(folder, { mounts: {} });
  const answers = [{ sheet: '任务进展', kind: 'column', name: '没有的列', as: '状态' }];
  const order = { file: '司法所.xlsx', content: null, department: null, answers, confirm: false };
  const { problems } = host.run('runJob', 'intake', JSON.stringify(order)) as JobAnswer;
  expect(problems.map(({ code, reason }) => [code, reason])).toContainEqual([
    'rule-unfit',
    '“司法所.xlsx”的“任务进展”里没有“没有的列”列（状态），这一条没有用上',
  ]);
});
