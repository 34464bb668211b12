/** Page 关于和自检: what this is, what it may do, where the data are, and a check of itself. */
import { localMode } from './parts/file-links';
import { make, makeButton, makeSection, makeTable } from './parts/make-element';
import { openPage } from './parts/page-frame';
import { privacyNote } from './parts/privacy-note';
import { runIn } from './parts/run-panel';
import { callJob } from './parts/script-run';

declare const packageVersion: string;

/** What the script may do on Google, by the scope's name. */
const scopes: readonly (readonly [scope: string, use: string])[] = [
  ['spreadsheets', '读取总表和各单位的表，写程序自己的“结果”'],
  ['drive.file', '建立文件夹、表格和报告；只看得见本程序建立的和您选定的文件'],
  ['script.send_mail', '发送催办通知'],
  ['script.scriptapp', '定时催办'],
  ['script.container.ui', '菜单和这些窗口'],
  ['userinfo.email', '记下是谁启动的'],
];

const body = openPage('关于和自检', `法治年报 ${packageVersion}：把各单位填的表变成年度法治政府建设报告。`);
const output = make('div', { class: 'output' });
const button = makeButton(
  '开始自检',
  async () => {
    await runIn(output, { start: (watch) => callJob('self-check', null, watch), caption: '', steps: ['自检'] });
  },
  'main',
);
body.replaceChildren(
  make('p', { class: 'buttons' }, button),
  output,
  makeSection('个人信息', make('p', {}, privacyNote())),
  ...(localMode() ? [] : [makeSection('本程序要的权限', scopeTable())]),
);
button.focus();

function scopeTable(): HTMLElement {
  return makeTable('每项权限的用处', { 权限: ([scope]) => scope, 用处: ([, use]) => use }, scopes);
}
