/** The tasks, chosen by department, section, light and words; each opens to its cells and its department's words. */
import type { Cockpit, CockpitTask } from '../../contract/cockpit';
import { lightWords, taskStateWords, type Light } from '../../core/base/state-words';
import { make, makeButton } from '../parts/make-element';
import {
  chooseTasks,
  leadOf,
  searchedTasks,
  taskOrders,
  taskTable,
  unknownLead,
  type TaskChoice,
  type TaskOrder,
} from './choose-tasks';
import { copyText } from './copy-text';
import { lightBadge, lightNames } from './light-signs';

/** So many are drawn at once: a list of thousands takes a browser longer than a person waits. */
const mostShown = 60;

/** The list, and the way to choose from elsewhere on the page what stands in it. */
export interface TaskBoard {
  readonly element: HTMLElement;
  readonly choose: (choice: Partial<TaskChoice>) => void;
}

const all: TaskChoice = { department: '', section: '', light: '', words: '', order: 'urgent' };

export function makeTaskBoard(cockpit: Cockpit): TaskBoard {
  const searched = searchedTasks(cockpit.tasks);
  const fields = makeFields(cockpit);
  const count = make('p', { role: 'status', class: 'count' });
  const list = make('ol', { class: 'tasks' });
  const more = make('p', { class: 'buttons no-print' });
  const show = (): void => {
    const tasks = chooseTasks(searched, fields.read());
    count.textContent = `${String(tasks.length)} 项任务${tasks.length === cockpit.tasks.length ? '' : `，共 ${String(cockpit.tasks.length)} 项`}`;
    fillList({ list, more, tasks, isForMail: cockpit.forMail }, 0);
  };
  for (const field of fields.inputs) field.addEventListener('input', show);
  const heading = make('h2', { id: 'tasks', tabindex: '-1' }, '任务');
  const choose = (choice: Partial<TaskChoice>): void => {
    fields.put({ ...all, ...choice });
    show();
    heading.focus();
    heading.scrollIntoView({ block: 'start' });
  };
  const copied = make('span', { role: 'status' });
  const copy = makeButton('复制为表格', async () => {
    const tasks = chooseTasks(searched, fields.read());
    const isDone = await copyText(taskTable(tasks));
    copied.textContent = isDone ? `已复制 ${String(tasks.length)} 行` : '浏览器不让复制';
  });
  const clear = makeButton('全部任务', () => {
    choose({});
  });
  const buttons = make('p', { class: 'buttons' }, copy, clear, copied);
  show();
  const element = make(
    'section',
    { class: 'panel whole no-print' },
    heading,
    fields.element,
    buttons,
    count,
    list,
    more,
  );
  return { element, choose };
}

interface Fields {
  readonly element: HTMLElement;
  readonly inputs: readonly HTMLElement[];
  readonly read: () => TaskChoice;
  readonly put: (choice: TaskChoice) => void;
}

function makeFields({ departments, sections, tasks }: Cockpit): Fields {
  const leads = new Set(tasks.map(leadOf));
  const names = departments.map(({ name }) => name).filter((name) => leads.has(name));
  const unknown = leads.has(unknownLead) && !names.includes(unknownLead) ? [unknownLead] : [];
  const department = makeSelect('department', '单位', [['', '全部单位'], ...[...names, ...unknown].map(twice)]);
  const section = makeSelect('section', '章节', [['', '全部章节'], ...sections.map(({ name }) => twice(name))]);
  const light = makeSelect('light', '灯', [
    ['', '全部'],
    ...lightNames.map((name) => [name, lightWords[name]] as const),
  ]);
  const order = makeSelect('order', '排列', Object.entries(taskOrders));
  const words = make('input', { type: 'search', id: 'words', autocomplete: 'off' });
  const search = make('p', { class: 'field' }, make('label', { for: 'words' }, '查找'), words);
  return {
    element: make(
      'div',
      { class: 'filters', role: 'search' },
      ...[department, section, light].map(fieldOf),
      search,
      fieldOf(order),
    ),
    inputs: [department.select, section.select, light.select, order.select, words],
    read: () => ({
      department: department.select.value,
      section: section.select.value,
      light: light.select.value as Light | '',
      words: words.value,
      order: order.select.value as TaskOrder,
    }),
    put: (choice) => {
      department.select.value = choice.department;
      section.select.value = choice.section;
      light.select.value = choice.light;
      words.value = choice.words;
      order.select.value = choice.order;
    },
  };
}

function twice(name: string): readonly [string, string] {
  return [name, name];
}

interface Select {
  readonly label: HTMLElement;
  readonly select: HTMLSelectElement;
}

function makeSelect(
  id: string,
  caption: string,
  choices: readonly (readonly [value: string, shown: string])[],
): Select {
  const options = choices.map(([value, shown]) => make('option', { value }, shown));
  return { label: make('label', { for: id }, caption), select: make('select', { id }, ...options) };
}

function fieldOf({ label, select }: Select): HTMLElement {
  return make('p', { class: 'field' }, label, select);
}

interface ShownList {
  readonly list: HTMLElement;
  readonly more: HTMLElement;
  readonly tasks: readonly CockpitTask[];
  readonly isForMail: boolean;
}

/** From that number on; what stands before stays. */
function fillList(shown: ShownList, from: number): void {
  const { list, more, tasks, isForMail } = shown;
  const items = tasks.slice(from, from + mostShown).map((task) => taskItem(task, isForMail));
  if (from === 0) list.replaceChildren(...items);
  else list.append(...items);
  const left = tasks.length - from - items.length;
  if (left <= 0) more.replaceChildren();
  else
    more.replaceChildren(
      makeButton(`再显示 ${String(Math.min(left, mostShown))} 项（还有 ${String(left)} 项）`, () => {
        fillList(shown, from + mostShown);
        items[items.length - 1]?.nextElementSibling?.querySelector('button')?.focus();
      }),
    );
}

function taskItem(task: CockpitTask, isForMail: boolean): HTMLElement {
  const { id, title, light, dueText, percent, why, level } = task;
  const button = make('button', { type: 'button', class: 'title', 'aria-expanded': 'false' }, `${id} ${title}`.trim());
  const item = make(
    'li',
    {},
    lightBadge(light),
    button,
    make('span', {}, leadOf(task)),
    make('span', {}, dueText === '' ? '没有时限' : dueText),
    make('span', {}, percent === null ? '没有报比例' : `${String(percent)}%`),
    make('span', { class: 'why' }, why, level === '' ? null : make('span', { class: 'tag' }, `催办${level}`)),
  );
  button.addEventListener('click', () => {
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!isOpen));
    if (isOpen) item.querySelector('.detail')?.remove();
    else item.append(taskDetail(task, isForMail));
  });
  return item;
}

function taskDetail({ section, state, cells, said }: CockpitTask, isForMail: boolean): HTMLElement {
  const words = said ?? [];
  const rows: readonly (readonly [string, string])[] = [
    ['章节', section],
    ['状态', taskStateWords[state]],
    ...words.map(([header, text]) => [`单位填的“${header}”`, text] as const),
    ['出处', cells.length === 0 ? '—' : cells.join('；')],
  ];
  const note = isForMail ? '单位原话和文件名不在这份文件里。' : words.length === 0 ? '单位没有填这一项的进展。' : null;
  return make(
    'div',
    { class: 'detail' },
    make('dl', {}, ...rows.map(([name, text]) => make('div', {}, make('dt', {}, name), make('dd', {}, text)))),
    note === null ? null : make('p', { class: 'hint' }, note),
  );
}
