/** A workspace that is set up from ledgers: looked at first, made once, and worded for the organ they name. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { SetUpOrder } from '../../src/contract/orders';
import { Desk } from '../../src/local/serve/desk';
import { openOffice } from '../local/shared-host';
import { clockOn } from '../on-day';
import { freshFolder, removeFolders } from '../workspace/run-command';

afterAll(removeFolders);

interface Told {
  readonly exit: number;
  readonly text: string;
  readonly problems: readonly { readonly code: string }[];
  readonly details?: unknown;
}

let home: string;
let office: string;
beforeEach(() => {
  home = freshFolder();
  office = join(home, '年报');
  for (const name of ['年报', '台账']) mkdirSync(join(home, name));
});

function ledgerOf(town: string): void {
  const lines = [
    `${town}2024年法治政府建设重点任务落实情况表,,,,`,
    '序号,重点任务,牵头单位,完成时限,完成状态',
    '1,召开法治建设推进会,党政办,6月底前,已完成',
    '2,开展案卷评查,司法所,11月30日,未完成',
  ];
  writeFileSync(join(home, '台账/落实情况表.csv'), `${lines.join('\n')}\n`);
}

async function setUp(more: Partial<SetUpOrder> = {}): Promise<Told> {
  const desk = new Desk();
  const order: SetUpOrder = { hubOnly: true, year: null, from: desk.ledgers(join(home, '台账')), ...more };
  const host = await openOffice(office, { clock: clockOn('2024-12-01'), mounts: desk.mounts });
  return host.run('runJob', 'set-up', JSON.stringify(order)) as Told;
}

it('writes nothing where the proposal is only to be looked at', async () => {
  ledgerOf('枫林镇');
  const { exit, details } = await setUp({ isTrial: true });
  expect([exit, details]).toMatchObject([
    0,
    { year: 2024, town: '枫林镇', tasks: [{ title: '召开法治建设推进会', lead: '党政办' }, { lead: '司法所' }] },
  ]);
  expect(readdirSync(office).filter((name) => !name.startsWith('.'))).toEqual([]);
});

it('asks to look at what the ledgers settled once, when the hub is made', async () => {
  ledgerOf('枫林镇');
  expect((await setUp()).problems.map(({ code }) => code)).toContain('from-settings');
  const again = await setUp();
  expect([again.exit, again.problems.map(({ code }) => code)]).toEqual([
    1,
    expect.not.arrayContaining(['from-settings']),
  ]);
});

it('words the hub for the organ that the ledgers name', async () => {
  ledgerOf('枫林街道');
  await setUp();
  const words = strFromU8(
    unzipSync(readFileSync(join(office, '总表.xlsx')))['xl/sharedStrings.xml'] ?? new Uint8Array(),
  );
  const labels = ['社区数', '行政村数'].map((label) => words.includes(`>${label}<`));
  expect(labels).toEqual([true, false]);
});

it('keeps no reading of a ledger whose former name tells no more than it does itself', async () => {
  mkdirSync(join(home, '台账/司法所'));
  const lines = ['任务编号,任务,状态,完成日期', 'A-01,宪法宣传,已完成,2024-03-01'];
  writeFileSync(join(home, '台账/司法所/示例.csv'), `${lines.join('\n')}\n`);
  expect((await setUp()).text).toContain('司法所.csv（原名 示例.csv）：“司法所”＝任务进展');
  expect(readdirSync(office)).not.toContain('列对应.xlsx');
});
