/** What is said of a department whose workbook came, came spoilt, could not be read, or never came. */
import type { ReadFailure } from '../../../../src/core/base/read-failure';
import { problemText } from '../../../../src/core/base/problem';
import type { DepartmentFile } from '../../../../src/core/rows/books/department-file';
import { rowsFromGrids } from '../../../../src/core/rows/rows-from-grids';
import type { WorkbookStatus } from '../../../../src/core/rows/rows';
import { isServiceOut, outageOf, unreadDepartments } from '../../../../src/core/rows/books/workbook-status';
import { coverForm } from '../../../edition';
import { gridOf } from '../../grid-builder';
import { formGrid, hubGrids, settingsOf, taskRecord } from '../../office-builder';

const service: ReadFailure = { fault: 'service', why: '服务没有给出内容（Empty response）' };
const access: ReadFailure = { fault: 'access', why: '文件找不到或没有权限' };
const damaged: ReadFailure = { fault: 'file', why: '已损坏' };

function sound(file: string, department: string, reportYear = 2022): DepartmentFile {
  return { file, grids: [formGrid(coverForm, { department, reportYear }, { workbook: file })] };
}

function unread(file: string, failure: ReadFailure, foreign = false): DepartmentFile {
  return { file, grids: null, failure, foreign };
}

/** The office of 司法所 and 综治中心 with these files. */
function office(...departments: readonly DepartmentFile[]) {
  const { value: rows, problems } = rowsFromGrids(
    { hub: hubGrids([taskRecord({ id: 'A-01' })]), departments },
    settingsOf(),
  );
  const statusOf = (name: string): WorkbookStatus | undefined =>
    rows.workbooks.find(({ department }) => department === name)?.status;
  const lines = problems.map((one) => `${one.level} ${one.code} ${problemText(one)}`);
  return { rows, statusOf, lines };
}

it('each department has one status, also one that sent nothing', () => {
  const { rows } = office(sound('司法所.xlsx', '司法所'));
  expect(rows.workbooks.map(({ department, status }) => [department, status.kind])).toEqual([
    ['司法所', 'usable'],
    ['综治中心', 'none'],
  ]);
});

it.each([
  [service, '没有读到，整本没有采用：服务没有给出内容（Empty response）。请稍后再运行一次。'],
  [access, '没有读到，整本没有采用：文件找不到或没有权限。请核对文件还在原处'],
  [damaged, '没有读到，整本没有采用：已损坏。改好后放回“填报”再运行一次。'],
])('a workbook that could not be read is not missing: %j', (failure, says) => {
  const { statusOf, lines } = office(unread('司法所.xlsx', failure), sound('综治中心.xlsx', '综治中心'));
  expect(statusOf('司法所')).toEqual({ kind: 'not-read', ...failure });
  expect(lines).toContainEqual(expect.stringContaining(`error workbook-unreadable 司法所.xlsx：${says}`));
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^error department-unread 司法所\.xlsx：没有读到司法所的填报表（.*），报告缺少1项任务的进展（A-01）.*这不是缺报，不向该单位催报/u,
    ),
  );
  expect(lines.filter((line) => line.includes('department-missing'))).toEqual([]);
});

it('what was read and must not be used says why', () => {
  expect(office(sound('司法所.xlsx', '司法所', 2021)).statusOf('司法所')).toEqual({
    kind: 'refused',
    why: '“司法所.xlsx”封面年度是2021年，不是2022年',
  });
});

it('a file of unknown owner that could not be read may be anybody’s who seems to have sent none', () => {
  const { statusOf, lines } = office(sound('司法所.xlsx', '司法所'), unread('新建表.xlsx', service));
  expect(statusOf('综治中心')).toMatchObject({
    kind: 'not-read',
    fault: 'service',
    why: expect.stringContaining('新建表.xlsx') as string,
  });
  expect(lines.filter((line) => line.includes('没有收到'))).toEqual([]);
});

it('a note or a picture is nobody’s workbook; one named after a department is what it sent', () => {
  const note = unread('说明.txt', { fault: 'file', why: '不是 .xlsx 工作簿' }, true);
  expect(office(note).statusOf('综治中心')).toEqual({ kind: 'none' });
  const scan = { ...note, file: '综治中心.pdf' };
  expect(office(scan).statusOf('综治中心')?.kind).toBe('not-read');
  const both = office(scan, sound('综治中心.xlsx', '综治中心'));
  expect(both.statusOf('综治中心')).toEqual({ kind: 'usable' });
  expect(both.lines).toContainEqual(expect.stringContaining('note file-ignored 综治中心.pdf'));
});

it('an older copy is not taken in place of the department’s own workbook the service did not give', () => {
  const copy = sound('司法所 (1).xlsx', '司法所');
  const { statusOf, lines, rows } = office(unread('司法所.xlsx', service), copy);
  expect(statusOf('司法所')).toEqual({ kind: 'not-read', ...service });
  expect(rows.progress).toEqual([]);
  expect(lines).toContainEqual(expect.stringContaining('“司法所.xlsx”没有读到，都没有采用'));
  // A damaged one was sent again under another name.
  expect(office(unread('司法所.xlsx', damaged), copy).statusOf('司法所')).toEqual({ kind: 'usable' });
});

it('one workbook the service does not give is told; more, or none given at all, are an outage', () => {
  const opened = sound('e.xlsx', '司法所');
  const files = [opened, unread('a.xlsx', service), unread('b.xlsx', access), unread('c.xlsx', damaged)];
  const names = (tried: readonly DepartmentFile[]): readonly string[] => outageOf(tried).map(({ file }) => file);
  expect(names(files)).toEqual([]);
  expect(names([...files, unread('d.xlsx', service)])).toEqual(['a.xlsx', 'b.xlsx', 'd.xlsx']);
  expect(names([opened, unread('a.xlsx', access), unread('b.xlsx', access)])).toEqual([]);
  expect(names([unread('a.xlsx', access), unread('b.xlsx', access)])).toEqual(['a.xlsx', 'b.xlsx']);
  expect(names([unread('a.xlsx', damaged), unread('b.xlsx', damaged), unread('c.xlsx', service)])).toEqual([]);
  expect(isServiceOut([unread('a.xlsx', access), unread('b.xlsx', access)])).toBe(false);
});

it('departments that are no longer active are asked nothing', () => {
  const { rows } = office(unread('司法所.xlsx', service), sound('综治中心.xlsx', '综治中心'));
  expect([...unreadDepartments(rows).keys()]).toEqual(['司法所']);
  const departments = rows.departments.map((one) => ({ ...one, active: false }));
  expect(unreadDepartments({ ...rows, departments }).size).toBe(0);
});

it('a workbook made of a .csv that has lost its characters is not read, and whoever sent it did report', () => {
  const lost = gridOf(
    [
      ['????', '??'],
      ['C1', 12],
      ['', '???'],
    ],
    { sheet: 'Sheet1' },
  );
  const { statusOf, lines } = office({ file: '司法所.xlsx', grids: [lost] });
  expect(statusOf('司法所')?.kind).toBe('not-read');
  expect(lines).toContainEqual(
    'error workbook-unreadable 司法所.xlsx：没有读到，整本没有采用：“Sheet1”里的汉字都成了“?”或乱码（如 A1 的“????”），保存时已经丢失，没有读取，请从原来的表另存为 .xlsx，或者另存为 UTF-8 编码的 .csv。改好后放回“填报”再运行一次。',
  );
});
