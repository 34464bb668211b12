/** Writes a value that brings runs of its own: with a bookmark around it, or as something else than plain text. */
import { sourcesOf } from '../template/helper';
import { isTraced } from '../template/model';
import { isMissing, type Found } from '../template/run';
import type { RichRun, Special } from '../template/special';
import type { Bookmarks } from './bookmarks';
import { mergeSign } from './merge-equal-cells';
import { objectSign } from './read-paragraph';
import { richProperties } from './rich-properties';
import { escapeXml } from './xml-text';

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

export class ValueRuns {
  /** What the file writes for `w:`. */
  readonly prefix: string;
  /** True once a heading has asked for equal cells to be merged. */
  merges = false;
  private readonly bookmarks: Bookmarks | null;

  /** `bookmarks` null: none are set in this part. */
  constructor(prefix: string, bookmarks: Bookmarks | null) {
    this.prefix = prefix;
    this.bookmarks = bookmarks;
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
    const { prefix: w } = this;
    const start = `<${w}bookmarkStart ${w}id="${String(id)}" ${w}name="${name}"/>`;
    return { xml: `${start}${xml}<${w}bookmarkEnd ${w}id="${String(id)}"/>`, shown, bookmark: name };
  }

  private special(special: Special, look: Look): Pick<WrittenValue, 'xml' | 'shown'> {
    switch (special.kind) {
      case 'rich':
        return this.rich(special.runs, look);
      case 'page-break':
        return {
          xml: `<${this.prefix}r><${this.prefix}br ${this.prefix}type="page"/></${this.prefix}r>`,
          shown: objectSign,
        };
      case 'merge-equal':
        this.merges = true;
        return { xml: mergeSign, shown: '' };
    }
  }

  private rich(runs: readonly RichRun[], { tag, properties }: Look): Pick<WrittenValue, 'xml' | 'shown'> {
    const xml = runs.map((each) => {
      return this.run(each.text, { tag, properties: richProperties(properties, this.prefix, each) });
    });
    return { xml: xml.join(''), shown: runs.map(({ text }) => text).join('') };
  }

  private run(text: string, { tag, properties }: Look): string {
    if (text === '') return '';
    const { prefix: w } = this;
    return `${tag}${properties}<${w}t xml:space="preserve">${textXml(text, w)}</${w}t></${w}r>`;
  }
}

/** Only what was read or computed from cells can be followed back to them. */
function isFigure({ model, path }: Found): boolean {
  return path !== '' && !isMissing(model) && sourcesOf(model).length > 0;
}

/** The text as content of `w:t`; line ends and tabs are elements of their own. */
export function textXml(text: string, prefix: string): string {
  const escaped = escapeXml(text);
  if (!/[\n\t]/u.test(escaped)) return escaped;
  return escaped.replace(/[\n\t]/gu, (sign) => {
    return `</${prefix}t><${prefix}${sign === '\n' ? 'br' : 'tab'}/><${prefix}t xml:space="preserve">`;
  });
}
