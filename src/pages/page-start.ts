/** The home page of this computer: workspaces opened lately, 新建, 打开, 示例, and the way to the first report. */
import type { StartList, WorkspaceState } from '../contract/start';
import { make, makeButton, makeSection } from './parts/make-element';
import { failureNote, openAlone } from './parts/page-frame';
import { browseFolders } from './parts/start-browse';
import { callStart, lookInto } from './parts/start-call';
import { lookView } from './parts/start-look';
import { nextStepOf, startSteps, stepList } from './parts/start-steps';

/** A name that says whose year it is; the person may change it. */
const newName = make('input', { id: 'new-name', maxlength: '60', size: '24' });
const newPlace = make('input', { id: 'new-place', size: '48' });
const chooser = make('div', { class: 'output' });
const note = make('div', { class: 'output', role: 'status' });
const recent = make('div');
openAlone('法治年报', '把各部门填的表变成年度报告。一份报告一个文件夹，数据只在这台电脑上。').replaceChildren(
  note,
  recent,
  makeSection('开始', startButtons()),
);
void tried(async () => {
  await showList(await callStart({ do: 'list' }));
});

/** What goes wrong is told above everything else. */
async function tried(work: () => Promise<void>): Promise<void> {
  try {
    note.replaceChildren();
    await work();
  } catch (error) {
    note.replaceChildren(failureNote(error));
  }
}

async function showList({ workspaces, place }: StartList): Promise<void> {
  if (newPlace.value === '') newPlace.value = place;
  const [latest, ...others] = workspaces;
  if (!latest) {
    recent.replaceChildren(make('p', {}, '还没有打开过工作文件夹。第一次用，可以先打开示例看看，再新建自己的。'));
    return;
  }
  const shown = make('div');
  recent.replaceChildren(
    makeSection(`最近：${latest.name}`, shown),
    others.length === 0 ? '' : makeSection('更早打开的', make('ul', { class: 'recent' }, ...others.map(otherItem))),
  );
  await showWorkspace(latest, shown);
}

/** The workspace with its way; how it stands is read when somebody asks, and at once for the latest. */
async function showWorkspace(state: WorkspaceState, place: HTMLElement): Promise<void> {
  if (!state.isThere) {
    place.replaceChildren(missingLine(state));
    return;
  }
  const next = nextStepOf(state);
  const standing = make('div', { class: 'output' });
  place.replaceChildren(
    make(
      'p',
      { class: 'hint' },
      `${state.folder}（填报表 ${String(state.forms)} 份，报告 ${String(state.reports)} 份）`,
    ),
    make(
      'p',
      {},
      next === null
        ? '各步都做过了，可以再检查、再出一版报告。'
        : `下一步：${startSteps[next].title}。${startSteps[next].lead}。`,
    ),
    stepList(state, (page) => tried(() => go(state.folder, page))),
    make(
      'p',
      { class: 'buttons' },
      makeButton('打开', () => tried(() => go(state.folder, '')), 'main'),
      makeButton('看板', () => tried(() => go(state.folder, 'page-dashboard'))),
      makeButton('打开文件夹', () => tried(() => showFolder(state.folder))),
    ),
    standing,
  );
  if (state.done.includes('set-up')) await look(state.folder, standing);
}

async function showFolder(folder: string): Promise<void> {
  await callStart({ do: 'show', folder });
}

async function look(folder: string, place: HTMLElement): Promise<void> {
  place.replaceChildren(make('p', { class: 'hint' }, '正在读各单位的表……'));
  const { href } = await callStart({ do: 'open', folder });
  place.replaceChildren(lookView(await lookInto(href)));
}

function otherItem(state: WorkspaceState): HTMLElement {
  const place = make('div');
  const next = nextStepOf(state);
  place.replaceChildren(
    state.isThere
      ? make(
          'p',
          { class: 'buttons' },
          makeButton(state.name, () => tried(() => go(state.folder, ''))),
          makeButton('看现状', () => tried(() => showWorkspace(state, place))),
          make(
            'span',
            { class: 'hint' },
            `${state.opened} 打开过。${next === null ? '' : `下一步：${startSteps[next].title}`}`,
          ),
        )
      : missingLine(state),
  );
  return make('li', {}, place);
}

function missingLine({ folder }: WorkspaceState): HTMLElement {
  return make(
    'p',
    { class: 'buttons' },
    make('span', {}, `${folder} 不在了：可能移走、改名，或者优盘没有插上。`),
    makeButton('从列表去掉', () => tried(async () => showList(await callStart({ do: 'forget', folder })))),
  );
}

function startButtons(): HTMLElement {
  const openFrom = (): Promise<void> => {
    return tried(() =>
      browseFolders(chooser, { caption: '打开这个文件夹', from: '', take: (folder) => go(folder, ''), tried }),
    );
  };
  const ledgersFrom = (): Promise<void> => {
    const caption = '就用这个文件夹里的台账';
    const take = (folder: string): Promise<void> => {
      showNewForm(folder);
      return Promise.resolve();
    };
    return tried(() => browseFolders(chooser, { caption, from: '', take, tried }));
  };
  return make(
    'div',
    {},
    make(
      'p',
      { class: 'buttons' },
      makeButton('新建', () => {
        showNewForm('');
      }),
      makeButton('从台账开始', ledgersFrom),
      makeButton('打开', openFrom),
      makeButton('示例', () => tried(openSample)),
    ),
    chooser,
  );
}

async function openSample(): Promise<void> {
  location.href = (await callStart({ do: 'sample' })).href;
}

/** `ledgers`: the folder of the ledgers the new workspace begins with; empty for none. */
function showNewForm(ledgers: string): void {
  const from = ledgers === '' ? [] : [make('p', {}, `台账在 ${ledgers}，原来的文件不会改动。`)];
  const form = make(
    'form',
    {},
    ...from,
    make(
      'p',
      { class: 'field' },
      make('label', { for: 'new-name' }, '名称（新文件夹的名字，如 法治年报2026）'),
      newName,
    ),
    make('p', { class: 'field' }, make('label', { for: 'new-place' }, '放在哪个文件夹里'), newPlace),
    make('button', { type: 'submit', class: 'main' }, ledgers === '' ? '建立' : '下一步'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void tried(async () => {
      const { href } = await callStart({ do: 'create', place: newPlace.value, name: newName.value });
      location.href = ledgers === '' ? href : `${href}#${encodeURIComponent(ledgers)}`;
    });
  });
  chooser.replaceChildren(form);
  newName.focus();
}

async function go(folder: string, page: string): Promise<void> {
  const { href } = await callStart({ do: 'open', folder });
  location.href = `${href}${page}`;
}
