/** What is said of a header: columns that are missing, stand twice, or that nobody declared. */
import { shownAt, type Grid } from '../base/grid';
import { mergeOver } from './merged/merges';
import { oncePer } from '../base/once-per';
import { columnName, placeAt, sheetPlace } from '../base/place';
import type { Problem } from '../base/problem';
import { columnSpan, wholeGrid } from '../base/taken';
import { headerKey } from '../base/text';
import type { UnitWords } from '../cells/readings';
import { lacking, searchedRows, type FoundColumns } from './find-header';
import { headerBand } from './header-band';
import { unfit } from '../cells/units';
import { matchHeaders } from './match-headers';
import { isTold, openNames } from './usages/shared-names';
import type { Column, Table } from './sheet';
import {
  isColumnFilled,
  leftColumns,
  orMapped,
  unknownColumnProblems,
  unknownColumns,
  type HeaderContext,
} from './unknown-columns';

/** Everything about the columns that a person should know. */
export function columnProblems(
  grid: Grid,
  table: Table,
  found: FoundColumns,
  given: HeaderContext,
): readonly Problem[] {
  const context = forAssumed(table, found, given);
  const { needed = [] } = context;
  const { isOurs, absent: left } = ourHeader(found)(table);
  if (isOurs && (grid.mapping ?? []).length === 0 && !left.some((field) => needed.includes(field))) return [];
  const unknown = unknownColumnProblems(grid, table, found, context);
  const absent = Object.entries<Column>(table.columns).filter(
    ([field]) => !found.matches.has(field) && !unknown.renamed.includes(field),
  );
  const lacked = lacking(table, found, false);
  const counted = absent.filter(
    ([field, { required, whenAbsent }]) => !required && whenAbsent === '' && needed.includes(field),
  );
  return [
    ...absent.flatMap(([field, column]) => (lacked.includes(field) ? [missingColumn(grid, table, column, found)] : [])),
    ...assumedColumns(grid, table, found),
    ...missingFigures(
      grid,
      found,
      counted.map(([, { header }]) => header),
    ),
    ...otherUnits(grid, table, found),
    ...twiceNamed(grid, table, found),
    ...sharedNames(grid, table, found, context),
    ...unknown.problems,
    ...leftColumns(grid, table, found),
  ];
}

/** What is needed of a table all rows of which are taken to be of one kind. */
function forAssumed({ columns }: Table, { matches }: FoundColumns, context: HeaderContext): HeaderContext {
  const assumed = Object.entries<Column>(columns).filter(
    ([field, { whenAbsent }]) => whenAbsent !== '' && !matches.has(field),
  );
  if (context.neededOf === undefined || assumed.length === 0) return context;
  return {
    ...context,
    needed: context.neededOf(new Map(assumed.map(([field, { whenAbsent }]) => [field, whenAbsent]))),
  };
}

/** What is known of a header whatever stands below it. */
interface OurHeader {
  /**
   * It names all columns that are required in our own words, and nothing else, as that of a sheet made of our form does: nothing is to be
   * told of it, unless one of the `absent` is needed.
   */
  readonly isOurs: boolean;
  readonly absent: readonly string[];
}

const ourHeader = oncePer(({ matches, band, units }: FoundColumns) =>
  oncePer((table: Table): OurHeader => {
    const all = [...matches.values()];
    const taken = new Set(all.map(({ at }) => at));
    const absent = Object.entries<Column>(table.columns).filter(([field]) => !matches.has(field));
    const isOurs =
      units.size === 0 &&
      all.every(({ by }) => by === 'header' || by === 'synonym') &&
      band.names.every((names, at) => names.length === 0 || taken.has(at)) &&
      absent.every(([, { required, whenAbsent }]) => !required && whenAbsent === '');
    return { isOurs, absent: absent.map(([field]) => field) };
  }),
);

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
      place: placeAt(grid, found.band.bottom, match.at),
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
    const lost = unit === unfit && { covers: [columnSpan(grid, found.band.bottom + 1, match.at)] };
    return [{ ...about, ...says, reason: `表头“${shown}”${says.reason}`, ...lost }];
  });
}

