/** What the pages may ask for of the files a job has named. */
import { nameFiles } from '../../../src/local/serve/file-calls';

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
