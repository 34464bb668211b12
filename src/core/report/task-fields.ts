/** Fields of the year's tasks: counts, completion rate, and lists by state, section and department. */
import { undatedTasks } from '../findings/completion';
import { longDay } from '../base/day';
import { percentDigits } from '../base/decimal';
import { groupsBy } from '../base/groups';
import { placeText, type Place } from '../base/place';
import { reportStateWords, type TaskState } from '../base/state-words';
import type { Edition } from '../edition/edition';
import type { Tally } from '../../contract/summary';
import type { NamedTally, TaskFinding } from '../findings/findings';
import { extraColumns, type ExtraCells } from '../edition/extra-cells';
import type { Columns } from '../tables/sheet';
import { traced, type Traced } from '../../engine/fill';
import { count, date, flag, list, number, record, text, texts, truth, words, type Declarations } from './declare';
import type { ReportInput } from './report-input';
import { bare } from './wording';

/** A tally together with the tasks it counts. */
interface Group {
  readonly name: string;
  readonly tally: Tally;
  readonly tasks: readonly TaskFinding[];
  /** What the rate is held against; null where it is not judged. */
  readonly threshold: number | null;
  /** Cells that somebody still has to look at. */
  readonly doubted: ReadonlySet<string>;
}

interface Unit extends Group {
  readonly inGroup: boolean;
  readonly place: Place | null;
}

/** Below this number of cases no rate is printed, but the counts. */
const fewestForRate = 5;

const ownFields: Declarations<TaskFinding> = {
  编号: text('任务编号', ({ task }) => words(task.id, [task.place])),
  名称: text('任务名称', ({ task }) => words(bare(task.title), [task.place])),
  章节: text('报告章节', ({ task }) => words(task.section, [task.place])),
  举措: text('具体举措', ({ task }) => words(bare(task.measure), [task.place])),
  牵头单位: text('牵头单位', ({ task }) => words(task.lead ?? '', [task.place])),
  完成时限: text('完成时限，有日期的写日期，没有的照原文', ({ task, due }) =>
    words(due === null ? bare(task.dueText) : longDay(due), [task.duePlace]),
  ),
  到期日: date('到期的日期；长期任务没有', ({ task, due }) =>
    traced(due, due === null ? '' : longDay(due), [placeText(task.duePlace)]),
  ),
  状态: text(Object.values(reportStateWords).join('、'), ({ state, sources }) =>
    words(reportStateWords[state], sources),
  ),
  逾期工作日: number('逾期的工作日数', ({ workingDaysLate, sources }) => count(workingDaysLate, sources)),
  进展: text('单位填报的进展情况', ({ progress }) => words(bare(progress?.text ?? ''), placesOf(progress))),
  存在问题: text('单位填报的存在问题', ({ progress }) => words(bare(progress?.problems ?? ''), placesOf(progress))),
  下一步: text('单位填报的下一步打算', ({ progress }) => words(bare(progress?.next ?? ''), placesOf(progress))),
  报告用语: text('写进报告的说法，没有写的用任务名称', ({ task }) =>
    words(bare(task.phrase) || bare(task.title), [task.place]),
  ),
};

/** One task: what every report knows of it, and under its header each column that the edition adds to 任务 and 任务进展. */
export function taskFields({ sheets }: Edition): Declarations<TaskFinding> {
  const { tasks, progress } = sheets;
  return {
    ...extraFields(extraColumns('progress', progress.columns), progress, (finding) => finding.progress?.extra),
    ...extraFields(extraColumns('tasks', tasks.columns), tasks, ({ task }) => task.extra),
    ...ownFields,
  };
}

function extraFields(
  columns: ReturnType<typeof extraColumns>,
  { title, columns: declared }: { readonly title: string; readonly columns: Columns },
  cellsOf: (finding: TaskFinding) => ExtraCells | undefined,
): Declarations<TaskFinding> {
  return Object.fromEntries(
    columns.map(([field, header]) => [
      header,
      text(`“${title}”的${header}：${declared[field]?.help ?? ''}`, (finding) => {
        const cell = cellsOf(finding)?.[header];
        return words(bare(cell?.text ?? ''), cell === undefined ? [] : [cell.place]);
      }),
    ]),
  );
}

