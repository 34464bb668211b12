/** Choosing a folder of this computer: a browser tells no page where a file lies, so the server lists folders. */
import type { FolderList } from '../../contract/start';
import { make, makeButton } from './make-element';
import { callStart } from './start-call';

interface FolderChoice {
  /** What stands on the button that takes the folder shown. */
  readonly caption: string;
  /** Where to begin; empty for the person's own folder. */
  readonly from: string;
  readonly take: (folder: string) => Promise<void>;
  /** Tells what went wrong. */
  readonly tried: (work: () => Promise<void>) => Promise<void>;
}

/** Shows the folders in the place; a workspace among them is taken by one press. */
export async function browseFolders(place: HTMLElement, choice: FolderChoice): Promise<void> {
  const list = await callStart({ do: 'browse', folder: choice.from });
  const to = (folder: string): (() => Promise<void>) => {
    return () => choice.tried(() => browseFolders(place, { ...choice, from: folder }));
  };
  const { above } = list;
  place.replaceChildren(
    make('p', {}, make('strong', {}, list.folder)),
    make(
      'p',
      { class: 'buttons' },
      makeButton(choice.caption, () => choice.tried(() => choice.take(list.folder)), 'main'),
      ...(above === null ? [] : [makeButton('上一级', to(above))]),
      makeButton('取消', () => {
        place.replaceChildren();
      }),
    ),
    folderItems(list, choice, to),
  );
}

function folderItems(
  { folders }: FolderList,
  { take, tried }: FolderChoice,
  to: (folder: string) => () => Promise<void>,
): HTMLElement {
  if (folders.length === 0) return make('p', { class: 'hint' }, '里面没有文件夹。');
  const items = folders.map(({ name, folder, isWorkspace }) => {
    const press = isWorkspace ? (): Promise<void> => tried(() => take(folder)) : to(folder);
    const button = makeButton(isWorkspace ? `打开 ${name}` : name, press);
    return make('li', {}, button, isWorkspace ? make('span', { class: 'hint' }, ' 有总表') : null);
  });
  return make('ul', { class: 'folders' }, ...items);
}
