/** Options across with a mark under the one that holds: 简易 | 普通, 已完成 | 进行中, 是 | 否. One column is made of them. */
import { cellAt, rowAt, shownAt, type Cell, type CellAt, type Grid } from '../../base/grid';
import { holds, mergesIn } from '../merged/merges';
import { placeAt } from '../../base/place';
import type { Problem } from '../../base/problem';
import { headerKey, isBlankText, nameKey } from '../../base/text';
import type { StatusWords } from '../../cells/readings';
import type { Declared } from '../declared';
import { knownNames } from '../match-headers';
import type { Column, Table } from '../sheet';
import { change, changedGrid, clear, takenAs, textCell, type Changes } from './shaped-grid';

/** Adjoining columns that are the options of one declared column. */
interface Options {
  readonly row: number;
  readonly column: Column;
  /** By their place on the sheet, with the word each stands for. */
  readonly options: readonly { readonly at: number; readonly word: string }[];
  /** The name merged above them. */
  readonly above: CellAt | null;
}

const searchedRows = 12;
const marks = /^[√✓✔☑●■◆★○◯vV]$/u;
const mark = /^\s*[√✓✔☑●■◆★○◯vV]\s*$/u;
/** A ring is no mark where others of the row bear a sign. */
const rings = /^[○◯]$/u;
const noMarks = /^[×✗✘☐□—–/-]$|^[否无0]$/u;

/** The grid with one column for each set of options, in the place of its first; the same grid where there is none. */
export function oneOptionColumn(grid: Grid, tables: readonly Table[], declared: Declared): Grid {
  // Most sheets bear no mark at all: of them nothing more is asked.
  return hasMark(grid) ? optionsOn(grid, tables, declared).reduce(withOne, grid) : grid;
}

function hasMark({ rows }: Grid): boolean {
  for (const cells of rows)
    for (const cell of cells)
      if (cell !== undefined && mayBegin(cell.shown.charCodeAt(0)) && mark.test(cell.shown)) return true;
  return false;
}

/** Whether a mark, or a blank before one, may be the character: nearly all cells begin with a digit or a Chinese one. */
function mayBegin(code: number): boolean {
  return code < digits.first || (code > digits.last && code < firstChinese) || code > lastChinese;
}

const digits = { first: 0x30, last: 0x39 };
const [firstChinese, lastChinese] = [0x4e00, 0x9fff];

function optionsOn(grid: Grid, tables: readonly Table[], declared: Declared): readonly Options[] {
  const end = Math.min(grid.rows.length, (grid.part?.top ?? 0) + searchedRows);
  for (let row = grid.part?.top ?? 0; row < end; row += 1) {
    const found = optionsIn(grid, row, tables, declared.words.statuses).filter((one) => isMarked(grid, one));
    if (found.length > 0) return found;
  }
  return [];
}

/** The sets of options in a header row; a set ends where a word is no option, or another name stands above. */
function optionsIn(grid: Grid, row: number, tables: readonly Table[], statuses: StatusWords): readonly Options[] {
  const cells = rowAt(grid, row);
  const sets: Options[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    const found = optionsFrom(grid, row, at, { tables, statuses });
    if (found === null) continue;
    sets.push(found);
    at += found.options.length - 1;
  }
  return sets;
}

interface Known {
  readonly tables: readonly Table[];
  readonly statuses: StatusWords;
}

function optionsFrom(grid: Grid, row: number, first: number, { tables, statuses }: Known): Options | null {
  const { shown } = cellAt(grid, row, first);
  const columns = tables.flatMap((table) =>
    Object.entries<Column>(table.columns).flatMap(([field, column]) =>
      optionIn(shown, column, statuses) === null ? [] : [{ table, field, column }],
    ),
  );
  if (columns.length === 0) return null;
  const above = nameAbove(grid, row, first);
  const isNamed = (field: string, column: Column): boolean =>
    above !== null &&
    knownNames({ columns: { [field]: column } }).includes(headerKey(shownAt(grid, above.at.row, above.at.column)));
  const mayBe = ({ table, field, column }: (typeof columns)[number]): boolean =>
    above === null ? column.type !== 'yesNo' && standsOn(grid, row, table) : isNamed(field, column);
  for (const one of columns.filter(mayBe)) {
    const options = wordsFrom(grid, { row, first, end: above?.end ?? Infinity }, one.column, statuses);
    if (options.length > 1) return { row, column: one.column, options, above: above?.at ?? null };
  }
  return null;
}

/** The name merged over several columns above the cell, and where it ends. */
function nameAbove(grid: Grid, row: number, column: number): { readonly at: CellAt; readonly end: number } | null {
  const merge = mergesIn(grid.merges, row - 1, row).find(
    (one) => row > 0 && holds(one, row - 1, column) && one.endColumn - one.startColumn > 1 && one.endRow === row,
  );
  if (merge?.startColumn !== column) return null;
  const width = Math.max(0, ...grid.rows.slice(row, row + 1).map((cells) => cells.length));
  const isTitle = merge.startColumn === 0 && merge.endColumn >= width;
  return isTitle ? null : { at: { row: merge.startRow, column: merge.startColumn }, end: merge.endColumn };
}

