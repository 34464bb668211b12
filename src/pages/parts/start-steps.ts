/** The way to the first report, step by step: which are done, which is next, and on which page it is taken. */
import type { StartStep, WorkspaceState } from '../../contract/start';
import { make } from './make-element';

interface StepWords {
  readonly page: string;
  readonly title: string;
  /** What a person does, and where. */
  readonly lead: string;
}

/** In the order they are taken. */
export const startSteps: Readonly<Record<StartStep, StepWords>> = {
  'set-up': { page: 'page-set-up', title: '建总表', lead: '选报告种类、机关类型和年度，建好总表' },
  departments: {
    page: 'page-departments',
    title: '填总表，建填报表',
    lead: '打开文件夹里的总表.xlsx，填好“设置”“单位”“任务”，再给每个单位建一份填报表',
  },
  check: { page: 'page-check', title: '收表检查', lead: '把“填报”里的表发给各单位，填好收回原处，检查' },
  report: { page: 'page-report', title: '生成报告', lead: '改好列出的错误，生成 Word 报告' },
  remind: { page: 'page-remind', title: '催办', lead: '先看发给谁、说什么，再发' },
};

const order = Object.keys(startSteps) as StartStep[];

/** The first step whose work is not there; null when all was done once. */
export function nextStepOf({ done }: WorkspaceState): StartStep | null {
  return order.find((step) => !done.includes(step)) ?? null;
}

/** The steps as a list; each leads to its page by `go`, and the next one is marked. */
export function stepList(state: WorkspaceState, go: (page: string) => Promise<void>): HTMLElement {
  const next = nextStepOf(state);
  return make('ol', { class: 'way' }, ...order.map((step) => stepItem(step, { state, next, go })));
}

interface StepPlace {
  readonly state: WorkspaceState;
  readonly next: StartStep | null;
  readonly go: (page: string) => Promise<void>;
}

function stepItem(step: StartStep, { state, next, go }: StepPlace): HTMLElement {
  const { page, title, lead } = startSteps[step];
  const isDone = state.done.includes(step);
  const word = isDone ? '已有' : step === next ? '下一步' : '还没有';
  const button = make('button', { type: 'button', class: step === next ? 'main' : '' }, title);
  button.addEventListener('click', () => {
    void go(page);
  });
  return make(
    'li',
    { class: isDone ? 'past' : '', ...(step === next && { 'aria-current': 'step' }) },
    button,
    make('span', { class: 'state' }, word),
    make('span', { class: 'hint' }, lead),
  );
}
