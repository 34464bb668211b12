/** Gives the cells of a filled part the colours behind their text that tags in them asked for. */
import { withEdits, type TextEdit } from '../outgoing/text-edits';
import { withProperties } from '../package/properties';
import { childOf, elementsOf, readXml, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';

/** Stands in the cell until the part is complete; `colour` is RRGGBB, empty for none. */
export function shadeSign(colour: string): string {
  return `<?nianbao shade ${colour}?>`;
}

const signs = /<\?nianbao shade ([0-9A-F]*)\?>/gu;

/** The last sign in a cell holds. */
export function shadeCells(xml: string): string {
  const part = readXml(xml);
  const edits = 'code' in part ? [] : cellsIn(part.root).flatMap((cell) => editOf(part, cell));
  return withEdits(xml, edits).replace(signs, '');
}

function cellsIn(element: XmlElement): readonly XmlElement[] {
  const inside = elementsOf(element).flatMap(cellsIn);
  return element.name === 'w:tc' ? [element, ...inside] : inside;
}

function editOf(part: XmlPart, cell: XmlElement): readonly TextEdit[] {
  const found = elementsOf(cell)
    .filter(({ name }) => name === 'w:p')
    .flatMap((paragraph) => [...sourceOf(part, paragraph).matchAll(signs)]);
  const colour = found[found.length - 1]?.[1] ?? '';
  if (colour === '') return [];
  const properties = childOf(cell, 'w:tcPr');
  const { start, end } = properties ?? { start: cell.inner, end: cell.inner };
  const shade = { shd: `<w:shd w:val="clear" w:color="auto" w:fill="${colour}"/>` };
  return [{ start, end, text: withProperties('w:tcPr', properties ? sourceOf(part, properties) : '', shade) }];
}
