/**
 * Reads a zip archive that may have been made to do harm: everything is checked against the central directory, sizes
 * before inflating, and inflating stops at the declared size.
 */
import { Inflate } from 'fflate';
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

const maxEntries = 2000;
const maxEntrySize = 50 * 1024 * 1024;
const maxTotalSize = 200 * 1024 * 1024;

const resave = '请用 Word 或 WPS 打开后另存为 .docx，再试一次';

const refusals = {
  old: {
    code: 'file-old-format',
    reason: '这是旧格式（.doc、.wps）或加了密码的文件',
    expected: '请去掉密码，另存为 .docx',
  },
  noZip: { code: 'file-not-docx', reason: '这不是有效的 .docx 文件', expected: resave },
  cut: { code: 'file-damaged', reason: '文件不完整或已损坏', expected: '请重新复制或下载这个文件' },
  zip64: { code: 'zip-refused', reason: '文件用了 zip64 格式或分卷', expected: resave },
  encrypted: { code: 'zip-refused', reason: '文件里有加密的内容', expected: '请去掉密码后再试' },
  name: { code: 'zip-refused', reason: '文件里有不安全的路径', expected: resave },
  twice: { code: 'zip-refused', reason: '文件里有重名的内容', expected: resave },
  many: { code: 'zip-too-large', reason: `文件里的内容超过 ${String(maxEntries)} 项`, expected: '请换一个较小的模板' },
  large: {
    code: 'zip-too-large',
    reason: '文件展开后太大（单项 50 MB、全部 200 MB 以内）',
    expected: '请换一个较小的模板',
  },
} as const satisfies Record<string, ZipRefusal>;

/** Thrown inside this file only. */
class Refused extends Error {
  readonly refusal: ZipRefusal;

  constructor(refusal: ZipRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Reads and checks the whole archive. */
export function readZip(bytes: Uint8Array): ZipReading {
  try {
    return { entries: readEntries(bytes), refusal: null };
  } catch (error) {
    return { entries: null, refusal: error instanceof Refused ? error.refusal : refusals.cut };
  }
}

interface DirectoryEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

function readEntries(bytes: Uint8Array): readonly ZipEntry[] {
  checkStart(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = readDirectory(bytes, view);
  checkNames(directory);
  if (directory.some((entry) => entry.size > maxEntrySize)) throw new Refused(refusals.large);
  if (directory.reduce((total, entry) => total + entry.size, 0) > maxTotalSize) throw new Refused(refusals.large);
  return directory.map((entry) => readEntry(entry, bytes, view));
}

function checkStart(bytes: Uint8Array): void {
  const start = [0, 1, 2, 3].map((at) => bytes[at] ?? 0);
  if (start.join() === '208,207,17,224') throw new Refused(refusals.old);
  if (start[0] !== 0x50 || start[1] !== 0x4b) throw new Refused(refusals.noZip);
}

function readDirectory(bytes: Uint8Array, view: DataView): readonly DirectoryEntry[] {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  if (count === 0xffff || offset === 0xffffffff || view.getUint16(end + 4, true) !== 0)
    throw new Refused(refusals.zip64);
  if (count > maxEntries) throw new Refused(refusals.many);
  const entries: DirectoryEntry[] = [];
  let at = offset;
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Refused(refusals.cut);
    entries.push(directoryEntry(bytes, view, at));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record is searched from behind: a comment of up to 65,535 bytes may follow it. */
function findEnd(view: DataView): number {
  const last = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= last; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  throw new Refused(refusals.cut);
}

function directoryEntry(bytes: Uint8Array, view: DataView, at: number): DirectoryEntry {
  if (view.getUint16(at + 8, true) & 1) throw new Refused(refusals.encrypted);
  const sizes = [20, 24, 42].map((field) => view.getUint32(at + field, true));
  if (sizes.includes(0xffffffff)) throw new Refused(refusals.zip64);
  return {
    name: utf8Text(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: sizes[0] ?? 0,
    size: sizes[1] ?? 0,
    offset: sizes[2] ?? 0,
  };
}

function checkNames(directory: readonly DirectoryEntry[]): void {
  const unsafe = /^\/|^[A-Za-z]:|\\|(?:^|\/)\.\.(?:\/|$)|\0/u;
  if (directory.some(({ name }) => name === '' || unsafe.test(name))) throw new Refused(refusals.name);
  const names = new Set(directory.map(({ name }) => name.toLowerCase()));
  if (names.size < directory.length) throw new Refused(refusals.twice);
}

function readEntry(entry: DirectoryEntry, bytes: Uint8Array, view: DataView): ZipEntry {
  if (view.getUint32(entry.offset, true) !== 0x04034b50) throw new Refused(refusals.cut);
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (packed.length !== entry.packedSize) throw new Refused(refusals.cut);
  const content = unpack(packed, entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new Refused(refusals.cut);
  return { name: entry.name, bytes: content, packed, method: entry.method, crc: entry.crc };
}

function unpack(packed: Uint8Array, entry: DirectoryEntry): Uint8Array {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new Refused(refusals.cut);
  const content = new Uint8Array(entry.size);
  let length = 0;
  const inflate = new Inflate((piece) => {
    if (length + piece.length > entry.size) throw new Refused(refusals.cut);
    content.set(piece, length);
    length += piece.length;
  });
  // A step of 16 KB inflates to 16 MB at most before the size is looked at.
  const step = 16 * 1024;
  for (let at = 0; at < packed.length; at += step) {
    inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
  }
  return length === entry.size ? content : content.subarray(0, length);
}
