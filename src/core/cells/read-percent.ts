/** Reads a percentage of 0 to 100. */
import { multiply, plain } from '../base/decimal';
import type { Cell } from '../base/grid';
import { chineseNumber } from './chinese-number';
import { textByFormat } from './number-format';
import type { Quantity, ReadContext, Reading } from './readings';
import { exactly, readUncounted, typedRemarks } from './read-quantity';
import { unmarkedText, refused } from './remarks';
import { typedNumber } from './typed-number';

/**
 * The value in percent: 80 for 80 %, 百分之八十, a percent cell of 0.8, or a plain 80. A plain 0.8 or 1 may mean 80 % or
 * 0.8 %: it is asked, not used.
 */
export function readPercent(cell: Cell, context: ReadContext): Reading<Quantity> {
  const special = readUncounted(cell, context);
  if (special !== null) return special;
  if (typeof cell.value === 'number') {
    if (cell.kind === 'percent') return inRange(cell, context, multiply(cell.value, 100));
    const byFormat = textByFormat(cell);
    return byFormat === null ? plainNumber(cell, context, cell.value) : typedPercent(cell, context, byFormat);
  }
  const text = unmarkedText(cell).replace(/\s/gu, '');
  const words = /^百分之(.+)$/u.exec(text)?.[1];
  if (words !== undefined) {
    const value = /^\d+(\.\d+)?$/u.test(words) ? Number(words) : chineseNumber(words === '百' ? '一百' : words);
    return value === null ? refused('number-unreadable', cell, context) : inRange(cell, context, value);
  }
  return typedPercent(cell, context, text);
}

/** `80%`, `约80%`, `80`. */
function typedPercent(cell: Cell, context: ReadContext, text: string): Reading<Quantity> {
  const typed = typedNumber(text.replace(/%/u, ''));
  if (typeof typed === 'string') return refused(typed, cell, context);
  if (typed.unit !== '') return refused('number-unit', cell, context, typed.unit);
  const read = text.includes('%') ? inRange(cell, context, typed.value) : plainNumber(cell, context, typed.value);
  if (read.value === null) return read;
  return {
    value: { ...read.value, qualifier: typed.qualifier },
    remarks: typedRemarks(cell, context, typed, `${plain(typed.value)}%`),
  };
}

function plainNumber(cell: Cell, context: ReadContext, value: number): Reading<Quantity> {
  return value > 0 && value <= 1 ? refused('percent-ask', cell, context) : inRange(cell, context, value);
}

function inRange(cell: Cell, context: ReadContext, value: number): Reading<Quantity> {
  if (value < 0) return refused('number-negative', cell, context);
  return value > 100 ? refused('percent-over', cell, context) : { value: exactly(value), remarks: [] };
}
