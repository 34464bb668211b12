/** Takes fields out of a part whose codes are not on the list: what they show stays as text. */
import type { TextEdit } from './text-edits';
import { attribute, elementsOf, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import { unescapeXml } from '../package/xml-text';
import { textInCode } from './allowed';
import { isAllowedField } from './field-codes';

/** A field that has begun. */
interface OpenField {
  code: string;
  holdsFields: boolean;
  holdsText: boolean;
  /** Past its code: what follows is shown. */
  shows: boolean;
  /** Whose words its code is, by pieces: one of several versions of the text may hold only some of them. */
  readonly versions: Set<string>;
  /** Its marks and its code, with all that stands in the code. */
  readonly pieces: XmlElement[];
}

interface Walk {
  readonly xml: XmlPart;
  readonly edits: TextEdit[];
  readonly codes: string[];
  /** Codes of those whose text would be lost with them. */
  readonly lost: string[];
  /** Codes of those that are no field though their names are on the list, each with what is wrong. */
  readonly broken: (readonly [code: string, why: string])[];
}

/** Each of these has its own fields; none reaches out of one. */
const stories = /^w:(?:txbxContent|footnote|endnote|comment)$/u;

/** What is taken out of the part, the codes of the fields it belonged to, those whose text would be lost, those that are broken. */
export function dropFields(xml: XmlPart): Omit<Walk, 'xml'> {
  const walk: Walk = { xml, edits: [], codes: [], lost: [], broken: [] };
  walkStory(walk, xml.root);
  return walk;
}

function walkStory(walk: Walk, root: XmlElement): void {
  const open: OpenField[] = [];
  for (const child of elementsOf(root)) visit(walk, child, open);
  // What never ends is no field anybody meant.
  for (const field of open) drop(walk, field, '没有结束标记');
}

/** Programs choose among these, or leave them out: the versions of a text. What is not Word's own they may leave out as well. */
const versionsOf = /^(?:mc:(?:Choice|Fallback)|w:(?:ins|del|moveFrom|moveTo)|(?!w:|mc:).*)$/u;

/** The innermost version an element stands in; a revision is one with all of its author's. */
function versionOf(xml: XmlPart, element: XmlElement): string {
  for (let at = element.parent; at && !stories.test(at.name); at = at.parent) {
    if (!versionsOf.test(at.name)) continue;
    const author = at.name.startsWith('w:') ? attribute(xml, at, 'w:author') : null;
    return author === null ? String(at.start) : `${at.name} ${author}`;
  }
  return '';
}

function visit(walk: Walk, element: XmlElement, open: OpenField[]): void {
  const { name } = element;
  if (stories.test(name)) walkStory(walk, element);
  else if (name === 'w:fldChar') takeMark(walk, element, open);
  else if (name === 'w:instrText' || name === 'w:delInstrText') takeCode(walk, element, open);
  else if (name === 'w:t' || name === 'w:delText') takeText(walk, element, open);
  else {
    if (name === 'w:fldSimple') takeSimple(walk, element, open);
    for (const child of elementsOf(element)) visit(walk, child, open);
  }
}

function takeMark(walk: Walk, element: XmlElement, open: OpenField[]): void {
  const type = attribute(walk.xml, element, 'w:fldCharType')?.trim().toLowerCase() ?? '';
  if (type === 'begin') {
    for (const outer of inCode(open)) outer.holdsFields = true;
    open.push({ code: '', holdsFields: false, holdsText: false, shows: false, versions: new Set(), pieces: [] });
  }
  const field = open[open.length - 1];
  if (field === undefined) {
    walk.edits.push({ start: element.start, end: element.end, text: '' });
    return;
  }
  for (const one of new Set([...inCode(open), field])) one.pieces.push(element);
  if (type === 'separate') field.shows = true;
  if (type !== 'end') return;
  open.pop();
  if (isAllowedField(field) && field.versions.size < 2) return;
  // What the dropped field showed stands as text in the codes around it, which is no code of theirs.
  for (const outer of inCode(open)) outer.holdsText = true;
  drop(walk, field, faultOf(field));
}

/** What is wrong with a field whose name is on the list. */
function faultOf(field: OpenField): string | null {
  if (field.versions.size > 1) return '的代码有几种写法';
  return !field.holdsFields && isAllowedField({ ...field, holdsText: false }) ? '代码里夹着普通文字' : null;
}

/** The fields in whose code the walk stands. */
function inCode(open: readonly OpenField[]): readonly OpenField[] {
  return open.filter(({ shows }) => !shows);
}

function takeCode(walk: Walk, element: XmlElement, open: OpenField[]): void {
  const field = open[open.length - 1];
  // Code behind the code, or outside of any field, belongs to none.
  if (field === undefined || field.shows) walk.edits.push({ start: element.start, end: element.end, text: '' });
  else {
    const code = textOf(walk.xml, element);
    field.code += code;
    if (code.trim() !== '') field.versions.add(versionOf(walk.xml, element));
    for (const one of inCode(open)) one.pieces.push(element);
  }
}

/** Programs differ on whether other text within a code belongs to it. */
function takeText(walk: Walk, element: XmlElement, open: OpenField[]): void {
  for (const field of inCode(open)) {
    field.pieces.push(element);
    if (field === open[open.length - 1] && textOf(walk.xml, element) !== '') field.holdsText = true;
  }
}

function textOf(xml: XmlPart, element: XmlElement): string {
  return element.children
    .map((node) => sourceOf(xml, node))
    .map((text) => (text.startsWith('<![CDATA[') ? text.slice(9, -3) : unescapeXml(text)))
    .join('');
}

/** Only its tags are taken away. */
function takeSimple(walk: Walk, element: XmlElement, open: OpenField[]): void {
  const code = unescapeXml(attribute(walk.xml, element, 'w:instr') ?? '');
  for (const outer of inCode(open)) outer.holdsFields = true;
  if (isAllowedField({ code, holdsFields: false, holdsText: false })) return;
  if (holdsTag.test(code)) return;
  walk.codes.push(code);
  walk.edits.push({ start: element.start, end: element.inner, text: '' });
  if (element.inner < element.end) walk.edits.push({ start: element.innerEnd, end: element.end, text: '' });
}

/** A tag within a code is told where it stands, and the template refused. */
const holdsTag = /[{｛]{2}/u;

/** `why`: it is broken, whatever its name is; null where its name is not on the list. */
function drop(walk: Walk, { code, pieces, shows }: OpenField, why: string | null): void {
  if (holdsTag.test(code)) return;
  if (textInCode.test(code) && !shows) walk.lost.push(code);
  else if (why !== null) walk.broken.push([code, why]);
  else walk.codes.push(code);
  for (const { start, end } of pieces) walk.edits.push({ start, end, text: '' });
}
