/** Reads a paragraph as one line of text, however many runs it is split into, and remembers where each piece came from. */
import {
  attribute,
  childOf,
  elementsOf,
  sourceOf,
  type XmlElement,
  type XmlNode,
  type XmlPart,
} from '../package/read-xml';
import type { ListStyle, ParagraphStyles } from '../package/open-package';
import { unescapeXml } from '../package/xml-text';

/**
 * A piece of a paragraph: text of a run; anything else in a run (`shown` is what stands for it in the text); markup between
 * runs; the start and end of something that wraps runs (a link, a content control, a field).
 */
export type Token =
  | { readonly kind: 'text'; readonly run: XmlElement; readonly shown: string }
  | { readonly kind: 'object'; readonly run: XmlElement; readonly node: XmlElement; readonly shown: string }
  | { readonly kind: 'markup'; readonly node: XmlNode; readonly shown: '' }
  | { readonly kind: 'open' | 'close'; readonly wrapper: XmlElement; readonly xml: string; readonly shown: '' };

/** A paragraph's pieces; `text` is what they show, joined. */
export interface Paragraph {
  readonly element: XmlElement;
  readonly tokens: readonly Token[];
  readonly text: string;
  /** True for a heading by style or outline level. */
  readonly styledHeading: boolean;
  /** True when it ends a section, so that it must stay. */
  readonly endsSection: boolean;
  /** The list it is an item of, by itself or by its style; null for none. */
  readonly item: ListItem | null;
}

export interface ListItem {
  readonly list: string;
  /** From 0. */
  readonly level: number;
  /** The indent of its style as written, where that goes before the list's; empty for none. */
  readonly indent: string;
}

/** Stands in the text for a picture, a field or another thing that is no text. */
export const objectSign = '\ufffc';

export function readParagraph(part: XmlPart, element: XmlElement, styles: ParagraphStyles): Paragraph {
  const tokens: Token[] = [];
  readInline(part, element, tokens);
  const properties = childOf(element, 'w:pPr');
  const style = properties && childOf(properties, 'w:pStyle');
  const styleId = (style && attribute(part, style, 'w:val')) ?? '';
  const level = properties && childOf(properties, 'w:outlineLvl');
  return {
    element,
    tokens,
    text: tokens.map((token) => token.shown).join(''),
    styledHeading: styles.headings.has(styleId) || (level !== null && attribute(part, level, 'w:val') !== '9'),
    endsSection: properties !== null && childOf(properties, 'w:sectPr') !== null,
    item: itemOf(part, properties, styles.lists.get(styleId)),
  };
}

/** What the paragraph says goes before what its style says; list 0 is none. */
function itemOf(part: XmlPart, properties: XmlElement | null, style: ListStyle = noList): ListItem | null {
  const numbering = properties && childOf(properties, 'w:numPr');
  const value = (name: string): string | null => {
    const child = numbering && childOf(numbering, name);
    return child && attribute(part, child, 'w:val');
  };
  const own = value('w:numId');
  const list = own ?? style.list;
  const isIndented = own !== null || (properties !== null && childOf(properties, 'w:ind') !== null);
  if (list === '0') return null;
  return { list, level: Number(value('w:ilvl') ?? style.level) || 0, indent: isIndented ? '' : style.indent };
}

const noList: ListStyle = { list: '0', level: '', indent: '' };

/** What is done with the elements of a paragraph; all others are copied. */
const roles: Readonly<Record<string, 'run' | 'skip' | 'through' | 'wrap'>> = {
  'w:r': 'run',
  'w:pPr': 'skip',
  'w:del': 'skip',
  'w:moveFrom': 'skip',
  'w:proofErr': 'skip',
  'w:ins': 'through',
  'w:moveTo': 'through',
  'w:smartTag': 'through',
  'w:customXml': 'through',
  'w:hyperlink': 'wrap',
  'w:fldSimple': 'wrap',
  'w:sdt': 'wrap',
  'w:bdo': 'wrap',
  'w:dir': 'wrap',
};

/** True for what wraps runs and is kept: a tag's block must begin and end inside the same one. */
export function isWrapper(element: XmlElement): boolean {
  return roles[element.name] === 'wrap';
}

/** Deleted text and spelling marks are left out; tracked insertions are taken as they would be after accepting them. */
function readInline(part: XmlPart, parent: XmlElement, tokens: Token[]): void {
  for (const node of elementsOf(parent)) {
    const role = roles[node.name];
    if (role === 'run') readRun(part, node, tokens);
    else if (role === 'through') readInline(part, node, tokens);
    else if (role === 'wrap') readWrapper(part, node, tokens);
    else if (role === undefined) tokens.push({ kind: 'markup', node, shown: '' });
  }
}

function readWrapper(part: XmlPart, wrapper: XmlElement, tokens: Token[]): void {
  const content = wrapper.name === 'w:sdt' ? childOf(wrapper, 'w:sdtContent') : wrapper;
  if (content === null || content.inner === content.end) {
    tokens.push({ kind: 'markup', node: wrapper, shown: '' });
    return;
  }
  tokens.push({ kind: 'open', wrapper, xml: part.source.slice(wrapper.start, content.inner), shown: '' });
  readInline(part, content, tokens);
  tokens.push({ kind: 'close', wrapper, xml: part.source.slice(content.innerEnd, wrapper.end), shown: '' });
}

function readRun(part: XmlPart, run: XmlElement, tokens: Token[]): void {
  for (const node of elementsOf(run)) {
    if (node.name === 'w:t') tokens.push({ kind: 'text', run, shown: textIn(part, node) });
    else if (!ignored.has(node.name)) tokens.push({ kind: 'object', run, node, shown: shownFor(part, node) });
  }
}

const ignored: ReadonlySet<string> = new Set(['w:rPr', 'w:delText', 'w:delInstrText', 'w:lastRenderedPageBreak']);

function shownFor(part: XmlPart, node: XmlElement): string {
  switch (node.name) {
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:cr':
      return '\n';
    case 'w:br':
      return /^(?:page|column)$/u.test(attribute(part, node, 'w:type') ?? '') ? objectSign : '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:softHyphen':
    case 'w:commentReference':
    case 'w:annotationRef':
      return '';
    default:
      return objectSign;
  }
}

function textIn(part: XmlPart, element: XmlElement): string {
  return element.children
    .map((node) => {
      const xml = sourceOf(part, node);
      return xml.startsWith('<![CDATA[') ? xml.slice(9, -3) : unescapeXml(xml);
    })
    .join('');
}
