/** 余, 约, 近 … of figures that are put together. */
import type { Qualifier } from '../cells/readings';

/** A single figure keeps its word; as soon as several are put together and one is inexact, the whole is 约, or 至少 where all are no less. */
export function joinQualifiers(
  parts: readonly { readonly value: number | null; readonly qualifier: Qualifier }[],
): Qualifier {
  let counted = 0;
  let word: Qualifier = '';
  let isAtLeast = true;
  for (const { value, qualifier } of parts) {
    if (value === null || value === 0) continue;
    counted += 1;
    if (qualifier !== '') word = qualifier;
    isAtLeast &&= qualifier === '' || qualifier === '至少';
  }
  if (isAtLeast) return word;
  return word !== '' && counted > 1 ? '约' : word;
}

/** The number with unit as people write it: `约300人`, `300余人次`, `逾20万元`. */
export function qualified(number: string, unit: string, qualifier: Qualifier): string {
  if (qualifier === '余' || qualifier === '多') return `${number}${qualifier}${unit}`;
  return `${qualifier}${number}${unit}`;
}
