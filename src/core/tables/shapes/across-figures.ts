/** Indicators across, and one row, a row a unit, a row a year or a row a month below: turned into one line a figure. */
import { cellAt, isFilled, type Cell, type CellAt, type Grid } from '../../base/grid';
import type { Problem } from '../../base/problem';
import { isBlankText } from '../../base/text';
import { strayProblems } from '../account/stray-cells';
import { unitAbove } from '../usages/amount-units';
import { headerBand, type HeaderBand } from '../header-band';
import { knownNames } from '../match-headers';
import {
  acrossRows,
  acrossValue,
  type AcrossColumn,
  type AcrossHeader,
  type AcrossRows,
  type FiguresKnown,
} from './across';
import { besideAcross } from '../account/around-figures';
import type { FiguresTable } from './figure-lines';
import { figureNames, type FigureNames } from './figure-names';
import { figureBlocks, summedGroups } from './figure-blocks';
import { asRows, shapedOf, takenAs, textCell, type Shaped, type ShapedGrid } from './shaped-grid';
import { rowSigns } from '../other-rows/row-signs';
import { countedThings } from './thing-marks';

const searchedRows = 10;
const tallest = 3;
const enough = 2;

/** The figures of a sheet with indicators across as one line each, also of several such tables under each other; null where there are none. */
export function acrossFigures(grid: Grid, figures: FiguresTable, known: FiguresKnown): ShapedGrid | null {
  const { words } = known.declared;
  const tables = figureBlocks(grid, rowSigns(words.rows), (block) => tableAcross(block, figures, known, 1) !== null);
  const read =
    tables === null
      ? [tableAcross(grid, figures, known, enough)]
      : tables.map((block) => tableAcross(block, figures, known, 1) ?? unreadTable(block));
  return asLines(
    grid,
    figures,
    read.flatMap((one) => one ?? []),
  );
}

/** What is counted of a register a row a thing, as one line each; null for any other sheet. */
export function thingFigures(grid: Grid, known: FiguresKnown): ShapedGrid | null {
  const things = countedThings(grid, known);
  if (things === null) return null;
  const { made, ...beside } = linesAcross(grid, things.header, things.rows, known);
  // What was counted stands in no cell: it is told at the header of its column.
  const at = { row: things.header.band.bottom };
  const counted = made.map((one) => ({ ...one, origins: one.origins.map(({ column }) => ({ ...at, column })) }));
  const heads = (grid.rows[at.row] ?? []).flatMap((cell, column) =>
    isBlankText(cell?.shown ?? '') ? [] : [{ ...at, column }],
  );
  const taken = [...beside.taken, ...takenAs('header', heads)];
  return asLines(grid, known.declared.figures, [{ ...beside, taken, made: counted }]);
}

function asLines(grid: Grid, figures: FiguresTable, found: readonly TableAcross[]): ShapedGrid | null {
  const [header] = found.flatMap(({ made }) => made.map(({ origins }) => origins[0]));
  if (header === undefined) return null;
  const fields = [figures.code, figures.name, figures.unit, figures.value, figures.lastYear];
  const top = fields.map((field) => textCell(figures.table.columns[field]?.header ?? ''));
  const made = found.flatMap((one) => one.made);
  return asRows(grid, [top, ...made.map(({ cells }) => cells)], {
    taken: found.flatMap(({ taken }) => taken),
    problems: found.flatMap(({ problems }) => problems),
    origins: [top.map(() => ({ ...header, column: 0 })), ...made.map(({ origins }) => origins)],
  });
}

/** The lines of one table, and what became of its other cells. */
interface TableAcross extends Pick<Shaped, 'taken' | 'problems'> {
  readonly made: readonly MadeLine[];
}

function tableAcross(whole: Grid, figures: FiguresTable, known: FiguresKnown, least: number): TableAcross | null {
  const names = figureNames(whole, known.declared, known.lines);
  const isNamed = (name: string): boolean => names.named([name]) !== null;
  const grid = summedGroups(whole, isNamed, known.declared.words.rows.countedApart);
  const header = acrossHeader(grid, figures, { known, names, least });
  if (header === null) return null;
  const rows = acrossRows(grid, header, known);
  if (rows.own.length === 0) return null;
  const made = linesAcross(grid, header, rows, known);
  const before = grid === whole ? null : shapedOf(grid);
  return {
    made: made.made,
    taken: [...(before?.taken ?? []), ...made.taken],
    problems: [...(before?.problems ?? []), ...made.problems],
  };
}

