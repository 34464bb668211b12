/** Finds the header row of a table and which column holds what, whatever their order. */
import { cellAt, type Grid } from '../base/grid';
import { cellPlace, columnName } from '../base/place';
import type { Problem } from '../base/problem';
import { headerKey } from '../base/text';
import type { Column, Table } from './sheet';

/** The header row (from 0) and the column (from 0) of each field that was found. */
export interface FoundColumns {
  readonly headerRow: number;
  readonly columns: ReadonlyMap<string, number>;
}

const searchedRows = 10;

/**
 * The row among the first ten that names the most columns, at least two (or the only one). Columns nobody declared are
 * left alone; a required one that is missing is a problem that names the headers looked for.
 */
export function findColumns(
  grid: Grid,
  table: Table,
): { readonly found: FoundColumns | null; readonly problems: readonly Problem[] } {
  const rows = Array.from({ length: Math.min(searchedRows, grid.rows.length) }, (_, row) => matchRow(grid, table, row));
  const best = rows.reduce<FoundColumns | null>(
    (before, row) => (row.columns.size > (before?.columns.size ?? 0) ? row : before),
    null,
  );
  if (best === null || best.columns.size < Math.min(2, Object.keys(table.columns).length)) {
    return { found: null, problems: [noHeader(grid, table)] };
  }
  const absent = Object.entries(table.columns).filter(([field, column]) => column.required && !best.columns.has(field));
  return {
    found: best,
    problems: [
      ...absent.map(([, column]) => missingColumn(grid, best.headerRow, column)),
      ...twiceNamed(grid, table, best),
      ...unreadColumns(grid, table, best),
    ],
  };
}

/** Which fields the cells of one row name; a column's own header goes before its synonyms, the left cell before the right. */
function matchRow(grid: Grid, table: Table, row: number): FoundColumns {
  const keys = (grid.rows[row] ?? []).map((cell) => headerKey(cell?.shown ?? ''));
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  for (const pick of [ownHeader, withoutBrackets, synonyms]) {
    for (const [field, column] of Object.entries(table.columns)) {
      const at = keys.findIndex((key, index) => key !== '' && !taken.has(index) && pick(column, key));
      if (at >= 0 && !columns.has(field)) {
        columns.set(field, at);
        taken.add(at);
      }
    }
  }
  return { headerRow: row, columns };
}

function ownHeader(column: Column, key: string): boolean {
  return key === headerKey(column.header);
}

/** `完成时限(年月日)`: a remark in brackets does not change the header, but it may be a unit where amounts are kept. */
function withoutBrackets(column: Column, key: string): boolean {
  const bare = key.replace(/[([][^()]*[)\]]$/u, '');
  return column.type !== 'money' && bare !== key && bare === headerKey(column.header);
}

function synonyms(column: Column, key: string): boolean {
  return column.synonyms.some((synonym) => headerKey(synonym) === key);
}

/** A header that stands twice: the left one is read, and somebody should look. */
function twiceNamed(grid: Grid, table: Table, found: FoundColumns): readonly Problem[] {
  const keys = (grid.rows[found.headerRow] ?? []).map((cell) => headerKey(cell?.shown ?? ''));
  return [...found.columns].flatMap(([field, at]) => {
    const column = table.columns[field];
    const again = keys.findIndex((key, index) => index > at && key !== '' && key === keys[at]);
    if (column === undefined || again < 0) return [];
    return [
      {
        code: 'column-twice',
        level: 'doubt' as const,
        place: cellPlace(grid.workbook, grid.sheet, found.headerRow, again),
        actual: cellAt(grid, found.headerRow, again).shown,
        reason: `“${column.header}”有两列，采用了${columnName(at)}列`,
        expected: '请删去或改名多余的一列',
      },
    ];
  });
}

/** Extra columns are nobody's business, unless one of them may be a column of ours that was renamed. */
function unreadColumns(grid: Grid, table: Table, { headerRow, columns }: FoundColumns): readonly Problem[] {
  const absent = Object.entries(table.columns).filter(([field]) => !columns.has(field));
  const taken = new Set(columns.values());
  const own = Object.values(table.columns).flatMap(({ header, synonyms: others }) =>
    [header, ...others].map(headerKey),
  );
  const headers = (grid.rows[headerRow] ?? []).flatMap((cell, column) => {
    const key = headerKey(cell?.shown ?? '');
    return key === '' || taken.has(column) || own.includes(key) || !isFilled(grid, headerRow, column) ? [] : [column];
  });
  const [first] = headers;
  if (first === undefined || absent.length === 0) return [];
  const names = headers.map((column) => cellAt(grid, headerRow, column).shown).join('”“');
  return [
    {
      code: 'column-unknown',
      level: 'note',
      place: cellPlace(grid.workbook, grid.sheet, headerRow, first),
      actual: names,
      reason: `不认识“${names}”列，没有读取`,
      expected: `如果它是“${absent.map(([, { header }]) => header).join('”或“')}”，请改回这个表头`,
    },
  ];
}

function isFilled(grid: Grid, headerRow: number, column: number): boolean {
  return grid.rows.slice(headerRow + 1).some((row) => headerKey(row[column]?.shown ?? '') !== '');
}

function missingColumn(grid: Grid, headerRow: number, column: Column): Problem {
  return {
    code: 'column-missing',
    level: 'error',
    place: { file: grid.workbook, sheet: grid.sheet },
    actual: '',
    reason: `第${String(headerRow + 1)}行表头中没有“${column.header}”列`,
    expected: `请补上这一列，表头可用：${[column.header, ...column.synonyms].join('、')}`,
  };
}

function noHeader(grid: Grid, table: Table): Problem {
  const headers = Object.values(table.columns)
    .filter((column) => column.required)
    .map((column) => column.header);
  return {
    code: 'header-missing',
    level: 'error',
    place: { file: grid.workbook, sheet: grid.sheet },
    actual: '',
    reason: `前${String(searchedRows)}行里没有找到“${table.title}”的表头`,
    expected: `请恢复表头，至少要有：${headers.join('、')}`,
  };
}
