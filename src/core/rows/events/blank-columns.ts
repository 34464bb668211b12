/** Columns of an own sheet in which nobody has written anything: that each row says no is not known. */
import type { DetailSheet } from '../../edition/edition';
import type { ColumnType } from '../../tables/sheet';
import type { EventRow } from '../rows';
import { absentCell } from './event-rows';
import { saidIn } from './event-cells';

/** Blank days tell that nothing was done: the forms say so. */
const answering: readonly ColumnType[] = ['yesNo', 'choice'];

/** The rows, in which columns of answers that are blank throughout their sheet are told as columns that are not there. */
export function withoutBlankColumns(rows: readonly EventRow[], { sheet, shares }: DetailSheet): readonly EventRow[] {
  const asked = new Set(shares.flatMap(({ where }) => where.map(({ field }) => field)));
  const fields = [...asked].filter((field) => answering.includes(sheet.columns[field]?.type ?? 'text'));
  const blank = new Map<string, Set<string>>();
  for (const row of rows) {
    let open = blank.get(row.place.sheet ?? '');
    if (open === undefined) blank.set(row.place.sheet ?? '', (open = new Set(fields)));
    for (const field of open) if (!isSilent(row, field)) open.delete(field);
  }
  if ([...blank.values()].every((open) => open.size === 0)) return rows;
  return rows.map((row) => {
    const open = blank.get(row.place.sheet ?? '');
    if (open === undefined || open.size === 0) return row;
    const said = Object.fromEntries([...open].map((field) => [field, absentCell]));
    return { ...row, said: { ...row.said, ...said } };
  });
}

function isSilent(row: EventRow, field: string): boolean {
  const { value, shown } = saidIn(row, field);
  return value === null && shown.trim() === '';
}
