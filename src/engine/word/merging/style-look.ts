/** What styles look like, and the same look in a document whose defaults are others. */
import { inOrder, propertiesIn } from '../package/properties';
import { attribute, childOf, elementsOf, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';

/** The styles of a document by id; the default one of each type under `default paragraph` and the like. */
export interface StyleSheet {
  readonly xml: XmlPart;
  readonly byId: ReadonlyMap<string, XmlElement>;
  /** Text of the properties that hold where no style says anything, for paragraphs and for runs. */
  readonly defaults: Readonly<Record<StyleWord, string>>;
}

/** Properties that styles have. */
export type StyleWord = 'w:pPr' | 'w:rPr';

export function styleSheet(xml: XmlPart): StyleSheet {
  const styles = elementsOf(xml.root).filter(({ name }) => name === 'w:style');
  const defaults = childOf(xml.root, 'w:docDefaults');
  const text = (outer: string, inner: string): string => {
    const holder = defaults && childOf(defaults, outer);
    const properties = holder && childOf(holder, inner);
    return properties ? innerOf(xml, properties) : '';
  };
  return {
    xml,
    byId: new Map(styles.map((style) => [attribute(xml, style, 'w:styleId') ?? '', style])),
    defaults: { 'w:pPr': text('w:pPrDefault', 'w:pPr'), 'w:rPr': text('w:rPrDefault', 'w:rPr') },
  };
}

function innerOf({ source }: XmlPart, { inner, innerEnd }: XmlElement): string {
  return source.slice(inner, innerEnd);
}

/** The default style of a type; null for none. */
export function defaultStyle({ xml, byId }: StyleSheet, type: string): XmlElement | null {
  return [...byId.values()].find((style) => isDefault(xml, style) && attribute(xml, style, 'w:type') === type) ?? null;
}

function isDefault(xml: XmlPart, style: XmlElement): boolean {
  return /^(?:1|true|on)$/u.test(attribute(xml, style, 'w:default') ?? '');
}

export function styleName({ xml }: StyleSheet, style: XmlElement): string {
  return wordIn(xml, style, 'w:name');
}

/** The value of a child; empty where it is not there. */
export function wordIn(xml: XmlPart, element: XmlElement, name: string): string {
  const child = childOf(element, name);
  return (child && attribute(xml, child, 'w:val')) ?? '';
}

/** All that makes the look of a style, of those it is based on and of the defaults: equal texts, equal looks. */
export function lookOf(sheet: StyleSheet, style: XmlElement | null, depth = 0): string {
  const { xml, byId, defaults } = sheet;
  if (style === null || depth > 20) return `${plain(defaults['w:pPr'])}|${plain(defaults['w:rPr'])}`;
  const own = elementsOf(style)
    .filter(({ name }) => /^w:(?:pPr|rPr|tblPr|trPr|tcPr|tblStylePr)$/u.test(name))
    .map((each) => plain(sourceOf(xml, each)));
  const base = byId.get(wordIn(xml, style, 'w:basedOn')) ?? null;
  return `${attribute(xml, style, 'w:type') ?? ''}{${own.join('')}}${lookOf(sheet, base, depth + 1)}`;
}

/** Without what programs write for themselves. */
function plain(xml: string): string {
  return xml
    .replace(/<w:lang\b[^<>]*\/>|\sw:rsid\w*="[^"]*"/gu, '')
    .replace(/>\s+/gu, '>')
    .replace(/ {1,4}(?=\/?>)/gu, '');
}

/** What holds where nobody says anything at all (ECMA-376 part 1, 17.7.5): it undoes defaults that the document did not have. */
const nothingSaid: Readonly<Record<StyleWord, string>> = {
  'w:pPr':
    '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="left"/>',
  'w:rPr':
    '<w:b w:val="0"/><w:i w:val="0"/><w:color w:val="auto"/><w:kern w:val="0"/><w:sz w:val="20"/><w:szCs w:val="20"/>',
};

/** The properties that give a style which is based on none the look it had under other defaults. */
export function settledProperties(word: StyleWord, own: string, from: string, to: string): string {
  const there = propertiesIn(to);
  const merged = new Map([...propertiesIn(nothingSaid[word])].filter(([name]) => there.has(name)));
  for (const layer of [propertiesIn(from), propertiesIn(own)])
    for (const [name, xml] of layer) merged.set(name, joined(name, merged.get(name), xml));
  return inOrder(word, merged);
}

/** Some properties hold attribute by attribute. */
function joined(name: string, below: string | undefined, above: string): string {
  if (below === undefined || !/^(?:spacing|ind|rFonts|lang)$/u.test(name)) return above;
  const attributes = new Map(
    [below, above].flatMap((xml) =>
      [...xml.matchAll(/\s(w:\w+)="([^"]*)"/gu)].map(([, key = '', value = '']) => [key, value]),
    ),
  );
  return `<w:${name}${[...attributes].map(([key, value]) => ` ${key}="${value}"`).join('')}/>`;
}
