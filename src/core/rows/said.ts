/** What was said of a figure. Nothing said is never zero, and what could not be read is never nothing. */
import type { Qualifier, Quantity } from '../cells/readings';
import type { Read } from '../tables/read-row';

/**
 * `known`: a number, 0 among them. `not-applicable`: 不涉及, the duty is another's. `blank`: nothing stands there. `refused`:
 * something stands there and is not used, because it is no number or contradicts others. `no-file`: no workbook of the
 * department came. `not-read`: one came and could not be opened or used. `no-department`: it is asked of a name that no
 * department has.
 */
export type Said =
  | { readonly kind: 'known'; readonly value: number; readonly qualifier: Qualifier }
  | { readonly kind: 'not-applicable' | WhyMissing };

/** Why a figure that was asked for is not there. */
export type WhyMissing = 'blank' | 'refused' | 'no-file' | 'not-read' | 'no-department';

/** The words for it, behind the department's name. */
export const whyMissingWords: Readonly<Record<WhyMissing, string>> = {
  blank: '没有填',
  refused: '填的没有采用',
  'no-file': '没有交表',
  'no-department': '“单位”表里没有',
  'not-read': '表没有读到',
};

/** What a cell says. */
export function saidIn({ value, shown }: Read<Quantity>): Said {
  if (value === null) return { kind: shown.trim() === '' ? 'blank' : 'refused' };
  if (value.value === null) return { kind: value.applies ? 'refused' : 'not-applicable' };
  return { kind: 'known', value: value.value, qualifier: value.qualifier };
}

/** The number, null where none is known. */
export function knownValue(said: Said): number | null {
  return said.kind === 'known' ? said.value : null;
}

/** The word for inexactness; empty for an exact number and for none. */
export function qualifierOf(said: Said): Qualifier {
  return said.kind === 'known' ? said.qualifier : '';
}

/** Whether it answers the question: a number, or that there is nothing to count. */
export function isAnswer({ kind }: Said): boolean {
  return kind === 'known' || kind === 'not-applicable';
}
