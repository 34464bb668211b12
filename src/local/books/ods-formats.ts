/** The number styles of an OpenDocument file as patterns like those of .xlsx (OpenDocument 1.2 part 1, 16.27). */
import { xmlAttribute, nameCode, nextTag, xmlText, XmlError, type XmlScan } from './xlsx/xlsx-xml';

const styleTags: ReadonlySet<number> = new Set(
  ['number-style', 'currency-style', 'percentage-style', 'date-style', 'time-style', 'boolean-style', 'text-style'].map(
    nameCode,
  ),
);
const percentageTag = nameCode('percentage-style');
const mapTag = nameCode('map');
const embeddedTag = nameCode('embedded-text');
const numberPrefix = nameCode('number');

/** A number style: what it prints, and the styles it leaves to others under a condition. */
export interface NumberStyle {
  readonly section: string;
  readonly maps: readonly { readonly condition: string; readonly style: string }[];
}

/** Whether the scan has just met a number style. */
export function isNumberStyle(scan: XmlScan): boolean {
  return scan.opens && scan.prefix === numberPrefix && styleTags.has(scan.name);
}

/** Reads the number style whose start tag was just met; moves behind its end. */
export function readNumberStyle(scan: XmlScan): NumberStyle {
  const { name: style, closes } = scan;
  const maps: { condition: string; style: string }[] = [];
  let section = '';
  if (closes) return { section, maps };
  while (nextTag(scan)) {
    // Styles do not lie in each other: the next tag of this name is the end.
    if (scan.name === style) return { section, maps };
    if (!scan.opens) continue;
    if (scan.name === mapTag) {
      maps.push({
        condition: xmlAttribute(scan, 'style:condition') ?? '',
        style: xmlAttribute(scan, 'style:apply-style-name') ?? '',
      });
    } else section += partOf(scan, style === percentageTag);
  }
  throw new XmlError('a number style does not end');
}

const isLong = (scan: XmlScan): boolean => xmlAttribute(scan, 'number:style') === 'long';
const doubled = (letter: string) => (scan: XmlScan) => (isLong(scan) ? letter + letter : letter);

/** What each element of a style is in a pattern. */
const partsByTag: ReadonlyMap<number, (scan: XmlScan, isPercentage: boolean) => string> = new Map(
  Object.entries<(scan: XmlScan, isPercentage: boolean) => string>({
    year: (scan) => (isLong(scan) ? 'yyyy' : 'yy'),
    month: (scan) => {
      const isTextual = xmlAttribute(scan, 'number:textual') === 'true';
      return doubled('m')(scan) + (isTextual ? 'mm' : '');
    },
    day: doubled('d'),
    'day-of-week': (scan) => (isLong(scan) ? 'aaaa' : 'aaa'),
    quarter: () => 'q',
    hours: doubled('h'),
    minutes: doubled('m'),
    seconds: doubled('s'),
    'am-pm': () => 'AM/PM',
    number: digits,
    'scientific-number': () => '0.00E+00',
    fraction: () => '# ?/?',
    'text-content': () => '@',
    text: (scan, isPercentage) => (scan.closes ? '' : literal(xmlText(scan), isPercentage)),
    'currency-symbol': (scan) => (scan.closes ? '' : literal(xmlText(scan), false)),
  }).map(([name, part]) => [nameCode(name), part]),
);

function partOf(scan: XmlScan, isPercentage: boolean): string {
  return partsByTag.get(scan.name)?.(scan, isPercentage) ?? '';
}

/** The sign of a percentage style multiplies by a hundred; everywhere else it is a word. */
function literal(text: string, isPercentage: boolean): string {
  const bare = text.replaceAll('"', '');
  if (isPercentage) return bare.replace(/[^%]+/gu, '"$&"');
  return bare === '' ? '' : `"${bare}"`;
}

/** Some digits may have words between them, counted from the decimal point: a point that is only drawn is one. */
function digits(scan: XmlScan): string {
  const count = (name: string): number => Number(xmlAttribute(scan, `number:${name}`) ?? NaN);
  const places = count('decimal-places');
  const least = Math.min(count('min-integer-digits') || 0, mostDigits);
  const commas = Math.round(Math.log10(count('display-factor') || 1) / 3);
  const grouped = xmlAttribute(scan, 'number:grouping') === 'true';
  const words = scan.closes ? [] : embedded(scan);
  if (Number.isNaN(places) && words.length === 0 && commas < 1) return 'General';
  const whole = words.length > 0 ? withWords(least, words) : grouped ? '#,##0' : '0'.repeat(least) || '#';
  const decimals = places > 0 ? `.${'0'.repeat(Math.min(places, mostDigits))}` : '';
  return whole + decimals + ','.repeat(Math.max(0, Math.min(commas, 4)));
}

const mostDigits = 20;

interface Word {
  readonly position: number;
  readonly text: string;
}

function embedded(scan: XmlScan): readonly Word[] {
  const words: Word[] = [];
  while (nextTag(scan)) {
    if (scan.name === embeddedTag && scan.opens && !scan.closes) {
      const position = Number(xmlAttribute(scan, 'number:position') ?? 0);
      words.push({ position, text: literal(xmlText(scan), false) });
    } else if (scan.name !== embeddedTag) return words;
  }
  throw new XmlError('a number style does not end');
}

function withWords(least: number, words: readonly Word[]): string {
  const length = Math.min(mostDigits, Math.max(least, ...words.map(({ position }) => position + 1)));
  return Array.from({ length }, (_, index) => {
    const position = length - index;
    return (words.find((word) => word.position === position)?.text ?? '') + '0';
  }).join('');
}

/** The pattern of a style with those it leaves to others, as sections. Undefined where it is the general one. */
export function patternOf(name: string, styles: ReadonlyMap<string, NumberStyle>): string | undefined {
  const style = styles.get(name);
  if (style === undefined) return undefined;
  const others = style.maps.map(({ condition, style: other }) => ({
    condition: condition.replace('value()', '').replace('!=', '<>'),
    section: styles.get(other)?.section ?? '',
  }));
  const signs = others.map(({ condition }) => condition).join(' ');
  const isBySign = /^(?:>=0|>0 <0)?$/u.test(signs);
  const sections = others.map(({ condition, section }) => (isBySign ? section : `[${condition}]${section}`));
  const pattern = [...sections, style.section].join(';');
  return pattern === 'General' || pattern === '' ? undefined : pattern;
}
