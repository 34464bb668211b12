/** Makes a run's properties bold or coloured, in the order Word wants them (ECMA-376 part 1, 17.3.2.28). */
import type { RichRun } from '../../language/special';
import { elementsOf, readXml, sourceOf } from '../package/read-xml';

/** What stands before `b`, and before `color`. */
const beforeBold: readonly string[] = ['rStyle', 'rFonts'];
const beforeColour: readonly string[] = [
  ...beforeBold,
  ...['b', 'bCs', 'i', 'iCs', 'caps', 'smallCaps', 'strike', 'dstrike', 'outline', 'shadow', 'emboss', 'imprint'],
  ...['noProof', 'snapToGrid', 'vanish', 'webHidden'],
];

interface Property {
  readonly name: string;
  readonly xml: string;
}

/** `properties` is the `w:rPr` element as written, empty for none. */
export function richProperties(properties: string, { bold, colour }: Omit<RichRun, 'text'>): string {
  if (!bold && colour === '') return properties;
  let list = childrenOf(properties);
  if (bold) {
    list = list.filter(({ name }) => name !== 'b' && name !== 'bCs');
    list = insertAfter(list, beforeBold, { name: 'b', xml: '<w:b/><w:bCs/>' });
  }
  if (colour !== '') {
    list = list.filter(({ name }) => name !== 'color');
    list = insertAfter(list, beforeColour, { name: 'color', xml: `<w:color w:val="${colour}"/>` });
  }
  return `<w:rPr>${list.map(({ xml }) => xml).join('')}</w:rPr>`;
}

function childrenOf(properties: string): readonly Property[] {
  const part = properties === '' ? null : readXml(properties);
  if (part === null || 'code' in part) return [];
  return elementsOf(part.root).map((element) => {
    return { name: element.name.replace(/^w:/u, ''), xml: sourceOf(part, element) };
  });
}

function insertAfter(list: readonly Property[], before: readonly string[], added: Property): readonly Property[] {
  const at = list.reduce((last, { name }, index) => (before.includes(name) ? index + 1 : last), 0);
  return [...list.slice(0, at), added, ...list.slice(at)];
}
