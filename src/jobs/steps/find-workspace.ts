/** Finds the parts of the office's workspace by name, in two list calls; on Drive what set-up made also by its id. */
import type { JobAnswer } from '../../contract/answer';
import { readRemedies } from '../../core/base/read-failure';
import {
  folderNames,
  hubName,
  registerName,
  resultsName,
  rulesName,
  sentFolder,
  type FolderRole,
} from '../../core/base/office-names';
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
import { failureOf, isOutOfReach } from '../../core/base/failure-words';
import {
  absentFiles,
  departmentKey,
  knownFiles,
  resultsKey,
  registerKey,
  rulesKey,
  type KnownFile,
  type AbsentFiles,
} from '../../google/drive/known-files';
import { rememberedIds, type WorkspaceIds } from '../../google/run-guard';
import { unseenText } from './account';
import { refusedAnswer } from './job-answer';

export interface Workspace {
  readonly root: string;
  /** Made by set-up on Drive: departments' workbooks are shared there, and reading them costs calls. */
  readonly isOnDrive: boolean;
  /** Whether the script sees the files themselves for whoever runs it; else it knows the spreadsheets' ids alone. */
  readonly isSeen: boolean;
  /** Who ran set-up, as it may be shown. */
  readonly owner: string;
  /** What set-up made, by key. */
  readonly known: ReadonlyMap<string, KnownFile>;
  /** Of what set-up made, the ids that are in the bin or deleted; a colleague cannot know of any. */
  readonly absent: AbsentFiles;
  /** Workbooks of departments by report year; null where no year has folders of its own. */
  readonly years: YearFolders | null;
  /** On Google the hub may lie outside the folder; its name is then the usual one. */
  readonly hub: DriveEntry;
  readonly results: DriveEntry | null;
  /** How departments' own workbooks are read; null before anything was confirmed. */
  readonly rules: DriveEntry | null;
  /** What the office noted of papers; null before anything was. */
  readonly register: DriveEntry | null;
  /** Everything in the root. */
  readonly top: readonly DriveEntry[];
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
  /** In a folder: the copies of what was handed to a mail server. */
  readonly sent: readonly DriveEntry[];
  /** Everything in 核对单. */
  readonly checks: readonly DriveEntry[];
}

/** The year 填报 was made for, and each later year with its folder and what lies there. */
interface YearFolders {
  readonly first: number;
  readonly later: Readonly<Record<string, { readonly folder: string; readonly entries: readonly DriveEntry[] }>>;
}

/** The workspace as it stands, null before set-up, or why its folders could not be listed: then nothing is concluded. */
export function findWorkspace(): Workspace | JobAnswer | null {
  const ids = rememberedIds();
  if (ids === null) return null;
  try {
    const found = lookAround(ids);
    const isLost = found.isOnDrive && found.folders.departments === undefined;
    return (isLost && found.blocked.length === 0 ? fromMemory(ids) : null) ?? found;
  } catch (error) {
    const { fault, why } = failureOf(error);
    if (fault === 'access' && ids.isOnDrive === true) return fromMemory(ids) ?? refusedAnswer(unseenText());
    return refusedAnswer(`工作文件夹里的文件没有读到：${why}。什么都没有写，也没有发。${listRemedies[fault]}。`);
  }
}

const listRemedies = { ...readRemedies, file: '排除原因后再运行一次' };

/** What is in the bin of the program's own workbooks: without it figures or records would be lost. Null for none. */
function binnedText({ results, rules, register, absent }: Workspace): string | null {
  const books = [
    [results, resultsName, '催办记录'],
    [rules, rulesName, '各单位台账的读法'],
    [register, registerName, '督办单的登记'],
  ] as const;
  const binned = books.find(([book]) => book !== null && absent.has(book.id));
  return binned ? `“${binned[1]}”在云端硬盘的回收站里，里面有${binned[2]}` : null;
}

/**
 * The workspace, or why nothing can be done in it. A folder on Drive that is not seen is no empty one:
 * every department would be missing, and everything would be made a second time.
 */
