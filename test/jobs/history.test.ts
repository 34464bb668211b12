/** The history of the year as runs keep it: which of them do, what a killed or refused write costs, and a year of weeks. */
import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Snapshot } from '../../src/contract/history';
import { readHistory } from '../../src/core/report/history-lines';
import { makeSmallOffice } from '../faults/small-office';
import { quickStore, readInputs, realStore, type OfficeStore } from '../faults/office-store';
import { listening, type Recorder } from '../local/recorded-calls';
import { openOffice } from '../local/shared-host';
import { longIt } from '../long';
import { clockOn } from '../on-day';
import { freshFolder, removeFolders } from '../workspace/run-command';
import { putOnDrive, smallOffice } from '../workspace/small-office';

afterAll(removeFolders);

let makeStore: () => OfficeStore;
const stores: OfficeStore[] = [];
beforeAll(async () => {
  const base = freshFolder();
  await makeSmallOffice(base);
  const inputs = readInputs(base);
  makeStore = () => quickStore(base, inputs);
});
afterAll(() => {
  for (const store of stores) store.remove();
});

function office(): OfficeStore {
  const store = makeStore();
  stores.push(store);
  return store;
}

interface Told {
  readonly exit: number;
  readonly text: string;
  readonly problems: readonly { readonly code: string; readonly level: string; readonly reason: string }[];
  readonly details?: unknown;
}

function run(store: OfficeStore, day: string, job: string, order: object | null = null): Told {
  const host = store.open({ progress: () => undefined, clock: clockOn(day) });
  return host.run('runJob', job, JSON.stringify(order)) as Told;
}

const file = ({ folder }: OfficeStore): string => join(folder, '.nianbao/年度历史.txt');

function linesOf(store: OfficeStore): readonly string[] {
  return existsSync(file(store)) ? readFileSync(file(store), 'utf8').split('\n').filter(Boolean) : [];
}

function historyIn(store: OfficeStore): readonly Snapshot[] {
  return readHistory(linesOf(store), 2022).value;
}

const codes = ({ problems }: Told): readonly string[] =>
  problems.map(({ code }) => code).filter((code) => code.startsWith('history'));

const mailing = { dryRun: false, asOf: null, channel: '发件箱' };

longIt('a year of weeks with gaps is kept as it was, one line a day', () => {
  const store = office();
  const monday = (week: number): string => new Date(Date.UTC(2022, 0, 3 + 7 * week)).toISOString().slice(0, 10);
  const days = Array.from({ length: 52 }, (_, week) => monday(week)).filter((_, week) => week % 9 !== 4);
  for (const day of days) run(store, day, 'remind', mailing);
  const history = historyIn(store);
  expect(history.map(({ day }) => day)).toEqual(days);
  expect(history.map(({ overdue }) => overdue)).toEqual(days.map((day) => (day > '2022-11-30' ? 1 : 0)));
  // Who has given no figure has not given nought.
  expect(run(store, '2022-12-31', 'look', { forMail: false }).details).toMatchObject({ history });
  const values = history.flatMap(({ figures }) => Object.values(figures));
  expect([values.length > 0, values.includes(0)]).toEqual([true, false]);
  expect(Buffer.byteLength(linesOf(store)[0] ?? '')).toBeLessThan(8000);
});

longIt('check, report and reminders keep it; looking, dry runs and runs for another day do not', () => {
  const store = office();
  run(store, '2022-12-20', 'look');
  run(store, '2022-12-20', 'remind', { ...mailing, dryRun: true });
  run(store, '2022-12-20', 'check', { asOf: '2022-10-01' });
  expect(linesOf(store)).toEqual([]);
  run(store, '2022-12-20', 'check');
  run(store, '2022-12-20', 'check');
  expect(linesOf(store)).toHaveLength(1);
  run(store, '2022-12-21', 'report');
  run(store, '2022-12-22', 'remind', mailing);
  expect(historyIn(store).map(({ day }) => day)).toEqual(['2022-12-20', '2022-12-21', '2022-12-22']);
});

longIt('a later run of the day takes the place of the earlier one', () => {
  const store = office();
  run(store, '2022-12-20', 'check');
  rmSync(join(store.folder, '填报/财政所.xlsx'));
  run(store, '2022-12-20', 'check');
  expect(linesOf(store)).toHaveLength(2);
  const [only, ...others] = historyIn(store);
  expect([others, only?.day, only?.departments.length]).toEqual([[], '2022-12-20', 2]);
});

