/** Exact numbers: whole numerators over whole denominators, and how they are printed. */

/** `above / below`, below always positive. */
export interface Fraction {
  readonly above: bigint;
  readonly below: bigint;
}

/** A whole number. */
export function whole(value: number): Fraction {
  return { above: BigInt(value), below: 1n };
}

/** The number a text of digits spells out, with or without decimals: `12`, `0.5`. */
export function spelled(text: string): Fraction {
  const match = /^(-?\d+)(?:\.(\d+))?$/u.exec(text);
  if (match === null) throw new Error(`"${text}" is no number`);
  const [, integer = '', decimals = ''] = match;
  return { above: BigInt(integer + decimals), below: 10n ** BigInt(decimals.length) };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return { above: a.above * b.below + b.above * a.below, below: a.below * b.below };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { above: -b.above, below: b.below });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { above: a.above * b.above, below: a.below * b.below };
}

/** `b` is greater than 0. */
export function over(a: Fraction, b: Fraction): Fraction {
  if (b.above <= 0n) throw new Error('nothing to divide by');
  return { above: a.above * b.below, below: a.below * b.above };
}

/** Below 0, 0 or above 0 as `a` is smaller than, equal to or greater than `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.above * b.below - b.above * a.below;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function total(parts: readonly Fraction[]): Fraction {
  return parts.reduce(add, whole(0));
}

/** Printed with exactly so many decimals, half up; not for numbers below 0. */
export function fixed({ above, below }: Fraction, decimals: number): string {
  const scaled = (2n * above * 10n ** BigInt(decimals) + below) / (2n * below);
  const digits = scaled.toString().padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  return decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

/** Half up to so many decimals and printed without needless zeros: 2.50 is `2.5`. */
export function plain(value: Fraction, decimals: number): string {
  const text = fixed(value, decimals);
  return text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
}

/** The nearest number of the language, to be compared with what a program computed in such numbers. */
export function nearest({ above, below }: Fraction): number {
  return Number(above) / Number(below);
}

/** Whether the number is the fraction but for the last bits of its computation. */
export function isNear(value: number, wanted: Fraction): boolean {
  const exact = nearest(wanted);
  return value === exact || Math.abs(value - exact) <= Math.abs(exact) * 1e-12;
}
