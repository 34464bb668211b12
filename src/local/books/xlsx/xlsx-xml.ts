/** Reads the XML of Office parts as bytes, tag by tag: quick over a million cells, and nothing is kept of what was passed. */

/** A place in the XML: the tag last met, and where its attributes and what follows begin. */
export interface XmlScan {
  readonly bytes: Buffer;
  /** Just behind the tag. */
  at: number;
  /** The tag's local name, see `nameCode`. */
  name: number;
  /** Its prefix, in the same way; 0 without one. */
  prefix: number;
  opens: boolean;
  /** True for `</a>` and for `<a/>`. */
  closes: boolean;
  attributesFrom: number;
  attributesTo: number;
}

/** Thrown where the XML breaks off or holds what no Office part may hold. */
export class XmlError extends Error {}

const [lessThan, greaterThan, slash, colon, quote, apostrophe, equals, bang] = [60, 62, 47, 58, 34, 39, 61, 33];
const space = 32;
const questionMark = 63;

/** The number by which a scan tells the local names of tags apart. */
export function nameCode(name: string): number {
  return Array.from(name).reduce((code, letter) => (code * 31 + letter.charCodeAt(0)) | 0, 0);
}

export function scanXml(bytes: Buffer, at = 0): XmlScan {
  return { bytes, at, name: 0, prefix: 0, opens: false, closes: false, attributesFrom: 0, attributesTo: 0 };
}

/** Moves behind the next tag; false at the end. Texts, comments and instructions between are passed over. */
export function nextTag(scan: XmlScan): boolean {
  const { bytes } = scan;
  let from = bytes[scan.at] === lessThan ? scan.at : bytes.indexOf(lessThan, scan.at);
  while (from >= 0 && (bytes[from + 1] === bang || bytes[from + 1] === questionMark)) {
    from = bytes.indexOf(lessThan, behindMark(bytes, from));
  }
  if (from < 0) return false;
  readTag(scan, from + 1);
  return true;
}

function readTag(scan: XmlScan, from: number): void {
  const { bytes } = scan;
  const isEnd = bytes[from] === slash;
  let at = isEnd ? from + 1 : from;
  let name = 0;
  let prefix = 0;
  for (; ; at += 1) {
    const byte = bytes[at] ?? greaterThan;
    if (byte <= space || byte === greaterThan || byte === slash) break;
    if (byte === colon) {
      prefix = name;
      name = 0;
    } else name = (name * 31 + byte) | 0;
  }
  const end = tagEnd(bytes, at);
  scan.name = name;
  scan.prefix = prefix;
  scan.opens = !isEnd;
  scan.closes = isEnd || bytes[end - 1] === slash;
  scan.attributesFrom = at;
  scan.attributesTo = end;
  scan.at = end + 1;
}

/** Where the tag's `>` stands: one within quotes belongs to a value. */
function tagEnd(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === greaterThan) return at;
    if (byte === quote || byte === apostrophe) {
      at = bytes.indexOf(byte, at + 1);
      if (at < 0) break;
    }
  }
  throw new XmlError('a tag does not end');
}

/** An instruction, a comment, a CDATA section. */
const marks = (
  [
    ['<?', '?>'],
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
  ] as const
).map(([start, end]) => [Buffer.from(start), Buffer.from(end)] as const);

/** Behind one of these. */
function behindMark(bytes: Buffer, from: number): number {
  for (const [start, end] of marks) {
    if (!isAt(bytes, from, start)) continue;
    const at = bytes.indexOf(end, from + start.length);
    if (at >= 0) return at + end.length;
  }
  throw new XmlError('a declaration no Office part may hold');
}

/** Whether these bytes stand there. */
export function isAt(bytes: Buffer, at: number, mark: Buffer): boolean {
  for (let index = 0; index < mark.length; index += 1) if (bytes[at + index] !== mark[index]) return false;
  return true;
}

/** The value of the tag's attribute of that name (with its prefix, if any); undefined without it. */
export function xmlAttribute(scan: XmlScan, name: string): string | undefined {
  const found = findAttributes(scan).find(([known]) => known === name);
  return found?.[1];
}

