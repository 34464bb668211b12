/** Parts a sheet on which several declared tables stand under or beside each other, so that each is read by its own declaration. */
import { rowAt, type Grid } from '../base/grid';
import { groupsBy } from '../base/groups';
import { textLimits } from '../base/limits';
import { oncePer } from '../base/once-per';
import { headerKey, isBlankText, remembered } from '../base/text';
import { tablesAmong, type Declared } from './declared';
import { isOfSeveral } from './usages/sheet-candidates';
import { headerAt, lacking, searchedRows, type FoundColumns } from './find-header';
import { beginsAsHeader, headerWordTest, mostNamed } from './header-words';
import { fieldsCalled } from './match-headers';
import { rowSigns, sectionSign } from './other-rows/row-signs';
import { rosterHeader } from './shapes/roster';
import type { Column, Form, Table } from './sheet';
import { byTitle } from './usages/title-choices';
import { isBlankRow, isHeading, isWords, shownAlone } from './table-layout';

/** The header of a declared table, or of a roster that a form is counted from, wherever on the sheet it stands. */
interface TableHeader {
  readonly title: string;
  readonly top: number;
  readonly last: number;
  /** Of a kind of which there may be several: tables of other columns, or under titles that tell other things, are read each by itself. */
  readonly columns: string;
}

/** Rows of one table with the title above them; the end is exclusive. */
interface TitledRows extends Pick<TableHeader, 'title' | 'columns'> {
  readonly from: number;
  readonly end: number;
}

/**
 * The sheets, one that holds several tables of those a workbook may have as one grid for each of them: all rows keep their
 * places, those of the other tables are blank.
 */
export function splitSheets(
  grids: readonly Grid[],
  sheets: readonly (Table | Form)[],
  declared: Declared,
): readonly Grid[] {
  const tables = tablesAmong(sheets);
  const isHeaderWord = headerWordTest(tables);
  const mayBeHeader = (grid: Grid, row: number): boolean => beginsAsHeader(rowAt(grid, row), isHeaderWord, 2);
  const form = sheets.find((one): one is Form => one.kind === 'form' && one.roster !== undefined);
  const headersIn = (grid: Grid): readonly TableHeader[] => {
    const headers = headersOn(grid, tables, { declared, mayBeHeader });
    const roster = form === undefined || headers.length === 0 ? null : rosterHeader(grid, declared);
    const [first] = headers;
    // What stands above it is of another list.
    return roster === null || form === undefined || first === undefined || first.top <= roster.last
      ? headers
      : [{ ...roster, title: form.title, columns: '' }, ...headers];
  };
  return grids.flatMap((grid) => {
    const lists = figureLists(grid, declared);
    if (lists.length > 0) return lists;
    const sides = sidesOf(grid, headersIn);
    if (sides.length > 0) return sides.flatMap((side) => partsOf(side, headersIn(side), declared));
    const headers = headersIn(grid);
    return new Set(headers.map(keyOf)).size < 2 ? [grid] : partsOf(grid, headers, declared);
  });
}

function keyOf({ title, columns }: Pick<TableHeader, 'title' | 'columns'>): string {
  return `${title} ${columns}`;
}

function titlesOf(headers: readonly TableHeader[]): readonly string[] {
  return [...new Set(headers.map(({ title }) => title))];
}

function partsOf(grid: Grid, headers: readonly TableHeader[], declared: Declared): readonly Grid[] {
  const blocks = blocksOf(grid, headers, declared);
  return [...groupsBy(blocks, keyOf).values()].map((own) => partOf(grid, own[0]?.title ?? '', own));
}

/** Tables of other kinds beside each other with a blank column between, as one grid each; none where they are not all known. */
function sidesOf(grid: Grid, headersIn: (grid: Grid) => readonly TableHeader[]): readonly Grid[] {
  const spans = columnSpans(grid);
  if (spans.length < 2) return [];
  const sides: Grid[] = [];
  const known = new Set<string>();
  // A wide sheet may have hundreds of blank columns: one side that is no table of its own decides.
  for (const columns of spans) {
    const side = sideOf(grid, columns);
    const titles = titlesOf(headersIn(side));
    if (titles.length === 0 || titles.some((title) => known.has(title))) return [];
    for (const title of titles) known.add(title);
    sides.push(side);
  }
  return sides;
}

