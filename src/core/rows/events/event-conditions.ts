/** Whether a row of an own sheet counts. */
import { nameKey } from '../../base/text';
import { markOf } from '../../cells/read-day';
import type { Condition } from '../../edition/edition';
import { saidIn } from './event-cells';
import type { Column, Columns } from '../../tables/sheet';
import type { EventRow, Said } from '../rows';

/** `columns` are the table's; `ownNames` are the compared names of the row's department. */
export function meets(
  row: EventRow,
  condition: Condition,
  columns: Columns,
  ownNames: readonly string[] = [],
): boolean {
  const said = saidIn(row, condition.field);
  const { value } = said;
  switch (condition.test) {
    case 'is':
      return wordOf(value) === condition.word;
    case 'is-not':
      return wordOf(value) !== condition.word;
    case 'filled':
      return isFilled(said, columns[condition.field]);
    case 'dated':
      return said.isAbsent === true || isFilled(said, columns[condition.field]);
    case 'once':
      return true;
    case 'own-name':
      return typeof value === 'string' && ownNames.includes(nameKey(value));
  }
}

function isFilled({ value, shown }: Said, column: Column | undefined): boolean {
  return value !== null || markOf(shown, column?.choiceUsages) === '是';
}

/** Yes and no as they are written; what is no text is no word either. */
function wordOf(value: unknown): unknown {
  return value === true ? '是' : value === false ? '否' : value;
}
