/** Which file is which department's workbook, and whether it can be used. */
import { lostLettersText } from '../../base/failure-words';
import type { Grid } from '../../base/grid';
import { groupsBy } from '../../base/groups';
import type { Problem, Result } from '../../base/problem';
import { readRemedies } from '../../base/read-failure';
import { wholeGrid, type CellSpan, type Taken } from '../../base/taken';
import { bareName, nameKey } from '../../base/text';
import { findSheet } from '../../tables/find-sheet';
import { readForm } from '../../tables/read-form';
import type { Read } from '../../tables/read-row';
import type { Settings } from '../../settings/settings';
import type { DepartmentFile } from './department-file';
import { maybeOf, unknownDepartment, type Directory } from '../department-names';
import type { Department, BookRecord, WorkbookStatus } from '../rows';
import { titledOtherYear } from './titled-year';
import { workbooksOf, type FoundBook } from './workbook-status';

/** A usable workbook with its department. */
export interface DepartmentBook {
  readonly department: Department;
  readonly file: string;
  readonly grids: readonly Grid[];
}

/** The workbooks whose values count, and how it stands with each department's. */
export interface DepartmentBooks {
  readonly usable: readonly DepartmentBook[];
  readonly workbooks: readonly BookRecord[];
}

/** A file with the department it belongs to (null: unknown) and whether its values may be used. */
interface AssignedFile extends FoundBook {
  readonly from: DepartmentFile;
  readonly taken?: readonly Taken[];
  readonly problems: readonly Problem[];
}

/**
 * Takes each file to its department, by the cover's 单位 or else by the file's name. Not usable are files that cannot be
 * opened, are of another year or of no known department, and all but one of several for one department.
 */
export function departmentBooks(
  files: readonly DepartmentFile[],
  directory: Directory,
  settings: Settings,
): Result<DepartmentBooks> {
  const { departments } = directory;
  const opened = files.map((file) => open(file, directory, settings));
  const openedOf = groupsBy(opened, ({ department }) => department);
  const rivals = departments.flatMap((department) => rivalsFor(department, openedOf.get(department) ?? []));
  const refused = new Map(rivals.flatMap((one) => one.lost.map((lost) => [lost, twiceText(one)] as const)));
  const found = opened.map((one): AssignedFile => {
    const why = refused.get(one);
    return why === undefined ? one : { ...one, status: { kind: 'refused', why } };
  });
  // Asked for each stray file, of which a folder may hold thousands.
  const served = new Set(found.flatMap(({ department, status }) => (status.kind === 'usable' ? [department] : [])));
  return {
    value: {
      usable: found.flatMap(({ from: { file, grids }, department, status }) =>
        status.kind !== 'usable' || department === null || grids === null ? [] : { department, file, grids },
      ),
      workbooks: workbooksOf(departments, found),
    },
    taken: found.flatMap(({ taken = [] }) => taken),
    problems: [
      ...found.flatMap((one) => (one.from.foreign === true ? [foreignProblem(one, served)] : toldOf(one))),
      ...rivals.flatMap(twoFiles),
    ],
  };
}

/** Where a workbook is not used, its first error speaks of all its cells; of one of several the error on them does. */
function toldOf({ from, status, problems }: AssignedFile): readonly Problem[] {
  const first = status.kind === 'usable' ? undefined : problems.find(({ level }) => level === 'error');
  return problems.map((one) => (one === first ? { ...one, covers: wholeBook(from) } : one));
}

function wholeBook({ grids }: DepartmentFile): readonly CellSpan[] {
  return (grids ?? []).flatMap(wholeGrid);
}

