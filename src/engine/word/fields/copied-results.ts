/**
 * Fields that show what stands elsewhere: what they show in the template is an old copy, and a tag in it none of the author's.
 * Watches over the paragraphs of a part in reading order.
 */
import type { Token } from '../parts/read-paragraph';
import { attribute, sourceOf, type XmlPart } from '../package/read-xml';
import { unescapeXml } from '../package/xml-text';

const copying = /^\s*(?:TOC|REF|STYLEREF|SEQ|PAGEREF|NOTEREF)\b/iu;

interface Open {
  code: string;
  shows: boolean;
}

export class CopiedResults {
  private readonly part: XmlPart;
  private readonly open: Open[] = [];

  constructor(part: XmlPart) {
    this.part = part;
  }

  /** Whether what is read now is such a copy. */
  get copied(): boolean {
    return this.open.some(({ code, shows }) => shows && copying.test(code));
  }

  read(token: Token): void {
    if (token.kind === 'object') this.readObject(token.node);
    else if (token.kind === 'open' && token.wrapper.name === 'w:fldSimple') {
      this.open.push({ code: unescapeXml(attribute(this.part, token.wrapper, 'w:instr') ?? ''), shows: true });
    } else if (token.kind === 'close' && token.wrapper.name === 'w:fldSimple') this.open.pop();
  }

  private readObject(node: Extract<Token, { readonly kind: 'object' }>['node']): void {
    const field = this.open[this.open.length - 1];
    if (node.name === 'w:instrText' && field) field.code += sourceOf(this.part, node).replace(/<[^<>]*>/gu, '');
    if (node.name !== 'w:fldChar') return;
    const type = attribute(this.part, node, 'w:fldCharType')?.trim().toLowerCase();
    if (type === 'begin') this.open.push({ code: '', shows: false });
    if (type === 'separate' && field) field.shows = true;
    if (type === 'end') this.open.pop();
  }
}
