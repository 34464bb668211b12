/**
 * Reads JSON (RFC 8259) as it is written: a number that no double can hold keeps its digits, and a name that stands twice in
 * one record is a mistake, where the platform's own reader changes the one and drops the other without a word.
 */

/** A number with more digits than a double has: what it counts as, and how it was written. */
export class WrittenNumber {
  readonly value: number;
  readonly text: string;

  constructor(value: number, text: string) {
    this.value = value;
    this.text = text;
  }
}

/** What is wrong with the text; `at` is an index into it. */
export interface JsonFault {
  readonly kind: 'syntax' | 'depth' | 'duplicate';
  readonly at: number;
  /** The doubled name; empty for other faults. */
  readonly name: string;
}

/** Strings, numbers, booleans, null, arrays, records, and instances of WrittenNumber; or what is wrong first. */
export type JsonReading = { readonly data: unknown; readonly fault: null } | { readonly fault: JsonFault };

/** Deeper data are a mistake or an attack. */
const deepest = 100;

export function readJson(source: string): JsonReading {
  const reader: Reader = { source, at: 0 };
  try {
    const data = readValue(reader, 0);
    skipBlank(reader);
    if (reader.at < source.length) throw new Faulty('syntax', reader.at);
    return { data, fault: null };
  } catch (error) {
    if (error instanceof Faulty) return { fault: { kind: error.kind, at: error.at, name: error.detail } };
    throw error;
  }
}

interface Reader {
  readonly source: string;
  at: number;
}

/** Ends the reading from any depth. */
class Faulty extends Error {
  readonly kind: JsonFault['kind'];
  readonly at: number;
  readonly detail: string;

  constructor(kind: JsonFault['kind'], at: number, detail = '') {
    super(kind);
    this.kind = kind;
    this.at = at;
    this.detail = detail;
  }
}

function skipBlank(reader: Reader): void {
  for (;;) {
    const code = reader.source.charCodeAt(reader.at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    reader.at++;
  }
}

function readValue(reader: Reader, depth: number): unknown {
  skipBlank(reader);
  if (depth > deepest) throw new Faulty('depth', reader.at);
  const sign = reader.source[reader.at];
  if (sign === '{') return readRecord(reader, depth);
  if (sign === '[') return readList(reader, depth);
  return sign === '"' ? readText(reader) : readBare(reader);
}

/** Takes the sign if it stands here. */
function take(reader: Reader, sign: string): boolean {
  skipBlank(reader);
  if (reader.source[reader.at] !== sign) return false;
  reader.at++;
  return true;
}

function readRecord(reader: Reader, depth: number): unknown {
  reader.at++;
  const record: Record<string, unknown> = {};
  if (take(reader, '}')) return record;
  do {
    skipBlank(reader);
    const start = reader.at;
    const name = readText(reader);
    if (prototype.hasOwnProperty.call(record, name)) throw new Faulty('duplicate', start, name);
    if (!take(reader, ':')) throw new Faulty('syntax', reader.at);
    const value = readValue(reader, depth + 1);
    // An assignment to this name would set what the record inherits from.
    if (name === '__proto__') Object.defineProperty(record, name, { ...own, value });
    else record[name] = value;
  } while (take(reader, ','));
  if (!take(reader, '}')) throw new Faulty('syntax', reader.at);
  return record;
}

const { prototype } = Object;
const own = { enumerable: true, configurable: true, writable: true } as const;

function readList(reader: Reader, depth: number): readonly unknown[] {
  reader.at++;
  const list: unknown[] = [];
  if (take(reader, ']')) return list;
  do list.push(readValue(reader, depth + 1));
  while (take(reader, ','));
  if (!take(reader, ']')) throw new Faulty('syntax', reader.at);
  return list;
}

/** Sticky patterns look only where they are put. In a text no control character may stand as it is. */
const plainText = /"[ !#-[\]-\u{10ffff}]*"/uy;
const anyText = /"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const bare = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;

function matchHere(reader: Reader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.source)?.[0];
  if (found === undefined) return null;
  reader.at += found.length;
  return found;
}

function readText(reader: Reader): string {
  const plain = matchHere(reader, plainText);
  if (plain !== null) return plain.slice(1, -1);
  const escaped = matchHere(reader, anyText);
  if (escaped === null) throw new Faulty('syntax', reader.at);
  const text: unknown = JSON.parse(escaped);
  return typeof text === 'string' ? text : '';
}

function readBare(reader: Reader): unknown {
  const found = matchHere(reader, bare);
  switch (found) {
    case null:
      throw new Faulty('syntax', reader.at);
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
    default:
      return numberFrom(found);
  }
}

/** Digits that any double keeps. */
const safeDigits = 15;

/**
 * A whole number that a double changes is a code and stays the text it was: nobody reckons with its last digits. A fraction of
 * more than 17 digits, or one beyond all doubles, counts as the nearest double and prints as written.
 */
function numberFrom(written: string): number | string | WrittenNumber {
  const value = Number(written);
  if (written.length <= safeDigits) return Number.isFinite(value) ? value : written;
  if (/^-?\d+$/u.test(written)) return String(value) === written ? value : written;
  if (!Number.isFinite(value)) return written;
  const digits = written
    .replace(/[eE][\s\S]*$/u, '')
    .replace(/\D/gu, '')
    .replace(/^0+|0+$/gu, '');
  return digits.length <= 17 ? value : new WrittenNumber(value, written);
}
