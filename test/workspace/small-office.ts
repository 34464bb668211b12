/** The example's office in small, for what needs no more than a few departments. */
import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfExample } from './run-command';

/** The departments that have handed in. */
export const present = ['司法所', '财政所', '党政办', '社会事务办'];

/** A copy of an example with the workbooks of four departments, none of which was changed lately. */
export function smallOffice(name = 'dazhanglou-2022'): string {
  const folder = copyOfExample(name);
  leaveFew(folder);
  mkdirSync(join(folder, '核对单'), { recursive: true });
  setTimes(folder, '2022-12-01');
  return folder;
}

/** Takes away the workbooks of all other departments. */
export function leaveFew(folder: string): void {
  for (const name of readdirSync(join(folder, '填报'))) {
    if (!present.includes(name.replace('.xlsx', ''))) rmSync(join(folder, '填报', name));
  }
}

const folders = { departments: '填报', templates: '模板', reports: '报告', outbox: '发件箱', checks: '核对单' };

/** Makes the folder pass for one that set-up made on Drive. */
export function putOnDrive(folder: string): string {
  mkdirSync(join(folder, '.nianbao'), { recursive: true });
  const workspace = JSON.stringify({ folder: '.', hub: '总表.xlsx', isOnDrive: true, folders });
  writeFileSync(join(folder, '.nianbao/properties.json'), JSON.stringify({ script: { workspace } }));
  return folder;
}

/** Makes the departments' workbooks changed on that day. */
export function setTimes(folder: string, day: string): void {
  for (const name of readdirSync(join(folder, '填报'))) {
    utimesSync(join(folder, '填报', name), new Date(day), new Date(day));
  }
}
