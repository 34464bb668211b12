/** What all pages have: a heading, a sentence on what happens here, and a place for what follows. */
import type { JobAnswer } from '../../contract/answer';
import type { AccountDetails } from '../../contract/orders';
import { failureWords } from '../../core/base/failure-words';
import { isRefusal } from '../../core/base/refusal';
import { localMode } from './file-links';
import { make } from './make-element';
import { showShell } from './page-shell';
import { callJob } from './script-run';
import { followTheme } from './theme';

/** Fills the empty page and gives the place below its head. */
export function openPage(title: string, lead: string): HTMLElement {
  const body = fillPage(title, lead, localMode() ? [] : [accountLine()]);
  document.title = `${title} · 法治年报`;
  showShell(title, body);
  return body;
}

/** The same of a page without the list of pages: the home page, a file that was sent. */
export function openAlone(title: string, lead: string): HTMLElement {
  document.title = title;
  document.body.classList.add('alone');
  return fillPage(title, lead, []);
}

function fillPage(title: string, lead: string, below: readonly HTMLElement[]): HTMLElement {
  followTheme();
  const body = make('div', { class: 'body' });
  const page = document.getElementById('page');
  page?.replaceChildren(make('h1', {}, title), make('p', { class: 'lead' }, lead), body, ...below);
  return body;
}

const likelyCause =
  '浏览器里登录了几个 Google 账号的，多半是用了另一个账号：请退出其他账号，或者在无痕窗口里只登录这一个再试。';

/** Which account the jobs of this page run as, which need not be the one that opened it. */
function accountLine(): HTMLElement {
  const line = make('p', { class: 'hint' }, '正在查看用哪个账号运行……');
  const tell = ({ details }: JobAnswer): void => {
    const { account } = details as AccountDetails;
    line.textContent = `用这个账号运行：${account}。不是您要用的账号？${likelyCause}`;
  };
  callJob('who', null).then(tell, () => {
    line.textContent = `没有查到用哪个账号运行。${likelyCause}`;
  });
  return line;
}

/** Puts something new in a place and takes the person there, by keyboard and by ear. */
export function showIn(place: HTMLElement, ...content: readonly (Node | string)[]): void {
  place.replaceChildren(...content);
  const target = place.querySelector('h2') ?? place;
  target.setAttribute('tabindex', '-1');
  target.focus();
}

/** What is said when the script could not be reached, or broke off; a refusal says itself what a person is to do. */
export function failureNote(error: unknown): HTMLElement {
  const lead = '没有得到结果。已经写好的文件不受影响，可以再试一次；仍然不行的，请把下面这句话告诉管理员：';
  return make(
    'div',
    { class: 'note bad', role: 'alert' },
    make('h2', {}, '没有完成'),
    ...(isRefusal(error) ? [] : [make('p', {}, lead)]),
    make('p', {}, failureWords(error).replace(/。?$/u, '。')),
    ...(localMode() ? [] : [make('p', {}, likelyCause)]),
  );
}
