/** One part of a document without what is not seen, its texts rewritten paragraph by paragraph. */
import {
  attribute,
  childOf,
  closeTag,
  elementsOf,
  openTag,
  readXml,
  sourceOf,
  type XmlElement,
  type XmlPart,
} from '../package/read-xml';
import { escapeXml, legalXml, unescapeXml } from '../package/xml-text';
import { fieldRuns, isHidden, isPlainField } from './hidden-runs';
import { withEdits, type TextEdit } from '../outgoing/text-edits';
import { paragraphTexts, rewriteParagraph } from './paragraph-texts';
import type { PublicTexts } from './public-texts';

export interface PartCleaning {
  /** For places: 正文, 页眉. */
  readonly label: string;
  /** Ids of hidden styles. */
  readonly hidden: ReadonlySet<string>;
  readonly texts: PublicTexts;
}

/** Taken out with all that is in them. */
const taken =
  /^w:(?:del|moveFrom|sdtPr|sdtEndPr|customXmlPr|smartTagPr|dataBinding|proofErr|permStart|permEnd|docVars|mailMerge|attachedTemplate|rsids|trackRevisions|writeProtection|documentType|saveThroughXslt|hdrShapeDefaults|\w*Change|comment\w*|annotationRef|moveFromRange\w*|moveToRange\w*|customXml\w+Range\w*|cellIns|cellDel|cellMerge|numberingChange)$|:(?:hlinkClick|hlinkHover|hlinkMouseOver|externalData|userShapes)$/u;
/** Of these only the content stays. */
const unwrapped = /^w:(?:ins|moveTo|sdt|sdtContent|smartTag|customXml)$/u;
/** Attributes that hold words whatever they look like. */
const wordy = /^(?:descr|title|name|alt|string|o:title|w:tooltip)$/u;

/** A part that is no sound XML gives an empty root: nothing can be told of it. */
export function cleanPart(written: string, cleaning: PartCleaning): string {
  // bounded: one that does not end is no sound XML, and nothing of that passed the door
  const source = written.replace(/<!--[\s\S]*?-->/gu, '').replace(/<\?(?!xml\s)[\s\S]*?\?>/gu, '');
  const xml = readXml(source);
  if ('code' in xml) return '<none/>';
  const all = elementsIn(xml.root);
  const part: Part = {
    ...cleaning,
    xml,
    fields: fieldRuns(
      xml,
      all.filter(({ name }) => name === 'w:r'),
    ),
    gone: goneMarks(xml, all),
    edits: [],
    count: 0,
  };
  clean(xml.root, part);
  return withEdits(source, part.edits);
}

interface Part extends PartCleaning {
  readonly xml: XmlPart;
  readonly fields: ReadonlySet<XmlElement>;
  /** Ids of the bookmarks that are taken out. */
  readonly gone: ReadonlySet<string>;
  readonly edits: TextEdit[];
  /** Paragraphs with text so far. */
  count: number;
}

function elementsIn(element: XmlElement): readonly XmlElement[] {
  const all: XmlElement[] = [];
  const visit = (one: XmlElement): void => {
    all.push(one);
    for (const child of elementsOf(one)) visit(child);
  };
  visit(element);
  return all;
}

function goneMarks(xml: XmlPart, all: readonly XmlElement[]): ReadonlySet<string> {
  const starts = all.filter(({ name }) => name === 'w:bookmarkStart');
  const gone = starts.filter((one) => !keptMark.test(attribute(xml, one, 'w:name') ?? ''));
  return new Set(gone.map((one) => attribute(xml, one, 'w:id') ?? ''));
}

function clean(element: XmlElement, part: Part): void {
  const { xml, edits } = part;
  if (isTaken(element, part)) {
    tellRemoved(element, part);
    edits.push({ start: element.start, end: element.end, text: '' });
    return;
  }
  if (isUnwrapped(element, part)) {
    edits.push({ start: element.start, end: element.inner, text: '' });
    if (closeTag(xml, element) !== '') edits.push({ start: element.innerEnd, end: element.end, text: '' });
  } else cleanAttributes(element, part);
  const isParagraph = element.name === 'w:p' || element.name === 'a:p';
  if (isParagraph && cleanParagraph(element, part)) return;
  if (!isParagraph && !/^[wa]:t$/u.test(element.name)) cleanText(element, part);
  for (const child of elementsOf(element)) clean(child, part);
}

