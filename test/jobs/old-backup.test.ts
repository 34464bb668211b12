/** A backup of the program's own files, put back as the manual says: what went out since is not sent a second time. */
import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { clockOn } from '../on-day';
import { openOffice } from '../local/shared-host';
import { longIt } from '../long';
import { freshFolder, removeFolders } from '../workspace/run-command';
import { smallOffice } from '../workspace/small-office';

afterAll(removeFolders);

interface Told {
  readonly exit: number;
  readonly text: string;
  readonly details?: { readonly mails?: readonly object[]; readonly counts?: Readonly<Record<string, number>> };
}

const own = ['结果.xlsx', '.nianbao'];

async function start(folder: string, job: string, order: object, day = '2022-12-30'): Promise<Told> {
  const host = await openOffice(folder, { clock: clockOn(day) });
  return host.run('runJob', job, JSON.stringify(order)) as Told;
}

const remind = (folder: string, asOf: string): Promise<Told> =>
  start(folder, 'remind', { dryRun: false, asOf, channel: '发件箱' }, asOf);
const mailsIn = (folder: string): readonly string[] => readdirSync(join(folder, '发件箱')).sort();

function copyOwn(from: string, to: string): void {
  for (const name of own) {
    rmSync(join(to, name), { recursive: true, force: true });
    if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name), { recursive: true });
  }
}

longIt('stops, and after it was taken as it is leaves what went out since to a person', async () => {
  const folder = smallOffice();
  const backup = freshFolder();
  await remind(folder, '2022-12-01');
  copyOwn(folder, backup);
  await remind(folder, '2022-12-30');
  const sent = mailsIn(folder);
  copyOwn(backup, folder);

  const stopped = await remind(folder, '2022-12-30');
  expect(stopped.exit).toBe(2);
  expect(stopped.text).toContain('封通知不在催办记录里，催办记录像是以前的备份');
  expect((await remind(folder, '2023-01-03')).exit).toBe(2);
  expect(mailsIn(folder)).toEqual(sent);

  const accepted = await start(folder, 'ledger', { settle: null, accept: true, asOf: '2022-12-30' });
  expect(accepted.exit).toBe(1);
  expect(accepted.details?.counts?.['状态不明']).toBeGreaterThan(0);
  const after = await remind(folder, '2022-12-30');
  expect([after.exit, after.details?.mails]).toEqual([1, []]);
  expect(mailsIn(folder)).toEqual(sent);
});

longIt('is not suspected for files of 发件箱 that are no notices, nor for notices that were taken away', async () => {
  const folder = smallOffice();
  await remind(folder, '2022-12-30');
  const [one = '', other = ''] = mailsIn(folder);
  cpSync(join(folder, '发件箱', one), join(folder, '发件箱', `${one.replace('.eml', '')} (1).eml`));
  renameSync(join(folder, '发件箱', other), join(folder, '已发走.eml'));
  expect((await remind(folder, '2022-12-30')).exit).toBe(0);
});
