/** What the script notes of the files it made, and which of them are away. */
import { absentFiles, departmentKey, forgetFiles, keepFile, knownFiles } from '../../../src/google/drive/known-files';

let asked: string[];
let properties: Map<string, string>;

beforeEach(() => {
  asked = [];
  properties = new Map([['workspace', '{}']]);
  const missing = (): never => {
    throw new Error('File not found: x.');
  };
  const get = (id: string): object => {
    asked.push(id);
    return ['gone', 'unseen'].includes(id) ? missing() : { trashed: id === 'binned' };
  };
  const store = {
    getProperties: () => Object.fromEntries(properties),
    setProperty: (key: string, value: string) => properties.set(key, value),
    deleteProperty: (key: string) => properties.delete(key),
  };
  Object.assign(globalThis, {
    Utilities: { sleep: () => undefined },
    Drive: { Files: { get } },
    Sheets: { Spreadsheets: { get: (id: string) => (id === 'unseen' ? { sheets: [] } : missing()) } },
    PropertiesService: { getScriptProperties: () => store },
  });
});
afterEach(() => {
  for (const name of ['Utilities', 'Drive', 'Sheets', 'PropertiesService']) Reflect.deleteProperty(globalThis, name);
});

it('asks for what is not listed alone: moved counts, and so does what only the person may open', () => {
  const known = ['listed', 'moved', 'binned', 'gone', 'unseen'].map((id) => ({ id, name: id }));
  expect([...absentFiles(known, new Set(['listed']))]).toEqual([
    ['binned', 'binned'],
    ['gone', 'gone'],
  ]);
  expect(asked).toEqual(['moved', 'binned', 'gone', 'unseen']);
});

it('keeps a file under what it is for, and forgets files alone', () => {
  keepFile(departmentKey(2022, '司法所'), { id: 'a', name: '司法所' });
  expect([...knownFiles()]).toEqual([['2022 司法所', { id: 'a', name: '司法所' }]]);
  forgetFiles();
  expect(knownFiles().size).toBe(0);
  expect([...properties.keys()]).toEqual(['workspace']);
});
