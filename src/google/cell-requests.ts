/** The requests that write a sheet's cells: what stands in them by cell, how they look by area. */
import type { CellBlock, CellDraft } from '../core/sheets/draft';
import type { Style } from '../core/sheets/styles';
import { cellFormat } from './cell-format';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type CellData = GoogleAppsScript.Sheets.Schema.CellData;
type CellFormat = GoogleAppsScript.Sheets.Schema.CellFormat;
type DraftRows = readonly (readonly CellDraft[])[];

/** An area all of whose cells look the same. */
export interface StyledBlock extends CellBlock {
  readonly style: Style;
}

/**
 * Writes the rows from the first row and column on. A format is many times as long as a text and a sheet has a dozen of
 * them for thousands of cells: each area of one style is named once.
 */
export function requestsForCells(rows: DraftRows, sheetId: number): Request[] {
  return [
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: rows.map((row) => ({ values: row.map(content) })),
        fields: 'userEnteredValue,note',
      },
    },
    ...styledBlocks(rows).map(({ style, startRow, endRow, startColumn, endColumn }): Request => ({
      repeatCell: {
        range: {
          sheetId,
          startRowIndex: startRow,
          endRowIndex: endRow,
          startColumnIndex: startColumn,
          endColumnIndex: endColumn,
        },
        cell: { userEnteredFormat: formatOf(style) },
        fields: 'userEnteredFormat',
      },
    })),
  ];
}

/** A cell with its own format, for a line of which only few are written. */
export function cellData(cell: CellDraft): CellData {
  const data = content(cell);
  data.userEnteredFormat = formatOf(cell.style);
  return data;
}

/** A text is always sent as a string: it can never become a formula. */
function content({ value, note }: CellDraft): CellData {
  const data: CellData = {};
  if (typeof value === 'string') data.userEnteredValue = { stringValue: value };
  else if (typeof value === 'number') data.userEnteredValue = { numberValue: value };
  if (note !== '') data.note = note;
  return data;
}

const formats = new Map<Style, CellFormat>();

/** One object for each style. */
export function formatOf(style: Style): CellFormat {
  const known = formats.get(style) ?? cellFormat(style);
  formats.set(style, known);
  return known;
}

/** Areas of one style that cover each cell once: down the columns or along the rows, whichever makes fewer. */
export function styledBlocks(rows: DraftRows): readonly StyledBlock[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const styles = rows.map((row) => row.map(({ style }) => style));
  const columns = Array.from({ length: width }, (_, column) => styles.map((row) => row[column]));
  const along = blocks(styles);
  const down = blocks(columns);
  return down.length <= along.length
    ? down.map(({ style, across, lengthwise }) => block(style, lengthwise, across))
    : along.map(({ style, across, lengthwise }) => block(style, across, lengthwise));
}

type Range = readonly [start: number, end: number];

function block(style: Style, [startRow, endRow]: Range, [startColumn, endColumn]: Range): StyledBlock {
  return { style, startRow, endRow, startColumn, endColumn };
}

/** `lengthwise`: within a line; `across`: the neighbouring lines that have the same run. */
interface StyleRun {
  readonly style: Style;
  readonly lengthwise: Range;
  readonly across: Range;
}

/** Runs of one style in each line; those of neighbouring lines with the same ends are one. */
function blocks(lines: readonly StyledLine[]): readonly StyleRun[] {
  const ended: StyleRun[] = [];
  let open = new Map<string, OpenRun>();
  const end = ({ from, ...run }: OpenRun, last: number): void => {
    ended.push({ ...run, across: [from, last] });
  };
  lines.forEach((line, index) => {
    // In a long table nearly all lines look as the one before.
    if (index > 0 && isAlike(line, lines[index - 1] ?? [])) return;
    const next = new Map<string, OpenRun>();
    for (const run of runs(line)) {
      const key = `${run.style} ${run.lengthwise.join('-')}`;
      next.set(key, { ...run, from: open.get(key)?.from ?? index });
      open.delete(key);
    }
    for (const run of open.values()) end(run, index);
    open = next;
  });
  for (const run of open.values()) end(run, lines.length);
  return ended;
}

type StyledLine = readonly (Style | undefined)[];

function isAlike(line: StyledLine, other: StyledLine): boolean {
  return line.length === other.length && line.every((style, at) => style === other[at]);
}

/** A run that may go on in the next line; `from`: the first that has it. */
interface OpenRun extends Omit<StyleRun, 'across'> {
  readonly from: number;
}

function runs(line: StyledLine): readonly Omit<StyleRun, 'across'>[] {
  const found: Omit<StyleRun, 'across'>[] = [];
  let start = 0;
  for (let end = 1; end <= line.length; end += 1) {
    const style = line[start];
    if (end < line.length && line[end] === style) continue;
    if (style !== undefined) found.push({ style, lengthwise: [start, end] });
    start = end;
  }
  return found;
}