/** Two headers that name one column: the likelier one is read, and somebody should look. */
function twiceNamed(grid: Grid, table: Table, found: FoundColumns): readonly Problem[] {
  const taken = new Set([...found.matches.values()].map(({ at }) => at));
  return [...found.matches].flatMap(([field, match]) => {
    const column = table.columns[field];
    if (column === undefined) return [];
    const rivals = found.band.names.flatMap((_, at) =>
      !taken.has(at) && isFilledOrSame(grid, found, at, match.key) && names(table, field, found, at) ? [at] : [],
    );
    return rivals.map((rival) => columnTwice(grid, column, found, { at: match.at, rival }));
  });
}

function columnTwice(
  grid: Grid,
  column: Column,
  found: FoundColumns,
  { at, rival }: { readonly at: number; readonly rival: number },
): Problem {
  const shown = shownHeader(found, rival);
  const isSame = headerKey(shown) === headerKey(shownHeader(found, at));
  return {
    code: 'column-twice',
    level: 'doubt',
    place: placeAt(grid, found.band.bottom, rival),
    actual: shown,
    reason: isSame
      ? `“${column.header}”有两列，采用了${columnName(at)}列`
      : `“${shown}”也可以是“${column.header}”，采用了${columnName(at)}列“${shownHeader(found, at)}”`,
    expected: '请删去或改名多余的一列',
    covers: [columnSpan(grid, found.band.bottom + 1, rival)],
  };
}

/** A second column of another name matters only when something stands in it. */
function isFilledOrSame(grid: Grid, found: FoundColumns, at: number, key: string): boolean {
  return (found.band.names[at] ?? []).includes(key) || isColumnFilled(grid, found.headerRow, at);
}

function names(table: Table, field: string, { band }: FoundColumns, at: number): boolean {
  const [column, keys] = [table.columns[field], band.names[at]];
  if (column === undefined || keys === undefined) return false;
  return matchHeaders({ names: [keys] }, { title: table.title, columns: { [field]: column } }).size > 0;
}

/** Columns that may be blank but not absent: what is computed from them would be lost without a word. */
function missingFigures(
  { workbook, sheet }: Grid,
  { band, matches }: FoundColumns,
  headers: readonly string[],
): readonly Problem[] {
  if (headers.length === 0) return [];
  const isOwn = isOwnTable({ matches });
  return [
    {
      code: 'column-missing',
      level: isOwn ? 'doubt' : 'error',
      place: { file: workbook, sheet },
      actual: '',
      reason: `第${String(band.bottom + 1)}行表头中没有“${headers.join('”“')}”列，由它们得出的指标缺数或者没有判断`,
      expected: isOwn ? '请补上，逐行填写；空着的按没有计' : '请补上，没有内容的空着',
    },
  ];
}

/** A name that may mean two columns, of which the content told one, and one that only ends as a known name does. */
function sharedNames(grid: Grid, table: Table, found: FoundColumns, { declared }: HeaderContext): readonly Problem[] {
  const headerOf = (field: string): string => `“${table.columns[field]?.header ?? field}”`;
  const likely = [...found.matches].flatMap(([field, { at, by }]) =>
    by === 'likely' ? [{ field, fields: [], at }] : [],
  );
  return [...openNames(table, found.matches), ...likely].map(({ field, fields, at }) => {
    const shown = shownHeader(found, at);
    const own = headerOf(field);
    const others = fields.filter((one) => one !== field).map(headerOf);
    const below = { at, from: found.band.bottom + 1, fields, others: found.matches };
    const isLikely = fields.length === 0;
    return {
      code: 'column-either',
      level: !isLikely && isTold(grid, table, below, declared) ? 'note' : 'doubt',
      place: placeAt(grid, found.band.bottom, at),
      actual: shown,
      reason: isLikely
        ? `“${shown}”像是${own}，按它读取`
        : `“${shown}”可以是${own}，也可以是${others.join('、')}，按这一列的内容当作${own}`,
      expected: `请核对。如不对，${orMapped(table, shown).replace(/^或者/u, '请')}`,
    };
  });
}

