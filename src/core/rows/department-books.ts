/** Which file is which department's workbook, and whether it can be used. */
import type { Day } from '../base/day';
import type { Grid } from '../base/grid';
import type { Problem, Result } from '../base/problem';
import { bareName, nameKey } from '../base/text';
import { findSheet } from '../tables/find-sheet';
import { readForm } from '../tables/read-form';
import type { Read } from '../tables/read-row';
import type { Settings } from '../settings/settings';
import { unknownDepartment, type Directory } from './department-names';
import type { Department, BookStatus } from './rows';

/**
 * One file of the 填报 folder. `grids` is null when it could not be opened; then `failure` says why. `foreign`: it is no
 * table at all but a folder, a note, a picture.
 */
export interface DepartmentFile {
  readonly file: string;
  readonly grids: readonly Grid[] | null;
  readonly failure?: string | null;
  readonly foreign?: boolean;
}

/** A usable workbook with its department. */
export interface DepartmentBook {
  readonly department: Department;
  readonly file: string;
  readonly grids: readonly Grid[];
}

/** The workbooks whose values count, and how it stands with each department's. */
export interface DepartmentBooks {
  readonly usable: readonly DepartmentBook[];
  readonly workbooks: readonly BookStatus[];
}

/** A file with the department it belongs to (null: unknown) and whether its values may be used. */
interface AssignedFile {
  readonly file: DepartmentFile;
  readonly department: Department | null;
  readonly usable: boolean;
  readonly filledOn?: Day | null;
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
  const rivals = departments.map((department) => ({
    department,
    rivals: opened.filter((one) => one.usable && one.department === department),
  }));
  const refused = new Set(rivals.flatMap((one) => losers(one.department, one.rivals)));
  const usable = opened.filter((one) => one.usable && !refused.has(one));
  return {
    value: {
      usable: usable.flatMap(({ file, department }) =>
        department === null || file.grids === null ? [] : { department, file: file.file, grids: file.grids },
      ),
      workbooks: departments.map((department) => statusOf(department, opened, usable)),
    },
    problems: [
      ...opened.flatMap(({ problems }) => problems),
      ...rivals.flatMap((one) => twoFiles(one.department, one.rivals)),
    ],
  };
}

function open(file: DepartmentFile, directory: Directory, settings: Settings): AssignedFile {
  if (file.foreign === true) return { file, department: null, usable: false, problems: [ignored(file)] };
  const byName = directory.find(bareName(file.file));
  const place = { file: file.file };
  if (file.grids === null) return { file, department: byName, usable: false, problems: [unreadable(file)] };
  const { reportYear, edition } = settings;
  const { sheets, declared } = edition;
  const cover = findSheet(file.grids, sheets.cover, { file: file.file, required: true, declared });
  if (cover.grid === null) return coverless(file, byName, { directory, settings, problems: cover.problems });
  const { fields, problems } = readForm(cover.grid, sheets.cover, { reportYear, declared });
  const typed = fields.department.value;
  const department = directory.find(typed ?? '') ?? byName;
  if (department === null) {
    const where = fields.department.value === null ? place : fields.department.place;
    const unknown = unknownDepartment('填报单位', typed ?? bareName(file.file), where, directory);
    return { file, department, usable: false, problems: [...problems, unknown] };
  }
  const year = fields.reportYear.value;
  if (year !== null && year !== settings.reportYear) {
    return { file, department, usable: false, problems: [otherYear(fields.reportYear, file, settings)] };
  }
  return {
    file,
    department,
    usable: true,
    filledOn: fields.filledOn.value,
    problems: [...problems, ...otherName(fields.department, department, byName)],
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
): AssignedFile {
  if (department === null) {
    const unknown = unknownDepartment('文件名', bareName(file.file), { file: file.file }, directory);
    return { file, department, usable: false, problems: [...problems, unknown] };
  }
  const isOwn = problems.every(({ code }) => code === 'sheet-missing');
  return { file, department, usable: true, problems: isOwn ? [withoutCover(file, settings)] : problems };
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

function statusOf(
  department: Department,
  opened: readonly AssignedFile[],
  usable: readonly AssignedFile[],
): BookStatus {
  const used = usable.find((one) => one.department === department);
  const any = used ?? opened.find((one) => one.department === department);
  return {
    department: department.name,
    file: any?.file.file ?? null,
    usable: used !== undefined,
    filledOn: used?.filledOn ?? null,
  };
}

/** Most likely nothing is lost: a department whose table is missing is told of all the same. */
function ignored({ file, failure }: DepartmentFile): Problem {
  return {
    code: 'file-ignored',
    level: 'note',
    place: { file },
    actual: '',
    reason: `没有采用：${failure ?? '不是填报表'}`,
    expected: '与填报无关的请移走',
  };
}

/** What is told of a file that could not be opened. */
export function unreadable({ file, failure }: DepartmentFile): Problem {
  const isExplained = failure != null && failure !== '';
  return {
    code: 'workbook-unreadable',
    level: 'error',
    place: { file },
    actual: '',
    reason: `文件打不开，整本没有采用${isExplained ? `：${failure}` : ''}`,
    expected: isExplained
      ? '改好后放回“填报”再运行一次'
      : '请用 WPS 或 Excel 打开检查，另存为 .xlsx 后放回“填报”再运行一次',
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

/** Of several files for one department only the one named exactly after it counts; without such a one, none does. */
function losers(department: Department, rivals: readonly AssignedFile[]): readonly AssignedFile[] {
  if (rivals.length < 2) return [];
  const winners = rivals.filter(({ file }) => nameKey(bareName(file.file)) === nameKey(department.name));
  return winners.length === 1 ? rivals.filter((one) => !winners.includes(one)) : rivals;
}

function twoFiles(department: Department, rivals: readonly AssignedFile[]): readonly Problem[] {
  const lost = losers(department, rivals);
  if (lost.length === 0) return [];
  const kept = rivals.find((one) => !lost.includes(one));
  const used = kept === undefined ? '都没有采用' : `采用了“${kept.file.file}”`;
  return lost.map(({ file }) => ({
    code: 'workbook-twice',
    level: 'error',
    place: { file: file.file },
    actual: rivals.map((one) => one.file.file).join('、'),
    reason: `${department.name}有${String(rivals.length)}个填报表，${used}`,
    expected: `请只留一个，并命名为“${department.name}.xlsx”`,
  }));
}
