/** Whether a row of an own sheet counts. */
import { nameKey } from '../../base/text';
import { markOf } from '../../cells/read-day';
import type { Condition } from '../../edition/edition';
import { saidIn } from './event-cells';
import type { Columns } from '../../tables/sheet';
import type { EventRow } from '../rows';

/** `columns` are the table's; `ownNames` are the compared names of the row's department. */
export function meets(
  row: EventRow,
  condition: Condition,
  columns: Columns,
  ownNames: readonly string[] = [],
): boolean {
  const { value, shown, isAbsent = false } = saidIn(row, condition.field);
  switch (condition.test) {
    case 'is':
      return wordOf(value) === condition.word;
    case 'is-not':
      return wordOf(value) !== condition.word;
    case 'filled':
    case 'dated':
      return (
        (condition.test === 'dated' && isAbsent) ||
        value !== null ||
        markOf(shown, columns[condition.field]?.choiceUsages) === '是'
      );
    case 'once':
      return true;
    case 'own-name':
      return typeof value === 'string' && ownNames.includes(nameKey(value));
  }
}

/** Yes and no as they are written; what is no text is no word either. */
function wordOf(value: unknown): unknown {
  return value === true ? '是' : value === false ? '否' : value;
}
