/** Reads an amount of money into 万元, whatever unit was typed. */
import { divide, plain } from '../base/decimal';
import type { Cell } from '../base/grid';
import { typedByFormat } from './number-format';
import type { Quantity, ReadContext, Reading } from './readings';
import { exactly, readUncounted, typedRemarks } from './read-quantity';
import { cellText, refused, remark } from './remarks';
import { largest, typedNumber, type TypedNumber } from './typed-number';

const yuanPerWan = 10_000;
/** No fine is smaller: a bare 2.86 under 元 was probably meant in 万元. */
const smallestYuan = 10;

/**
 * The amount in 万元. A bare number is in the column's unit (元 or 万元); 28600元 and 2.86万 are converted and noted. A
 * bare number of 1000 or more under 万元 is probably in 元, one below 10 under 元 in 万元: used as it stands, and listed for a
 * look.
 */
export function readMoney(cell: Cell, context: ReadContext): Reading<Quantity> {
  const special = readUncounted(cell, context);
  if (special !== null) return special;
  if (cell.kind === 'percent') return refused('number-percent', cell, context);
  const typed = cell.kind === 'number' ? typedByFormat(cell) : typedAmount(cell);
  if (typed === null) return bare(cell, context, Number(cell.value));
  return typeof typed === 'string' ? refused(typed, cell, context) : typedMoney(cell, context, typed);
}

/** ¥ before a typed number says the unit as 元 behind it does, with a remark behind it that names no other, too; a format puts it before whatever is an amount. */
function typedAmount(cell: Cell): ReturnType<typeof typedNumber> {
  return typedNumber(cellText(cell).replace(/^¥\s*([\d,.]+)(?=$|\s*(?:注|[(〔[【][^元万]*$))/u, '$1元'));
}

function typedMoney(cell: Cell, context: ReadContext, typed: TypedNumber): Reading<Quantity> {
  if (typed.unit === '' && !typed.expanded) return withTyped(bare(cell, context, typed.value), cell, context, typed);
  if (typed.unit !== '' && typed.unit !== '元') return refused('number-unit', cell, context, typed.unit);
  const value = divide(typed.value, yuanPerWan) ?? 0;
  const said = typedRemarks(cell, context, { ...typed, expanded: false }, `${plain(value)}万元`);
  const isPlain = said.length > 0 || isColumnUnit(cell, context);
  return {
    value: { value, applies: true, qualifier: typed.qualifier },
    remarks: isPlain ? said : [remark('money-converted', cell, context, plain(value))],
  };
}

/** A number without unit. */
function bare(cell: Cell, context: ReadContext, value: number): Reading<Quantity> {
  if (value < 0) return refused('number-negative', cell, context);
  if (value > largest) return refused('number-too-large', cell, context);
  if (context.unit === '元') {
    const remarks = value > 0 && value < smallestYuan ? [remark('money-small', cell, context, plain(value))] : [];
    return { value: exactly(divide(value, yuanPerWan) ?? 0), remarks };
  }
  return { value: exactly(value), remarks: value >= 1000 ? [remark('money-large', cell, context, plain(value))] : [] };
}

function withTyped(
  reading: Reading<Quantity>,
  cell: Cell,
  context: ReadContext,
  typed: TypedNumber,
): Reading<Quantity> {
  if (reading.value === null) return reading;
  const counted = `${plain(reading.value.value ?? 0)}万元`;
  return {
    value: { ...reading.value, qualifier: typed.qualifier },
    remarks: [...reading.remarks, ...typedRemarks(cell, context, typed, counted)],
  };
}

/** Typed with just the unit the column has: nothing was converted in the clerk's eyes. */
function isColumnUnit(cell: Cell, context: ReadContext): boolean {
  const text = cellText(cell);
  return context.unit === '元' ? /\d元$/u.test(text) : text.includes('万元');
}
