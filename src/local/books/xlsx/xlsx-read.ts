/** Reads .xlsx bytes into a book: values with their formats, merges and hidden rows; looks and rules where they are wanted. */
import { isRefusal, Refusal } from '../../../core/base/refusal';
import { makeSheet, type Book, type BookSheet, type CellStyle, type WrittenBook } from '../book';
import { readCharts } from './xlsx-charts';
import { formatType } from './xlsx-format';
import { damagedText, openXlsx, readable, type XlsxParts } from './xlsx-guard';
import { cutRows, isMostlyLeft, isOwnWriting, keepRows, writtenBook } from './xlsx-kept';
import { readRules, readStyleLooks, withoutCells, type LookSource, type Looks } from './xlsx-look';
import { readStyleMeanings, type StyleMeaning } from './xlsx-number-formats';
import { optionsSheetName } from './xlsx-options';
import { findParts, type WorkbookParts } from './xlsx-parts';
import { readSheet } from './xlsx-sheet';
import { readSharedTexts, type TextTable } from './xlsx-texts';
import { cellLimits, type CellFormat, type CellSources } from './xlsx-values';

/** What is wanted of a workbook beside looks, rules and notes. */
export interface WantedCells {
  /** Titles of sheets whose cells are not. */
  readonly without?: readonly string[];
  /** Titles of those that will be changed: of a workbook that was written here the rows of all others are kept as they stand. */
  readonly changing?: readonly string[];
}

/** The workbook in `bytes`, as it may be written again; `name` is the file as people see it. Rejects with a Chinese text. */
export async function readBook(name: string, bytes: Uint8Array, wanted: WantedCells = {}): Promise<Book> {
  const opened = open(name, bytes);
  const { styles, formats } = opened;
  const changing = isOwnWriting(opened.parts) ? wanted.changing : undefined;
  try {
    const looks = await readStyleLooks(styles, formats.length);
    const { sheets: sources, written } = readSheets(opened, { looks, ...wanted, changing });
    await readRules(sources, styles);
    return { sheets: shownSheets(sources), defaultFont: looks.defaultFont, ...(written && { written }) };
  } catch (cause) {
    // What the library says is for whoever looks at the cause.
    if (isRefusal(cause)) throw cause;
    throw new Refusal(damagedText(name), { cause });
  }
}

/** The workbook without looks, rules and notes: all that reading needs, and much quicker. Throws with a Chinese text. */
export function readBookValues(name: string, bytes: Uint8Array): Book {
  return { sheets: shownSheets(readSheets(open(name, bytes), { looks: null }).sheets), defaultFont: {} };
}

/** The sheets of a workbook that was written here by their titles alone; null for any other. Throws with a Chinese text. */
export function readBookTitles(name: string, bytes: Uint8Array): Book | null {
  const { parts, workbook } = open(name, bytes);
  if (!isOwnWriting(parts)) return null;
  const sheets = workbook.sheets.map(({ title, hidden }, index) => ({
    sheet: { ...makeSheet(index, title), hidden },
  }));
  return { sheets: shownSheets(sheets), defaultFont: {} };
}

interface Opened {
  readonly name: string;
  readonly parts: XlsxParts;
  readonly workbook: WorkbookParts;
  readonly styles: Buffer | null;
  /** What each cell style says of its cells. */
  readonly formats: readonly StyleMeaning[];
}

function open(name: string, bytes: Uint8Array): Opened {
  const parts = openXlsx(name, bytes);
  const workbook = findParts(name, parts);
  const styles = workbook.styles === null ? null : parts.read(workbook.styles);
  const formats = styles === null ? [] : readable(name, () => readStyleMeanings(styles));
  return { name, parts, workbook, styles, formats };
}

interface Wanted extends Pick<WantedCells, 'without'> {
  readonly looks: Looks | null;
  readonly changing?: readonly string[] | undefined;
}

interface ReadSheets {
  readonly sheets: LookSource[];
  readonly written: WrittenBook | undefined;
}

function readSheets({ name, parts, workbook, formats }: Opened, { looks, without = [], changing }: Wanted): ReadSheets {
  const { texts } = workbook;
  const textsXml = texts === null ? null : parts.read(texts);
  const sources: CellSources = {
    workbook: name,
    shared: textsXml === null ? noTexts : readable(name, () => readSharedTexts(textsXml)),
    styles: formats.map((meaning, index) => cellFormat(meaning, looks?.styles[index])),
    from1904: workbook.from1904,
    left: { ...cellLimits },
    texts: new Map(),
    numbers: new Map(),
  };
  const mayKeepAny = textsXml !== null && !isMostlyLeft(textsXml);
  const sheets = workbook.sheets.map(({ title, hidden, part, notes, drawing }, index): LookSource => {
    const noted = looks === null || notes === null ? null : parts.read(notes);
    const whole = parts.read(part);
    const cut = mayKeepAny && mayKeep(title, changing) ? cutRows(whole, noted) : null;
    const xml = cut?.xml ?? whole;
    const { sheet, cellsFrom, cellsTo } = readable(name, () =>
      readSheet(xml, { index, title, hasCells: !without.includes(title) }, sources),
    );
    sheet.hidden = hidden;
    if (cut !== null) keepRows(sheet, cut.kept);
    if (looks !== null && drawing !== null) sheet.charts = readCharts(parts, drawing);
    return looks === null
      ? { sheet, xml: '', notes: null }
      : { sheet, xml: withoutCells(xml, cellsFrom, cellsTo), notes: noted };
  });
  parts.checkRest();
  const isAnyKept = sheets.some(({ sheet }) => sheet.kept !== undefined);
  const looksOfAll = sources.styles.map(({ style }) => style);
  const written = isAnyKept && textsXml !== null ? writtenBook(looksOfAll, sources.shared, textsXml) : undefined;
  return { sheets, written };
}

/** The lists on the sheet of our own are read with the rules that name them. */
function mayKeep(title: string, changing: readonly string[] | undefined): boolean {
  return changing !== undefined && !changing.includes(title) && title !== optionsSheetName;
}

const noTexts: TextTable = { texts: [], struck: new Set() };

function cellFormat({ pattern, isStruck }: StyleMeaning, look: CellStyle | undefined): CellFormat {
  const style = {
    ...look,
    ...(pattern !== undefined && { numFmt: pattern }),
    ...(isStruck && { font: { ...look?.font, strikethrough: true } }),
  };
  const type = formatType(pattern);
  return {
    style: Object.keys(style).length > 0 ? style : undefined,
    isDate: type === 'DATE' || type === 'DATE_TIME',
  };
}

/** Without the sheet of our own that only the file format needs; numbered anew. */
function shownSheets(sources: readonly Pick<LookSource, 'sheet'>[]): BookSheet[] {
  return sources
    .map(({ sheet }) => sheet)
    .filter(({ title }) => title !== optionsSheetName)
    .map((sheet, id) => ({ ...sheet, id }));
}
