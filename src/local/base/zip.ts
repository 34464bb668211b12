/** Zip archives read with suspicion and packed without clocks: Office files are zips made by anybody. */
import zlib, { deflateRawSync, inflateRawSync } from 'node:zlib';
import { oncePer } from '../../core/base/once-per';
import { packedContent, readZipDirectory, type DirectoryEntry, type ZipFault } from '../../core/base/zip-directory';

/** One file of an archive; `read` inflates it, capped at its declared size, and checks its CRC. */
export interface ZipFile {
  readonly name: string;
  /** Bytes after inflating, as declared in the directory. */
  readonly size: number;
  readonly read: () => Buffer;
  /** The same, which nobody may change: of a small file the very object that was given for one packed alike, in whatever archive. */
  readonly readAlike: () => Buffer;
}

/** Thrown for an archive that cannot be trusted; `reason` tells damage from malice. */
export class ZipError extends Error {
  readonly reason: 'not-a-zip' | 'damaged' | 'too-large' | 'bad-names' | 'encrypted' | 'split' | 'method';

  constructor(reason: ZipError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Tables shrink to a tenth or a thirtieth when they are packed; what shrinks further and is large was made to harm. */
const suspicion = { ratio: 200, fromBytes: 10 * 1024 * 1024 };

const reasons: Readonly<Record<ZipFault, ZipError['reason']>> = {
  'no-zip': 'not-a-zip',
  damaged: 'damaged',
  split: 'split',
  method: 'method',
  encrypted: 'encrypted',
  unsafe: 'bad-names',
  twice: 'bad-names',
  many: 'too-large',
  large: 'too-large',
};

/** The entries of an archive, without directories. Nothing is inflated yet. Throws ZipError. */
export function openZip(bytes: Uint8Array): ZipFile[] {
  const { entries, fault } = directoryOf(bytes);
  if (entries === null) throw new ZipError(reasons[fault], fault);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > suspicion.fromBytes && total > suspicion.ratio * bytes.length) {
    throw new ZipError('too-large', `${String(total)} bytes`);
  }
  return entries
    .filter(({ name }) => !name.endsWith('/'))
    .map((entry) => ({
      name: entry.name,
      size: entry.size,
      read: () => contentOf(bytes, entry),
      readAlike: () => alikeContent(bytes, entry),
    }));
}

const directoryOf = oncePer((bytes: Uint8Array) =>
  readZipDirectory(bytes, (name) => Buffer.from(name.buffer, name.byteOffset, name.byteLength).toString('utf8')),
);

/** What the archive says it unpacks to; 0 for what is no archive, which its reader will tell. */
export function unpackedSize(bytes: Uint8Array): number {
  const { entries } = directoryOf(bytes);
  return entries?.reduce((sum, { size }) => sum + size, 0) ?? 0;
}

/** Bytes of a part of which the last tenth that packing could save takes half of its time. */
const large = 1024 * 1024;

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
    const body = compress ? deflateRawSync(data, data.length > large ? { level: 4 } : {}) : data;
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

function contentOf(bytes: Uint8Array, entry: DirectoryEntry): Buffer {
  return unpacked(packedIn(bytes, entry), entry);
}

function packedIn(bytes: Uint8Array, entry: DirectoryEntry): Buffer {
  const packed = packedContent(bytes, entry);
  if (packed === null) throw new ZipError('damaged', `${entry.name} is cut off`);
  return Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
}

function unpacked(packed: Buffer, { name, method, size, crc }: DirectoryEntry): Buffer {
  const data = method === 0 ? packed : inflate(packed, size, name);
  if (data.length !== size || crc32(data) !== crc) throw new ZipError('damaged', `${name} fails its checksum`);
  return data;
}

/** Styles, themes and lists of parts are of such size, packed too, whatever an archive tells of it; so many different ones are remembered. */
const alikeLimits = { size: 50_000, files: 100 };
/** By the checksum: how each is packed, and what that gives. */
const knownAlike = new Map<number, { readonly packed: Buffer; readonly method: number; readonly data: Buffer }>();

function alikeContent(bytes: Uint8Array, entry: DirectoryEntry): Buffer {
  const { crc, method, size, packedSize } = entry;
  if (Math.max(size, packedSize) > alikeLimits.size) return contentOf(bytes, entry);
  const packed = packedIn(bytes, entry);
  const known = knownAlike.get(crc);
  const isAlike = known?.method === method && known.data.length === size && known.packed.equals(packed);
  if (isAlike) return known.data;
  // What is kept must not keep the archive.
  const own = Buffer.from(packed);
  const data = unpacked(own, entry);
  if (knownAlike.size >= alikeLimits.files) knownAlike.clear();
  knownAlike.set(crc, { packed: own, method, data });
  return data;
}

/** So much more than is told is damage, and found by the size; what is far more lied about it. */
const slack = 64;

/** The declared size is the cap. In one piece, so that nothing is copied. */
function inflate(packed: Uint8Array, size: number, name: string): Buffer {
  if (size === 0 && packed.length === 0) return Buffer.alloc(0);
  try {
    return inflateRawSync(packed, { maxOutputLength: size + slack, chunkSize: size + slack });
  } catch (error) {
    const isLonger = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipError(isLonger ? 'too-large' : 'damaged', `${name} cannot be inflated`);
  }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The platform's own is many times as fast, but older ones of the same generation lack it. */
export const crc32: (data: Uint8Array) => number = 'crc32' in zlib ? (data) => zlib.crc32(data) : crc32ByTable;

function crc32ByTable(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
