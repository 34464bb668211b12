/** Overdue tasks by how late they are, in the steps in which the reminders rise. */
import type { Cockpit, CockpitTask } from '../../contract/cockpit';
import { make, makeTable } from '../parts/make-element';
import { chartBox } from './chart-box';
import { lateChart, type LateBand } from './charts';
import { leadOf } from './choose-tasks';
import { unknownNote } from './tiles';

/** The longest late of them, as a screen holds. */
const mostShown = 8;

export function overdueBoard({ tasks, overdueSteps, whole }: Cockpit): HTMLElement {
  const overdue = overdueTasks(tasks);
  const heading = make('h2', {}, '逾期');
  if (overdue.length === 0) return make('section', { class: 'panel' }, heading, make('p', {}, noneOverdue(whole)));
  const bands = lateBands(overdue, overdueSteps);
  const label = `逾期任务按逾期的工作日：${bands.map(({ name, count }) => `${name} ${String(count)} 项`).join('，')}`;
  return make(
    'section',
    { class: 'panel' },
    heading,
    chartBox(label, (width) => lateChart(bands, width)),
    overdueTable(overdue.slice(0, mostShown), overdue.length),
  );
}

function noneOverdue({ completion }: Cockpit['whole']): string {
  const doubtful = unknownNote(completion);
  return doubtful === '' ? '没有逾期任务。' : `没有查出逾期任务；${doubtful}不知道是否逾期。`;
}

/** The longest late first. */
export function overdueTasks(tasks: readonly CockpitTask[]): readonly CockpitTask[] {
  return tasks
    .filter(({ state }) => state === 'overdue')
    .sort((one, other) => other.workingDaysLate - one.workingDaysLate);
}

export function overdueTable(shown: readonly CockpitTask[], count: number): HTMLElement {
  const caption =
    shown.length < count ? `逾期最久的 ${String(shown.length)} 项，共 ${String(count)} 项` : `逾期 ${String(count)} 项`;
  return makeTable(
    caption,
    {
      任务: ({ id, title }: CockpitTask) => `${id} ${title}`.trim(),
      单位: leadOf,
      逾期: ({ workingDaysLate }: CockpitTask) => lateText(workingDaysLate),
    },
    shown,
  );
}

function lateText(days: number): string {
  return days === 0 ? '到期未完成' : `${String(days)} 个工作日`;
}

function lateBands(overdue: readonly CockpitTask[], steps: readonly number[]): readonly LateBand[] {
  const starts = [...new Set([0, 1, ...steps])].sort((one, other) => one - other);
  return starts.map((start, index) => {
    const next = starts[index + 1];
    const inBand = ({ workingDaysLate: days }: CockpitTask): boolean =>
      days >= start && (next === undefined || days < next);
    return { name: bandName(start, next), count: overdue.filter(inBand).length };
  });
}

/** `到期未完成`, `1–4 个工作日`, `5–9 个工作日`, `10 个工作日以上`. */
function bandName(start: number, next: number | undefined): string {
  if (start === 0) return lateText(0);
  if (next === undefined) return `${lateText(start)}以上`;
  return next - start === 1 ? lateText(start) : `${String(start)}–${lateText(next - 1)}`;
}
