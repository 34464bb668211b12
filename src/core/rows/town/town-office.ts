/** The tasks of an office and their progress, where one table of the town may tell both. */
import type { Grid } from '../../base/grid';
import type { Problem, Result } from '../../base/problem';
import { groupsBy } from '../../base/groups';
import { sheetName, sheetPlace } from '../../base/place';
import { wholeGrid } from '../../base/taken';
import type { DepartmentFile } from '../books/department-file';
import { titledOtherYear } from '../books/titled-year';
import { isUntold } from '../progress-line';
import type { BookRecord, Progress, Task } from '../rows';
import { taskList, tasksOf, type TaskContext } from '../task-list';
import { unknownSheets } from '../unknown-sheets';
import { nothingTold, progressOfHub, progressOfOwn, type TownProgress } from './town-progress';
import { findTownTable, type TownTable } from './town-table';

/** What the hub and the departments' files give of tasks. */
export interface TownOffice extends Required<Result<readonly Task[]>> {
  /** What the town's table says of them; none where there is no such table. */
  readonly progress: TownProgress;
  /** By their leads the tasks of which it tells how they stand: a row without a word tells nothing. */
  readonly told: ReadonlyMap<string, ReadonlySet<Task>>;
  readonly town: TownTable | null;
  /** The files but the town's own, which belongs to no department. */
  readonly files: readonly DepartmentFile[];
}

/** The hub's list of tasks goes before the town's table; a hub without tasks has those of the table. */
export function townOffice(
  hub: readonly Grid[],
  files: readonly DepartmentFile[],
  file: string,
  context: TaskContext,
): TownOffice {
  const office = ofThisYear(officeOf(hub, files, file, context), (rest) => officeOf(hub, rest, file, context), context);
  return { ...office, told: toldIn(office) };
}

type Office = Omit<TownOffice, 'told'>;

/** Without a table of the town that is of another year by its title; where only the title is, that is told. */
function ofThisYear(
  office: Office,
  without: (files: readonly DepartmentFile[]) => Office,
  { settings }: TaskContext,
): Office {
  const grids = office.town?.file?.grids ?? [];
  const year = titledOtherYear(grids, settings.reportYear);
  if (year === null) return office;
  if (year.level !== 'error') return { ...office, problems: [...office.problems, year] };
  const rest = without(office.files);
  return { ...rest, problems: [...rest.problems, { ...year, covers: grids.flatMap(wholeGrid) }] };
}

function officeOf(hub: readonly Grid[], files: readonly DepartmentFile[], file: string, context: TaskContext): Office {
  const { settings, directory } = context;
  const own = taskList(hub, file, context);
  const town = findTownTable(hub, files, directory, settings);
  if (town === null || (town.file === null && own.value.length > 0 && !isTownOnly(own, town))) {
    return { ...own, taken: own.taken ?? [], progress: nothingTold, town: null, files };
  }
  const others = files.filter((one) => one !== town.file);
  const { read } = town;
  const rest = town.file === null ? [] : otherSheets(town, settings);
  if (own.value.length > 0 && town.file !== null) {
    const progress = progressOfHub(own.value, town, settings);
    const taken = [...(own.taken ?? []), ...read.taken];
    return {
      ...own,
      taken,
      problems: [...own.problems, ...read.problems, ...rest, takenNote(town, true)],
      progress,
      town,
      files: others,
    };
  }
  const made = tasksOf(read.rows, read.layout, context);
  return {
    value: made.value.flatMap(({ tasks }) => tasks),
    taken: town.file === null ? read.taken : [...(own.taken ?? []), ...read.taken],
    problems: [
      ...withoutMissing(own.problems, town),
      ...read.problems,
      ...rest,
      takenNote(town, false),
      ...made.problems,
    ],
    progress: progressOfOwn(made.value, town, settings),
    town,
    files: others,
  };
}

/** The list of the hub is the town's table itself, read by fewer columns. */
function isTownOnly({ value }: Result<readonly Task[]>, { grid }: TownTable): boolean {
  return value.every(({ place }) => place.file === grid.workbook && place.sheet === grid.sheet);
}

