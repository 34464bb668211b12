/** Numbers whose format writes a unit or shrinks them: they mean what they would mean typed as they are shown. */
import { divide, plain } from '../base/decimal';
import type { Cell } from '../base/grid';
import { typedNumber, type TypedNumber } from './typed-number';

/** The whole number as it would be typed: `3.456万元` for 3.456 shown as 3.5万元; null where the format says nothing. */
export function textByFormat({ value, format }: Cell): string | null {
  if (typeof value !== 'number' || (format?.unit === undefined && format?.scale === undefined)) return null;
  const shown = format.scale === undefined ? value : (divide(value, format.scale) ?? value);
  return `${plain(shown)}${format.unit ?? ''}`;
}

/** That text taken apart; null also where its words are no unit: such a format only decorates. */
export function typedByFormat(cell: Cell): TypedNumber | 'number-percent' | null {
  const text = textByFormat(cell);
  const typed = text === null ? null : typedNumber(text);
  return typeof typed === 'string' && typed !== 'number-percent' ? null : typed;
}
