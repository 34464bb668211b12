/** What keeps a workspace from being used. */
import { usableWorkspace, type Workspace } from '../../../src/jobs/steps/find-workspace';

const book = (id: string): Workspace['results'] =>
  ({ id, name: id, mimeType: '', modifiedTime: '' }) as Workspace['results'];
const whole = {
  ...{ results: book('r'), rules: book('l'), register: book('d'), absent: new Map(), blocked: [] },
  ...{ isOnDrive: true, isSeen: true, folders: { departments: 'f' } },
} as unknown as Workspace;
const refusalOf = (more: Partial<Workspace>): string | null => {
  const found = usableWorkspace({ ...whole, ...more });
  return 'exit' in found ? found.text : null;
};

it('is nothing where all is there', () => {
  expect(refusalOf({})).toBeNull();
});

it.each([
  ['r', '“结果”在云端硬盘的回收站里，里面有催办记录。'],
  ['l', '“列对应”在云端硬盘的回收站里，里面有各单位台账的读法。'],
  ['d', '“督办登记”在云端硬盘的回收站里，里面有督办单的登记。'],
])('is a workbook of its own in the bin: %s', (id, told) => {
  expect(refusalOf({ absent: new Map([[id, 'binned']]) })).toContain(told);
});

it('is a file in the place of a folder', () => {
  expect(refusalOf({ blocked: ['填报'] })).toContain('工作文件夹里的“填报”是文件');
});

it('is that there is none', () => {
  expect(usableWorkspace(null)).toMatchObject({ exit: 2, text: expect.stringContaining('请先初始化') as string });
});
