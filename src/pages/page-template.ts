/** Page 模板: open it, check it, or take the default one back. */
import type { JobAnswer } from '../contract/answer';
import { make, makeButton } from './parts/make-element';
import { failureNote, openPage, showIn } from './parts/page-frame';
import { runIn } from './parts/run-panel';
import { callJob } from './parts/script-run';
import { headline } from './parts/show-answer';
import { fileList } from './parts/show-files';

const body = openPage(
  '模板',
  '年度报告的模板是一个 Word 文件，可以用 Word 或 WPS 改文字和格式。改好后先检查，再生成报告。',
);
const state = make('div', { class: 'output' });
const output = make('div', { class: 'output' });

const checkButton = makeButton(
  '检查模板',
  async () => {
    await runIn(output, {
      start: (watch) => callJob('template', { do: 'check' }, watch),
      caption: '',
      steps: ['检查'],
    });
  },
  'main',
);

/** Asked twice: the present template is kept as a copy, but the next report is written by the default one. */
const restoreButton = makeButton('恢复默认模板', () => {
  const sure = makeButton(
    '确认恢复',
    async () => {
      await runIn(output, {
        start: (watch) => callJob('template', { do: 'restore' }, watch),
        caption: '',
        steps: ['恢复'],
      });
      await showState();
    },
    'main',
  );
  const not = makeButton('不恢复', () => {
    output.replaceChildren();
    restoreButton.focus();
  });
  const question = make('h2', {}, '用默认模板替换现在的模板？');
  const words = make('p', {}, '现在的模板会先另存一份“年度报告 原模板”，不会丢失。');
  showIn(output, make('div', { class: 'note warn' }, question, words, make('p', { class: 'buttons' }, sure, not)));
});

body.replaceChildren(state, make('p', { class: 'buttons' }, checkButton, restoreButton), output);
checkButton.focus();
void showState();

async function showState(): Promise<void> {
  state.replaceChildren(make('p', { role: 'status' }, '正在查看……'));
  const view = await callJob('template', { do: 'state' }).then(stateView, failureNote);
  state.replaceChildren(view);
}

function stateView(answer: JobAnswer): HTMLElement {
  return answer.exit === 2 ? headline(answer) : (fileList(answer.files) ?? headline(answer));
}
