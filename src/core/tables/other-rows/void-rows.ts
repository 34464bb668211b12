/** Rows beside which stands that they are void, entered twice or put to another one: nobody knows whether they count. */
import { rowAt, shownAt, type Grid } from '../../base/grid';
import { oncePer } from '../../base/once-per';
import { placeAt } from '../../base/place';
import type { Problem } from '../../base/problem';
import { clipped, headerKey, nameKey, remembered } from '../../base/text';
import type { RowWords } from '../../cells/readings';
import type { FoundColumns } from '../find-header';
import type { Column, Table } from '../sheet';
import { rowSigns } from './row-signs';

/** A longer text tells of the thing itself. */
const longest = 40;

/** Whether a text, or a part of it between signs, is one of the words: 已作废, 与3号重复, 并案处理. */
export function saysOneOf(shown: string, words: readonly string[]): boolean {
  return shown.length <= longest && testOf(words)(shown);
}

const testOf = oncePer((words: readonly string[]) => {
  if (words.length === 0) return () => false;
  const any = words.map(nameKey).join('|');
  const before =
    '(?:[此本该][件案项条行]|(?:与|同|和|并入|跟)[^未不非无]{1,12}?)?(?:现|暂|尚|还|仍|正)?(?:已经?|系|属于?|为|因|在|被)?';
  const behind = '(?:处理|办理|件|登记|案件|状态|阶段|中|了)?(?:[至到入于][^未不非无]{1,12})?';
  const whole = new RegExp(`^${before}(?:${any})${behind}$`, 'u');
  return remembered((shown: string): boolean =>
    nameKey(shown)
      .split(/[,;:。、()[\]【】]/u)
      .some((part) => whole.test(part)),
  );
});

/** Finds the cell by which a row of events may be void; null for any other row. */
export function voidCells(
  grid: Grid,
  table: Table,
  { columns, band }: Pick<FoundColumns, 'columns' | 'band'>,
  words: RowWords,
): (row: number) => number | null {
  const own = Object.entries<Column>(table.columns);
  if (!own.some(([, { isEvent = false }]) => isEvent) || words.voids.length === 0) return () => null;
  const { personColumn } = rowSigns(words);
  const read = new Map([...columns].map(([field, at]) => [at, table.columns[field]]));
  const asked = band.shown.flatMap((shown, at) => {
    const column = read.get(at);
    const isRemark = column === undefined ? !personColumn.test(headerKey(shown)) : isFreeText(column);
    return isRemark ? [at] : [];
  });
  return (row) => {
    const cells = rowAt(grid, row);
    const found = asked.find((at) => cells[at]?.kind === 'text' && saysOneOf(cells[at].shown, words.voids));
    return found ?? null;
  };
}

/** What a row is about says nothing of the row itself. */
function isFreeText({ type, required }: Column): boolean {
  return type === 'text' && !required;
}

/** A doubt for each of the rows that may be void. */
export function voidProblems(
  grid: Grid,
  rows: readonly number[],
  cellOf: (row: number) => number | null,
): readonly Problem[] {
  return rows.flatMap((row) => {
    const at = cellOf(row);
    if (at === null) return [];
    const shown = clipped(shownAt(grid, row, at).trim(), 30);
    return {
      code: 'row-void',
      level: 'doubt',
      place: placeAt(grid, row, at),
      actual: shown,
      reason: `这一行写着“${shown}”，看不出算不算，有关的数按“至少”计`,
      expected: '不算的请删去整行或移到表外，算的请把这句话改写清楚',
    };
  });
}
