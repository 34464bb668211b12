/** Collects text as UTF-8 in one growing array: no long string is ever made of it, and what was added last can be taken back. */

/** Pieces remembered; more than a template has. */
const maxKnown = 10_000;
/** Up to this size the room is made four times as large when it is spent, then twice. */
const maxLeap = 1 << 23;
/** 1 for the characters that XML has other signs for, or none: `"&<>` and control characters. */
const special = Uint8Array.from({ length: 0x80 }, (_, code) =>
  code < 0x20 || code === 0x22 || code === 0x26 || code === 0x3c || code === 0x3e ? 1 : 0,
);

/** A text with its bytes, and the piece that came after it the last time: in a loop the same ones follow each other. */
interface Piece {
  readonly text: string;
  readonly bytes: Uint8Array;
  next: Piece | null;
}

/** What was added, one part after the other. It is what it is until something is added or taken back. */
export interface AddedParts {
  readonly bytes: Uint8Array;
  /** Texts that were added as probably known; null for anything else. */
  readonly parts: readonly (string | null)[];
  /** Where each begins. */
  readonly starts: readonly number[];
}

export class Utf8Buffer {
  private bytes: Uint8Array<ArrayBuffer>;
  private used = 0;
  private readonly known = new Map<string, Piece>();
  private last: Piece | null = null;
  private readonly parts: (string | null)[] = [];
  private readonly starts: number[] = [];
  private shown: Uint8Array = new Uint8Array(0);

  /** `room`: bytes there is room for at first. */
  constructor(room = 1 << 14) {
    this.bytes = new Uint8Array(room);
  }

  /** Bytes so far. */
  get length(): number {
    return this.used;
  }

  /** What was added so far. */
  get added(): AddedParts {
    return { bytes: this.content(), parts: this.parts, starts: this.starts };
  }

  add(text: string): void {
    const before = this.used;
    this.put(text);
    this.noteOther(before);
  }

  private put(text: string): void {
    const { length } = text;
    // Three bytes a character at most: a pair of surrogates takes four.
    if (this.used + 3 * length > this.bytes.length) this.grow(this.used + 3 * length);
    const { bytes } = this;
    let at = this.used;
    for (let index = 0; index < length; index++) {
      const code = text.charCodeAt(index);
      if (code < 0x80) {
        bytes[at++] = code;
      } else if (code >= 0x800 && (code < 0xd800 || code > 0xdfff)) {
        bytes[at++] = 0xe0 | (code >> 12);
        bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[at++] = 0x80 | (code & 0x3f);
      } else {
        at = putRare(bytes, at, text.codePointAt(index) ?? 0);
        if (text.codePointAt(index) !== code) index++;
      }
    }
    this.used = at;
  }

  /** Adds a text that can stand in an XML element as it is; else adds nothing and gives false. */
  addPlain(text: string): boolean {
    const { length } = text;
    if (this.used + 3 * length > this.bytes.length) this.grow(this.used + 3 * length);
    const { bytes } = this;
    let at = this.used;
    for (let index = 0; index < length; index++) {
      const code = text.charCodeAt(index);
      if (code < 0x80) {
        if (special[code] === 1) return false;
        bytes[at++] = code;
      } else {
        if (code < 0x800 || code > 0xfffd || (code >= 0xd800 && code < 0xe000)) return false;
        bytes[at++] = 0xe0 | (code >> 12);
        bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[at++] = 0x80 | (code & 0x3f);
      }
    }
    const before = this.used;
    this.used = at;
    this.noteOther(before);
    return true;
  }

  /** Adds what has probably been added before: it is encoded once and then copied, which is several times faster. */
  addAgain(text: string): void {
    if (text === '') return;
    const next = this.last?.next ?? null;
    const piece = next?.text === text ? next : this.piece(text);
    if (this.last) this.last.next = piece;
    this.last = piece;
    const { bytes } = piece;
    if (this.used + bytes.length > this.bytes.length) this.grow(this.used + bytes.length);
    this.parts.push(text);
    this.starts.push(this.used);
    this.bytes.set(bytes, this.used);
    this.used += bytes.length;
  }

  private piece(text: string): Piece {
    const known = this.known.get(text);
    if (known) return known;
    const before = this.used;
    this.put(text);
    const piece = { text, bytes: this.bytes.slice(before, this.used), next: null };
    this.used = before;
    if (this.known.size < maxKnown) this.known.set(text, piece);
    return piece;
  }

  /** Takes back everything after the first `length` bytes. */
  cut(length: number): void {
    const { parts, starts } = this;
    if (length >= this.used) return;
    this.used = length;
    while (starts.length > 0 && (starts[starts.length - 1] ?? 0) >= length) {
      starts.pop();
      parts.pop();
    }
    // A piece that is cut is none any more; where a writer cuts, one begins.
    const last = parts[parts.length - 1] ?? null;
    if (last !== null && (starts[starts.length - 1] ?? 0) + this.piece(last).bytes.length > length)
      parts[parts.length - 1] = null;
  }

  private noteOther(before: number): void {
    if (this.used === before) return;
    this.parts.push(null);
    this.starts.push(before);
  }

  /** The bytes so far; valid until more is added. */
  content(): Uint8Array {
    const { shown } = this;
    if (shown.buffer !== this.bytes.buffer || shown.length !== this.used)
      this.shown = this.bytes.subarray(0, this.used);
    return this.shown;
  }

  private grow(least: number): void {
    const factor = this.bytes.length < maxLeap ? 4 : 2;
    const bytes = new Uint8Array(Math.max(least, factor * this.bytes.length));
    bytes.set(this.content());
    this.bytes = bytes;
  }
}

/** The text as UTF-8. */
export function utf8Bytes(text: string): Uint8Array {
  const buffer = new Utf8Buffer(3 * text.length);
  buffer.add(text);
  return buffer.content();
}

/** Two or four bytes; half a pair of surrogates becomes U+FFFD, as encoders do. Gives back where the next byte goes. */
function putRare(bytes: Uint8Array, at: number, code: number): number {
  if (code < 0x800) {
    bytes[at] = 0xc0 | (code >> 6);
    bytes[at + 1] = 0x80 | (code & 0x3f);
    return at + 2;
  }
  if (code < 0x10000) {
    bytes.set([0xef, 0xbf, 0xbd], at);
    return at + 3;
  }
  bytes[at] = 0xf0 | (code >> 18);
  bytes[at + 1] = 0x80 | ((code >> 12) & 0x3f);
  bytes[at + 2] = 0x80 | ((code >> 6) & 0x3f);
  bytes[at + 3] = 0x80 | (code & 0x3f);
  return at + 4;
}
