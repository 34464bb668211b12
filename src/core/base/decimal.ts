/** Exact decimal arithmetic on plain numbers, rounded half up: what a clerk gets with pen and paper. */
import Big from 'big.js';

/** Whole numbers add up exactly as they are, and many times quicker: figures of so many parts are counted in those. */
const parts = 1_000_000;

/** The sum without binary rounding: 0.1 + 0.2 is 0.3. */
export function sum(values: readonly number[]): number {
  let whole = 0;
  let exact: Big | null = null;
  for (const value of values) {
    const counted = Math.round(value * parts);
    // Of a figure with more decimals, or too large to be multiplied exactly, the way back leads elsewhere.
    if (Number.isSafeInteger(whole + counted) && counted / parts === value) whole += counted;
    else exact = (exact ?? new Big(0)).plus(value);
  }
  return exact === null ? whole / parts : exact.plus(new Big(whole).div(parts)).toNumber();
}

export function subtract(left: number, right: number): number {
  if (areWhole(left, right) && Number.isSafeInteger(left - right)) return left - right;
  return new Big(left).minus(right).toNumber();
}

export function multiply(left: number, right: number): number {
  if (areWhole(left, right) && Number.isSafeInteger(left * right)) return left * right;
  return new Big(left).times(right).toNumber();
}

/** The quotient, of figures with decimals to 20 places; null when dividing by 0. */
export function divide(dividend: number, divisor: number): number | null {
  if (divisor === 0) return null;
  return areWhole(dividend, divisor) ? dividend / divisor : new Big(dividend).div(divisor).toNumber();
}

/** Nothing is lost of whole numbers before they are put together. */
function areWhole(left: number, right: number): boolean {
  return Number.isSafeInteger(left) && Number.isSafeInteger(right);
}

/** Rounded half up (away from zero) to `places` decimals: 2.675 to 2 places is 2.68. */
export function round(value: number, places: number): number {
  return new Big(value).round(places, Big.roundHalfUp).toNumber();
}

/** The nearest number of so many places that is no larger, of what is not below zero. */
export function roundDown(value: number, places: number): number {
  return new Big(value).round(places, Big.roundDown).toNumber();
}

/** Rounded half up and printed with exactly `places` decimals: `86.8`. */
export function fixed(value: number, places: number): string {
  return new Big(value).round(places, Big.roundHalfUp).toFixed(places);
}

const mostPlaces = 6;

/**
 * How many decimals, one at least, keep the rounded value on the side of each mark where it is: 99.97 is no 100, and 89.96 does
 * not reach 90.
 */
export function placesBeside(value: number, marks: readonly number[]): number {
  const isTold = (places: number): boolean =>
    marks.every((mark) => Math.sign(round(value, places) - mark) === Math.sign(value - mark));
  let places = 1;
  while (places < mostPlaces && !isTold(places)) places++;
  return places;
}

/**
 * A percentage without its sign, to one decimal, half up; exactly 100 and 0 without decimal: `86.8`, `100`. With more decimals
 * where one would make it 0, 100 or the threshold that it is not: `99.97`.
 */
export function percentDigits(value: number, threshold: number | null = null): string {
  if (value === 100 || value === 0) return plain(value);
  return fixed(value, placesBeside(value, [0, 100, ...(threshold === null ? [] : [threshold])]));
}

/** The number in plain digits without exponent or needless zeros: `9500`, `2.86`. */
export function plain(value: number): string {
  return new Big(value).toFixed();
}
