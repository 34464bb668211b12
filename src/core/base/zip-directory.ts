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

/**
 * Why an archive is not read. `many`, `large`: above the limits; `unsafe`, `twice`: names that lead elsewhere or are not one file's;
 * `damaged` also where two programs would not find the same in it.
 */
export type ZipFault = 'no-zip' | 'damaged' | 'split' | 'method' | 'encrypted' | 'unsafe' | 'twice' | 'many' | 'large';

/** The entries in the order of the directory, or the first fault. */
export type ZipDirectory =
  | { readonly entries: readonly DirectoryEntry[]; readonly fault: null }
  | { readonly entries: null; readonly fault: ZipFault };

const megabyte = 1024 * 1024;

/** Far above any document or workbook of an office; sizes in bytes, once inflated. */
export const zipLimits = { entries: 2000, entryBytes: 50 * megabyte, totalBytes: 200 * megabyte } as const;

const signatures = {
  local: 0x04034b50,
  directory: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  placeOfEnd64: 0x07064b50,
} as const;
/** Stand for a number that is in a longer field (zip64), for which not every program waits until it is too long. */
const [longer, longerCount] = [0xffffffff, 0xffff];

/** `text` reads names, which are UTF-8. */
export function readZipDirectory(bytes: Uint8Array, text: (bytes: Uint8Array) => string): ZipDirectory {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return faulty('no-zip');
  const view = viewOf(bytes);
  const end = endOf(bytes, view);
  if (end === null) return faulty('damaged');
  const place = placeOfDirectory(view, end);
  if (typeof place === 'string') return faulty(place);
  const { count, start } = place;
  const found: FoundEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const read = entryAt(bytes, view, at, text);
    if (typeof read === 'string') return faulty(read);
    found.push(read);
    at = read.next;
  }
  // What stands behind the last that is counted would be there for a program that does not count.
  const entries = found.map(({ entry }) => entry);
  const fault = at === place.end ? (faultOf(entries) ?? faultOfPlaces(bytes, found, start)) : 'damaged';
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
 * Where the end record stands, searched from behind; null where there is none, and where two could be meant. A comment follows it,
 * which may hold the same mark: the true record is right behind the directory it tells of. Some programs leave bytes behind the
 * archive: then the last mark counts.
 */
function endOf(bytes: Uint8Array, view: DataView): number | null {
  const first = Math.max(0, view.byteLength - endLength - longestComment);
  let whole: number | null = null;
  let last: number | null = null;
  for (let at = view.byteLength - endLength; at >= first; at -= 1) {
    at = bytes.lastIndexOf(signatures.end & 0xff, at);
    if (at < first) break;
    if (view.getUint32(at, true) !== signatures.end) continue;
    const isLast = at + endLength + view.getUint16(at + 20, true) === view.byteLength;
    if (isLast && isBehindDirectory(view, at)) {
      if (whole !== null) return null;
      whole = at;
    }
    last ??= at;
  }
  return whole ?? last;
}

function isBehindDirectory(view: DataView, end: number): boolean {
  return view.getUint32(end + 12, true) + view.getUint32(end + 16, true) === end;
}

