/** Rows of which a person has said of which task or indicator they speak. */
import { leftHint } from '../../base/mapping';
import type { Grid } from '../../base/grid';
import { placeText, type Place } from '../../base/place';
import type { Problem } from '../../base/problem';
import { rowOfPlace } from '../../base/taken';
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

/** What is told of rows that were confirmed as not to be read, by the cells that name them: nothing of theirs is lost unseen. */
export function leftRows(named: readonly Place[]): readonly Problem[] {
  const [first] = named;
  if (first === undefined) return [];
  return [
    {
      code: 'row-left',
      level: 'note',
      place: first,
      actual: '',
      reason: `有${String(named.length)}行按确认的读法不读取`,
      expected: leftHint,
      covers: named.flatMap(rowOfPlace),
    },
  ];
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
