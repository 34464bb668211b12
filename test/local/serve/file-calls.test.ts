/** What the pages may ask for of the files a job has named. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { answerFiles, nameFiles } from '../../../src/local/serve/file-calls';
import { freshFolder, removeFolders } from '../../workspace/run-command';

afterAll(removeFolders);

it('documents are taken away, workbooks stay where they are read, and what could run something is opened by nobody', () => {
  const named = { folder: '', handedOut: new Set<string>(), opened: new Set<string>() };
  nameFiles(named, [
    { what: 'report', name: '报告.docx', id: '报告/报告.docx' },
    { what: 'hub', name: '总表.xlsx', id: '总表.xlsx' },
    { what: 'document', name: '看板.html', id: '看板.html' },
    { what: 'department', name: '司法所.xlsm', id: '填报/司法所.xlsm' },
  ]);
  expect([...named.handedOut]).toEqual(['报告/报告.docx', '看板.html']);
  expect([...named.opened]).toEqual(['报告/报告.docx', '总表.xlsx']);
});

it('a file that was moved since is told by its name, and so is a folder in its place', async () => {
  const folder = freshFolder();
  const named = { folder, handedOut: new Set<string>(), opened: new Set(['总表.xlsx', '结果.xlsx']) };
  mkdirSync(join(folder, '结果.xlsx'));
  for (const id of ['总表.xlsx', '结果.xlsx']) {
    const opening = answerFiles(JSON.stringify({ do: 'open', id }), named);
    await expect(opening).rejects.toThrow(`找不到 ${id}，可能移走或改名了`);
  }
});