/** Where the directory lies, and how many entries it has. */
interface DirectoryPlace {
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

function placeOfDirectory(view: DataView, end: number): DirectoryPlace | ZipFault {
  if (isSplit(view, end)) return 'split';
  const isLong = end >= lengthOfPlace64 && view.getUint32(end - lengthOfPlace64, true) === signatures.placeOfEnd64;
  const count = view.getUint16(end + 10, true);
  const [size, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  const place = isLong ? longPlace(view, end, { count, start }) : { count, start, end };
  if (place === null || (!isLong && start + size !== end)) return 'damaged';
  return place.count > zipLimits.entries ? 'many' : place;
}

const [lengthOfPlace64, lengthOfEnd64] = [20, 56];

/** As the longer end record tells, which stands right behind the directory; null where the two do not say the same. */
function longPlace(view: DataView, end: number, told: Omit<DirectoryPlace, 'end'>): DirectoryPlace | null {
  const behind = end - lengthOfPlace64;
  const at = longAt(view, behind + 8);
  if (at + lengthOfEnd64 > behind || view.getUint32(at, true) !== signatures.end64) return null;
  const long = (field: number): number => longAt(view, at + field);
  const [count, start] = [long(32), long(48)];
  const disks = [behind + 4, at + 16, at + 20].map((field) => view.getUint32(field, true));
  if (long(24) !== count || disks.some((disk) => disk !== 0)) return null;
  const isSame = [count, longerCount].includes(told.count) && [start, longer].includes(told.start);
  return isSame && at + 12 + long(4) === behind && start + long(40) === at ? { count, start, end: at } : null;
}

/** A number of eight bytes; none that is longer than four is of use here. */
function longAt(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

/** Whether all of it is on this disk, the only one. */
function isSplit(view: DataView, end: number): boolean {
  const [disk, ofDirectory, here, all] = [4, 6, 8, 10].map((field) => view.getUint16(end + field, true));
  return disk !== 0 || ofDirectory !== 0 || here !== all;
}

/** What the directory tells of an entry, its name as it is written, and where the next one stands. */
interface FoundEntry {
  readonly entry: DirectoryEntry;
  readonly name: Uint8Array;
  readonly next: number;
}

/** Flags of content, or of names, that a password hides. */
const scrambled = 0x2041;
/** The flag of sizes and a checksum that follow the content. */
const streamed = 8;

function entryAt(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  text: (bytes: Uint8Array) => string,
): FoundEntry | ZipFault {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== signatures.directory) return 'damaged';
  if ((view.getUint16(at + 8, true) & scrambled) !== 0) return 'encrypted';
  if (view.getUint16(at + 34, true) !== 0) return 'split';
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) return 'method';
  const endOfName = at + 46 + view.getUint16(at + 28, true);
  const endOfExtra = endOfName + view.getUint16(at + 30, true);
  const told = [24, 20, 42].map((field) => view.getUint32(at + field, true));
  const sizes = endOfExtra > bytes.length ? null : inLongFields(view, told, { at: endOfName, end: endOfExtra });
  if (sizes === null) return 'damaged';
  const [size = 0, packedSize = 0, offset = 0] = sizes;
  const name = bytes.subarray(at + 46, endOfName);
  return {
    name,
    entry: { name: text(name), method, crc: view.getUint32(at + 16, true), packedSize, size, offset },
    next: endOfExtra + view.getUint16(at + 32, true),
  };
}

/** The numbers, those that are in longer fields from there (APPNOTE 4.5.3); null where they are not. */
function inLongFields(
  view: DataView,
  told: readonly number[],
  extra: { readonly at: number; readonly end: number },
): readonly number[] | null {
  if (!told.includes(longer)) return told;
  let { at } = extra;
  while (at + 4 <= extra.end && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  const end = Math.min(extra.end, at + 4 + (at + 4 <= extra.end ? view.getUint16(at + 2, true) : 0));
  at += 4;
  const whole: number[] = [];
  for (const number of told) {
    if (number === longer && at + 8 > end) return null;
    whole.push(number === longer ? longAt(view, at) : number);
    if (number === longer) at += 8;
  }
  return whole;
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

/** Each entry has bytes of its own before the directory, and says of itself what the directory says of it. */
function faultOfPlaces(bytes: Uint8Array, found: readonly FoundEntry[], directory: number): ZipFault | null {
  const view = viewOf(bytes);
  let end = directory;
  for (const one of [...found].sort((left, right) => right.entry.offset - left.entry.offset)) {
    const { offset, packedSize } = one.entry;
    if (offset + 30 > end || view.getUint32(offset, true) !== signatures.local) return 'damaged';
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packedSize > end || !isToldAlike(bytes, view, one)) return 'damaged';
    if ((view.getUint16(offset + 6, true) & scrambled) !== 0) return 'encrypted';
    end = offset;
  }
  return null;
}

/** Whether an entry's own header gives it the name, packing and sizes of the directory; sizes may be left out there. */
function isToldAlike(bytes: Uint8Array, view: DataView, { entry, name }: FoundEntry): boolean {
  const { offset } = entry;
  if (view.getUint16(offset + 8, true) !== entry.method) return false;
  if (view.getUint16(offset + 26, true) !== name.length) return false;
  if (!name.every((byte, index) => byte === bytes[offset + 30 + index])) return false;
  if ((view.getUint16(offset + 6, true) & streamed) !== 0) return true;
  return [entry.crc, entry.packedSize, entry.size].every((told, index) => {
    const own = view.getUint32(offset + 14 + 4 * index, true);
    return own === told || own === 0 || own === longer;
  });
}
