/** The first line of the board: deadlines, completion, and what nobody knows. */
import type { Cockpit, CockpitDeadline, Schedule } from '../../contract/cockpit';
import type { TaskCounts } from '../../contract/summary';
import { make } from '../parts/make-element';
import { lackingBooks, noneLacking, usableBooks } from './workbook-words';

interface Tile {
  readonly name: string;
  readonly figure: string;
  /** What the figure rests on, or what it does not speak of. */
  readonly note: string;
  readonly look?: 'bad' | 'warn' | 'good';
}

export function tilesOf(cockpit: Cockpit): HTMLElement {
  const tiles = [
    ...cockpit.deadlines.map(deadlineTile),
    ...taskTiles(cockpit),
    reportTile(cockpit),
    areaTile(cockpit),
    problemTile(cockpit),
  ];
  return make('ul', { class: 'tiles' }, ...tiles.map(tileItem));
}

function tileItem({ name, figure, note, look }: Tile): HTMLElement {
  return make(
    'li',
    { class: look ?? '' },
    make('span', { class: 'name' }, name),
    make('strong', {}, figure),
    make('span', { class: 'note-line' }, note),
  );
}

function deadlineTile({ name, day, daysLeft, doneOn }: CockpitDeadline): Tile {
  const head = `${name}（${monthDay(day)}前）`;
  if (doneOn !== null) return { name: head, figure: '已办', note: `${doneOn} 办好`, look: 'good' };
  if (daysLeft <= 0)
    return {
      name: head,
      figure: daysLeft === 0 ? '期限已到' : `已过 ${String(-daysLeft)} 天`,
      note: `期限 ${day}，还没有登记办好`,
      look: 'bad',
    };
  return {
    name: head,
    figure: `还有 ${String(daysLeft)} 天`,
    note: `期限 ${day}`,
    ...(daysLeft <= 15 && { look: 'warn' as const }),
  };
}

/** `3月1日`. */
function monthDay(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${String(month)}月${String(date)}日`;
}

function taskTiles({ whole, tasks, completionThreshold }: Cockpit): readonly Tile[] {
  const { completion, schedule } = whole;
  const worst = tasks.reduce((most, { workingDaysLate }) => Math.max(most, workingDaysLate), 0);
  const { rate } = completion;
  const isLow = rate !== null && completionThreshold !== null && rate < completionThreshold;
  const doubtful = unknownNote(completion);
  return [
    {
      name: '到期任务完成率',
      figure: completion.rateText,
      note: completionNote(completion),
      ...(isLow && { look: 'bad' as const }),
    },
    scheduleTile(schedule),
    {
      name: '逾期任务',
      figure: `${String(completion.overdue)} 项`,
      note:
        completion.overdue === 0
          ? `共 ${String(completion.total)} 项任务${doubtful === '' ? '' : `；${doubtful}不知道是否逾期`}`
          : `最久逾期 ${String(worst)} 个工作日，共 ${String(completion.total)} 项任务`,
      look: completion.overdue > 0 ? 'bad' : doubtful === '' ? 'good' : 'warn',
    },
  ];
}

/** `到期 12 项，完成 10 项；未报 2 项没有计入`. */
function completionNote({ due, done, ...rest }: TaskCounts): string {
  const left = unknownNote(rest);
  const base = due === 0 ? '还没有到期的任务可以计算' : `到期 ${String(due)} 项，完成 ${String(done)} 项`;
  return left === '' ? base : `${base}；${left}没有计入`;
}

/** `未报 2 项、待核实 1 项`: tasks of which nobody can say whether they are late; empty without any. */
export function unknownNote({
  unreported,
  unclear,
  undated,
}: Pick<TaskCounts, 'unreported' | 'unclear' | 'undated'>): string {
  const parts = [
    ['未报', unreported],
    ['待核实', unclear],
    ['时限不明', undated],
  ] as const;
  return parts
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${String(count)} 项`)
    .join('、');
}

function scheduleTile(schedule: Schedule): Tile {
  const { expected, actual } = schedule;
  const name = '进度与序时';
  if (expected === null || actual === null)
    return { name, figure: '说不清', note: scheduleNote(schedule), look: 'warn' };
  const behind = expected - actual;
  const figure = `${actual.toFixed(1)}% / ${expected.toFixed(1)}%`;
  const word = behind > 0.05 ? `落后 ${behind.toFixed(1)} 个百分点` : '不落后';
  return {
    name,
    figure,
    note: `${word}；${scheduleNote(schedule)}`,
    look: behind > 10 ? 'bad' : behind > 0.05 ? 'warn' : 'good',
  };
}

/** Of how many tasks it speaks, and of how many it does not and why. */
function scheduleNote({ counted, unknown, without, resting }: Schedule): string {
  const parts = [
    `按 ${String(counted)} 项计算`,
    ...(unknown > 0 ? [`${String(unknown)} 项说不清没有计入`] : []),
    ...(without > 0 ? [`${String(without)} 项定期或长期任务没有序时`] : []),
    ...(resting > 0 ? [`${String(resting)} 项暂缓或取消`] : []),
  ];
  return parts.join('，');
}

function reportTile({ departments }: Cockpit): Tile {
  const books = departments.filter(({ workbook }) => workbook !== null);
  const usable = usableBooks(books).length;
  const lacking = lackingBooks(books).map(({ word, own }) => `${word} ${String(own.length)} 个`);
  return {
    name: '交表单位',
    figure: `${String(usable)} / ${String(books.length)}`,
    note: lacking.length === 0 ? noneLacking(books) : lacking.join('，'),
    look: lacking.length === 0 && usable > 0 ? 'good' : 'warn',
  };
}

function areaTile({ areas, indicators }: Cockpit): Tile {
  const weak = areas.filter(({ isWeakness }) => isWeakness).length;
  const missed = indicators.filter(({ verdict }) => verdict === 'missed').length;
  const open = indicators.filter(({ verdict }) => verdict === 'open').length;
  const note = `${String(missed)} 个指标不达标${open > 0 ? `，${String(open)} 个还不能判断` : ''}`;
  return { name: '薄弱环节', figure: `${String(weak)} 类`, note, look: weak > 0 ? 'bad' : open > 0 ? 'warn' : 'good' };
}

function problemTile({ problems: { error, doubt } }: Cockpit): Tile {
  const note = error === 0 ? `请核实 ${String(doubt)} 处` : `没有计入；另有请核实 ${String(doubt)} 处`;
  return { name: '数据错误', figure: `${String(error)} 处`, note, look: error > 0 ? 'warn' : 'good' };
}
