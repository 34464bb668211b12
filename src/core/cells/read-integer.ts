/** Reads a whole number such as a year or a count of days. */
import type { Cell } from '../base/grid';
import { textByFormat, typedByFormat } from './number-format';
import type { ReadContext, Reading } from './readings';
import { cellText, nothingRead, readError, refused } from './remarks';
import { typedNumber } from './typed-number';
import { unitFits } from './units';

/** 2022, `2022年`, `10个工作日`, `第3期`; nothing for / and 无, as in a column of days; anything with a fraction, a sign or a qualifier is refused. */
export function readInteger(cell: Cell, context: ReadContext): Reading<number> {
  const failed = readError(cell, context);
  if (failed !== null) return failed;
  const text = cellText(cell);
  if (/^([-—/]*|无)$/u.test(text)) return nothingRead;
  const typed = cell.kind === 'number' ? numberOf(cell, context) : typedInteger(text, context);
  const example = context.choices[0] ?? (context.header.includes('年') ? String(context.reportYear) : '10');
  const usable = typed !== null && Number.isSafeInteger(typed) && typed >= 0;
  return usable ? { value: typed, remarks: [] } : refused('integer-unreadable', cell, context, example);
}

/** By what its format writes behind it, too: 2022 shown as 2022年. */
function numberOf(cell: Cell, context: ReadContext): number | null {
  const text = typedByFormat(cell) === null ? null : textByFormat(cell);
  return text === null ? Number(cell.value) : typedInteger(text, context);
}

function typedInteger(text: string, context: ReadContext): number | null {
  const typed = typedNumber(text.replace(/年度?$/u, '').replace(/^第(?=.*期$)/u, ''));
  if (typeof typed === 'string' || typed.qualifier !== '' || !unitFits(typed.unit, context.unit, context.words.units))
    return null;
  return typed.value;
}
