/** Figures told by month, quarter or half-year across: one value a row is made of them, as the kind of figure wants it. */
import { cellAt, rowAt, shownAt, type Cell, type CellAt, type Grid } from '../../base/grid';
import { holds, mergesIn } from '../merged/merges';
import type { Problem } from '../../base/problem';
import { oncePer } from '../../base/once-per';
import { headerKey, isBlankText } from '../../base/text';
import type { Declared } from '../declared';
import { knownNames } from '../match-headers';
import { rowSigns } from '../other-rows/row-signs';
import { lineOf, type FigureLine, type FiguresTable } from './figure-lines';
import { lineCalled } from './figure-names';
import { yearlyValue, type Spread } from './period-values';
import { periodIn, type Period } from './periods';
import { change, changedGrid, clear, takenAs, textCell, type Changes } from './shaped-grid';

/** A header with parts of the year across. */
interface SpreadHeader {
  readonly row: number;
  readonly periods: readonly (Period & { readonly column: number })[];
  /** The column of the whole year, null where there is none. */
  readonly total: number | null;
}

const searchedRows = 12;
const enough = 2;

/** A sheet without parts of the year, and whether names of figures told that it is one of theirs, whatever it is called. */
interface SpreadGrid {
  readonly grid: Grid;
  readonly isOfFigures: boolean;
}

/** The grid with one value a row in the place of the year's total, or of its last part; null where nothing is spread. */
export function spreadFigures(
  grid: Grid,
  figures: FiguresTable,
  lines: readonly FigureLine[],
  declared: Declared,
): SpreadGrid | null {
  const header = spreadHeader(grid, figures, declared);
  if (header === null) return null;
  const at = header.total ?? header.periods[header.periods.length - 1]?.column ?? 0;
  const changes: Changes = new Map();
  const used: CellAt[] = [];
  const problems: Problem[] = [];
  let isOfFigures = false;
  const headers = header.periods.map(({ column }) => ({ row: header.row, column }));
  for (const one of headers) clear(changes, one);
  change(changes, { row: header.row, column: at }, headerOf(figures, figures.value));
  const lineFor = lineFinder(lines);
  const { fields, names } = namedFields(grid, header, figures, lineFor);
  if (names !== null) {
    headers.push({ row: header.row, column: names });
    change(changes, { row: header.row, column: names }, headerOf(figures, figures.name));
  }
  for (let row = header.row + 1; row < grid.rows.length; row += 1) {
    const filled = filledIn(grid, row, header);
    if (filled.length === 0) continue;
    const shown = (field: string): string => cellAt(grid, row, fields.get(field) ?? -1).shown.trim();
    const line = lineFor(shown(figures.code), shown(figures.name));
    isOfFigures ||= line !== null;
    const yearly = yearlyValue(grid, spreadIn(header, row), told(line, shown(figures.unit), declared));
    for (const { column } of header.periods) clear(changes, { row, column });
    change(changes, { row, column: at }, yearly.cell);
    used.push(...filled);
    problems.push(...yearly.problems);
  }
  const taken = [...takenAs('used', used), ...takenAs('header', headers)];
  const made = changedGrid(withoutAbove(grid, header), changes, { taken, problems });
  return { grid: made, isOfFigures };
}

function filledIn(grid: Grid, row: number, { periods }: SpreadHeader): readonly CellAt[] {
  return periods.flatMap(({ column }) => (isBlankText(shownAt(grid, row, column)) ? [] : [{ row, column }]));
}

function headerOf({ table }: FiguresTable, field: string): Cell {
  return textCell(table.columns[field]?.header ?? '');
}

/** How its parts make a year: as the figure says, else as what is counted in such a unit does. */
function told(line: FigureLine | null, unit: string, { words }: Declared): Parameters<typeof yearlyValue>[2] {
  const isSummed = words.rows.summedUnits.includes(unit);
  return { line, unit, adds: line?.adds ?? (isSummed ? 'sum' : null) };
}

/** The columns of code, name and unit; `names` where no header but the names of figures tell the column. */
function namedFields(
  grid: Grid,
  header: SpreadHeader,
  figures: FiguresTable,
  lineFor: (code: string, name: string) => FigureLine | null,
): { readonly fields: ReadonlyMap<string, number>; readonly names: number | null } {
  const known = fieldColumns(grid, header.row, figures);
  const names = known.has(figures.name) || known.has(figures.code) ? null : namesBefore(grid, header, lineFor);
  return { fields: names === null ? known : new Map([...known, [figures.name, names]]), names };
}

/** The line by its code or name, else by what departments call it alone. */
function lineFinder(lines: readonly FigureLine[]): (code: string, name: string) => FigureLine | null {
  const called = lineCalled(lines);
  return (code, name) => lineOf(lines, { code, name }) ?? called(name);
}

