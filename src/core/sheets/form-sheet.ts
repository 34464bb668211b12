/** A sheet made from a form's declaration: a line for each entry with its label, its value and what it means. */
import type { Columns, Form } from '../catalogue/sheet';
import { cellOf, type RowContent } from './cell-content';
import { cell, type Area, type SheetDraft } from './draft';
import { head, headMerges, headRows } from './table-sheet';
import { textHeight } from './text-height';
import { validationOf } from './validation';

/** What a sheet needs beside its declaration. */
export interface FormContent<C extends Columns> {
  readonly heading: string;
  readonly values: RowContent<C>;
  readonly tabColour: string;
  /** Half-width characters of the value column. */
  readonly valueWidth: number;
}

const labelWidth = 24;
const hintWidth = 72;
/** Forms are read line by line: a little more room than a table's rows have. */
const lineHeight = 28;

/** The draft of a form's sheet. People may change the values of open lines. */
export function formSheet<C extends Columns>(form: Form<C>, content: FormContent<C>): SheetDraft {
  const lines = Object.entries(form.columns);
  const widths = [labelWidth, content.valueWidth, hintWidth];
  const valueArea = (index: number): Area => ({
    startRow: headRows + index,
    endRow: headRows + index + 1,
    startColumn: 1,
    endColumn: 2,
  });
  const hints = lines.map(([, { help, unit }]) => `${help}${unit === null ? '' : `（单位：${unit}）`}`);
  const body = lines.map(([field, column], index) => [
    cell(`${column.header}${column.required ? '*' : ''}`, 'label'),
    cellOf(column, content.values[field]),
    cell(hints[index] ?? '', 'hint'),
  ]);
  const header = ['项目（* 必填）', '填写', '说明'].map((text) => cell(text, 'header'));
  const bodyHeights = hints.map((hint) => Math.max(lineHeight, textHeight(hint, hintWidth)));
  const total = widths.reduce((sum, width) => sum + width, 0);
  return {
    title: form.title,
    tabColour: content.tabColour,
    frozenRows: headRows,
    frozenColumns: 0,
    widths,
    heights: { 0: 36, 1: textHeight(form.help, total), 2: 28, ...shifted(bodyHeights) },
    rows: [...head(content.heading, form.help, widths.length), header, ...body],
    merges: headMerges(widths.length),
    validations: lines.flatMap(([, column], index) => validationOf(column, valueArea(index)) ?? []),
    open: lines.flatMap(([, { open }], index) => (open ? [valueArea(index)] : [])),
    colours: [],
    filter: null,
  };
}

function shifted(heights: readonly number[]): Readonly<Record<number, number>> {
  return Object.fromEntries(heights.map((height, index) => [headRows + index, height] as const));
}
