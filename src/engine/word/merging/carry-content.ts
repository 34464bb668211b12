/** The blocks of a document as they stand in another one: with its styles, lists, ids and relationships as they are called there. */
import type { TextEdit } from '../outgoing/text-edits';
import { withEdits } from '../outgoing/text-edits';
import type { PartFile } from '../package/open-package';
import { attribute, childOf, elementsOf, openTag, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import { escapeXml, unescapeXml } from '../package/xml-text';
import { themed } from './merge-styles';
import type { NoteWord } from './read-source';

/** What things of a document are called in the other one, in one putting in. */
export interface Names {
  readonly style: (id: string) => string | null;
  /** The style of what says none of its own; null where the host's is the same. */
  readonly usual: (type: 'paragraph' | 'table') => string | null;
  readonly list: (id: string) => string | null;
  readonly related: (id: string) => string | null;
  readonly note: (kind: NoteWord, id: string) => string | null;
  readonly bookmark: (name: string) => string;
  readonly bookmarkId: (id: string) => string;
  readonly drawing: () => string;
  readonly theme: string;
}

interface Walk {
  readonly part: XmlPart;
  readonly names: Names;
  readonly edits: TextEdit[];
}

/** What has no place in another document, or belongs to one alone: sections, comments, tracked changes, ids. */
const dropped =
  /^w:(?:sectPr|del|moveFrom|comment(?:RangeStart|RangeEnd|Reference)|perm(?:Start|End)|move\w+Range(?:Start|End)|customXml\w+Range(?:Start|End)|proofErr|lastRenderedPageBreak|\w+Change|dataBinding|delText|delInstrText)$/u;
/** What was put in is taken as accepted. */
const opened = /^w:(?:ins|moveTo|customXml|smartTag)$/u;

/** The blocks, whose elements stand in `part`, one after another. */
export function carriedBlocks({ xml: part }: PartFile, blocks: readonly XmlElement[], names: Names): string {
  const staying = blocks.filter((block) => !isContents(part, block));
  return staying
    .map((block) => {
      const edits: TextEdit[] = [];
      visit({ part, names, edits }, block);
      const from = block.start;
      const own = edits.map(({ start, end, text }) => ({ start: start - from, end: end - from, text }));
      return withEdits(sourceOf(part, block), own);
    })
    .join('');
}

/** A table of contents is the other document's alone. */
function isContents(part: XmlPart, block: XmlElement): boolean {
  const source = sourceOf(part, block);
  return (
    (block.name === 'w:sdt' && source.includes('"Table of Contents"')) ||
    /<w:instrText[^<>]*>\s*TOC\b/u.test(source) ||
    /<w:pStyle w:val="TOC\d"\/>/u.test(source)
  );
}

function visit(walk: Walk, element: XmlElement): void {
  const { edits } = walk;
  const { name, start, end, inner, innerEnd } = element;
  if (dropped.test(name) || (name === 'w:ins' && element.children.length === 0) || isDeletedRow(element)) {
    edits.push({ start, end, text: '' });
    return;
  }
  if (opened.test(name)) {
    edits.push({ start, end: inner, text: '' });
    if (inner < end) edits.push({ start: innerEnd, end, text: '' });
  } else change(walk, element);
  for (const child of elementsOf(element)) visit(walk, child);
}

function isDeletedRow(element: XmlElement): boolean {
  const properties = element.name === 'w:tr' ? childOf(element, 'w:trPr') : null;
  return properties !== null && childOf(properties, 'w:del') !== null;
}

function change(walk: Walk, element: XmlElement): void {
  const { names, edits } = walk;
  const text = Object.prototype.hasOwnProperty.call(renamings, element.name)
    ? renamings[element.name]?.(walk, element)
    : undefined;
  if (text !== undefined) {
    edits.push({ start: element.start, end: element.end, text });
    return;
  }
  if (element.name === 'w:instrText') {
    edits.push({ start: element.inner, end: element.innerEnd, text: renamedCode(walk.part, element, names) });
    return;
  }
  if (element.name === 'w:p') usualStyle(walk, element, ['w:pPr', 'w:pStyle', names.usual('paragraph')]);
  else if (element.name === 'w:tbl') usualStyle(walk, element, ['w:tblPr', 'w:tblStyle', names.usual('table')]);
  else changeTag(walk, element);
}

type Renaming = (walk: Walk, element: XmlElement) => string;

function valueOf({ part }: Walk, element: XmlElement, key: string): string {
  return attribute(part, element, key) ?? '';
}

function styled(walk: Walk, element: XmlElement): string {
  const id = walk.names.style(valueOf(walk, element, 'w:val'));
  return id === null ? '' : `<${element.name} w:val="${escapeXml(id)}"/>`;
}

function noted(walk: Walk, element: XmlElement): string {
  const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
  const id = walk.names.note(kind, valueOf(walk, element, 'w:id'));
  return id === null ? '' : openTag(walk.part, element).replace(/(\sw:id=)"[^"]*"/u, `$1"${id}"`);
}

function unthemed({ part, names }: Walk, element: XmlElement): string {
  return themed(sourceOf(part, element), names.theme);
}

/** What stands for elements that name something of the document. */
const renamings: Readonly<Record<string, Renaming>> = {
  'w:pStyle': styled,
  'w:rStyle': styled,
  'w:tblStyle': styled,
  'w:numId': (walk, element) => `<w:numId w:val="${walk.names.list(valueOf(walk, element, 'w:val')) ?? '0'}"/>`,
  'w:footnoteReference': noted,
  'w:endnoteReference': noted,
  'w:bookmarkStart': (walk, element) => {
    const name = walk.names.bookmark(unescapeXml(valueOf(walk, element, 'w:name')));
    return `<w:bookmarkStart w:id="${walk.names.bookmarkId(valueOf(walk, element, 'w:id'))}" w:name="${escapeXml(name)}"/>`;
  },
  'w:bookmarkEnd': (walk, element) =>
    `<w:bookmarkEnd w:id="${walk.names.bookmarkId(valueOf(walk, element, 'w:id'))}"/>`,
  'w:id': (walk, element) => (element.parent?.name === 'w:sdtPr' ? '' : sourceOf(walk.part, element)),
  'w:rFonts': unthemed,
  'w:color': unthemed,
  'w:shd': unthemed,
};

/** What says no style gets the one it has by itself. The mark goes with a tag: what follows may be changed where it begins. */
function usualStyle(
  walk: Walk,
  element: XmlElement,
  [holder, key, style]: readonly [holder: string, key: string, style: string | null],
): void {
  const { edits, part } = walk;
  const properties = childOf(element, holder);
  if (style === null || (properties && childOf(properties, key))) {
    changeTag(walk, element);
    return;
  }
  const mark = `<${key} w:val="${escapeXml(style)}"/>`;
  if (properties) {
    changeTag(walk, element);
    const isEmpty = properties.inner === properties.end;
    edits.push({
      start: properties.start,
      end: properties.inner,
      text: `<${holder}>${mark}${isEmpty ? `</${holder}>` : ''}`,
    });
    return;
  }
  const added = `<${holder}>${mark}</${holder}>`;
  if (element.inner < element.end) changeTag(walk, element, added);
  else {
    const tag = openTag(part, element)
      .replace(/\sw14:(?:paraId|textId)="[^"]*"/gu, '')
      .replace(/\/>$/u, '>');
    edits.push({ start: element.start, end: element.end, text: `${tag}${added}</${element.name}>` });
  }
}

/** Words of a code that are bookmarks of the document. */
function renamedCode(part: XmlPart, element: XmlElement, { bookmark }: Names): string {
  const code = part.source.slice(element.inner, element.innerEnd);
  return code.replace(
    /(\b(?:REF|PAGEREF|NOTEREF)\s+|\\l\s+(?:&quot;|")?)([^\s\\"&]+)/giu,
    (_, before: string, name: string) => {
      return before + escapeXml(bookmark(unescapeXml(name)));
    },
  );
}

const reference = /(\s(?!w:|xmlns)\w+:(?:id|embed|link|pict|dm|lo|qs|cs)=)"([^"]*)"/gu;

/** Ids of relationships, names of bookmarks, numbers of drawings; what programs note for themselves goes. */
function changeTag({ part, names, edits }: Walk, element: XmlElement, added = ''): void {
  const tag = openTag(part, element);
  if (added === '' && !tag.includes('=')) return;
  const now = tag
    .replace(/\s(?:w14:(?:paraId|textId)|w:rsid\w*)="[^"]*"/gu, '')
    .replace(reference, (whole, before: string, id: string) => {
      const fresh = names.related(id);
      return fresh === null ? whole : `${before}"${fresh}"`;
    })
    .replace(/(\sw:anchor=)"([^"]*)"/u, (_, before: string, name: string) => {
      return `${before}"${escapeXml(names.bookmark(unescapeXml(name)))}"`;
    });
  const text = /^<wp:docPr\b/u.test(now) ? now.replace(/(\sid=)"[^"]*"/u, `$1"${names.drawing()}"`) : now;
  if (text + added !== tag) edits.push({ start: element.start, end: element.inner, text: text + added });
}
