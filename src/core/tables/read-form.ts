/** Reads a form: lines of label and value, wherever on the sheet they stand. */
import { cellAt, shownAt, type Grid } from '../base/grid';
import { placeAt, sheetPlace } from '../base/place';
import type { Problem } from '../base/problem';
import { cellSpan, type Taken } from '../base/taken';
import { headerKey } from '../base/text';
import { formCells } from './account/form-cells';
import { strayProblems } from './account/stray-cells';
import type { ReadingContext } from './declared';
import { formLabels, labelsOf, type Label } from './form-labels';
import { coveredProblems } from './merged/merged-cells';
import { rowSigns, type RowSigns } from './other-rows/row-signs';
import { readCell, type ReadCell } from './read-cell';
import type { Read, RowOf } from './read-row';
import { originalPlace, originalProblems, originalTaken, shapedTaken } from './shapes/original-places';
import { shapedOf } from './shapes/shaped-grid';
import type { Column, Columns, Form } from './sheet';
import { struckDoubt } from './struck-rows';
import { problemsOf, untouchedIn, type FilledRecord } from './unfilled-sheet';

export interface ReadForm<C extends Columns> {
  readonly fields: RowOf<C>;
  readonly problems: readonly Problem[];
  /** Labels with a value beside them that the form does not declare. */
  readonly unknown: readonly Problem[];
  readonly taken: readonly Taken[];
}

/**
 * A label may stand in column A or B, its value in the next column; a line that is missing counts as left blank. Of a sheet that
 * stood in another shape all is told by the places people see.
 */
export function readForm<C extends Columns>(grid: Grid, form: Form<C>, context: ReadingContext): ReadForm<C> {
  const read = readLines(grid, form, context);
  const { problems, unknown, taken } = read;
  const told = {
    ...read,
    problems: [...shapedOf(grid).problems, ...originalProblems(grid, problems)],
    unknown: originalProblems(grid, unknown),
    taken: [...shapedTaken(grid), ...originalTaken(grid, taken)],
  };
  return shapedOf(grid).origins === null ? told : { ...told, fields: placedFields(grid, read.fields) };
}

function placedFields<C extends Columns>(grid: Grid, fields: RowOf<C>): RowOf<C> {
  const placed = originalPlace(grid);
  const own = Object.entries<Read<unknown>>(fields).map(([field, read]) => [
    field,
    { ...read, place: placed(read.place) },
  ]);
  // The fields are those that were read, which the compiler cannot follow.
  return Object.fromEntries(own) as RowOf<C>;
}

function readLines<C extends Columns>(grid: Grid, form: Form<C>, context: ReadingContext): ReadForm<C> {
  const labels = labelsOf(grid);
  const found = formLabels(grid, form, labels);
  const read = Object.entries<Column>(form.columns).map(([field, column]) => {
    const lines = found.get(field) ?? [];
    return { field, found: lines, ...readLine(grid, column, lines[0], context) };
  });
  const known = new Set([...found.values()].flat());
  const signs = rowSigns(context.declared.words.rows);
  const strange = labels.filter((label) => !known.has(label) && isStrange(grid, label, signs));
  const { taken, stray } = formCells(grid, form, { lines: found, strange }, signs);
  return {
    // Every field was read by its own column, which the compiler cannot follow.
    fields: Object.fromEntries(read.map((one) => [one.field, one.read])) as RowOf<C>,
    problems: [
      ...problemsOf(grid, form, [recordOf(form, read)]),
      ...strayProblems(grid, stray, '不在各项该填的格里'),
      ...read.flatMap((one) => twice(grid, one.found)),
      ...read.flatMap((one) => struck(grid, one.found[0])),
      ...coveredProblems(
        grid,
        () => true,
        () => false,
      ),
    ],
    unknown: strange.map((label) => unknownLabel(grid, label)),
    taken,
  };
}

/** One line of the form alone, for what must be known before the others can be read. */
export function readFormLine<C extends Columns, F extends keyof C & string>(
  grid: Grid,
  form: Form<C>,
  field: F,
  context: ReadingContext,
): { readonly read: RowOf<C>[F]; readonly problems: readonly Problem[] } {
  const column: Column | undefined = form.columns[field];
  if (column === undefined) throw new Error(`the form has no line ${field}`);
  const { read, problems } = readLine(grid, column, formLabels(grid, form).get(field)?.[0], context);
  // It was read by its own column, which the compiler cannot follow.
  return { read: read as RowOf<C>[F], problems };
}

/** What is said of a line that a form has not. */
export function lineMissing(header: string): string {
  return `没有找到“${header}”一行`;
}

/** All lines of the form as one record. */
function recordOf(form: Form, lines: readonly (ReadCell & { readonly field: string })[]): FilledRecord {
  return {
    isUntouched: untouchedIn(form)(Object.fromEntries(lines.map(({ field, read }) => [field, read]))),
    problems: lines.flatMap(({ problems }) => problems),
  };
}

function readLine(grid: Grid, column: Column, label: Label | undefined, context: ReadingContext): ReadCell {
  if (label !== undefined) {
    const place = placeAt(grid, label.row, label.column + 1);
    return readCell(cellAt(grid, label.row, label.column + 1), place, column, context);
  }
  const place = sheetPlace(grid);
  const missing: Problem = {
    code: 'line-missing',
    level: 'error',
    place,
    actual: '',
    reason: lineMissing(column.header),
    expected: `请补上这一行，名称可用：${[column.header, ...column.synonyms].join('、')}`,
  };
  return { read: { value: null, shown: '', place }, problems: column.required ? [missing] : [] };
}

/** The label or its value. */
function struck(grid: Grid, label: Label | undefined): readonly Problem[] {
  if (label === undefined) return [];
  const columns = [label.column, label.column + 1];
  const found = columns.filter((column) => cellAt(grid, label.row, column).isStruck === true);
  return struckDoubt(grid, label.row, found, found.length === columns.length);
}

function twice(grid: Grid, found: readonly Label[]): readonly Problem[] {
  return found.slice(1).map((label) => ({
    code: 'line-twice',
    level: 'doubt',
    place: placeAt(grid, label.row, label.column),
    actual: shownAt(grid, label.row, label.column),
    reason: `“${shownAt(grid, label.row, label.column)}”写了两行，采用了前一行`,
    expected: '请删去多余的一行',
    covers: [cellSpan(grid, label.row, label.column + 1)],
  }));
}

/** A label nobody declared with a value beside it. */
function isStrange(grid: Grid, label: Label, { lineHeading }: RowSigns): boolean {
  return !lineHeading.test(label.key) && headerKey(shownAt(grid, label.row, label.column + 1)) !== '';
}

function unknownLabel(grid: Grid, label: Label): Problem {
  const shown = shownAt(grid, label.row, label.column);
  return {
    code: 'label-unknown',
    level: 'doubt',
    place: placeAt(grid, label.row, label.column),
    actual: shown,
    reason: `不认识“${shown}”这一项，没有采用`,
    expected: '请检查是否写错；不需要的请删去',
    covers: [cellSpan(grid, label.row, 0), cellSpan(grid, label.row, label.column + 1)],
  };
}
