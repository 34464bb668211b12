import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeUtilities } from '../../../src/local/services/utilities';
import { makeScratch, type Scratch } from '../scratch';

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => {
  scratch.remove();
});

const folderType = 'application/vnd.google-apps.folder';
const sheetType = 'application/vnd.google-apps.spreadsheet';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const { newBlob } = makeUtilities();
const put = (path: string, text = ''): void => {
  writeFileSync(join(scratch.folder, path), text);
};

describe('Drive.Files.list', () => {
  it('lists several folders, without what office programs leave beside open files', () => {
    mkdirSync(join(scratch.folder, '填报'));
    mkdirSync(join(scratch.folder, '.nianbao'));
    for (const name of [
      '总表.xlsx',
      '填报/司法所.xlsx',
      '填报/~$司法所.xlsx',
      '填报/.~lock.司法所.xlsx#',
      '填报/旧.xls',
      '填报/单.csv',
      '单.csv',
    ])
      put(name);
    const { files } = scratch.drive.list({
      q: "('.' in parents or '填报' in parents) and trashed = false",
      fields: 'files(id,name,mimeType,parents)',
    });
    expect(files).toEqual([
      { id: '单.csv', name: '单.csv', mimeType: 'text/csv', parents: ['.'] },
      { id: '填报/单.csv', name: '单.csv', mimeType: sheetType, parents: ['填报'] },
      { id: '填报/司法所.xlsx', name: '司法所.xlsx', mimeType: sheetType, parents: ['填报'] },
      { id: '填报', name: '填报', mimeType: folderType, parents: ['.'] },
      { id: '总表.xlsx', name: '总表.xlsx', mimeType: sheetType, parents: ['.'] },
      { id: '填报/旧.xls', name: '旧.xls', mimeType: sheetType, parents: ['填报'] },
    ]);
  });

  it('a folder is no workbook, whatever it is called', () => {
    mkdirSync(join(scratch.folder, '填报', '旧表.xlsx'), { recursive: true });
    const { files } = scratch.drive.list({ q: "'填报' in parents and trashed = false", fields: 'files(id,mimeType)' });
    expect(files).toEqual([{ id: '填报/旧表.xlsx', mimeType: folderType }]);
  });

  it('gives pages', () => {
    for (const name of ['a', 'b', 'c']) put(`${name}.txt`);
    const query = { q: "'.' in parents and trashed = false", pageSize: 2 };
    const first = scratch.drive.list(query);
    const second = scratch.drive.list({ ...query, pageToken: first.nextPageToken });
    expect([first.files, second.files].map((files) => files?.map(({ name }) => name))).toEqual([
      ['a.txt', 'b.txt'],
      ['c.txt'],
    ]);
    expect(second.nextPageToken).toBeUndefined();
  });

  it('refuses other queries by name', () => {
    for (const q of ["name = 'x'", "'.' in parents", "'.' in parents and trashed = true"]) {
      expect(() => scratch.drive.list({ q })).toThrow('本地模式不支持 Drive.Files.list q=');
    }
  });
});

describe('Drive.Files.create and get', () => {
  it('makes folders, blank spreadsheets and files', () => {
    expect(scratch.drive.create({ name: '报告', mimeType: folderType }).id).toBe('报告');
    expect(scratch.drive.create({ name: '总表', mimeType: sheetType }, undefined, { fields: 'id,name' })).toEqual({
      id: '总表.xlsx',
      name: '总表.xlsx',
    });
    expect(
      scratch
        .reopen()
        .get('总表.xlsx')
        .sheets?.map(({ properties }) => properties?.title),
    ).toEqual(['工作表1']);
    const blob = newBlob([80, 75, -1, -128], wordType, '第1版.docx');
    const made = scratch.drive.create({ name: '第1版.docx', mimeType: wordType, parents: ['报告'] }, blob);
    expect(made).toMatchObject({ id: '报告/第1版.docx', mimeType: wordType, parents: ['报告'], size: '4' });
    expect([...readFileSync(join(scratch.folder, '报告/第1版.docx'))]).toEqual([80, 75, 255, 128]);
    const media = scratch.drive.get('报告/第1版.docx', { alt: 'media' });
    expect('getBytes' in media && media.getBytes()).toEqual([80, 75, -1, -128]);
    expect(scratch.drive.get('报告', { fields: 'name,mimeType' })).toEqual({ name: '报告', mimeType: folderType });
  });

  it('never overwrites and leaves nothing behind when refused', () => {
    put('第1版.docx', '原文');
    const create = (): unknown => scratch.drive.create({ name: '第1版.docx', mimeType: wordType }, newBlob('新文'));
    expect(create).toThrow('第1版.docx 已经存在，没有覆盖');
    expect(readFileSync(join(scratch.folder, '第1版.docx'), 'utf8')).toBe('原文');
    expect(readdirSync(scratch.folder)).toEqual(['第1版.docx']);
  });

  it('refuses names that files cannot have, and folders outside the workspace', () => {
    for (const name of ['a/b', '..', '.hidden', 'a:b', 'a?', '末尾。.', '']) {
      expect(() => scratch.drive.create({ name, mimeType: folderType })).toThrow('文件名');
    }
    expect(() => scratch.drive.create({ name: 'x', mimeType: folderType, parents: ['../..'] })).toThrow('文件编号无效');
  });

  it('keeps a converted document as the Word file it was made from, and gives it back by export alone', () => {
    const google = 'application/vnd.google-apps.document';
    const { id = '' } = scratch.drive.create({ name: '报告', mimeType: google, parents: ['.'] }, newBlob('PK'));
    expect([id, scratch.drive.get(id)]).toMatchObject(['报告.gdoc', { mimeType: google }]);
    expect(scratch.drive.export(id, wordType, { alt: 'media' }).getDataAsString()).toBe('PK');
    expect(() => scratch.drive.export(id, wordType)).toThrow('Drive.Files.export without alt=media');
    expect(() => scratch.drive.get(id, { alt: 'media' })).toThrow('谷歌文档不能下载，只能导出');
  });

  it('refuses conversions and files without content', () => {
    const google = 'application/vnd.google-apps.presentation';
    expect(() => scratch.drive.create({ name: 'x', mimeType: google }, newBlob('x'))).toThrow(
      `本地模式不支持 Drive.Files.create ${google}`,
    );
    expect(() => scratch.drive.create({ name: 'x.docx', mimeType: wordType })).toThrow('缺少文件内容');
  });
});
