/** How far a run is: its steps, a bar while workbooks are read, the latest line, and the problems found so far. */
import type { JobAnswer } from '../../contract/answer';
import type { ProblemLine } from '../../contract/problem-line';
import { localMode } from './file-links';
import { make } from './make-element';
import { callJob } from './script-run';
import { levelCounts, problemGroups } from './show-problems';

/** A key under which the script keeps the latest line of this run, and nobody else's. */
export function newWatchKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `progress-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Each question is a call of the script on Google; on this computer it costs next to nothing. */
const pause = { google: 1500, local: 400 };

/** Takes the latest line of a run and what was found so far. */
export type ShowProgress = (line: string, problems?: readonly ProblemLine[]) => void;

/** Asks for the latest line again and again until the work is over; gives what the work gives. */
export async function watchWork<T>(key: string, work: Promise<T>, show: ShowProgress): Promise<T> {
  let isOver = false;
  const showIfGoing = (latest: JobAnswer | null): void => {
    if (!isOver && latest) show(latest.text, latest.problems);
  };
  const ask = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, localMode() ? pause.local : pause.google));
    if (isOver) return;
    showIfGoing(await latestOf(key));
    return ask();
  };
  void ask();
  try {
    return await work;
  } finally {
    isOver = true;
  }
}

/** A question that fails says nothing about the run, and one that comes too early neither. */
async function latestOf(key: string): Promise<JobAnswer | null> {
  try {
    const answer = await callJob('progress', key);
    return answer.text === '' ? null : answer;
  } catch {
    return null;
  }
}

/** What is shown while a run goes on, and the way to tell it a line. */
export interface ProgressView {
  readonly element: HTMLElement;
  readonly show: ShowProgress;
}

/** `steps`: with which words the lines of the run begin, in their order. */
export function makeProgressView(steps: readonly string[]): ProgressView {
  const items = steps.map((step) => make('li', {}, step));
  const bar = make('progress', { 'aria-label': '进度' });
  const line = make('p', { class: 'line' }, '正在启动……');
  const spoken = make('p', { class: 'spoken', role: 'status' });
  const found = make('div', { class: 'found' });
  const element = make(
    'div',
    { class: 'progress' },
    make('ol', { class: 'steps' }, ...items),
    bar,
    line,
    spoken,
    make('p', { class: 'hint' }, '可以关闭这个窗口：运行不会中断，已经写好的不会丢。'),
    found,
  );
  let shown = 0;
  const show: ShowProgress = (text, problems = []) => {
    line.textContent = text;
    fillBar(bar, text);
    if (problems.length !== shown) showFound(found, problems);
    shown = problems.length;
    const current = steps.findIndex((step) => text.startsWith(step));
    if (current < 0 || items[current]?.hasAttribute('aria-current') === true) return;
    for (const [index, item] of items.entries()) markStep(item, index - current);
    // A voice that reads every line would never come to an end: it gets the steps only.
    spoken.textContent = `正在${steps[current] ?? ''}`;
  };
  return { element, show };
}

/** The list is made anew only when it has grown: somebody may be reading in it. */
function showFound(place: HTMLElement, problems: readonly ProblemLine[]): void {
  const counts = make('p', { role: 'status' }, `到现在发现的问题：${levelCounts(problems)}`);
  place.replaceChildren(counts, problemGroups(problems));
}

function markStep(item: HTMLElement, distance: number): void {
  item.className = distance < 0 ? 'past' : '';
  if (distance === 0) item.setAttribute('aria-current', 'step');
  else item.removeAttribute('aria-current');
}

/** `读取 3/14 司法所.xlsx` fills the bar to three fourteenths; a line without numbers lets it wait. */
function fillBar(bar: HTMLProgressElement, line: string): void {
  const [, done, total] = /(?<!\d)(\d+)\/(\d+)/u.exec(line) ?? [];
  if (done === undefined || total === undefined) {
    bar.removeAttribute('value');
    return;
  }
  bar.max = Number(total);
  bar.value = Number(done);
}
