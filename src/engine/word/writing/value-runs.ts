/** Writes a value that brings runs of its own: with a bookmark around it, or as something else than plain text. */
import { sourcesOf } from '../../language/helpers/helper';
import { isTraced } from '../../language/model';
import { isMissing, type Found } from '../../language/run';
import type { RichRun, Special } from '../../language/special';
import { gapText } from '../../language/model';
import type { Bookmarks } from './bookmarks';
import { contentsSign } from './contents';
import type { Drawings } from './drawings';
import { mergeSign } from './merge-equal-cells';
import { shadeSign } from './shade-cells';
import { objectSign } from '../parts/read-paragraph';
import { withProperties } from '../package/properties';
import { escapeXml, legalXml } from '../package/xml-text';

/** The look of the run a tag stands in: its start tag and its properties, both as written. */
export interface Look {
  readonly tag: string;
  readonly properties: string;
}

/** What was written. `shown` is the text for the reader, with a sign for what is no text. */
export interface WrittenValue {
  readonly xml: string;
  readonly shown: string;
  /** Name of the bookmark around it, empty for none. */
  readonly bookmark: string;
}

/** Counts drawings over all parts of a document, as their numbers must differ. */
export interface Numbers {
  pictures: number;
}

/** A picture or chart that the text has a gap for. */
export interface LostDrawing {
  readonly kind: '图片' | '图表';
  readonly name: string;
}

/** What values are written with. */
export interface ValueMeans {
  readonly bookmarks: Bookmarks | null;
  readonly drawings: Drawings;
  readonly numbers: Numbers;
}

/** Stands where a document goes until everything else is filled; `number` counts those of the part. */
function documentSign(number: number): string {
  return `<?nianbao document ${String(number)}?>`;
}

export class ValueRuns {
  /** What the file writes for `w:`. */
  /** True once a heading has asked for equal cells to be merged. */
  merges = false;
  /** True once a cell has asked for a colour behind it. */
  shades = false;
  /** True once a table of contents is wanted. */
  contents = false;
  /** The documents that are put in, each at its sign. */
  readonly documents: string[] = [];
  /** Drawings that could not be made. */
  readonly lost: LostDrawing[] = [];
  private readonly bookmarks: Bookmarks | null;
  readonly drawings: Drawings;
  private readonly numbers: Numbers;

  /** `bookmarks` null: none are set in this part. */
  constructor({ bookmarks, drawings, numbers }: ValueMeans) {
    this.bookmarks = bookmarks;
    this.drawings = drawings;
    this.numbers = numbers;
  }

  /** True as long as nothing was asked of the part but text. */
  get isPlain(): boolean {
    return (
      !this.merges && !this.shades && !this.contents && this.lost.length + this.documents.length === 0 && !this.always
    );
  }

  /** True when every value needs runs of its own. */
  get always(): boolean {
    return this.bookmarks !== null;
  }

  write(text: string, found: Found | undefined, look: Look): WrittenValue {
    const special = isTraced(found?.model) ? found.model.special : undefined;
    const { xml, shown } = special ? this.special(special, look) : { xml: this.run(text, look), shown: text };
    const path = found !== undefined && isFigure(found) ? found.path : '';
    if (path === '' || this.bookmarks === null) return { xml, shown, bookmark: '' };
    const { id, name } = this.bookmarks.next(path);
    const start = `<w:bookmarkStart w:id="${String(id)}" w:name="${name}"/>`;
    return { xml: `${start}${xml}<w:bookmarkEnd w:id="${String(id)}"/>`, shown, bookmark: name };
  }

  private special(special: Special, look: Look): Pick<WrittenValue, 'xml' | 'shown'> {
    switch (special.kind) {
      case 'rich':
        return this.rich(special.runs, look);
      case 'picture':
        return this.drawn(this.drawings.picture(special, this.nextNumber()), look, {
          kind: '图片',
          name: special.path,
        });
      case 'chart':
        return this.drawn(this.drawings.chart(special, this.nextNumber()), look, {
          kind: '图表',
          name: special.title === '' ? special.series.map(({ name }) => name).join('、') : special.title,
        });
      case 'page-break':
        return {
          xml: '<w:r><w:br w:type="page"/></w:r>',
          shown: objectSign,
        };
      case 'contents':
        this.contents = true;
        return { xml: contentsSign, shown: objectSign };
      case 'document':
        this.documents.push(special.path);
        return { xml: documentSign(this.documents.length - 1), shown: objectSign };
      case 'shade':
        this.shades = true;
        return { xml: shadeSign(special.colour), shown: '' };
      case 'merge-equal':
        this.merges = true;
        return { xml: mergeSign, shown: '' };
    }
  }

  private nextNumber(): number {
    return ++this.numbers.pictures;
  }

  /** A drawing that could not be made is a gap for all to see. */
  private drawn(drawing: string | null, look: Look, what: LostDrawing): Pick<WrittenValue, 'xml' | 'shown'> {
    if (drawing !== null) return { xml: `${look.tag}${drawing}</w:r>`, shown: objectSign };
    this.lost.push(what);
    const gap = printable(gapText(`${what.kind} ${what.name}`));
    return { xml: this.run(gap, look), shown: gap };
  }

  private rich(given: readonly RichRun[], { tag, properties }: Look): Pick<WrittenValue, 'xml' | 'shown'> {
    const runs = given.map(({ text, ...look }) => ({ ...look, text: printable(text) }));
    const xml = runs.map(({ text, bold, colour }) => {
      const look = {
        ...(bold && { b: '<w:b/>', bCs: '<w:bCs/>' }),
        ...(colour !== '' && { color: `<w:color w:val="${colour}"/>` }),
      };
      return this.run(text, { tag, properties: withProperties('w:rPr', properties, look) });
    });
    return { xml: xml.join(''), shown: runs.map(({ text }) => text).join('') };
  }

  private run(text: string, { tag, properties }: Look): string {
    if (text === '') return '';
    return `${tag}${properties}<w:t xml:space="preserve">${textXml(text)}</w:t></w:r>`;
  }
}

/** Only what was read or computed from cells can be followed back to them. */
function isFigure({ model, path }: Found): boolean {
  return path !== '' && !isMissing(model) && sourcesOf(model).length > 0;
}

/** The text as it can stand in a document: what XML cannot hold is taken out, and each end of a line is one sign. */
export function printable(text: string): string {
  return legalXml(text.replace(/\r\n?/gu, '\n'));
}

/** The text as content of `w:t`; line ends and tabs are elements of their own. */
export function textXml(text: string): string {
  const escaped = escapeXml(text);
  if (!/[\n\t]/u.test(escaped)) return escaped;
  return escaped.replace(/[\n\t]/gu, (sign) => {
    return `</w:t><w:${sign === '\n' ? 'br' : 'tab'}/><w:t xml:space="preserve">`;
  });
}
