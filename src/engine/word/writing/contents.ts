/** The table of contents: entries for the headings that were printed, in a field that Word renews when the file is opened. */
import { withEdits, type TextEdit } from '../outgoing/text-edits';
import { attribute, childOf, elementsOf, readXml, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import { outlineLevel, textWidth } from './page-text';
import { escapeXml, unescapeXml } from '../package/xml-text';

/** Stands where the table goes until all headings are known. */
export const contentsSign = '<?nianbao contents?>';

/** Deeper headings are not listed. */
const deepest = 3;

interface Heading {
  readonly paragraph: XmlElement;
  /** From 1. */
  readonly level: number;
  readonly text: string;
}

/** The body with its tables of contents; `levels` tells the level of each heading style. */
export function withContents(xml: string, levels: ReadonlyMap<string, number>): string {
  const part = readXml(xml);
  if ('code' in part) return xml.split(contentsSign).join('');
  const paragraphs = paragraphsIn(part.root);
  const hosts = paragraphs.filter((each) => sourceOf(part, each).includes(contentsSign));
  const headings = paragraphs
    .filter((each) => !hosts.includes(each))
    .flatMap((each) => headingOf(part, each, levels) ?? []);
  const firstId = highestId(xml) + 1;
  const edits = [
    ...headings.flatMap(({ paragraph }, index) => bookmarkEdits(paragraph, { index, id: firstId + index })),
    ...hosts.map((host) => contentsEdit(part, host, headings)),
  ];
  return withEdits(xml, edits);
}

/** Style id → level, from 1, of the styles named `heading 1` … or with an outline level. */
export function headingLevels(styles: string): ReadonlyMap<string, number> {
  const xml = readXml(styles);
  if ('code' in xml) return new Map();
  return new Map(
    elementsOf(xml.root).flatMap((style) => {
      const id = style.name === 'w:style' ? attribute(xml, style, 'w:styleId') : null;
      const name = childOf(style, 'w:name');
      const named = /^(?:heading|标题)\s*([1-9])$/iu.exec((name && attribute(xml, name, 'w:val')) ?? '')?.[1];
      const level = outlineLevel(xml, style) ?? (named === undefined ? null : Number(named));
      return id === null || level === null ? [] : [[id, level] as const];
    }),
  );
}

function paragraphsIn(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => (child.name === 'w:p' ? [child] : paragraphsIn(child)));
}

function headingOf(part: XmlPart, paragraph: XmlElement, levels: ReadonlyMap<string, number>): Heading | null {
  const properties = childOf(paragraph, 'w:pPr');
  const style = properties && childOf(properties, 'w:pStyle');
  const level = outlineLevel(part, paragraph) ?? levels.get((style && attribute(part, style, 'w:val')) ?? '');
  const shown = sourceOf(part, paragraph).match(/<\w+:t(?:\s[^<>]*)?>[^<]*/gu) ?? [];
  const text = unescapeXml(shown.map((each) => each.replace(/^[^>]*>/u, '')).join('')).trim();
  return level === undefined || level > deepest || text === '' ? null : { paragraph, level, text };
}

function highestId(xml: string): number {
  const ids = xml.match(/<\w+:bookmarkStart\b[^<>]*>/gu) ?? [];
  return Math.max(0, ...ids.map((tag) => Number(/\w:id="(\d+)"/u.exec(tag)?.[1] ?? 0)));
}

function bookmarkName(index: number): string {
  return `_Toc9${String(index + 1).padStart(7, '0')}`;
}

function bookmarkEdits(
  paragraph: XmlElement,
  { index, id }: { readonly index: number; readonly id: number },
): readonly TextEdit[] {
  const start = childOf(paragraph, 'w:pPr')?.end ?? paragraph.inner;
  const open = `<w:bookmarkStart w:id="${String(id)}" w:name="${bookmarkName(index)}"/>`;
  return [
    { start, end: start, text: open },
    { start: paragraph.innerEnd, end: paragraph.innerEnd, text: `<w:bookmarkEnd w:id="${String(id)}"/>` },
  ];
}

/** A host that holds nothing else is replaced; otherwise the table follows it. */
function contentsEdit(part: XmlPart, host: XmlElement, headings: readonly Heading[]): TextEdit {
  const rest = sourceOf(part, host).split(contentsSign).join('');
  const isBare = !/<\w+:(?:t|drawing|pict|object|sectPr|br)\b/u.test(rest);
  return {
    start: host.start,
    end: host.end,
    text: (isBare ? '' : rest) + tableXml(styleOf(part, host), { headings, width: textWidth(part) }),
  };
}

function styleOf(part: XmlPart, host: XmlElement): string {
  const properties = childOf(host, 'w:pPr');
  const style = properties && childOf(properties, 'w:pStyle');
  return style ? sourceOf(part, style) : '';
}

interface Entries {
  readonly headings: readonly Heading[];
  readonly width: number;
}

/** One field over all entries; each entry's page is a field of its own, so that programs without the flag show it too. */
function tableXml(style: string, { headings, width }: Entries): string {
  const field = (type: string, dirty = ''): string => `<w:r><w:fldChar w:fldCharType="${type}"${dirty}/></w:r>`;
  const code = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
  const begin = `${field('begin', ` w:dirty="true"`)}${code(` TOC \\o "1-${String(deepest)}" \\h \\z \\u `)}${field('separate')}`;
  const entries = headings.map(({ level, text }, index) => {
    const page = `${field('begin')}${code(` PAGEREF ${bookmarkName(index)} \\h `)}${field('separate')}${field('end')}`;
    const words = `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r><w:r><w:tab/></w:r>${page}`;
    const tabs = `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${String(width)}"/></w:tabs>`;
    const indent = `<w:ind w:left="${String((level - 1) * 420)}" w:firstLineChars="0" w:firstLine="0"/>`;
    const first = index === 0 ? begin : '';
    const last = index === headings.length - 1 ? field('end') : '';
    return `<w:p><w:pPr>${style}${tabs}${indent}</w:pPr>${first}${words}${last}</w:p>`;
  });
  return entries.length > 0 ? entries.join('') : `<w:p>${begin}${field('end')}</w:p>`;
}
