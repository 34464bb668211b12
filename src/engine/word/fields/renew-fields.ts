/**
 * What the fields of a filled part show is a copy of the template's time. What the engine can tell is put right: numbers of
 * captions, texts of references, entries of contents. What only a layout can tell (pages) is marked, so that the program that
 * opens the document renews it.
 */
import { oncePer } from '../../../core/base/once-per';
import type { Problem } from '../../../core/base/problem';
import { withEdits, type TextEdit } from '../outgoing/text-edits';
import { attribute, childOf, elementsOf, openTag, readXml, type XmlElement, type XmlPart } from '../package/read-xml';
import { escapeXml } from '../package/xml-text';
import { textXml } from '../writing/value-runs';
import { contentsEdit, type ContentsMeans } from './contents-field';
import { FieldResults, type StyleNames } from './field-results';
import { readFields, type Field, type FieldText, type Paragraph } from './read-fields';

const computed = /\b(?:TOC|SEQ|REF|PAGEREF|NOTEREF|STYLEREF|NUMPAGES|SECTIONPAGES)\b|^\s*=/iu;
/** What headers and footers show of these is worked out on every page anew. */
const onPages: ReadonlySet<string> = new Set(['PAGE', 'NUMPAGES', 'SECTIONPAGES']);

/** Whether a part of the template has fields that filling makes untrue; a template is asked for each document made of it. Codes may be cut into pieces. */
export const hasComputedFields = oncePer(({ source }: XmlPart): boolean => {
  if (!source.includes('instr')) return false;
  const codes = source.match(/<\w+:(?:instrText|fldChar)\b[^<>]*>[^<]*|\binstr="[^"<]*"/gu) ?? [];
  const text = codes.map((code) => (code.includes('fldChar') ? '\n' : code.replace(/^[^>]*>|^\w+="/u, ''))).join('');
  return text.split('\n').some((code) => computed.test(code));
});

/** A part with its fields renewed. */
export interface Renewed {
  readonly xml: string;
  readonly problems: readonly Problem[];
  /** Whether something is left that only a layout can tell. */
  readonly waits: boolean;
}

/** Renews the parts of one document: the body first, where the others look for what they refer to. */
export class FieldRenewal {
  private readonly file: string;
  private readonly styles: StyleNames;
  private results: FieldResults | null = null;

  /** `styles` is the text of the styles part, `file` the template's name. */
  constructor(styles: string, levels: StyleNames['levels'], file: string) {
    this.file = file;
    this.styles = { levels, ids: styleIds(styles) };
  }

  /** Takes the body for the others to look at. */
  renew(xml: string, isBody: boolean): Renewed {
    const part = readXml(xml);
    if ('code' in part) return { xml, problems: [], waits: false };
    const text = readFields(part);
    if (isBody || this.results === null) this.results = new FieldResults(text, this.styles);
    const { results } = this;
    const bookmarks = new ContentsBookmarks(text);
    const means = { text, results, styles: this.styles, bookmark: (at: Paragraph) => bookmarks.of(at) };
    const stale = text.fields.filter(({ code: { name } }) => computed.test(name) && (isBody || !onPages.has(name)));
    const edits = stale.flatMap((field) => editsOf(field, means));
    const problems = stale.filter((field) => results.resultOf(field).lost).map((field) => this.lost(field));
    const waits = stale.some((field) => results.resultOf(field).text === null);
    return { xml: withEdits(xml, [...edits, ...bookmarks.edits]), problems, waits };
  }

  private lost({ code }: Field): Problem {
    const name = code.switches.get('b') ?? code.words[0] ?? '';
    const shows = code.name === 'TOC' ? '目录没有条目' : '印成待补';
    return {
      code: 'reference-lost',
      level: 'error',
      place: { file: this.file },
      actual: name,
      reason: `引用的书签“${name}”成文里没有，${shows}`,
      expected: '请在模板里检查这个书签和引用它的地方是否同在一个条件里',
    };
  }
}

function editsOf(field: Field, means: ContentsMeans): readonly TextEdit[] {
  const { part } = means.text;
  const table = field.code.name === 'TOC' ? contentsEdit(field, means) : null;
  if (table) return [table];
  const { text } = means.results.resultOf(field);
  return text === null ? waitingEdits(part, field) : resultEdits(part, field, text);
}

function styleIds(styles: string): ReadonlyMap<string, string> {
  const xml = readXml(styles);
  if ('code' in xml) return new Map();
  return new Map(
    elementsOf(xml.root).flatMap((style) => {
      const name = childOf(style, 'w:name');
      const shown = name && attribute(xml, name, 'w:val');
      const id = attribute(xml, style, 'w:styleId');
      return shown === null || id === null ? [] : [[shown.toLowerCase(), id] as const];
    }),
  );
}

/** The text goes where the first of the old ones stands, or right behind the code. */
function resultEdits(part: XmlPart, field: Field, text: string): readonly TextEdit[] {
  const xml = text === '' ? '' : `<w:t xml:space="preserve">${textXml(text)}</w:t>`;
  const [first, ...rest] = field.texts;
  if (first) {
    return [
      { start: first.start, end: first.end, text: xml },
      ...rest.map(({ start, end }) => ({ start, end, text: '' })),
    ];
  }
  if (field.end === null) return simpleEdits(part, field.begin, xml === '' ? '' : `<w:r>${xml}</w:r>`);
  if (field.separate) return [{ start: field.separate.end, end: field.separate.end, text: xml }];
  const at = field.end.start;
  return [{ start: at, end: at, text: `<w:fldChar w:fldCharType="separate"/>${xml}` }];
}

function simpleEdits(part: XmlPart, element: XmlElement, run: string): readonly TextEdit[] {
  const tag = openTag(part, element);
  if (element.inner < element.end) return [{ start: element.inner, end: element.innerEnd, text: run }];
  return [{ start: element.start, end: element.end, text: `${tag.slice(0, -2).trimEnd()}>${run}</w:fldSimple>` }];
}

/** Marks the field; a tag of the template in what it shows is none of the document's. */
function waitingEdits(part: XmlPart, { begin, texts }: Field): readonly TextEdit[] {
  const tag = openTag(part, begin);
  const end = tag.endsWith('/>') ? '/>' : '>';
  const marked = `${tag.slice(0, -end.length).trimEnd()} w:dirty="true"${end}`;
  const dirty = tag.includes('w:dirty=') ? tag : marked;
  const shown = texts.map(({ start, end }) => part.source.slice(start, end).replace(/<[^<>]*>/gu, '')).join('');
  const stale = /[{｛]{2}/u.test(shown) ? texts.map(({ start, end }) => ({ start, end, text: '' })) : [];
  return [{ start: begin.start, end: begin.inner, text: dirty }, ...stale];
}

/** The bookmarks by which contents find the headings: those there are, and new ones. */
class ContentsBookmarks {
  readonly edits: TextEdit[] = [];
  private readonly text: FieldText;
  private readonly names = new Map<Paragraph, string>();
  private last: number;

  constructor(text: FieldText) {
    this.text = text;
    const marks = text.part.source.match(/<\w+:bookmarkStart\b[^<>]*>/gu) ?? [];
    this.last = marks.reduce((most, tag) => Math.max(most, Number(/\s\w+:id="(\d+)"/u.exec(tag)?.[1] ?? 0)), 0);
  }

  of(paragraph: Paragraph): string {
    const known = this.names.get(paragraph) ?? this.existing(paragraph) ?? this.made(paragraph);
    this.names.set(paragraph, known);
    return known;
  }

  private existing({ from, to }: Paragraph): string | null {
    for (const [name, range] of this.text.bookmarks) {
      if (name.startsWith('_Toc') && range.from >= from && range.from <= to && range.to <= to + 1)
        return escapeXml(name);
    }
    return null;
  }

  private made({ element }: Paragraph): string {
    let name: string;
    let number = this.names.size;
    do name = `_Toc9${String(++number).padStart(7, '0')}`;
    while (this.text.bookmarks.has(name) || [...this.names.values()].includes(name));
    const id = `w:id="${String(++this.last)}"`;
    const start = childOf(element, 'w:pPr')?.end ?? element.inner;
    this.edits.push(
      { start, end: start, text: `<w:bookmarkStart ${id} w:name="${name}"/>` },
      { start: element.innerEnd, end: element.innerEnd, text: `<w:bookmarkEnd ${id}/>` },
    );
    return name;
  }
}
