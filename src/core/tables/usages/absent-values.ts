/** What rows say of a column that is not there: nothing, a value, or a value only beside another column. */
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
  const own = open.map((field) => [field, { ...table.columns[field], whenAbsent: absentValue(table, field, fields) }]);
  // The fields are the table's own, which the compiler cannot follow.
  return { ...table, columns: { ...table.columns, ...(Object.fromEntries(own) as Partial<C>) } };
}