/** Bookmarks of Word's own, by which contents and references find their places. */
const keptMark = /^_(?:Toc|Ref|Hlk)/u;

function isTaken(element: XmlElement, { xml, hidden, fields, gone }: Part): boolean {
  if (taken.test(element.name)) return true;
  if (element.name === 'w:bookmarkStart') return !keptMark.test(attribute(xml, element, 'w:name') ?? '');
  if (element.name === 'w:bookmarkEnd') return gone.has(attribute(xml, element, 'w:id') ?? '');
  if (element.name === 'w:tr') {
    const properties = childOf(element, 'w:trPr');
    return properties !== null && childOf(properties, 'w:del') !== null;
  }
  return element.name === 'w:r' && (fields.has(element) || isHidden(xml, element, hidden));
}

function isUnwrapped(element: XmlElement, { xml }: Part): boolean {
  if (unwrapped.test(element.name)) return true;
  if (element.name === 'w:hyperlink')
    return attribute(xml, element, 'w:anchor') === null || attribute(xml, element, 'r:id') !== null;
  return element.name === 'w:fldSimple' && !isPlainField(attribute(xml, element, 'w:instr') ?? '');
}

function tellRemoved(element: XmlElement, { xml, label, texts }: Part): void {
  const text = sourceOf(xml, element).replace(/<[^<>]*>/gu, '');
  if (text.trim() !== '') texts.removed(unescapeXml(text), `${label}里看不见的文字`);
}

/** True when the whole paragraph went. */
function cleanParagraph(paragraph: XmlElement, part: Part): boolean {
  const { xml, label, texts, edits } = part;
  const pieces = paragraphTexts(xml, paragraph, (element) => isTaken(element, part));
  const text = pieces.map((piece) => piece.text).join('');
  if (text.trim() === '') return false;
  part.count += 1;
  const now = texts.rewrite(text, `${label}第 ${String(part.count)} 段`);
  if (now === text) return false;
  if (now.trim() === '' && isAlone(paragraph, part)) {
    edits.push({ start: paragraph.start, end: paragraph.end, text: '' });
    return true;
  }
  edits.push(...rewriteParagraph(pieces, now));
  return false;
}

/** A paragraph of the body that holds nothing but text can go as a whole. */
function isAlone(paragraph: XmlElement, { xml }: Part): boolean {
  return (
    paragraph.parent?.name === 'w:body' && !/<(?:\w+:)?(?:sectPr|drawing|pict|object)\b/u.test(sourceOf(xml, paragraph))
  );
}

/** Text that stands in no paragraph: of formulas, charts, fields. */
function cleanText(element: XmlElement, { xml, label, texts, edits }: Part): void {
  for (const node of element.children) {
    if (node.kind !== 'text') continue;
    const text = unescapeXml(sourceOf(xml, node));
    if (text.trim() === '') continue;
    const now = texts.rewrite(text, label);
    if (now !== text) edits.push({ start: node.start, end: node.end, text: escapeXml(legalXml(now)) });
  }
}

const anAttribute = /(\s[^\s=<>]+)\s*=\s*("[^"]*"|'[^']*')/gu;

/** Words in attributes: alternative texts, names, captions, levels of lists. */
function cleanAttributes(element: XmlElement, { xml, label, texts, edits }: Part): void {
  const tag = openTag(xml, element);
  const now = tag.replace(anAttribute, (whole, name: string, quoted: string) => {
    const value = unescapeXml(quoted.slice(1, -1));
    const isWords = wordy.test(name.trim()) || /[\p{Script=Han}@]/u.test(value);
    const said = isWords && !/^\sxmlns/u.test(name) ? texts.rewrite(value, `${label}里对象的说明`) : value;
    return said === value ? whole : `${name}="${escapeXml(legalXml(said))}"`;
  });
  if (now !== tag) edits.push({ start: element.start, end: element.inner, text: now });
}
