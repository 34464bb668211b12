/** Finds the parts of the office's workspace by name, in two list calls. */
import type { JobAnswer } from '../../contract/answer';
import { readRemedies } from '../../core/base/read-failure';
import { folderNames, hubName, resultsName, type FolderRole } from '../../core/base/office-names';
import { bareName } from '../../core/base/text';
import {
  createFolder,
  documentType,
  folderType,
  listFolders,
  spreadsheetType,
  wordType,
  type DriveEntry,
} from '../../google/folders';
import { failureOf, isOutOfReach } from '../../google/read-failure';
import { rememberedIds, type WorkspaceIds } from '../../google/run-guard';
import { refusedAnswer } from './job-answer';

export interface Workspace {
  readonly root: string;
  /** Made by set-up on Drive: departments' workbooks are shared there, and reading them costs calls. */
  readonly isOnDrive: boolean;
  /** On Google the hub may lie outside the folder; its name is then the usual one. */
  readonly hub: DriveEntry;
  readonly results: DriveEntry | null;
  /** Ids of the folders that exist. */
  readonly folders: Readonly<Partial<Record<FolderRole, string>>>;
  /** Names of folders that cannot be there because a file bears the name. */
  readonly blocked: readonly string[];
  /** Everything in 填报. */
  readonly departments: readonly DriveEntry[];
  readonly templates: readonly DriveEntry[];
  /** Everything in 模板. */
  readonly pictures: readonly DriveEntry[];
  readonly reports: readonly DriveEntry[];
  /** Everything in 发件箱. */
  readonly outbox: readonly DriveEntry[];
  /** Everything in 核对单. */
  readonly checks: readonly DriveEntry[];
}

/** The workspace as it stands, null before set-up, or why its folders could not be listed: then nothing is concluded. */
export function findWorkspace(): Workspace | JobAnswer | null {
  const ids = rememberedIds();
  if (ids === null) return null;
  try {
    return lookAround(ids);
  } catch (error) {
    const { fault, why } = failureOf(error);
    if (fault === 'access' && ids.isOnDrive === true) return refusedAnswer(unseenText);
    return refusedAnswer(`工作文件夹里的文件没有读到：${why}。什么都没有写，也没有发。${listRemedies[fault]}。`);
  }
}

const listRemedies = { ...readRemedies, file: '排除原因后再运行一次' };

/**
 * The workspace, or why nothing can be done in it. A folder on Drive that is not seen is no empty one:
 * every department would be missing, and everything would be made a second time.
 */
export function usableWorkspace(workspace: Workspace | JobAnswer | null): Workspace | JobAnswer {
  if (workspace === null) return refusedAnswer('还没有工作文件夹。请先初始化（菜单“初始化”或 nianbao init）。');
  if ('exit' in workspace) return workspace;
  const { isOnDrive, folders, blocked } = workspace;
  if (blocked.length > 0) {
    return refusedAnswer(
      `工作文件夹里的“${blocked.join('”“')}”是文件或者指向别处的链接，不是文件夹。请改名或移走，再初始化一次。`,
    );
  }
  return isOnDrive && folders.departments === undefined ? refusedAnswer(unseenText) : workspace;
}

/** What is said to a person for whom the script does not see what it made for another. */
export const unseenText = [
  '看不到云端硬盘里的工作文件夹“法治年报”（或其中的“填报”），什么都没有写。',
  '本程序只看得见它以您的名义建立的文件。请由当初点“初始化”的人来运行；',
  '文件夹被移走或删除的，请先移回原处；都办不到的，点“初始化”，按提示另建工作文件夹。',
].join('\n');

/** The workspace in its folder, with the hub wherever it lies. One list call where the remembered folders are all there. */
export function lookAround({
  folder: root,
  hub,
  folders: remembered = {},
  isOnDrive = false,
}: WorkspaceIds): Workspace {
  const { asked, first } = listKnown(root, Object.values(remembered));
  const top = first.filter((entry) => entry.parent === root);
  const topFolders = top.filter(({ mimeType }) => mimeType === folderType);
  const folders: Partial<Record<FolderRole, string>> = {};
  for (const [role, name] of Object.entries(folderNames) as [FolderRole, string][]) {
    // On Drive a folder stays the same when somebody gives it another name.
    const folder = topFolders.find(({ id }) => id === remembered[role]) ?? topFolders.find((one) => one.name === name);
    if (folder) folders[role] = folder.id;
  }
  const unasked = Object.values(folders).filter((id) => !asked.includes(id));
  const inside = unasked.length === 0 ? first : [...first, ...listFolders(unasked)];
  const within = (role: FolderRole): DriveEntry[] => inside.filter((entry) => entry.parent === folders[role]);
  return {
    root,
    isOnDrive,
    hub: top.find((entry) => entry.id === hub) ?? hubElsewhere(hub),
    results: top.find((entry) => entry.mimeType === spreadsheetType && bareName(entry.name) === resultsName) ?? null,
    folders,
    blocked: Object.entries(folderNames)
      .filter(([role, name]) => !(role in folders) && top.some((entry) => entry.name === name))
      .map(([, name]) => name),
    departments: within('departments'),
    templates: within('templates').filter(({ mimeType }) => mimeType === wordType || mimeType === documentType),
    pictures: within('templates'),
    reports: within('reports'),
    outbox: within('outbox'),
    checks: within('checks'),
  };
}

function hubElsewhere(id: string): DriveEntry {
  return { id, name: hubName, mimeType: spreadsheetType, parent: '', modifiedTime: '' };
}

/**
 * Google refuses to list a folder that was deleted or is not seen: then the root alone tells what there is. Throws where not
 * even that can be listed.
 */
function listKnown(root: string, folders: readonly string[]): Listed {
  if (folders.length > 0) {
    try {
      return { asked: folders, first: listFolders([root, ...folders]) };
    } catch (error) {
      if (!isOutOfReach(error)) throw error;
    }
  }
  return { asked: [], first: listFolders([root]) };
}

/** The folders whose contents are in the first list beside the root's. */
interface Listed {
  readonly asked: readonly string[];
  readonly first: readonly DriveEntry[];
}

/** The id of a folder of the workspace, which is made when it is missing. */
export function ensureFolder(workspace: Workspace, role: FolderRole): string {
  return workspace.folders[role] ?? createFolder(folderNames[role], workspace.root);
}
