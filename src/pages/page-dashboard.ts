/** Page 看板: how the office stands today; nothing is written. */
import type { JobAnswer } from '../contract/answer';
import type { Cockpit } from '../contract/cockpit';
import type { Snapshot } from '../contract/history';
import type { AreaLine, IndicatorLine, Summary, TaskLine } from '../contract/summary';
import { levelName } from '../core/base/problem';
import { areaWords, indicatorWords, lightMeanings, lightWords, type Light } from '../core/base/state-words';
import { figureText, missingCountText } from './parts/figure-text';
import { make, makeButton, makeSection, makeTable } from './parts/make-element';
import { failureNote, openPage, showIn } from './parts/page-frame';
import { makeProgressView, newWatchKey, watchWork } from './parts/run-progress';
import { callJob } from './parts/script-run';
import { figuresView, headline } from './parts/show-answer';

const body = openPage('看板', '各单位任务的进展、逾期和薄弱环节。只读取，不写任何文件。');
const output = make('div', { class: 'output' });
const button = makeButton('刷新', load);
body.replaceChildren(make('p', { class: 'buttons' }, button), output);
button.focus();
void load();

async function load(): Promise<void> {
  const view = makeProgressView(['读取', '核对']);
  output.replaceChildren(view.element);
  const key = newWatchKey();
  await watchWork(key, callJob('look', null, key), view.show).then(
    (answer) => {
      showIn(output, ...dashboard(answer));
    },
    (error: unknown) => {
      showIn(output, failureNote(error));
    },
  );
}

function dashboard(answer: JobAnswer): HTMLElement[] {
  const { summary } = answer;
  if (!summary) return [headline(answer)];
  const errors = answer.problems.filter(({ level }) => level === levelName.error).length;
  return [
    makeSection(
      `${summary.town} ${String(summary.year)} 年度${summary.sample ? '（示例数据，纯属虚构）' : ''}`,
      figuresView(summary),
    ),
    make(
      'p',
      {},
      `核算日 ${summary.asOf}。${errors === 0 ? '没有读不懂的数。' : `有 ${String(errors)} 处错误的数没有计入，请运行“检查填报”。`}`,
    ),
    missingSection(summary),
    overdueSection(summary.tasks),
    ...unclearSection(summary.tasks),
    areaSection(summary),
    makeSection('各单位的灯', lightTable(summary.tasks), lightKey()),
    indicatorSection(summary),
    historySection((answer.details as Cockpit | undefined)?.history ?? []),
  ];
}

function missingSection(summary: Summary): HTMLElement {
  return makeSection('缺报单位', make('p', {}, missingCountText(summary)));
}

function overdueSection(tasks: readonly TaskLine[]): HTMLElement {
  const overdue = tasks.filter(({ state }) => state === 'overdue');
  overdue.sort((one, other) => other.workingDaysLate - one.workingDaysLate);
  if (overdue.length === 0) return makeSection('逾期任务', make('p', {}, '无。'));
  const late = (days: number): string => (days === 0 ? '到期未完成' : `${String(days)} 个工作日`);
  return makeSection(
    '逾期任务',
    makeTable(
      `逾期 ${String(overdue.length)} 项，逾期最久的在前`,
      {
        编号: ({ id }: TaskLine) => id,
        任务: ({ title }: TaskLine) => title,
        牵头单位: ({ department }: TaskLine) => department ?? '不明',
        完成时限: ({ due }: TaskLine) => due ?? '—',
        逾期: ({ workingDaysLate }: TaskLine) => late(workingDaysLate),
      },
      overdue,
    ),
  );
}

/** Told only when there are any. */
function unclearSection(tasks: readonly TaskLine[]): HTMLElement[] {
  const unclear = tasks.filter(({ state }) => state === 'unclear');
  if (unclear.length === 0) return [];
  const table = makeTable(
    `待核实 ${String(unclear.length)} 项，不计入完成率`,
    {
      编号: ({ id }: TaskLine) => id,
      任务: ({ title }: TaskLine) => title,
      牵头单位: ({ department }: TaskLine) => department ?? '不明',
      说明: ({ why }: TaskLine) => why,
    },
    unclear,
  );
  return [makeSection('完成情况待核实', table)];
}

