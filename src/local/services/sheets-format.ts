/** Turns Google's cell formats into those of .xlsx, field by field as a request's mask names them. */
import { without, type BorderSide, type CellStyle } from '../books/book';
import { unsupported } from './sheets-grid';

type CellFormat = GoogleAppsScript.Sheets.Schema.CellFormat;
type Border = GoogleAppsScript.Sheets.Schema.Border;
type Color = GoogleAppsScript.Sheets.Schema.Color;
type Setter = (style: CellStyle, format: CellFormat) => CellStyle;

const defaultPatterns: Readonly<Record<string, string>> = {
  TEXT: '@',
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  DATE: 'yyyy-mm-dd',
  DATE_TIME: 'yyyy-mm-dd hh:mm',
  TIME: 'hh:mm',
  CURRENCY: '¥#,##0.00',
};
const horizontal = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const;
const vertical = { TOP: 'top', MIDDLE: 'center', BOTTOM: 'bottom' } as const;
const borderStyles = {
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DASHED: 'dashed',
  DOTTED: 'dotted',
  DOUBLE: 'double',
} as const;

/** One entry for each field of userEnteredFormat that can be set; absent in the format means cleared. */
const setters: Readonly<Record<string, Setter>> = {
  numberFormat: (style, { numberFormat }) =>
    patch(style, 'numFmt', numberFormat && (numberFormat.pattern ?? defaultPatterns[numberFormat.type ?? ''])),
  backgroundColor: (style, format) => patch(style, 'fill', fill(color(format, 'backgroundColor'))),
  'textFormat.bold': (style, { textFormat }) => setFont(style, 'bold', textFormat?.bold),
  'textFormat.italic': (style, { textFormat }) => setFont(style, 'italic', textFormat?.italic),
  'textFormat.underline': (style, { textFormat }) => setFont(style, 'underline', textFormat?.underline),
  'textFormat.strikethrough': (style, { textFormat }) => setFont(style, 'strikethrough', textFormat?.strikethrough),
  'textFormat.fontSize': (style, { textFormat }) => setFont(style, 'size', textFormat?.fontSize),
  'textFormat.fontFamily': (style, { textFormat }) => setFont(style, 'name', textFormat?.fontFamily),
  'textFormat.foregroundColor': (style, { textFormat }) => {
    const rgb = color(textFormat, 'foregroundColor');
    return setFont(style, 'color', rgb === undefined ? undefined : { rgb });
  },
  horizontalAlignment: (style, { horizontalAlignment: name }) =>
    setAlignment(style, 'horizontal', lookUp(horizontal, name, 'horizontalAlignment')),
  verticalAlignment: (style, { verticalAlignment: name }) =>
    setAlignment(style, 'vertical', lookUp(vertical, name, 'verticalAlignment')),
  wrapStrategy: (style, { wrapStrategy }) =>
    setAlignment(style, 'wrapText', wrapStrategy === 'WRAP' ? true : undefined),
  padding: (style, { padding }) => setAlignment(style, 'indent', Math.round((padding?.left ?? 0) / 9) || undefined),
  borders: (style, { borders }) => patch(style, 'border', borders && toBorder(borders)),
};

/**
 * The change a mask asks for. `paths` are relative to userEnteredFormat; the empty path means all of it. Throws for
 * fields that are not supported.
 */
export function formatChange(paths: readonly string[], format: CellFormat): (style: CellStyle) => CellStyle {
  const chosen = paths.flatMap(settersFor);
  const done = new WeakMap<CellStyle, CellStyle>();
  return (style) => {
    const changed = done.get(style) ?? chosen.reduce((current, set) => set(current, format), style);
    done.set(style, changed);
    return changed;
  };
}

/**
 * RRGGBB of a colour (parts 0–1) that Google keeps under `name` or, in the newer form, under `nameStyle.rgbColor`;
 * undefined when there is neither.
 */
export function color(holder: object | undefined, name: string): string | undefined {
  const fields: Record<string, unknown> = { ...holder };
  const style: unknown = fields[`${name}Style`];
  const given = typeof style === 'object' && style !== null && 'rgbColor' in style ? style.rgbColor : fields[name];
  if (typeof given !== 'object' || given === null) return undefined;
  const { red = 0, green = 0, blue = 0 } = given as Color;
  return [red, green, blue].map(hexByte).join('');
}

function hexByte(part: number): string {
  return Math.round(part * 255)
    .toString(16)
    .padStart(2, '0')
    .toUpperCase();
}

/** A plain fill; both colours are set because conditional formats read the second one. */
function fill(rgb: string | undefined): CellStyle['fill'] {
  return rgb === undefined ? undefined : { type: 'pattern', pattern: 'solid', fgColor: { rgb }, bgColor: { rgb } };
}

function settersFor(path: string): Setter[] {
  const wanted = path.replace(/ColorStyle$/u, 'Color');
  const names = Object.keys(setters).filter(
    (name) => wanted === '' || name === wanted || name.startsWith(`${wanted}.`),
  );
  if (names.length === 0) throw unsupported(`userEnteredFormat.${path}`);
  return names.flatMap((name) => setters[name] ?? []);
}

function patch<K extends keyof CellStyle>(style: CellStyle, key: K, value: CellStyle[K] | undefined): CellStyle {
  return value === undefined ? without(style, key) : { ...style, [key]: value };
}

function setFont(style: CellStyle, key: keyof NonNullable<CellStyle['font']>, value: unknown): CellStyle {
  const font = style.font ?? {};
  return patch(style, 'font', value === undefined || value === false ? without(font, key) : { ...font, [key]: value });
}

function setAlignment(style: CellStyle, key: keyof NonNullable<CellStyle['alignment']>, value: unknown): CellStyle {
  const alignment = style.alignment ?? {};
  return patch(style, 'alignment', value === undefined ? without(alignment, key) : { ...alignment, [key]: value });
}

function toBorder(borders: GoogleAppsScript.Sheets.Schema.Borders): NonNullable<CellStyle['border']> {
  const { top, bottom, left, right } = borders;
  return { ...side('top', top), ...side('bottom', bottom), ...side('left', left), ...side('right', right) };
}

function side(name: 'top' | 'bottom' | 'left' | 'right', border: Border | undefined): Record<string, BorderSide> {
  if (!border?.style || border.style === 'NONE') return {};
  const style = lookUp(borderStyles, border.style, 'borders.style') ?? 'thin';
  return { [name]: { style, color: { rgb: color(border, 'color') ?? '000000' } } };
}

/** Google's word in the words of .xlsx; throws for a word that has none. */
function lookUp<T extends Record<string, string>>(
  words: T,
  word: string | undefined,
  context: string,
): T[keyof T] | undefined {
  if (word === undefined || word === '') return undefined;
  const found = Object.entries(words).find(([name]) => name === word);
  if (!found) throw unsupported(`${context} ${word}`);
  return found[1] as T[keyof T];
}
