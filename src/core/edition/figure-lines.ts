/** What several values of one year make of a figure: it adds up, or it counts as it was last. */
import type { FigureLine } from '../tables/shapes/figure-lines';
import type { DetailSheet } from './edition';
import type { Indicator } from './indicator';

/** A line, with its other names, and the edition's code of what it means (null where the edition does not know it). */
type Line = Pick<Indicator, 'code' | 'name' | 'unit' | 'kind' | 'area'> & {
  readonly synonyms?: readonly string[];
  readonly usages?: readonly string[];
  readonly means?: string | null;
};

/**
 * What a form gives is told as it is at a day (队伍 at the end of the year), so the last counts; what is counted in units of things
 * that happen adds up. Of all others, nobody can tell.
 */
export function figureLines(
  lines: readonly Line[],
  { details }: { readonly details: readonly DetailSheet[] },
  summedUnits: readonly string[],
): readonly FigureLine[] {
  const atDay = new Set(details.flatMap((detail) => detail.lines.map(({ code }) => code)));
  return lines
    .filter(({ kind }) => kind !== 'rate')
    .map(({ code, name, unit, area, synonyms = [], usages = [], means = code }) => ({
      code,
      names: [name, ...synonyms],
      usages,
      unit,
      about: area,
      adds: means !== null && atDay.has(means) ? 'latest' : summedUnits.includes(unit) ? 'sum' : null,
    }));
}
