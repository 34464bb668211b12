/** Papers that are written in more than one run, because Google ends each after some minutes. */
import type { PaperDraft } from '../../../src/jobs/steps/draft-papers';
import type { Workspace } from '../../../src/jobs/steps/find-workspace';
import { writePapers } from '../../../src/jobs/steps/write-papers';

const written: string[] = [];
const kept = new Map<string, string>();
/** After so many papers the run's time is over. */
let mostPapers = Infinity;

/** Before any run began: the process of the tests may be older than a run may be. */
const begin = 0;

beforeEach(() => {
  written.length = 0;
  kept.clear();
  mostPapers = Infinity;
  const getScriptProperties = (): object => ({
    getProperty: (name: string) => kept.get(name) ?? null,
    setProperty: (name: string, text: string) => kept.set(name, text),
    deleteProperty: (name: string) => kept.delete(name),
  });
  const create = ({ name }: { readonly name: string }): object => {
    if (name.startsWith('坏')) throw new Error('server error');
    written.push(name);
    return { id: `id of ${name}` };
  };
  Object.assign(globalThis, {
    PropertiesService: { getScriptProperties },
    Utilities: { newBlob: () => ({}) },
    Drive: { Files: { create } },
  });
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  jest.spyOn(Date, 'now').mockImplementation(() => (written.length < mostPapers ? begin : begin + 1e15));
});
afterEach(() => {
  jest.restoreAllMocks();
  for (const name of ['PropertiesService', 'Utilities', 'Drive']) Reflect.deleteProperty(globalThis, name);
});

const workspace = { isOnDrive: true, isSeen: true, folders: { checks: 'f' }, checks: [], owner: '' };
const paper = (name: string): PaperDraft => ({ name, bytes: new Uint8Array(1), why: '' });
const write = (names: readonly string[], hash = 'h', more: Partial<Workspace> = {}) => {
  const { files, problems, left } = writePapers({ ...workspace, ...more } as unknown as Workspace, {
    ...{ hash, papers: names.map(paper), problems: [] },
  });
  return { files: files.map(({ name }) => name), told: problems.map(({ code }) => code), left };
};

it('are all written where there is time, and nothing is left to go on with', () => {
  expect(write(['甲', '乙'])).toEqual({ files: ['甲', '乙'], told: [], left: 0 });
  expect(kept.size).toBe(0);
});

it('are all written on a computer, whatever a run on Google has left to go on with', () => {
  mostPapers = 1;
  write(['甲', '乙']);
  mostPapers = Infinity;
  expect(write(['甲', '乙'], 'h', { isOnDrive: false })).toEqual({ files: ['甲', '乙'], told: [], left: 0 });
});

it('are gone on with behind those of the run before, each once', () => {
  mostPapers = 2;
  expect(write(['甲', '乙', '丙', '丁'])).toEqual({ files: ['甲', '乙'], told: [], left: 2 });
  mostPapers = Infinity;
  expect(write(['甲', '乙', '丙', '丁'])).toEqual({ files: ['丙', '丁'], told: [], left: 0 });
  expect(kept.size).toBe(0);
});

it('are written from the first one on where they say something else by now', () => {
  mostPapers = 1;
  write(['甲', '乙'], 'of yesterday');
  mostPapers = Infinity;
  expect(write(['甲', '乙'], 'of today').files).toEqual(['甲', '乙']);
});

it('that could not be written are told at the end, also by the run that goes on', () => {
  mostPapers = 1;
  expect(write(['坏', '甲', '乙']).left).toBe(1);
  mostPapers = Infinity;
  expect(write(['坏', '甲', '乙'])).toEqual({ files: ['乙'], told: ['check-note-unwritten'], left: 0 });
});

it('wait for whoever made the folder where this person does not see it', () => {
  const { files, told } = write(['甲'], 'h', { isSeen: false, owner: 'a***@b.cn' });
  expect([files, told, written]).toEqual([[], ['check-notes-by-owner'], []]);
});
