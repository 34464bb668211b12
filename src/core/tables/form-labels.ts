/** Where the lines of a form stand on a sheet. */
import { shownAt, type Grid } from '../base/grid';
import { mappedName } from '../base/mapping';
import { oncePer } from '../base/once-per';
import { headerKey } from '../base/text';
import { isNumbering } from './other-rows/row-signs';
import type { Column, Form } from './sheet';

/** A text in column A or B with its value beside it. */
export interface Label {
  readonly key: string;
  readonly row: number;
  readonly column: number;
}

/** All labels: column A, or column B where A is blank or a mere number. */
export function labelsOf(grid: Grid): readonly Label[] {
  return grid.rows.flatMap((_, row) => {
    const first = headerKey(shownAt(grid, row, 0));
    const column = first === '' || isNumbering(first) ? 1 : 0;
    const key = headerKey(shownAt(grid, row, column));
    return key === '' ? [] : [{ key, row, column }];
  });
}

/** Field → the lines that bear its name, from the top; the office's own word (列对应) goes before the declared names. */
export function formLabels(grid: Grid, form: Form, labels = labelsOf(grid)): ReadonlyMap<string, readonly Label[]> {
  const meant = labels.map((label) => ({ label, mapped: mappedName(grid.mapping, form.title, label.key) }));
  return new Map(
    linesOf(form).map(({ field, header, keys }) => {
      const own = meant.filter(({ mapped }) => mapped === header);
      const named = own.length > 0 ? own : meant.filter(({ label, mapped }) => mapped === null && keys.has(label.key));
      return [field, named.map(({ label }) => label)];
    }),
  );
}

/** The lines of a form, with the compared forms of their names. */
const linesOf = oncePer(({ columns }: Form) =>
  Object.entries<Column>(columns).map(([field, { header, synonyms, usages }]) => ({
    field,
    header,
    keys: new Set([header, ...synonyms, ...usages].map(headerKey)),
  })),
);
