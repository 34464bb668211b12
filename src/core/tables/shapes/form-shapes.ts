/** Forms as people lay them out: labels across over one row, two pairs in a row, a label above its value. One line a label is made. */
import { cellAt, isFilled, rowAt, shownAt, type Cell, type CellAt, type Grid } from '../../base/grid';
import { mappedName } from '../../base/mapping';
import { mergeFrom } from '../merged/merges';
import { oncePer } from '../../base/once-per';
import { headerKey, isBlankText } from '../../base/text';
import { strayProblems } from '../account/stray-cells';
import type { Declared } from '../declared';
import { findHeader } from '../find-header';
import { formLabels } from '../form-labels';
import { knownNames } from '../match-headers';
import { isRemarkText } from '../other-rows/remark-rows';
import { rowSigns } from '../other-rows/row-signs';
import type { Column, Form, Table } from '../sheet';
import { onlyFilled } from '../table-layout';
import { acrossRows, acrossValue, type AcrossColumn, type AcrossContext } from './across';
import { besideAcross } from '../account/around-figures';
import type { FormLine, FormLines } from './form-lines';
import { rosterLines } from './roster';
import { asRows, takenAs, textCell, type ShapedCell, type ShapedGrid } from './shaped-grid';

const enough = 2;

/** The form with a line a label; the same grid where it stands so, or is no such form. */
export function formShaped(grid: Grid, form: Form, context: AcrossContext): Grid {
  const counted = rosterLines(grid, form, context.declared);
  if (counted !== null) return lined(grid, counted);
  const plain = [...formLabels(grid, form).values()].filter((labels) => labels.length > 0).length;
  const across = acrossLines(grid, form, context, Math.max(enough - 1, plain));
  const pairs = pairLines(grid, form, context);
  if (across !== null && filledLines(across) >= filledLines(pairs)) return lined(grid, across);
  return filledLines(pairs) > Math.max(enough - 1, plain) ? lined(grid, pairs) : grid;
}

function filledLines({ lines }: FormLines): number {
  return lines.filter(({ value }) => !isBlankText(value.shown)).length;
}

/** The grid as these lines. */
export function lined(grid: Grid, { lines, taken, problems }: FormLines): ShapedGrid {
  const rows = lines.map(({ label, value }) => [textCell(label), value]);
  return asRows(grid, rows, { taken, problems, origins: lines.map(({ labelAt, valueAt }) => [labelAt, valueAt]) });
}

const asTable = oncePer((form: Form): Table => ({ ...form, kind: 'table' }));

/** Labels across, with their values in one row below, or in several that add up; null unless more than `least` are named. */
function acrossLines(grid: Grid, form: Form, context: AcrossContext, least: number): FormLines | null {
  // The usual form is no wider than its lines are many.
  if (grid.rows.every(({ length }) => length <= least)) return null;
  const found = findHeader(grid, asTable(form), context.declared);
  if (found === null || found.matches.size <= least) return null;
  const across = [...found.columns].map(([field, column]): AcrossColumn => {
    const unit = form.columns[field]?.unit ?? '';
    return {
      column,
      unit,
      line: { code: field, names: [form.columns[field]?.header ?? field], usages: [], unit, about: '', adds: 'latest' },
    };
  });
  const header = { band: { ...found.band, bottom: found.headerRow }, across };
  const rows = acrossRows(grid, header, context);
  if (rows.own.length === 0) return null;
  const made = across.map((one) => ({ one, value: acrossValue(grid, one, rows) }));
  const beside = besideAcross(grid, header, rows, context.declared);
  return {
    lines: made.map(({ one, value }) => ({
      label: one.line.names[0] ?? '',
      value: value.cell,
      labelAt: { row: found.band.bottom, column: one.column },
      valueAt: value.at,
    })),
    taken: beside.taken,
    problems: [...beside.problems, ...rows.problems, ...made.flatMap(({ value }) => value.problems)],
  };
}

/** Each known label with the value to its right, or below it where another label or nothing stands to the right. */
function pairLines(grid: Grid, form: Form, { declared }: AcrossContext): FormLines {
  const names = labelNames(form);
  const labelAt = (row: number, column: number): string | undefined => {
    const key = headerKey(shownAt(grid, row, column));
    const said = mappedName(grid.mapping, form.title, key);
    if (said !== null) return names.get(headerKey(said));
    return names.get(key) ?? names.get(key.replace(/\([^()]*\)$/u, ''));
  };
  return pairsOf(allRows(grid), labelAt, declared);
}

