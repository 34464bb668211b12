/** Formulas of indicators: codes, whole numbers and numeric settings, joined by + and -. */
import type { Place } from '../base/place';
import { subtract, sum } from '../base/decimal';
import { joinQualifiers } from './qualifier';
import type { Qualifier } from '../cells/readings';

/** A figure of the whole town. `value` is null when missing, or when `applies` is false: nobody has that duty. */
export interface Amount {
  readonly value: number | null;
  readonly applies: boolean;
  readonly qualifier: Qualifier;
  readonly sources: readonly Place[];
}

/** The amount of something nobody has filled in. */
export const missing: Amount = { value: null, applies: true, qualifier: '', sources: [] };

interface Term {
  readonly sign: '+' | '-';
  readonly name: string;
}

/** `D1.1-D1.2` as its terms; a wrongly written formula gives terms with names that do not exist. */
export function termsOf(formula: string): readonly Term[] {
  const text = formula.normalize('NFKC').replace(/\s/gu, '').replace(/[−–]/gu, '-');
  return [...text.matchAll(/(^|[+-])([^+-]*)/gu)]
    .filter(([whole]) => whole !== '')
    .map(([, sign, name = '']) => ({ sign: sign === '-' ? '-' : '+', name }));
}

/** What a formula names: its terms but for numbers. */
export function namesIn(formula: string): readonly string[] {
  return termsOf(formula)
    .map(({ name }) => name)
    .filter((name) => constantOf(name) === null);
}

/** The number a term spells out, null for a name. */
function constantOf(name: string): number | null {
  return /^\d+(\.\d+)?$/u.test(name) ? Number(name) : null;
}

/**
 * The sum of a formula. A missing part makes the whole missing; a part that does not apply counts 0, unless no named
 * part applies.
 */
export function evaluate(formula: string, amountOf: (name: string) => Amount): Amount {
  const parts = termsOf(formula).map(({ sign, name }) => ({ sign, ...partOf(name, amountOf) }));
  const given = parts.map((part) => part.sources).filter(({ length }) => length > 0);
  const sources = given.length === 1 ? (given[0] ?? []) : given.flat();
  const named = parts.filter(({ constant }) => !constant);
  if (named.length > 0 && named.every(({ applies }) => !applies)) return { ...missing, applies: false, sources };
  if (parts.some(({ applies, value }) => applies && value === null)) return { ...missing, sources };
  const side = (wanted: '+' | '-'): number =>
    sum(parts.filter(({ sign }) => sign === wanted).map(({ value }) => value ?? 0));
  return { value: subtract(side('+'), side('-')), applies: true, qualifier: joinQualifiers(parts), sources };
}

function partOf(name: string, amountOf: (name: string) => Amount): Amount & { readonly constant: boolean } {
  const constant = constantOf(name);
  return constant === null ? { ...amountOf(name), constant: false } : { ...missing, value: constant, constant: true };
}
