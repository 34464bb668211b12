/** Makes offices, lets the program look at them, and tells what it got wrong. */
import { rmSync } from 'node:fs';
import { freshPlace } from '../faults/office-store';
import { checkOffice } from './check-office';
import { makeWorld } from './make-world';
import { runOffice } from './run-office';
import { same, together, type Verdict } from './verdict';
import { writeOffice } from './write-office';
import type { World } from './world';

/** The verdict on what 检查填报 says of the office of the seed, and on 生成年度报告 saying the same. */
export function tryOffice(seed: number, mostDepartments?: number): Verdict {
  return inOffice(makeWorld(seed, mostDepartments), (world, folder) => {
    const checked = runOffice(folder, 'check');
    const reported = runOffice(folder, 'report');
    return together([
      checkOffice(world, folder, checked),
      same('report', 'summary', { ...reported.summary, problems: [] }, { ...checked.summary, problems: [] }),
    ]);
  });
}

/** The verdict on 检查填报 alone. @public used by build/fuzz/office-mutants.mjs. */
export function tryCheck(seed: number): Verdict {
  return inOffice(makeWorld(seed), (world, folder) => checkOffice(world, folder, runOffice(folder, 'check')));
}

/** Gives the office in a folder that is removed afterwards. */
export function inOffice<T>(world: World, use: (world: World, folder: string) => T): T {
  const folder = freshPlace();
  try {
    writeOffice(world, folder);
    return use(world, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
