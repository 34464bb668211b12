/** 余, 约, 近 … of figures that are put together. */
import type { Qualifier } from '../cells/readings';

/** A single figure keeps its word; as soon as several are put together and one is inexact, the whole is 约. */
export function joinQualifiers(
  parts: readonly { readonly value: number | null; readonly qualifier: Qualifier }[],
): Qualifier {
  const [first, ...others] = parts.filter(({ value }) => value !== null && value !== 0);
  if (first === undefined) return '';
  if (others.length === 0) return first.qualifier;
  return [first, ...others].some(({ qualifier }) => qualifier !== '') ? '约' : '';
}

/** The number with unit as people write it: `约300人`, `300余人次`, `逾20万元`. */
export function qualified(number: string, unit: string, qualifier: Qualifier): string {
  if (qualifier === '余' || qualifier === '多') return `${number}${qualifier}${unit}`;
  return `${qualifier}${number}${unit}`;
}
