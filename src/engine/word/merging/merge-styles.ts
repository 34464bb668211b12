/**
 * Styles of a document put into another one: one that looks the same under the same name is the other's; one of that name that
 * looks otherwise comes along under a name of its own, so that neither document changes its looks.
 */
import { attribute, childOf, elementsOf, readXml, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import { escapeXml, unescapeXml } from '../package/xml-text';
import { withEdits } from '../outgoing/text-edits';
import type { Host } from './host';
import type { Source } from './read-source';
import {
  defaultStyle,
  lookOf,
  settledProperties,
  styleName,
  styleSheet,
  wordIn,
  type StyleWord,
  type StyleSheet,
} from './style-look';

const none = '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:styles>';

/** Carries the number of a list over. */
type NumberOf = (list: string) => string | null;

/** Ids of a document's styles as the host has them. */
export class MergedStyles {
  /** Set once the lists can be carried over: a style may be an item of one. */
  lists: NumberOf = () => null;
  private readonly source: Source;
  private readonly host: Host;
  private readonly from: StyleSheet;
  private readonly to: StyleSheet;
  private readonly ids = new Map<string, string | null>();
  private readonly usuals = new Map<string, string | null>();
  private readonly names: Set<string>;
  private readonly taken: Set<string>;

  constructor(source: Source, host: Host) {
    this.source = source;
    this.host = host;
    this.from = styleSheet(source.styles ?? parsed(none));
    this.to = styleSheet(parsed(host.beside('styles', none)));
    this.taken = new Set(this.to.byId.keys());
    this.names = new Set([...this.to.byId.values()].map((style) => styleName(this.to, style).toLowerCase()));
  }

  /** The host's id of a style; null for one that is not defined. */
  idOf(id: string): string | null {
    const known = this.ids.get(id);
    if (known !== undefined) return known;
    const style = this.from.byId.get(id);
    if (!style) return null;
    const same = this.sameAs(style);
    if (same !== null) {
      this.ids.set(id, same);
      return same;
    }
    const free = this.freeId(id);
    this.ids.set(id, free);
    this.add(style, free);
    return free;
  }

  /** The style of what says none of its own; null where it looks the same in the host. */
  usual(type: 'paragraph' | 'table'): string | null {
    const known = this.usuals.get(type);
    if (known !== undefined) return known;
    const id = this.findUsual(type);
    this.usuals.set(type, id);
    return id;
  }

  private findUsual(type: 'paragraph' | 'table'): string | null {
    const [mine, other] = [defaultStyle(this.from, type), defaultStyle(this.to, type)];
    if (this.isAlike(mine, other)) return null;
    if (mine) return this.idOf(attribute(this.from.xml, mine, 'w:styleId') ?? '');
    return type === 'table' ? null : this.made();
  }

  /** A document without any default style looks as its defaults say. */
  private made(): string {
    const id = this.freeId('a');
    const properties = this.settled('w:pPr', '') + this.settled('w:rPr', '');
    const name = escapeXml(this.freeName('正文'));
    this.append(
      `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>${properties}</w:style>`,
    );
    return id;
  }

  /** The host's style of that name, if it looks the same. What is an item of a list never does: its list is another one. */
  private sameAs(style: XmlElement): string | null {
    const name = styleName(this.from, style).toLowerCase();
    const other = [...this.to.byId].find(([, each]) => styleName(this.to, each).toLowerCase() === name);
    if (!other || sourceOf(this.from.xml, style).includes('<w:numPr')) return null;
    return this.isAlike(style, other[1]) ? other[0] : null;
  }

  /** Under other themes what a theme gives is something else. */
  private isAlike(mine: XmlElement | null, other: XmlElement | null): boolean {
    const look = lookOf(this.from, mine);
    if (look !== lookOf(this.to, other)) return false;
    return !/[tT]heme/u.test(look) || this.source.theme === (this.host.text(this.host.pathOf('theme')) ?? '');
  }

  private add(style: XmlElement, id: string): void {
    const { xml } = this.from;
    const name = this.freeName(unescapeXml(styleName(this.from, style)));
    const isRoot = wordIn(xml, style, 'w:basedOn') === '' && attribute(xml, style, 'w:type') === 'paragraph';
    const children = elementsOf(style).map((child) => this.childXml(child, name, isRoot));
    const missing = isRoot ? (['w:pPr', 'w:rPr'] as const).filter((word) => childOf(style, word) === null) : [];
    const added = missing.map((word) => this.settled(word, ''));
    const type = attribute(xml, style, 'w:type') ?? 'paragraph';
    const tag = `<w:style w:type="${type}" w:customStyle="1" w:styleId="${escapeXml(id)}">`;
    this.append(`${tag}${children.join('')}${added.join('')}</w:style>`);
  }

  private childXml(child: XmlElement, name: string, isRoot: boolean): string {
    const { xml } = this.from;
    switch (child.name) {
      case 'w:name':
        return `<w:name w:val="${escapeXml(name)}"/>`;
      case 'w:aliases':
      case 'w:rsid':
      case 'w:next':
        return '';
      case 'w:basedOn':
      case 'w:link': {
        const id = this.idOf(attribute(xml, child, 'w:val') ?? '');
        return id === null ? '' : `<${child.name} w:val="${escapeXml(id)}"/>`;
      }
      case 'w:pPr':
      case 'w:rPr': {
        const own = this.listed(child);
        return isRoot ? this.settled(child.name, own) : `<${child.name}>${own}</${child.name}>`;
      }
      default:
        return themed(sourceOf(xml, child), this.source.theme);
    }
  }

  /** The properties within, their list as the host has it. */
  private listed(properties: XmlElement): string {
    const { xml } = this.from;
    const list = childOf(properties, 'w:numPr');
    const number = list && childOf(list, 'w:numId');
    const from = properties.inner;
    const edits =
      list && number
        ? [{ list, number, id: this.lists(attribute(xml, number, 'w:val') ?? '0') }].map(
            ({ list: whole, number: each, id }) =>
              id === null
                ? { start: whole.start - from, end: whole.end - from, text: '' }
                : { start: each.start - from, end: each.end - from, text: `<w:numId w:val="${id}"/>` },
          )
        : [];
    return themed(withEdits(xml.source.slice(from, properties.innerEnd), edits), this.source.theme);
  }

  private settled(word: StyleWord, own: string): string {
    const from = themed(this.from.defaults[word], this.source.theme);
    return settledProperties(word, own, from, this.to.defaults[word]);
  }

  private append(xml: string): void {
    const path = this.host.pathOf('styles');
    const text = this.host.text(path) ?? none;
    const whole = text.replace(/<w:styles\b([^<>]*)\/>\s*$/u, '<w:styles$1></w:styles>');
    const at = whole.lastIndexOf('</');
    this.host.write(path, whole.slice(0, at) + xml + whole.slice(at));
  }

  private freeId(id: string): string {
    let free = id;
    for (let number = 2; this.taken.has(free); number++) free = `${id}_${String(number)}`;
    this.taken.add(free);
    return free;
  }

  /** A name that is taken says which document it comes from. Commas part names from each other. */
  private freeName(name: string): string {
    const stem = this.source.name
      .replace(/\.docx$/iu, '')
      .replace(/^.*\//u, '')
      .replace(/[,;，；]/gu, ' ');
    let free = name;
    for (let number = 1; this.names.has(free.toLowerCase()); number++)
      free = `${name}（${stem}${number === 1 ? '' : ` ${String(number)}`}）`.slice(0, 200);
    this.names.add(free.toLowerCase());
    return free;
  }
}

function parsed(text: string): XmlPart {
  const xml = readXml(text);
  if (!('code' in xml)) return xml;
  const fallback = readXml(none);
  if ('code' in fallback) throw new Error('no styles');
  return fallback;
}

/** Fonts and colours that a theme gives, as the document's own theme has them: the host's is another. */
export function themed(xml: string, theme: string): string {
  if (!/[tT]heme/u.test(xml)) return xml;
  return xml
    .replace(/\sw:theme(?:Color|Tint|Shade|Fill|FillTint|FillShade)="[^"]*"/gu, '')
    .replace(/<w:rFonts\b[^<>]*\/>/gu, (fonts) =>
      fonts.replace(/\sw:(ascii|hAnsi|eastAsia|cs)(?:Theme|theme)="(\w+)"/gu, (_, key: string, name: string) => {
        const font = themeFont(theme, name);
        return font === '' ? '' : ` w:${key}="${font}"`;
      }),
    );
}

/** `minorEastAsia` → the font of the theme. */
function themeFont(theme: string, name: string): string {
  const [, size = '', script = ''] = /^(major|minor)(\w+)$/u.exec(name) ?? [];
  const start = theme.indexOf(`<a:${size}Font>`);
  const fonts = start < 0 ? '' : theme.slice(start, Math.max(start, theme.indexOf(`</a:${size}Font>`, start)));
  const face = (pattern: RegExp): string => pattern.exec(fonts)?.[1] ?? '';
  if (script === 'EastAsia')
    return face(/<a:ea\s[^<>]*?typeface="([^"]+)"/u) || face(/<a:font script="Hans" typeface="([^"]+)"/u);
  return script === 'Bidi' ? face(/<a:cs\s[^<>]*?typeface="([^"]+)"/u) : face(/<a:latin\s[^<>]*?typeface="([^"]+)"/u);
}
