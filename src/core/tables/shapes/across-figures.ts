/** Indicators across, and one row, a row a unit, a row a year or a row a month below: turned into one line a figure. */
import { cellAt, type Cell, type CellAt, type Grid } from '../../base/grid';
import type { Problem } from '../../base/problem';
import { isBlankText, nameKey } from '../../base/text';
import { strayProblems } from '../account/stray-cells';
import { unitAbove } from '../find-header';
import { headerBand } from '../header-band';
import { knownNames } from '../match-headers';
import {
  acrossRows,
  acrossValue,
  besideAcross,
  type AcrossColumn,
  type AcrossContext,
  type AcrossHeader,
  type AcrossRows,
} from './across';
import { lineOf, lineOfBoth, type FigureLine, type FiguresTable } from './figure-lines';
import { isUsualName, titlesOn } from '../usages/usual-title';
import { figureBlocks, summedGroups } from './figure-blocks';
import { asRows, shapedOf, textCell, type Shaped, type ShapedGrid } from './shaped-grid';
import { rowSigns } from '../other-rows/row-signs';

/** What is known beside the sheet. */
export interface FiguresKnown extends AcrossContext {
  readonly lines: readonly FigureLine[];
}

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
  const found = read.flatMap((one) => one ?? []);
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
  const named = nameReader(whole, figures, known.lines);
  const grid = summedGroups(whole, (name) => named([name]) !== null, known.declared.words.rows.countedApart);
  const header = acrossHeader(grid, figures, { known, named, least });
  if (header === null) return null;
  const rows = acrossRows(grid, header, known);
  if (rows.own.length === 0) return null;
  const made = header.across.map((one) => lineFor(grid, one, rows));
  const beside = besideAcross(grid, header, rows, known.declared);
  const before = grid === whole ? null : shapedOf(grid);
  return {
    made,
    taken: [...(before?.taken ?? []), ...beside.taken],
    problems: [
      ...(before?.problems ?? []),
      ...[...beside.problems, ...rows.problems, ...made.flatMap(({ problems }) => problems)],
    ],
  };
}

function unreadTable(grid: Grid): TableAcross {
  const cells = grid.rows.flatMap((row, at) =>
    row.flatMap((cell, column) => (cell === undefined || isBlankText(cell.shown) ? [] : [{ row: at, column }])),
  );
  return { made: [], taken: [], problems: strayProblems(grid, cells, '不在认得的表头下面') };
}

/** What a header of one column names. */
type Named = Omit<AcrossColumn, 'column'>;

type NameReader = (names: readonly string[]) => Named | null;

interface Reading {
  readonly known: FiguresKnown;
  readonly named: NameReader;
  readonly least: number;
}

function acrossHeader(
  grid: Grid,
  figures: FiguresTable,
  { known: { declared }, named, least }: Reading,
): AcrossHeader | null {
  const own = new Set(knownNames({ columns: { code: codeColumn(figures) } }));
  const top = grid.part?.top ?? 0;
  let best: AcrossHeader | null = null;
  for (let row = top; row < Math.min(grid.rows.length, top + searchedRows); row += 1) {
    for (let height = 1; height <= tallest && row + height < grid.rows.length; height += 1) {
      const band = headerBand(grid, row, height, declared.words.units);
      // With a column of codes the figures stand below each other.
      if (band.names.some((names) => names.some((name) => own.has(name)))) return null;
      const across = band.names.flatMap((names, column): readonly AcrossColumn[] => {
        const found = named(names);
        return found === null ? [] : [{ column, ...found }];
      });
      const isOnce = new Set(across.map(({ line }) => line)).size === across.length;
      if (isOnce && across.length >= least && across.length > (best?.across.length ?? 0)) best = { band, across };
    }
  }
  return best;
}

/** `行政处罚实施数量(宗)合计(宗)` is the number of what stands above it. */
const totalOf = /(?:\([^()]*\))?(?:合计|总计|总数|小计)(?:\([^()]*\))?$/u;

