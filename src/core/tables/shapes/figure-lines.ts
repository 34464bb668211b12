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
  const { codes, names } = keysOf(lines);
  const key = nameKey(code);
  return (key === '' ? undefined : codes.get(key)) ?? names.get(nameKey(name)) ?? null;
}

/** The line whose code and name, written together, have this compared form. */
export function lineOfBoth(lines: readonly FigureLine[], key: string): FigureLine | undefined {
  return keysOf(lines).both.get(key);
}

type ByKey = ReadonlyMap<string, FigureLine>;

interface LineKeys {
  readonly codes: ByKey;
  readonly names: ByKey;
  readonly both: ByKey;
}

/** Worked out once: each name of each header of each sheet is looked for. */
const keysByLines = new WeakMap<readonly FigureLine[], LineKeys>();

function keysOf(lines: readonly FigureLine[]): LineKeys {
  const known = keysByLines.get(lines);
  if (known !== undefined) return known;
  const keys = {
    codes: firstBy(lines, ({ code }) => [code]),
    names: firstBy(lines, ({ names }) => names),
    both: firstBy(lines, ({ code, names }) => names.map((name) => code + name)),
  };
  keysByLines.set(lines, keys);
  return keys;
}

function firstBy(lines: readonly FigureLine[], textsOf: (line: FigureLine) => readonly string[]): ByKey {
  return new Map(lines.flatMap((line) => textsOf(line).map((text) => [nameKey(text), line] as const)).reverse());
}
