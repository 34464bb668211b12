/** The text of a part as it stands in the file: an entry for each paragraph, the cells of a row joined by ` | `. */
import { elementsOf, readXml, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import type { ParagraphStyles } from '../package/open-package';
import { hairline } from '../writing/open-blocks';
import { objectSign, readParagraph } from '../parts/read-paragraph';

const none: ParagraphStyles = { headings: new Set(), lists: new Map() };

export function printedLines(xml: string): readonly string[] {
  const part = readXml(xml);
  return 'code' in part ? [] : linesIn(part, part.root);
}

function linesIn(part: XmlPart, element: XmlElement): readonly string[] {
  return elementsOf(element).flatMap((child) => {
    switch (child.name) {
      case 'w:p':
        return paragraphLines(part, child);
      case 'w:tr':
        return [
          elementsOf(child)
            .flatMap((cell) => cellTexts(part, cell))
            .join(' | '),
        ];
      case 'mc:Fallback':
        return [];
      default:
        return linesIn(part, child);
    }
  });
}

function cellTexts(part: XmlPart, cell: XmlElement): readonly string[] {
  if (cell.name === 'w:tc') return [linesIn(part, cell).join('\n')];
  return elementsOf(cell).flatMap((inner) => cellTexts(part, inner));
}

/** The boxes of a paragraph come before it. A paragraph that takes no room is one that only parts tables. */
function paragraphLines(part: XmlPart, element: XmlElement): readonly string[] {
  const boxes = boxesIn(element).flatMap((box) => linesIn(part, box).map((line) => `文本框：${line}`));
  const { text } = readParagraph(part, element, none);
  if (sourceOf(part, element) === hairline) return boxes;
  return [...boxes, text.split(objectSign).join('')];
}

function boxesIn(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'mc:Fallback') return [];
    return child.name === 'w:txbxContent' ? [child] : boxesIn(child);
  });
}