/** The tag's attributes with their values, in order. */
export function findAttributes(scan: XmlScan): [name: string, value: string][] {
  const text = scan.bytes.toString('utf8', scan.attributesFrom, scan.attributesTo);
  return [...text.matchAll(/(?<![^\s=/])([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)].map(
    ([, name = '', value, other = '']) => [name, decodeEntities(value ?? other)],
  );
}

/** Puts the first attribute from the byte `at` on into `found`; false when none is left. For tags met a million times. */
export function nextAttribute(scan: XmlScan, at: number, found: ShortAttribute): boolean {
  const { bytes, attributesTo } = scan;
  let sign = at;
  while (sign < attributesTo && bytes[sign] !== equals) sign += 1;
  let from = sign + 1;
  while (from < attributesTo && bytes[from] !== quote && bytes[from] !== apostrophe) from += 1;
  if (from >= attributesTo) return false;
  let to = from + 1;
  while (to < attributesTo && bytes[to] !== bytes[from]) to += 1;
  found.name = shortName(bytes, sign - 1);
  found.from = from + 1;
  found.to = to;
  return true;
}

/** The letter that is the whole name of an attribute, before its sign and any blanks XML has room for; 0 for a longer one. */
function shortName(bytes: Buffer, last: number): number {
  let at = last;
  while (at > 0 && (bytes[at] ?? 0) <= space) at -= 1;
  return (bytes[at - 1] ?? 0) <= space ? (bytes[at] ?? 0) : 0;
}

/** An attribute whose name has one letter (0 for any other), and the bytes of its value. */
export interface ShortAttribute {
  name: number;
  from: number;
  to: number;
}

/** The whole number that the bytes write; NaN where something else stands. */
export function wholeNumber(bytes: Buffer, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return to > from ? number : NaN;
}

/** The text from behind an open tag to the next tag, entities and CDATA sections resolved; moves to that tag's `<`. */
export function xmlText(scan: XmlScan): string {
  const { bytes } = scan;
  let text = '';
  for (;;) {
    const from = scan.at;
    const to = bytes.indexOf(lessThan, from);
    if (to < 0) throw new XmlError('a text does not end');
    const piece = bytes.toString('utf8', from, to);
    text += decodeEntities(piece);
    scan.at = to;
    if (bytes[to + 1] !== bang && bytes[to + 1] !== questionMark) return text;
    scan.at = behindMark(bytes, to);
    if (bytes[to + 2] === 91) text += bytes.toString('utf8', to + 9, scan.at - 3);
  }
}

/** The whole number from behind an open tag to its end tag, moving there; −1 where something else stands. */
export function readWholeNumber(scan: XmlScan): number {
  const { bytes, at } = scan;
  let end = at;
  while ((bytes[end] ?? 0) >= 48 && (bytes[end] ?? 0) <= 57) end += 1;
  if (end === at || end - at > 15 || bytes[end] !== lessThan || bytes[end + 1] !== slash) return -1;
  scan.at = end;
  return wholeNumber(bytes, at, end);
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text with its entities resolved. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/giu,
    (whole, hex?: string, decimal?: string, name = '') => {
      const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
      if (Number.isNaN(code)) return named[String(name)] ?? whole;
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The text of a cell from what its elements hold: the format's own escapes resolved, every line end one `\n`. */
export function writtenText(text: string): string {
  return withOneLineEnd(unescaped(text));
}

/**
 * The escapes `_xHHHH_` by which the format writes what XML cannot hold (ECMA-376 part 1, 22.9.2.19); `_x005F_` is the
 * underscore itself. Line ends as they stand in the file are one character each, as for any reader of XML.
 */
export function unescaped(text: string): string {
  const lines = withOneLineEnd(text);
  if (!lines.includes('_x')) return lines;
  const plain = lines.replace(/_x([\dA-Fa-f]{4})_/gu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return plain.replace(/\p{Cs}/gu, '\uFFFD');
}

/** A carriage return was a part of the break, whether it stood in the file or was escaped. */
export function withOneLineEnd(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text;
}
