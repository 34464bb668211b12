/** What was said of a figure. Nothing said is never zero, and what could not be read is never nothing. */
import type { Qualifier, Quantity } from '../cells/readings';
import type { Read } from '../tables/read-row';

/** Between which numbers a figure lies, both included. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** Of a count, where they alone leave it open: the rows that may count, one each. */
  readonly open?: readonly OpenRow[];
}

/** A row of which nobody knows whether it counts. */
export interface OpenRow {
  /** The same object in all figures that are counted from the row. */
  readonly row: object;
  /** It is as a whole that it may be none. */
  readonly isVoid: boolean;
}

/**
 * `known`: a number, 0 among them; its `range` is told where its word alone does not say it. `not-applicable`: 不涉及, the duty is another's. `blank`: nothing stands there. `refused`:
 * something stands there and is not used, because it is no number or contradicts others. `no-file`: no workbook of the
 * department came. `not-read`: one came and could not be opened or used. `no-department`: it is asked of a name that no
 * department has.
 */
export type Said =
  | { readonly kind: 'known'; readonly value: number; readonly qualifier: Qualifier; readonly range?: Range }
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
  const { value: number, qualifier, atMost } = value;
  if (atMost === undefined) return { kind: 'known', value: number, qualifier };
  return { kind: 'known', value: number, qualifier, range: rangeOf(number, qualifier, atMost) };
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

/**
 * What the word itself says and no more, for standards are judged by it: `300余` is less than 400, `近300` no more than 300, `逾300`,
 * `至少9` may be any number above. How far 约300 may lie from 300 nobody has written.
 */
export function rangeOf(value: number, qualifier: Qualifier, atMost?: number): Range {
  switch (qualifier) {
    case '':
      return { low: value, high: value };
    case '至少':
    case '逾':
    case '超':
      return { low: value, high: atMost ?? Infinity };
    case '至多':
      return { low: 0, high: value };
    case '近':
      return { low: leastOf(value), high: value };
    case '约':
      return { low: leastOf(value), high: Infinity };
    case '余':
    case '多':
      return { low: value, high: value === 0 ? 0 : value + 10 ** Math.floor(Math.log10(value)) };
  }
}

/** What is counted as about so many is there at all. */
function leastOf(about: number): number {
  return about > 1 ? 1 : 0;
}
