/** The first page on this computer: what there is to do, in the order in which an office comes to it, and the files there are. */
import { make, makeSection } from './parts/make-element';
import { callFiles } from './parts/office-call';
import { openPage } from './parts/page-frame';
import { pageList } from './parts/page-shell';
import { fileList } from './parts/show-files';

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
void showFiles();

/** What cannot be listed is no reason to show nothing of the rest. */
async function showFiles(): Promise<void> {
  const answer = await callFiles({ do: 'list' }).catch(() => null);
  const list = answer && fileList(answer.files);
  if (list) body.append(makeSection('文件', list));
}