function areaSection({ weakAreas, hints }: Summary): HTMLElement {
  const items = [
    ...weakAreas.map((area) => areaItem('weakness', area)),
    ...hints.map((area) => areaItem('hint', area)),
  ];
  if (items.length === 0) return makeSection('薄弱环节', make('p', {}, '无。'));
  return makeSection('薄弱环节', make('ul', { class: 'areas' }, ...items));
}

function areaItem(kind: keyof typeof areaWords, line: AreaLine): HTMLElement {
  const { area, problem, cause, indicators, measures, tasks } = line;
  const figures = indicators.map(
    ({ name, text, standard, standing, trend }) =>
      `${name} ${text}（${standing}标准${standard}${trend === '' ? '' : `，${trend}`}）`,
  );
  const parts = [...figures, ...(tasks.length === 0 ? [] : [`逾期任务 ${tasks.join('、')}`])];
  const look = kind === 'weakness' ? 'is-error' : 'is-doubt';
  return make(
    'li',
    { class: look },
    make('span', { class: 'level' }, areaWords[kind]),
    make('strong', {}, area),
    `：${problem}。${parts.join('，')}。${cause === '' ? '' : `原因：${cause}。`}`,
    measures.map(({ action, lead }) => `对策${lead === '' ? '' : `（${lead}）`}：${action}。`).join(''),
  );
}

const lightNames = Object.keys(lightWords) as Light[];

interface DepartmentLights {
  readonly department: string;
  readonly counts: Readonly<Record<Light, number>>;
}

/** Departments with the most red tasks first. */
function lightTable(tasks: readonly TaskLine[]): HTMLElement {
  const names = [...new Set(tasks.map(({ department }) => department ?? '牵头单位不明'))];
  const rows = names.map((department): DepartmentLights => {
    const own = tasks.filter((task) => (task.department ?? '牵头单位不明') === department);
    const count = (light: Light): number => own.filter((task) => task.light === light).length;
    const counts = {
      red: count('red'),
      yellow: count('yellow'),
      blue: count('blue'),
      green: count('green'),
      grey: count('grey'),
    };
    return { department, counts };
  });
  rows.sort((one, other) => other.counts.red - one.counts.red || other.counts.yellow - one.counts.yellow);
  const columns = lightNames.map(
    (light) => [lightWords[light], (row: DepartmentLights) => lightCell(light, row.counts[light])] as const,
  );
  return makeTable(
    '各单位牵头任务的灯数',
    { 单位: (row: DepartmentLights) => row.department, ...Object.fromEntries(columns) },
    rows,
  );
}

function lightCell(light: Light, count: number): Node | string {
  return count === 0 ? '' : make('span', { class: `light ${light}` }, String(count));
}

function lightKey(): HTMLElement {
  return make(
    'p',
    { class: 'hint' },
    lightNames.map((light) => `${lightWords[light]}：${lightMeanings[light]}`).join('　'),
  );
}

function indicatorSection({ indicators }: Summary): HTMLElement {
  const weak = indicators.filter((indicator) => indicator.weak).length;
  const table = makeTable(
    '全部指标',
    {
      指标: ({ name }: IndicatorLine) => name,
      值: figureText,
      达标: ({ weak: isWeak }: IndicatorLine) => (isWeak ? indicatorWords.missed : ''),
    },
    indicators,
  );
  const words = `指标 ${String(indicators.length)} 个，${indicatorWords.missed} ${String(weak)} 个`;
  return make('details', {}, make('summary', {}, words), table);
}

function historySection(history: readonly Snapshot[]): HTMLElement {
  const columns = {
    核算日: ({ day }: Snapshot) => day,
    完成: ({ done, due }: Snapshot) => `${String(done)}/${String(due)}`,
    没有计入: ({ unknown }: Snapshot) => String(unknown),
    逾期: ({ overdue }: Snapshot) => String(overdue),
    问题: ({ problems }: Snapshot) => String(problems),
  };
  if (history.length === 0) return makeSection('本年走势', make('p', {}, '尚无记录。'));
  return makeSection('本年走势', makeTable('每次运行的记录', columns, history));
}
