/** Every request the jobs send to Sheets, Drive and Docs is one Google knows, and one of which the local services lose nothing. */
import { mkdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfExample, freshFolder, removeFolders } from '../../workspace/run-command';
import { cellBeside, typeCell } from '../../workspace/typed-rows';
import { leaveFew, putOnDrive, setTimes } from '../../workspace/small-office';
import { makeDocs } from '../../../src/local/services/docs/docs';
import { makePermissions } from '../../../src/local/services/permissions';
import { longDescribe, longIt } from '../../long';
import { complaints } from '../published-types';
import { listening, recordCalls, type RecordedCall } from '../recorded-calls';
import { makeScratch, makeWorkbook, type Scratch } from '../scratch';
import { clockOn } from '../../on-day';
import { openOffice } from '../shared-host';

/** Everything that can be started, with its order: on Drive, where most calls are made. */
const jobs: readonly (readonly [job: string, order: unknown])[] = [
  ['set-up', { hubOnly: false, year: 2022 }],
  ['check', null],
  ['template', { do: 'check' }],
  ['template', { do: 'restore' }],
  ['report', null],
  ['self-check', null],
  ['remind', { dryRun: false, asOf: null, channel: '发件箱' }],
  ['ledger', { settle: null, accept: false, all: true }],
  ['timer', { do: 'on' }],
];
let calls: readonly RecordedCall[];
/** Kinds of request each job sent. */
const kinds = new Map<string, readonly string[]>();

function kindsOf({ args: [body] }: RecordedCall): string[] {
  const { requests = [] } = (body ?? {}) as { readonly requests?: readonly object[] };
  return requests.flatMap((request) => Object.keys(request));
}

afterAll(removeFolders);

longDescribe('every recorded request', () => {
  let scratch: Scratch;
  beforeAll(async () => {
    scratch = makeScratch();
    const all = recordCalls();
    const run = async (folder: string, job: string, order: unknown): Promise<unknown> => {
      const own = recordCalls();
      const host = await openOffice(folder, { between: listening(own.record), clock: clockOn('2022-12-30') });
      const answer = host.run('runJob', job, JSON.stringify(order));
      for (const { name, args } of own.calls()) all.record(name, args);
      kinds.set(job, [...new Set([...(kinds.get(job) ?? []), ...own.calls().flatMap(kindsOf)])]);
      return answer;
    };
    const empty = join(freshFolder(), '新');
    mkdirSync(empty);
    expect(await run(empty, 'set-up', { hubOnly: true, year: 2022 })).toMatchObject({ exit: 0 });
    const office = putOnDrive(copyOfExample('dazhanglou-2022'));
    // One department lacks its workbook; once set-up has made it, the office is as small as will do.
    rmSync(join(office, '填报/综治中心.xlsx'));
    setTimes(office, '2022-12-01');
    rmSync(join(office, '模板/年度报告.docx'));
    for (const [job, order] of jobs) {
      expect(await run(office, job, order)).not.toMatchObject({ exit: 2 });
      leaveFew(office);
      // From now on the Google Doc of the template is the one that counts.
      utimesSync(join(office, '模板/年度报告.docx'), new Date('2022-12-01'), new Date('2022-12-01'));
    }
    typeCell(
      join(office, '总表.xlsx'),
      '设置',
      cellBeside(join(office, '总表.xlsx'), '设置', '报告格式'),
      'Google 文档',
    );
    expect(await run(office, 'report', null)).toMatchObject({
      files: expect.arrayContaining([expect.objectContaining({ what: 'google-doc' })]) as unknown,
    });
    calls = all.calls();
  });
  afterAll(() => {
    scratch.remove();
  });

  it('is one Google publishes types for, field by field and mask by mask', () => {
    expect([...new Set(calls.map(({ name }) => name))].sort()).toEqual([
      ...['batchUpdate', 'get'].map((name) => `Docs.Documents.${name}`),
      ...['copy', 'create', 'get', 'list', 'update'].map((name) => `Drive.Files.${name}`),
      ...['create', 'list'].map((name) => `Drive.Permissions.${name}`),
      ...['batchUpdate', 'get'].map((name) => `Sheets.Spreadsheets.${name}`),
    ]);
    expect(complaints(calls).flat()).toEqual([]);
  });

  it('of a batch is of a kind that the self-check tries', () => {
    const all = new Set([...kinds.values()].flat());
    expect([...all].sort()).toEqual([...(kinds.get('self-check') ?? [])].sort());
    expect(all.size).toBeGreaterThan(8);
  });

  it('is refused by the local services where an option nobody knows is put anywhere in it, which is never lost', () => {
    const id = makeWorkbook(scratch, '表', []);
    const services: Record<string, unknown> = {
      Sheets: { Spreadsheets: scratch.sheets },
      Docs: makeDocs(scratch.folder),
      Drive: { Files: scratch.drive, Permissions: makePermissions(scratch.folder) },
    };
    const tried = calls.flatMap(({ name, args }) => {
      const known = args.map((arg) => (typeof arg === 'string' ? id : arg));
      return placesIn(known).map((place) => {
        const member = name.split('.').reduce<unknown>((object, part) => Reflect.get(object as object, part), services);
        return { place: `${name} ${place.join('.')}`, text: refusal(member, withPlanted(known, place)) };
      });
    });
    expect(tried.filter(({ text }) => !/planted(?: \(not supported|：每项请求须有且只有一种操作)/u.test(text))).toEqual(
      [],
    );
    expect(tried.length).toBeGreaterThan(100);
  });
});

type Place = readonly (string | number)[];

/** The paths of all objects within a value. */
function placesIn(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([name, child]) => placesIn(child, [...place, name]));
  return Array.isArray(value) ? below : [place, ...below];
}

