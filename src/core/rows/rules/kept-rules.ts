/** The sheet 列对应 of the program's own workbook of rules: reading it, and what the office may write there. */
import type { Grid } from '../../base/grid';
import type { Problem, Result } from '../../base/problem';
import type { ColumnsOf } from '../../edition/shapes';
import type { Settings } from '../../settings/settings';
import { textOf } from '../../tables/read-row';
import { readTable, type TableRow } from '../../tables/read-table';
import { leftWord, subjectOf, type PlacedRule } from '../../tables/rules/rule';
import { findSheet } from '../../tables/find-sheet';

/** The rules that are whole, in the order of their rows; a row without 单位, 工作表 or 当作 is told. */
export function keptRules(
  grids: readonly Grid[],
  file: string,
  { edition, reportYear }: Pick<Settings, 'edition' | 'reportYear'>,
): Result<readonly PlacedRule[]> {
  const sheet = edition.sheets.keptRules;
  const { declared } = edition;
  const { grid, problems } = findSheet(grids, sheet, { file, required: true, declared });
  if (grid === null) return { value: [], problems };
  const read = readTable(grid, sheet, { reportYear, declared });
  return { value: read.rows.flatMap(ruleOf), problems: [...problems, ...read.problems] };
}

function ruleOf({ cells }: TableRow<ColumnsOf<'keptRules'>>): readonly PlacedRule[] {
  const [department, sheet, as] = [cells.department, cells.sheet, cells.as].map(({ value }) => value);
  if (department == null || sheet == null || as == null) return [];
  const subject = subjectOf(textOf(cells.name));
  return [{ department, sheet, ...subject, as, ground: textOf(cells.ground), place: cells.as.place }];
}

/** What the rules of rows must name: tasks by their number, indicators by their code. */
export interface KnownCodes {
  readonly find: (code: string) => unknown;
  /** Some of them, to be told what there is. */
  readonly examples: readonly string[];
}

/** Rules of rows whose number or code the hub has not, each at its place. */
export function strangeCodes(rules: readonly PlacedRule[], { find, examples }: KnownCodes): readonly Problem[] {
  return rules
    .filter(({ kind, as }) => kind === 'row' && as !== leftWord && find(as) === null)
    .map(({ as, place }) => ({
      code: 'rule-code-unknown',
      level: 'error',
      place,
      actual: as,
      reason: `“当作”的“${as}”不是总表里的任务编号或指标编码，这一条没有采用`,
      expected: `请写编号或编码，如${examples.slice(0, 3).join('、')}`,
    }));
}
