/** Finds out which paragraph styles are headings. */
import { attribute, childOf, elementsOf, readXml } from './read-xml';

/** Ids of the styles named `heading 1` … or with an outline level; empty when the styles part is missing or unreadable. */
export function readHeadingStyles(source: string): ReadonlySet<string> {
  const xml = readXml(source);
  if ('code' in xml) return new Set();
  const ids = elementsOf(xml.root).flatMap((style) => {
    const id = style.name === 'w:style' ? attribute(xml, style, 'w:styleId') : null;
    if (id === null) return [];
    const name = childOf(style, 'w:name');
    const named = name !== null && /^(?:heading|标题)\s*\d/iu.test(attribute(xml, name, 'w:val') ?? '');
    const properties = childOf(style, 'w:pPr');
    const level = properties && childOf(properties, 'w:outlineLvl');
    return named || (level && attribute(xml, level, 'w:val') !== '9') ? [id] : [];
  });
  return new Set(ids);
}
