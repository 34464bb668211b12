/** A page that starts one job, shows how far it is and then what it answered. */
import type { JobAnswer } from '../../contract/answer';
import { make } from './make-element';
import { failureNote, showIn } from './page-frame';
import { makeProgressView, newWatchKey, watchWork, type ShowProgress } from './run-progress';
import { answerView } from './show-answer';

export interface RunForm {
  /** Starts the job by an order that is read from the form's fields now; its lines are told under the key. */
  readonly start: (watch: string) => Promise<JobAnswer>;
  /** What stands on the button. */
  readonly caption: string;
  /** With which words the lines of the run begin, in their order. */
  readonly steps: readonly string[];
  /** Fields above the button. */
  readonly fields?: readonly HTMLElement[];
  /** What more can be done after the answer; null for nothing. */
  readonly after?: (answer: JobAnswer) => HTMLElement | null;
}

/** Puts the form into the place, with its button ready to be pressed. */
export function showRunForm(place: HTMLElement, form: RunForm): void {
  const button = make('button', { type: 'submit', class: 'main' }, form.caption);
  const output = make('div', { class: 'output' });
  const element = make('form', {}, ...(form.fields ?? []), button);
  let isRunning = false;
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    if (isRunning) return;
    isRunning = true;
    button.setAttribute('aria-disabled', 'true');
    button.textContent = '正在运行……';
    void runIn(output, form).then(() => {
      isRunning = false;
      button.removeAttribute('aria-disabled');
      button.textContent = '再运行一次';
    });
  });
  place.replaceChildren(element, output);
  button.focus();
}

/** Runs the job and shows its way and its end in the place; never rejected. Gives the answer, null for none. */
export async function runIn(place: HTMLElement, form: RunForm): Promise<JobAnswer | null> {
  const view = makeProgressView(form.steps);
  place.replaceChildren(view.element);
  try {
    const answer = await runToEnd(form, view.show);
    const after = form.after?.(answer);
    showIn(place, answerView(answer), ...(after ? [after] : []));
    return answer;
  } catch (error) {
    showIn(place, failureNote(error));
    return null;
  }
}

/** Far more rounds than any office needs; a job that never ends would otherwise go on as long as the page is open. */
const mostRounds = 30;

/** Google gives each call a few minutes: a job that could not finish is started again and goes on from there. */
async function runToEnd({ start }: RunForm, show: ShowProgress): Promise<JobAnswer> {
  const files: JobAnswer['files'][number][] = [];
  for (let round = 1; ; round += 1) {
    const key = newWatchKey();
    const answer = await watchWork(key, start(key), show);
    files.push(...answer.files);
    if (answer.isUnfinished !== true || round === mostRounds) return { ...answer, files };
    show('时间到了，已做的都已保留，正在接着做');
  }
}
