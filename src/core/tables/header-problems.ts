/** What is said of a header: columns that are missing, stand twice, or that nobody declared. */
import { cellAt, type Grid } from '../base/grid';
import { cellPlace, columnName } from '../base/place';
import type { Problem } from '../base/problem';
import { headerKey } from '../base/text';
import type { UnitWords } from '../cells/readings';
import { searchedRows, type FoundColumns } from './find-header';
import { headerBand, holds } from './header-band';
import { knownNames, matchHeaders, unfit } from './match-headers';
import type { Column, Table } from './sheet';

/** Everything about the columns that a person should know. */
export function columnProblems(grid: Grid, table: Table, found: FoundColumns): readonly Problem[] {
  const absent = Object.entries<Column>(table.columns).filter(
    ([field, column]) => column.required && !found.matches.has(field),
  );
  return [
    ...absent.map(([, column]) => missingColumn(grid, table, column, found)),
    ...otherUnits(grid, table, found),
    ...twiceNamed(grid, table, found),
    ...unreadColumns(grid, table, found),
  ];
}

/** The header of a column as people see it. */
export function shownHeader({ band }: FoundColumns, column: number): string {
  return band.shown[column] ?? '';
}

/** A header whose unit is another than the declared one: its amounts are read by it, or not at all. */
function otherUnits(grid: Grid, table: Table, found: FoundColumns): readonly Problem[] {
  return [...found.units].flatMap(([field, unit]) => {
    const [column, match] = [table.columns[field], found.matches.get(field)];
    if (column === undefined || match === undefined) return [];
    const shown = shownHeader(found, match.at);
    const about = {
      code: 'header-unit',
      place: cellPlace(grid.workbook, grid.sheet, found.band.bottom, match.at),
      actual: shown,
    };
    const own = `“${column.unit ?? ''}”`;
    const says: Pick<Problem, 'level' | 'reason' | 'expected'> =
      unit === unfit
        ? { level: 'error', reason: `的单位不是${own}，这一列没有采用`, expected: `请按${own}填数，并改正表头` }
        : {
            level: 'note',
            reason: `的单位是“${unit}”，没有写单位的数按“${unit}”读取`,
            expected: `如不对，请按${own}填数，并改正表头`,
          };
    return [{ ...about, ...says, reason: `表头“${shown}”${says.reason}` }];
  });
}

/** Two headers that name one column: the likelier one is read, and somebody should look. */
function twiceNamed(grid: Grid, table: Table, found: FoundColumns): readonly Problem[] {
  const taken = new Set([...found.matches.values()].map(({ at }) => at));
  return [...found.matches].flatMap(([field, match]) => {
    const column = table.columns[field];
    const rival = found.band.names.findIndex(
      (_, at) => !taken.has(at) && isFilledOrSame(grid, found, at, match.key) && names(table, field, found, at),
    );
    if (column === undefined || rival < 0) return [];
    const shown = shownHeader(found, rival);
    const isSame = headerKey(shown) === headerKey(shownHeader(found, match.at));
    return [
      {
        code: 'column-twice',
        level: 'doubt' as const,
        place: cellPlace(grid.workbook, grid.sheet, found.band.bottom, rival),
        actual: shown,
        reason: isSame
          ? `“${column.header}”有两列，采用了${columnName(match.at)}列`
          : `“${shown}”也可以是“${column.header}”，采用了${columnName(match.at)}列“${shownHeader(found, match.at)}”`,
        expected: '请删去或改名多余的一列',
      },
    ];
  });
}

/** A second column of another name matters only when something stands in it. */
function isFilledOrSame(grid: Grid, found: FoundColumns, at: number, key: string): boolean {
  return (found.band.names[at] ?? []).includes(key) || isFilled(grid, found.headerRow, at);
}

function names(table: Table, field: string, { band }: FoundColumns, at: number): boolean {
  const [column, keys] = [table.columns[field], band.names[at]];
  if (column === undefined || keys === undefined) return false;
  return matchHeaders({ names: [keys] }, { title: table.title, columns: { [field]: column } }).size > 0;
}

