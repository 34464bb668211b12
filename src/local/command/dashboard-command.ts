/** The command `dashboard`: the page 看板 with its value inside, as one file that opens from a mail and asks nobody. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import type { JobAnswer } from '../../contract/answer';
import { Refusal } from '../../core/base/refusal';
import { writeFileDurably } from '../base/atomic-write';
import { prepareFolder } from '../base/prepare-folder';
import { openWorkspace } from '../services/bundle-host';
import { makeProgress } from './console';
import type { Options } from './options';

const fileName = '看板.html';

/** Writes the file into the folder, in place of an older one. Throws a refusal for arguments that do not fit. */
export async function dashboardCommand(
  [, given = '.', ...rest]: readonly string[],
  { json = false }: Options,
  say: (text: string) => 0,
): Promise<number> {
  if (rest.length > 0) throw new Refusal(`参数太多：${rest.join(' ')}`);
  const { folder } = prepareFolder(given, 'workspace');
  const progress = makeProgress(process.stderr, json);
  const host = await openWorkspace(folder, { progress: progress.show });
  const answer = host.run('runJob', 'look', JSON.stringify({ forMail: true })) as JobAnswer;
  progress.clear();
  if (answer.details === undefined) throw new Refusal(answer.text);
  const html = enclosedPage(pageText(), answer.details);
  writeFileDurably(join(folder, fileName), Buffer.from(html, 'utf8'));
  const files = [{ what: 'dashboard', name: fileName, id: fileName }];
  if (json) say(JSON.stringify({ exit: answer.exit, files, problems: [], summary: null, calls: host.calls }, null, 2));
  else say(`${toldOf(html, answer.exit)}\n下一步：双击 ${fileName} 看一遍，再作为邮件附件发出`);
  return answer.exit;
}

function toldOf(html: string, exit: number): string {
  const size = Math.ceil(Buffer.byteLength(html) / 1024);
  const errors = exit === 0 ? '' : '\n各表里还有错误，没有计入的数在看板上写明；逐条见 nianbao check';
  return `看板：${fileName}，${String(size)} KB，不联网，没有人名、电话、邮箱和单位原话${errors}`;
}

function pageText(): string {
  return readFileSync(fileURLToPath(new URL('../google/page-dashboard.html', import.meta.url)), 'utf8');
}

/**
 * The value stands packed before the code, where it is data and is never run; the page's own style and code are named by
 * their hashes, so that nothing else in the file can be.
 */
function enclosedPage(page: string, value: unknown): string {
  const rules = `default-src 'none'; base-uri 'none'; form-action 'none'; style-src '${hashOf(inside(page, 'style'))}'; script-src '${hashOf(inside(page, 'script'))}'`;
  const packed = deflateRawSync(Buffer.from(JSON.stringify(value), 'utf8'), { level: 9 }).toString('base64');
  return page
    .replace('<base target="_top">\n', () => '')
    .replace(
      '<meta charset="utf-8">',
      (tag) => `${tag}\n<meta http-equiv="Content-Security-Policy" content="${rules}">`,
    )
    .replace('<script>', (tag) => `<script type="application/json" id="cockpit">${packed}</script>\n${tag}`);
}

function inside(page: string, tag: string): string {
  return page.slice(page.indexOf(`<${tag}>`) + tag.length + 2, page.indexOf(`</${tag}>`));
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
