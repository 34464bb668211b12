/** What one cell of an OpenDocument sheet says. */
import { textLimits } from '../../core/base/limits';
import type { BookCell, BookValue } from './book';
import type { OdsStyles } from './ods-styles';
import { formatType } from './xlsx/xlsx-format';
import { isoSerial, isoStyle, uncalculated } from './xlsx/xlsx-values';
import { xmlAttribute, findAttributes, nameCode, nextTag, xmlText, XmlError, type XmlScan } from './xlsx/xlsx-xml';

/** The cell (null for a blank one), over how many rows and columns it is merged, and how often it stands there. */
export interface OdsCell {
  readonly cell: BookCell | null;
  readonly span: { readonly rows: number; readonly columns: number };
  readonly times: number;
}

/** Reads the cell whose tag the scan has just met; moves behind its end. `usual` is the style of a cell that names none. */
export function readOdsCell(scan: XmlScan, styles: OdsStyles, usual: string): OdsCell {
  const told = new Map(findAttributes(scan));
  const { text, isStruck } = scan.closes ? noText : shownText(scan, styles);
  demandLength(text);
  const value = valueOf(told, text);
  const name = told.get('table:style-name') ?? usual;
  const style = styleOf(told, text, styles.pattern(name));
  const font = styles.isStruck(name) ? { font: { strikethrough: true } } : undefined;
  return {
    cell:
      value === null
        ? null
        : { value, ...((style ?? font) && { style: { ...style, ...font } }), ...(isStruck && { struckText: true }) },
    span: {
      rows: counted(told.get('table:number-rows-spanned')),
      columns: counted(told.get('table:number-columns-spanned')),
    },
    times: counted(told.get('table:number-columns-repeated')),
  };
}

/** A file of few bytes can ask for more spaces than there is room for. */
function demandLength(text: string): void {
  if (text.length > textLimits.cell) throw new XmlError('a text no program could have taken');
}

/** A whole number of at least one. */
export function counted(text: string | undefined): number {
  const number = Number(text ?? 1);
  return Number.isInteger(number) && number > 0 ? number : 1;
}

function valueOf(told: ReadonlyMap<string, string>, text: string): BookValue {
  const type = told.get('office:value-type') ?? told.get('calcext:value-type') ?? '';
  if (told.get('calcext:value-type') === 'error') return { error: text === '' ? '#N/A' : text };
  const typed = numberOf(type, told);
  if (typed !== null) return typed;
  const written = text === '' ? (told.get('office:string-value') ?? '') : text;
  if (written === 'Loading...') return { error: written };
  if (written !== '') return written;
  // A formula that no program has calculated has no value at all.
  return told.has('table:formula') && type === '' ? { error: uncalculated } : null;
}

function numberOf(type: string, told: ReadonlyMap<string, string>): number | boolean | null {
  if (type === 'date') return isoSerial(told.get('office:date-value') ?? '');
  if (type === 'boolean') return told.get('office:boolean-value') === 'true';
  if (type !== 'float' && type !== 'percentage' && type !== 'currency') return null;
  const value = told.get('office:value') ?? '';
  return value !== '' && Number.isFinite(Number(value)) ? Number(value) : null;
}

/** The format of the cell's style where it fits the kind of its value; else what the value itself asks for. */
function styleOf(told: ReadonlyMap<string, string>, text: string, pattern: string | undefined): BookCell['style'] {
  const type = told.get('office:value-type') ?? '';
  const kind = formatType(pattern) ?? '';
  const fits = {
    date: /^DATE/u,
    percentage: /^PERCENT$/u,
    // Exports of systems write days and shares as bare numbers.
    float: /^(?:NUMBER|CURRENCY|PERCENT|DATE|DATE_TIME)$/u,
    currency: /^(?:NUMBER|CURRENCY)$/u,
  };
  if (pattern !== undefined && type in fits && fits[type as keyof typeof fits].test(kind)) return { numFmt: pattern };
  if (type === 'date') return isoStyle(told.get('office:date-value') ?? '');
  if (type !== 'percentage') return undefined;
  const decimals = /\.(\d+)\s*%/u.exec(text)?.[1] ?? '';
  return { numFmt: decimals === '' ? '0%' : `0.${'0'.repeat(decimals.length)}%` };
}

const tags = {
  paragraph: nameCode('p'),
  space: nameCode('s'),
  tab: nameCode('tab'),
  lineBreak: nameCode('line-break'),
  span: nameCode('span'),
};

/** A text; some of it may be struck through. */
interface Shown {
  readonly text: string;
  readonly isStruck: boolean;
}

const noText: Shown = { text: '', isStruck: false };

/** The paragraphs of the cell itself, a line each; those of notes and drawings within it are no part of it. */
function shownText(scan: XmlScan, styles: OdsStyles): Shown {
  const lines: string[] = [];
  let isStruck = false;
  const strike = (): void => {
    isStruck ||= scan.name === tags.span && styles.isStruck(xmlAttribute(scan, 'text:style-name') ?? '');
  };
  for (let depth = 1; depth > 0;) {
    if (!nextTag(scan)) throw new XmlError('a cell does not end');
    const { name, opens, closes } = scan;
    if (depth === 1 && name === tags.paragraph && opens) lines.push(closes ? '' : paragraphText(scan, strike));
    else if (!(opens && closes)) depth += opens ? 1 : -1;
  }
  return { text: lines.join('\n'), isStruck };
}

/** Of the kinds a keyboard makes; a full-width space is a character like any other. */
const whiteSpace = /[ \t\r\n]+/gu;

/** White space counts once, as in a web page; more of it has tags of its own. */
function paragraphText(scan: XmlScan, strike: () => void): string {
  let text = xmlText(scan).replace(whiteSpace, ' ');
  for (let depth = 1; depth > 0;) {
    if (!nextTag(scan)) throw new XmlError('a paragraph does not end');
    const { opens, closes } = scan;
    if (opens) text += spaceOf(scan);
    if (opens) strike();
    if (!(opens && closes)) depth += opens ? 1 : -1;
    if (depth > 0) text += xmlText(scan).replace(whiteSpace, ' ');
    demandLength(text);
  }
  return text;
}

function spaceOf(scan: XmlScan): string {
  if (scan.name === tags.tab) return '\t';
  if (scan.name === tags.lineBreak) return '\n';
  if (scan.name !== tags.space) return '';
  return ' '.repeat(Math.min(counted(xmlAttribute(scan, 'text:c')), textLimits.cell));
}