function linesAcross(grid: Grid, header: AcrossHeader, rows: AcrossRows, { declared }: FiguresKnown): TableAcross {
  const made = header.across.map((one) => lineFor(grid, one, rows, header.band));
  const beside = besideAcross(grid, header, rows, declared);
  const problems = [...beside.problems, ...rows.problems, ...made.flatMap((one) => one.problems)];
  return { made, taken: beside.taken, problems };
}

function unreadTable(grid: Grid): TableAcross {
  const top = grid.part?.top ?? 0;
  const cells = grid.rows
    .slice(top)
    .flatMap((row, at) => row.flatMap((cell, column) => (isFilled(cell) ? [{ row: top + at, column }] : [])));
  return { made: [], taken: [], problems: strayProblems(grid, cells, '不在认得的表头下面') };
}

interface Reading {
  readonly known: FiguresKnown;
  readonly names: FigureNames;
  readonly least: number;
}

function acrossHeader(
  grid: Grid,
  figures: FiguresTable,
  { known: { declared }, names, least }: Reading,
): AcrossHeader | null {
  const own = new Set(knownNames({ columns: { code: codeColumn(figures) } }));
  const top = grid.part?.top ?? 0;
  let best: AcrossHeader | null = null;
  for (let row = top; row < Math.min(grid.rows.length, top + searchedRows); row += 1) {
    for (let height = 1; height <= tallest && row + height < grid.rows.length; height += 1) {
      const band = headerBand(grid, row, height, declared.words.units);
      // With a column of codes the figures stand below each other.
      if (band.names.some((all) => all.some((name) => own.has(name)))) return null;
      const across = columnsNamed(band, names);
      const isOnce = new Set(across.map(({ line }) => line)).size === across.length;
      if (isOnce && across.length >= least && across.length > (best?.across.length ?? 0)) best = { band, across };
    }
  }
  return best;
}

/** The columns by names that are sure, and beside two of these by short words for other figures of their subjects. */
function columnsNamed({ names }: HeaderBand, { named, beside }: FigureNames): readonly AcrossColumn[] {
  const read = (nameOf: FigureNames['named'], others: readonly AcrossColumn[]): readonly AcrossColumn[] =>
    names.flatMap((all, column) => {
      const found = others.some((one) => one.column === column) ? null : nameOf(all);
      return found === null ? [] : [{ column, ...found }];
    });
  const sure = read(named, []);
  if (sure.length < enough) return sure;
  const short = read(beside(new Set(sure.map(({ line }) => line.about))), sure);
  const lines = [...sure, ...short].map(({ line }) => line);
  const isOnce = ({ line }: AcrossColumn): boolean => lines.filter((one) => one === line).length === 1;
  return [...sure, ...short.filter(isOnce)].sort((one, other) => one.column - other.column);
}

function codeColumn({ table, code }: FiguresTable): FiguresTable['table']['columns'][string] {
  const column = table.columns[code];
  if (column === undefined) throw new Error('the table of figures has codes');
  return column;
}

/** As the header says, else as stands above its last row (`end`), else the indicator's own. */
function unitSaid(grid: Grid, { line, unit }: AcrossColumn, end: number): string {
  if (unit !== '') return unit;
  const general = line.unit.endsWith('元') ? unitAbove(grid, end) : '';
  return general === '' ? line.unit : general;
}

interface MadeLine {
  readonly cells: readonly Cell[];
  readonly origins: readonly CellAt[];
  readonly problems: readonly Problem[];
}

/** The line of one indicator. */
function lineFor(grid: Grid, one: AcrossColumn, rows: AcrossRows, band: HeaderBand): MadeLine {
  const { column, line } = one;
  const at = (row: number): CellAt => ({ row, column });
  const [first = 0] = rows.own;
  const header = at(Math.max(0, first - 1));
  const value = acrossValue(grid, one, rows);
  const [last] = rows.lastYear;
  return {
    cells: [
      textCell(line.code),
      textCell(line.names[0] ?? ''),
      textCell(unitSaid(grid, one, band.bottom + 1)),
      value.cell,
      last === undefined ? textCell('') : cellAt(grid, last, column),
    ],
    origins: [header, header, header, value.at, at(last ?? first)],
    problems: value.problems,
  };
}
