/** What of an office's folder is taken for what, on disk and on Drive, and what keeps it from being used. */
import { folderNames, type FolderRole } from '../../../src/core/base/office-names';
import { documentType, wordType } from '../../../src/google/folders';
import {
  ensureFolder,
  findWorkspace,
  ownWorkspace,
  usableWorkspace,
  workspaceOfYear,
  type Workspace,
} from '../../../src/jobs/steps/find-workspace';
import { book, folder, listedDrive, removeDrive, type ListedFile } from '../listed-drive';

afterEach(removeDrive);

const roles = Object.keys(folderNames) as FolderRole[];
const png = 'image/png';
const file = (id: string, name: string, parent: string, mimeType = png): ListedFile => ({ id, name, parent, mimeType });

/** Everything an office has. */
const office: readonly ListedFile[] = [
  file('note', '说明.txt', 'root'),
  book('hub', '总表.xlsx'),
  book('r', '结果.xlsx'),
  book('l', '列对应.xlsx'),
  book('d', '督办登记.xlsx'),
  ...roles.map((role) => folder(role, folderNames[role])),
  book('sfs', '司法所.xlsx', 'departments'),
  file('word', '年度报告.docx', 'templates', wordType),
  file('doc', '年度报告', 'templates', documentType),
  file('seal', '章.png', 'templates'),
  file('v1', '报告 第1版.docx', 'reports', wordType),
  file('eml', '催2022-1201-01.eml', 'outbox'),
  folder('old', '去年', 'outbox'),
  file('older', '催2021-1201-01.eml', 'old'),
  folder('out', '已发', 'outbox'),
  file('gone', '催2022-1130-01.eml', 'out'),
  file('paper', '核对单 司法所.docx', 'checks', wordType),
];
const folders = Object.fromEntries(roles.map((role) => [role, role]));
const onDisk = { folder: 'root', hub: 'hub' };
const onDrive = { ...onDisk, isOnDrive: true, owner: 'ba***@***', folders };

function drive(files: readonly ListedFile[], workspace: object, known: Readonly<Record<string, object>> = {}) {
  const noted = Object.entries(known).map(([key, one]) => [`file ${key}`, one] as const);
  return listedDrive(files, { workspace, other: {}, ...Object.fromEntries(noted) });
}

const without = (...ids: readonly string[]): readonly ListedFile[] => office.filter(({ id }) => !ids.includes(id));
const changed = (id: string, more: Partial<ListedFile>): readonly ListedFile[] =>
  office.map((one) => (one.id === id ? { ...one, ...more } : one));

function found(): Workspace {
  const workspace = findWorkspace();
  if (workspace === null || 'exit' in workspace) throw new Error(workspace?.text ?? 'none');
  return workspace;
}

function refused(): string {
  const answer = usableWorkspace(findWorkspace());
  return 'exit' in answer ? answer.text : 'usable';
}

const parts = ['departments', 'templates', 'pictures', 'reports', 'outbox', 'sent', 'checks'] as const;
function inParts(workspace: Workspace): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(parts.map((part) => [part, workspace[part].map(({ id }) => id)]));
}
const idsOf = ({ results, rules, register }: Workspace): readonly (string | undefined)[] =>
  [results, rules, register].map((one) => one?.id);

const whole = {
  ...{ departments: ['sfs'], templates: ['word', 'doc'], pictures: ['word', 'doc', 'seal'] },
  ...{ reports: ['v1'], outbox: ['eml', 'old', 'out'], checks: ['paper'] },
};

