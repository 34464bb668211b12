/**
 * A roster, one row a person: its people are counted by what the form asks for, and nothing of a person is kept. No text of such a
 * row stands in what is said of it.
 */
import { cellAt, isFilled, rowAt, shownAt, type Cell, type Grid } from '../../base/grid';
import { cellName } from '../../base/place';
import type { Problem } from '../../base/problem';
import { endOf, headerKey, isBlankText, nameKey, startOf } from '../../base/text';
import type { RowWords, SaidWords } from '../../cells/readings';
import { isNothing } from '../../cells/read-quantity';
import type { Declared } from '../declared';
import { headerBand, type HeaderBand } from '../header-band';
import { isNumbering, rowSigns } from '../other-rows/row-signs';
import { isRemarkText } from '../other-rows/remark-rows';
import type { Form, RosterLine } from '../sheet';
import type { FormLine, FormLines } from './form-lines';
import { absentPeople, countNote, nameless, totalProblem, unclear, unusedColumns } from './roster-problems';
import { takenAs, textCell, type ShapedCell } from './shaped-grid';

interface Roster {
  readonly band: HeaderBand;
  /** The column of names. */
  readonly names: number;
}

const searchedRows = 10;
/** Columns of a list of people: with fewer it is no more than a list of names. */
const fewest = 3;

/** The lines of the form counted from a roster; null where the sheet is none, or the form counts none. */
export function rosterLines(grid: Grid, form: Form, declared: Declared): FormLines | null {
  const rules = form.roster ?? [];
  const { rows: words, said } = declared.words;
  const roster = rules.length === 0 ? null : rosterOn(grid, declared);
  if (roster === null) return null;
  const { people, taken, problems } = rosterRows(grid, roster, words);
  const made = rules.flatMap((rule) =>
    countedLine(grid, roster, people, { rule, header: form.columns[rule.field]?.header ?? '', said }),
  );
  if (made.length === 0) return null;
  const used = [...new Set([roster.names, ...made.flatMap(({ column }) => column ?? [])])];
  return {
    lines: made.map(({ line }) => line),
    taken: [
      ...taken,
      ...takenAs(
        'used',
        people.flatMap((row) => used.map((column) => ({ row, column }))),
      ),
    ],
    problems: [
      countNote(grid, people.length),
      ...absentPeople(grid, people, words),
      ...unusedColumns(grid, roster, used),
      ...problems,
      ...made.flatMap((one) => one.problems),
    ],
  };
}

/** Whether the sheet is a list of persons, whatever it is read as. */
export function isRoster(grid: Grid, declared: Declared): boolean {
  return rosterOn(grid, declared) !== null;
}

/** The rows of the header of a list of persons; null where the sheet is none. */
export function rosterHeader(grid: Grid, declared: Declared): { readonly top: number; readonly last: number } | null {
  const roster = rosterOn(grid, declared);
  return roster === null ? null : { top: roster.band.top, last: roster.band.bottom };
}

function rosterOn(grid: Grid, { words }: Declared): Roster | null {
  const known = words.rows.personNames.map(headerKey);
  const top = grid.part?.top ?? 0;
  for (let row = top; row < Math.min(grid.rows.length, top + searchedRows); row += 1) {
    const names = rowAt(grid, row).findIndex((cell) => cell?.kind === 'text' && known.includes(headerKey(cell.shown)));
    if (names < 0) continue;
    const merge = grid.merges.find((one) => one.startRow === row && one.startColumn === names);
    const band = headerBand(grid, row, (merge?.endRow ?? row + 1) - row, words.units);
    return band.names.filter((keys) => keys.length > 0).length < fewest ? null : { band, names };
  }
  return null;
}

interface RosterRows {
  readonly people: readonly number[];
  readonly taken: readonly ShapedCell[];
  readonly problems: readonly Problem[];
}

/** The rows that are people; words about the list; a total is held against the count. */
function rosterRows(grid: Grid, { band, names }: Roster, words: RowWords): RosterRows {
  const signs = rowSigns(words);
  const people: number[] = [];
  const taken: ShapedCell[] = [];
  const problems: Problem[] = [];
  grid.rows.forEach((cells, row) => {
    const filled = cells.flatMap((cell, column) => (isFilled(cell) ? [{ row, column }] : []));
    const first = cells.find(isFilled);
    const name = cellAt(grid, row, names);
    if (filled.length === 0) return;
    if (row < band.top) taken.push(...takenAs(taken.length === 0 ? 'title' : 'note', filled));
    else if (row <= band.bottom) taken.push(...takenAs('header', filled));
    else if (cells.some((cell) => cell?.kind === 'text' && signs.total.test(headerKey(cell.shown)))) {
      taken.push(...takenAs('total', filled));
      problems.push(...totalProblem(grid, filled, people.length));
    } else if (isRemarkText(first, signs)) taken.push(...takenAs('note', filled));
    else if (name.kind === 'text' && !isBlankText(name.shown)) people.push(row);
    else if (filled.every((at) => isNumbering(shownAt(grid, at.row, at.column))))
      taken.push(...takenAs('number', filled));
    else problems.push(nameless(grid, filled));
  });
  return { people, taken: [...taken, ...numbersOf(grid, people)], problems };
}

