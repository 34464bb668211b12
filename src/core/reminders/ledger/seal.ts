/** A short text by which one sees whether lines of the ledger were removed, added or changed. */
import { keyText } from '../due-item';
import type { LedgerLine } from './ledger';

/**
 * Number of lines and a hash over all that sending is decided by, in any order of the lines: people may sort the sheet and
 * write remarks into 说明. Under 200 characters for any hash of 150.
 */
export function sealOf(lines: readonly LedgerLine[], hash: (text: string) => string): string {
  const texts = lines.map(({ key, state, receiver, mail, hash: text, channel, queuedOn, claimedOn, attempts }) =>
    JSON.stringify([keyText(key), state, receiver, mail, text, channel, queuedOn, claimedOn, attempts]),
  );
  return `${String(lines.length)}:${hash(texts.sort().join('\n'))}`;
}

/** Whether the lines are those that were sealed. */
export function sealFits(seal: string, lines: readonly LedgerLine[], hash: (text: string) => string): boolean {
  return seal === sealOf(lines, hash);
}
