/** The entries of a table of contents or of captions, made anew from what was printed, looking as the template's do. */
import { childOf, elementsOf, openTag, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import type { TextEdit } from '../outgoing/text-edits';
import { escapeXml } from '../package/xml-text';
import { outlineLevel } from '../writing/page-text';
import type { FieldResults, StyleNames } from './field-results';
import type { Field, FieldText, Paragraph } from './read-fields';

/** What all tables of contents of a part have in common. */
export interface ContentsMeans {
  readonly text: FieldText;
  readonly results: FieldResults;
  readonly styles: StyleNames;
  /** The bookmark around the paragraph, which is set where there is none. */
  readonly bookmark: (paragraph: Paragraph) => string;
}

interface Entry {
  readonly paragraph: Paragraph;
  /** From 1. */
  readonly level: number;
  readonly text: string;
}

/** The table in place of the old one; null where it does not stand in paragraphs of its own. */
export function contentsEdit(field: Field, means: ContentsMeans): TextEdit | null {
  const { part } = means.text;
  const [first, last] = [field.paragraph, field.last];
  // Entries that authors write into fields of their own (TC) are left to the program that opens the document.
  if (field.end === null || field.code.switches.has('f')) return null;
  if (first.parent === null || first.parent !== last.parent || textsBefore(field, means.text)) return null;
  const samples = samplesOf(field, means);
  const entries = entriesOf(field, means);
  const begin =
    mark('begin', ' w:dirty="true"') +
    `<w:r><w:instrText xml:space="preserve">${escapeXml(field.written)}</w:instrText></w:r>` +
    mark('separate');
  const lines = entries.map((entry) => entryXml(field, entry, { means, samples }));
  const body = lines.length === 0 ? [{ open: paragraphOpen(part, first), xml: nothingFound() }] : lines;
  const tail = tailOf(part, field);
  const xml = body.map(({ open, xml: content }, index) => {
    const isLast = index === body.length - 1;
    return `${open}${index === 0 ? begin : ''}${content}${isLast ? tail.inline : ''}</w:p>`;
  });
  return { start: first.start, end: last.end, text: xml.join('') + tail.paragraph };
}

function textsBefore({ paragraph, begin }: Field, { texts, paragraphs }: FieldText): boolean {
  const about = paragraphs.find(({ element }) => element === paragraph);
  return texts.slice(about?.from ?? 0, about?.to ?? 0).some(({ at, text }) => at < begin.start && text.trim() !== '');
}

function mark(type: string, more = ''): string {
  return `<w:r><w:fldChar w:fldCharType="${type}"${more}/></w:r>`;
}

/** As Word says it. */
function nothingFound(): string {
  return '<w:r><w:t>未找到目录项。</w:t></w:r>';
}

interface Tail {
  readonly inline: string;
  readonly paragraph: string;
}

/** The end of the field: alone in its paragraph, which stays, or behind the last entry. */
function tailOf(part: XmlPart, { paragraph, last, end, texts }: Field): Tail {
  const run = end?.parent ?? last;
  const rest = part.source.slice(run.end, last.innerEnd);
  const alone = paragraph !== last && !texts.some(({ start }) => start > last.start && start < last.end);
  const xml = mark('end') + rest;
  if (!alone) return { inline: xml, paragraph: '' };
  return { inline: '', paragraph: `${paragraphOpen(part, last)}${xml}</w:p>` };
}

function paragraphOpen(part: XmlPart, element: XmlElement): string {
  const properties = childOf(element, 'w:pPr');
  return (
    openTag(part, element).replace(/\sw14:(?:paraId|textId)="[^"]*"/gu, '') +
    (properties ? sourceOf(part, properties) : '')
  );
}

/** How an entry of the old table looks. */
interface Sample {
  readonly open: string;
  /** Properties of the run of the text. */
  readonly look: string;
}

/** By the bookmark it leads to, and the first of each level. */
type Samples = ReadonlyMap<string | number, Sample>;

function samplesOf({ paragraph, last }: Field, { text, styles }: ContentsMeans): Samples {
  const { part } = text;
  const samples = new Map<string | number, Sample>();
  for (const { element, style, fields } of text.paragraphs) {
    if (element.start < paragraph.start || element.start > last.start) continue;
    const level = tocLevel(style, styles);
    const run = firstTextRun(element);
    if (run === null) continue;
    const properties = childOf(run, 'w:rPr');
    const sample = { open: paragraphOpen(part, element), look: properties ? sourceOf(part, properties) : '' };
    if (!samples.has(level)) samples.set(level, sample);
    for (const { code } of fields) if (code.name === 'PAGEREF') samples.set(code.words[0] ?? '', sample);
  }
  return samples;
}

function tocLevel(style: string, { ids }: StyleNames): number {
  for (let level = 1; level <= 9; level++) if (style !== '' && ids.get(`toc ${String(level)}`) === style) return level;
  return 1;
}

function firstTextRun(element: XmlElement): XmlElement | null {
  for (const child of elementsOf(element)) {
    const found = child.name === 'w:r' && childOf(child, 'w:t') ? child : firstTextRun(child);
    if (found) return found;
  }
  return null;
}

function sampleFor(level: number, samples: Samples, means: ContentsMeans): Sample {
  const known = samples.get(level);
  if (known) return known;
  const style = means.styles.ids.get(`toc ${String(level)}`);
  const near = samples.get(1) ?? [...samples.values()][0];
  if (style !== undefined) {
    return { open: `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>`, look: near?.look ?? '' };
  }
  return near ?? { open: '<w:p>', look: '' };
}

function entriesOf(field: Field, means: ContentsMeans): readonly Entry[] {
  const { text, results } = means;
  const levelOf = levelReader(field, means);
  const tables = text.fields.filter(({ code }) => code.name === 'TOC');
  const bookmark = field.code.switches.get('b');
  const range = bookmark === undefined ? everything : text.bookmarks.get(bookmark);
  return text.paragraphs.flatMap((paragraph) => {
    const isListed = range && paragraph.from < range.to && paragraph.to > range.from && !inContents(paragraph, tables);
    const level = isListed ? levelOf(paragraph) : null;
    const shown = level === null ? '' : results.textOf(paragraph).replace(/\s+/gu, ' ');
    return level === null || shown === '' ? [] : [{ paragraph, level, text: shown }];
  });
}

const everything = { from: 0, to: Infinity };

function inContents({ element }: Paragraph, tables: readonly Field[]): boolean {
  return tables.some(({ paragraph, last }) => paragraph.start <= element.start && element.start <= last.start);
}

/** The level at which a paragraph is listed; null for one that is not. */
function levelReader({ code }: Field, { text, styles }: ContentsMeans): (paragraph: Paragraph) => number | null {
  const { switches } = code;
  const caption = switches.get('c') ?? switches.get('a');
  if (caption !== undefined) {
    return ({ fields }) => {
      return fields.some((each) => each.code.name === 'SEQ' && each.code.words[0] === caption) ? 1 : null;
    };
  }
  const own = ownStyles(switches.get('t') ?? '', styles);
  const [from = 1, to = 9] = (switches.get('o') ?? '')
    .split('-')
    .map(Number)
    .filter((level) => level > 0);
  const headings = switches.has('o') || !(switches.has('u') || switches.has('t'));
  return ({ element, style }) => {
    const outline = switches.has('u') || headings ? outlineLevel(text.part, element) : null;
    const level =
      outline ?? own.get(style) ?? (headings || switches.has('u') ? styles.levels.get(style) : undefined) ?? null;
    return level !== null && (own.has(style) || (level >= from && level <= to)) ? level : null;
  };
}

/** `\t "样式甲,1,样式乙,2"`. */
function ownStyles(list: string, { ids }: StyleNames): ReadonlyMap<string, number> {
  const words = list.split(/[,，;；]/u).map((word) => word.trim());
  const levels = new Map<string, number>();
  for (let at = 0; at + 1 < words.length; at += 2) {
    const name = words[at] ?? '';
    levels.set(ids.get(name.toLowerCase()) ?? name, Number(words[at + 1]) || 1);
  }
  return levels;
}

interface EntryMeans {
  readonly means: ContentsMeans;
  readonly samples: Samples;
}

/** The page is a field of its own, so that programs that do not renew the table show it too. */
function entryXml(field: Field, { paragraph, level, text }: Entry, { means, samples }: EntryMeans) {
  const { switches } = field.code;
  const name = means.bookmark(paragraph);
  const { open, look } = samples.get(name) ?? sampleFor(level, samples, means);
  const page =
    mark('begin', ' w:dirty="true"') +
    `<w:r><w:instrText xml:space="preserve"> PAGEREF ${name} \\h </w:instrText></w:r>` +
    mark('separate') +
    mark('end');
  const words = `<w:r>${look}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  const pages = switches.get('n') === '' ? '' : `<w:r>${look}<w:tab/></w:r>${page}`;
  const content = words + pages;
  return { open, xml: switches.has('h') ? `<w:hyperlink w:anchor="${name}">${content}</w:hyperlink>` : content };
}
