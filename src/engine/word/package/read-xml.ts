/**
 * Reads XML into a light tree whose nodes know where they stand in the source, so that everything untouched is copied
 * as it was written. Strict where harm could hide: no DOCTYPE, no unknown references, limited depth.
 */

/** A node of the tree; `start` and `end` bound it in the source. */
export type XmlNode = XmlElement | XmlText;

interface XmlText {
  readonly kind: 'text';
  readonly start: number;
  readonly end: number;
}

export interface XmlElement {
  readonly kind: 'element';
  /** The name as written: WordprocessingML has the prefix `w:` once the door was passed. */
  readonly name: string;
  readonly parent: XmlElement | null;
  readonly children: XmlNode[];
  readonly start: number;
  /** Where the content begins; equal to `end` for `<a/>`. */
  readonly inner: number;
  /** Where the content ends. */
  innerEnd: number;
  end: number;
}

/** A part's tree with its source. */
export interface XmlPart {
  readonly source: string;
  readonly root: XmlElement;
}

/** Why a part cannot be read, in Chinese. */
export interface XmlRefusal {
  readonly code: string;
  readonly reason: string;
}

const maxNesting = 256;
/** One piece of markup: comment, CDATA, instruction, DOCTYPE, end tag, or start tag with quoted attributes. */
// bounded: a comment that does not end is followed by the end of reading, all else stops at the next `<`
const markup =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!|<\/([^\s<>/]+)\s*>|<([^\s<>/!?="']+)(?:\s+[^\s<>/="']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/gu;

/** The tree, or why the part was refused. */
export function readXml(source: string): XmlPart | XmlRefusal {
  const reader: Reader = { source, stack: [], root: null, at: 0 };
  const doctype = doctypeRefusal(source);
  if (doctype) return doctype;
  markup.lastIndex = 0;
  for (let match = markup.exec(source); match; match = markup.exec(source)) {
    const fault = readMarkup(reader, match);
    if (fault !== null) return { code: 'xml-damaged', reason: fault };
  }
  if (!addText(reader, source.length)) return { code: 'xml-damaged', reason: '内容有误' };
  if (reader.root === null || reader.stack.length > 0) return { code: 'xml-damaged', reason: '内容不完整' };
  return { source, root: reader.root };
}

/** A DOCTYPE can name files and blow up in size; no word processor writes one. */
export function doctypeRefusal(source: string): XmlRefusal | null {
  return /<!(?:DOCTYPE|ENTITY)/iu.test(source) ? { code: 'xml-doctype', reason: '含有 DOCTYPE 声明，不安全' } : null;
}

interface Reader {
  readonly source: string;
  readonly stack: XmlElement[];
  root: XmlElement | null;
  at: number;
}

/** Null when all is well. */
function readMarkup(reader: Reader, match: RegExpExecArray): string | null {
  const [whole, closing, opening, slash] = match;
  if (!addText(reader, match.index)) return '内容有误';
  reader.at = match.index + whole.length;
  if (whole === '<!') return '有不认识的标记';
  if (closing !== undefined) return closeElement(reader, closing, match.index);
  if (opening !== undefined) return openElement(reader, { opening, slash: slash ?? '' }, match.index);
  if (whole.startsWith('<![CDATA['))
    reader.stack[reader.stack.length - 1]?.children.push({ kind: 'text', start: match.index, end: reader.at });
  return null;
}

/** Text up to `end`; false when markup signs or unknown references are left in it. */
function addText(reader: Reader, end: number): boolean {
  if (end === reader.at) return true;
  const parent = reader.stack[reader.stack.length - 1];
  const text = reader.source.slice(reader.at, end);
  if (parent === undefined) return /^[\s\ufeff]*$/u.test(text);
  parent.children.push({ kind: 'text', start: reader.at, end });
  return (
    !text.includes('<') && (!text.includes('&') || !/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/u.test(text))
  );
}

interface StartTag {
  readonly opening: string;
  readonly slash: string;
}

function openElement(reader: Reader, { opening, slash }: StartTag, start: number): string | null {
  const parent = reader.stack[reader.stack.length - 1] ?? null;
  if (parent === null && reader.root !== null) return '有两个根';
  if (reader.stack.length >= maxNesting) return '层数太多';
  const element: XmlElement = {
    kind: 'element',
    name: opening,
    parent,
    children: [],
    start,
    inner: reader.at,
    innerEnd: reader.at,
    end: reader.at,
  };
  parent?.children.push(element);
  reader.root ??= element;
  if (slash === '') reader.stack.push(element);
  return null;
}

function closeElement(reader: Reader, closing: string, start: number): string | null {
  const element = reader.stack.pop();
  if (element?.name !== closing) return '标记没有成对';
  element.innerEnd = start;
  element.end = reader.at;
  return null;
}

/** The start tag as written. */
export function openTag(part: XmlPart, element: XmlElement): string {
  return part.source.slice(element.start, element.inner);
}

/** The end tag as written; empty for `<a/>`. */
export function closeTag(part: XmlPart, element: XmlElement): string {
  return part.source.slice(element.innerEnd, element.end);
}

/** A node as written. */
export function sourceOf(part: XmlPart, node: XmlNode): string {
  return part.source.slice(node.start, node.end);
}

/** An attribute's raw value; null when it is not there. */
export function attribute(part: XmlPart, element: XmlElement, name: string): string | null {
  for (const [, key, , value] of openTag(part, element).matchAll(/\s([^\s=<>]+)\s*=\s*(["'])(.*?)\2/gsu)) {
    if (key === name) return value ?? '';
  }
  return null;
}

/** The child elements. */
export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child): child is XmlElement => child.kind === 'element');
}

/** The first child element of that name. */
export function childOf(element: XmlElement, name: string): XmlElement | null {
  return elementsOf(element).find((child) => child.name === name) ?? null;
}