function nameReader(grid: Grid, { table }: FiguresTable, lines: readonly FigureLine[]): NameReader {
  const usual = isUsualName(grid, table) ? usualNames(grid, lines) : null;
  return (names) => {
    const read = (all: readonly string[]): Named | null => lineNamed(all, lines) ?? usual?.(all) ?? null;
    return read(names) ?? read(names.flatMap((name) => (totalOf.test(name) ? [name.replace(totalOf, '')] : [])));
  };
}

function codeColumn({ table, code }: FiguresTable): FiguresTable['table']['columns'][string] {
  const column = table.columns[code];
  if (column === undefined) throw new Error('the table of figures has codes');
  return column;
}

/** By name, by code, or by both written together; a unit may stand in brackets behind it. */
function lineNamed(names: readonly string[], lines: readonly FigureLine[]): Named | null {
  for (const name of names) {
    const [bare, unit] = parted(name);
    const line = lineOf(lines, { code: bare, name: bare }) ?? lineOfBoth(lines, bare);
    if (line !== undefined) return { line, unit };
  }
  return null;
}

/** So many characters of an indicator's name say what it is about: 执法经费 of 执法经费到位. */
const subject = 4;

/** How a thing is counted, behind its name. */
const counting = /(?:件数|次数|数量|量|数)$/u;

/**
 * By what departments call it, in a table of figures. A word as short as 到位数 says nothing of what it counts: the title must name that.
 * A word that two indicators go by is none's.
 */
function usualNames(grid: Grid, lines: readonly FigureLine[]): (names: readonly string[]) => Named | null {
  const titles = titlesOn(grid).map(nameKey).join(' ');
  const known = new Map<string, FigureLine | null>();
  for (const line of lines) {
    const about = nameKey(line.names[0] ?? '').slice(0, subject);
    const isTitled = titles.includes(about.slice(0, 2)) && titles.includes(about.slice(2));
    const bare = line.names.map((name) => nameKey(name).replace(counting, ''));
    const words = line.usages.map(nameKey).filter((word) => isTitled || word.length > subject);
    const rests = bare.flatMap((name) => restsOf(name, titles));
    for (const word of new Set([...bare.filter(({ length }) => length >= subject), ...words, ...rests]))
      known.set(word, known.has(word) ? null : line);
  }
  return (names) => {
    for (const name of names) {
      const [said, unit] = parted(name);
      const bare = said.replace(/、/gu, '');
      const line = known.get(bare) ?? known.get(bare.replace(counting, ''));
      if (line != null) return { line, unit };
    }
    return null;
  };
}

/** What a name says beside the title: 应办结 of 信访应办结 under 信访工作情况. */
function restsOf(name: string, titles: string): readonly string[] {
  return [2, 3, 4].flatMap((length) =>
    name.length > length + 1 && titles.includes(name.slice(0, length)) ? [name.slice(length)] : [],
  );
}

/** `行政检查次数(次)` → the name and the unit. */
function parted(name: string): readonly [string, string] {
  const [, bare = name, unit = ''] = /^([^()]+)\((?:单位:)?([^()]{1,6})\)$/u.exec(name) ?? [];
  return [bare, unit];
}

/** As the header says, else as stands above all amounts, else the indicator's own. */
function unitSaid(grid: Grid, { line, unit }: AcrossColumn): string {
  if (unit !== '') return unit;
  const general = line.unit.endsWith('元') ? unitAbove(grid, searchedRows) : '';
  return general === '' ? line.unit : general;
}

interface MadeLine {
  readonly cells: readonly Cell[];
  readonly origins: readonly CellAt[];
  readonly problems: readonly Problem[];
}

/** The line of one indicator. */
function lineFor(grid: Grid, one: AcrossColumn, rows: AcrossRows): MadeLine {
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
      textCell(unitSaid(grid, one)),
      value.cell,
      last === undefined ? textCell('') : cellAt(grid, last, column),
    ],
    origins: [header, header, header, value.at, at(last ?? first)],
    problems: value.problems,
  };
}
