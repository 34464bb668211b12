/** What stands around every page: the way to all others, whose workspace this is, and the way to 初始化 where there is none. */
import type { StateDetails } from '../../contract/orders';
import { localMode } from './file-links';
import { make, makeButton } from './make-element';
import { callJob } from './script-run';

/** A page by the name of its file, its title, and what it is for. */
export interface PageEntry {
  readonly page: string;
  readonly title: string;
  readonly lead: string;
}

/** All pages, in the order in which an office comes to need them. */
export const pageList: readonly PageEntry[] = [
  { page: 'page-set-up', title: '初始化', lead: '建立总表、文件夹和模板' },
  { page: 'page-intake', title: '接入台账', lead: '各单位自己的台账，点选一次，以后照此读取' },
  { page: 'page-departments', title: '建立部门填报表', lead: '给每个单位一份预填好的表' },
  { page: 'page-check', title: '检查填报', lead: '列出读不懂、对不上的地方' },
  { page: 'page-report', title: '生成年度报告', lead: '写出新一版 Word 报告' },
  { page: 'page-dashboard', title: '看板', lead: '进展、逾期、薄弱环节' },
  { page: 'page-remind', title: '催办', lead: '先看后发' },
  { page: 'page-timer', title: '定时催办', lead: '每天自动催办' },
  { page: 'page-template', title: '模板', lead: '打开、检查、恢复默认' },
  { page: 'page-about', title: '关于和自检', lead: '版本、数据在哪里、自检' },
];

/** Of use also before there is a workspace. */
const withoutHub = ['首页', '初始化', '关于和自检'];

/** Puts the shell around the page of that title; `body` is hidden where the page can do nothing yet. */
export function showShell(title: string, body: HTMLElement): void {
  const state = make('p', { class: 'state' }, '正在查看工作文件夹……');
  const home = localMode()?.home;
  const links = pageList.map((entry) => make('li', {}, wayTo(entry, entry.title === title)));
  const first =
    home === undefined ? [] : [make('li', {}, make('a', { href: home, ...currentIf(title === '首页') }, '首页'))];
  const skip = home === undefined ? [] : [make('a', { class: 'skip', href: '#page' }, '跳到内容')];
  const header = make(
    'header',
    { class: 'shell' },
    ...skip,
    make('p', { class: 'brand' }, '法治年报'),
    state,
    make('nav', { 'aria-label': '全部页面' }, make('ul', {}, ...first, ...links)),
  );
  document.querySelector('header.shell')?.remove();
  document.body.prepend(header);
  header.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  void tellState(state, title, body);
}

function currentIf(is: boolean): Readonly<Record<string, string>> {
  return is ? { 'aria-current': 'page' } : {};
}

/** An address on this computer; in a dialog of Google's, which knows none, a button that asks for the other dialog. */
function wayTo({ page, title }: PageEntry, isCurrent: boolean): HTMLElement {
  if (localMode()) return make('a', { href: page, ...currentIf(isCurrent) }, title);
  const button = makeButton(title, () => callJob('open', page).then(ignore, ignore), 'way');
  if (isCurrent) button.setAttribute('aria-current', 'page');
  return button;
}

function ignore(): void {
  // The other dialog takes the place of this one; where it cannot, this one stays.
}

async function tellState(place: HTMLElement, title: string, body: HTMLElement): Promise<void> {
  const answer = await callJob('state', null).catch(() => null);
  if (answer === null) {
    place.textContent = '没有查到工作文件夹的情况';
    return;
  }
  const details = answer.details as StateDetails | undefined;
  if (details === undefined) {
    place.textContent = `总表现在不能用：${answer.text.split('\n')[0] ?? ''}`;
    place.classList.add('bad');
    return;
  }
  place.textContent = stateText(details);
  if (details.workspace === null && !withoutHub.includes(title)) leadToSetUp(body);
}

function stateText({ workspace, year, edition, workbooks, reports }: StateDetails): string {
  if (workspace === null) return '还没有初始化';
  return [
    `${workspace} ${year === null ? '' : `${String(year)}年度`}`.trim(),
    edition,
    `填报 ${String(workbooks)} 份`,
    `报告 ${String(reports)} 份`,
  ].join(' · ');
}

/** Nothing on the page can be done before. */
function leadToSetUp(body: HTMLElement): void {
  const [entry] = pageList;
  if (entry === undefined) return;
  const way = wayTo({ ...entry, title: '去初始化' }, false);
  const hadFocus = body.contains(document.activeElement);
  body.hidden = true;
  body.before(
    make(
      'section',
      { class: 'before' },
      make('h2', {}, '先初始化'),
      make('p', {}, '这里还没有总表。初始化建立总表、文件夹和模板，然后才能用这一页。'),
      make('p', { class: 'buttons' }, way),
    ),
  );
  if (hadFocus) way.focus();
}
