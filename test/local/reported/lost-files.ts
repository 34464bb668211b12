/** Files of the office that a person threw away, deleted, or left behind in a folder that was given up. */
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { GoogleWorld } from '../../../src/local/reported/google-world';
import { owner, rawWords, runJob, settledWorld, type Meddler } from './google-office';

const remind = { dryRun: false, asOf: null, channel: null };
const setUp = { hubOnly: false, year: null };
const workbook = '填报/司法所.xlsx';

function unless(isSo: boolean, complaint: string): readonly string[] {
  return isSo ? [] : [complaint];
}

function bytesOf({ folder }: GoogleWorld, id: string): string {
  return readFileSync(join(folder, id)).toString('base64');
}

/** Department workbooks on disk, of which Drive may call several by one name. */
function workbooksIn({ folder }: GoogleWorld): readonly string[] {
  return readdirSync(join(folder, '填报'));
}

/** A workbook in the bin is the office's matter: it is not read, not replaced, and its department not told off. */
export async function binnedWorkbook(): Promise<readonly string[]> {
  const world = await settledWorld();
  world.binned.add(workbook);
  const before = workbooksIn(world);
  const look = await runJob(world, owner, ['look', null]);
  const made = await runJob(world, owner, ['set-up', setUp]);
  const reminded = await runJob(world, owner, ['remind', remind]);
  const isTold = (reasons: readonly { readonly reason: string }[]): boolean =>
    reasons.some(({ reason }) => reason.includes('回收站'));
  const toldOff = world.mails.filter(({ to, text }) => to.startsWith('sfs@') && /没有收到|缺报/u.test(text));
  return [
    ...unless(isTold(look.problems), `look: ${look.text.slice(0, 200)}`),
    ...unless(isTold(made.problems) && workbooksIn(world).join() === before.join(), made.text.slice(0, 200)),
    ...unless(isTold(reminded.problems) && toldOff.length === 0, reminded.text.slice(0, 200)),
    ...[look, made, reminded].flatMap(({ text }) => rawWords(text)),
  ];
}

/** Out of the bin again, everything is as it was. */
export async function restoredWorkbook(): Promise<readonly string[]> {
  const world = await settledWorld();
  const before = await runJob(world, owner, ['look', null]);
  world.binned.add(workbook);
  await runJob(world, owner, ['set-up', setUp]);
  world.binned.delete(workbook);
  const after = await runJob(world, owner, ['look', null]);
  return unless(JSON.stringify(after.summary) === JSON.stringify(before.summary), after.text.slice(0, 200));
}

/** Deleted for good, it is told until set-up makes another, which is then the one that counts. */
export async function deletedWorkbook(): Promise<readonly string[]> {
  const world = await settledWorld();
  rmSync(join(world.folder, workbook));
  const look = await runJob(world, owner, ['look', null]);
  const made = await runJob(world, owner, ['set-up', setUp]);
  const again = await runJob(world, owner, ['look', null]);
  const names = made.files.filter(({ what }) => what === 'department').map(({ name }) => name);
  const unread = again.problems.filter(
    ({ workbook: file, reason }) => file.includes('司法所') && reason.includes('删除'),
  );
  return [
    ...unless(
      look.problems.some(({ reason }) => reason.includes('已经删除')),
      `not told: ${look.text.slice(0, 200)}`,
    ),
    ...unless(names.join() === '司法所', `made: ${made.text.slice(0, 200)}`),
    ...unless(again.summary !== null && unread.length === 0, `afterwards: ${again.text.slice(0, 200)}`),
  ];
}

/** The workbook with the ledger in the bin: nothing is written to it, nothing sent, until it is restored. */
export async function binnedResults(): Promise<readonly string[]> {
  const world = await settledWorld();
  await runJob(world, owner, ['remind', remind]);
  const before = bytesOf(world, '结果.xlsx');
  const { length } = world.mails;
  world.binned.add('结果.xlsx');
  const runs = [
    await runJob(world, owner, ['remind', remind]),
    await runJob(world, owner, ['check', null]),
    await runJob(world, owner, ['report', null]),
  ];
  return [
    ...unless(bytesOf(world, '结果.xlsx') === before, 'it was written in the bin'),
    ...unless(world.mails.length === length, 'mails were sent'),
    ...runs.flatMap(({ exit, text }) => unless(exit === 2 && text.includes('回收站'), text.slice(0, 200))),
  ];
}

/** Deleted for good: that mails were sent is remembered, so that a person decides before the next. */
export async function deletedResults(): Promise<readonly string[]> {
  const world = await settledWorld();
  await runJob(world, owner, ['remind', remind]);
  const { length } = world.mails;
  rmSync(join(world.folder, '结果.xlsx'));
  const { exit, text } = await runJob(world, owner, ['remind', remind]);
  const check = await runJob(world, owner, ['check', null]);
  return [
    ...unless(length > 0 && world.mails.length === length, 'mails were sent'),
    ...unless(exit === 2 && text.includes('催办记录'), text.slice(0, 200)),
    ...unless(check.summary !== null, check.text.slice(0, 200)),
  ];
}

/** A folder given up and made anew has nothing to do with what lies in the old one. */
export async function madeAnew(): Promise<readonly string[]> {
  const world = await settledWorld();
  const old = [workbook, '填报/财政所.xlsx', '结果.xlsx'];
  const before = old.map((id) => bytesOf(world, id));
  const isOldFolder = (args: readonly unknown[]): boolean => args[0] === '.';
  const unseen: Meddler = (name, args, make) => {
    if (name === 'Drive.Files.get' && isOldFolder(args)) throw new Error('File not found: .');
    return make();
  };
  const { text, files } = await runJob(world, owner, ['set-up', { ...setUp, anew: true }], unseen);
  const made = files.filter(({ what }) => what === 'department').length;
  await runJob(world, owner, ['check', null]);
  return [
    ...unless(made === 3, `${String(made)} workbooks were made: ${text.slice(0, 300)}`),
    ...unless(JSON.stringify(old.map((id) => bytesOf(world, id))) === JSON.stringify(before), 'the old were changed'),
  ];
}
