/** The content types of the parts of a package (ECMA-376 part 2, 7.2.3). */
import { attribute, elementsOf, readXml } from '../package/read-xml';
import { unescapeXml } from '../package/xml-text';

/** By a part's name its type in lower case; null where the list tells none. Names are the same whatever their case. */
export function typesOf(list: string): (name: string) => string | null {
  const xml = readXml(list);
  const named = new Map<string, string>();
  const usual = new Map<string, string>();
  if (!('code' in xml)) {
    for (const element of elementsOf(xml.root)) {
      const read = (name: string): string => unescapeXml(attribute(xml, element, name) ?? '').toLowerCase();
      const type = read('ContentType')
        .replace(/;[\s\S]*$/u, '')
        .trim();
      const part = read('PartName');
      if (part !== '') named.set(part.replace(/^\//u, ''), type);
      else usual.set(read('Extension'), type);
    }
  }
  return (name) => {
    const lower = name.toLowerCase();
    return named.get(lower) ?? usual.get(lower.slice(lower.lastIndexOf('.') + 1)) ?? null;
  };
}