function withPlanted(value: unknown, [name, ...below]: Place): unknown {
  if (name === undefined) return { ...(value as object), planted: true };
  const child = withPlanted(Reflect.get(value as object, name), below);
  return Array.isArray(value)
    ? value.map((item: unknown, index) => (index === Number(name) ? child : item))
    : { ...(value as object), [name]: child };
}

/** The text of the error the call ends with. */
function refusal(member: unknown, args: unknown): string {
  try {
    (member as (...args: unknown[]) => unknown)(...(args as unknown[]));
    return '';
  } catch (error) {
    return String(error);
  }
}

describe('a request with a mistake', () => {
  const write = (service: 'Sheets' | 'Docs', request: object): RecordedCall => ({
    name: service === 'Sheets' ? 'Sheets.Spreadsheets.batchUpdate' : 'Docs.Documents.batchUpdate',
    args: [{ requests: [request] }, 'id'],
  });
  const range = { startIndex: 1, endIndex: 2 };
  const mistakes: readonly (readonly [what: string, call: RecordedCall, words: RegExp])[] = [
    ['an option nobody knows', { name: 'Drive.Files.list', args: [{ pageSise: 10 }] }, /pageSise\W+ does not exist/u],
    ['a value of the wrong kind', { name: 'Drive.Files.create', args: [{ parents: '.' }] }, /not assignable/u],
    ['an unknown request', write('Sheets', { addSheets: {} }), /addSheets\W+ does not exist/u],
    [
      'an unknown field deep inside',
      write('Sheets', { addSheet: { properties: { gridProperties: { frozen: 1 } } } }),
      /frozen/u,
    ],
    ['an unknown mask', { name: 'Sheets.Spreadsheets.get', args: ['id', { fields: 'sheets(title)' }] }, /title/u],
    [
      'an unknown mask of a Doc',
      write('Docs', { updateTextStyle: { range, textStyle: {}, fields: 'bold,color' } }),
      /color/u,
    ],
    [
      'an unknown field of a Doc',
      write('Docs', { insertText: { location: { at: 1 }, text: '' } }),
      /at\W+ does not exist/u,
    ],
    ['an unknown mask of a request', write('Sheets', { repeatCell: { fields: 'userEnteredValue,notes' } }), /notes/u],
  ];

  longIt('is told', () => {
    const said = complaints(mistakes.map(([, call]) => call));
    for (const [index, [what, , words]] of mistakes.entries()) {
      expect([what, said[index]]).toEqual([what, [expect.stringMatching(words)]]);
    }
  });

  it('of a kind nobody has declared is told', () => {
    expect(() => complaints([{ name: 'Drive.Files.remove', args: ['id'] }])).toThrow('no published type');
  });
});
