/** A document filled from any JSON: what is told of a save that fails is true. */
import { gzipSync } from 'node:zlib';
import { Refusal } from '../../src/core/base/refusal';
import { fillTemplate } from '../../src/jobs/fill-template';
import { docx, p } from '../engine/word/docx-builder';

const services = ['Drive', 'UrlFetchApp', 'ScriptApp', 'Utilities', 'PropertiesService'];
afterEach(() => {
  jest.restoreAllMocks();
  for (const name of services) Reflect.deleteProperty(globalThis, name);
});

const order = {
  template: { id: 'T', name: '模板.docx' },
  data: { id: 'D', name: '数据.json' },
  output: { id: null, folder: 'F', name: '月报.docx' },
  pictures: 'F',
  trace: { id: null, folder: 'F', name: '来源.json' },
};

/** The answer where the save of the file of this name fails, with the names of those that were saved. */
function filled(fails: string, title: string | null = '月报'): { saved: string[] } & ReturnType<typeof fillTemplate> {
  const saved: string[] = [];
  const files = new Map<string, Uint8Array>([
    ['T', docx(p('{{标题}}'))],
    ['D', Buffer.from(JSON.stringify({ 标题: title }))],
  ]);
  const bytesAt = (address: string): Uint8Array => files.get(/files\/(\w+)\?/u.exec(address)?.[1] ?? '') ?? Buffer.of();
  const create = ({ name }: { readonly name: string }): object => {
    if (name === fails) throw new Refusal('磁盘已满');
    saved.push(name);
    return { id: `id of ${name}` };
  };
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  Object.assign(globalThis, {
    Drive: { Files: { create, get: (id: string) => ({ size: String(files.get(id)?.length ?? 0) }) } },
    UrlFetchApp: {
      fetch: (address: string) => ({ getResponseCode: () => 200, getContent: () => [...bytesAt(address)] }),
    },
    ScriptApp: { getOAuthToken: () => '' },
    Utilities: {
      newBlob: (data: number[]) => ({ data, getDataAsString: () => Buffer.from(data).toString('utf8') }),
      gzip: ({ data }: { readonly data: number[] }) => ({ getBytes: () => [...gzipSync(Buffer.from(data))] }),
    },
    PropertiesService: { getScriptProperties: () => ({ getProperty: () => null, setProperty: () => null }) },
  });
  return { saved, ...fillTemplate(order) };
}

it('a document whose trace could not be saved is there, and both are told', () => {
  const { saved, exit, text, files } = filled('来源.json');
  expect(saved).toEqual(['月报.docx']);
  expect([exit, text]).toEqual([1, '已写入：月报.docx。数据来源 来源.json 没有保存：磁盘已满']);
  expect(files).toEqual([{ what: 'document', name: '月报.docx', id: 'id of 月报.docx' }]);
});

it('what the document lacks is told as well', () => {
  const { exit, text } = filled('来源.json', null);
  expect(exit).toBe(1);
  expect(text).toMatch(/^已写入：月报\.docx。数据来源 来源\.json 没有保存：磁盘已满\n.*标题/u);
});

it('nothing is called written where the document itself could not be saved', () => {
  const { saved, exit, text, files } = filled('月报.docx');
  expect({ saved, exit, text, files }).toEqual({
    ...{ saved: [], exit: 2, files: [] },
    text: '月报.docx 没有保存：磁盘已满',
  });
});