/** What the hub's own list lacks is nothing where the town's table tells it. */
function withoutMissing(problems: readonly Problem[], { file }: TownTable): readonly Problem[] {
  return file === null ? [] : problems.filter(({ code }) => code !== 'sheet-missing');
}

function otherSheets({ file, grid }: TownTable, { edition }: TaskContext['settings']): readonly Problem[] {
  const others = (file?.grids ?? []).filter((one) => one !== grid);
  return unknownSheets(others, [], edition.declared);
}

function takenNote({ grid, isPlan }: TownTable, isBesideList: boolean): Problem {
  const name = sheetName(sheetPlace(grid));
  if (isPlan) return planNote(grid, name, isBesideList);
  return {
    code: 'town-table',
    level: isBesideList ? 'doubt' : 'note',
    place: sheetPlace(grid),
    actual: grid.sheet,
    reason: isBesideList
      ? `${name}不是一个单位的表，当作总台账，各项任务的进展按它采用（单位自己的表优先）`
      : `总表没有任务，按${name}采用各项任务和进展`,
    expected: isBesideList ? '如不对，请把文件改名为单位名称，或者移走' : '如不对，请把任务写进总表的“任务”',
  };
}

function planNote({ workbook: file, sheet }: Grid, name: string, isBesideList: boolean): Problem {
  const taken = isBesideList ? '总表已有任务，没有从中取什么' : '总表没有任务，按它采用各项任务';
  return {
    code: 'town-table',
    level: 'note',
    place: { file, sheet },
    actual: sheet,
    reason: `${name}是全部单位的任务表，没有写进展；${taken}`,
    expected: '各项任务的进展请由单位填报，或者加上“完成情况”这样的列',
  };
}

function toldIn({ value, progress }: Pick<TownOffice, 'value' | 'progress'>): TownOffice['told'] {
  const told = new Set(tellingLines(progress).map(lineKey));
  const tasks = value.filter(({ id, lead }) => told.has(lineKey({ taskId: id, department: lead ?? '' })));
  return new Map([...groupsBy(tasks, ({ lead }) => lead ?? '')].map(([lead, own]) => [lead, new Set(own)]));
}

function tellingLines({ value }: TownProgress): readonly Progress[] {
  return value.filter((line) => !isUntold(line));
}

function lineKey({ taskId, department }: Pick<Progress, 'taskId' | 'department'>): string {
  return `${department}\n${taskId}`;
}

/** Lines of departments in their own workbooks go before those of the town's table; there, blank ones go behind others of their task. */
export function withTownLines(own: readonly Progress[], { progress }: TownOffice): readonly Progress[] {
  const told = new Set(own.map(lineKey));
  const telling = new Set(tellingLines(progress).map(lineKey));
  const open = progress.value.filter((line) => !told.has(lineKey(line)));
  return [...own, ...open.filter((line) => !isUntold(line) || !telling.has(lineKey(line)))];
}

/** Where both tell and do not say the same: the department's own word counts, and somebody should look. */
export function differingLines(own: readonly Progress[], { progress }: TownOffice): readonly Problem[] {
  const byTask = new Map(own.map((line) => [lineKey(line), line]));
  return progress.value.flatMap((told) => {
    const { department, taskId, status } = told;
    const line = byTask.get(lineKey(told));
    const isSame = line === undefined || status.value === null || line.status.value === status.value;
    if (isSame) return [];
    const reason = `任务 ${taskId} 这里写“${status.shown}”，${department}自己的表写“${line.status.shown}”，按${department}的表计`;
    const { place, shown: actual } = status;
    return [{ code: 'town-line-differs', level: 'doubt', place, actual, reason, expected: '请核对哪一个对' }];
  });
}

/** A department of which the town's table tells has reported, though it sent no workbook: the table is none of its own. */
export function withTownBooks(workbooks: readonly BookRecord[], { progress }: TownOffice): readonly BookRecord[] {
  const told = new Set(tellingLines(progress).map(({ department }) => department));
  return workbooks.map((book) =>
    book.status.kind === 'none' && told.has(book.department) ? { ...book, status: { kind: 'usable' } } : book,
  );
}
