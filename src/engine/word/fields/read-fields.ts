/** A filled part as the fields in it and the texts that are seen, in reading order. */
import { fieldCode, type FieldCode } from './field-code';
import { attribute, childOf, elementsOf, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import { unescapeXml } from '../package/xml-text';

/** A field; `end` and `separate` are null for a simple one. */
export interface Field {
  readonly code: FieldCode;
  readonly written: string;
  readonly begin: XmlElement;
  separate: XmlElement | null;
  end: XmlElement | null;
  /** The paragraphs it begins and ends in. */
  readonly paragraph: XmlElement;
  last: XmlElement;
  /** The texts it shows. */
  readonly texts: XmlElement[];
}

/** A text that is seen, and the fields that show it, outermost first. */
interface Text {
  readonly at: number;
  readonly text: string;
  readonly fields: readonly Field[];
}

export interface Paragraph {
  readonly element: XmlElement;
  /** Id of its style; empty for none. */
  readonly style: string;
  /** Where its texts stand in the list of all. */
  readonly from: number;
  to: number;
  readonly fields: Field[];
}

/** A bookmark from one text up to another, both counted in the list of all. */
interface Range {
  readonly from: number;
  to: number;
}

export interface FieldText {
  readonly part: XmlPart;
  /** In the order in which they begin. */
  readonly fields: readonly Field[];
  readonly texts: readonly Text[];
  readonly paragraphs: readonly Paragraph[];
  readonly bookmarks: ReadonlyMap<string, Range>;
}

interface Open {
  written: string;
  readonly begin: XmlElement;
  field: Field | null;
}

interface Walk {
  readonly part: XmlPart;
  readonly fields: Field[];
  readonly texts: Text[];
  readonly paragraphs: Paragraph[];
  readonly bookmarks: Map<string, Range>;
  readonly byId: Map<string, Range>;
  open: Open[];
  paragraph: Paragraph | null;
}

export function readFields(part: XmlPart): FieldText {
  const walk: Walk = {
    part,
    fields: [],
    texts: [],
    paragraphs: [],
    bookmarks: new Map(),
    byId: new Map(),
    open: [],
    paragraph: null,
  };
  visit(walk, part.root);
  return walk;
}

/** Each of these has fields of its own. */
const stories = /^w:(?:txbxContent|footnote|endnote|comment)$/u;
const unseen = /^w:(?:pPr|rPr|del|moveFrom|sdtPr)$|^mc:Fallback$/u;

function visit(walk: Walk, element: XmlElement): void {
  const { name } = element;
  if (unseen.test(name)) return;
  if (stories.test(name)) {
    const { open, paragraph } = walk;
    walk.open = [];
    visitChildren(walk, element);
    walk.open = open;
    walk.paragraph = paragraph;
  } else if (name === 'w:p') visitParagraph(walk, element);
  else if (name === 'w:fldSimple') visitSimple(walk, element);
  else if (!visitLeaf(walk, element)) visitChildren(walk, element);
}

function visitChildren(walk: Walk, element: XmlElement): void {
  for (const child of elementsOf(element)) visit(walk, child);
}

function visitParagraph(walk: Walk, element: XmlElement): void {
  const properties = childOf(element, 'w:pPr');
  const style = properties && childOf(properties, 'w:pStyle');
  const id = (style && attribute(walk.part, style, 'w:val')) ?? '';
  const outer = walk.paragraph;
  const paragraph: Paragraph = { element, style: id, from: walk.texts.length, to: 0, fields: [] };
  walk.paragraphs.push(paragraph);
  walk.paragraph = paragraph;
  visitChildren(walk, element);
  paragraph.to = walk.texts.length;
  addText(walk, element, '\n');
  walk.paragraph = outer;
}

/** Puts down a text with the fields that show it. Within a code nothing is seen. */
function addText(walk: Walk, element: XmlElement, text: string): void {
  if (walk.open.some(({ field }) => field === null)) return;
  const fields = walk.open.flatMap(({ field }) => field ?? []);
  if (element.name === 'w:t') for (const field of fields) field.texts.push(element);
  walk.texts.push({ at: element.start, text, fields });
}

function visitSimple(walk: Walk, element: XmlElement): void {
  const written = unescapeXml(attribute(walk.part, element, 'w:instr') ?? '');
  const field = beginField(walk, element, written);
  walk.open.push({ written, begin: element, field });
  visitChildren(walk, element);
  walk.open.pop();
}

function beginField(walk: Walk, begin: XmlElement, written: string): Field {
  const paragraph = walk.paragraph?.element ?? begin;
  const code = fieldCode(written);
  const field: Field = { code, written, begin, separate: null, end: null, paragraph, last: paragraph, texts: [] };
  walk.fields.push(field);
  walk.paragraph?.fields.push(field);
  return field;
}

/** False for what holds other elements. */
function visitLeaf(walk: Walk, element: XmlElement): boolean {
  switch (element.name) {
    case 'w:t':
      addText(walk, element, element.children.map((node) => unescapeXml(sourceOf(walk.part, node))).join(''));
      return true;
    case 'w:tab':
      addText(walk, element, '\t');
      return true;
    case 'w:br':
    case 'w:cr':
      addText(walk, element, '\n');
      return true;
    case 'w:instrText':
      addCode(walk, element);
      return true;
    case 'w:fldChar':
      takeMark(walk, element, attribute(walk.part, element, 'w:fldCharType')?.trim().toLowerCase() ?? '');
      return true;
    case 'w:bookmarkStart':
    case 'w:bookmarkEnd':
      takeBookmark(walk, element);
      return true;
    default:
      return false;
  }
}

function addCode(walk: Walk, element: XmlElement): void {
  const open = walk.open[walk.open.length - 1];
  if (open?.field === null)
    open.written += element.children.map((node) => unescapeXml(sourceOf(walk.part, node))).join('');
}

function takeMark(walk: Walk, element: XmlElement, type: string): void {
  if (type === 'begin') {
    walk.open.push({ written: '', begin: element, field: null });
    return;
  }
  const open = walk.open[walk.open.length - 1];
  if (!open) return;
  open.field ??= beginField(walk, open.begin, open.written);
  if (type === 'separate') open.field.separate = element;
  if (type !== 'end') return;
  open.field.end = element;
  open.field.last = walk.paragraph?.element ?? open.field.last;
  walk.open.pop();
}

function takeBookmark(walk: Walk, element: XmlElement): void {
  const id = attribute(walk.part, element, 'w:id') ?? '';
  if (element.name === 'w:bookmarkEnd') {
    const range = walk.byId.get(id);
    if (range) range.to = walk.texts.length;
    return;
  }
  const range: Range = { from: walk.texts.length, to: walk.texts.length };
  walk.byId.set(id, range);
  walk.bookmarks.set(unescapeXml(attribute(walk.part, element, 'w:name') ?? ''), range);
}
