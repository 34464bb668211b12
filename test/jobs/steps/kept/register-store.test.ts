/** The workbook in which the office notes what became of papers: one row a paper, and nobody's words are lost. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDay, serialFromDay, type Day } from '../../../../src/core/base/day';
import type { FeedbackEntry, FeedbackOrder } from '../../../../src/contract/feedback';
import { entryOf } from '../../../../src/core/findings/feedback/feedback-findings';
import type { Workspace } from '../../../../src/jobs/steps/find-workspace';
import { NotedSinceRefusal, readRegister, saveEntry } from '../../../../src/jobs/steps/kept/register-store';
import type { BookValue } from '../../../../src/local/books/book';
import { settings } from '../../../core/findings/rows-builder';
import { removeFolders } from '../../../workspace/run-command';
import { officeHere, type, workspaceIn, type OfficeHere } from '../../office-here';

afterAll(removeFolders);

const file = '督办登记.xlsx';
const title = '督办登记';
const code = '督2022-A-01-1130';
const other = '核2022-财政所';
const nothing: FeedbackEntry = { signedOn: null, reply: '', rectifyOn: null, settled: null };

let office: OfficeHere;
beforeEach(() => {
  office = officeHere();
});

function note(more: Partial<FeedbackOrder>, where: Partial<Workspace> = {}) {
  return office.run(() => saveEntry(workspaceIn(where), settings, { code, ...nothing, ...more }));
}

function read(): readonly (readonly [string, FeedbackEntry])[] {
  const found = office.run(() => readRegister(workspaceIn(), settings));
  if ('exit' in found) throw new Error(found.text);
  return found.value.map((row) => [row.code, entryOf(row)]);
}

const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(text);
  return parsed;
};

/** Below the head, row by row; a blank one is empty. */
function lines(): readonly string[] {
  return office
    .rows(file, title)
    .slice(3)
    .map((row) => row.filter((text) => text !== '').join(' '));
}

/** Types a row below all, or over the one of that number (from 0). */
function typeRow(values: readonly BookValue[], row?: number): void {
  office.edit(file, ({ sheets: [sheet] }) => {
    type(sheet, row === undefined ? (sheet?.cells.length ?? 0) : row + 3, values);
  });
}

const all: FeedbackEntry = {
  signedOn: day('2022-12-05'),
  reply: '=来电：月底办结',
  rectifyOn: day('2022-12-30'),
  settled: false,
};

it('is made by the first note, which is read again as it was said', () => {
  expect(read()).toEqual([]);
  expect(note(all)).toEqual({ what: 'register', name: title, id: file });
  expect(read()).toEqual([[code, all]]);
  expect(lines()).toEqual([
    `${code} ${String(serialFromDay(day('2022-12-05')))} =来电：月底办结 ${String(serialFromDay(day('2022-12-30')))} 否`,
  ]);
});

it.each<[keyof FeedbackEntry, Partial<FeedbackEntry>]>([
  ['signedOn', { signedOn: day('2022-12-05') }],
  ['reply', { reply: '已改' }],
  ['rectifyOn', { rectifyOn: day('2022-12-30') }],
  ['settled', { settled: true }],
  ['settled', { settled: false }],
])('%s alone is a note: %j', (_, more) => {
  note({ ...more });
  expect(read()).toEqual([[code, { ...nothing, ...more }]]);
});

describe('of papers that are noted', () => {
  beforeEach(() => {
    note({ reply: '甲' });
    note({ code: other, reply: '乙' });
  });

  it('a new one stands below, and each is written over in its own row, as a whole', () => {
    note({ ...all });
    expect(read()).toEqual([
      [code, all],
      [other, { ...nothing, reply: '乙' }],
    ]);
    note({ settled: true });
    expect(read()[0]).toEqual([code, { ...nothing, settled: true }]);
  });

  it('the same code in other signs is the same paper', () => {
    note({ code: '督2022—A—01—1130', reply: '丙' });
    expect(read().map(([one, { reply }]) => [one, reply])).toEqual([
      ['督2022—A—01—1130', '丙'],
      [other, '乙'],
    ]);
  });

  it('one of which nothing is said any more is blanked, and the others stay where they are', () => {
    note({});
    expect([read().map(([one]) => one), lines()]).toEqual([[other], ['', `${other} 乙`]]);
  });

  it('one that the office wrote twice is what stood last, in the last row', () => {
    typeRow([code, null, '丙']);
    typeRow(['核2022-党政办', null, '丁']);
    note({ reply: '戊', before: { ...nothing, reply: '丙' } });
    expect(lines()).toEqual(['', `${other} 乙`, `${code} 戊`, '核2022-党政办 丁']);
  });

  it('one written thrice is blanked thrice', () => {
    typeRow([code, null, '丙']);
    typeRow([code, null, '丁']);
    note({});
    expect(lines().filter((line) => line !== '')).toEqual([`${other} 乙`]);
  });

  it('those of another year stay as they are', () => {
    typeRow(['督2021-A-01-1130', null, '去年']);
    note({ reply: '丙' });
    expect([read().length, lines()]).toEqual([2, [`${code} 丙`, `${other} 乙`, '督2021-A-01-1130 去年']]);
  });

  it.each(['督2022-A-02-1130', '督2022A011130'])(
    'nothing to be blanked is told, and nothing is written: %s',
    (none) => {
      const before = office.calls['Sheets.Spreadsheets.batchUpdate'];
      expect(() => note({ code: none })).toThrow(`“督办登记”里没有编号写作“${none}”的行`);
      expect(office.calls['Sheets.Spreadsheets.batchUpdate']).toBe(before);
    },
  );
});

