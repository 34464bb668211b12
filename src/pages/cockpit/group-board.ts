/** Lights by department and by section, as a drawing and as a table; both lead to the tasks. */
import type { Cockpit, CockpitGroup } from '../../contract/cockpit';
import { lightWords, type Light } from '../../core/base/state-words';
import { foldedTable } from './folded-table';
import { make, makeButton, makeTable } from '../parts/make-element';
import { chartBox } from './chart-box';
import { lightChart } from './charts';
import type { TaskChoice } from './choose-tasks';
import { lightBadge, lightKey, lightNames } from './light-signs';

type Choose = (choice: Partial<TaskChoice>) => void;

/** What a screen holds of sixty departments; the others follow on request. */
const mostShown = 14;

export function groupBoard({ departments, sections }: Cockpit, choose: Choose): HTMLElement {
  const place = make('div', {});
  const leading = byLights(departments.filter(({ completion }) => completion.total > 0));
  const views = {
    单位: () =>
      groupView('单位', leading, (department, light) => {
        choose({ department, light });
      }),
    章节: () =>
      groupView('章节', sections, (section, light) => {
        choose({ section, light });
      }),
  };
  const names = Object.keys(views) as (keyof typeof views)[];
  const buttons = names.map((name) =>
    makeButton(`按${name}`, () => {
      show(name);
    }),
  );
  const show = (name: keyof typeof views): void => {
    for (const [index, button] of buttons.entries()) button.setAttribute('aria-pressed', String(names[index] === name));
    place.replaceChildren(views[name]());
  };
  show('单位');
  return make(
    'section',
    { class: 'panel wide-panel' },
    make('h2', {}, '灯'),
    make('p', { class: 'buttons' }, ...buttons),
    place,
    lightKey(),
  );
}

/** Those with the most red ones first, then yellow. */
export function byLights<G extends CockpitGroup>(groups: readonly G[]): readonly G[] {
  return [...groups].sort((one, other) => other.lights.red - one.lights.red || other.lights.yellow - one.lights.yellow);
}

type Press = (name: string, light: Light | '') => void;

function groupView(kind: string, groups: readonly CockpitGroup[], press: Press): HTMLElement {
  const view = make('div', {});
  const show = (count: number): void => {
    const shown = groups.slice(0, count);
    const red = groups.filter(({ lights }) => lights.red > 0).length;
    const label = `各${kind}任务的灯，共 ${String(groups.length)} 个，其中 ${String(red)} 个有红灯；下面的表格里是同样的数`;
    const more = makeButton(`显示全部 ${String(groups.length)} 个${kind}`, () => {
      show(groups.length);
    });
    view.replaceChildren(
      chartBox(label, (width) => lightChart(shown, width, press)),
      ...(count < groups.length ? [make('p', { class: 'buttons' }, more)] : []),
      foldedTable(() => groupTable(kind, groups, press)),
    );
  };
  show(mostShown);
  return view;
}

function groupTable(kind: string, groups: readonly CockpitGroup[], press: Press): HTMLElement {
  const columns = lightNames.map(
    (light) => [lightWords[light], (row: CockpitGroup) => lightButton(row, light, press)] as const,
  );
  return makeTable(
    `各${kind}任务的灯数`,
    {
      [kind]: (row: CockpitGroup) =>
        linkButton(row.name, `${row.name} 的任务`, () => {
          press(row.name, '');
        }),
      ...Object.fromEntries(columns),
      完成率: ({ completion }: CockpitGroup) => completion.rateText,
      进度: ({ schedule }: CockpitGroup) => scheduleText(schedule),
    },
    groups,
  );
}

/** `50.0%，序时 83.2%`. */
export function scheduleText({ expected, actual }: CockpitGroup['schedule']): string {
  if (expected === null || actual === null) return '说不清';
  return `${actual.toFixed(1)}%，序时 ${expected.toFixed(1)}%`;
}

function lightButton({ name, lights }: CockpitGroup, light: Light, press: Press): Node | string {
  const count = lights[light];
  if (count === 0) return '0';
  return linkButton(lightBadge(light, count), `${name} ${lightWords[light]} ${String(count)} 项`, () => {
    press(name, light);
  });
}

function linkButton(content: Node | string, spoken: string, press: () => void): HTMLElement {
  const button = make('button', { type: 'button', class: 'link', 'aria-label': spoken }, content);
  button.addEventListener('click', press);
  return button;
}
