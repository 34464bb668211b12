/** The office's folder: file ids are paths below it, written with `/`; the folder itself is `.`. */
import { readFileSync, readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { folderNames, hubName, registerName, resultsName, rulesName } from '../../core/base/office-names';
import { Refusal } from '../../core/base/refusal';
import { serviceWords } from '../../core/base/service-words';
import { errorCode } from './atomic-write';

/** Google's names of the kinds of file the program works with. */
export const mimeTypes = {
  folder: 'application/vnd.google-apps.folder',
  shortcut: 'application/vnd.google-apps.shortcut',
  spreadsheet: 'application/vnd.google-apps.spreadsheet',
  document: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  googleDoc: 'application/vnd.google-apps.document',
} as const;

/** The id of the hub: the spreadsheet the script would be bound to. */
export const hubId = `${hubName}.xlsx`;

/** The id of the program's own workbook. */
export const resultsId = `${resultsName}.xlsx`;

/** The id of the program's workbook of rules. */
export const rulesId = `${rulesName}.xlsx`;

/** The id of the program's workbook of what the office notes of papers. */
export const registerId = `${registerName}.xlsx`;

/** Folders outside of the office's own that a command names, by the first word of the ids of what lies in them. */
export type Mounts = Readonly<Record<string, string>>;

/** A folder without hub is like a script that is bound to nothing. */
export function hasHub(folder: string): boolean {
  return statOf(join(folder, hubId)) !== null;
}

/**
 * Throws where the folder has no hub but a workbook that bears its name in part, `总表 (1).xlsx`: a new hub beside it would be empty,
 * and the office's own would be read no more.
 */
export function demandNoRenamedHub(folder: string): void {
  if (hasHub(folder) || statOf(folder)?.isDirectory() !== true) return;
  const like = namesInFolder(folder).find(
    (name) => name.includes(hubName) && !isSideFile(name) && /\.(?:xlsx|xlsm|xls|et)$/iu.test(name),
  );
  if (like === undefined) return;
  throw new Refusal(
    `${folder} 里没有 ${hubId}，有“${like}”：是改了名或另存的，请改回 ${hubId}；不是的，请先移走，再运行`,
  );
}

const typesByEnding: Readonly<Record<string, string>> = {
  xlsx: mimeTypes.spreadsheet,
  docx: mimeTypes.document,
  gdoc: mimeTypes.googleDoc,
  xls: 'application/vnd.ms-excel',
  et: 'application/vnd.ms-excel',
  xlsm: 'application/vnd.ms-excel.sheet.macroenabled.12',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  doc: 'application/msword',
  wps: 'application/msword',
  pdf: 'application/pdf',
  txt: 'text/plain',
  json: 'application/json',
  eml: 'message/rfc822',
};

/** The path of a file on disk. Throws for an id that leaves the folder. */
export function pathOfId(folder: string, id: string): string {
  const isPlain = id === '.' || id.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
  if (!isPlain) throw new Refusal(`文件编号无效 (invalid file id): ${id}`);
  if (!canBeId(id)) throw new Refusal(`文件编号无效 (invalid file id): ${id}，文件名里不能有 \\ 和 :，请改名`);
  return join(folder, ...id.split('/'));
}

/** False for names with signs that divide paths on some systems. */
export function canBeId(name: string): boolean {
  return !/[\\:\0]/u.test(name);
}

/** As `pathOfId`, for a file to be read: throws as well for a link that leads out of the folder. */
export function readablePath(folder: string, id: string): string {
  const path = pathOfId(folder, id);
  if (isInside(folder, path)) return path;
  throw new Refusal(`无法读取 ${basename(path)}：它是指向工作文件夹以外的链接，没有打开，请把文件本身放进来`);
}

/** False for what links lead out of the folder to; where there is nothing at all, nothing leads out. */
export function isInside(folder: string, path: string): boolean {
  try {
    const root = realpathSync(folder);
    const real = realpathSync(path);
    return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
  } catch {
    return true;
  }
}

/** The id of a file in the folder `parent`. */
export function childId(parent: string, name: string): string {
  return parent === '.' ? name : `${parent}/${name}`;
}

/** The id of the folder a file lies in. */
export function parentId(id: string): string {
  return dirname(id);
}

/** A file or folder's name as people see it. */
export function nameOfId(folder: string, id: string): string {
  return basename(pathOfId(folder, id));
}

/** Google's name for the kind of file. */
export function mimeTypeOf(name: string, isFolder: boolean): string {
  if (isFolder) return mimeTypes.folder;
  return typesByEnding[/\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

/** Whether the file is one of 填报 that holds a table: of such a kind, Google would have made a spreadsheet when it was put there. */
export function isForm(id: string): boolean {
  return parentId(id) === folderNames.departments && /\.(?:xlsx|xls|et|ods|csv|tsv)$/iu.test(id);
}

/** True for what office programs and systems leave beside the files people made, and for hidden files. */
export function isSideFile(name: string): boolean {
  return /^(?:~\$|\.|~.*\.tmp$|thumbs\.db$|desktop\.ini$)/iu.test(name);
}

/**
 * True for what systems and office programs leave beside files by themselves, about which nobody needs be told: owner files,
 * locks, our own unfinished files.
 */
export function isSystemFile(name: string): boolean {
  return /^(?:~\$|\._|\.~|\.DS_Store$|\.localized$|\.directory$|~.*\.tmp$|thumbs\.db$|desktop\.ini$)/iu.test(name);
}

/** What stands in a name for bytes that are no UTF-8. No path made of such a name leads to the file. */
export const strangeSign = '\uFFFD';

/** Size and time of a file; null when there is none, or a link that leads nowhere. Throws with a Chinese text. */
export function statOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    if (['ELOOP', 'ENOTDIR', 'ENAMETOOLONG'].includes(errorCode(error))) return null;
    throw new Refusal(readErrorText(path, error), { cause: error });
  }
}

/** The names in a folder. Throws with a Chinese text for the clerk. */
export function namesInFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    throw new Refusal(readErrorText(path, error), { cause: error });
  }
}