/** The rows of a sheet on which a form stands; those below it, and above, are blank for it. */
export interface FormRows {
  readonly grid: Grid;
  readonly from: number;
  /** Exclusive. */
  readonly end: number;
}

/** The lines of the cells that are labels, each with the value beside it; of a label that comes again the first. */
export function pairsOf(form: FormRows, labelAt: LabelAt, { words }: Pick<Declared, 'words'>): FormLines {
  const lines = linesIn(form, labelAt, new Set());
  const values = new Set(lines.map(({ valueAt: { row, column } }) => `${String(row)},${String(column)}`));
  return { lines, ...besidePairs(form, lines, values, isRemark(words.rows)) };
}

/** All cells that are labels, however often one comes. */
export function labelsOf(grid: Grid, labelAt: LabelAt): readonly FormLine[] {
  return linesIn(allRows(grid), labelAt, null);
}

/** A form that is the whole sheet. */
export function allRows(grid: Grid): FormRows {
  return { grid, from: 0, end: grid.rows.length };
}

/** `seen`: the labels there were, each of which counts once; null where each counts as often as it comes. */
function linesIn(form: FormRows, labelAt: LabelAt, seen: Set<string> | null): readonly FormLine[] {
  const { grid, from, end } = form;
  const lines: FormLine[] = [];
  const values = new Set<string>();
  for (let row = from; row < end; row += 1)
    rowAt(grid, row).forEach((_, column) => {
      const label = labelAt(row, column);
      if (label === undefined || values.has(`${String(row)},${String(column)}`) || seen?.has(label) === true) return;
      const valueAt = valuePlace(form, { row, column }, labelAt);
      values.add(`${String(valueAt.row)},${String(valueAt.column)}`);
      seen?.add(label);
      lines.push({ label, value: cellAt(grid, valueAt.row, valueAt.column), labelAt: { row, column }, valueAt });
    });
  return lines;
}

/** By each name of a line, as labels are written, its declared header. */
export const labelNames = oncePer(
  ({ columns }: Pick<Form | Table, 'columns'>): ReadonlyMap<string, string> =>
    new Map(
      Object.entries<Column>(columns).flatMap(([field, column]) =>
        knownNames({ columns: { [field]: column } }).map((name) => [name, column.header] as const),
      ),
    ),
);

/** The label a cell is; undefined for none. */
type LabelAt = (row: number, column: number) => string | undefined;

function valuePlace({ grid, end }: FormRows, { row, column }: CellAt, labelAt: LabelAt): CellAt {
  const merge = mergeFrom(grid.merges, row, column);
  const right = { row, column: merge?.endColumn ?? column + 1 };
  const below = { row: merge?.endRow ?? row + 1, column };
  const isValue = (at: CellAt): boolean =>
    at.row < end && !isBlankText(shownAt(grid, at.row, at.column)) && labelAt(at.row, at.column) === undefined;
  return isValue(right) || !isValue(below) ? right : below;
}

function isRemark(words: Parameters<typeof rowSigns>[0]): (cell: Cell) => boolean {
  const signs = rowSigns(words);
  return (cell) => isRemarkText(cell, signs);
}

/** A title above, remarks, and what stands where nobody reads. */
function besidePairs(
  { grid, from, end }: FormRows,
  lines: readonly FormLine[],
  values: ReadonlySet<string>,
  isNote: (cell: Cell) => boolean,
): Pick<FormLines, 'taken' | 'problems'> {
  const labels = new Set(lines.map(({ labelAt: { row, column } }) => `${String(row)},${String(column)}`));
  const taken: ShapedCell[] = [];
  const stray: CellAt[] = [];
  for (let row = from; row < end; row += 1) {
    const cells = rowAt(grid, row);
    const only = onlyFilled(cells);
    cells.forEach((cell, column) => {
      const name = `${String(row)},${String(column)}`;
      if (!isFilled(cell) || labels.has(name) || values.has(name)) return;
      if (only === column && cell.kind === 'text')
        taken.push(...takenAs(taken.length === 0 ? 'title' : 'note', [{ row, column }]));
      else if (isNote(cell)) taken.push(...takenAs('note', [{ row, column }]));
      else stray.push({ row, column });
    });
  }
  return { taken, problems: strayProblems(grid, stray, '不在各项该填的格里') };
}