describe('in a folder on disk', () => {
  it('everything is what its name says, and what was sent lies in a folder of its own', () => {
    drive(office, onDisk);
    const workspace = found();
    expect(inParts(workspace)).toEqual({ ...whole, sent: ['gone'] });
    expect([workspace.hub.name, idsOf(workspace), workspace.folders]).toEqual(['总表.xlsx', ['r', 'l', 'd'], folders]);
    expect(workspace).toMatchObject({ root: 'root', isOnDrive: false, isSeen: true, owner: '', years: null });
    expect([workspace.blocked, refused()]).toEqual([[], 'usable']);
  });

  it('what is not there is not made up', () => {
    drive([book('hub', '总表.xlsx'), folder('other', '其他'), book('in', '司法所.xlsx', 'other')], onDisk);
    const workspace = found();
    expect(inParts(workspace)).toEqual(Object.fromEntries(parts.map((part) => [part, []])));
    expect([idsOf(workspace), workspace.folders, refused()]).toEqual([[undefined, undefined, undefined], {}, 'usable']);
  });

  it.each(['结果', '列对应', '督办登记'])('a folder or a paper called %s is not the program’s workbook', (name) => {
    drive([...without('r', 'l', 'd'), folder('f', name), file('p', `${name}.docx`, 'root', wordType)], onDisk);
    expect(idsOf(found())).toEqual([undefined, undefined, undefined]);
  });

  it('a file that is called as the folder of what was sent is none', () => {
    drive(changed('out', { mimeType: png }), onDisk);
    expect(found().sent).toEqual([]);
  });

  it('files in the place of folders are named, all of them', () => {
    drive([...without('departments', 'checks'), file('x', '填报', 'root'), file('y', '核对单', 'root')], onDisk);
    expect(refused()).toContain('工作文件夹里的“填报”“核对单”是文件或者指向别处的链接，不是文件夹');
  });
});

it('notes of a workspace on Drive count for nothing in a folder on disk', () => {
  const noted = { results: { id: 'far', name: '结果' }, '2022 司法所': { id: 'far too', name: '司法所' } };
  const files = without('departments', 'sfs');
  drive(files, onDisk, noted);
  const workspace = found();
  expect([idsOf(workspace), workspace.isSeen, workspace.known.size]).toEqual([['r', 'l', 'd'], true, 0]);
});

