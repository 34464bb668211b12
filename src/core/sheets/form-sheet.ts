/** A sheet made from a form's declaration: a line for each entry with its label, its value and what it means. */
import type { Column, Columns, Form } from '../tables/sheet';
import { cellOf, type Content, type RowContent } from './cell-content';
import { cell, type CellArea, type CellBlock, type CellDraft, type SheetDraft } from './draft';
import { head, headMerges } from './table-sheet';
import { textHeight } from './text-height';
import { validationOf } from './validation';

/** What a sheet needs beside its declaration. */
export interface FormContent<C extends Columns> {
  readonly heading: string;
  readonly values: RowContent<C>;
  readonly tabColour: string;
  /** Half-width characters of the value column. */
  readonly valueWidth: number;
  /** Lines to be read, below the form. */
  readonly notes?: readonly string[];
}

const labelWidth = 26;
const hintWidth = 72;
/** Forms are read line by line: a little more room than a table's rows have. */
const lineHeight = 30;
const headRows = 2;

/** The draft of a form's sheet. People may change the values of open lines. */
export function formSheet<C extends Columns>(form: Form<C>, content: FormContent<C>): SheetDraft {
  const lines = Object.entries(form.columns);
  const { heading, valueWidth, notes = [] } = content;
  const help = `${form.help}带 * 的必填。`;
  const widths = [labelWidth, valueWidth, hintWidth];
  const total = labelWidth + valueWidth + hintWidth;
  const valueArea = (index: number): CellArea => oneCell(headRows + index, 1);
  const hints = lines.map(([, column]) => hintOf(column));
  const body = lines.map(([field, column], index) => [
    cell(`${column.header}${column.required ? '*' : ''}`, 'label'),
    entryOf(column, content.values[field]),
    cell(hints[index] ?? '', 'hint'),
  ]);
  const notesRow = headRows + body.length + 1;
  return {
    title: form.title,
    tabColour: content.tabColour,
    frozenRows: headRows,
    frozenColumns: 0,
    widths,
    heights: {
      0: 40,
      1: textHeight(help, total),
      ...heightsFrom(
        headRows,
        hints.map((hint) => Math.max(lineHeight, textHeight(hint, hintWidth))),
      ),
      ...heightsFrom(
        notesRow,
        notes.map((note) => textHeight(note, total)),
      ),
    },
    rows: [
      ...head(heading, help, widths.length),
      ...body,
      ...(notes.length > 0 ? [[cell(null, 'plain')]] : []),
      ...notes.map((note, index) => [cell(note, index === 0 ? 'subtitle' : 'note')]),
    ],
    merges: [...headMerges(widths.length), ...notes.map((_, index) => wholeRow(notesRow + index, widths.length))],
    validations: lines.flatMap(([, column], index) => validationOf(column, valueArea(index)) ?? []),
    protection: { kind: 'all-but', open: lines.flatMap(([, { open }], index) => (open ? [valueArea(index)] : [])) },
    newRows: [],
    colours: [],
    filter: null,
    chart: null,
  };
}

function hintOf({ help, unit }: Column): string {
  return `${help}${unit === null ? '' : `（单位：${unit}）`}`;
}

/** Values of forms stand on the left, whatever they are. */
function entryOf(column: Column, content: Content | undefined): CellDraft {
  const { value } = cellOf(column, content);
  if (!column.open) return cell(value, 'locked-entry');
  return cell(value, column.type === 'day' ? 'open-entry-day' : 'open-entry');
}

function oneCell(row: number, column: number): CellArea {
  return { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
}

function wholeRow(row: number, columns: number): CellBlock {
  return { startRow: row, endRow: row + 1, startColumn: 0, endColumn: columns };
}

function heightsFrom(first: number, heights: readonly number[]): Readonly<Record<number, number>> {
  return Object.fromEntries(heights.map((height, index) => [first + index, height] as const));
}
