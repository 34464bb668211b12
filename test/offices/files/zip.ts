/** Reads and writes the zip container of an .xlsx file, as APPNOTE.TXT of PKWARE has it. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Name in the archive → content. */
export type Parts = ReadonlyMap<string, Buffer>;

const marks = { file: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 };
const deflated = 8;
/** Bit 11: names are UTF-8. */
const flags = 0x0800;

const crcTable = Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest >>> 0;
});

function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** The archive with the parts in their order. */
export function zipped(parts: Parts): Buffer {
  const files: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const path = Buffer.from(name);
    const packed = deflateRawSync(content, { level: 1 });
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(flags, 2);
    about.writeUInt16LE(deflated, 4);
    about.writeUInt16LE(0x21, 8);
    about.writeUInt32LE(crcOf(content), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(content.length, 18);
    about.writeUInt16LE(path.length, 22);
    files.push(uint32(marks.file), about, path, packed);
    entries.push(entryOf(about, path, offset));
    offset += 4 + about.length + path.length + packed.length;
  }
  return Buffer.concat([...files, ...entries, endOf(entries, offset)]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function entryOf(about: Buffer, path: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([uint32(marks.entry), Buffer.from([20, 0]), about, rest, path]);
}

function endOf(entries: readonly Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(
    entries.reduce((size, entry) => size + entry.length, 0),
    8,
  );
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([uint32(marks.end), end]);
}

/** The parts by the archive's own directory. */
export function unzipped(archive: Buffer): Parts {
  const end = archive.lastIndexOf(uint32(marks.end));
  if (end < 0) throw new Error('not a zip archive');
  const parts = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== marks.entry) throw new Error('the directory of the archive is damaged');
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field));
    const name = archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    parts.set(name, contentOf(archive, at));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (noteLength ?? 0);
  }
  return parts;
}

function contentOf(archive: Buffer, entry: number): Buffer {
  const file = archive.readUInt32LE(entry + 42);
  const begin = file + 30 + archive.readUInt16LE(file + 26) + archive.readUInt16LE(file + 28);
  const packed = archive.subarray(begin, begin + archive.readUInt32LE(entry + 20));
  return archive.readUInt16LE(entry + 10) === deflated ? inflateRawSync(packed) : packed;
}
