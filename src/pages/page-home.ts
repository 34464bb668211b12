/** The first page on this computer: what there is to do, in the order in which an office comes to it. */
import { make } from './parts/make-element';
import { openPage } from './parts/page-frame';
import { pageList } from './parts/page-shell';

const body = openPage('首页', '选择要做的事。数据只在这台电脑上。');
body.replaceChildren(
  make(
    'ul',
    { class: 'home' },
    ...pageList.map(({ page, title, lead }) =>
      make('li', {}, make('a', { href: page }, make('strong', {}, title), make('span', {}, lead))),
    ),
  ),
);
