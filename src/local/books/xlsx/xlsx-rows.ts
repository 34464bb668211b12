/** The rows of a sheet as the XML of the format: there may be a hundred thousand cells, so each is one text and nothing else. */
import { columnName } from '../../../core/base/place';
import type { BookCell, BookSheet, BookValue } from '../book';
import type { LookNumbers } from './xlsx-looks';

/** Every different text of the workbook with its number, in the order in which they were first met. */
export type SharedTexts = Map<string, number>;

/** What rows are written with. */
export interface RowSources {
  readonly looks: LookNumbers;
  /** Heights in points of rows that were given none; such a row keeps growing with its text. */
  readonly heights: ReadonlyMap<number, number>;
  /** Learns the texts. */
  readonly texts: SharedTexts;
}

/** Programs take these for errors; as a run of text they stay what the person wrote. */
const errorNames = /^#(?:VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/u;

/** All rows that hold a cell or have a height of their own or are hidden. */
export function rowsXml(sheet: BookSheet, given: RowSources): string {
  const letters: string[] = [];
  const sources: CellSources = { ...given, forms: new Map() };
  const rows = sheet.cells.map((cells, index) => {
    const number = String(index + 1);
    let written = '';
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column];
      if (cell) written += cellXml(cell, (letters[column] ??= columnName(column)) + number, sources);
    }
    const own = rowAttributes(sheet, index, sources.heights);
    if (written !== '') return `<row r="${number}"${own}>${written}</row>`;
    return own === '' ? '' : `<row r="${number}"${own}/>`;
  });
  return rows.join('');
}

/** What stands around a cell's name and look where it holds a text. */
interface TextForm {
  readonly type: string;
  readonly rest: string;
}

interface CellSources extends RowSources {
  /** By text: the same ones come in row after row. */
  readonly forms: Map<string, TextForm>;
}

/** A height that is marked as the row's own never grows again. */
function rowAttributes({ rows }: BookSheet, row: number, estimated: ReadonlyMap<number, number>): string {
  const { height, hidden } = rows.get(row) ?? {};
  const guessed = estimated.get(row);
  const high = guessed !== undefined ? ` ht="${String(guessed)}"` : ownHeight(height);
  return hidden === true ? `${high} hidden="1"` : high;
}

function ownHeight(height: number | undefined): string {
  return height === undefined ? '' : ` ht="${String(height)}" customHeight="1"`;
}

function cellXml(cell: BookCell, name: string, sources: CellSources): string {
  const look = lookXml(cell, sources.looks);
  const { value, formula } = cell;
  if (formula !== undefined) return formulaXml(value, formula, `r="${name}"${look}`);
  if (typeof value === 'string') return textXml(value, name, look, sources);
  if (typeof value === 'boolean') return `<c r="${name}" t="b"${look}><v>${value ? '1' : '0'}</v></c>`;
  if (typeof value === 'object' && value !== null) return errorXml(value.error, name, look, sources);
  if (value !== null && Number.isFinite(value)) return `<c r="${name}"${look}><v>${String(value)}</v></c>`;
  // A blank cell is there for its look alone.
  return look === '' ? '' : `<c r="${name}"${look}/>`;
}

/** Nothing for the look of a plain cell. */
function lookXml({ style }: BookCell, looks: LookNumbers): string {
  const number = style && looks.get(style);
  return number === undefined || number === '' ? '' : ` s="${number}"`;
}

function errorXml(error: string, name: string, look: string, sources: CellSources): string {
  if (!errorNames.test(error)) return textXml(error, name, look, sources);
  return `<c r="${name}" t="e"${look}><v>${error}</v></c>`;
}

function formulaXml(value: BookValue, formula: string, attributes: string): string {
  const f = `<f>${escapeText(formula)}</f>`;
  if (typeof value === 'string') return `<c ${attributes} t="str">${f}<v>${escapeText(printable(value))}</v></c>`;
  if (typeof value === 'boolean') return `<c ${attributes} t="b">${f}<v>${value ? '1' : '0'}</v></c>`;
  if (typeof value === 'object' && value !== null && errorNames.test(value.error))
    return `<c ${attributes} t="e">${f}<v>${value.error}</v></c>`;
  return `<c ${attributes}>${f}${typeof value === 'number' ? `<v>${String(value)}</v>` : ''}</c>`;
}

function textXml(text: string, name: string, look: string, { forms, texts }: CellSources): string {
  const known = forms.get(text);
  const { type, rest } = known ?? textForm(printable(text), texts);
  if (known === undefined) forms.set(text, { type, rest });
  return `<c r="${name}"${type}${look}${rest}`;
}

function textForm(text: string, texts: SharedTexts): TextForm {
  if (errorNames.test(text)) return { type: ' t="inlineStr"', rest: `><is><r><t>${text}</t></r></is></c>` };
  const known = texts.get(text) ?? texts.size;
  if (known === texts.size) texts.set(text, known);
  return { type: ' t="s"', rest: `><v>${String(known)}</v></c>` };
}

/** The items of the part for texts. */
export function textsXml(texts: Iterable<string>): string {
  return Array.from(texts, (text) => {
    if (text === '') return '<si><t/></si>';
    const keeps = /^ | $|[\n\t]/u.test(text) ? ' xml:space="preserve"' : '';
    return `<si><t${keeps}>${escapeText(text)}</t></si>`;
  }).join('');
}

/** Without the characters XML cannot hold; what looks like the format's own escapes (`_x0041_`) is escaped itself. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu, '').replace(/_(?=x[\dA-Fa-f]{4}_)/gu, '_x005F_');
}

/** A carriage return would be read as an end of line. */
function escapeText(text: string): string {
  if (!/[&<>\r]/u.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '_x000D_');
}
