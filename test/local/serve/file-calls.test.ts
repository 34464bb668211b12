/** What the pages may ask for of the files a job has named. */
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
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

it.each([
  ['报告/甲.docx', 'report', true, true],
  ['报告/甲（公开版）.docx', 'public-report', true, true],
  ['报告/数据来源.xlsx', 'trace', true, true],
  ['核对单/甲.docx', 'check', true, true],
  ['报告/甲.pdf', 'document', true, true],
  ['发件箱/1.eml', 'mail', false, true],
  ['结果.xlsx', 'results', false, true],
  ['看板.html', 'document', true, false],
  ['甲.xlsx.exe', 'document', true, false],
  ['甲xlsx', 'document', true, false],
  ['甲.docm', 'document', true, false],
])('%s (%s) may be taken away: %s, and be opened: %s', (id, what, isHanded, isOpened) => {
  const named = { folder: '', handedOut: new Set<string>(), opened: new Set<string>() };
  nameFiles(named, [{ what: what as 'report', name: id, id }]);
  expect([named.handedOut.has(id), named.opened.has(id)]).toEqual([isHanded, isOpened]);
});

it('lists the books that are there and the latest four documents, and names no other file', async () => {
  const folder = freshFolder();
  const named = { folder, handedOut: new Set<string>(), opened: new Set<string>() };
  const list = async (): Promise<readonly string[]> => {
    const { files } = await answerFiles('{"do":"list"}', named);
    return files.map(({ what, id }) => `${what} ${id}`);
  };
  expect(await list()).toEqual([]);
  mkdirSync(join(folder, '报告'));
  for (const name of ['总表.xlsx', '督办登记.xlsx', '列对应.xlsx', '结果.xlsx', '别的.xlsx'])
    writeFileSync(join(folder, name), '');
  const documents = ['旧.docx', '一.docx', '二（公开版）.docx', '三.pdf', '四.docx'];
  for (const name of [...documents, '~$四.docx', '.~1-四.docx', '笔记.txt', 'x.docx.exe']) {
    const path = join(folder, '报告', name);
    const time = !documents.includes(name) ? 2_000_000_000 : 1_600_000_000 + documents.indexOf(name);
    writeFileSync(path, '');
    utimesSync(path, time, time);
  }
  expect(await list()).toEqual([
    ...['hub 总表.xlsx', 'results 结果.xlsx', 'register 督办登记.xlsx', 'rules 列对应.xlsx'],
    ...['report 报告/四.docx', 'report 报告/三.pdf', 'public-report 报告/二（公开版）.docx', 'report 报告/一.docx'],
  ]);
  expect([...named.handedOut]).toHaveLength(4);
});

it.each([
  ['{"do":"pdf","id":"报告/四.docx"}', '不能转成 PDF'],
  ['{"do":"pdf","id":"报告/三.pdf"}', '不能转成 PDF'],
  ['{"do":"open","id":"报告/四.docx"}', '不能从页面打开'],
  ['{"do":"erase"}', '没有这件事'],
  ['{"id":"x"}', '没有这件事'],
  ['null', '没有这件事'],
  ['{', '没有这件事'],
])('%s is refused', async (order, told) => {
  const named = { folder: freshFolder(), handedOut: new Set(['报告/三.pdf']), opened: new Set<string>() };
  await expect(answerFiles(order, named)).rejects.toThrow(told);
});
