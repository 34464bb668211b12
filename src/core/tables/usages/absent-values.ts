/** What rows say of a column that is not there: nothing, a value, or a value only beside another column. */
import { oncePer } from '../../base/once-per';
import type { Columns, Table } from '../sheet';

/** Stands between other columns' headers and the value that holds beside one of them: `应考、参考：0`. */
const beside = '：';

/** The value of each row where the field has no column; `named` are the fields that have one. Empty for nothing. */
export function absentValue(
  { columns }: Pick<Table, 'columns'>,
  field: string,
  named: Pick<ReadonlySet<string>, 'has'>,
): string {
  const whenAbsent = columns[field]?.whenAbsent ?? '';
  const [headers = '', value] = whenAbsent.split(beside);
  if (value === undefined) return whenAbsent;
  const known = headers.split('、');
  const isThere = Object.keys(columns).some((one) => named.has(one) && known.includes(columns[one]?.header ?? ''));
  return isThere ? value : '';
}

/** Whether the value of the field depends on another column. */
export function isBeside({ columns }: Pick<Table, 'columns'>, field: string): boolean {
  return columns[field]?.whenAbsent.includes(beside) === true;
}

/** The table with these values as they hold beside the columns that are named. */
export function withAbsentValues<C extends Columns>(
  table: Table<C>,
  named: () => Pick<ReadonlySet<string>, 'has'>,
): Table<C> {
  const open = Object.keys(table.columns).filter((field) => isBeside(table, field));
  if (open.length === 0) return table;
  const fields = named();
  return withWhenAbsent(
    table,
    open.map((field) => [field, absentValue(table, field, fields)]),
  );
}

/** The table with other values where these fields have no column: one object for the same values, by which much is remembered. */
export function withWhenAbsent<C extends Columns>(
  table: Table<C>,
  values: readonly (readonly [field: string, whenAbsent: string])[],
): Table<C> {
  const known = tablesByValues(table);
  const key = values.join('\n');
  const before = known.get(key);
  // The fields are the table's own, which the compiler cannot follow.
  if (before !== undefined) return before as Table<C>;
  const own = values.map(([field, whenAbsent]) => [field, { ...table.columns[field], whenAbsent }]);
  const made = { ...table, columns: { ...table.columns, ...(Object.fromEntries(own) as Partial<C>) } };
  known.set(key, made);
  plainTables.set(made, plainTable(table));
  return made;
}

const tablesByValues = oncePer<Table, Map<string, Table>>(() => new Map());
const plainTables = new WeakMap<Table, Table>();

/** The table as it is declared: its header is looked for by names alone. */
export function plainTable(table: Table): Table {
  return plainTables.get(table) ?? table;
}
