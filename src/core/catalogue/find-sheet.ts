/** Finds the sheet a declaration speaks of among the sheets of a workbook, by title or synonym. */
import type { Grid } from '../base/grid';
import type { Problem } from '../base/problem';
import { headerKey } from '../base/text';
import type { Form, Table } from './sheet';

/** What was found: the grid, or null with the problem that says why (missing ones are only reported when `required`). */
export interface FoundSheet {
  readonly grid: Grid | null;
  readonly problems: readonly Problem[];
}

/**
 * The one sheet of that title. Marks of copies (`副本`, `(2)`) and a year do not make another title, so a sheet and its
 * copy are two candidates: then nothing is read and both are named, for nobody can know which one is meant.
 */
export function findSheet(
  grids: readonly Grid[],
  sheet: Pick<Table | Form, 'title' | 'synonyms'>,
  file: string,
  required: boolean,
): FoundSheet {
  const exact = candidates(grids, [sheet.title]);
  const found = exact.length > 0 ? exact : candidates(grids, sheet.synonyms);
  const [first] = found;
  if (first !== undefined && found.length === 1) return { grid: first, problems: [] };
  if (first !== undefined) return { grid: null, problems: [twoSheets(first.workbook, sheet.title, found)] };
  return { grid: null, problems: required ? [missingSheet(file, sheet, grids)] : [] };
}

function candidates(grids: readonly Grid[], titles: readonly string[]): readonly Grid[] {
  const keys = titles.map(titleKey);
  return grids.filter((grid) => keys.includes(titleKey(grid.sheet)));
}

/** The title without marks of copying and without a year: `任务进展 (2)`, `任务进展的副本`, `任务进展2022年`. */
function titleKey(title: string): string {
  return headerKey(title)
    .replace(/^(copyof)|(的?副本\d*|\(\d+\)|\d{4}年?度?|表)+$/gu, '')
    .replace(/^\d{4}年?度?/u, '');
}

function twoSheets(file: string, title: string, found: readonly Grid[]): Problem {
  const names = found.map((grid) => `“${grid.sheet}”`).join('和');
  return {
    code: 'sheet-twice',
    level: 'error',
    place: { file, sheet: title },
    actual: found.map((grid) => grid.sheet).join('、'),
    reason: `工作表${names}都像是“${title}”，分不清用哪一张，都没有采用`,
    expected: `请只留一张，并命名为“${title}”`,
  };
}

function missingSheet(file: string, sheet: Pick<Table, 'title' | 'synonyms'>, grids: readonly Grid[]): Problem {
  return {
    code: 'sheet-missing',
    level: 'error',
    place: { file },
    actual: grids.map((grid) => grid.sheet).join('、'),
    reason: `没有找到工作表“${sheet.title}”`,
    expected: `请补上这张工作表，名称可用：${[sheet.title, ...sheet.synonyms].join('、')}`,
  };
}
