/** A sheet that is there and of which not all could be read: what it may say is not known, and not unsaid. */
import { isFilled, type Grid } from '../../base/grid';
import type { Problem } from '../../base/problem';
import type { Edition } from '../../edition/edition';
import type { ColumnsOf } from '../../edition/shapes';
import { noHeaderCodes } from '../../tables/header-problems';
import { isOfTwo } from '../../tables/find-sheet';
import { rowsMerged } from '../../tables/merged/merged-cells';
import type { RowOf } from '../../tables/read-row';
import type { TableRow } from '../../tables/read-table';
import type { Table } from '../../tables/sheet';
import type { RowMatch } from '../matching/row-match';
import type { UnusedSheet } from '../rows';
import { unknownSheets } from '../unknown-sheets';

type FigureRow = TableRow<ColumnsOf<'figures'>>;

/** What was matched of the rows of such a sheet, and why nobody knows what else it says. */
export interface MatchedSheet {
  readonly matches: readonly RowMatch[];
  readonly unused: UnusedSheet | null;
}

/** What was found of a kind of sheet in a workbook; `unnamed`: how many filled rows do not tell what they speak of. */
interface ReadSheet {
  readonly grids: readonly Grid[];
  readonly problems: readonly Problem[];
  readonly missing: boolean;
  readonly unnamed: number;
  /** Of figures: the fields that have a column, by sheet. */
  readonly columns?: readonly ReadonlySet<string>[];
}

/** Why nobody knows what the sheet says of a line that was not found in it; null where all was read, or where there is no such sheet. */
export function unusedSheet(
  table: Table,
  { grids, problems, missing, unnamed, columns = [] }: ReadSheet,
  { declared, sheets }: Edition,
): UnusedSheet | null {
  const { title } = table;
  const own = `“${title}”`;
  const hasAny = (codes: readonly string[]): boolean =>
    problems.some(({ code, level }) => level === 'error' && codes.includes(code));
  if (problems.some(isOfTwo)) return { title, why: `${own}不止一张，没有采用`, remedy: `请只留一张${own}` };
  if (hasAny(noHeaderCodes) && grids.some(isOfProblem(problems)))
    return { title, why: `${own}找不到表头，没有读取`, remedy: `请恢复${own}的表头` };
  if (hasAny([rowsMerged])) return { title, why: `${own}有的行被合并，没有读到`, remedy: '请取消合并，每行分别填写' };
  if (columns.length > 0 && columns.every((fields) => !fields.has('quantity'))) {
    const value = `“${sheets.figures.columns.quantity.header}”`;
    return { title, why: `${own}没有${value}列，没有读取`, remedy: `请恢复${value}的表头` };
  }
  if (unnamed > 0) {
    const why = `${own}有${String(unnamed)}行看不出写的是哪一项`;
    return { title, why, remedy: '请写明每一行是哪一项' };
  }
  const [stray] = missing ? unknownSheets(grids, declared.department, declared).filter(isDoubt) : [];
  if (stray === undefined) return null;
  const name = `“${stray.actual}”`;
  return {
    title,
    why: `${own}没有找到，${name}又认不出是什么表`,
    remedy: `请补上${own}；${name}就是的，请改回原名、恢复表头`,
  };
}

/** The rows of a sheet of figures; where it has no column for the values, they are not blank, and nobody knows what they are. */
export function withoutColumn(
  rows: readonly FigureRow[],
  columns: ReadonlySet<string>,
  { sheets }: Edition,
): readonly FigureRow[] {
  if (columns.has('quantity')) return rows;
  const shown = `（没有“${sheets.figures.columns.quantity.header}”列）`;
  return rows.map((row) => ({ ...row, cells: { ...row.cells, quantity: { ...row.cells.quantity, shown } } }));
}

/** Whether a row gives a figure, and neither its code nor its name could be read: of what nobody knows. */
export function isUnnamedFigure({ code, name, quantity }: RowOf<ColumnsOf<'figures'>>): boolean {
  return code.value === null && name.value === null && quantity.shown.trim() !== '';
}

/** Whether something stands on a sheet without a header; one that is empty says nothing. */
function isOfProblem(problems: readonly Problem[]): (grid: Grid) => boolean {
  const named = new Set(problems.flatMap(({ code, place }) => (noHeaderCodes.includes(code) ? place.sheet : [])));
  return ({ sheet, rows }) =>
    named.has(sheet) && rows.some((row) => row.some((cell) => cell !== undefined && isFilled(cell)));
}

function isDoubt({ level }: Problem): boolean {
  return level === 'doubt';
}
