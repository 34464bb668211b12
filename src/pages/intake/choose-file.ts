/** Which workbook is looked at: one that is dropped or picked from this computer, or one of 填报, found by typing. */
import type { IntakeList } from '../../contract/intake';
import { localMode } from '../parts/file-links';
import { make, makeButton } from '../parts/make-element';
import { uploadBox } from '../parts/upload-box';

/** A workbook that was chosen; `content` null for one of 填报. */
export interface ChosenFile {
  readonly file: string;
  readonly content: string | null;
}

export type Choose = (chosen: ChosenFile) => void;

const mostBytes = 10 * 1024 * 1024;
/** Of the list so many are shown at once; the others are found by typing. */
const shownAtOnce = 30;

/** The place where a file is dropped or picked; on Google it is uploaded first, and then chosen from the list. */
export function dropPlace(choose: Choose): HTMLElement {
  if (!localMode()) {
    return (
      uploadBox({
        what: 'department',
        caption: '上传台账',
        endings: '.xlsx',
        hint: '单位自己的台账（.xlsx），文件名写成单位名称；上传后在下面的列表里选。',
      }) ?? make('div')
    );
  }
  const input = make('input', { type: 'file', id: 'drop', accept: '.xlsx,.xlsm,.xls,.et,.ods,.csv,.tsv' });
  const told = make('p', { role: 'alert' });
  const take = async (file: File | undefined): Promise<void> => {
    told.textContent = '';
    if (file === undefined) return;
    if (file.size > mostBytes) told.textContent = '文件超过 10 MB，请删减内容后另存再试。';
    else choose({ file: file.name, content: await base64Of(file) });
  };
  input.addEventListener('change', () => {
    void take(input.files?.[0]);
  });
  const label = make('label', { for: 'drop' }, '把台账拖到这里，或者从这台电脑选一个');
  const place = make('div', { class: 'drop' }, label, input, told);
  place.addEventListener('dragover', (event) => {
    event.preventDefault();
    place.classList.add('over');
  });
  place.addEventListener('dragleave', () => {
    place.classList.remove('over');
  });
  place.addEventListener('drop', (event) => {
    event.preventDefault();
    place.classList.remove('over');
    void take(event.dataTransfer?.files[0]);
  });
  return place;
}

/** In pieces: a text of all bytes at once is too long an argument. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** The workbooks of 填报; with many of them, the first and those whose name is typed. */
export function fileChoice({ files }: IntakeList, choose: Choose): HTMLElement {
  if (files.length === 0) return make('p', {}, '“填报”里还没有表。');
  const list = make('ul', { class: 'choices' });
  const rest = make('p', { class: 'hint' });
  const search = make('input', { type: 'search', id: 'search', autocomplete: 'off' });
  const show = (): void => {
    const found = files.filter(({ file, department }) => `${file} ${department ?? ''}`.includes(search.value.trim()));
    list.replaceChildren(...found.slice(0, shownAtOnce).map((one) => make('li', {}, fileButton(one, choose))));
    const more = found.length - shownAtOnce;
    rest.textContent =
      more > 0 ? `还有 ${String(more)} 份没有列出，请输入单位名称查找。` : `共 ${String(found.length)} 份。`;
  };
  search.addEventListener('input', show);
  show();
  return make(
    'div',
    {},
    make('p', { class: 'field' }, make('label', { for: 'search' }, '“填报”里的表（输入单位名称查找）'), search),
    list,
    rest,
  );
}

function fileButton({ file, department, rules }: IntakeList['files'][number], choose: Choose): HTMLElement {
  const known = rules > 0 ? `，已记下 ${String(rules)} 条读法` : '';
  const whose = department === null ? '，不在“单位”表里' : '';
  return makeButton(`${file}${whose}${known}`, () => {
    choose({ file, content: null });
  });
}
