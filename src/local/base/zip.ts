/** Zip archives read with suspicion and packed without clocks: Office files are zips made by anybody. */
import zlib, { deflateRawSync, inflateRawSync } from 'node:zlib';

/** One file of an archive; `read` inflates it, capped at its declared size, and checks its CRC. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes after inflating, as declared in the directory. */
  readonly size: number;
  readonly read: () => Uint8Array;
}

/** Thrown for an archive that cannot be trusted; `reason` tells damage from malice. */
export class ZipError extends Error {
  readonly reason: 'not-a-zip' | 'damaged' | 'too-large' | 'bad-names' | 'encrypted' | 'zip64';

  constructor(reason: ZipError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

const megabyte = 1024 * 1024;
/** Stands for a number that is too long for its field. */
const inZip64 = 0xffffffff;
/** Tables shrink to a tenth or a thirtieth when they are packed; what shrinks further and is large was made to harm. */
const limits = {
  entries: 2000,
  entryBytes: 50 * megabyte,
  totalBytes: 200 * megabyte,
  unsuspectedBytes: 10 * megabyte,
  ratio: 200,
};

/** The entries of an archive, without directories. Nothing is inflated yet. Throws ZipError. */
export function openZip(bytes: Uint8Array): ZipEntry[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 4 || view.readUInt16LE(0) !== 0x4b50) throw new ZipError('not-a-zip', 'no PK signature');
  const end = findEnd(view);
  const count = view.readUInt16LE(end + 10);
  if (count === 0xffff || view.readUInt32LE(end + 16) === inZip64) throw new ZipError('zip64', 'a zip64 directory');
  if (count > limits.entries) throw new ZipError('too-large', `${String(count)} entries`);
  const entries = readDirectory(view, view.readUInt32LE(end + 16), count);
  checkNames(entries.map((entry) => entry.name));
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  const isBomb = total > limits.unsuspectedBytes && total > limits.ratio * view.length;
  if (isBomb || total > limits.totalBytes || entries.some((entry) => entry.size > limits.entryBytes)) {
    throw new ZipError('too-large', `${String(total)} bytes`);
  }
  return entries.filter((entry) => !entry.name.endsWith('/'));
}

/** Packs entries in their order under the fixed date 1980-01-01: the same entries give the same bytes. */
export function packZip(
  entries: readonly (readonly [name: string, data: Uint8Array])[],
  compress: boolean,
): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, data] of entries) {
    const nameBytes = Buffer.from(name, 'utf8');
    const body = compress ? deflateRawSync(data) : data;
    const fields = entryFields(data, body.length, nameBytes.length, compress);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, nameBytes]);
    bodies.push(local, Buffer.from(body.buffer, body.byteOffset, body.byteLength));
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, tail, nameBytes);
    offset += local.length + body.length;
  }
  const directoryBytes = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directoryBytes.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directoryBytes, end]);
}

/** Version, flags, method, date, CRC, sizes and lengths: the part that both headers of an entry share. */
function entryFields(data: Uint8Array, packedSize: number, nameLength: number, compress: boolean): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x0800, 2);
  fields.writeUInt16LE(compress ? 8 : 0, 4);
  fields.writeUInt16LE(33, 8);
  fields.writeUInt32LE(crc32(data), 10);
  fields.writeUInt32LE(packedSize, 14);
  fields.writeUInt32LE(data.length, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

const endMark = 'PK\u0005\u0006';
const endLength = 22;
const longestComment = 0xffff;

/**
 * Where the end of the directory stands. A comment follows it, which may hold the same mark: the true one is right behind
 * the directory it tells of. Some programs leave bytes behind the archive: then the last mark counts.
 */
function findEnd(view: Buffer): number {
  const last = view.lastIndexOf(endMark, undefined, 'latin1');
  const first = Math.max(0, view.length - endLength - longestComment);
  for (let at = last; at >= first; at = at === 0 ? -1 : view.lastIndexOf(endMark, at - 1, 'latin1')) {
    if (isEnd(view, at)) return at;
  }
  if (last < 0 || last + endLength > view.length) throw new ZipError('damaged', 'no end of directory');
  return last;
}

function isEnd(view: Buffer, at: number): boolean {
  if (at + endLength > view.length || at + endLength + view.readUInt16LE(at + 20) !== view.length) return false;
  return view.readUInt32LE(at + 12) + view.readUInt32LE(at + 16) === at;
}

function readDirectory(view: Buffer, start: number, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== 0x02014b50) {
      throw new ZipError('damaged', 'directory cut off');
    }
    if ((view.readUInt16LE(at + 8) & 1) !== 0) throw new ZipError('encrypted', 'entry is encrypted');
    const nameLength = view.readUInt16LE(at + 28);
    const name = view.toString('utf8', at + 46, at + 46 + nameLength);
    const size = view.readUInt32LE(at + 24);
    if (size === inZip64 || view.readUInt32LE(at + 20) === inZip64) throw new ZipError('zip64', name);
    entries.push({ name, size, read: entryReader(view, at, name) });
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return entries;
}

function entryReader(view: Buffer, at: number, name: string): () => Uint8Array {
  const method = view.readUInt16LE(at + 10);
  const crc = view.readUInt32LE(at + 16);
  const packedSize = view.readUInt32LE(at + 20);
  const size = view.readUInt32LE(at + 24);
  const local = view.readUInt32LE(at + 42);
  return () => {
    if (local + 30 > view.length) throw new ZipError('damaged', `${name} lies outside the file`);
    const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
    const packed = view.subarray(start, start + packedSize);
    if (packed.length < packedSize) throw new ZipError('damaged', `${name} is cut off`);
    const data = method === 0 ? packed : inflate(packed, size, name);
    if (data.length !== size || crc32(data) !== crc) throw new ZipError('damaged', `${name} fails its checksum`);
    return data;
  };
}

/** zlib's own least. */
const leastChunk = 64;

/** The declared size is the cap: a file that inflates to more lied about it. In one piece, so that nothing is copied. */
function inflate(packed: Buffer, size: number, name: string): Buffer {
  if (size === 0) return Buffer.alloc(0);
  try {
    return inflateRawSync(packed, { maxOutputLength: size, chunkSize: Math.max(leastChunk, size + 1) });
  } catch (error) {
    const tooLong = error instanceof RangeError;
    throw new ZipError(tooLong ? 'too-large' : 'damaged', `${name} cannot be inflated`);
  }
}

function checkNames(names: readonly string[]): void {
  const bad = names.find((name) => /^[/\\]|\\|(?:^|\/)\.\.(?:\/|$)|:|\0/u.test(name));
  if (bad !== undefined) throw new ZipError('bad-names', bad);
  if (new Set(names).size < names.length) throw new ZipError('bad-names', 'a name appears twice');
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The platform's own is many times as fast, but older ones of the same generation lack it. */
const crc32: (data: Uint8Array) => number = 'crc32' in zlib ? (data) => zlib.crc32(data) : crc32ByTable;

function crc32ByTable(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
