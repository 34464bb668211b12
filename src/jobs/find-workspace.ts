/** Finds the parts of the office's workspace by name, in two list calls. */
import { folderType, listFolders, spreadsheetType, wordType, type DriveEntry } from '../google/folders';
import { rememberedIds } from '../google/run-guard';

/** What the hub is called. */
export const hubName = '总表';

/** What the program's own workbook is called. */
export const resultsName = '结果';

/** The folders of a workspace. */
export const folderNames = { departments: '填报', templates: '模板', reports: '报告', outbox: '发件箱' } as const;

/** The office's template in 模板. */
export const templateName = '年度报告.docx';

export type FolderRole = keyof typeof folderNames;

export interface Workspace {
  readonly root: string;
  /** On Google the hub may lie outside the folder; its name is then the usual one. */
  readonly hub: DriveEntry;
  readonly results: DriveEntry | null;
  /** Ids of the folders that exist. */
  readonly folders: Readonly<Partial<Record<FolderRole, string>>>;
  /** Everything in 填报 that is not a folder. */
  readonly departments: readonly DriveEntry[];
  readonly templates: readonly DriveEntry[];
  readonly reports: readonly DriveEntry[];
}

/** The workspace as it stands, or null before set-up. */
export function findWorkspace(): Workspace | null {
  const ids = rememberedIds();
  return ids === null ? null : lookAround(ids.folder, ids.hub);
}

/** The workspace in the folder `root`, with the hub of that id wherever it lies. */
export function lookAround(root: string, hub: string): Workspace {
  const top = listFolders([root]);
  const folders: Partial<Record<FolderRole, string>> = {};
  for (const [role, name] of Object.entries(folderNames) as [FolderRole, string][]) {
    const folder = top.find((entry) => entry.mimeType === folderType && entry.name === name);
    if (folder) folders[role] = folder.id;
  }
  const known = Object.values(folders);
  const inside = known.length === 0 ? [] : listFolders(known).filter((entry) => entry.mimeType !== folderType);
  const within = (role: FolderRole): DriveEntry[] => inside.filter((entry) => entry.parent === folders[role]);
  return {
    root,
    hub: top.find((entry) => entry.id === hub) ?? { id: hub, name: hubName, mimeType: spreadsheetType, parent: '' },
    results: top.find((entry) => entry.mimeType === spreadsheetType && bareName(entry) === resultsName) ?? null,
    folders,
    departments: within('departments'),
    templates: within('templates').filter((entry) => entry.mimeType === wordType),
    reports: within('reports'),
  };
}

/** The name without the ending a local file has. */
export function bareName(entry: DriveEntry): string {
  return entry.name.replace(/\.[A-Za-z]{2,5}$/u, '');
}