/** Extra columns are nobody's business, unless one of them may be a column of ours that was renamed. */
function unreadColumns(grid: Grid, table: Table, found: FoundColumns): readonly Problem[] {
  const absent = Object.entries(table.columns).filter(([field]) => !found.matches.has(field));
  const unread = unknownColumns(grid, table, found);
  const [first] = unread;
  if (first === undefined || absent.length === 0) return [];
  const shown = unread.map((column) => shownHeader(found, column));
  const all = shown.join('”“');
  return [
    {
      code: 'column-unknown',
      level: 'note',
      place: cellPlace(grid.workbook, grid.sheet, found.band.bottom, first),
      actual: all,
      reason: `不认识“${all}”列，没有读取`,
      expected: `如果它是“${absent.map(([, { header }]) => header).join('”或“')}”，请改回这个表头，${orMapped(table, shown[0] ?? '')}`,
    },
  ];
}

/** Columns with a header nobody declared and something below it. */
export function unknownColumns(
  grid: Grid,
  table: Table,
  { band, headerRow, matches }: FoundColumns,
): readonly number[] {
  const taken = new Set([...matches.values()].map(({ at }) => at));
  const known = knownNames(table);
  return band.names.flatMap((keys, column) =>
    keys.length === 0 ||
    taken.has(column) ||
    keys.some((key) => known.includes(key)) ||
    !isFilled(grid, headerRow, column)
      ? []
      : [column],
  );
}

/** How the office can keep its own header. */
function orMapped({ title }: Table, shown: string): string {
  return `或者在总表“设置”的“列对应”里写“${title}：${shown}＝……”`;
}

function isFilled(grid: Grid, headerRow: number, column: number): boolean {
  return grid.rows.some((row, index) => index > headerRow && headerKey(row[column]?.shown ?? '') !== '');
}

function missingColumn(grid: Grid, table: Table, column: Column, found: FoundColumns): Problem {
  const own = unknownColumns(grid, table, found).length > 0 ? `，${orMapped(table, '自己的表头')}` : '';
  return {
    code: 'column-missing',
    level: 'error',
    place: { file: grid.workbook, sheet: grid.sheet },
    actual: '',
    reason: `第${String(found.band.bottom + 1)}行表头中没有“${column.header}”列`,
    expected: `请补上这一列，表头可用：${[column.header, ...column.synonyms].join('、')}${own}`,
  };
}

/** No header: perhaps because all of it was typed into one cell. */
export function noHeader(grid: Grid, table: Table, units: UnitWords): Problem {
  const headers = Object.values<Column>(table.columns).flatMap(({ required, header }) => (required ? [header] : []));
  const place = { file: grid.workbook, sheet: grid.sheet };
  const crowded = crowdedCell(grid, table, units);
  if (crowded !== null) {
    const { row, column } = crowded;
    return {
      code: 'header-in-one-cell',
      level: 'error',
      place: cellPlace(grid.workbook, grid.sheet, row, column),
      actual: cellAt(grid, row, column).shown,
      reason: `“${table.title}”的几个表头写在一个单元格里，分不清各列是什么`,
      expected: `请取消合并，每列上面各写一个表头，至少要有：${headers.join('、')}`,
    };
  }
  return {
    code: 'header-missing',
    level: 'error',
    place,
    actual: '',
    reason: `前${String(searchedRows)}行里没有找到“${table.title}”的表头`,
    expected: `请恢复表头，至少要有：${headers.join('、')}`,
  };
}

/** A cell whose words, taken apart, are two or more of the table's headers. */
function crowdedCell(
  grid: Grid,
  table: Table,
  units: UnitWords,
): { readonly row: number; readonly column: number } | null {
  for (let row = 0; row < Math.min(searchedRows, grid.rows.length); row += 1) {
    const { shown } = headerBand(grid, row, 1, units);
    for (const [column, text] of shown.entries()) {
      const words = text.split(/[\s、,，;；|/]+/u).map((word) => [headerKey(word)]);
      const isMergedInto = grid.merges.some((merge) => holds(merge, row, column) && merge.startColumn < column);
      if (!isMergedInto && matchHeaders({ names: words }, table).size > 1) return { row, column };
    }
  }
  return null;
}
