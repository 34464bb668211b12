/** Formulas of indicators: codes, whole numbers and numeric settings, joined by + and -. */
import type { Place } from '../base/place';
import { subtract, sum } from '../base/decimal';
import { addedRange, joinQualifiers, lessRange, turned } from './qualifier';
import type { Qualifier } from '../cells/readings';
import type { Range, WhyMissing } from '../rows/said';

/** A share of a figure that was asked for and is not there. */
export interface Missing {
  readonly department: string;
  readonly why: WhyMissing;
  readonly code: string;
  /** The cell, or the workbook where there is none. */
  readonly place: Place;
}

/**
 * A figure of the whole town. `value` is null when a part of it is missing, or when `applies` is false: nobody has that duty.
 */
export interface Amount {
  readonly value: number | null;
  readonly applies: boolean;
  readonly qualifier: Qualifier;
  /** Between which numbers it lies; null without a value. */
  readonly range: Range | null;
  readonly sources: readonly Place[];
  /** Departments that should give it, in the hub's order; of a formula those of all its parts. */
  readonly asked: readonly string[];
  readonly missing: readonly Missing[];
  /** A part of it is asked of nobody. */
  readonly isUnasked: boolean;
}

/** The amount of something that does not exist. */
export const noAmount: Amount = {
  ...{ value: null, applies: true, qualifier: '', range: null, sources: [] },
  ...{ asked: [], missing: [], isUnasked: false },
};

interface Term {
  readonly sign: '+' | '-';
  readonly name: string;
}

/** `D1.1-D1.2` as its terms; a wrongly written formula gives terms with names that do not exist. */
export function termsOf(formula: string): readonly Term[] {
  const text = formula.normalize('NFKC').replace(/\s/gu, '').replace(/[−–]/gu, '-');
  return [...text.matchAll(/([+-]?)([^+-]*)/gu)]
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
  const about = { sources, ...coverageOf(parts) };
  const named = parts.filter(({ constant }) => !constant);
  if (named.length > 0 && named.every(({ applies }) => !applies)) return { ...noAmount, ...about, applies: false };
  if (parts.some(({ applies, value }) => applies && value === null)) return { ...noAmount, ...about };
  const plus = parts.filter(({ sign }) => sign === '+');
  const minus = parts.filter(({ sign }) => sign === '-');
  const words = [...plus, ...minus.map((part) => ({ value: part.value, qualifier: turned(part.qualifier) }))];
  return {
    ...about,
    value: subtract(total(plus), total(minus)),
    applies: true,
    qualifier: joinQualifiers(words),
    range: lessRange(addedRange(plus), addedRange(minus)),
  };
}

function total(parts: readonly Amount[]): number {
  return sum(parts.map(({ value }) => value ?? 0));
}

/** What amounts that are put together rest on, and what they lack, each once. */
export function coverageOf(parts: readonly Amount[]): Pick<Amount, 'asked' | 'missing' | 'isUnasked'> {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) {
    return { asked: only.asked, missing: only.missing, isUnasked: only.isUnasked };
  }
  return {
    asked: eachOnce(parts.map(({ asked }) => asked)),
    missing: eachOnce(parts.map(({ missing }) => missing)),
    isUnasked: parts.some(({ isUnasked }) => isUnasked),
  };
}

/** The items of all lists, each once; the parts of a rate mostly have the same. */
function eachOnce<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const [first = [], ...others] = lists.filter(({ length }) => length > 0);
  return [...new Set(others.every((list) => isSame(list, first)) ? first : lists.flat())];
}

function isSame<T>(one: readonly T[], other: readonly T[]): boolean {
  return one === other || (one.length === other.length && one.every((item, at) => item === other[at]));
}

function partOf(name: string, amountOf: (name: string) => Amount): Amount & { readonly constant: boolean } {
  const constant = constantOf(name);
  return constant === null
    ? { ...amountOf(name), constant: false }
    : { ...noAmount, value: constant, range: { low: constant, high: constant }, constant: true };
}
