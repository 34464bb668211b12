/** Reads .xlsx bytes into a book: values with their formats, merges and hidden rows; looks and rules where they are wanted. */
import { isRefusal, Refusal } from '../../../core/base/refusal';
import type { Book, BookSheet, CellStyle } from '../book';
import { readCharts } from './xlsx-charts';
import { formatType } from './xlsx-format';
import { damagedText, openXlsx, readable, type XlsxParts } from './xlsx-guard';
import { readRules, readStyleLooks, withoutCells, type LookSource, type Looks } from './xlsx-look';
import { readStyleMeanings, type StyleMeaning } from './xlsx-number-formats';
import { optionsSheetName } from './xlsx-options';
import { findParts, type WorkbookParts } from './xlsx-parts';
import { readSheet } from './xlsx-sheet';
import { readSharedTexts, type TextTable } from './xlsx-texts';
import { cellLimits, type CellFormat, type CellSources } from './xlsx-values';

/**
 * The workbook in `bytes`, as it may be written again; `name` is the file as people see it. Sheets with a title in `without` have
 * no cells. Rejects with a Chinese text.
 */
export async function readBook(name: string, bytes: Uint8Array, without: readonly string[] = []): Promise<Book> {
  const opened = open(name, bytes);
  const { styles, formats } = opened;
  try {
    const looks = await readStyleLooks(styles, formats.length);
    const sources = readSheets(opened, { looks, without });
    await readRules(sources, styles);
    return { sheets: shownSheets(sources), defaultFont: looks.defaultFont };
  } catch (cause) {
    // What the library says is for whoever looks at the cause.
    if (isRefusal(cause)) throw cause;
    throw new Refusal(damagedText(name), { cause });
  }
}

/** The workbook without looks, rules and notes: all that reading needs, and much quicker. Throws with a Chinese text. */
export function readBookValues(name: string, bytes: Uint8Array): Book {
  return { sheets: shownSheets(readSheets(open(name, bytes), { looks: null, without: [] })), defaultFont: {} };
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

interface Wanted {
  readonly looks: Looks | null;
  /** Titles of sheets whose cells are not. */
  readonly without: readonly string[];
}

function readSheets({ name, parts, workbook, formats }: Opened, { looks, without }: Wanted): LookSource[] {
  const { texts } = workbook;
  const sources: CellSources = {
    workbook: name,
    shared: texts === null ? noTexts : readable(name, () => readSharedTexts(parts.read(texts))),
    styles: formats.map((meaning, index) => cellFormat(meaning, looks?.styles[index])),
    from1904: workbook.from1904,
    left: { ...cellLimits },
    alike: new Map(),
  };
  const sheets = workbook.sheets.map(({ title, hidden, part, notes, drawing }, index): LookSource => {
    const xml = parts.read(part);
    const { sheet, cellsFrom, cellsTo } = readable(name, () =>
      readSheet(xml, { index, title, hasCells: !without.includes(title) }, sources),
    );
    sheet.hidden = hidden;
    if (looks !== null && drawing !== null) sheet.charts = readCharts(parts, drawing);
    return looks === null
      ? { sheet, xml: '', notes: null }
      : { sheet, xml: withoutCells(xml, cellsFrom, cellsTo), notes: notes === null ? null : parts.read(notes) };
  });
  parts.checkRest();
  return sheets;
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
function shownSheets(sources: readonly LookSource[]): BookSheet[] {
  return sources
    .map(({ sheet }) => sheet)
    .filter(({ title }) => title !== optionsSheetName)
    .map((sheet, id) => ({ ...sheet, id }));
}
