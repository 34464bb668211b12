/** The weekly lines of the year: completion, overdue, problems. */
import type { Cockpit } from '../../contract/cockpit';
import type { Snapshot } from '../../contract/history';
import { foldedTable } from './folded-table';
import { make, makeTable } from '../parts/make-element';
import { chartBox } from './chart-box';
import { weekChart, type WeekLine } from './charts';
import { weeksOf, type Week } from './weeks';

/** The lines by what they are called. */
export const weekLines: readonly WeekLine[] = [
  { name: '到期任务完成率', colour: 'var(--green)', unit: '%', of: ({ snapshot }) => rateOf(snapshot) },
  { name: '逾期任务', colour: 'var(--red)', unit: ' 项', of: ({ snapshot }) => snapshot?.overdue ?? null },
  { name: '问题', colour: 'var(--yellow)', unit: ' 处', of: ({ snapshot }) => snapshot?.problems ?? null },
];

/** Null where nothing was due. */
function rateOf(snapshot: Snapshot | null): number | null {
  if (snapshot === null || snapshot.due === 0) return null;
  return Math.round((snapshot.done * 1000) / snapshot.due) / 10;
}

export function historyBoard({ history }: Cockpit): HTMLElement {
  const heading = make('h2', {}, '本年走势');
  if (history.length === 0) return make('section', { class: 'panel whole' }, heading, make('p', {}, '尚无记录。'));
  const weeks = weeksOf(history);
  const empty = weeks.filter(({ snapshot }) => snapshot === null).length;
  const gaps = empty === 0 ? '' : `其中 ${String(empty)} 周没有运行，线在那里断开。`;
  return make(
    'section',
    { class: 'panel whole' },
    heading,
    make('p', { class: 'hint' }, `${String(weeks.length)} 周，每周取最后一次运行。${gaps}`),
    make('div', { class: 'lines' }, ...weekLines.map((line) => lineBox(weeks, line))),
    foldedTable(() => weekTable(weeks)),
  );
}

function lineBox(weeks: readonly Week[], line: WeekLine): HTMLElement {
  const known = weeks.map(line.of).filter((value) => value !== null);
  const [first] = known;
  const last = known[known.length - 1];
  const course =
    first === undefined || last === undefined
      ? '没有数'
      : `从 ${String(first)}${line.unit} 到 ${String(last)}${line.unit}`;
  return make(
    'figure',
    {},
    make('figcaption', {}, `${line.name}：${course}`),
    chartBox(`${line.name}的走势，${course}`, (width) => weekChart(weeks, line, width)),
  );
}

function weekTable(weeks: readonly Week[]): HTMLElement {
  const cell = (of: (snapshot: Snapshot) => string): ((week: Week) => string) => {
    return ({ snapshot }) => (snapshot === null ? '没有运行' : of(snapshot));
  };
  return makeTable(
    '每周最后一次运行',
    {
      周一: ({ day }: Week) => day,
      核算日: cell(({ day }) => day),
      '完成/到期': cell(({ done, due }) => `${String(done)}/${String(due)}`),
      没有计入: cell(({ unknown }) => String(unknown)),
      逾期: cell(({ overdue }) => String(overdue)),
      问题: cell(({ problems }) => String(problems)),
    },
    weeks,
  );
}
