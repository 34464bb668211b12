/** Rows of a table that are no records: totals, and the remarks and signatures people put below. */
import { cellAt, type Cell, type Grid } from '../base/grid';
import { cellPlace } from '../base/place';
import type { Problem } from '../base/problem';
import { headerKey } from '../base/text';
import type { FoundColumns } from './find-header';
import type { Table } from './sheet';
import { isBlankText, type Segment } from './table-layout';

export interface OtherRow {
  readonly row: number;
  /** It adds up others. */
  readonly isTotal: boolean;
  readonly problem: Problem;
}

/** The rows that are left out, each with the note that says so. */
export function otherRows(grid: Grid, table: Table, segments: readonly Segment[]): readonly OtherRow[] {
  const merged = mergedTotals(grid);
  return segments.flatMap(({ found, rows }) => {
    const choices = choiceColumns(table, found);
    return rows.flatMap((row): readonly OtherRow[] => {
      const at = totalAt(grid.rows[row] ?? [], choices) ?? merged.get(row);
      if (at !== undefined) return [{ row, isTotal: true, problem: totalNote(grid, row, at) }];
      return isRemark(grid, table, row) ? [{ row, isTotal: false, problem: remarkNote(grid, row) }] : [];
    });
  });
}

/** Columns in which a word of a list stands, and 合计 may be one of them. */
function choiceColumns({ columns }: Table, found: FoundColumns): readonly number[] {
  return [...found.columns].flatMap(([field, at]) =>
    columns[field]?.choices.some((word) => totalWords.test(word)) === true ? [at] : [],
  );
}

const totalWords = /^(?:本页|全\p{Script=Han}{1,2}|各项|以上)?(?:合计|小计|总计|共计|总数)(?:\([^()]*\))?$/u;
/** 组织领导小计, beside figures and nothing else. */
const totalOf = /^.{1,8}(?:合计|小计|总计)$/u;

/** The column of the word that makes the row add up others, wherever in the row it stands. */
function totalAt(cells: readonly (Cell | undefined)[], choices: readonly number[]): number | undefined {
  if (!cells.some(mayBeTotal)) return undefined;
  const texts = cells.flatMap((cell, column) =>
    cell?.kind === 'text' && !isBlankText(cell.shown) && !choices.includes(column) ? [column] : [],
  );
  const said = (column: number | undefined): string => headerKey(cells[column ?? -1]?.shown ?? '');
  const word = texts.find((column) => mayBeTotal(cells[column]) && totalWords.test(said(column)));
  if (word !== undefined || texts.length !== 1) return word;
  const isSum = cells.some((cell) => cell?.kind === 'number' || cell?.kind === 'percent');
  return isSum && totalOf.test(said(texts[0])) ? texts[0] : undefined;
}

function mayBeTotal(cell: Cell | undefined): boolean {
  return cell?.kind === 'text' && (cell.shown.includes('计') || cell.shown.includes('总'));
}

function firstFilled(cells: readonly (Cell | undefined)[]): number {
  return Math.max(
    0,
    cells.findIndex((cell) => cell !== undefined && !isBlankText(cell.shown)),
  );
}

/** Rows below the first one of a merged 合计, with its column. */
function mergedTotals(grid: Grid): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  for (const { startRow, endRow, startColumn } of grid.merges) {
    if (endRow - startRow < 2 || !totalWords.test(headerKey(cellAt(grid, startRow, startColumn).shown))) continue;
    for (let row = startRow; row < endRow; row += 1) rows.set(row, startColumn);
  }
  return rows;
}

function totalNote(grid: Grid, row: number, column: number): Problem {
  return {
    code: 'total-row',
    level: 'note',
    place: cellPlace(grid.workbook, grid.sheet, row, column),
    actual: cellAt(grid, row, column).shown,
    reason: '这一行是合计行，没有作为数据采用',
    expected: '合计由程序计算，不用填写',
  };
}

const remarkWords =
  /^(?:注|附注|填表说明|填报说明|填表人|制表人|填报人|审核人|单位负责人|填表日期|填报日期|制表日期)[:：]/u;
const longestSignature = 4;

/** `注：…` or `填表人：… 审核人：…` in few cells, none of them a figure. */
function isRemark(grid: Grid, { columns }: Table, row: number): boolean {
  const isFilled = (cell: Cell | undefined): boolean => cell !== undefined && !isBlankText(cell.shown);
  const first = grid.rows[row]?.find(isFilled);
  if (first?.kind !== 'text' || !/[:：]/u.test(first.shown)) return false;
  if (!remarkWords.test(first.shown.trim().replace(/\s/gu, ''))) return false;
  const cells = (grid.rows[row] ?? []).filter(isFilled);
  const isFew = cells.length <= Math.min(longestSignature, Object.keys(columns).length);
  return isFew && cells.every((cell) => cell?.kind === 'text' || cell?.kind === 'date');
}

function remarkNote(grid: Grid, row: number): Problem {
  const column = firstFilled(grid.rows[row] ?? []);
  return {
    code: 'remark-row',
    level: 'note',
    place: cellPlace(grid.workbook, grid.sheet, row, column),
    actual: cellAt(grid, row, column).shown,
    reason: '这一行是表下的说明或落款，没有作为数据采用',
    expected: '如果是数据，请去掉开头的“注：”“填表人：”之类的字样',
  };
}
