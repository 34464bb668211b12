/** Lists of a document put into another one: each comes with a definition of its own, so that it neither goes on nor is gone on. */
import { withEdits, type TextEdit } from '../outgoing/text-edits';
import { attribute, childOf, elementsOf, readXml, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import type { Host } from './host';
import type { Source } from './read-source';

const empty = '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:numbering>';

/** Number of a list in the document → its number in the host, for one putting in; `styles` as in `StyleMap`. */
export class MergedLists {
  private readonly source: Source;
  private readonly host: Host;
  private readonly styles: (id: string) => string | null;
  private readonly numbers = new Map<string, string>();

  constructor(source: Source, host: Host, styles: (id: string) => string | null) {
    this.source = source;
    this.host = host;
    this.styles = styles;
  }

  /** `0` says that there is none; null for a list that is not defined. */
  numberOf(list: string): string | null {
    if (list === '0') return '0';
    const known = this.numbers.get(list) ?? this.carried(list);
    if (known !== null) this.numbers.set(list, known);
    return known;
  }

  private carried(list: string): string | null {
    const { numbering } = this.source;
    const number = numbering && named(numbering, { name: 'w:num', key: 'w:numId', value: list });
    const definition = numbering && number && this.definitionOf(numbering, number);
    if (!definition) return null;
    const text = this.host.beside('numbering', empty);
    const [free, freeDefinition] = [nextOf(text, 'numId'), nextOf(text, 'abstractNumId')];
    const abstract = this.definitionXml(numbering, definition, freeDefinition);
    const about = childOf(number, 'w:abstractNumId');
    const rest = elementsOf(number).filter((each) => each !== about);
    const overrides = rest.map((each) => this.plain(numbering, each)).join('');
    const added = `<w:num w:numId="${free}"><w:abstractNumId w:val="${freeDefinition}"/>${overrides}</w:num>`;
    this.host.write(this.host.pathOf('numbering'), withList(text, abstract, added));
    return free;
  }

  /** A definition may only name the style that holds it. */
  private definitionOf(xml: XmlPart, number: XmlElement, depth = 0): XmlElement | null {
    const definition = named(xml, {
      name: 'w:abstractNum',
      key: 'w:abstractNumId',
      value: valueIn(xml, number, 'w:abstractNumId'),
    });
    const link = definition && valueIn(xml, definition, 'w:numStyleLink');
    const { styles } = this.source;
    if (!definition || link === '' || link === null || depth > 3 || styles === null) return definition;
    const style = elementsOf(styles.root).find((each) => attribute(styles, each, 'w:styleId') === link);
    const list = style && /<w:numId\s+w:val="(\d+)"/u.exec(sourceOf(styles, style))?.[1];
    const other = list === undefined ? null : named(xml, { name: 'w:num', key: 'w:numId', value: list });
    return other ? this.definitionOf(xml, other, depth + 1) : definition;
  }

  private definitionXml(xml: XmlPart, definition: XmlElement, id: string): string {
    const nsid = (Number(id) + 0x6e620000).toString(16).toUpperCase();
    return this.plain(xml, definition)
      .replace(/(\sw:abstractNumId=)"[^"]*"/u, `$1"${id}"`)
      .replace(/<w:nsid\b[^<>]*\/>/u, `<w:nsid w:val="${nsid}"/>`);
  }

  /** With styles as the host calls them; links to styles and pictures for bullets stay behind. */
  private plain(xml: XmlPart, element: XmlElement): string {
    const edits: TextEdit[] = [];
    const visit = (each: XmlElement): void => {
      const cut = { start: each.start - element.start, end: each.end - element.start };
      if (/^w:(?:styleLink|numStyleLink|lvlPicBulletId)$/u.test(each.name)) edits.push({ ...cut, text: '' });
      else if (each.name === 'w:pStyle' || each.name === 'w:rStyle') {
        const style = this.styles(attribute(xml, each, 'w:val') ?? '');
        edits.push({ ...cut, text: style === null ? '' : `<${each.name} w:val="${style}"/>` });
      } else for (const child of elementsOf(each)) visit(child);
    };
    visit(element);
    return withEdits(sourceOf(xml, element), edits);
  }
}

function named(
  xml: XmlPart,
  { name, key, value }: { readonly name: string; readonly key: string; readonly value: string },
): XmlElement | null {
  return elementsOf(xml.root).find((each) => each.name === name && attribute(xml, each, key) === value) ?? null;
}

function valueIn(xml: XmlPart, element: XmlElement, name: string): string {
  const child = childOf(element, name);
  return (child && attribute(xml, child, 'w:val')) ?? '';
}

function nextOf(text: string, key: string): string {
  const ids = [...text.matchAll(new RegExp(`\\sw:${key}="(\\d+)"`, 'gu'))].map(([, id]) => Number(id));
  return String(Math.max(0, ...ids) + 1);
}

/** Definitions come before lists (CT_Numbering). */
function withList(text: string, definition: string, list: string): string {
  const xml = readXml(text);
  if ('code' in xml) return text;
  const whole = xml.root.inner === xml.root.end ? text.replace(/\/>\s*$/u, '></w:numbering>') : text;
  const first = elementsOf(xml.root).find(({ name }) => name === 'w:num' || name === 'w:numIdMacAtCleanup');
  const lists = elementsOf(xml.root).filter(({ name }) => name === 'w:num');
  const end = whole.lastIndexOf('</');
  const at = first?.start ?? end;
  const behind = lists[lists.length - 1]?.end ?? at;
  return whole.slice(0, at) + definition + whole.slice(at, behind) + list + whole.slice(behind);
}
