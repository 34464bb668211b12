/** Runs that nobody sees: hidden by themselves or by their style, or that make a field out of what is seen. */
import { attribute, childOf, elementsOf, readXml, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';

/** Ids of the styles whose text is hidden. */
export function hiddenStyles(source: string): ReadonlySet<string> {
  const xml = readXml(source);
  if ('code' in xml) return new Set();
  const ids = elementsOf(xml.root).flatMap((style) => {
    const properties = childOf(style, 'w:rPr');
    const id = attribute(xml, style, 'w:styleId');
    return id !== null && properties !== null && isVanished(xml, properties) ? [id] : [];
  });
  return new Set(ids);
}

/** Whether a run or the paragraph it stands in is hidden. */
export function isHidden(xml: XmlPart, run: XmlElement, styles: ReadonlySet<string>): boolean {
  const properties = childOf(run, 'w:rPr');
  if (properties !== null && (isVanished(xml, properties) || hasStyle(xml, properties, 'w:rStyle', styles)))
    return true;
  const paragraph = paragraphOf(run);
  const about = paragraph && childOf(paragraph, 'w:pPr');
  return about !== null && hasStyle(xml, about, 'w:pStyle', styles);
}

function paragraphOf(run: XmlElement): XmlElement | null {
  for (let up = run.parent; up !== null; up = up.parent) if (up.name === 'w:p') return up;
  return null;
}

function hasStyle(xml: XmlPart, properties: XmlElement, name: string, styles: ReadonlySet<string>): boolean {
  const style = childOf(properties, name);
  return style !== null && styles.has(attribute(xml, style, 'w:val') ?? '');
}

function isVanished(xml: XmlPart, properties: XmlElement): boolean {
  return ['w:vanish', 'w:specVanish', 'w:webHidden'].some((name) => {
    const element = childOf(properties, name);
    return element !== null && !/^(?:0|false|off)$/u.test(attribute(xml, element, 'w:val') ?? '');
  });
}

/** Fields that say nothing but numbers and places of the document itself. */
const plainFields =
  /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION|TOC|PAGEREF|REF|SEQ|STYLEREF|=|HYPERLINK\s+(?:\\l|\\o\s+"[^"]*"\s+\\l))(?:\s|$)/u;

/** Whether a field by this code may stay one; of others only what they show does. */
export function isPlainField(code: string): boolean {
  return plainFields.test(code);
}

interface OpenField {
  readonly runs: XmlElement[];
  code: string;
  shows: boolean;
}

/** The runs, in reading order, that hold nothing but the workings of other fields: file name, author, properties, links. */
export function fieldRuns(xml: XmlPart, runs: readonly XmlElement[]): ReadonlySet<XmlElement> {
  const open: OpenField[] = [];
  const taken = new Set<XmlElement>();
  for (const run of runs) {
    const sign = childOf(run, 'w:fldChar');
    const type = sign === null ? null : attribute(xml, sign, 'w:fldCharType');
    if (type === 'begin') open.push({ runs: [], code: '', shows: false });
    const field = open[open.length - 1];
    if (field === undefined) continue;
    if (type !== null || !field.shows) field.runs.push(run);
    field.code += textOfCode(xml, run);
    if (type === 'separate') field.shows = true;
    if (type !== 'end') continue;
    open.pop();
    if (!isPlainField(field.code)) for (const one of field.runs) taken.add(one);
  }
  return taken;
}

function textOfCode(xml: XmlPart, run: XmlElement): string {
  const codes = elementsOf(run).filter(({ name }) => name === 'w:instrText');
  return codes.flatMap(({ children }) => children.map((node) => sourceOf(xml, node))).join('');
}
