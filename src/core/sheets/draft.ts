/** A workbook to be made, as plain data: what stands in it, how it looks, what may be typed where. */
import type { Style } from './styles';

/** Rows and columns count from 0, the ends are exclusive. `endRow` null: all rows below, those still to come too. */
export interface CellArea {
  readonly startRow: number;
  readonly endRow: number | null;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** An area with an end. */
export interface CellBlock extends CellArea {
  readonly endRow: number;
}

/** A cell. Texts are literal: one that begins with `=` stays text. Days are serial numbers. */
export interface CellDraft {
  readonly value: string | number | null;
  readonly style: Style;
  /** Shown when the pointer rests on the cell; empty for none. */
  readonly note: string;
}

/** What may be typed into an area. A strict rule refuses anything else, the others only warn. */
export interface ValidationDraft {
  readonly area: CellArea;
  readonly rule:
    | { readonly kind: 'list'; readonly choices: readonly string[]; readonly strict: boolean }
    /** One of the texts standing in a column of another sheet. */
    | { readonly kind: 'column'; readonly sheet: string; readonly area: CellArea }
    | { readonly kind: 'number' | 'percent' | 'day' };
  /** Shown when the cell is selected. */
  readonly help: string;
}

/** Cells of the area whose whole text is `text` get the colour. */
export interface ColourRule {
  readonly area: CellArea;
  readonly text: string;
  readonly colour: 'green' | 'blue' | 'yellow' | 'red' | 'grey';
}

/** What people may not change. */
export type Protection =
  /** Everything but the open areas; rows stay as many as they are. */
  | { readonly kind: 'all-but'; readonly open: readonly CellArea[] }
  /** The shut areas alone: everywhere else rows are filled, added, deleted and sorted. */
  | { readonly kind: 'only'; readonly shut: readonly CellArea[] };

/**
 * A chart of the sheet's own numbers: a bar for each row, its parts as shares of the whole. The first row of each area is the
 * header, which names the part.
 */
export interface ChartDraft {
  readonly title: string;
  readonly names: CellBlock;
  readonly parts: readonly { readonly area: CellBlock; readonly name: string; readonly colour: string }[];
}

export interface SheetDraft {
  readonly title: string;
  /** RRGGBB. */
  readonly tabColour: string;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Of each column, in characters of half width. */
  readonly widths: readonly number[];
  /** Row → height in pixels, for rows whose height does not follow from their text. */
  readonly heights: Readonly<Record<number, number>>;
  readonly rows: readonly (readonly CellDraft[])[];
  readonly merges: readonly CellBlock[];
  readonly validations: readonly ValidationDraft[];
  readonly protection: Protection;
  /** The style of each column in the rows below the frozen ones, however many people add; empty where none are added. */
  readonly newRows: readonly Style[];
  readonly colours: readonly ColourRule[];
  /** The header and the rows below it that can be filtered. */
  readonly filter: CellArea | null;
  /** Below the rows. */
  readonly chart: ChartDraft | null;
}

export interface WorkbookDraft {
  readonly title: string;
  readonly sheets: readonly SheetDraft[];
}

/** A cell without a note. */
export function cell(value: CellDraft['value'], style: Style, note = ''): CellDraft {
  return { value, style, note };
}
