/** Properties of paragraphs, runs and cells: elements whose children stand in a fixed order (ECMA-376 part 1, annex A). */
import { elementsOf, readXml, sourceOf } from './read-xml';

/** Element → its children in order, without prefix. */
const orders = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange',
} as const;

export type PropertyWord = keyof typeof orders;

/** Name without prefix → element as written. */
export type Properties = ReadonlyMap<string, string>;

/** The children of properties; `written` is what stands between their tags. */
export function propertiesIn(written: string): Properties {
  const part = readXml(`<x>${written}</x>`);
  if ('code' in part) return new Map();
  return new Map(elementsOf(part.root).map((each) => [each.name.replace(/^w:/u, ''), sourceOf(part, each)]));
}

/** The element with these children in their order; empty for none. What has no place in it comes last. */
export function inOrder(word: PropertyWord, properties: Properties): string {
  const order = orders[word].split(' ');
  const place = ([name]: readonly [string, string]): number =>
    (order.indexOf(name) + order.length + 1) % (order.length + 1);
  const sorted = [...properties].filter(([, xml]) => xml !== '').sort((left, right) => place(left) - place(right));
  const content = sorted.map(([, xml]) => xml).join('');
  return content === '' ? '' : `<${word}>${content}</${word}>`;
}

/** The element (as written; empty for none) with children set: an empty text takes one away. */
export function withProperties(word: PropertyWord, written: string, set: Readonly<Record<string, string>>): string {
  const inner = /^<[^<>]*[^/<>]>([\s\S]*)<\/[^<>]*>$/u.exec(written)?.[1] ?? '';
  return inOrder(word, new Map([...propertiesIn(inner), ...Object.entries(set)]));
}