it('nothing is made where there is nothing to blank', () => {
  expect(() => note({})).toThrow(`没有编号写作“${code}”的行`);
  expect(office.run(() => workspaceIn().register)).toBeNull();
});

describe('what somebody noted since the person looked', () => {
  const fields: readonly Partial<FeedbackEntry>[] = [
    { signedOn: day('2022-12-06') },
    { reply: '丙' },
    { rectifyOn: null },
    { settled: true },
  ];
  beforeEach(() => {
    note(all);
  });

  it.each(fields)('is shown first, and stays: %j', (seen) => {
    const told = ((): unknown => {
      try {
        return note({ reply: '丁', before: { ...all, ...seen } });
      } catch (error) {
        return error;
      }
    })();
    expect(told).toBeInstanceOf(NotedSinceRefusal);
    expect(told).toMatchObject({ details: { noted: all } });
    expect((told as Error).message).toMatch(new RegExp(`^${code} 这期间有人登记过：.*月底办结.*再保存一次$`, 'u'));
    expect(read()).toEqual([[code, all]]);
  });

  it('is shown where there was nothing when the person looked', () => {
    expect(() => note({ reply: '丁', before: null })).toThrow(NotedSinceRefusal);
  });

  it('is nothing where it is as it was seen, where nobody compares, and where it is gone', () => {
    for (const before of [all, undefined]) {
      note({ ...all, reply: '丁', ...(before && { before }) });
      expect(read()).toEqual([[code, { ...all, reply: '丁' }]]);
      note(all);
    }
    note({});
    note({ reply: '戊', before: all });
    expect(read()).toEqual([[code, { ...nothing, reply: '戊' }]]);
  });
});

describe('a cell that nobody can read', () => {
  it.each<[string, string, (string | null)[], Partial<FeedbackEntry>]>([
    ['B4', '下月初', [code, '下月初', '甲', null, null], { signedOn: day('2022-12-05') }],
    ['D4', '下月初', [code, null, '甲', '下月初', null], { rectifyOn: day('2022-12-05') }],
    ['E4', '看情况', [code, null, '甲', null, '看情况'], { settled: true }],
  ])('%s is not emptied unasked, and is written over by what is said in its place', (cell, shown, values, more) => {
    note({ reply: '甲' });
    typeRow(values, 0);
    const before = lines();
    expect(() => note({ reply: '乙' })).toThrow(`“督办登记”的 ${cell} 写着“${shown}”，认不出，请先在表里改好`);
    expect(() => note({})).toThrow('认不出');
    expect(lines()).toEqual(before);
    note({ reply: '乙', ...more });
    expect(read()).toEqual([[code, { ...nothing, reply: '乙', ...more }]]);
  });
});

it('a cell of spaces alone is empty, and keeps nothing from being written', () => {
  note({ reply: '甲' });
  typeRow([code, '  ', '甲', ' ', '　'], 0);
  note({ reply: '乙' });
  expect(read()).toEqual([[code, { ...nothing, reply: '乙' }]]);
});

it('is not taken for an empty one where it cannot be read', () => {
  writeFileSync(join(office.folder, file), 'no workbook');
  const told = office.run(() => readRegister(workspaceIn(), settings));
  expect(told).toMatchObject({
    exit: 2,
    text: expect.stringMatching(
      /^“督办登记”无法读取：.*办公室的登记在里面，什么都没有写。请修好或者移走它。$/u,
    ) as string,
  });
});

it('on Drive is noted for colleagues', () => {
  note({ reply: '甲' }, { isOnDrive: true });
  const kept = office.run(() => PropertiesService.getScriptProperties().getProperty('file register'));
  expect(JSON.parse(kept ?? 'null')).toEqual({ id: file, name: title });
});
