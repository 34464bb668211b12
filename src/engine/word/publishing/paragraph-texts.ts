/** The text of a paragraph, however many runs it is split into, and the edits that put another in its place. */
import { elementsOf, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import type { TextEdit } from '../outgoing/text-edits';
import { escapeXml, legalXml, unescapeXml } from '../package/xml-text';

/** A stretch of text; `element` null for a tab or line end, which stays what it is. */
interface TextPiece {
  readonly text: string;
  readonly element: XmlElement | null;
}

const signs: Readonly<Record<string, string>> = {
  ...{ 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'a:br': '\n', 'w:noBreakHyphen': '-' },
};

/** The pieces in reading order, without those of paragraphs inside it and of what `isLeft` leaves out. */
export function paragraphTexts(
  xml: XmlPart,
  paragraph: XmlElement,
  isLeft: (element: XmlElement) => boolean,
): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  const visit = (element: XmlElement): void => {
    for (const child of elementsOf(element)) {
      const { name } = child;
      if (/^[wa]:p$/u.test(name) || name === 'w:pPr' || isLeft(child)) continue;
      const sign = signs[name];
      if (sign !== undefined) pieces.push({ text: sign, element: null });
      else if (name === 'w:t' || name === 'a:t') pieces.push({ text: textOf(xml, child), element: asHolder(child) });
      else visit(child);
    }
  };
  visit(paragraph);
  return pieces;
}

/** `<w:t/>` can take no text. */
function asHolder(element: XmlElement): XmlElement | null {
  return element.innerEnd < element.end ? element : null;
}

function textOf(xml: XmlPart, element: XmlElement): string {
  return element.children.map((node) => unescapeXml(sourceOf(xml, node))).join('');
}

/** What is the same at both ends keeps its look; the rest takes the look of where it begins. */
export function rewriteParagraph(pieces: readonly TextPiece[], now: string): readonly TextEdit[] {
  const before = pieces.map(({ text }) => text).join('');
  const first = sameStart(before, now);
  const tail = Math.min(sameStart(reversed(before), reversed(now)), before.length - first, now.length - first);
  const last = before.length - tail;
  let added = now.slice(first, now.length - tail).replace(/[\t\n]/gu, '');
  let at = 0;
  const edits: TextEdit[] = [];
  for (const { text, element } of pieces) {
    const [from, to] = [Math.max(first, at) - at, Math.min(last, at + text.length) - at];
    at += text.length;
    if (element === null || to < from || (to === from && added === '')) continue;
    edits.push(edit(element, text.slice(0, from) + added + text.slice(to)));
    added = '';
  }
  return edits;
}

function edit({ inner, innerEnd }: XmlElement, text: string): TextEdit {
  return { start: inner, end: innerEnd, text: escapeXml(legalXml(text)) };
}

function sameStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length += 1;
  return length;
}

function reversed(text: string): string {
  return text.split('').reverse().join('');
}
