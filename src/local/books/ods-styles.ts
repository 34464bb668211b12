/** What the styles of an OpenDocument file say of cells: the number format, strikes, and which sheets are hidden. */
import { isNumberStyle, patternOf, readNumberStyle, type NumberStyle } from './ods-formats';
import { xmlAttribute, nameCode, nextTag, scanXml, type XmlScan } from './xlsx/xlsx-xml';

const tags = {
  style: nameCode('style'),
  tableProperties: nameCode('table-properties'),
  textProperties: nameCode('text-properties'),
  body: nameCode('body'),
};

/** Styles by name: those of cells, of parts of texts, and of tables. */
export interface OdsStyles {
  /** The pattern of cells of the style; undefined for the general one. */
  readonly pattern: (style: string) => string | undefined;
  readonly isStruck: (style: string) => boolean;
  /** Sheets of the style are hidden. */
  readonly hides: (style: string) => boolean;
}

interface NamedStyle {
  readonly parent: string;
  readonly numbers: string;
  struck: boolean | null;
  hides: boolean;
}

/** No style of an office has so many ancestors. */
const deepest = 20;

/** The styles of both parts: the file's own ones, and those made for single cells, which stand before the sheets. */
export function readOdsStyles(parts: readonly Buffer[]): OdsStyles {
  const named = new Map<string, NamedStyle>();
  const numbers = new Map<string, NumberStyle>();
  for (const part of parts) readStyles(scanXml(part), named, numbers);
  const patterns = new Map<string, string | undefined>();
  const told = <T>(name: string, of: (style: NamedStyle) => T | null): T | null => {
    let style = named.get(name);
    for (let depth = 0; style !== undefined && depth < deepest; depth += 1) {
      const answer = of(style);
      if (answer !== null) return answer;
      style = named.get(style.parent);
    }
    return null;
  };
  return {
    pattern: (name) => {
      if (!patterns.has(name)) {
        patterns.set(
          name,
          patternOf(told(name, (style) => (style.numbers === '' ? null : style.numbers)) ?? '', numbers),
        );
      }
      return patterns.get(name);
    },
    isStruck: (name) => told(name, ({ struck }) => struck) === true,
    hides: (name) => named.get(name)?.hides === true,
  };
}

function readStyles(scan: XmlScan, named: Map<string, NamedStyle>, numbers: Map<string, NumberStyle>): void {
  let current: NamedStyle | null = null;
  while (nextTag(scan) && scan.name !== tags.body) {
    if (!scan.opens) continue;
    if (isNumberStyle(scan)) {
      const name = xmlAttribute(scan, 'style:name') ?? '';
      numbers.set(name, readNumberStyle(scan));
    } else if (scan.name === tags.style) {
      current = styleAt(scan);
      named.set(xmlAttribute(scan, 'style:name') ?? '', current);
    } else if (current !== null) takeProperties(scan, current);
  }
}

function styleAt(scan: XmlScan): NamedStyle {
  return {
    parent: xmlAttribute(scan, 'style:parent-style-name') ?? '',
    numbers: xmlAttribute(scan, 'style:data-style-name') ?? '',
    struck: null,
    hides: false,
  };
}

function takeProperties(scan: XmlScan, style: NamedStyle): void {
  if (scan.name === tags.tableProperties) style.hides = xmlAttribute(scan, 'table:display') === 'false';
  if (scan.name !== tags.textProperties) return;
  const line =
    xmlAttribute(scan, 'style:text-line-through-style') ?? xmlAttribute(scan, 'style:text-line-through-type');
  if (line !== undefined) style.struck = line !== 'none';
}
