/** What of a part may stay: its fields, the elements and addresses that reach for something outside. */
import { attribute, elementsOf, openTag, readXml, type XmlElement, type XmlPart } from '../package/read-xml';
import { unescapeXml } from '../package/xml-text';
import { isAllowedLink, leadsOutside } from './addresses';
import { addressAttributes, droppedElements, refusedElements } from './allowed';
import { dropFields } from './drop-fields';
import { withEdits, type TextEdit } from './text-edits';

/** A part as it may stay. */
export interface FilteredPart {
  readonly xml: XmlPart;
  /** Null where nothing was taken out. */
  readonly text: string | null;
  /** What was taken out, as a person calls it. */
  readonly dropped: readonly string[];
  readonly refused: readonly (readonly [reason: string, expected: string])[];
}

interface Walk {
  readonly xml: XmlPart;
  /** Ids of relationships that are gone. */
  readonly gone: ReadonlySet<string>;
  readonly edits: TextEdit[];
  readonly dropped: string[];
  readonly refused: (readonly [reason: string, expected: string])[];
}

/** The property in which programs keep what the links of a document lead to. */
const linkProperty = '_PID_HLINKS';

/** A cheap look: nothing of this is in most parts. */
const marks = [
  ...[...droppedElements.keys(), ...refusedElements.keys()],
  ...['instr', 'action=', 'src', 'href', 'Href', 'embeddedHtml', 'sigprovurl', 'invalidUrl', 'xml:base', 'url('],
  ...['Template', 'fmtid'],
];

/** Whether a part is worth reading for this. */
export function mayHoldMore(text: string, gone: ReadonlySet<string>): boolean {
  return gone.size > 0 || marks.some((mark) => text.includes(mark));
}

/** The part without what may not stay. `gone` are ids of its relationships that were dropped. */
export function filterPart(xml: XmlPart, gone: ReadonlySet<string>): FilteredPart {
  const fields = xml.source.includes('instr') ? dropFields(xml) : { edits: [], codes: [], lost: [], broken: [] };
  const refused = fields.lost.map((code): readonly [string, string] => [
    `${fieldWords(code)}的文字写在按钮里`,
    '请换成普通文字',
  ]);
  const dropped = [
    ...fields.codes.map(fieldWords),
    ...fields.broken.map(([code, why]) => `${brokenField}${fieldWords(code)}${why}`),
  ];
  const walk: Walk = { xml, gone, edits: [...fields.edits], dropped, refused };
  if (mayHoldMore(xml.source, gone)) visit(walk, xml.root);
  if (walk.edits.length === 0) return { xml, text: null, dropped: walk.dropped, refused: walk.refused };
  const text = withEdits(xml.source, walk.edits);
  const now = readXml(text);
  return { xml: 'code' in now ? xml : now, text, dropped: walk.dropped, refused: walk.refused };
}

/** Begins the words for a field that is broken. */
export const brokenField = '坏的';

function fieldWords(code: string): string {
  const shown = code.replace(/\s+/gu, ' ').trim();
  return `域“${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}”`;
}

function visit(walk: Walk, element: XmlElement): void {
  const name = element.name.replace(/^.*:/u, '');
  const refusal = refusedElements.get(name);
  if (refusal !== undefined) walk.refused.push(refusal);
  const what = droppedElements.get(name) ?? propertyWords(walk.xml, element, name);
  if (what !== null) {
    drop(walk, element, what);
    return;
  }
  if (visitTag(walk, element)) for (const child of elementsOf(element)) visit(walk, child);
}

/** What a property of the document is called that tells an address; null for all else. */
function propertyWords(xml: XmlPart, element: XmlElement, name: string): string | null {
  if (name === 'property') {
    return unescapeXml(attribute(xml, element, 'name') ?? '') === linkProperty ? '文档属性里的链接清单' : null;
  }
  const isPath = name === 'Template' && /[\\/:]/u.test(unescapeXml(xml.source.slice(element.inner, element.innerEnd)));
  return isPath ? '所附模板的链接' : null;
}

function drop({ edits, dropped }: Walk, { start, end }: XmlElement, what: string): void {
  edits.push({ start, end, text: '' });
  dropped.push(what);
}

const anAttribute = /\s(?:([^\s=<>:]+):)?([^\s=<>:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** False where the element is gone. */
function visitTag(walk: Walk, element: XmlElement): boolean {
  const tag = openTag(walk.xml, element);
  if (!tag.includes('=')) return true;
  for (const { index, 0: whole, 1: prefix = '', 2: name = '', 3: double, 4: single } of tag.matchAll(anAttribute)) {
    const start = element.start + index;
    const cut = { start, end: start + whole.length, text: '' };
    const value = unescapeXml(double ?? single ?? '');
    if (!takeAttribute(walk, element, { prefix, name, value, cut })) return false;
  }
  return true;
}

interface Attribute {
  readonly prefix: string;
  readonly name: string;
  readonly value: string;
  /** What takes it out. */
  readonly cut: TextEdit;
}

/** What VML shows of a picture. */
const showsPicture = /^(?:[^:]+:)?(?:imagedata|fill|stroke)$/u;

/** False where the element is gone with it. */
function takeAttribute(walk: Walk, element: XmlElement, { prefix, name, value, cut }: Attribute): boolean {
  const isReference = prefix !== '' && prefix !== 'w';
  if (isReference && walk.gone.has(value)) return takeReference(walk, element, cut);
  const isPicture = showsPicture.test(element.name);
  if (isBadAddress(name, value, isPicture) || isHidden(prefix, name, value)) {
    walk.edits.push(cut);
    if (isPicture && name === 'src') {
      walk.refused.push([`“${element.name}”的图片在文档以外`, '请把图片插入文档']);
    } else walk.dropped.push(`地址“${value.slice(0, 60)}”`);
  } else if (name === 'action' && /(?:^|:)hlink\w+$/u.test(element.name)) {
    drop(walk, element, `动作“${value.slice(0, 60)}”`);
    return false;
  }
  return true;
}

/** A reader follows the `href` of a shape; that of a picture or a filling is loaded. */
function isBadAddress(name: string, value: string, isPicture: boolean): boolean {
  const plain = name.toLowerCase();
  if (!addressAttributes.has(plain)) return false;
  if (plain === 'embeddedhtml') return true;
  return leadsOutside(value) && !(plain === 'href' && !isPicture && isAllowedLink(value));
}

/** What every other address would start from, and addresses in a style. */
function isHidden(prefix: string, name: string, value: string): boolean {
  return (prefix === 'xml' && name === 'base') || (name === 'style' && /url\s*\(/iu.test(value));
}

/** What referred to a relationship that is gone: a link becomes plain text, a mark goes, all else is shown by it and refused. */
function takeReference(walk: Walk, element: XmlElement, cut: TextEdit): boolean {
  if (element.name === 'w:hyperlink') {
    walk.edits.push(cut);
    return true;
  }
  if (/(?:^|:)hlink(?:Click|Hover|MouseOver)$/u.test(element.name)) {
    walk.edits.push({ start: element.start, end: element.end, text: '' });
    return false;
  }
  if (element.name.endsWith(':imgLayer')) {
    drop(walk, extensionAround(element), '图片效果的原图');
    return false;
  }
  walk.refused.push([`“${element.name}”用到了不能带入的内容`, '请删去它，或改成文字、图片']);
  return true;
}

/** The picture shows its effects without what Word can take them back by; the whole extension goes, which may not be empty. */
function extensionAround(element: XmlElement): XmlElement {
  for (let at = element.parent; at; at = at.parent) if (at.name.endsWith(':ext')) return at;
  return element;
}
