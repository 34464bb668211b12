/** Invents an office's tasks with plain days, and what the leading departments report of them. */
import type { Chance } from './chance';
import type { Mood, Unit } from './make-world';
import type { Line, Rules } from './rules';
import { text, type Cell } from '../files/workbook-file';
import type { Report, Task } from './world';

interface Ground {
  readonly lines: readonly Line[];
  readonly rules: Rules;
  readonly year: number;
  readonly asOf: string;
}

export function makeTasks(
  { lines, rules, year, asOf }: Ground,
  units: readonly Unit[],
  chance: Chance,
): readonly Task[] {
  const leads = units.filter(({ active }) => active).map(({ name }) => name);
  return Array.from({ length: chance.between(4, 16) }, (_, index): Task => {
    const due = chance.happens(0.15) ? asOf : dayIn(year, chance);
    return {
      id: `T-${String(index + 1).padStart(2, '0')}`,
      title: `重点工作第${String(index + 1)}项`,
      section: chance.oneOf(rules.sections),
      lead: chance.oneOf(leads),
      due,
      deadline: typedDay(due, chance),
      approved: chance.happens(0.08) ? chance.oneOf(['暂缓', '取消']) : '',
      indicator: chance.happens(0.4) ? chance.oneOf(lines).code : '',
    };
  });
}

function dayIn(year: number, chance: Chance): string {
  const month = chance.between(1, 12);
  return dayOf(year, month, chance.happens(0.2) ? 31 : chance.between(1, 31));
}

/** The last day of the month where it has no such day. */
function dayOf(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return [String(year), ...[month, Math.min(day, last)].map((part) => String(part).padStart(2, '0'))].join('-');
}

function typedDay(day: string, chance: Chance): Cell {
  const [year, month, date] = day.split('-').map(Number);
  const inWords = `${String(year)}年${String(month)}月${String(date)}日`;
  return chance.oneOf<Cell>([text(day), text(inWords), { kind: 'day', day }]);
}

interface Reporting {
  readonly tasks: readonly Task[];
  readonly mood: Mood;
  readonly year: number;
  readonly asOf: string;
}

/** Id → report; a task that has none stands nowhere in the department's sheet. */
export function makeReports({ tasks, mood, year, asOf }: Reporting, chance: Chance): ReadonlyMap<string, Report> {
  const reported = tasks.filter(() => !chance.happens(mood.blank / 2));
  return new Map(reported.map(({ id }) => [id, makeReport({ mood, year, asOf }, chance)]));
}

function makeReport({ mood, year, asOf }: Omit<Reporting, 'tasks'>, chance: Chance): Report {
  const hidden = chance.happens(0.08);
  const silent = { means: null, doneOn: null, doneDay: null, hidden };
  if (chance.happens(mood.blank)) return { ...silent, status: null };
  if (chance.happens(mood.unreadable)) return { ...silent, status: text(chance.oneOf(['快了', '可能行', '差不多了'])) };
  if (chance.happens(mood.open)) {
    return {
      ...silent,
      status: text(chance.oneOf(['推进中', '未启动', '长期坚持', '逾期', '尚未办结'])),
      means: 'open',
    };
  }
  const status = text(chance.oneOf(['已完成', '办结', '完成']));
  if (chance.happens(2 * mood.blank)) return { ...silent, status, means: 'done' };
  if (chance.happens(mood.unreadable)) return { ...silent, status, means: 'done', doneOn: text('9月31日') };
  const day = mood.blank === 0 ? `${String(year)}-${asOf.slice(5, 7)}-01` : dayIn(year, chance);
  return { status, means: 'done', doneOn: typedDay(day, chance), doneDay: day, hidden };
}
