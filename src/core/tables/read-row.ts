/** A row as it was read by its sheet's declaration: each field with its value and its cell. */
import type { Place } from '../base/place';
import type { ColumnValues, Columns } from './sheet';

/** One read cell. `value` is null when blank or unreadable (then a problem was listed); `shown` is what stands there. */
export interface Read<T> {
  readonly value: T | null;
  readonly shown: string;
  readonly place: Place;
  /** The sheet has no such column, and nothing says what then holds of each row: a blank cell would have said more. */
  readonly isAbsent?: true;
}

/** A cell without its place. */
export type Said = Omit<Read<unknown>, 'place'>;

/** Field name → what was read, typed by the column. */
export type RowOf<C extends Columns> = {
  readonly [F in keyof C]: Read<ColumnValues[C[F]['type']]>;
};

/** What was read, or what holds where nothing was. */
export function valueOr<T>(read: Read<T>, otherwise: T): T {
  return read.value ?? otherwise;
}

/** The text that was read, empty where none was. */
export function textOf(read: Read<string>): string {
  return read.value ?? '';
}
