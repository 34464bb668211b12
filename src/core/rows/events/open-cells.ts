/** Cells by which nobody knows whether a row counts, or how much. */
import { markOf } from '../../cells/read-day';
import { isNotAsked, isNothing } from '../../cells/read-quantity';
import type { Condition } from '../../edition/edition';
import { saidIn } from './event-cells';
import type { EventRow, Said } from '../rows';
import type { Column, Columns } from '../../tables/sheet';

/** Of rows, by field, what some of them leave open. */
export interface OpenFields {
  /** It could not be read, or does not say of what kind the row is. */
  readonly unread: ReadonlySet<string>;
  /** Its sheet has no such column. */
  readonly absent: ReadonlySet<string>;
}

/** Row by row for all fields: there may be a hundred thousand, and to fetch one costs more than to judge it. */
export function openFields(rows: readonly EventRow[], fields: readonly string[], columns: Columns): OpenFields {
  const [unread, absent] = [new Set<string>(), new Set<string>()];
  const asked = fields.map((field) => ({ field, column: columns[field] }));
  for (const row of rows)
    for (const { field, column } of asked) {
      const cell = saidIn(row, field);
      if (cell.isAbsent === true) absent.add(field);
      if (cell.value === null && isOpen(cell, column)) unread.add(field);
    }
  return { unread, absent };
}

/** Nobody knows whether the row counts: a word in the place of a day may say that it was done, or that it was not. */
export function isUnsure(row: EventRow, { field, test }: Condition, columns: Columns): boolean {
  const said = saidIn(row, field);
  if ((test === 'is' || test === 'filled') && isUntoldKind(said, columns[field])) return true;
  if (!isUnread(said, columns[field])) return false;
  return (test !== 'filled' && test !== 'dated') || markOf(said.shown, columns[field]?.choiceUsages) === null;
}

/**
 * Something stands in the cell and could not be read: what the rows add up to is then not known. A dash in the place of a day or of
 * 是 says what a blank does.
 */
export function isUnread({ value, shown }: Said, column: Column | undefined): boolean {
  if (value !== null || shown.trim() === '') return false;
  if (column?.type === 'choice') return !isNotAsked(shown);
  return !((column?.type === 'day' || column?.type === 'yesNo') && isNothing(shown));
}

/** Of what kind it is must be told, and is not: a blank is no other kind. */
function isUntoldKind({ value, shown, isAbsent }: Said, column: Column | undefined): boolean {
  return column?.type === 'choice' && column.required && value === null && shown.trim() === '' && isAbsent !== true;
}

function isOpen(said: Said, column: Column | undefined): boolean {
  return isUnread(said, column) || isUntoldKind(said, column);
}
