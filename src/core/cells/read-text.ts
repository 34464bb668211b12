/** Reads free text as typed: nothing in it is a formula, a tag or an order to the program. */
import type { Cell } from '../base/grid';
import { isLostText, printable } from '../base/text';
import type { ReadContext, Reading } from './readings';
import { nothingRead, readError, refused, remark } from './remarks';

const longest = 2000;

/** A whole number from here on has more digits than a spreadsheet keeps: it is a code that has lost its last ones. */
const leastCode = 1e15;

/** The text without unprintable characters, trimmed; longer than 2000 characters it is refused. */
export function readText(cell: Cell, context: ReadContext): Reading<string> {
  const failed = readError(cell, context);
  if (failed !== null) return failed;
  if (isLostCode(cell)) return refused('text-long-number', cell, context);
  const typed = typeof cell.value === 'string' ? cell.value : cell.shown;
  const text = printable(typed).replace(/\r\n?/gu, '\n').trim();
  if (text === '') return nothingRead;
  if (text.length > longest) return refused('text-too-long', cell, context);
  // Zero-width marks are dropped in silence, true control characters are worth a word.
  const controls = /(?![\t\n\r])\p{Cc}/u.test(typed);
  return {
    value: text,
    remarks: [
      ...(controls ? [remark('control-characters', cell, context)] : []),
      ...(isLostText(text) ? [remark('text-lost', cell, context)] : []),
    ],
  };
}

function isLostCode({ value }: Cell): boolean {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) >= leastCode;
}