longIt('a run that was ended while it wrote costs its own line, and the next stands behind it', () => {
  const store = office();
  run(store, '2022-12-20', 'check');
  run(store, '2022-12-21', 'check');
  truncateSync(file(store), readFileSync(file(store)).length - 40);
  expect(codes(run(store, '2022-12-22', 'check'))).toEqual([]);
  expect(codes(run(store, '2022-12-22', 'look'))).toEqual(['history-unread']);
  expect(readHistory(linesOf(store), 2022)).toMatchObject({
    value: [{ day: '2022-12-20' }, { day: '2022-12-22' }],
    problems: [{ code: 'history-unread', place: { spot: '第 2 行' } }],
  });
});

longIt('what cannot be written is a note, and changes neither report nor mails', () => {
  const [whole, broken] = [office(), office()];
  mkdirSync(file(broken), { recursive: true });
  for (const job of ['check', 'report']) {
    const [good, bad] = [run(whole, '2022-12-22', job), run(broken, '2022-12-22', job)];
    expect([bad.exit, codes(bad)]).toEqual([good.exit, ['history-unkept']]);
  }
  const [good, bad] = [run(whole, '2022-12-22', 'remind', mailing), run(broken, '2022-12-22', 'remind', mailing)];
  expect([bad.exit, codes(bad)]).toEqual([good.exit, ['history-unkept']]);
  expect(bad.text).toContain('没有记入年度历史');
});

describe('on Google', () => {
  const runThere = async (folder: string, watch: Recorder = () => undefined): Promise<Told> => {
    const host = await openOffice(folder, { clock: clockOn('2022-12-22'), between: listening(watch) });
    return host.run('runJob', 'check', 'null') as Told;
  };

  longIt('it is a sheet of the program’s own workbook, one row a run', async () => {
    const folder = putOnDrive(smallOffice());
    expect(codes(await runThere(folder))).toEqual([]);
    const rows = (await realStore(folder).sheet('结果.xlsx', '年度历史')) ?? [];
    expect(readHistory(rows.flat(), 2022).value.map(({ day }) => day)).toEqual(['2022-12-22']);
  });

  longIt.each([
    ['Sheets.Spreadsheets.batchUpdate', 'The caller does not have permission'],
    ['Sheets.Spreadsheets.batchUpdate', 'Quota exceeded for quota metric: write requests per minute per user'],
    ['Sheets.Spreadsheets.batchUpdate', 'Invalid requests[0].updateCells: No grid with id: 7'],
    ['Sheets.Spreadsheets.get', 'Unable to parse range: 年度历史'],
    ['Sheets.Spreadsheets.get', 'Service invoked too many times for one day: spreadsheet'],
  ])('a %s of it that fails (%s) is a note, and all else is done', async (failing, words) => {
    const folder = putOnDrive(smallOffice());
    // There is a sheet to read from the second run on.
    const whole = failing === 'Sheets.Spreadsheets.get' ? await runThere(folder) : null;
    const told = await runThere(folder, (name, args) => {
      if (name === failing && JSON.stringify(args).includes('年度历史')) throw new Error(words);
    });
    expect([told.exit, codes(told)]).toEqual([1, ['history-unkept']]);
    expect(told.exit).toBe(whole?.exit ?? 1);
    expect(await realStore(folder).sheet('结果.xlsx', '汇总')).not.toBeNull();
    expect(codes(await runThere(folder))).toEqual([]);
  });
});

it('what people do to its lines costs those lines alone, and many of them are told as one', () => {
  const store = office();
  run(store, '2022-12-20', 'check');
  run(store, '2022-12-21', 'check');
  const [first = '', second = ''] = linesOf(store);
  const texts = [first, '', '5', first.replace('"due":', '"due":-'), ...Array<string>(400).fill('看过'), second];
  const { value, problems } = readHistory(texts, 2022);
  expect(value.map(({ day }) => day)).toEqual(['2022-12-20', '2022-12-21']);
  expect(problems.map(({ place, reason }) => [place.spot, reason])).toEqual([
    ['第 2 行', expect.stringContaining('年度历史有403行读不懂，从第 2 行起') as string],
  ]);
});
