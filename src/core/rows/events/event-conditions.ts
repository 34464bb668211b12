/** Whether a row of an own sheet counts. */
import { nameKey } from '../../base/text';
import { isAffirmed } from '../../cells/read-day';
import type { Condition } from '../../edition/edition';
import { saidIn } from './event-cells';
import type { EventRow } from '../rows';

/** `ownNames` are the compared names of the row's department. */
export function meets(row: EventRow, condition: Condition, ownNames: readonly string[]): boolean {
  const { value, shown } = saidIn(row, condition.field);
  switch (condition.test) {
    case 'is':
      return wordOf(value) === condition.word;
    case 'is-not':
      return wordOf(value) !== condition.word;
    case 'filled':
      return value !== null || isAffirmed(shown);
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
