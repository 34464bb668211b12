/** Lines of the ledger as rows of the sheet 催办记录. */
import { reminderStateWords } from '../../base/state-words';
import type { ColumnsOf } from '../../edition/shapes';
import { type LedgerLine } from './ledger';

/** The values of one row, by field; an empty text is a blank cell. */
export type LedgerRow = Readonly<Record<keyof ColumnsOf<'ledger'>, string | number>>;

export function ledgerRow({ key, state, channel, claimedOn, ...line }: LedgerLine): LedgerRow {
  return { ...key, ...line, state: reminderStateWords[state], channel: channel ?? '', claimedOn: claimedOn ?? '' };
}