describe('on Drive', () => {
  it('takes one list for all, however few are known, and no folder of what was sent', () => {
    const made = drive(office, onDrive);
    expect([inParts(found()), made.lists]).toEqual([{ ...whole, sent: [] }, 1]);
    const few = drive([folder('departments', '填报')], { ...onDrive, folders: { departments: 'departments' } });
    expect([found().folders, few.lists]).toEqual([{ departments: 'departments' }, 1]);
  });

  it('a folder stays the same under another name, whatever bears the old one now', () => {
    const files = changed('departments', { name: '2022 年填报' });
    drive([folder('copy', '填报'), ...files, book('wrong', '财政所', 'copy')], onDrive);
    const workspace = found();
    expect([workspace.folders.departments, inParts(workspace).departments]).toEqual(['departments', ['sfs']]);
  });

  it('a folder that is gone for good is looked for by its name', () => {
    drive(
      [...without('checks', 'paper'), folder('second', '核对单'), file('p2', '单.docx', 'second', wordType)],
      onDrive,
    );
    expect(inParts(found())).toEqual({ ...whole, sent: [], checks: ['p2'] });
  });

  it('a folder that came later is listed beside those that were known', () => {
    const known = Object.fromEntries(Object.entries(folders).filter(([role]) => role !== 'checks'));
    drive(office, { ...onDrive, folders: known });
    expect(inParts(found())).toEqual({ ...whole, sent: [] });
  });

  it('what lies deeper inside is nothing of the root, and the hub may lie outside', () => {
    const known = Object.fromEntries(Object.entries(folders).filter(([role]) => role !== 'checks'));
    const inside = [book('r2', '结果', 'reports'), folder('c2', '核对单', 'departments'), file('f', '填报', 'outbox')];
    drive([...without('r', 'hub', 'checks', 'paper'), ...inside], { ...onDrive, folders: known });
    const workspace = found();
    expect([idsOf(workspace), workspace.folders.checks, workspace.blocked]).toEqual([
      [undefined, 'l', 'd'],
      undefined,
      [],
    ]);
    expect([workspace.hub.id, workspace.hub.name]).toEqual(['hub', '总表']);
    expect(workspace.top.map(({ parent }) => parent)).toEqual(workspace.top.map(() => 'root'));
  });

  it('the program’s workbooks are those set-up noted, not others of their names', () => {
    const noted = { results: { id: 'r2', name: '结果' }, rules: { id: 'l2', name: '列对应' } };
    drive([...office, book('r2', '我的结果'), book('l2', '列对应')], onDrive, noted);
    const workspace = found();
    expect([idsOf(workspace), workspace.results?.name]).toEqual([['r2', 'l2', 'd'], '结果']);
    expect(workspace.absent.size).toBe(0);
  });

  it('a workbook deleted for good is the one of its name that is there, or none', () => {
    const noted = { results: { id: 'lost', name: '结果' }, register: { id: 'lost too', name: '督办登记' } };
    drive(without('d'), onDrive, noted);
    expect([idsOf(found()), refused()]).toEqual([['r', 'l', undefined], 'usable']);
  });

  it.each([
    ['results', 'r', '“结果”在云端硬盘的回收站里，里面有催办记录。'],
    ['rules', 'l', '“列对应”在云端硬盘的回收站里，里面有各单位台账的读法。'],
    ['register', 'd', '“督办登记”在云端硬盘的回收站里，里面有督办单的登记。'],
  ])('%s in the bin keep it from being used', (key, id, told) => {
    drive(changed(id, { isBinned: true }), onDrive, { [key]: { id, name: '' } });
    expect(refused()).toContain(told);
  });

  it('a department’s workbook in the bin is no reason to stop', () => {
    drive(changed('sfs', { isBinned: true }), onDrive, { '2022 司法所': { id: 'sfs', name: '司法所' } });
    expect([[...found().absent], refused()]).toEqual([[['sfs', 'binned']], 'usable']);
  });

  it('without 填报, and without any note, is not seen: nothing is made a second time', () => {
    drive(without('departments', 'sfs'), onDrive);
    expect(refused()).toContain('看不到云端硬盘里的工作文件夹');
  });

  it('with a file in the place of 填报 names that file, and does not pass for a colleague’s', () => {
    const noted = { results: { id: 'r', name: '结果' } };
    drive([...without('departments', 'sfs'), file('x', '填报', 'root')], onDrive, noted);
    expect(refused()).toContain('工作文件夹里的“填报”是文件');
  });
});

describe('for a colleague, to whom nothing is listed,', () => {
  const noted = {
    results: { id: 'r', name: '结果' },
    rules: { id: 'l', name: '列对应' },
    '2022 司法所': { id: 'sfs', name: '司法所' },
    '2023 司法所': { id: 'sfs3', name: '司法所' },
  };
  const ids = { ...onDrive, year: 2022, years: { 2023: 'later' } };
  const unseen = ['nothing is listed', 'the folder is not found'] as const;

  it.each(unseen)('because %s, what set-up noted is what there is', (how) => {
    const made = drive(how === 'nothing is listed' ? [] : office, ids, noted);
    if (how !== 'nothing is listed') made.refuse = ([asked]) => (asked === 'root' ? 'File not found: .' : null);
    const workspace = found();
    expect(workspace).toMatchObject({ isOnDrive: true, isSeen: false, owner: 'ba***@***', folders: {}, top: [] });
    expect([workspace.hub.id, workspace.hub.name, idsOf(workspace)]).toEqual(['hub', '总表', ['r', 'l', undefined]]);
    expect([refused(), made.looks]).toEqual(['usable', 0]);
    const departmentsOf = (year: number) => workspaceOfYear(workspace, year)?.departments.map(({ id }) => id);
    expect([2022, 2023, 2024].map(departmentsOf)).toEqual([['sfs'], ['sfs3'], undefined]);
  });

  it.each([
    ['ba***@***', '当初点“初始化”的人（ba***@***）来运行'],
    ['', '当初点“初始化”的人来运行'],
  ])('what makes files is for whoever set it up: “%s”', (owner, told) => {
    drive([], { ...ids, owner }, noted);
    const answer = ownWorkspace(findWorkspace());
    expect(answer).toMatchObject({ exit: 2, text: expect.stringContaining(told) as string });
  });

  it('what makes files is done for whoever sees them, and is refused as all else where there is nothing', () => {
    drive(office, ids, noted);
    expect(ownWorkspace(findWorkspace())).toMatchObject({ isSeen: true, reports: [{ id: 'v1' }] });
    expect(ownWorkspace(null)).toEqual(usableWorkspace(null));
  });

  it('where nothing was noted, it is told that the folder is not seen', () => {
    drive(office, ids).refuse = () => 'File not found: .';
    expect(findWorkspace()).toMatchObject({ exit: 2, text: expect.stringContaining('看不到云端硬盘里') as string });
  });
});

