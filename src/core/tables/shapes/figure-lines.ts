/** The figures an office asks for, as far as the shape of a sheet depends on them. */
import { nameKey } from '../../base/text';
import type { Table } from '../sheet';

/** One figure: under which names it goes, and what several values of one year make. */
export interface FigureLine {
  readonly code: string;
  /** Its name and its other names. */
  readonly names: readonly string[];
  /** What departments call it, in tables whose title says what they are about. */
  readonly usages: readonly string[];
  readonly unit: string;
  /** What it tells of: figures of one table mostly tell of one thing. */
  readonly about: string;
  /** `sum`: what happened in each part of the year adds up; `latest`: what there is counts as it was last; null: not known. */
  readonly adds: 'sum' | 'latest' | null;
}

/** The table of figures, and its fields. */
export interface FiguresTable {
  readonly table: Table;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly value: string;
  readonly lastYear: string;
}

/** The line of that code, or else of that name. */
export function lineOf(
  lines: readonly FigureLine[],
  { code, name }: { readonly code: string; readonly name: string },
): FigureLine | null {
  const key = nameKey(code);
  const byCode = key === '' ? undefined : lines.find((line) => nameKey(line.code) === key);
  return byCode ?? lines.find(({ names }) => names.some((one) => nameKey(one) === nameKey(name))) ?? null;
}
