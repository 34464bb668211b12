/** Makes offices, lets the program look at them, and tells what it got wrong. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkOffice } from './check-office';
import { makeWorld } from './world/make-world';
import { runOffice } from './run-office';
import { same, together, type Verdict } from './verdict';
import { writeOffice } from './files/write-office';
import type { World } from './world/world';

/** The verdict on what 检查填报 says of the office of the seed; `bundleFile` is another program than the one built. */
export async function tryCheck(seed: number, mostDepartments?: number, bundleFile?: string): Promise<Verdict> {
  return inOffice(makeWorld(seed, mostDepartments), async (world, folder) =>
    checkOffice(world, folder, await runOffice(folder, 'check', bundleFile)),
  );
}

/** The same, and on 生成年度报告 saying what 检查填报 says. @public used by build/fuzz/offices.mjs. */
export async function tryOffice(seed: number): Promise<Verdict> {
  return inOffice(makeWorld(seed), async (world, folder) => {
    const checked = await runOffice(folder, 'check');
    const reported = await runOffice(folder, 'report');
    return together([
      checkOffice(world, folder, checked),
      same('report', 'summary', { ...reported.summary, problems: [] }, { ...checked.summary, problems: [] }),
    ]);
  });
}

/** Gives the office in a folder that is removed afterwards. */
async function inOffice<T>(world: World, use: (world: World, folder: string) => Promise<T>): Promise<T> {
  const folder = freshPlace();
  try {
    writeOffice(world, folder);
    return await use(world, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In memory where the system has such a place: every write is waited for until it is on the disk. */
export function freshPlace(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'nianbao-offices-'));
}