export function usableWorkspace(workspace: Workspace | JobAnswer | null): Workspace | JobAnswer {
  if (workspace === null) return refusedAnswer('还没有工作文件夹。请先初始化（菜单“初始化”或 nianbao init）。');
  if ('exit' in workspace) return workspace;
  const { isOnDrive, isSeen, folders, blocked } = workspace;
  const binned = binnedText(workspace);
  if (binned !== null) return refusedAnswer(`${binned}。请在回收站里还原，再运行一次。什么都没有写，也没有发。`);
  if (blocked.length > 0) {
    return refusedAnswer(
      `工作文件夹里的“${blocked.join('”“')}”是文件或者指向别处的链接，不是文件夹。请改名或移走，再初始化一次。`,
    );
  }
  return isOnDrive && isSeen && folders.departments === undefined ? refusedAnswer(unseenText()) : workspace;
}

/** The same for what makes or reads files themselves: of another person's the script sees none. */
export function ownWorkspace(found: Workspace | JobAnswer | null): Workspace | JobAnswer {
  const workspace = usableWorkspace(found);
  if ('exit' in workspace || workspace.isSeen) return workspace;
  return refusedAnswer(`${ownerText(workspace)}检查填报、看板和催办，您可以直接运行。`);
}

/** Who has to run what makes files. */
function ownerText({ owner }: Pick<Workspace, 'owner'>): string {
  const who = owner === '' ? '当初点“初始化”的人' : `当初点“初始化”的人（${owner}）`;
  return `这件事要新建或读取文件，请由${who}来运行：本程序只看得见它以本人名义建立的文件。什么都没有写。`;
}

/** What can be done without seeing the folder; null where set-up noted nothing, and for a set-up of older versions. */
function fromMemory(ids: WorkspaceIds): Workspace | null {
  const known = knownFiles();
  if (known.size === 0) return null;
  return {
    ...blankWorkspace(ids),
    isSeen: false,
    known,
    ...ownBooks(known),
    years: yearsOf(ids, () => []),
  };
}

function blankWorkspace({ folder: root, hub, owner = '', isOnDrive = false }: WorkspaceIds): Workspace {
  const inside = { departments: [], templates: [], pictures: [], reports: [], outbox: [], sent: [], checks: [] };
  return {
    ...{ root, isOnDrive, isSeen: true, owner, hub: spreadsheetEntry(hub, hubName), ...ownBooks(new Map()) },
    ...{ ...inside, blocked: [], top: [], folders: {}, known: new Map(), absent: new Map(), years: null },
  };
}

/** The program's own, by what is noted of them, else by name. What was deleted for good is none: the ledger's seal then tells that a ledger was there. */
function ownBooks(
  known: Workspace['known'],
  absent: Workspace['absent'] = new Map(),
  top: readonly DriveEntry[] = [],
): Pick<Workspace, 'results' | 'rules' | 'register'> {
  const book = (key: string, called: string): DriveEntry | null => {
    const noted = known.get(key);
    if (noted !== undefined && absent.get(noted.id) !== 'gone') return spreadsheetEntry(noted.id, called);
    return top.find(({ mimeType, name }) => mimeType === spreadsheetType && bareName(name) === called) ?? null;
  };
  return {
    results: book(resultsKey, resultsName),
    rules: book(rulesKey, rulesName),
    register: book(registerKey, registerName),
  };
}

function yearsOf(
  { year, years = {} }: WorkspaceIds,
  within: (folder: string) => readonly DriveEntry[],
): YearFolders | null {
  if (year === undefined) return null;
  const later = Object.entries(years).map(([each, folder]) => [each, { folder, entries: within(folder) }] as const);
  return { first: year, later: Object.fromEntries(later) };
}

/** The folder of a later year's workbooks. */
export function yearFolderName(year: number): string {
  return `${folderNames.departments}${String(year)}`;
}

/**
 * The workspace as a report year has it: its own workbooks and no others; null where that year has none yet. Set-up knows the
 * workbooks it made by their ids: of two of one name that is the one.
 */
export function workspaceOfYear(workspace: Workspace, year: number): Workspace | null {
  const { isOnDrive, years, known } = workspace;
  if (!isOnDrive) return workspace;
  const later = years?.later[String(year)];
  if (years !== null && years.first !== year && later === undefined) return null;
  const seen = later?.entries ?? workspace.departments;
  const folders = later === undefined ? workspace.folders : { ...workspace.folders, departments: later.folder };
  const start = departmentKey(year, '');
  const noted = [...known].filter(([key]) => key.startsWith(start)).map(([, file]) => file);
  const byName = new Map(noted.map((file) => [bareName(file.name), file.id]));
  const kept = seen.filter(({ id, name }) => (byName.get(bareName(name)) ?? id) === id);
  const unseen = noted.filter(({ id }) => !kept.some((entry) => entry.id === id));
  return {
    ...workspace,
    folders,
    departments: [...kept, ...unseen.map(({ id, name }) => spreadsheetEntry(id, name))],
  };
}

