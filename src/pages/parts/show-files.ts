/** The files a job made or replaced, with what can be done with them. */
import type { FileKind, WrittenFile } from '../../contract/answer';
import type { FilesOrder } from '../../contract/local-files';
import { failureWords } from '../../core/base/failure-words';
import { fileLinks, localMode, type FileLink } from './file-links';
import { make, makeButton } from './make-element';
import { callFiles } from './office-call';

const labels: Readonly<Record<FileKind, string>> = {
  report: '报告',
  'public-report': '公开版',
  'google-doc': 'Google 文档',
  trace: '数据来源',
  check: '核对单',
  document: '文件',
  results: '汇总和核对',
  hub: '总表',
  rules: '列对应',
  register: '督办登记',
  department: '填报表',
  template: '模板',
  folder: '文件夹',
  mail: '通知',
};

/** Of one kind so many are shown at once; more of them are folded. */
const shownAtOnce = 3;

/** A list of the files, kinds of which there are many folded; nothing when there are none. */
export function fileList(files: readonly WrittenFile[]): HTMLElement | null {
  if (files.length === 0) return null;
  const kinds = [...new Set(files.map(({ what }) => what))];
  const ofKind = (what: FileKind): WrittenFile[] => files.filter((file) => file.what === what);
  const few = kinds.filter((what) => ofKind(what).length <= shownAtOnce);
  const many = kinds.filter((what) => !few.includes(what));
  return make(
    'div',
    {},
    make('ul', { class: 'files' }, ...few.flatMap(ofKind).map(fileItem)),
    ...many.map((what) => folded(what, ofKind(what))),
  );
}

function folded(what: FileKind, files: readonly WrittenFile[]): HTMLElement {
  const list = make('ul', { class: 'files' }, ...files.map(fileItem));
  return make('details', {}, make('summary', {}, `${labels[what]} ${String(files.length)} 个`), list);
}

function fileItem(file: WrittenFile): HTMLElement {
  // In a folder the id is the path, by which people find the file; on Drive it says nothing.
  const name = localMode() ? file.id : file.name;
  const item = make('li', {}, make('span', { class: 'what' }, labels[file.what]), ` ${name} `);
  item.append(...linkElements(fileLinks(file), name), ...localButtons(file, item));
  return item;
}

/** What this computer can do with a file of the office's folder; on Google there is nothing of it. */
function localButtons({ what, id }: WrittenFile, item: HTMLElement): HTMLElement[] {
  const local = localMode();
  if (local === null || !/\.(?:xlsx|docx|pdf|eml)$/u.test(id)) return [];
  const said = make('span', { class: 'hint', role: 'status' });
  const act = (caption: string, working: string, order: 'open' | 'pdf'): HTMLElement => {
    const button = makeButton(caption, () => perform({ do: order, id }, working), 'small');
    button.setAttribute('aria-label', `${caption} ${id}`);
    return button;
  };
  const perform = async (order: FilesOrder, working: string): Promise<void> => {
    said.textContent = working;
    try {
      const { files } = await callFiles(order);
      said.textContent = '';
      const more = fileList(files);
      if (more) item.append(more);
    } catch (error) {
      said.textContent = failureWords(error);
    }
  };
  const isReport = (what === 'report' || what === 'public-report') && id.endsWith('.docx');
  const pdf = isReport && local.canMakePdf ? [act('转成 PDF', '正在转换，要十几秒……', 'pdf')] : [];
  return [act('打开', '正在打开……', 'open'), ...pdf, said];
}

function linkElements(links: readonly FileLink[], name: string): HTMLElement[] {
  return links.map(([caption, href]) =>
    make('a', { href, target: '_blank', rel: 'noopener', 'aria-label': `${caption} ${name}` }, caption),
  );
}
