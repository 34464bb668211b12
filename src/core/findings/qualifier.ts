/** 余, 约, 近 … of figures that are put together, and between which numbers the true ones lie. */
import { divide, multiply, sum } from '../base/decimal';
import type { Qualifier, Quantity } from '../cells/readings';
import { rangeOf, type OpenRow, type Range, type Said } from '../rows/said';

/** A figure, exact or not; null for none. */
export interface Inexact {
  readonly value: number | null;
  readonly qualifier: Qualifier;
  readonly range: Range | null;
}

/** What nobody gave. */
export const noRange: Inexact = { value: null, qualifier: '', range: null };

/** The figure that was said. */
export function inexactOf(said: Said): Inexact {
  if (said.kind !== 'known') return noRange;
  const { value, qualifier, range } = said;
  return { value, qualifier, range: range ?? rangeOf(value, qualifier) };
}

/** The number that was read. */
export function inexactQuantity({ value, qualifier, atMost }: Quantity): Inexact {
  return value === null ? noRange : { value, qualifier, range: rangeOf(value, qualifier, atMost) };
}

/** So many of each. */
export function multiplied(left: Inexact, right: Inexact): Inexact {
  if (left.value === null || right.value === null || left.range === null || right.range === null) return noRange;
  const [a, b] = [left.qualifier, right.qualifier];
  return {
    value: multiply(left.value, right.value),
    qualifier: a === '' || a === b ? b : b === '' ? a : '约',
    range: { low: times(left.range.low, right.range.low), high: times(left.range.high, right.range.high) },
  };
}

function times(left: number, right: number): number {
  return Number.isFinite(left) && Number.isFinite(right) ? multiply(left, right) : left * right;
}

/** Of the sum; what is not there adds nothing. */
export function addedRange(parts: readonly Pick<Inexact, 'range'>[]): Range {
  const lows = parts.map(({ range }) => range?.low ?? 0);
  const highs = parts.map(({ range }) => range?.high ?? 0);
  const open = parts.map(({ range }) => (range === null ? [] : openIn(range)));
  const sums = { low: added(lows), high: added(highs) };
  if (sums.low === sums.high || !open.every((rows) => rows !== null)) return sums;
  return { ...sums, open: open.flat() };
}

/** The rows that leave it open; null where that is not all that does. */
function openIn({ low, high, open }: Range): readonly OpenRow[] | null {
  return low === high ? [] : (open ?? null);
}

/** Of what is left of the first when the second is taken off. */
export function lessRange(from: Range, off: Range): Range {
  if (off.low === 0 && off.high === 0) return from;
  return { low: added([from.low, -off.high]), high: added([from.high, -off.low]) };
}

/** Of parts of a whole, as `times` of it; where the whole may be nothing, without an end. */
export function dividedRange(part: Range, whole: Range, of: number): Range {
  const [own, all] = [openIn(part), openIn(whole)];
  if (own !== null && all !== null && own.length + all.length > 0) return sharedRange(part, whole, { own, all, of });
  return { low: share(part.low, whole.high, of), high: share(part.high, whole.low, of) };
}

/** Where rows leave both open, a row that may be none is in both or in neither. */
function sharedRange(
  part: Range,
  whole: Range,
  { own, all, of }: { readonly own: readonly OpenRow[]; readonly all: readonly OpenRow[]; readonly of: number },
): Range {
  const ofWhole = new Map(all.map((one) => [one.row, one]));
  const both = own.filter(({ row }) => ofWhole.has(row));
  const asOne = both.filter(({ isVoid, row }) => isVoid && ofWhole.get(row)?.isVoid === true).length;
  const most = part.low + own.length;
  const alone = most - both.length;
  const low = share(part.low, whole.low + all.length - asOne, of);
  return { low, high: Math.max(share(most, whole.low + both.length, of), share(alone, whole.low, of)) };
}

function added(values: readonly number[]): number {
  return values.find((value) => !Number.isFinite(value)) ?? sum(values);
}

function share(part: number, whole: number, of: number): number {
  if (!Number.isFinite(part)) return part;
  return Number.isFinite(whole) ? (divide(multiply(part, of), whole) ?? Infinity) : 0;
}

/** A single figure keeps its word; as soon as several are put together and one is inexact, the whole is 约, or 至少 (至多) where all are no less (no more). */
export function joinQualifiers(
  parts: readonly { readonly value: number | null; readonly qualifier: Qualifier }[],
): Qualifier {
  let counted = 0;
  let word: Qualifier = '';
  const words = new Set<Qualifier>();
  for (const { value, qualifier } of parts) {
    if (value === null || value === 0) continue;
    counted += 1;
    if (qualifier === '') continue;
    word = qualifier;
    words.add(word);
  }
  if (words.size === 1 && (word === '至少' || word === '至多')) return word;
  return word !== '' && counted > 1 ? '约' : word;
}

/** The word of what is taken off, or divided by: the more it is, the less is left. */
export function turned(qualifier: Qualifier): Qualifier {
  return qualifier === '至少' ? '至多' : qualifier === '至多' ? '至少' : qualifier === '' ? '' : '约';
}

/** The number with unit as people write it: `约300人`, `300余人次`, `逾20万元`. */
export function qualified(number: string, unit: string, qualifier: Qualifier): string {
  if (qualifier === '余' || qualifier === '多') return `${number}${qualifier}${unit}`;
  return `${qualifier}${number}${unit}`;
}
