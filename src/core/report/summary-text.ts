/** The summary as the clerk reads it on the screen. */
import type { AreaLine, Summary, TaskLine } from '../../contract/summary';
import { longDay } from '../base/day';
import { problemText, sharedOnce, type Problem } from '../base/problem';
import { lightWords, reportStateWords } from '../base/state-words';
import { leftOut } from '../findings/completion';
import { actionWords, unprintedText } from './public/public-change';
import { sortedProblems } from './summary';

/** How many problems are printed; all of them stand in the 核对 sheet. */
const printedProblems = 60;

/** Lines of Chinese text: tasks by light, overdue ones, weak areas, hints, problems. */
export function summaryText(summary: Summary, problems: readonly Problem[]): string {
  return [
    ...headLines(summary),
    ...overdueLines(summary.tasks),
    ...unclearLines(summary.tasks),
    ...areaLines('薄弱环节', summary.weakAreas),
    ...areaLines('提示（未列为薄弱环节）', summary.hints),
    ...missingLines(summary),
    ...publicLines(summary.publicVersion),
    ...problemsText(problems),
  ].join('\n');
}

/** The problem list as text lines, longest lists cut with a word on where the rest is. */
export function problemsText(problems: readonly Problem[]): string[] {
  if (problems.length === 0) return ['问题：无'];
  const sorted = sortedProblems(problems);
  const count = (level: Problem['level']): string => String(sorted.filter((one) => one.level === level).length);
  const shown = sharedOnce(sorted).slice(0, printedProblems);
  const lines = shown.map(({ problem }) => `  ${mark[problem.level]} ${problemText(problem)}`);
  const rest = sorted.length - shown.reduce((sum, { count }) => sum + count, 0);
  return [
    `问题：错误 ${count('error')} 条，请核实 ${count('doubt')} 条，提示 ${count('note')} 条`,
    ...lines,
    ...(rest > 0 ? [`  ……另有 ${String(rest)} 条，见“结果”的“核对”表`] : []),
  ];
}

const mark: Readonly<Record<Problem['level'], string>> = { error: '✗', doubt: '？', note: '·' };

function headLines(summary: Summary): string[] {
  const { counts, lights } = summary;
  const byLight = (['green', 'blue', 'yellow', 'red', 'grey'] as const)
    .map((light) => `${lightWords[light]} ${String(lights[light])}`)
    .join('，');
  return [
    `${summary.town}${String(summary.year)}年度${summary.edition}${summary.sample ? '（示例数据，纯属虚构）' : ''}，核算日 ${longDay(summary.asOf)}`,
    `任务 ${String(counts.total)} 项：完成 ${String(counts.done)}，未到期或持续 ${String(counts.running)}，${reportStateWords.overdue} ${String(counts.overdue)}，${unreportedText(counts.unreported)}${unclearText(counts.unclear)}` +
      `${reportStateWords.deferred} ${String(counts.deferred)}，${reportStateWords.cancelled} ${String(counts.cancelled)}；完成率 ${counts.rateText}${coverageText(counts)}（${byLight}）`,
  ];
}

/** Told only when there are any: of most offices all have reported. */
function unreportedText(count: number): string {
  return count === 0 ? '' : `到期未报进展 ${String(count)}，`;
}

function unclearText(count: number): string {
  return count === 0 ? '' : `待核实 ${String(count)}，`;
}

/** Of what is neither done nor late the rate knows nothing. */
function coverageText(counts: Summary['counts']): string {
  const rest = leftOut(counts);
  return rest === '' ? '' : `，${rest}没有计入，不作判断`;
}

function unclearLines(tasks: readonly TaskLine[]): string[] {
  const unclear = tasks.filter((task) => task.state === 'unclear');
  if (unclear.length === 0) return [];
  return [
    '待核实任务：',
    ...unclear.map(({ id, title, department, why }) => `  ${id} ${title}（${department ?? '牵头单位不明'}，${why}）`),
  ];
}

function overdueLines(tasks: readonly TaskLine[]): string[] {
  const overdue = tasks.filter((task) => task.state === 'overdue');
  if (overdue.length === 0) return ['逾期任务：无'];
  return ['逾期任务：', ...overdue.map(overdueLine)];
}

function overdueLine(task: TaskLine): string {
  const due = task.due === null ? '' : `，应于 ${longDay(task.due)} 完成`;
  return `  ${task.id} ${task.title}（${task.department ?? '牵头单位不明'}${due}，${lateText(task.workingDaysLate)}）`;
}

/** A task due on the last day of the period is late without a working day having passed. */
function lateText(days: number): string {
  return days === 0 ? '到期未完成' : `逾期 ${String(days)} 个工作日`;
}

function areaLines(title: string, areas: readonly AreaLine[]): string[] {
  if (areas.length === 0) return [`${title}：无`];
  return [`${title}：`, ...areas.map((area) => `  ${area.area}：${areaFigures(area)}`)];
}

function areaFigures(area: AreaLine): string {
  return area.indicators
    .map(({ name, text, standard, standing }) => `${name} ${text}（${standing}标准${standard}）`)
    .join('，');
}

function missingLines({ missingDepartments, formlessDepartments }: Summary): string[] {
  return [
    ...(missingDepartments.length === 0 ? [] : [`缺填报表的单位：${missingDepartments.join('、')}`]),
    ...(formlessDepartments.length === 0
      ? []
      : [`没有填报表、任务进展按汇总的表采用的单位：${formlessDepartments.join('、')}`]),
  ];
}

/** How many things were done; each of them stands in the sheet. */
function publicLines(version: Summary['publicVersion']): string[] {
  if (version === null) return [];
  const { changes } = version;
  if (changes.some(({ does }) => does === actionWords.stop)) return ['公开版：有密级标记，没有生成；内部版不受影响'];
  const unprinted = unprintedText(version.unprinted);
  const more = unprinted === '' ? '' : `；${unprinted}`;
  if (changes.length === 0) return [`公开版：没有要遮盖或者删去的内容${more}`];
  const masked = changes.filter(({ does }) => does === actionWords.mask).length;
  const asked = changes.filter(({ does }) => does === actionWords.ask).length;
  const dropped = changes.length - masked - asked;
  const open = asked === 0 ? '' : `，${String(asked)} 处请核对`;
  return [
    `公开版：遮盖 ${String(masked)} 处，删去 ${String(dropped)} 句（段）${open}，见“结果”的“公开版处理”表${more}；公开以前请再通读一遍`,
  ];
}
