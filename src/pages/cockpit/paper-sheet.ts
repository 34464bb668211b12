/** The board on one sheet of A4, for a meeting: what fits is the heaviest of each kind, and how many are left out is told. */
import type { Cockpit, CockpitDepartment } from '../../contract/cockpit';
import { lightWords } from '../../core/base/state-words';
import { make } from '../parts/make-element';
import { asPicture } from './chart-box';
import { weekChart } from './charts';
import { byLights, scheduleText } from './group-board';
import { weekLines } from './history-board';
import { lightNames, lightSigns } from './light-signs';
import { overdueTable, overdueTasks } from './overdue-board';
import { areaItem } from './standard-board';
import { tilesOf } from './tiles';
import { weeksOf } from './weeks';
import { lackingBooks, noneLacking } from './workbook-words';

/** What fits, and how large the text is, by the number of departments: a sheet of few need not be small print. */
const sheets = [
  { upTo: 20, look: 'large', overdue: 6, areas: 5 },
  { upTo: 40, look: 'middle', overdue: 6, areas: 4 },
  { upTo: 60, look: 'small', overdue: 6, areas: 4 },
] as const;
const most = { departments: 60, names: 20 };

/** Hidden on a screen, and all there is on paper. */
export function paperSheet(cockpit: Cockpit, head: string): HTMLElement {
  const { departments, areas, indicators, tasks } = cockpit;
  const overdue = overdueTasks(tasks);
  const leading = byLights(departments.filter(({ completion }) => completion.total > 0));
  const room = sheets.find(({ upTo }) => leading.length <= upTo) ?? sheets[2];
  return make(
    'div',
    { class: `paper ${room.look}`, 'aria-hidden': 'true' },
    make('h2', {}, head),
    tilesOf(cockpit),
    make(
      'h3',
      {},
      `各单位的灯（${lightNames.map((light) => `${lightSigns[light]}${lightWords[light]}`).join(' ')}），进度/序时`,
    ),
    departmentLines(leading),
    overdue.length === 0 ? null : overdueTable(overdue.slice(0, room.overdue), overdue.length),
    areas.length === 0
      ? null
      : make(
          'h3',
          {},
          `薄弱环节${areas.length > room.areas ? `（前 ${String(room.areas)} 类，共 ${String(areas.length)} 类）` : ''}`,
        ),
    make(
      'ul',
      { class: 'areas' },
      ...areas.slice(0, room.areas).map((area) => areaItem({ ...area, cause: '', measures: [] }, indicators)),
    ),
    reportLine(departments),
    historyLines(cockpit),
  );
}

function departmentLines(departments: readonly CockpitDepartment[]): HTMLElement {
  const items = departments.slice(0, most.departments).map(({ name, lights, schedule }) => {
    const counts = lightNames
      .filter((light) => lights[light] > 0)
      .map((light) => `${lightSigns[light]}${String(lights[light])}`);
    return make(
      'li',
      {},
      make('span', {}, name),
      make('span', {}, counts.join(' ')),
      make('span', {}, scheduleText(schedule).replace('，序时 ', '/')),
    );
  });
  const left = departments.length - items.length;
  return make('ul', { class: 'names' }, ...items, ...(left > 0 ? [make('li', {}, `还有 ${String(left)} 个单位`)] : []));
}

function reportLine(departments: readonly CockpitDepartment[]): HTMLElement {
  const told = lackingBooks(departments).map(({ word, own }) => {
    const names = own.slice(0, most.names).map(({ name }) => name);
    return `${word}：${names.join('、')}${own.length > most.names ? `等 ${String(own.length)} 个` : ''}`;
  });
  return make('p', {}, `${told.length === 0 ? noneLacking(departments) : told.join('；')}。`);
}

function historyLines({ history }: Cockpit): HTMLElement | null {
  if (history.length === 0) return null;
  const weeks = weeksOf(history);
  const figures = weekLines.map((line) =>
    make('figure', {}, make('figcaption', {}, line.name), asPicture(weekChart(weeks, line, 230))),
  );
  return make('div', { class: 'lines' }, ...figures);
}
