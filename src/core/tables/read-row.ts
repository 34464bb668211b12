/** A row as it was read by its sheet's declaration: each field with its value and its cell. */
import type { Place } from '../base/place';
import type { ColumnValues, Columns } from './sheet';

/** One read cell. `value` is null when blank or unreadable (then a problem was listed); `shown` is what stands there. */
export interface Read<T> {
  readonly value: T | null;
  readonly shown: string;
  readonly place: Place;
}

/** A cell without its place. */
export type Said = Pick<Read<unknown>, 'value' | 'shown'>;

/** Different words remembered of one column. */
const remembered = 1000;

/** The same word of the same column is one object. */
export function saidOnce(): (field: string, read: Said) => Said {
  const known = new Map<string, Map<string, Said>>();
  return (field, { value, shown }) => {
    let words = known.get(field);
    if (words === undefined) known.set(field, (words = new Map<string, Said>()));
    const met = words.get(shown);
    if (met && met.value === value) return met;
    const said = { value, shown };
    if (words.size < remembered) words.set(shown, said);
    return said;
  };
}

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