function open(from: DepartmentFile, directory: Directory, settings: Settings): AssignedFile {
  const { file, grids } = from;
  const byName = directory.find(bareName(file));
  const found = { file, from, department: byName, filledOn: null };
  if (grids === null) return { ...found, ...unopened(from, byName) };
  const lost = lostIn(grids);
  if (lost !== null) return { ...found, ...unopened({ ...from, failure: { fault: 'file', why: lost } }, byName) };
  const { reportYear, edition } = settings;
  const { sheets, declared } = edition;
  const cover = findSheet(grids, sheets.cover, { file, required: true, declared });
  if (cover.grid === null) return { ...found, ...coverless(from, byName, { directory, settings, ...cover }) };
  const { fields, problems, unknown, taken } = readForm(cover.grid, sheets.cover, { reportYear, declared });
  const typed = fields.department.value;
  const department = directory.find(typed ?? '') ?? byName;
  if (department === null) {
    const where = typed === null ? { file } : fields.department.place;
    const name = typed ?? bareName(file);
    const unknown = unknownDepartment('填报单位', name, where, directory);
    return { ...found, maybeOf: maybeOf(name, name, directory), status: nobodys, problems: [...problems, unknown] };
  }
  const year = fields.reportYear.value;
  if (year !== null && year !== reportYear) {
    const why = `“${file}”封面年度是${String(year)}年，不是${String(reportYear)}年`;
    return {
      ...found,
      department,
      status: { kind: 'refused', why },
      problems: [otherYear(fields.reportYear, from, settings)],
    };
  }
  return {
    ...found,
    department,
    status: { kind: 'usable' },
    filledOn: fields.filledOn.value,
    taken,
    problems: [...problems, ...unknown.map(asNote), ...otherName(fields.department, department, byName)],
  };
}

/** Nothing of a cover but its own lines is asked for. */
function asNote(problem: Problem): Problem {
  return { ...problem, level: 'note', expected: '与填报无关的不用管' };
}

const nobodys: WorkbookStatus = { kind: 'refused', why: '不知道是哪个单位的' };

/** Of what is no table only that counts which is named after a department: a note may lie there, too. */
function unopened(
  { file, failure, foreign = false }: DepartmentFile,
  department: Department | null,
): Pick<AssignedFile, 'status' | 'problems'> {
  const { fault, why } = failure ?? { fault: 'file', why: '' };
  const isNothing = foreign && department === null;
  return {
    status: isNothing ? nobodys : { kind: 'not-read', fault, why: why === '' ? '文件打不开' : why },
    problems: [unreadable({ file, failure: { fault, why } })],
  };
}

/** A workbook without cover belongs to the department its name says. */
function coverless(
  file: DepartmentFile,
  department: Department | null,
  {
    directory,
    settings,
    problems,
  }: Readonly<{ directory: Directory; settings: Settings; problems: readonly Problem[] }>,
): Pick<AssignedFile, 'status' | 'problems' | 'maybeOf'> {
  if (department === null) {
    const name = bareName(file.file);
    const unknown = unknownDepartment('文件名', name, { file: file.file }, directory);
    return { maybeOf: maybeOf(name, '', directory), status: nobodys, problems: [...problems, unknown] };
  }
  const isOwn = problems.every(({ code }) => code === 'sheet-missing');
  const told = isOwn ? [withoutCover(file, settings)] : problems;
  const other = titledOtherYear(file.grids ?? [], settings.reportYear);
  if (other?.level === 'error')
    return { status: { kind: 'refused', why: `“${file.file}”${other.said}` }, problems: [other] };
  return { status: { kind: 'usable' }, problems: other === null ? told : [...told, other] };
}

/** A department's own workbook: whose it is the name says, of which year nobody does. */
function withoutCover({ file }: DepartmentFile, { reportYear }: Settings): Problem {
  return {
    code: 'cover-missing',
    level: 'doubt',
    place: { file },
    actual: '',
    reason: `没有“封面”，按文件名认单位，按${String(reportYear)}年度采用`,
    expected: '请核对是不是本年度的表',
  };
}

/** Where the department has another file that can be used, nothing is lost by one that is no table. */
function foreignProblem({ from, department }: AssignedFile, served: ReadonlySet<Department | null>): Problem {
  return department === null || served.has(department) ? ignored(from) : unreadable(from);
}

/** Most likely nothing is lost: a department whose table is missing is told of all the same. */
function ignored({ file, failure }: DepartmentFile): Problem {
  return {
    code: 'file-ignored',
    level: 'note',
    place: { file },
    actual: '',
    reason: `没有采用：${failure?.why ?? '不是填报表'}`,
    expected: '与填报无关的请移走',
  };
}

