/** Walks a part in reading order and finds its paragraphs and the tags in them. */
import { shortened, tagReader, type ReadTag } from '../../language/read-tag';
import type { Problem } from '../../../core/base/problem';
import { maxTags } from '../../language/limits';
import { tagProblem, type Tag } from '../../language/tag';
import { findTags } from '../../language/tag-text';
import { CopiedResults } from '../fields/copied-results';
import type { ParagraphStyles, PartFile } from '../package/open-package';
import { isWrapper, objectSign, readParagraph, type Paragraph, type Token } from './read-paragraph';
import { elementsOf, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import { SpotCounter } from './spot';
import { linkCode } from '../placed/placed-marks';
import { unescapeXml } from '../package/xml-text';

/** A tag with its place in the tree: `start` and `end` count characters of the paragraph's text. */
export interface PlacedTag {
  readonly tag: Tag;
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly end: number;
  /** The link, field or content control the tag begins in; null for none. */
  readonly wrapper: XmlElement | null;
}

/** What a part holds. */
export interface PartTags {
  readonly part: XmlPart;
  readonly paragraphs: ReadonlyMap<XmlElement, Paragraph>;
  readonly tags: readonly PlacedTag[];
  /** Numbers of the tags in each paragraph that has any. */
  readonly byParagraph: ReadonlyMap<XmlElement, readonly number[]>;
  /** Elements that contain paragraphs somewhere inside. */
  readonly holders: ReadonlySet<XmlElement>;
  /** Old drawings kept beside the new ones for old programs: left out when they hold tags. */
  readonly duplicates: ReadonlySet<XmlElement>;
  /** What somebody else writes. */
  readonly left: ReadonlySet<XmlElement>;
  readonly problems: readonly Problem[];
}

interface Walk {
  readonly part: XmlPart;
  readonly file: string;
  readonly left: ReadonlySet<XmlElement>;
  readonly styles: ParagraphStyles;
  readonly spots: SpotCounter;
  readonly read: ReturnType<typeof tagReader>;
  readonly copies: CopiedResults;
  readonly paragraphs: Map<XmlElement, Paragraph>;
  readonly tags: PlacedTag[];
  readonly byParagraph: Map<XmlElement, number[]>;
  readonly holders: Set<XmlElement>;
  readonly duplicates: Set<XmlElement>;
  readonly problems: Problem[];
}

/** What is looked at: all of the part, or an element of it; `left` is passed over. */
export interface Extent {
  /** The template's name, for places. */
  readonly file: string;
  readonly root?: XmlElement;
  readonly left?: ReadonlySet<XmlElement>;
}

export function findPartTags(part: PartFile, styles: ParagraphStyles, { file, root, left }: Extent): PartTags {
  const walk: Walk = {
    part: part.xml,
    file,
    left: left ?? new Set(),
    styles,
    spots: new SpotCounter(part.label),
    read: tagReader(),
    copies: new CopiedResults(part.xml),
    paragraphs: new Map(),
    tags: [],
    byParagraph: new Map(),
    holders: new Set(),
    duplicates: new Set(),
    problems: [],
  };
  visit(walk, root ?? part.xml.root);
  return walk;
}

function visit(walk: Walk, element: XmlElement): void {
  const { spots } = walk;
  if (walk.left.has(element)) {
    markHolders(walk, element);
    return;
  }
  switch (element.name) {
    case 'w:p':
      visitParagraph(walk, element);
      return;
    case 'w:tbl':
      spots.openTable();
      visitChildren(walk, element);
      spots.closeTable();
      return;
    case 'w:tr':
      spots.openRow();
      break;
    case 'w:tc':
      spots.openCell();
      break;
    case 'w:txbxContent':
      spots.openBox();
      visitChildren(walk, element);
      spots.closeBox();
      return;
    case 'mc:Fallback':
      if (/[{｛}｝]/u.test(sourceOf(walk.part, element).replace(/<[^<>]*>/gu, ''))) {
        walk.duplicates.add(element);
        return;
      }
  }
  visitChildren(walk, element);
}

function visitChildren(walk: Walk, element: XmlElement): void {
  for (const child of elementsOf(element)) visit(walk, child);
}

function visitParagraph(walk: Walk, element: XmlElement): void {
  const paragraph = readParagraph(walk.part, element, walk.styles);
  walk.paragraphs.set(element, paragraph);
  markHolders(walk, element);
  const spot = walk.spots.endParagraph(paragraph.text, paragraph.styledHeading);
  if (hasDeletedTag(walk.part, element)) walk.byParagraph.set(element, []);
  const full = walk.tags.length > maxTags;
  const found = !full && /[{｛}｝]{2}/u.test(paragraph.text) ? findTags(paragraph.text) : [];
  let next = 0;
  let at = 0;
  let wrapper: XmlElement | null = null;
  for (const token of paragraph.tokens) {
    const end = at + token.shown.length;
    for (let tag = found[next]; tag && tag.start < end; tag = found[++next]) {
      if (!walk.copies.copied) addTag(walk, walk.read(tag, { file: walk.file, spot }), { ...tag, paragraph, wrapper });
    }
    walk.copies.read(token);
    wrapper = wrapperAfter(token, wrapper, element);
    if ('node' in token && token.node.kind === 'element') visitFixed(walk, token.node, spot);
    at = end;
  }
}

function markHolders({ holders }: Walk, element: XmlElement): void {
  for (let at = element.parent; at && !holders.has(at); at = at.parent) holders.add(at);
}

/** True when tracked changes took a tag away: the paragraph is printed as it would be after accepting them. */
function hasDeletedTag(part: XmlPart, element: XmlElement): boolean {
  const source = sourceOf(part, element);
  return source.includes('delText') && /[{｛]{2}/u.test(source.replace(/<[^<>]*>/gu, ''));
}

/** The wrapper that what follows the token stands in. */
function wrapperAfter(token: Token, wrapper: XmlElement | null, paragraph: XmlElement): XmlElement | null {
  if (token.kind === 'open') return token.wrapper;
  return token.kind === 'close' ? outerWrapper(token.wrapper, paragraph) : wrapper;
}

function outerWrapper(wrapper: XmlElement, paragraph: XmlElement): XmlElement | null {
  for (let at = wrapper.parent; at && at !== paragraph; at = at.parent) {
    if (isWrapper(at)) return at;
  }
  return null;
}

/** Boxes inside are filled; anything else that holds a tag cannot be, and is refused rather than left with its braces. */
function visitFixed(walk: Walk, node: XmlElement, spot: string): void {
  visitChildren(walk, node);
  if (walk.holders.has(node)) return;
  const text = sourceOf(walk.part, node)
    .replace(/<[^<>]*>/gu, '')
    .trim();
  if (!/[{｛]{2}/u.test(text) || (node.name === 'w:instrText' && linkCode.test(unescapeXml(text)))) return;
  const tag = { text, place: { file: walk.file, spot } };
  const reason = `${node.name === 'w:instrText' ? '域代码' : '公式或特殊内容'}“${shortened(text)}”里有标签，这里不能填写`;
  walk.problems.push(tagProblem(tag, 'tag-out-of-reach', reason, '请把标签移到普通文字里'));
}

function addTag(walk: Walk, { tag, problems }: ReadTag, at: Omit<PlacedTag, 'tag'>): void {
  const { paragraph, start, end, wrapper } = at;
  const torn = tag.kind !== 'broken' && paragraph.text.slice(start, end).includes(objectSign);
  const index = walk.tags.length;
  walk.tags.push({ tag: torn ? { ...tag, kind: 'broken' } : tag, paragraph, start, end, wrapper });
  const mine = walk.byParagraph.get(paragraph.element);
  if (mine) mine.push(index);
  else walk.byParagraph.set(paragraph.element, [index]);
  walk.problems.push(...problems);
  if (!torn) return;
  const reason = `标签“${tag.text.split(objectSign).join('□')}”里夹着图片、域或分页符`;
  walk.problems.push(tagProblem(tag, 'tag-broken-by-object', reason, '请把它移到标签外面'));
}
