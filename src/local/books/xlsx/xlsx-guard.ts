/** The door for workbooks: refuses what is no sound .xlsx, with a text that tells the clerk what to do. */
import { registerName, resultsName, rulesName } from '../../../core/base/office-names';
import { oncePer } from '../../../core/base/once-per';
import { Refusal } from '../../../core/base/refusal';
import { bareName } from '../../../core/base/text';
import { openZip, ZipError } from '../../base/zip';
import { XmlError } from './xlsx-xml';

/** The XML parts of a workbook that passed the door. */
export interface XlsxParts {
  /** The name under which the archive holds a part, letters in any case; undefined when it holds none. */
  readonly find: (part: string) => string | undefined;
  /**
   * Inflates a part, checks it and gives it as UTF-8, which nobody may change: a small part that other workbooks have, too, is the
   * same object. Throws with a Chinese text.
   */
  readonly read: (part: string) => Buffer;
  /** Checks the parts that were not read: what is unsound there tells of the whole file. */
  readonly checkRest: () => void;
}

/** Of such size is whatever is no table. */
const smallPart = 1_000_000;

const fetchAgain = '请重新复制或向提供文件的人重新索取';
const bringBack = '请从备份恢复；不能恢复的请移到别处，再运行一次';

/** What to do about a file that is broken: nobody can be asked for one that the program itself made. */
function remedyFor(name: string): string {
  return [resultsName, rulesName, registerName].includes(bareName(name)) ? bringBack : fetchAgain;
}

const advice = {
  'not-a-zip': '不是有效的 .xlsx 文件（可能是改了后缀的 .csv 或网页），请用 WPS/Excel 打开后另存为 .xlsx',
  damaged: '已损坏或没有传完',
  'too-large': '解压后大得不正常，没有读取，请把数据复制到新表格后再试',
  'bad-names': '内部文件名异常，没有读取，请用 WPS/Excel 打开后另存为新的 .xlsx',
  encrypted: '已加密，请用 WPS/Excel 打开后取消密码再保存',
  locked: '设有打开密码，请用 WPS/Excel 打开后取消密码再保存',
  split: '是分卷压缩的，没有读取，请用 WPS/Excel 打开后另存为 .xlsx',
  method: '用了少见的压缩方法，没有读取，请用 WPS/Excel 打开后另存为 .xlsx',
  doctype: '含有不允许的 DOCTYPE 声明，没有读取，请用 WPS/Excel 打开后另存为新的 .xlsx',
  macro: '含有宏，没有读取，请用 WPS/Excel 另存为不含宏的 .xlsx',
} as const;

/** The parts of the workbook. `name` is the file as people see it. Throws with a Chinese text. */
export function openXlsx(name: string, bytes: Uint8Array): XlsxParts {
  if (bytes.length === 0) throw new Refusal(emptyText(name));
  if (isLockedBook(bytes)) throw new Refusal(lockedText(name));
  const entries = readable(name, () => openZip(bytes));
  // Of names that differ in case alone nobody can say which is meant: such archives are not opened at all.
  const all = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  if (all.has('xl/vbaproject.bin')) throw new Refusal(`${name} ${advice.macro}`);
  // Pictures and embedded files are carried by no service: they are not even inflated.
  const unread = new Set([...all.keys()].filter((part) => /\.(?:xml|rels|vml)$/u.test(part)));
  if (![...unread].some((part) => /(?:^|\/)workbook\d*\.xml$/u.test(part))) {
    throw new Refusal(`${name} 虽是压缩包，但不是 .xlsx 表格，请用 WPS/Excel 打开后另存为 .xlsx`);
  }
  const kept = new Map<string, Buffer>();
  const read = (part: string): Buffer => {
    const key = part.toLowerCase();
    const before = kept.get(key);
    if (before !== undefined) return before;
    unread.delete(key);
    const file = all.get(key);
    if (file === undefined) throw new Refusal(damagedText(name));
    const check = file.size > smallPart ? checkedText : checkedOnce;
    const { text, hasDoctype } = readable(name, () => check(file.readAlike()));
    if (hasDoctype) throw new Refusal(`${name} ${advice.doctype}`);
    return text;
  };
  // Small parts at once: what is unsound there tells more than that something is missing. Large ones are inflated only once.
  for (const part of [...unread]) if ((all.get(part)?.size ?? 0) <= smallPart) kept.set(part, read(part));
  return {
    find: (part) => all.get(part.toLowerCase())?.name,
    read,
    checkRest: () => {
      for (const part of unread) read(part);
    },
  };
}