/** Far above any workbook or template of an office. */
const largestFile = 100 * 1024 * 1024;

/** Throws with a Chinese text where there is no file of a reasonable size: a device could be read for ever. */
export function demandFile(path: string): void {
  const stats = statOf(path);
  if (!stats || stats.isDirectory()) return;
  if (!stats.isFile()) throw new Refusal(`无法读取 ${basename(path)}：不是普通文件，请移走后再试`);
  if (stats.size > largestFile) throw new Refusal(`无法读取 ${basename(path)}：文件超过 100 MB，请检查内容后再试`);
}

/** The bytes of a file. Throws with a Chinese text for the clerk. */
export function readFileBytes(path: string): Uint8Array {
  demandFile(path);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Refusal(readErrorText(path, error), { cause: error });
  }
}

/** Where the disk or the way to it does not answer. */
const silentCodes = ['EIO', 'ESTALE', 'ETIMEDOUT', 'ENOTCONN', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENETUNREACH'];
const lockedCodes = ['EAGAIN', 'EBUSY', 'EPERM'];

/** The Chinese text for a file that cannot be read. */
export function readErrorText(path: string, error: unknown): string {
  const name = basename(path);
  const code = errorCode(error);
  if (code === 'ENOENT' && !name.includes(strangeSign)) return `找不到 ${name}`;
  // What stands behind a sign of bytes is cut where services' words are shown.
  return `无法读取 ${name.replaceAll(strangeSign, '?')}：${readErrorReason(code) ?? serviceWords(error)}`;
}

function readErrorReason(code: string): string | null {
  if (code === 'ENOENT') return '文件名的编码认不出来（不是 UTF-8），请改名后再试';
  if (lockedCodes.includes(code)) return '文件正被 Excel/WPS 打开，请关闭后再试';
  if (silentCodes.includes(code)) return `磁盘或网络盘没有回应（${code}），请检查连接后再试`;
  if (code === 'EISDIR') return '它是文件夹，不是文件，请改名或移走后再试';
  if (code === 'ENOTDIR') return '上一级不是文件夹，请改名或移走后再试';
  return code === 'EACCES' ? '没有权限，请修改权限后再试' : null;
}
