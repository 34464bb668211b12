/** Page 看板: how the office stands; nothing is written. The same page, with its value inside, is the file that is sent. */
import { inflateSync, strFromU8 } from 'fflate';
import type { JobAnswer } from '../contract/answer';
import type { Cockpit } from '../contract/cockpit';
import { cockpitView } from './cockpit/cockpit-view';
import { make, makeButton } from './parts/make-element';
import { failureNote, openAlone, openPage, showIn } from './parts/page-frame';
import { makeProgressView, newWatchKey, watchWork } from './parts/run-progress';
import { callJob } from './parts/script-run';
import { headline } from './parts/show-answer';
import { themeButton } from './parts/theme';

const output = make('div', { class: 'output' });
const print = makeButton('打印（一页 A4）', () => {
  window.print();
});
const enclosed = enclosedCockpit();
if (enclosed === null) openServed();
else openEnclosed(enclosed);

function openServed(): void {
  const body = openPage('看板', '各单位任务的进展、逾期和薄弱环节。只读取，不写任何文件。');
  const button = makeButton('刷新', load);
  body.replaceChildren(make('p', { class: 'buttons no-print' }, button, print, themeButton()), output);
  button.focus();
  void load();
}

function openEnclosed(cockpit: Cockpit): void {
  const lead = `${cockpit.today} 生成。没有个人信息：人名、电话、邮箱和单位原话不在里面。`;
  const body = openAlone('法治年报看板', lead);
  body.replaceChildren(make('p', { class: 'buttons no-print' }, print, themeButton()), cockpitView(cockpit));
}

async function load(): Promise<void> {
  const view = makeProgressView(['读取', '核对']);
  output.replaceChildren(view.element);
  const key = newWatchKey();
  await watchWork(key, callJob('look', { forMail: false }, key), view.show).then(
    (answer) => {
      showIn(output, boardOf(answer));
    },
    (error: unknown) => {
      showIn(output, failureNote(error));
    },
  );
}

/** Where the office could not be read, why. */
function boardOf(answer: JobAnswer): HTMLElement {
  return answer.details === undefined ? headline(answer) : cockpitView(answer.details as Cockpit);
}

/** The value a file that is sent holds; null where the page was served. */
function enclosedCockpit(): Cockpit | null {
  const packed = document.getElementById('cockpit')?.textContent.trim() ?? '';
  if (packed === '') return null;
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  return JSON.parse(strFromU8(inflateSync(bytes))) as Cockpit;
}