/**
 * Lists of figures beside each other under headers that say the same (项目 | 数量 | 项目 | 数量), blank columns between or not, as one grid
 * each; none where no such header is among the first rows.
 */
function figureLists(grid: Grid, { figures }: Declared): readonly Grid[] {
  const { table, name, value } = figures;
  const fieldsOf = (cell: Grid['rows'][number][number]): readonly string[] =>
    cell?.kind === 'text' && cell.shown.length < longestHeader ? fieldsCalled(table, headerKey(cell.shown)) : [];
  const isName = nameTest(figures);
  for (const [row, cells] of grid.rows.slice(0, searchedRows).entries()) {
    if (!isTwice(cells, isName)) continue;
    const keys = cells.map((cell) => headerKey(cell?.shown ?? ''));
    const names = cells.flatMap((cell, column) => (fieldsOf(cell).includes(name) ? [column] : []));
    const own = names.filter((column) => keys[column] === keys[names[0] ?? -1]);
    // A number of the row may stand before its name.
    const before = own.map((column) =>
      column > 0 && keys[column - 1] === keys[(own[0] ?? 0) - 1] ? keys[column - 1] : '',
    );
    const numbered = (own[0] ?? 0) > 0 && before.every((key) => key !== '') ? 1 : 0;
    const starts = own.map((column) => column - numbered);
    const ends = [...starts.slice(1), Infinity];
    const isOfNumbers = (column: number): boolean =>
      grid.rows.slice(row + 1).some((below) => below[column]?.kind === 'number');
    const isEach = starts.every((from, index) =>
      cells.some(
        (cell, at) =>
          at >= from &&
          at < (ends[index] ?? 0) &&
          (fieldsOf(cell).includes(value) || yearHeader.test(keys[at] ?? '')) &&
          isOfNumbers(at),
      ),
    );
    if (starts.length > 1 && isEach)
      return starts.map((from, index) => {
        const columns = [index === 0 ? 0 : from, ends[index] ?? Infinity] as const;
        return { ...sideOf(grid, columns), part: { title: table.title, top: 0, columns } };
      });
  }
  return [];
}

const longestHeader = 20;

/** Whether a cell's text may head the names of figures. */
const nameTest = oncePer(({ table, name }: Declared['figures']) =>
  remembered((shown): boolean => fieldsCalled(table, headerKey(shown)).includes(name)),
);

/** Nearly no row names the same twice. */
function isTwice(cells: Grid['rows'][number], isName: (shown: string) => boolean): boolean {
  let named = 0;
  for (const cell of cells)
    if (cell?.kind === 'text' && cell.shown.length < longestHeader && isName(cell.shown)) named += 1;
  return named > 1;
}

/** Above the values where last year's stand beside them. */
const yearHeader = /^20\d\d年?度?$/u;

/** The runs of columns in which something stands. */
function columnSpans({ rows }: Grid): readonly (readonly [from: number, to: number])[] {
  const filled: boolean[] = [];
  for (const cells of rows)
    for (let column = 0; column < cells.length; column += 1)
      filled[column] ||= !isBlankText(cells[column]?.shown ?? '');
  const starts = [...filled.keys()].filter((column) => filled[column] === true && filled[column - 1] !== true);
  return starts.map((from, index) => [from, starts[index + 1] ?? Infinity]);
}

function sideOf(grid: Grid, columns: readonly [from: number, to: number]): Grid {
  const [from, to] = columns;
  const isHere = (column: number): boolean => column >= from && column < to;
  return {
    ...grid,
    part: { title: '', top: 0, columns },
    rows: grid.rows.map((cells) => cells.map((cell, column) => (isHere(column) ? cell : undefined))),
    merges: grid.merges.filter(({ startColumn }) => isHere(startColumn)),
    ...(grid.covered && { covered: grid.covered.filter(({ cells: [first] }) => first && isHere(first.column)) }),
  };
}

interface Looking {
  readonly declared: Declared;
  readonly mayBeHeader: (grid: Grid, row: number) => boolean;
}

function headersOn(grid: Grid, tables: readonly Table[], { declared, mayBeHeader }: Looking): readonly TableHeader[] {
  const headers: TableHeader[] = [];
  for (let row = 0; row < grid.rows.length; row += 1) {
    const header = isWords(grid, row) && mayBeHeader(grid, row) ? likeliestAt(grid, row, tables, declared) : null;
    if (header === null) continue;
    headers.push(header);
    row = header.last;
  }
  return headers;
}

