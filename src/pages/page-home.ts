/** The list of pages, which on this computer stands for the menu. */
import { make } from './parts/make-element';
import { openPage } from './parts/page-frame';

const entries: readonly (readonly [page: string, title: string, lead: string])[] = [
  ['page-set-up', '初始化', '建立总表、文件夹和模板'],
  ['page-departments', '建立部门填报表', '给每个单位一份预填好的表'],
  ['page-check', '检查填报', '列出读不懂、对不上的地方'],
  ['page-report', '生成年度报告', '写出新一版 Word 报告'],
  ['page-dashboard', '看板', '进展、逾期、薄弱环节'],
  ['page-remind', '催办', '先看后发'],
  ['page-timer', '定时催办', '每天自动催办'],
  ['page-template', '模板', '打开、检查、恢复默认'],
  ['page-about', '关于和自检', '版本、数据在哪里、自检'],
];

const body = openPage('法治年报', '选择要做的事。数据只在这台电脑上。');
body.replaceChildren(
  make(
    'ul',
    { class: 'home' },
    ...entries.map(([page, title, lead]) =>
      make('li', {}, make('a', { href: page }, make('strong', {}, title), make('span', {}, lead))),
    ),
  ),
);
document.querySelector('nav')?.remove();