/** The first column may number the people. */
function numbersOf(grid: Grid, people: readonly number[]): readonly ShapedCell[] {
  const cells = people.map((row) => ({ row, column: 0 }));
  return takenAs(
    'number',
    cells.filter(({ row }) => isNumbering(shownAt(grid, row, 0))),
  );
}

interface CountedLine {
  readonly line: FormLine;
  readonly column: number | null;
  readonly problems: readonly Problem[];
}

interface Rule {
  readonly rule: RosterLine;
  readonly header: string;
  readonly said: SaidWords;
}

/** How many people the line counts: all, or those whose cell says so. A cell of which nobody can tell is named. */
function countedLine(
  grid: Grid,
  { band, names }: Roster,
  people: readonly number[],
  { rule, header, said: words }: Rule,
): readonly CountedLine[] {
  const found = columnNamed(band, rule.columns, words);
  if (rule.columns.length > 0 && found < 0) return [];
  const column = rule.columns.length === 0 ? null : found;
  const said = people.map((row) => ({ row, says: column === null ? true : saysSo(cellAt(grid, row, column), rule) }));
  const count = said.filter(({ says }) => says === true).length;
  const open = said.filter(({ says }) => says === null).map(({ row }) => cellName(row, column ?? names));
  const at = { row: band.bottom, column: column ?? names };
  // Whoever may count makes of the number one that is not known, or known from below.
  const value: Cell =
    open.length === 0
      ? { kind: 'number', value: count, shown: String(count) }
      : textCell(count === 0 ? '看不出' : `至少${String(count)}，至多${String(count + open.length)}`);
  return [
    {
      column,
      line: { label: header, value, labelAt: at, valueAt: at },
      problems: open.length === 0 ? [] : [unclear(grid, at, { header, count, open })],
    },
  ];
}

/** The column of one of these headers, however it asks: 是否持有效执法证 for 执法证. */
function columnNamed({ names }: HeaderBand, headers: readonly string[], said: SaidWords): number {
  const known = headers.map(headerKey);
  const bare = new Set(known.map((key) => bareHeader(key, said)));
  const isNamed = (key: string): boolean => known.includes(key) || known.includes(key.replace(/\([^()]*\)$/u, ''));
  const found = names.findIndex((keys) => keys.some(isNamed));
  return found >= 0 ? found : names.findIndex((keys) => keys.some((key) => bare.has(bareHeader(key, said))));
}

/** A header without words that only ask, and how the answer is written. */
function bareHeader(key: string, said: SaidWords): string {
  const plain = key.replace(/\([^()]*\)$/u, '');
  const asked = plain.slice(startOf(plain, said.askings).length);
  const bare = asked.slice(0, asked.length - endOf(asked, said.answers).length);
  return bare.length < 2 || bare === key ? key : bareHeader(bare, said);
}

/** Whether the person counts; null where the cell is blank or says something else. */
function saysSo(cell: Cell, { counts, not }: RosterLine): boolean | null {
  if (typeof cell.value === 'boolean') return cell.value;
  const key = nameKey(cell.shown);
  const holds = (words: readonly string[]): boolean => words.some((word) => key.includes(nameKey(word)));
  const isAny = counts.includes(anything);
  if (key === '') return isAny ? false : null;
  if (saidNo(cell.shown, key) || holds(not)) return false;
  if (saidYes.test(key) || holds(counts)) return true;
  if (isAny) return isNumbered(key) ? true : null;
  return counts.length > 0 && not.length === 0 ? false : null;
}

const saidYes = /^(?:[是√✓✔☑1]|已?有)$/u;

function saidNo(shown: string, key: string): boolean {
  return isNothing(shown) || /^[否未×✗✘☐]$/u.test(key);
}

/** Among the words that count: whatever number stands there, as that of a licence does. */
const anything = '有内容';
/** A day is no number of a licence: 2022年11月报考. */
const dayIn = /\d{2,4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?/gu;

function isNumbered(key: string): boolean {
  return /[\da-z]/iu.test(key.replace(dayIn, ''));
}
