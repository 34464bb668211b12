/**
 * The directory of a zip archive that may have been made to do harm (PKWARE APPNOTE 4.3): everything is read from the central
 * directory and held against limits before a single byte is inflated.
 */

/** A file of the archive as the directory declares it; `offset` is that of its local header. */
export interface DirectoryEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

/** Why an archive is not read. `many`, `large`: above the limits; `unsafe`, `twice`: names that lead elsewhere or are not one file's. */
export type ZipFault = 'no-zip' | 'damaged' | 'zip64' | 'encrypted' | 'unsafe' | 'twice' | 'many' | 'large';

/** The entries in the order of the directory, or the first fault. */
export type ZipDirectory =
  | { readonly entries: readonly DirectoryEntry[]; readonly fault: null }
  | { readonly entries: null; readonly fault: ZipFault };

const megabyte = 1024 * 1024;

/** Far above any document or workbook of an office; sizes in bytes, once inflated. */
export const zipLimits = { entries: 2000, entryBytes: 50 * megabyte, totalBytes: 200 * megabyte } as const;

const signatures = { local: 0x04034b50, directory: 0x02014b50, end: 0x06054b50 } as const;
/** Stands for a number that is too long for its field. */
const inZip64 = 0xffffffff;

/** `text` reads names, which are UTF-8. */
export function readZipDirectory(bytes: Uint8Array, text: (bytes: Uint8Array) => string): ZipDirectory {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return faulty('no-zip');
  const view = viewOf(bytes);
  const end = endOf(view);
  if (end === null) return faulty('damaged');
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const isSplit = view.getUint16(end + 4, true) !== 0;
  if (isSplit || count === 0xffff || start === inZip64) return faulty('zip64');
  if (count > zipLimits.entries) return faulty('many');
  const entries: DirectoryEntry[] = [];
  for (let index = 0, at = start; index < count; index += 1) {
    const read = entryAt(bytes, view, at, text);
    if (typeof read === 'string') return faulty(read);
    entries.push(read.entry);
    at = read.next;
  }
  const fault = faultOf(entries);
  return fault === null ? { entries, fault } : faulty(fault);
}

/** The content of an entry as it is stored; null where the archive is cut off. */
export function packedContent(bytes: Uint8Array, { offset, packedSize }: DirectoryEntry): Uint8Array | null {
  const view = viewOf(bytes);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== signatures.local) return null;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packedSize > bytes.length ? null : bytes.subarray(start, start + packedSize);
}

function faulty(fault: ZipFault): ZipDirectory {
  return { entries: null, fault };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const endLength = 22;
const longestComment = 0xffff;

/**
 * Where the end record stands, searched from behind. A comment follows it, which may hold the same mark: the true record is
 * right behind the directory it tells of. Some programs leave bytes behind the archive: then the last mark counts.
 */
function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - endLength - longestComment);
  let last: number | null = null;
  for (let at = view.byteLength - endLength; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== signatures.end) continue;
    if (isEnd(view, at)) return at;
    last ??= at;
  }
  return last;
}

function isEnd(view: DataView, at: number): boolean {
  const isLast = at + endLength + view.getUint16(at + 20, true) === view.byteLength;
  return isLast && view.getUint32(at + 12, true) + view.getUint32(at + 16, true) === at;
}

function entryAt(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  text: (bytes: Uint8Array) => string,
): { readonly entry: DirectoryEntry; readonly next: number } | ZipFault {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== signatures.directory) return 'damaged';
  if ((view.getUint16(at + 8, true) & 1) !== 0) return 'encrypted';
  const [packedSize = 0, size = 0, offset = 0] = [20, 24, 42].map((field) => view.getUint32(at + field, true));
  if ([packedSize, size, offset].includes(inZip64)) return 'zip64';
  const endOfName = at + 46 + view.getUint16(at + 28, true);
  return {
    entry: {
      name: text(bytes.subarray(at + 46, endOfName)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize,
      size,
      offset,
    },
    next: endOfName + view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
  };
}

const unsafe = /^\/|^[A-Za-z]:|\\|(?:^|\/)\.\.(?:\/|$)|\0/u;

/** Names of parts are the same whatever their case (ECMA-376 part 2, 6.2.2.3). */
function faultOf(entries: readonly DirectoryEntry[]): ZipFault | null {
  if (entries.some(({ name }) => name === '' || unsafe.test(name))) return 'unsafe';
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size < entries.length) return 'twice';
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const isLarge = total > zipLimits.totalBytes || entries.some(({ size }) => size > zipLimits.entryBytes);
  return isLarge ? 'large' : null;
}
