/** What the office notes of papers on the page: kept in a workbook of its own, one row a paper, shown by every run that reads the office. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cockpit } from '../../src/contract/cockpit';
import type { FeedbackLine, FeedbackOrder, NotedSince } from '../../src/contract/feedback';
import { makeSmallOffice } from '../faults/small-office';
import { realStore, type OfficeStore } from '../faults/office-store';
import { longIt } from '../long';
import { clockOn } from '../on-day';
import { freshFolder, removeFolders } from '../workspace/run-command';
import { sheetXml, typeCell } from '../workspace/typed-rows';

let store: OfficeStore;
let path: string;
beforeAll(async () => {
  const base = freshFolder();
  await makeSmallOffice(base);
  store = realStore(base);
  path = join(store.folder, '督办登记.xlsx');
});
afterAll(() => {
  store.remove();
  removeFolders();
});

interface Told {
  readonly exit: number;
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly id: string }[];
  readonly problems: readonly {
    readonly code: string;
    readonly workbook: string | null;
    readonly cell: string | null;
  }[];
  readonly details?: unknown;
}

function run(job: string, order: object | null): Told {
  const host = store.open({ progress: () => undefined, clock: clockOn('2022-12-22') });
  return host.run('runJob', job, JSON.stringify(order)) as Told;
}

const code = '督2022-A-01-1130';
const nothing = { signedOn: null, reply: '', rectifyOn: null, settled: null };
const note = (more: Partial<FeedbackOrder>): Told => run('feedback', { code, ...nothing, ...more });

function lineOf(called: string): FeedbackLine | undefined {
  const { feedback } = run('look', { forMail: false }).details as Cockpit;
  return feedback.find((line) => line.code === called);
}

async function cells(): Promise<readonly string[]> {
  const rows = (await store.sheet('督办登记.xlsx', '督办登记')) ?? [];
  return rows.slice(3).flatMap((row) => (row.join('') === '' ? [] : [row.join('|')]));
}

longIt('is no workbook before anything was noted, and then one with a row, which the next runs show', async () => {
  expect(lineOf(code)?.entry).toBeNull();
  const { exit, text, files } = note({ signedOn: '2022-12-05', reply: '=来电：月底办结', rectifyOn: '2022-12-30' });
  expect([exit, text]).toEqual([0, `已登记：${code}。`]);
  expect(files).toEqual([{ what: 'register', name: '督办登记', id: '督办登记.xlsx' }]);
  expect(lineOf(code)).toMatchObject({ signedOn: '2022-12-05', reply: '=来电：月底办结', rectifyOn: '2022-12-30' });
  expect((await cells())[0]).toContain('=来电：月底办结');
  expect(run('ledger', { settle: null, accept: false }).text).toContain(
    `${code} 司法所：2022-12-05签收，反馈“=来电：月底办结”，整改日期2022-12-30`,
  );
});

longIt('takes the place of what was noted before, and leaves other papers as they are', async () => {
  note({ code: '核2022-财政所', reply: '已改' });
  note({ signedOn: '2022-12-05', settled: false });
  expect(lineOf(code)).toMatchObject({ reply: '', rectifyOn: null, settled: false });
  expect(lineOf('核2022-财政所')).toMatchObject({ reply: '已改' });
  expect(await cells()).toHaveLength(2);
  note({});
  expect(lineOf(code)?.entry).toBeNull();
  expect(lineOf('核2022-财政所')).toMatchObject({ reply: '已改' });
});

longIt('takes the place of nobody’s words that came after the page was opened, before these were shown', () => {
  const paper = '核2022-财政所';
  const before = lineOf(paper)?.entry ?? null;
  note({ code: paper, reply: '甲：已改', before });
  const { exit, text, details } = note({ code: paper, reply: '乙：没有改', before });
  expect([exit, text]).toEqual([2, expect.stringContaining('这期间有人登记过：反馈“甲：已改”')]);
  expect(lineOf(paper)).toMatchObject({ reply: '甲：已改' });
  const { noted } = details as NotedSince;
  expect(note({ code: paper, reply: '乙：没有改', before: noted }).exit).toBe(0);
  expect(lineOf(paper)).toMatchObject({ reply: '乙：没有改' });
  note({ code: paper, reply: '已改', before: lineOf(paper)?.entry ?? null });
});

longIt('a code that no paper bears is kept and told at its cell, and hides no other', () => {
  note({ code: '督2022-A-01-1131', reply: '当面说的' });
  const { problems } = run('look', { forMail: false });
  const told = problems.filter(({ workbook }) => workbook === '督办登记.xlsx');
  expect(told.map(({ code: rule, cell }) => [rule, cell])).toEqual([['feedback-unknown', 'A6']]);
  expect(lineOf('核2022-财政所')).toMatchObject({ reply: '已改' });
});

longIt.each([
  [{ signedOn: '2022-02-30' as never, reply: '已改' }, '“2022-02-30”不是日期'],
  [{ code: '督2021-A-01-1130', reply: '已改' }, '不是 2022 年度的反馈编号'],
  [{ code: 'A-01', reply: '已改' }, '不是 2022 年度的反馈编号'],
  [{ reply: '改'.repeat(1001) }, '反馈情况超过 1000 字'],
  [{ code: `督2022-${'改'.repeat(1001)}`, reply: '已改' }, '不是 2022 年度的反馈编号'],
])('writes nothing of what cannot be: %#', (more, why) => {
  const before = readFileSync(path);
  const { exit, text } = note(more);
  expect([exit, text]).toEqual([2, expect.stringContaining(why)]);
  expect(readFileSync(path)).toEqual(before);
});

longIt('writes nothing over a cell that it cannot read, unless something else is said in its place', () => {
  note({ reply: '月底办结', rectifyOn: '2022-12-30' });
  const row = /<row r="(\d+)"[^>]*>(?:(?!<\/row>).)*44925/su.exec(sheetXml(path, '督办登记'))?.[1] ?? '';
  typeCell(path, '督办登记', `D${row}`, '下月初');
  const before = readFileSync(path);
  const { exit, text } = note({ reply: '下月办结' });
  expect([exit, text]).toEqual([2, expect.stringContaining(`D${row} 写着“下月初”，认不出`)]);
  expect(readFileSync(path)).toEqual(before);
  expect(note({ reply: '下月办结', rectifyOn: '2023-01-05' }).exit).toBe(0);
  expect(lineOf(code)).toMatchObject({ reply: '下月办结', rectifyOn: '2023-01-05' });
});

longIt('does not say that it noted nothing where nothing was noted under that code', () => {
  const before = readFileSync(path);
  const { exit, text } = note({ code: '督2022A011130' });
  expect([exit, text]).toEqual([2, expect.stringContaining('里没有编号写作“督2022A011130”的行')]);
  expect(readFileSync(path)).toEqual(before);
});

longIt('stops where its workbook cannot be read, and takes it not for an empty one', () => {
  writeFileSync(path, 'no workbook');
  for (const told of [note({ reply: '已改' }), run('check', null)])
    expect([told.exit, told.text]).toEqual([2, expect.stringContaining('“督办登记”无法读取')]);
  rmSync(path);
  expect(run('check', null).exit).toBeLessThan(2);
  expect([note({}).exit, existsSync(path)]).toEqual([2, false]);
});