function groupFields(edition: Edition): Declarations<Group> {
  const oneTask = taskFields(edition);
  return {
    ...groupCounts,
    完成任务: list('已完成的任务', ofState('done'), oneTask),
    推进任务: list('推进中的任务', ofState('running'), oneTask),
    逾期任务: list('逾期的任务', ofState('overdue'), oneTask),
    未报任务: list('已到期而没有报进展的任务', ofState('unreported'), oneTask),
    待核实任务: list('已到期而完成情况待核实的任务', ofState('unclear'), oneTask),
    延期任务: list('延期的任务', ofState('deferred'), oneTask),
    逾期单位: texts('有逾期任务的牵头单位，不重复', overdueLeads),
  };
}

const groupCounts: Declarations<Group> = {
  总数: tally('任务总数', 'total', ['done', 'running', 'overdue', 'unreported', 'unclear', 'deferred', 'cancelled']),
  应完成: tally('到期且未延期、未取消的任务数（已完成加逾期）', 'due', ['done', 'overdue']),
  完成: tally('已完成的任务数', 'done', ['done']),
  推进中: number('未到期或长期坚持的任务数', (group) => countOf(running(group))),
  时限不明: number('没有完成、时限又读不明白的任务数，不计入完成率', (group) => countOf(undatedTasks(group.tasks))),
  逾期: tally('逾期的任务数', 'overdue', ['overdue']),
  未报: tally('已到期而牵头单位没有报进展的任务数，不计入完成率', 'unreported', ['unreported']),
  待核实: tally('已到期而状态读不明白的任务数，不计入完成率', 'unclear', ['unclear']),
  存疑: number('状态、完成日期、时限有请核实的任务数', ({ tasks, doubted }) =>
    countOf(tasks.filter(({ sources }) => sources.some((place) => doubted.has(placeText(place))))),
  ),
  延期: tally('经批准延期的任务数', 'deferred', ['deferred']),
  取消: tally('经批准取消的任务数', 'cancelled', ['cancelled']),
  牵头单位数: number('牵头这些任务的单位个数，不重复；有任务没有写明牵头单位时没有这个数', leadCount),
  完成率: number('已完成占应完成的比例，不足 5 项时写成“3项中2项”', completionRate),
};

function namedFields(edition: Edition): Declarations<Group> {
  return { 名称: text('名称', ({ name }) => words(name)), ...groupFields(edition) };
}

function unitFields(edition: Edition): Declarations<Unit> {
  const { group: groupName } = edition.words;
  return {
    ...namedFields(edition),
    名称: text('单位名称', ({ name, place }) => words(name, place === null ? [] : [place])),
    [groupName]: flag(`是不是${groupName}`, ({ inGroup, place }) => truth(inGroup, place === null ? [] : [place])),
  };
}

/** Fields about tasks at the top of the report. */
export function taskSummaryFields(edition: Edition): Declarations<ReportInput> {
  const all = record('全部重点任务', groupFields(edition));
  return {
    任务: { field: all.field, value: (input) => all.value(whole(input)) },
    章节: list('按报告章节统计的任务', sections, namedFields(edition)),
    部门: list('按牵头单位统计的任务', units, unitFields(edition)),
    缺报部门: texts('没有可用填报表的单位，任务进展由汇总的表代报的也在其中', ({ rows, findings }) =>
      unitsAmong(rows.departments, [...findings.missingDepartments, ...findings.formlessDepartments]),
    ),
    无进展部门: texts('没有可用填报表、汇总的表也没有说到的单位', ({ rows, findings }) =>
      unitsAmong(rows.departments, findings.missingDepartments),
    ),
    单位数: number('启用的单位个数', ({ rows }) => activeUnits(rows.departments)),
  };
}