describe('a list that fails', () => {
  const noted = { results: { id: 'r', name: '结果' } };
  it.each([
    ['of Drive, by the service', onDrive, ['root'], 'Service unavailable', '请稍后再运行一次'],
    ['of all at once, by the service', onDrive, ['root', 'checks'], 'Service unavailable', '请稍后再运行一次'],
    ['of a folder that is not there', onDisk, ['root'], 'File not found: .', '请核对文件还在原处'],
    ['of a folder that holds what nobody can list', onDisk, ['root'], '里有不正常的字符', '排除原因后再运行一次'],
  ])('%s concludes nothing', (_, workspace, failing, words, remedy) => {
    drive(office, workspace, noted).refuse = (asked) => (failing.every((id) => asked.includes(id)) ? words : null);
    const text = refused();
    expect(text).toMatch(/^工作文件夹里的文件没有读到：.*。什么都没有写，也没有发。/u);
    expect(text).toContain(remedy);
  });
});

describe('of a year', () => {
  const ids = { ...onDrive, year: 2022, years: { 2023: 'later' } };
  const files = [...office, folder('later', '填报2023'), book('sfs3', '司法所', 'later')];
  const year = (which: number): Workspace | null => workspaceOfYear(found(), which);
  const departments = (which: number) => year(which)?.departments.map(({ id, name }) => `${id} ${name}`);

  it('there are its own workbooks and folder, and none of another', () => {
    drive(files, ids);
    expect([2021, 2022, 2023].map(departments)).toEqual([undefined, ['sfs 司法所.xlsx'], ['sfs3 司法所']]);
    expect([2022, 2023].map((which) => year(which)?.folders.departments)).toEqual(['departments', 'later']);
    expect(year(2023)?.folders.reports).toBe('reports');
  });

  it('of two of one name the noted one counts, and one that was moved elsewhere still does', () => {
    const noted = {
      '2022 司法所': { id: 'mine', name: '司法所' },
      '2022 财政所': { id: 'moved', name: '财政所' },
      '2023 司法所': { id: 'sfs3', name: '司法所' },
    };
    drive(
      [
        ...files,
        book('mine', '司法所', 'departments'),
        book('own', '自己的', 'departments'),
        book('moved', '财政所', 'far'),
      ],
      ids,
      noted,
    );
    expect([2022, 2023].map(departments)).toEqual([['mine 司法所', 'own 自己的', 'moved 财政所'], ['sfs3 司法所']]);
  });

  it('is any year where no year has folders of its own, and on disk', () => {
    drive(office, onDrive);
    expect(departments(2031)).toEqual(['sfs 司法所.xlsx']);
    drive(office, onDisk);
    expect(departments(2031)).toEqual(['sfs 司法所.xlsx']);
  });
});

it('a folder is made where there is none, in the root, and only there', () => {
  const made = drive(without('checks', 'paper'), onDisk);
  const workspace = found();
  expect(roles.map((role) => ensureFolder(workspace, role))).toEqual([...roles.slice(0, -1), 'new 核对单']);
  expect(made.files.slice(-1)).toEqual([{ ...folder('new 核对单', '核对单') }]);
});

it('before set-up there is none', () => {
  listedDrive(office, {});
  expect([findWorkspace(), refused()]).toEqual([null, expect.stringContaining('请先初始化')]);
});
