/** What of a part's text says where it stands: the width of the page, the level of a heading. */
import { attribute, childOf, type XmlElement, type XmlPart } from '../package/read-xml';

/** Width of the text on the first page, in twips. */
export function textWidth({ source }: XmlPart): number {
  const number = (element: string, name: string, otherwise: number): number => {
    const start = source.indexOf(`<w:${element}`);
    const tag = start < 0 ? '' : source.slice(start, source.indexOf('>', start));
    return Number(new RegExp(`\\sw:${name}="(\\d+)"`, 'u').exec(tag)?.[1] ?? otherwise);
  };
  return number('pgSz', 'w', 11906) - number('pgMar', 'left', 1588) - number('pgMar', 'right', 1474);
}

/** The outline level in an element's paragraph properties, from 1; null for none or body text. */
export function outlineLevel(part: XmlPart, element: XmlElement): number | null {
  const properties = childOf(element, 'w:pPr');
  const found = properties && childOf(properties, 'w:outlineLvl');
  const value = found ? Number(attribute(part, found, 'w:val') ?? 9) : 9;
  return value < 9 ? value + 1 : null;
}
