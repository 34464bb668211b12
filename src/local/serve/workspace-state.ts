/** How far a workspace has come, by what lies in its folder; no workbook is opened. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FolderList, StartStep, WorkspaceState } from '../../contract/start';
import { folderNames } from '../../core/base/office-names';
import { Refusal } from '../../core/base/refusal';
import { hubId, isForm, isSideFile, namesInFolder, resultsId, statOf } from '../base/workspace';
import { dirname, resolve } from 'node:path';

/** The state of one that was opened on the day. */
export function workspaceState(folder: string, opened: string): WorkspaceState {
  const isThere = isFolder(folder);
  const forms = filesIn(join(folder, folderNames.departments)).filter((name) =>
    isForm(`${folderNames.departments}/${name}`),
  ).length;
  const reports = filesIn(join(folder, folderNames.reports)).filter((name) => name.endsWith('.docx')).length;
  const mails = filesIn(join(folder, folderNames.outbox)).filter((name) => name.endsWith('.eml')).length;
  const stands: Readonly<Record<StartStep, boolean>> = {
    'set-up': isFile(join(folder, hubId)),
    departments: forms > 0,
    check: isFile(join(folder, resultsId)),
    report: reports > 0,
    remind: mails > 0,
  };
  const done = (Object.keys(stands) as StartStep[]).filter((step) => stands[step]);
  return { folder, name: basename(folder), isThere, done, forms, reports, opened };
}

/** The folders of a folder, workspaces first, without hidden ones. Throws a refusal for what is no folder. */
export function foldersIn(given: string): FolderList {
  const folder = resolve(given);
  if (statOf(folder)?.isDirectory() !== true) throw new Refusal(`找不到文件夹 ${folder}`);
  namesInFolder(folder);
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isFile() && !isSideFile(entry.name))
    .map(({ name }) => ({ name, folder: join(folder, name) }))
    .filter((one) => isFolder(one.folder))
    .map((one) => ({ ...one, isWorkspace: isFile(join(one.folder, hubId)) }));
  folders.sort((one, other) => Number(other.isWorkspace) - Number(one.isWorkspace) || (one.name < other.name ? -1 : 1));
  const above = dirname(folder);
  return { folder, above: above === folder ? null : above, folders };
}

function isFolder(path: string): boolean {
  return statsOf(path)?.isDirectory() === true;
}

function isFile(path: string): boolean {
  return statsOf(path) !== null;
}

/** What may not be looked at is not offered, and keeps nobody from the others. */
function statsOf(path: string): ReturnType<typeof statOf> {
  try {
    return statOf(path);
  } catch {
    return null;
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => !isSideFile(name));
  } catch {
    return [];
  }
}