/** The parts of an OpenDocument sheet that are read, as UTF-8. */
export interface OdsParts {
  readonly content: Buffer;
  /** Styles of the whole file; null without that part. */
  readonly styles: Buffer | null;
}

/** The parts of an OpenDocument sheet (.ods). Throws with a Chinese text. */
export function openOds(name: string, bytes: Uint8Array): OdsParts {
  if (bytes.length === 0) throw new Refusal(emptyText(name));
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) throw new Refusal(`${name} 不是有效的 .ods 文件，请用 WPS/Excel 打开后另存为 .xlsx`);
  const entries = new Map(readable(name, () => openZip(bytes)).map((entry) => [entry.name, entry]));
  const partOf = (part: string): Buffer | null => {
    const entry = entries.get(part);
    return entry === undefined ? null : readable(name, () => asUtf8(entry.read()));
  };
  // A password leaves the names of the parts and scrambles the rest.
  if (partOf('META-INF/manifest.xml')?.includes('encryption-data') === true)
    throw new Refusal(`${name} ${advice.locked}`);
  const content = partOf('content.xml');
  if (content?.includes('office:spreadsheet') !== true) {
    throw new Refusal(`${name} 虽是压缩包，但不是 .ods 表格，请用 WPS/Excel 打开后另存为 .xlsx`);
  }
  const styles = partOf('styles.xml');
  if ([content, styles].some((part) => part?.includes('<!DOCTYPE') === true)) {
    throw new Refusal(`${name} ${advice.doctype}`);
  }
  return { content, styles };
}

/** The text for a damaged workbook; `where` says what is wrong, where that is known. */
export function damagedText(name: string, where?: string): string {
  return `${name} ${where === undefined ? advice.damaged : `已损坏：${where}`}，${remedyFor(name)}`;
}

/** The text for a file without content. */
export function emptyText(name: string): string {
  return `${name} 是空文件（0 字节），${remedyFor(name)}`;
}

/** The text for a workbook with a password. */
export function lockedText(name: string): string {
  return `${name} ${advice.locked}`;
}

/** Whether the bytes are those of the binary format before .xlsx, in which Office also wraps an .xlsx with a password in it. */
export function isOldFormat(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
}

/** What `work` gives; faults of the archive or its XML become a Chinese text. */
export function readable<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const isDamaged = cause instanceof XmlError || (cause instanceof ZipError && cause.reason === 'damaged');
    if (cause instanceof ZipError && !isDamaged) throw new Refusal(`${name} ${advice[cause.reason]}`, { cause });
    if (isDamaged) throw new Refusal(damagedText(name), { cause });
    throw cause;
  }
}

/** Whether it is an .xlsx in the wrapping that a password gives it. */
export function isLockedBook(bytes: Uint8Array): boolean {
  return isOldFormat(bytes) && asBuffer(bytes).includes('EncryptedPackage', 0, 'utf16le');
}

/** Nearly every program writes UTF-8; another encoding shows in the first bytes or is named in the first line. */
function asUtf8(bytes: Buffer): Buffer {
  const start = bytes.toString('latin1', 0, 200);
  const named = /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)/u.exec(start)?.[1] ?? 'utf-8';
  const encoding = { ÿþ: 'utf-16le', þÿ: 'utf-16be' }[start.slice(0, 2)] ?? named.toLowerCase();
  return /^(?:utf-?8|us-ascii)$/u.test(encoding) ? bytes : Buffer.from(decodeAs(encoding, bytes), 'utf8');
}

function decodeAs(encoding: string, bytes: Buffer): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    throw new XmlError(`unknown encoding ${encoding}`);
  }
}

interface CheckedText {
  readonly text: Buffer;
  readonly hasDoctype: boolean;
}

/** The part as UTF-8. */
function checkedText(bytes: Buffer): CheckedText {
  const text = asUtf8(bytes);
  return { text, hasDoctype: text.includes('<!DOCTYPE') };
}

/** Small parts, which are the same object in many workbooks. What is remembered of a large one would hold it longer than it is needed. */
const checkedOnce = oncePer(checkedText);

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
