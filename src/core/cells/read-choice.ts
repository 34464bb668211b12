/** Reads a cell that holds one of a few words. */
import type { Cell } from '../base/grid';
import { nameKey } from '../base/text';
import type { ReadContext, Reading } from './readings';
import { cellText, nothing, readError, refused } from './remarks';

/** The choice as the column spells it, compared without spaces and width; any other word is refused with the list. */
export function readChoice(cell: Cell, context: ReadContext): Reading<string> {
  const failed = readError(cell, context);
  if (failed !== null) return failed;
  const key = nameKey(cellText(cell)).replace(/。$/u, '');
  if (key === '') return nothing;
  const choice = context.choices.find((word) => nameKey(word) === key);
  return choice === undefined
    ? refused('choice-unknown', cell, context, context.choices.join('、'))
    : { value: choice, remarks: [] };
}
