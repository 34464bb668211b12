/** Writes a zip archive: the same entries always give the same bytes. */
import { deflateSync } from 'fflate';
import { crc32 } from './crc32';
import type { ZipEntry } from './read-zip';
import { utf8Bytes } from './utf8-buffer';

/** 1980-01-01 in the date format of zip files: the archive tells no time. */
const fixedDate = 0x0021;
/** Names are UTF-8. */
const utf8Flag = 0x0800;

interface Packed {
  readonly name: Uint8Array;
  readonly content: Uint8Array;
  readonly size: number;
  readonly entry: Pick<ZipEntry, 'method' | 'crc'>;
}

/** A new entry from its content, deflated; `gzip` is what the platform offers for it. */
export function packEntry(name: string, bytes: Uint8Array, gzip?: (bytes: Uint8Array) => Uint8Array): ZipEntry {
  if (gzip) return { name, bytes, method: 8, ...openGzip(gzip(bytes)) };
  return { name, bytes, packed: deflateSync(bytes, { level: 6 }), method: 8, crc: crc32(bytes) };
}

/** The archive, entries in the order given; their packed content is copied as it is. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const packed = entries.map((entry): Packed => ({
    name: nameBytes(entry.name),
    content: entry.packed,
    size: entry.bytes.length,
    entry,
  }));
  const local = packed.reduce((total, each) => total + 30 + each.name.length + each.content.length, 0);
  const central = packed.reduce((total, each) => total + 46 + each.name.length, 0);
  const bytes = new Uint8Array(local + central + 22);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const offsets = packed.map((each) => {
    const offset = at;
    at = writeLocal(view, bytes, each, at);
    return offset;
  });
  packed.forEach((each, index) => {
    at = writeCentral(view, bytes, each, { at, offset: offsets[index] ?? 0 });
  });
  writeEnd(view, { at, count: packed.length, size: central, offset: local });
  return bytes;
}

/** Names of parts are short, and mostly of plain signs. */
function nameBytes(name: string): Uint8Array {
  const bytes = new Uint8Array(name.length);
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    if (code >= 0x80) return utf8Bytes(name);
    bytes[at] = code;
  }
  return bytes;
}

function writeLocal(view: DataView, bytes: Uint8Array, each: Packed, at: number): number {
  view.setUint32(at, 0x04034b50, true);
  writeCommon(view, each, at + 4);
  bytes.set(each.name, at + 30);
  bytes.set(each.content, at + 30 + each.name.length);
  return at + 30 + each.name.length + each.content.length;
}

/** The fields both headers share: version, flags, method, time, date, checksum, sizes, length of the name. */
function writeCommon(view: DataView, each: Packed, at: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, utf8Flag, true);
  view.setUint16(at + 4, each.entry.method, true);
  view.setUint16(at + 8, fixedDate, true);
  view.setUint32(at + 10, each.entry.crc, true);
  view.setUint32(at + 14, each.content.length, true);
  view.setUint32(at + 18, each.size, true);
  view.setUint16(at + 22, each.name.length, true);
}

function writeCentral(
  view: DataView,
  bytes: Uint8Array,
  each: Packed,
  { at, offset }: { readonly at: number; readonly offset: number },
): number {
  view.setUint32(at, 0x02014b50, true);
  view.setUint16(at + 4, 20, true);
  writeCommon(view, each, at + 6);
  view.setUint32(at + 42, offset, true);
  bytes.set(each.name, at + 46);
  return at + 46 + each.name.length;
}

interface End {
  readonly at: number;
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

function writeEnd(view: DataView, { at, count, size, offset }: End): void {
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, count, true);
  view.setUint16(at + 10, count, true);
  view.setUint32(at + 12, size, true);
  view.setUint32(at + 16, offset, true);
}

/** The deflated content and the checksum in a gzip file (RFC 1952): a zip entry holds the same two. A file with one member, as the platform makes it. */
export function openGzip(file: Uint8Array): { readonly packed: Uint8Array; readonly crc: number } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getUint32(0) >>> 8 !== 0x1f8b08) throw new Error('not a gzip file');
  const crc = view.getUint32(file.length - 8, true);
  return { packed: file.subarray(headerLength(file, view), file.length - 8), crc };
}

const flags = { headerChecksum: 2, extra: 4, name: 8, comment: 16 };

/** Ten bytes, and the parts that the fourth says are there. */
function headerLength(file: Uint8Array, view: DataView): number {
  const present = file[3] ?? 0;
  let at = 10;
  if (present & flags.extra) at += 2 + view.getUint16(at, true);
  if (present & flags.name) at = file.indexOf(0, at) + 1;
  if (present & flags.comment) at = file.indexOf(0, at) + 1;
  return present & flags.headerChecksum ? at + 2 : at;
}