/** Columns a department's own table may go without: what then holds of each row, for somebody to look at. */
function assumedColumns({ workbook, sheet }: Grid, table: Table, { matches, band }: FoundColumns): readonly Problem[] {
  const assumed = Object.entries<Column>(table.columns).filter(
    ([field, { whenAbsent }]) => whenAbsent !== '' && !matches.has(field),
  );
  if (assumed.length === 0) return [];
  const said = assumed.map(([, { header, whenAbsent }]) => `“${header}”每行按“${whenAbsent}”计`).join('，');
  return [
    {
      code: 'column-assumed',
      level: 'doubt',
      place: { file: workbook, sheet },
      actual: '',
      reason: `第${String(band.bottom + 1)}行表头中没有“${assumed.map(([, { header }]) => header).join('”“')}”列，${said}`,
      expected: '如不对，请补上这一列',
    },
  ];
}

/** A table in a department's own words never had all of our columns. */
function isOwnTable({ matches }: Pick<FoundColumns, 'matches'>): boolean {
  return [...matches.values()].some(({ by }) => by === 'usage' || by === 'shared' || by === 'likely');
}

function missingColumn(grid: Grid, table: Table, column: Column, found: FoundColumns): Problem {
  const own = unknownColumns(grid, table, found).length > 0 ? `，${orMapped(table, '自己的表头')}` : '';
  return {
    code: 'column-missing',
    level: 'error',
    place: sheetPlace(grid),
    actual: '',
    reason: `第${String(found.band.bottom + 1)}行表头中没有“${column.header}”列`,
    expected: `请补上这一列，表头可用：${[column.header, ...column.synonyms].join('、')}${own}`,
  };
}

const headerInOneCell = 'header-in-one-cell';
const headerMissing = 'header-missing';

/** The rules that tell of a sheet without a header. */
export const noHeaderCodes: readonly string[] = [headerInOneCell, headerMissing];

/** No header: perhaps because all of it was typed into one cell. */
export function noHeader(grid: Grid, table: Table, units: UnitWords): Problem {
  const headers = Object.values<Column>(table.columns).flatMap(({ required, header }) => (required ? [header] : []));
  const place = sheetPlace(grid);
  const crowded = crowdedCell(grid, table, units);
  if (crowded !== null) {
    const { row, column } = crowded;
    return {
      code: headerInOneCell,
      level: 'error',
      place: placeAt(grid, row, column),
      actual: shownAt(grid, row, column),
      reason: `“${table.title}”的几个表头写在一个单元格里，分不清各列是什么`,
      expected: `请取消合并，每列上面各写一个表头，至少要有：${headers.join('、')}`,
      covers: wholeGrid(grid),
    };
  }
  return {
    code: headerMissing,
    level: 'error',
    place,
    actual: '',
    reason: `前${String(searchedRows)}行里没有找到“${table.title}”的表头`,
    expected: `请恢复表头，至少要有：${headers.join('、')}`,
    covers: wholeGrid(grid),
  };
}

/** A cell whose words, taken apart, are two or more of the table's headers. */
function crowdedCell(
  grid: Grid,
  table: Table,
  units: UnitWords,
): { readonly row: number; readonly column: number } | null {
  for (let row = 0; row < Math.min(searchedRows, grid.rows.length); row += 1) {
    for (const [column, text] of headerBand(grid, row, 1, units).shown.entries()) {
      const words = text.split(/[\s、,，;；|/]+/u).map((word) => [headerKey(word)]);
      const isMergedInto = (mergeOver(grid.merges, row, column)?.startColumn ?? column) < column;
      if (!isMergedInto && matchHeaders({ names: words }, table).size > 1) return { row, column };
    }
  }
  return null;
}
