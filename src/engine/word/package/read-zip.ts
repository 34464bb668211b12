/**
 * Reads a zip archive that may have been made to do harm: everything is checked against the central directory, sizes
 * before inflating, and inflating stops at the declared size.
 */
import { Inflate } from 'fflate';
import {
  packedContent,
  readZipDirectory,
  zipLimits,
  type DirectoryEntry,
  type ZipFault,
} from '../../../core/base/zip-directory';
import { crc32 } from './crc32';
import { utf8Text } from './utf8-text';

/** One file of the archive; `packed` is its content as stored, for copying it unchanged. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly packed: Uint8Array;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
}

/** The entries in the order of the directory, or why the file was refused. */
export type ZipReading =
  | { readonly entries: readonly ZipEntry[]; readonly refusal: null }
  | { readonly entries: null; readonly refusal: ZipRefusal };

/** A refusal in Chinese. */
interface ZipRefusal {
  readonly code: string;
  readonly reason: string;
  readonly expected: string;
}

const resave = '请用 Word 或 WPS 打开后另存为 .docx，再试一次';

const refusals = {
  old: {
    code: 'file-old-format',
    reason: '这是旧格式（.doc、.wps）或加了密码的文件',
    expected: '请去掉密码，另存为 .docx',
  },
  noZip: { code: 'file-not-docx', reason: '这不是有效的 .docx 文件', expected: resave },
  cut: { code: 'file-damaged', reason: '文件不完整或已损坏', expected: '请重新复制或下载这个文件' },
  split: { code: 'zip-refused', reason: '文件是分卷压缩的', expected: resave },
  method: { code: 'zip-refused', reason: '文件用了少见的压缩方法', expected: resave },
  encrypted: { code: 'zip-refused', reason: '文件里有加密的内容', expected: '请去掉密码后再试' },
  name: { code: 'zip-refused', reason: '文件里有不安全的路径', expected: resave },
  twice: { code: 'zip-refused', reason: '文件里有重名的内容', expected: resave },
  many: {
    code: 'zip-too-large',
    reason: `文件里的内容超过 ${String(zipLimits.entries)} 项`,
    expected: '请换一个较小的模板',
  },
  large: {
    code: 'zip-too-large',
    reason: '文件展开后太大（单项 50 MB、全部 200 MB 以内）',
    expected: '请换一个较小的模板',
  },
} as const satisfies Record<string, ZipRefusal>;

const refusalOf: Readonly<Record<ZipFault, ZipRefusal>> = {
  'no-zip': refusals.noZip,
  damaged: refusals.cut,
  split: refusals.split,
  method: refusals.method,
  encrypted: refusals.encrypted,
  unsafe: refusals.name,
  twice: refusals.twice,
  many: refusals.many,
  large: refusals.large,
};

/** Reads and checks the whole archive. */
export function readZip(bytes: Uint8Array): ZipReading {
  if (isOldFormat(bytes)) return { entries: null, refusal: refusals.old };
  const { entries: directory, fault } = readZipDirectory(bytes, utf8Text);
  if (directory === null) return { entries: null, refusal: refusalOf[fault] };
  const entries: ZipEntry[] = [];
  for (const each of directory) {
    const entry = readEntry(each, bytes);
    if (entry === null) return { entries: null, refusal: refusals.cut };
    entries.push(entry);
  }
  return { entries, refusal: null };
}

/** How files of .doc, .wps and encrypted ones begin. */
function isOldFormat(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

function readEntry(entry: DirectoryEntry, bytes: Uint8Array): ZipEntry | null {
  const packed = packedContent(bytes, entry);
  const content = packed === null ? null : unpack(packed, entry);
  if (packed === null || content === null) return null;
  if (content.length !== entry.size || crc32(content) !== entry.crc) return null;
  return { name: entry.name, bytes: content, packed, method: entry.method, crc: entry.crc };
}

/** Null for what is no deflated content, or inflates to more than it declared. */
function unpack(packed: Uint8Array, { method, size }: DirectoryEntry): Uint8Array | null {
  if (method === 0) return packed;
  try {
    return inflate(packed, size);
  } catch {
    return null;
  }
}

function inflate(packed: Uint8Array, size: number): Uint8Array {
  const content = new Uint8Array(size);
  let length = 0;
  const inflater = new Inflate((piece) => {
    // A piece that does not fit breaks off: the declared size was a lie.
    content.set(piece, length);
    length += piece.length;
  });
  // A step of 16 KB inflates to 16 MB at most before the size is looked at.
  const step = 16 * 1024;
  for (let at = 0; at < packed.length; at += step) {
    inflater.push(packed.subarray(at, at + step), at + step >= packed.length);
  }
  return length === size ? content : content.subarray(0, length);
}