/** Whether the row names another column of the table: options without a name above belong to a table that is there. */
function standsOn(grid: Grid, row: number, table: Table): boolean {
  const known = knownNames(table);
  return (
    rowAt(grid, row).some((cell) => cell?.kind === 'text' && known.includes(headerKey(cell.shown))) ||
    rowAt(grid, row - 1).some((cell) => cell?.kind === 'text' && known.includes(headerKey(cell.shown)))
  );
}

function wordsFrom(
  grid: Grid,
  { row, first, end }: { readonly row: number; readonly first: number; readonly end: number },
  column: Column,
  statuses: StatusWords,
): Options['options'] {
  const options: { at: number; word: string }[] = [];
  for (let at = first; at < Math.min(end, grid.rows[row]?.length ?? 0); at += 1) {
    const word = optionIn(shownAt(grid, row, at), column, statuses);
    if (word === null || options.some((one) => one.word === word)) break;
    options.push({ at, word });
  }
  return options;
}

/** The word of the column that a header stands for: 简易程序 for 简易; null for none. */
function optionIn(shown: string, { type, choices }: Column, { meanings }: StatusWords): string | null {
  const key = nameKey(shown);
  if (key === '' || key.length > 12) return null;
  if (type === 'yesNo') return /^[是有]$/u.test(key) ? '是' : /^[否无]$/u.test(key) ? '否' : null;
  if (type === 'status')
    return Object.values(meanings)
      .flat()
      .some((word) => nameKey(word) === key)
      ? shown.trim()
      : null;
  if (type !== 'choice') return null;
  const fitting = choices.filter((word) => key.includes(nameKey(word)));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** Whether marks stand below, and nothing but marks and signs of none. */
function isMarked(grid: Grid, { row, options }: Options): boolean {
  let isAny = false;
  for (let below = row + 1; below < grid.rows.length; below += 1) {
    for (const { at } of options) {
      const shown = shownAt(grid, below, at).trim();
      if (marks.test(shown)) isAny = true;
      else if (isNumber(cellAt(grid, below, at))) return false;
    }
  }
  return isAny;
}

/** 3 under 简易 counts cases; 1 may be a mark, yet nobody can tell. */
function isNumber({ kind, shown }: Cell): boolean {
  return kind === 'number' && shown.trim() !== '0';
}

function withOne(grid: Grid, { row, column, options, above }: Options): Grid {
  const changes: Changes = new Map();
  const first = options[0]?.at ?? 0;
  const used: CellAt[] = [];
  const problems: Problem[] = [];
  for (const { at } of options) clear(changes, { row, column: at });
  change(changes, { row, column: first }, textCell(column.header));
  for (let below = row + 1; below < grid.rows.length; below += 1) {
    const filled = options.filter(({ at }) => !isBlankText(shownAt(grid, below, at)));
    if (filled.length === 0 || !filled.every(({ at }) => isSign(cellAt(grid, below, at)))) continue;
    const marked = markedOf(grid, below, options);
    for (const { at } of options) clear(changes, { row: below, column: at });
    if (marked.length > 0) change(changes, { row: below, column: first }, markedCell(marked));
    used.push(...filled.map(({ at }) => ({ row: below, column: at })));
    if (marked.length === 0) problems.push(noneMarked(grid, { row: below, column: first }, column));
  }
  const named = above === null ? [] : [above];
  const headers = [...options.map(({ at }) => ({ row, column: at })), ...named];
  for (const cell of named) clear(changes, cell);
  const bare = named.reduce(unmerged, grid);
  return changedGrid(bare, changes, { taken: [...takenAs('used', used), ...takenAs('header', headers)], problems });
}

function unmerged(grid: Grid, { row, column }: CellAt): Grid {
  return { ...grid, merges: grid.merges.filter((one) => !holds(one, row, column)) };
}

function isSign({ shown, value }: Cell): boolean {
  const text = shown.trim();
  return value === true || marks.test(text) || noMarks.test(text);
}

function markedOf(grid: Grid, row: number, options: Options['options']): Options['options'] {
  const signs = options.map(({ at }) => shownAt(grid, row, at).trim());
  const isSure = signs.some((sign) => marks.test(sign) && !rings.test(sign));
  return options.filter(({ at }) => {
    const { shown, value } = cellAt(grid, row, at);
    const sign = shown.trim();
    return value === true || (marks.test(sign) && !(isSure && rings.test(sign)));
  });
}

function markedCell(marked: Options['options']): Cell {
  const [only, ...others] = marked;
  if (others.length === 0) return textCell(only?.word ?? '');
  const words = marked.map(({ word }) => word).join('、');
  const reason = `的${words}都打了勾，分不清是哪一个`;
  return { ...textCell(words), refused: { code: 'options-several', reason, expected: '请只在一个下面打勾' } };
}

function noneMarked(grid: Grid, { row, column: at }: CellAt, { header }: Column): Problem {
  return {
    code: 'options-none',
    level: 'note',
    place: placeAt(grid, row, at),
    actual: shownAt(grid, row, at),
    reason: `${header}的各项都没有打勾，按没有填写计`,
    expected: '请在符合的一项下面打勾',
  };
}