/** Of a workbook in all sheets of which the characters were lost, as of a .csv that was saved anew as .xlsx: what is said of the first. */
function lostIn(grids: readonly Grid[]): string | null {
  const filled = grids.filter(({ rows }) => rows.length > 0);
  const told = filled.map(({ sheet, rows }) => {
    const lost = lostLettersText(rows, (cell) => cell?.shown);
    return lost === null ? null : `“${sheet}”${lost}`;
  });
  return told.includes(null) ? null : (told[0] ?? null);
}

/** What is told of a file that could not be opened. */
export function unreadable({ file, failure }: Pick<DepartmentFile, 'file' | 'failure'>): Problem {
  const { fault, why } = failure ?? { fault: 'file', why: '' };
  // What stands in it and cannot be used is told as that: only without a reason it is the file that does not open.
  const lead = why === '' ? '文件打不开' : '没有读到';
  return {
    code: 'workbook-unreadable',
    level: 'error',
    place: { file },
    actual: '',
    reason: `${lead}，整本没有采用${why === '' ? '' : `：${why}`}`,
    expected: why === '' ? '请用 WPS 或 Excel 打开检查，另存为 .xlsx 后放回“填报”再运行一次' : readRemedies[fault],
  };
}

function otherYear({ shown, place }: Read<number>, { grids }: DepartmentFile, settings: Settings): Problem {
  const sheets = (grids ?? []).map((grid) => grid.sheet).filter((sheet) => sheet !== place.sheet);
  return {
    code: 'workbook-other-year',
    level: 'error',
    place,
    actual: shown,
    reason: `封面年度“${shown}”与总表的${String(settings.reportYear)}年不一致，整本没有采用（${sheets.join('、')}）`,
    expected: `请改用${String(settings.reportYear)}年度的填报表；确属年度写错的请改正封面`,
  };
}

function otherName(
  { shown, place }: Read<string>,
  department: Department,
  byName: Department | null,
): readonly Problem[] {
  if (byName === null || byName === department) return [];
  return [
    {
      code: 'cover-other-department',
      level: 'doubt',
      place,
      actual: shown,
      reason: `封面写的是“${department.name}”，文件名是“${byName.name}”，按封面采用`,
      expected: '请核对是否放错文件或填错封面',
    },
  ];
}

/** Several files for one department: `kept` is the one that counts, `lost` are the others. */
interface Rivals {
  readonly department: Department;
  readonly all: readonly AssignedFile[];
  readonly kept: AssignedFile | null;
  readonly lost: readonly AssignedFile[];
}

/**
 * Of several files for one department only the one named exactly after it counts; without such a one, none does. One that
 * was not given to be read may be sound, and counts among them.
 */
function rivalsFor(department: Department, own: readonly AssignedFile[]): readonly Rivals[] {
  const isNamed = ({ file }: AssignedFile): boolean => nameKey(bareName(file)) === nameKey(department.name);
  const all = own.filter((one) => one.status.kind === 'usable' || (isNamed(one) && isWithheld(one)));
  if (all.length < 2) return [];
  const named = all.filter(isNamed);
  const kept = named.length === 1 ? (named[0] ?? null) : null;
  return [{ department, all, kept, lost: all.filter((one) => one !== kept && one.status.kind === 'usable') }];
}

function isWithheld({ status }: AssignedFile): boolean {
  return status.kind === 'not-read' && status.fault !== 'file';
}

/** `司法所有2个填报表，都没有采用`. */
function twiceText({ department, all, kept }: Pick<Rivals, 'department' | 'all' | 'kept'>): string {
  const used =
    kept === null
      ? '都没有采用'
      : kept.status.kind === 'usable'
        ? `采用了“${kept.file}”`
        : `“${kept.file}”没有读到，都没有采用`;
  return `${department.name}有${String(all.length)}个填报表，${used}`;
}

function twoFiles(rivals: Rivals): readonly Problem[] {
  const { department, all, lost } = rivals;
  return lost.map(({ file, from }) => ({
    code: 'workbook-twice',
    level: 'error',
    place: { file },
    actual: all.map((one) => one.file).join('、'),
    reason: twiceText(rivals),
    expected: `请只留一个，并命名为“${department.name}.xlsx”`,
    covers: wholeBook(from),
  }));
}
