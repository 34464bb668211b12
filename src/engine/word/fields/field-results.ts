/** What the fields of a filled document show: numbers of captions, texts of bookmarks and headings. */
import { gapText } from '../../language/model';
import { sequenceNumbers } from './field-numbers';
import type { Field, FieldText, Paragraph } from './read-fields';

/** Levels of heading styles, and ids of styles by their names in small letters. */
export interface StyleNames {
  readonly levels: ReadonlyMap<string, number>;
  readonly ids: ReadonlyMap<string, string>;
}

/** What a field shows: a text; null where only a layout can tell. `lost`: what it refers to is not in the document. */
export interface FieldResult {
  readonly text: string | null;
  readonly lost: boolean;
}

const unknown: FieldResult = { text: null, lost: false };

export class FieldResults {
  private readonly body: FieldText;
  private readonly styles: StyleNames;
  private readonly numbers: ReadonlyMap<Field, string>;
  private readonly known = new Map<Field, FieldResult>();

  /** `body` holds the bookmarks and headings, whatever part a field stands in. */
  constructor(body: FieldText, styles: StyleNames) {
    this.body = body;
    this.styles = styles;
    this.numbers = sequenceNumbers(body, ({ style }) => styles.levels.get(style) ?? null);
  }

  resultOf(field: Field): FieldResult {
    const known = this.known.get(field);
    if (known) return known;
    // A field that refers to itself shows what it showed.
    this.known.set(field, unknown);
    const result = this.work(field);
    this.known.set(field, result);
    return result;
  }

  /** What is seen from one text up to another, fields with what they are to show. */
  textBetween(from: number, to: number): string {
    let text = '';
    let last: Field | null = null;
    for (const each of this.body.texts.slice(from, to)) {
      const field = each.fields.find((one) => this.resultOf(one).text !== null) ?? null;
      if (field === null) text += each.text;
      else if (field !== last) text += this.resultOf(field).text ?? '';
      last = field;
    }
    return text;
  }

  private work(field: Field): FieldResult {
    const { name } = field.code;
    if (name === 'SEQ') return { text: this.numbers.get(field) ?? null, lost: false };
    if (name === 'REF') return this.reference(field);
    if (name === 'TOC') return this.contents(field);
    return name === 'STYLEREF' ? this.nearStyle(field) : unknown;
  }

  /** A table of contents may be of the part that a bookmark marks. */
  private contents({ code: { switches } }: Field): FieldResult {
    const name = switches.get('b');
    return { text: null, lost: name !== undefined && !this.body.bookmarks.has(name) };
  }

  private reference({ code: { words, switches } }: Field): FieldResult {
    const name = words[0] ?? '';
    const range = this.body.bookmarks.get(name);
    if (range === undefined) return { text: gapText(`引用 ${name}`), lost: true };
    // Numbers of paragraphs and where something stands only a layout knows.
    if (['n', 'r', 'w', 'p', 't', 'd', 'f'].some((sign) => switches.has(sign))) return unknown;
    return { text: this.textBetween(range.from, range.to).trimEnd(), lost: false };
  }

  /** The last paragraph of the style before the field, else the first one after it. */
  private nearStyle(field: Field): FieldResult {
    const { words, switches } = field.code;
    if (['n', 'r', 'w', 'p', 'l', 't'].some((sign) => switches.has(sign))) return unknown;
    const wanted = this.styleNamed(words[0] ?? '');
    const { paragraphs } = this.body;
    const here = paragraphs.findIndex(({ element }) => element === field.paragraph);
    const has = (paragraph: Paragraph): boolean => paragraph.style === wanted && this.textOf(paragraph) !== '';
    const before = paragraphs.slice(0, here + 1).filter(has);
    const found = before[before.length - 1] ?? paragraphs.find(has);
    return { text: found ? this.textOf(found) : null, lost: false };
  }

  textOf({ from, to }: Paragraph): string {
    return this.textBetween(from, to).trim();
  }

  private styleNamed(name: string): string {
    const { ids } = this.styles;
    const plain = name.toLowerCase().replace(/^(?:标题\s*)?(?=[1-9]$)/u, 'heading ');
    return ids.get(plain) ?? ids.get(name.toLowerCase()) ?? name;
  }
}
