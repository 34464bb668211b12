/** Finds the parts of the office's workspace by name, in two list calls. */
import { documentType, folderType, listFolders, spreadsheetType, wordType, type DriveEntry } from '../google/folders';
import { rememberedIds, type WorkspaceIds } from '../google/run-guard';

/** What the hub is called. */
export const hubName = '总表';

/** What the program's own workbook is called. */
export const resultsName = '结果';

/** The folders of a workspace. */
export const folderNames = {
  departments: '填报',
  templates: '模板',
  reports: '报告',
  outbox: '发件箱',
  checks: '核对单',
} as const;

/** The office's template in 模板. */
export const templateName = '年度报告.docx';

export type FolderRole = keyof typeof folderNames;

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

/** The workspace as it stands, or null before set-up. */
export function findWorkspace(): Workspace | null {
  const ids = rememberedIds();
  return ids === null ? null : lookAround(ids);
}

/** The workspace in its folder, with the hub wherever it lies. One list call where the remembered folders are all there. */
export function lookAround({
  folder: root,
  hub,
  folders: remembered = {},
  isOnDrive = false,
}: WorkspaceIds): Workspace {
  const { asked, first } = listKnown(root, Object.values(remembered));
  const top = first.filter((entry) => entry.parent === root);
  const folders: Partial<Record<FolderRole, string>> = {};
  for (const [role, name] of Object.entries(folderNames) as [FolderRole, string][]) {
    const folder = top.find((entry) => entry.mimeType === folderType && entry.name === name);
    if (folder) folders[role] = folder.id;
  }
  const unasked = Object.values(folders).filter((id) => !asked.includes(id));
  const inside = unasked.length === 0 ? first : [...first, ...listFolders(unasked)];
  const within = (role: FolderRole): DriveEntry[] => inside.filter((entry) => entry.parent === folders[role]);
  return {
    root,
    isOnDrive,
    hub: top.find((entry) => entry.id === hub) ?? hubElsewhere(hub),
    results: top.find((entry) => entry.mimeType === spreadsheetType && bareName(entry) === resultsName) ?? null,
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

/** Google refuses to list a folder that was deleted for good: then the root alone tells what there is. */
function listKnown(root: string, folders: readonly string[]): Listed {
  if (folders.length === 0) return { asked: [], first: listFolders([root]) };
  try {
    return { asked: folders, first: listFolders([root, ...folders]) };
  } catch {
    return { asked: [], first: listFolders([root]) };
  }
}

/** The folders whose contents are in the first list beside the root's. */
interface Listed {
  readonly asked: readonly string[];
  readonly first: readonly DriveEntry[];
}

/** The name without the ending a local file has. */
export function bareName({ name }: Pick<DriveEntry, 'name'>): string {
  return name.replace(/\.[A-Za-z]{2,5}$/u, '');
}
