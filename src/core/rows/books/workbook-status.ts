/** What became of each department's workbook, told apart: nothing came, it is of no use, or nobody could read it. */
import { groupsBy } from '../../base/groups';
import type { ReadFailure } from '../../base/read-failure';
import type { DepartmentFile } from './department-file';
import type { Department, Rows, BookRecord, WorkbookStatus } from '../rows';

/** A file as far as its department's status depends on it; `department` null: nobody knows whose it is. */
export interface FoundBook {
  readonly file: string;
  readonly department: Department | null;
  readonly status: WorkbookStatus;
  readonly filledOn: BookRecord['filledOn'];
  /** A sound workbook of a unit nobody knows: the department it may be of, and the unit as typed, empty where only its file's name says it. */
  readonly maybeOf?: { readonly department: string; readonly typed: string } | null;
}

/**
 * The workbook of each department among all files. Where its own file is not there and some file of unknown owner could not
 * be read, that may be the one; so may a sound one whose unit is called almost as the department is, which may have been renamed.
 */
export function workbooksOf(departments: readonly Department[], found: readonly FoundBook[]): readonly BookRecord[] {
  const foundOf = groupsBy(found, ({ department }) => department);
  const stray = foundOf.get(null)?.find(({ status }) => status.kind === 'not-read');
  const renamed = new Map(found.map((book) => [book.maybeOf?.department, book] as const));
  return departments.map((department) => {
    const near = renamed.get(department.name);
    return workbookOf(
      department,
      foundOf.get(department) ?? [],
      near === undefined ? stray && maybe(stray) : other(near),
    );
  });
}

function workbookOf({ name }: Department, own: readonly FoundBook[], unknown: WorkbookStatus | undefined): BookRecord {
  const first = (kind: WorkbookStatus['kind']): FoundBook | undefined => own.find(({ status }) => status.kind === kind);
  const best = first('usable') ?? first('not-read') ?? first('refused');
  if (best) return { department: name, file: best.file, status: best.status, filledOn: best.filledOn };
  return { department: name, file: null, status: unknown ?? { kind: 'none' }, filledOn: null };
}

function maybe({ file, status }: FoundBook): WorkbookStatus {
  if (status.kind !== 'not-read') return status;
  return { ...status, why: `没有以该单位命名的文件，“${file}”又没有读到，不知道是不是它的` };
}

function other({ file, maybeOf }: FoundBook): WorkbookStatus {
  const typed = maybeOf?.typed ?? '';
  const which = typed === '' ? '的文件名' : `写的单位“${typed}”`;
  return { kind: 'not-read', fault: 'file', why: `“${file}”${which}不在“单位”表里，不知道是不是它的` };
}

/** Names of the active departments of which nobody knows whether they reported, with the reason. */
export function unreadDepartments({
  departments,
  workbooks,
}: Pick<Rows, 'departments' | 'workbooks'>): ReadonlyMap<string, ReadFailure> {
  const active = new Set(departments.filter((department) => department.active).map(({ name }) => name));
  return new Map(
    workbooks.flatMap(({ department, status }) =>
      status.kind === 'not-read' && active.has(department) ? [[department, status] as const] : [],
    ),
  );
}

/** Names of the departments that sent no workbook and of which the town's table tells: what they have is no form of their own. */
export function formlessDepartments({ workbooks }: Pick<Rows, 'workbooks'>): ReadonlySet<string> {
  return new Set(workbooks.flatMap((book) => (isFormless(book) ? book.department : [])));
}

/** Whether the department is told by the town's table alone. */
export function isFormless({ file, status }: Pick<BookRecord, 'file' | 'status'>): boolean {
  return file === null && status.kind === 'usable';
}

type TriedFile = Pick<DepartmentFile, 'grids' | 'failure'>;

/** With one the run goes on and tells of it; more than one mean that the service is out. */
const mostUnanswered = 1;

/** Whether the service is out: it gave no answer for more than one file. */
export function isServiceOut(files: readonly TriedFile[]): boolean {
  return files.filter(({ failure }) => failure?.fault === 'service').length > mostUnanswered;
}

/**
 * The files that were not given to be read, where nothing should be concluded from the others: the service is out, or none
 * of several was given, which no department can have done; otherwise none.
 */
export function outageOf<T extends TriedFile>(files: readonly T[]): readonly T[] {
  const withheld = files.filter(({ failure }) => failure != null && failure.fault !== 'file');
  const isNoneOpen = files.every(({ grids }) => grids === null);
  return isServiceOut(files) || (isNoneOpen && withheld.length > mostUnanswered) ? withheld : [];
}
