/** A workbook in memory as the local services keep it: what was read from an .xlsx and what will be written to one. */
import type { CellStyle, ConditionalRule, DataValidation, FontStyle } from 'hucre';

export type { BorderSide, CellStyle, ConditionalRule, DataValidation, FontStyle } from 'hucre';

/** A rectangle of cells; bounds count from 0, the ends are exclusive. */
export interface Box {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** An error shown by a cell: `#N/A`, `Loading...`, or 公式未计算 for a formula nobody has calculated yet. */
interface CellError {
  readonly error: string;
}

/** Dates are serial day numbers of the 1900 system, told by the number format of their style. */
export type BookValue = string | number | boolean | CellError | null;

export interface BookCell {
  readonly value: BookValue;
  /** The formula (without `=`) whose last result `value` is. */
  readonly formula?: string;
  readonly style?: CellStyle;
  /** Some part of its text is struck through; a cell struck as a whole says so in its style. */
  readonly struckText?: true;
  readonly note?: string;
}

export interface BookColumn {
  /** In characters of the default font. */
  readonly width?: number;
  readonly hidden?: boolean;
  /** How cells look that are not there yet. */
  readonly style?: CellStyle;
}

/** What a protected sheet lets people do besides filling its unlocked cells. Rows with a locked cell are never deleted. */
interface SheetProtection {
  readonly insertRows: boolean;
  readonly deleteRows: boolean;
}

interface BookRow {
  /** In points. */
  readonly height?: number;
  readonly hidden?: boolean;
}

export type ValidationRule = Omit<DataValidation, 'range'>;

/** A rule and the cells it holds for. */
export interface Validation {
  readonly boxes: readonly Box[];
  readonly rule: ValidationRule;
}

/** Bars in parts, as shares of the whole; the first row of each box is a header. */
export interface BookChart {
  readonly title: string;
  readonly names: Box;
  /** RRGGBB. */
  readonly parts: readonly { readonly box: Box; readonly colour: string }[];
  /** The cell of its upper left corner, and its size in pixels. */
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly height: number;
}

/** Rows of a written sheet that were not read, as XML, and how far the whole sheet reaches with them. */
export interface KeptRows {
  readonly xml: Buffer;
  readonly rowCount: number;
  readonly columnCount: number;
}

export interface BookSheet {
  readonly id: number;
  title: string;
  hidden: boolean;
  /** Size of the grid; writing outside it is refused, as Google does. */
  rowCount: number;
  columnCount: number;
  frozenRows: number;
  frozenColumns: number;
  /** RRGGBB. */
  tabColor: string | null;
  /** `cells[row]?.[column]`; missing entries are blank. */
  cells: (BookCell | undefined)[][];
  merges: Box[];
  columns: (BookColumn | undefined)[];
  /** All columns to the right of those. */
  beyond: BookColumn | null;
  rows: Map<number, BookRow>;
  validations: Validation[];
  conditionalRules: ConditionalRule[];
  /** Locked for editing except the cells whose style says `locked: false`. */
  protection: SheetProtection | null;
  filter: { readonly range: string; readonly isActive: boolean } | null;
  charts: BookChart[];
  /** Rows below all cells, where they were not read (see xlsx-kept). */
  kept?: KeptRows;
}

/**
 * What rows that were not read refer to by number; `items` is the XML of the texts, `needed` how many there were when none was written
 * that nobody refers to.
 */
export interface WrittenBook {
  readonly looks: readonly (CellStyle | undefined)[];
  readonly texts: readonly string[];
  readonly items: Buffer;
  readonly needed: number;
}

export interface Book {
  sheets: BookSheet[];
  /** Where some rows were not read. */
  readonly written?: WrittenBook;
  /** The font of cells that name none. */
  defaultFont: FontStyle;
}

/** An empty sheet of Google's usual size. */
export function makeSheet(id: number, title: string): BookSheet {
  return {
    id,
    title,
    hidden: false,
    rowCount: 1000,
    columnCount: 26,
    frozenRows: 0,
    frozenColumns: 0,
    tabColor: null,
    cells: [],
    merges: [],
    columns: [],
    beyond: null,
    rows: new Map(),
    validations: [],
    conditionalRules: [],
    protection: null,
    filter: null,
    charts: [],
  };
}

/** The workbook Google makes when asked for a new one in Chinese. */
export function makeBook(): Book {
  return { sheets: [makeSheet(0, '工作表1')], defaultFont: { name: '宋体', size: 11 } };
}

/** A copy that may be changed without changing the original; cells and styles are shared, they are never changed. */
export function copyBook(book: Book): Book {
  return { ...book, sheets: book.sheets.map(copySheet) };
}

function copySheet(sheet: BookSheet): BookSheet {
  return {
    ...sheet,
    cells: sheet.cells.map((row) => [...row]),
    merges: [...sheet.merges],
    columns: [...sheet.columns],
    rows: new Map(sheet.rows),
    validations: [...sheet.validations],
    conditionalRules: [...sheet.conditionalRules],
    charts: [...sheet.charts],
  };
}

/** The object without one of its fields. */
export function without<T extends object, K extends keyof T>(source: T, key: K): Omit<T, K> {
  if (!(key in source)) return source;
  return Object.fromEntries(Object.entries(source).filter(([name]) => name !== key)) as Omit<T, K>;
}

/** How the column is set up, whether it is listed or lies beyond. */
export function columnOf(sheet: BookSheet, column: number): BookColumn {
  return sheet.columns[column] ?? (column < sheet.columns.length ? null : sheet.beyond) ?? {};
}

/** The cell, or the blank one that would be there: it looks as its column does. */
export function cellOrBlank(sheet: BookSheet, row: number, column: number): BookCell {
  const known = sheet.cells[row]?.[column];
  if (known) return known;
  const { style } = columnOf(sheet, column);
  return { value: null, ...(style && { style }) };
}

/** Puts a cell; undefined clears it. */
export function setCell(sheet: BookSheet, row: number, column: number, cell: BookCell | undefined): void {
  while (sheet.cells.length <= row) sheet.cells.push([]);
  const cells = sheet.cells[row] ?? [];
  cells[column] = cell;
}
