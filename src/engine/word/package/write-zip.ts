/** Writes a zip archive: the same entries always give the same bytes. */
import { deflateSync } from 'fflate';
import { crc32 } from './crc32';
import type { ZipEntry } from './read-zip';
import { utf8Bytes } from './utf8-buffer';

/** 1980-01-01 in the date format of zip files: the archive tells no time. */
const fixedDate = 0x0021;
/** Names are UTF-8. */
const utf8Flag = 0x0800;

/** A new entry from its content, deflated; `gzip` is what the platform offers for it. */
export function packEntry(name: string, bytes: Uint8Array, gzip?: (bytes: Uint8Array) => Uint8Array): ZipEntry {
  if (gzip) return { name, bytes, method: 8, ...openGzip(gzip(bytes)) };
  return { name, bytes, packed: deflateSync(bytes, { level: 6 }), method: 8, crc: crc32(bytes) };
}

/**
 * The archive, entries in the order given; their packed content is copied as it is. `known`: heads of entries of other archives, by
 * name; those of this one are added.
 */
export function writeZip(entries: readonly ZipEntry[], known = new Map<string, KnownHeads>()): Uint8Array {
  const all = entries.map((entry) => {
    const last = known.get(entry.name);
    if (last?.entry === entry) return last;
    const heads = headsOf(entry);
    known.set(entry.name, heads);
    return heads;
  });
  const local = all.reduce((total, each) => total + each.local.length + each.entry.packed.length, 0);
  const central = all.reduce((total, each) => total + each.central.length, 0);
  const bytes = new Uint8Array(local + central + 22);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let listed = local;
  for (const each of all) {
    bytes.set(each.central, listed);
    view.setUint32(listed + 42, at, true);
    listed += each.central.length;
    bytes.set(each.local, at);
    bytes.set(each.entry.packed, at + each.local.length);
    at += each.local.length + each.entry.packed.length;
  }
  writeEnd(view, { at: listed, count: entries.length, size: central, offset: local });
  return bytes;
}

/** What stands before an entry's content, and for it in the list at the end, which also says where it is. */
export interface KnownHeads {
  readonly entry: ZipEntry;
  readonly local: Uint8Array;
  readonly central: Uint8Array;
}

function headsOf(entry: ZipEntry): KnownHeads {
  const name = nameBytes(entry.name);
  const heads = { entry, local: new Uint8Array(30 + name.length), central: new Uint8Array(46 + name.length) };
  const [local, central] = [new DataView(heads.local.buffer), new DataView(heads.central.buffer)];
  local.setUint32(0, 0x04034b50, true);
  writeCommon(local, 4, entry, name);
  heads.local.set(name, 30);
  central.setUint32(0, 0x02014b50, true);
  central.setUint16(4, 20, true);
  writeCommon(central, 6, entry, name);
  heads.central.set(name, 46);
  return heads;
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

/** The fields both headers share: version, flags, method, time, date, checksum, sizes, length of the name. */
function writeCommon(view: DataView, at: number, { method, crc, packed, bytes }: ZipEntry, name: Uint8Array): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, utf8Flag, true);
  view.setUint16(at + 4, method, true);
  view.setUint16(at + 8, fixedDate, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, packed.length, true);
  view.setUint32(at + 18, bytes.length, true);
  view.setUint16(at + 22, name.length, true);
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