/** The column before the parts of the year that names figures, where no header says which it is; null for none. */
function namesBefore(
  grid: Grid,
  { row: top, periods }: SpreadHeader,
  lineFor: (code: string, name: string) => FigureLine | null,
): number | null {
  const first = Math.min(...periods.map(({ column }) => column));
  const isNamed = (column: number): boolean =>
    grid.rows.slice(top + 1).some((cells) => lineFor('', cells[column]?.shown ?? '') !== null);
  const found = Array.from({ length: first }, (_, column) => column).find(isNamed);
  return found ?? null;
}

/** A word merged above the parts of the year heads them all and would be read as part of the value's header. */
function withoutAbove(grid: Grid, { row, periods }: SpreadHeader): Grid {
  const columns = new Set(periods.map(({ column }) => column));
  const isAbove = ({ startRow, endRow, startColumn, endColumn }: Grid['merges'][number]): boolean =>
    startRow < row && endRow >= row && endColumn - startColumn > 1 && columns.has(startColumn) && row - startRow < 3;
  const above = grid.merges.filter((merge) => isAbove(merge) && !isOverAll(grid, merge, periods.length));
  if (above.length === 0) return grid;
  const changes: Changes = new Map();
  const headers = above.map(({ startRow, startColumn }) => ({ row: startRow, column: startColumn }));
  for (const one of headers) clear(changes, one);
  const bare = { ...grid, merges: grid.merges.filter((merge) => !above.includes(merge)) };
  return changedGrid(bare, changes, { taken: takenAs('header', headers), problems: [] });
}

/** A title stands above all columns. */
function isOverAll(
  { rows }: Grid,
  { startRow, endRow, startColumn, endColumn }: Grid['merges'][number],
  parts: number,
): boolean {
  const width = Math.max(0, ...rows.slice(startRow, endRow + 1).map((cells) => cells.length));
  return startColumn === 0 && endColumn >= Math.max(width, parts + 1);
}

const valueNames = oncePer(
  (figures: FiguresTable): ReadonlySet<string> => new Set(knownNames({ columns: pick(figures, [figures.value]) })),
);

function spreadHeader(grid: Grid, figures: FiguresTable, declared: Declared): SpreadHeader | null {
  const signs = rowSigns(declared.words.rows);
  const named = valueNames(figures);
  const top = grid.part?.top ?? 0;
  for (let row = top; row < Math.min(grid.rows.length, top + searchedRows); row += 1) {
    const cells = rowAt(grid, row);
    const periods = cells.flatMap((cell, column) => {
      const period = cell?.kind === 'text' || cell?.kind === 'date' ? periodIn(cell.shown) : null;
      return period === null ? [] : [{ ...period, column }];
    });
    const spans = new Set(periods.map(({ from, to }) => `${String(from)}-${String(to)}`));
    if (periods.length < enough || spans.size < periods.length) continue;
    const width = Math.max(cells.length, grid.rows[row - 1]?.length ?? 0);
    const totals = Array.from({ length: width }, (_, column) => column).flatMap((column) => {
      const key = headerKey(shownOver(grid, row, column));
      const bare = key.replace(/^(?:本年|全年|年度)|(?:数|值)$/gu, '');
      const isTotal =
        named.has(key) ||
        signs.total.test(key) ||
        signs.total.test(bare) ||
        /^(?:全年|累计|本年累计|全年累计)$/u.test(key);
      return isTotal && periods.every((one) => one.column !== column) ? [column] : [];
    });
    return { row, periods, total: totals[0] ?? null };
  }
  return null;
}

/** What stands in the header's column: in its row, or merged down to it. */
function shownOver(grid: Grid, row: number, column: number): string {
  const above = mergesIn(grid.merges, row, row + 1).find((merge) => merge.startRow < row && holds(merge, row, column));
  const isColumn = above?.startColumn === column && above.endColumn - column === 1;
  return shownAt(grid, isColumn ? above.startRow : row, column);
}

function pick({ table }: FiguresTable, fields: readonly string[]): FiguresTable['table']['columns'] {
  return Object.fromEntries(Object.entries(table.columns).filter(([field]) => fields.includes(field)));
}

/** The columns of code, name and unit, by the words of the header's row and the two above it. */
function fieldColumns(grid: Grid, row: number, figures: FiguresTable): ReadonlyMap<string, number> {
  const fields = [figures.code, figures.name, figures.unit];
  const names = new Map(fields.map((field) => [field, knownNames({ columns: pick(figures, [field]) })]));
  const found = new Map<string, number>();
  for (const [field, known] of names) {
    for (let above = row; above > Math.max(-1, row - 3) && !found.has(field); above -= 1) {
      const column = rowAt(grid, above).findIndex(
        (cell) => cell !== undefined && known.includes(headerKey(cell.shown)),
      );
      if (column >= 0) found.set(field, column);
    }
  }
  return found;
}

function spreadIn({ periods, total }: SpreadHeader, row: number): Spread {
  const parts = periods.map(({ from, to, column }) => ({ from, to, at: { row, column } }));
  return { parts, total: total === null ? null : { row, column: total } };
}