/** The names in the order of the hub. */
function unitsAmong(departments: ReportInput['rows']['departments'], names: readonly string[]): readonly Traced[] {
  const all = new Set(names);
  return departments.flatMap(({ name }) => (all.has(name) ? [words(name)] : []));
}

/** A count of the tally; it rests on the tasks in these states. */
function tally(
  help: string,
  name: Exclude<keyof Tally, 'rate'>,
  states: readonly TaskState[],
): Declarations<Group>[string] {
  return number(help, (group) => count(group.tally[name], sourcesOf(group, states)));
}

function completionRate(group: Group): Traced {
  const { due, done, rate } = group.tally;
  const sources = sourcesOf(group, ['done', 'overdue']).map(placeText);
  if (rate === null) return traced(null, '', sources);
  const shown =
    due < fewestForRate ? `${String(due)}项中${String(done)}项` : `${percentDigits(rate, group.threshold)}%`;
  return traced(rate, shown, sources);
}

/** Not due yet, or to be done all the time: as far as their deadlines are known. */
function running({ tasks }: Group): readonly TaskFinding[] {
  const undated = new Set(undatedTasks(tasks));
  return tasks.filter((finding) => finding.state === 'running' && !undated.has(finding));
}

function countOf(tasks: readonly TaskFinding[]): Traced {
  return count(
    tasks.length,
    tasks.flatMap(({ sources }) => sources),
  );
}

function ofState(state: TaskState): (group: Group) => readonly TaskFinding[] {
  return ({ tasks }) => tasks.filter((finding) => finding.state === state);
}

function overdueLeads(group: Group): readonly Traced[] {
  const tasks = ofState('overdue')(group);
  const leads = [...new Set(tasks.flatMap(({ task }) => task.lead ?? []))];
  return leads.map((lead) =>
    words(
      lead,
      tasks.filter(({ task }) => task.lead === lead).map(({ task }) => task.place),
    ),
  );
}

function leadCount({ tasks }: Group): Traced {
  const leads = new Set(tasks.map(({ task }) => task.lead));
  const places = tasks.map(({ task }) => task.place);
  return leads.has(null) ? traced(null, '', places.map(placeText)) : count(leads.size, places);
}

function whole({ findings: { tally, tasks, completionThreshold: threshold, doubted } }: ReportInput): Group {
  return { name: '', tally, tasks, threshold, doubted };
}

function sections({ findings }: ReportInput): readonly Group[] {
  const tasks = groupsBy(findings.tasks, ({ task }) => task.section);
  return findings.bySection.map((tally) => group(tally, tasks, findings));
}

function units({ findings, rows }: ReportInput): readonly Unit[] {
  const departments = new Map(rows.departments.map((one) => [one.name, one]));
  const tasks = groupsBy(findings.tasks, ({ task }) => task.lead);
  return findings.byDepartment.map((tally) => {
    const department = departments.get(tally.name);
    return {
      ...group(tally, tasks, findings),
      inGroup: department?.inGroup ?? false,
      place: department?.place ?? null,
    };
  });
}

function group(
  tally: NamedTally,
  tasks: ReadonlyMap<string | null, readonly TaskFinding[]>,
  { doubted }: ReportInput['findings'],
): Group {
  return { name: tally.name, tally, tasks: tasks.get(tally.name) ?? [], threshold: null, doubted };
}

function activeUnits(departments: ReportInput['rows']['departments']): Traced {
  const active = departments.filter((department) => department.active);
  return count(
    active.length,
    active.map(({ place }) => place),
  );
}

function sourcesOf({ tasks }: Group, states: readonly TaskState[]): readonly Place[] {
  return tasks.filter(({ state }) => states.includes(state)).flatMap(({ sources }) => sources);
}

function placesOf(progress: TaskFinding['progress']): readonly Place[] {
  return progress === null ? [] : [progress.place];
}
