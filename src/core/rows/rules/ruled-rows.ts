/** Rows of which a person has said of which task or indicator they speak. */
import type { Grid } from '../../base/grid';
import { placeText, type Place } from '../../base/place';
import type { Problem } from '../../base/problem';
import { headerKey } from '../../base/text';
import { requiredBlank } from '../../tables/read-cell';

/** The number or code that was confirmed for a row of the sheet that shows one of the texts; null where none was. */
export function ruledCode(rules: Grid['rules'], texts: readonly string[]): string | null {
  if (rules === undefined) return null;
  for (const text of texts) {
    const code = rules.rows.get(headerKey(text));
    if (code !== undefined) return code;
  }
  return null;
}

/** The rules of the sheet on which the place is. */
export function rulesAt(grids: readonly Grid[], { sheet }: Place): Grid['rules'] {
  return grids.find((grid) => grid.sheet === sheet && grid.rules !== undefined)?.rules;
}

/**
 * The problems without those that ask for the number (`header`) of rows whose number was confirmed; `keys` are the cells where it
 * would stand. Where that is so of all `rows`, nobody misses the column either.
 */
export function withoutAsked(
  problems: readonly Problem[],
  header: string,
  keys: readonly Place[],
  rows: number,
): readonly Problem[] {
  if (keys.length === 0) return problems;
  const cells = new Set(keys.map(placeText));
  return problems.filter(({ code, place, reason }) => {
    if (code === requiredBlank) return !cells.has(placeText(place));
    return !(keys.length === rows && code === 'column-missing' && reason.includes(`没有“${header}”列`));
  });
}
