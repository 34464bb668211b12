/** Reads the departments' workbooks, those that have not changed from what is kept of them. */
import type { Grid } from '../../core/base/grid';
import { gridsFromText, textFromGrids } from '../../core/base/grid-text';
import { resultsName } from '../../core/base/office-names';
import type { DepartmentFile } from '../../core/rows/books/department-file';
import { isServiceOut } from '../../core/rows/books/workbook-status';
import { createSpreadsheet, folderType, shortcutType, spreadsheetType, type DriveEntry } from '../../google/folders';
import { tellProgress } from '../../google/run-guard';
import { isTimeUp } from '../../google/run-time';
import { isSettled, readSnapshot, writeSnapshot, type KeptWorkbook } from '../../google/snapshot';
import { readWorkbook } from '../../google/workbooks';
import { type Workspace } from './find-workspace';

/** `done` of `total`: fewer when Google's time for one run was over; what was read is then kept for the next. */
export interface ReadDepartments {
  readonly files: readonly DepartmentFile[];
  readonly done: number;
  readonly total: number;
}

interface ReadFile {
  readonly file: DepartmentFile;
  /** What may be kept of it. */
  readonly kept: KeptWorkbook | null;
}

/** What is heard while files are read, and when reading ends early. */
export interface ReadingWatch {
  /** Hears at once of a file that cannot be opened. */
  readonly onFailure: (file: DepartmentFile) => void;
  /** As soon as it is plain that the service is out, the rest is not asked for. */
  readonly stopsWhenOut: boolean;
  /** Whether a sheet lists persons: of such a workbook nothing is kept. */
  readonly isOfPersons: (grids: readonly Grid[]) => boolean;
}

/**
 * One call for each workbook that has changed; `linked` are those departments brought along. A workspace in a folder keeps
 * nothing: there reading costs no call. Nothing is kept either of a run in which the service was out.
 */
export function readDepartments(
  workspace: Workspace,
  linked: readonly DriveEntry[],
  watch: ReadingWatch,
): ReadDepartments {
  const { isOnDrive, results, absent } = workspace;
  const departments = isOnDrive ? [...workspace.departments, ...linked] : workspace.departments;
  const before = isOnDrive && results ? readSnapshot(results.id) : new Map<string, KeptWorkbook>();
  const reads = readAll(departments, { before, isOnDrive, absent }, watch);
  const kept = reads.flatMap((read) => read.kept ?? []);
  // The workbook of the results is made by the run that has results; one that ends in the middle needs it now.
  const canKeep = isOnDrive && (results !== null || reads.length < departments.length);
  if (canKeep && !isOut(reads)) keepChanged(workspace, before, kept);
  return { files: reads.map(({ file }) => file), done: reads.length, total: departments.length };
}

interface Shelf {
  /** What is kept, by id. */
  readonly before: ReadonlyMap<string, KeptWorkbook>;
  readonly isOnDrive: boolean;
  readonly absent: Workspace['absent'];
}

function readAll(
  departments: readonly DriveEntry[],
  { before, isOnDrive, absent }: Shelf,
  { onFailure, stopsWhenOut, isOfPersons }: ReadingWatch,
): readonly ReadFile[] {
  const reads: ReadFile[] = [];
  for (const entry of departments) {
    const known = unchanged(entry, before.get(entry.id));
    if (known === null && isTimeUp()) break;
    const progress = `读取 ${String(reads.length + 1)}/${String(departments.length)} ${entry.name}`;
    const read = known ?? away(entry, absent) ?? withoutPersons(readOne(entry, progress, isOnDrive), isOfPersons);
    reads.push(read);
    if (isFailed(read)) onFailure(read.file);
    if (stopsWhenOut && isOut(reads)) break;
  }
  return reads;
}

/** Names of a roster are looked at and forgotten: its workbook is read anew each time. */
function withoutPersons(read: ReadFile, isOfPersons: ReadingWatch['isOfPersons']): ReadFile {
  const { file, kept } = read;
  return kept !== null && file.grids !== null && isOfPersons(file.grids) ? { file, kept: null } : read;
}

function isOut(reads: readonly ReadFile[]): boolean {
  return isServiceOut(reads.map(({ file }) => file));
}

function isFailed({ file }: ReadFile): boolean {
  return file.grids === null && file.foreign !== true;
}

const awayTexts = {
  binned: '填报表在云端硬盘的回收站里，没有读取，请在回收站里还原',
  gone: '填报表已经删除，请点“建立部门填报表”另建',
};

/** What the department wrote there was not withdrawn by it. */
function away({ id, name: file }: DriveEntry, absent: Workspace['absent']): ReadFile | null {
  const where = absent.get(id);
  if (where === undefined) return null;
  return { file: { file, grids: null, failure: { fault: 'access', why: awayTexts[where] } }, kept: null };
}

function unchanged(entry: DriveEntry, kept: KeptWorkbook | undefined): ReadFile | null {
  if (kept?.modifiedTime !== entry.modifiedTime) return null;
  const grids = gridsFromText(kept.text, entry.name);
  return grids && { file: { file: entry.name, grids, failure: null }, kept };
}

function readOne(entry: DriveEntry, progress: string, isOnDrive: boolean): ReadFile {
  tellProgress(progress);
  const { id, name: file, modifiedTime } = entry;
  const unread = unopened(entry);
  if (unread !== null) return { file: unread, kept: null };
  const read = readWorkbook(id, file);
  if ('failure' in read) return { file: { file, grids: null, failure: read.failure }, kept: null };
  const { grids, hasFormulas } = read;
  // A formula may show something else tomorrow although nobody touched the workbook.
  const mayKeep = isOnDrive && !hasFormulas && modifiedTime !== '' && isSettled(modifiedTime);
  const kept = mayKeep ? { id, modifiedTime, text: textFromGrids(grids) } : null;
  return { file: { file, grids, failure: null }, kept };
}

/** What is no workbook by its kind is not asked for; null for one that is. */
function unopened({ name: file, mimeType }: DriveEntry): DepartmentFile | null {
  const skipped = (why: string, foreign = true): DepartmentFile => ({
    file,
    grids: null,
    foreign,
    failure: { fault: 'file', why },
  });
  if (mimeType === folderType) return skipped('这是文件夹，里面的文件没有读取，填报表请直接放在“填报”里');
  if (mimeType === shortcutType) return skipped('这是指向别处的快捷方式（链接），没有打开，请把文件本身放在“填报”里');
  if (file.startsWith('.')) return skipped('文件名以点开头，是隐藏文件，没有读取，是填报表的请改名');
  if (mimeType === spreadsheetType) return null;
  const foreign = !/\.(?:xls[xmb]?|et|csv|tsv|ods)$/iu.test(file);
  return skipped('不是 .xlsx 工作簿，是填报表的请用 WPS 或 Excel 另存为 .xlsx', foreign);
}

/** Keeping is a convenience: what cannot be kept is read again. */
function keepChanged(
  { results, root }: Workspace,
  before: ReadonlyMap<string, KeptWorkbook>,
  kept: readonly KeptWorkbook[],
): void {
  if (kept.every((one) => before.get(one.id) === one)) return;
  try {
    writeSnapshot(results?.id ?? createSpreadsheet(resultsName, root), kept);
  } catch {
    tellProgress('没有保存快照，下次重新读取');
  }
}
