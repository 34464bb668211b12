/** Takes a file from this computer to the script, which puts it where it sees it. */
import type { JobAnswer } from '../../contract/answer';
import type { UploadOrder } from '../../contract/orders';
import { localMode } from './file-links';
import { make, makeButton } from './make-element';
import { failureNote, showIn } from './page-frame';
import { runIn } from './run-panel';
import { callJob } from './script-run';

/** What may be chosen, and what it is. */
export interface UploadKind {
  readonly what: UploadOrder['what'];
  readonly caption: string;
  /** Endings of file names. */
  readonly endings: string;
  readonly hint: string;
}

/** The script refuses more, but only after it came all the way. */
const mostBytes = 10 * 1024 * 1024;

/** Null in a folder on this computer, where people put files in themselves. */
export function uploadBox({ what, caption, endings, hint }: UploadKind): HTMLElement | null {
  if (localMode()) return null;
  const id = `upload-${what}`;
  const input = make('input', { type: 'file', id, accept: endings });
  const output = make('div', { class: 'output' });
  const upload = async (instead: boolean): Promise<void> => {
    const file = input.files?.[0];
    if (file === undefined) showIn(output, make('p', { role: 'alert' }, '请先选一个文件。'));
    else if (file.size > mostBytes) showIn(output, make('p', { role: 'alert' }, '文件超过 10 MB，不能上传。'));
    else await send(file, instead);
  };
  const send = async (file: File, instead: boolean): Promise<void> => {
    try {
      const order = { what, name: file.name, content: await base64Of(file), instead };
      const start = (watch: string): Promise<JobAnswer> => callJob('upload', order, watch);
      await runIn(output, { start, caption: '', steps: ['上传'], after: askInstead });
    } catch (error) {
      showIn(output, failureNote(error));
    }
  };
  const askInstead = ({ details }: JobAnswer): HTMLElement | null =>
    typeof details === 'object' && details !== null && 'isThere' in details
      ? makeButton('用新的代替', () => upload(true), 'main')
      : null;
  const field = make('p', { class: 'field' }, make('label', { for: id }, hint), input);
  return make(
    'section',
    {},
    field,
    make(
      'p',
      { class: 'buttons' },
      makeButton(caption, () => upload(false)),
    ),
    output,
  );
}

/** In pieces: a text of all bytes at once is too long an argument. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