/** Of a spreadsheet that is known by its id Drive tells no more. */
function spreadsheetEntry(id: string, name: string): DriveEntry {
  return { id, name, mimeType: spreadsheetType, parent: '', modifiedTime: '' };
}

/** The workspace in its folder, with the hub wherever it lies. One list call where the remembered folders are all there. */
export function lookAround(ids: WorkspaceIds): Workspace {
  const { folder: root, hub, folders: remembered = {}, years = {}, isOnDrive = false } = ids;
  const { asked, first } = listKnown(root, [...Object.values(remembered), ...Object.values(years)]);
  const top = first.filter((entry) => entry.parent === root);
  const folders = foldersAmong(top, remembered);
  const unasked = Object.values(folders).filter((id) => !asked.includes(id));
  const inside = unasked.length === 0 ? first : [...first, ...listFolders(unasked)];
  const within = (role: FolderRole): DriveEntry[] => inside.filter((entry) => entry.parent === folders[role]);
  const known = isOnDrive ? knownFiles() : new Map<string, KnownFile>();
  const isOwners = isOnDrive && folders.departments !== undefined;
  const absent = absentFiles(isOwners ? known.values() : [], new Set(inside.map(({ id }) => id)));
  return {
    ...blankWorkspace(ids),
    known,
    absent,
    years: yearsOf(ids, (folder) => inside.filter(({ parent }) => parent === folder)),
    hub: top.find((entry) => entry.id === hub) ?? spreadsheetEntry(hub, hubName),
    ...ownBooks(known, absent, top),
    folders,
    top,
    blocked: Object.entries(folderNames)
      .filter(([role, name]) => !(role in folders) && top.some((entry) => entry.name === name))
      .map(([, name]) => name),
    departments: within('departments'),
    templates: within('templates').filter(({ mimeType }) => mimeType === wordType || mimeType === documentType),
    pictures: within('templates'),
    reports: within('reports'),
    outbox: within('outbox'),
    sent: copiesIn(within('outbox'), isOnDrive),
    checks: within('checks'),
  };
}

/** On Drive a folder stays the same when somebody gives it another name. */
function foldersAmong(
  there: readonly DriveEntry[],
  remembered: NonNullable<WorkspaceIds['folders']>,
): Partial<Record<FolderRole, string>> {
  const found = (Object.entries(folderNames) as [FolderRole, string][]).flatMap(([role, name]) => {
    const named = there.find((one) => one.name === name && one.mimeType === folderType);
    const folder = there.find(({ id }) => id === remembered[role]) ?? named;
    return folder === undefined ? [] : [[role, folder.id] as const];
  });
  return Object.fromEntries(found);
}

/** On Drive no copies are made: the mails stand in the account that sent them. */
function copiesIn(outbox: readonly DriveEntry[], isOnDrive: boolean): readonly DriveEntry[] {
  if (isOnDrive) return [];
  const folder = outbox.find(({ name, mimeType }) => name === sentFolder && mimeType === folderType);
  return folder === undefined ? [] : listFolders([folder.id]);
}

/**
 * Google refuses to list a folder that was deleted or is not seen: then the root alone tells what there is. Throws where not
 * even that can be listed. `asked`: the folders whose contents are in the list.
 */
function listKnown(
  root: string,
  folders: readonly string[],
): { readonly asked: readonly string[]; readonly first: readonly DriveEntry[] } {
  if (folders.length > 0) {
    try {
      return { asked: folders, first: listFolders([root, ...folders]) };
    } catch (error) {
      if (!isOutOfReach(error)) throw error;
    }
  }
  return { asked: [], first: listFolders([root]) };
}

/** The id of a folder of the workspace, which is made when it is missing. */
export function ensureFolder(workspace: Workspace, role: FolderRole): string {
  return workspace.folders[role] ?? createFolder(folderNames[role], workspace.root);
}