const enough = 3;

/** The table whose header this is: all it requires, and more of its columns than of any other's. */
function likeliestAt(grid: Grid, row: number, tables: readonly Table[], declared: Declared): TableHeader | null {
  const named = tables
    .flatMap((table) => {
      const isLikely = Math.max(...mostNamed(grid, table, row, declared)) >= enough;
      const found = isLikely ? headerAt(grid, table, { row }, declared) : null;
      if (found === null || found.matches.size < enough) return [];
      // What a department's own table may go without is no sign of a table, unless its title says so.
      const isWhole = lacking(table, found, !isTitled(grid, row, table)).length === 0;
      return isWhole ? [{ table, found }] : [];
    })
    .sort((one, other) => other.found.matches.size - one.found.matches.size);
  const [first, second] = named;
  return first === undefined || second?.found.matches.size === first.found.matches.size
    ? null
    : headerOf(grid, first.table, first.found, declared);
}

function headerOf(
  grid: Grid,
  table: Table,
  { band, headerRow, matches }: FoundColumns,
  declared: Declared,
): TableHeader {
  const fields = Object.keys(table.columns).filter((field) => matches.has(field));
  const open = Object.entries<Column>(table.columns).some(
    ([field, { whenAbsent }]) => whenAbsent === byTitle && !matches.has(field),
  );
  const above = open ? titleOver(grid, band.top) : '';
  const columns = isOfSeveral(table, declared) ? [...fields, above].join(' ') : '';
  return { title: table.title, top: band.top, last: headerRow, columns };
}

/** What stands alone above the row. */
function titleOver({ rows }: Grid, top: number): string {
  const cells = rows[top - 1] ?? [];
  return headerKey(shownAlone(cells));
}

/** Whether a title above the row holds a word departments use for the table; blank rows may stand between. */
function isTitled(grid: Grid, row: number, { usages }: Table): boolean {
  for (let above = row - 1; above >= Math.max(0, row - titleRows); above -= 1) {
    const cells = rowAt(grid, above);
    const text = headerKey(shownAlone(cells));
    if (text.length <= textLimits.sheetTitle && usages.some((word) => text.includes(headerKey(word)))) return true;
  }
  return false;
}

const titleRows = 3;

function blocksOf(grid: Grid, headers: readonly TableHeader[], declared: Declared): readonly TitledRows[] {
  const starts = headers.map(({ top }, index) => {
    const above = headers[index - 1];
    return above === undefined ? 0 : titleAbove(grid, top, above.last, declared);
  });
  return headers.map(({ title, columns }, index) => ({
    title,
    columns,
    from: starts[index] ?? 0,
    end: starts[index + 1] ?? grid.rows.length,
  }));
}

/** The first row of what stands above a header as its title, with blank rows between or without; the header's own if nothing does. */
function titleAbove(grid: Grid, top: number, floor: number, { words }: Declared): number {
  const { note } = rowSigns(words.rows);
  let row = top - 1;
  while (row > floor && isBlankRow(grid, row)) row -= 1;
  let start = top;
  while (row > floor && isTitle(grid, row, note)) {
    start = row;
    row -= 1;
  }
  return start;
}

function isTitle(grid: Grid, row: number, note: RegExp): boolean {
  const cells = rowAt(grid, row);
  const text = shownAlone(cells).trim();
  return text !== '' && !note.test(text) && (isHeading(grid, row) || sectionSign.test(text));
}

const nothing: Grid['rows'][number] = [];

function partOf(grid: Grid, title: string, blocks: readonly TitledRows[]): Grid {
  const here = new Set(
    blocks.flatMap(({ from, end }) => Array.from({ length: end - from }, (_, index) => from + index)),
  );
  const isHere = (row: number): boolean => here.has(row);
  return {
    ...grid,
    part: { ...grid.part, title, top: blocks[0]?.from ?? 0 },
    rows: grid.rows.map((cells, row) => (isHere(row) ? cells : nothing)),
    merges: grid.merges.filter(({ startRow }) => isHere(startRow)),
    ...(grid.covered && { covered: grid.covered.filter(({ cells: [first] }) => first && isHere(first.row)) }),
    hiddenRows: grid.hiddenRows.filter(isHere),
  };
}
