/**
 * A roster, one row a person: its people are counted by what the form asks for, and nothing of a person is kept. No text of such a
 * row stands in what is said of it.
 */
import { cellAt, isFilled, rowAt, shownAt, type Cell, type CellAt, type Grid } from '../../base/grid';
import { cellName, placeAt, sheetPlace } from '../../base/place';
import type { Problem } from '../../base/problem';
import { columnSpan } from '../../base/taken';
import { headerKey, isBlankText, nameKey } from '../../base/text';
import type { RowWords } from '../../cells/readings';
import { isNothing } from '../../cells/read-quantity';
import type { Declared } from '../declared';
import { headerBand, type HeaderBand } from '../header-band';
import { isNumbering, rowSigns } from '../other-rows/row-signs';
import { isRemarkText } from '../other-rows/remark-rows';
import type { Form, RosterLine } from '../sheet';
import type { FormLine, FormLines } from './form-lines';
import { takenAs, type ShapedCell } from './shaped-grid';

interface Roster {
  readonly band: HeaderBand;
  /** The column of names. */
  readonly names: number;
}

/** The code of what is said of a sheet whose people were counted. */
export const rosterCounted = 'roster-counted';

const searchedRows = 10;
/** Columns of a list of people: with fewer it is no more than a list of names. */
const fewest = 3;

/** The lines of the form counted from a roster; null where the sheet is none, or the form counts none. */
export function rosterLines(grid: Grid, form: Form, declared: Declared): FormLines | null {
  const rules = form.roster ?? [];
  const { rows: words } = declared.words;
  const roster = rules.length === 0 ? null : rosterOn(grid, declared);
  if (roster === null) return null;
  const { people, taken, problems } = rosterRows(grid, roster, words);
  const made = rules.flatMap((rule) =>
    countedLine(grid, roster, people, { rule, header: form.columns[rule.field]?.header ?? '' }),
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
}

/** How many people the line counts: all, or those whose cell says so. A cell of which nobody can tell is named. */
function countedLine(
  grid: Grid,
  { band, names }: Roster,
  people: readonly number[],
  { rule, header }: Rule,
): readonly CountedLine[] {
  const found = columnNamed(band, rule.columns);
  if (rule.columns.length > 0 && found < 0) return [];
  const column = rule.columns.length === 0 ? null : found;
  const said = people.map((row) => ({ row, says: column === null ? true : saysSo(cellAt(grid, row, column), rule) }));
  const count = said.filter(({ says }) => says === true).length;
  const open = said.filter(({ says }) => says === null).map(({ row }) => cellName(row, column ?? names));
  const at = { row: band.bottom, column: column ?? names };
  const value: Cell = { kind: 'number', value: count, shown: String(count) };
  return [
    {
      column,
      line: { label: header, value, labelAt: at, valueAt: at },
      problems: open.length === 0 ? [] : [unclear(grid, at, { header, count, open })],
    },
  ];
}

/** The column of one of these headers, however it asks: 是否持有效执法证 for 执法证. */
function columnNamed({ names }: HeaderBand, headers: readonly string[]): number {
  const known = headers.map(headerKey);
  const bare = new Set(known.map(bareHeader));
  const isNamed = (key: string): boolean => known.includes(key) || known.includes(key.replace(/\([^()]*\)$/u, ''));
  const found = names.findIndex((keys) => keys.some(isNamed));
  return found >= 0 ? found : names.findIndex((keys) => keys.some((key) => bare.has(bareHeader(key))));
}

const asking = /^(?:是否|有无|已|持有效|持有|持|有效|取得|具有|具备|承担|从事|担任|为|通过|所学|现)/u;
const telling = /(?:情况|人员|岗位|岗|员|与否|证书|证|号码|编号|号)$/u;

/** A header without words that only ask, and how the answer is written. */
function bareHeader(key: string): string {
  const bare = key
    .replace(/\([^()]*\)$/u, '')
    .replace(asking, '')
    .replace(telling, '');
  return bare.length < 2 || bare === key ? key : bareHeader(bare);
}

/** Whether the person counts; null where the cell is blank or says something else. */
function saysSo(cell: Cell, { counts, not }: RosterLine): boolean | null {
  if (typeof cell.value === 'boolean') return cell.value;
  const key = nameKey(cell.shown);
  const holds = (words: readonly string[]): boolean => words.some((word) => key.includes(nameKey(word)));
  const isAny = counts.includes(anything);
  if (key === '') return isAny ? false : null;
  if (isNothing(cell.shown) || /^[否未×✗✘☐]$/u.test(key) || holds(not)) return false;
  if (/^(?:[是√✓✔☑1]|已?有)$/u.test(key) || holds(counts) || (isAny && isNumbered(key))) return true;
  return counts.length > 0 && not.length === 0 && !isAny ? false : null;
}

/** Among the words that count: whatever number stands there, as that of a licence does. */
const anything = '有内容';
/** A day is no number of a licence: 2022年11月报考. */
const dayIn = /\d{2,4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?/gu;

function isNumbered(key: string): boolean {
  return /[\da-z]/iu.test(key.replace(dayIn, ''));
}
const named = 10;

function unclear(
  grid: Grid,
  at: CellAt,
  { header, count, open }: { readonly header: string; readonly count: number; readonly open: readonly string[] },
): Problem {
  const cells = open.slice(0, named).join('、') + (open.length > named ? ' 等' : '');
  return {
    code: 'roster-unclear',
    level: 'doubt',
    place: placeAt(grid, at.row, at.column),
    actual: '',
    reason: `${header}从花名册里数出${String(count)}人，另有${String(open.length)}人看不出算不算（${cells}），没有计入`,
    expected: '请补填或写清这几格',
  };
}

function countNote(grid: Grid, count: number): Problem {
  return {
    code: rosterCounted,
    level: 'note',
    place: sheetPlace(grid),
    actual: '',
    reason: `“${grid.sheet}”一人一行，共${String(count)}人，按各列数出人数；姓名等只用来数人，没有保存`,
    expected: '有离岗、借出的人请从这张表移走',
  };
}

function nameless(grid: Grid, filled: readonly CellAt[]): Problem {
  const [first] = filled;
  return {
    code: 'roster-nameless',
    level: 'doubt',
    place: placeAt(grid, first?.row ?? 0, first?.column ?? 0),
    actual: '',
    reason: '这一行没有写姓名，没有算作一个人',
    expected: '是人员的请补上姓名，不是的请移到表外',
    covers: filled.map(({ row, column }) => ({
      sheet: grid.sheet,
      startRow: row,
      endRow: row + 1,
      startColumn: column,
      endColumn: column + 1,
    })),
  };
}

/** `合计 | 12人` against the people counted. */
function totalProblem(grid: Grid, filled: readonly CellAt[], count: number): readonly Problem[] {
  const numbers = filled.flatMap(({ row, column }) => {
    const said = /^(\d{1,4})[人名]?$/u.exec(nameKey(shownAt(grid, row, column)))?.[1];
    return said === undefined ? [] : [{ row, column, said: Number(said) }];
  });
  const [one] = numbers;
  if (one === undefined || numbers.length > 1 || one.said === count) return [];
  return [
    {
      code: 'total-mismatch',
      level: 'doubt',
      place: placeAt(grid, one.row, one.column),
      actual: String(one.said),
      reason: `合计 ${String(one.said)} 人，不等于逐行数出的 ${String(count)} 人`,
      expected: '请核对有没有漏写、多写的人',
    },
  ];
}

/** Columns that nobody counts by: what stands there is not read. */
function unusedColumns(grid: Grid, { band }: Roster, used: readonly number[]): readonly Problem[] {
  const others = band.shown.flatMap((shown, column) =>
    shown === '' || used.includes(column) ? [] : [{ shown, column }],
  );
  const [first] = others;
  if (first === undefined) return [];
  return [
    {
      code: 'column-unknown',
      level: 'note',
      place: placeAt(grid, band.bottom, first.column),
      actual: others.map(({ shown }) => shown).join('、'),
      reason: `花名册的“${others.map(({ shown }) => shown).join('”“')}”列没有读取`,
      expected: '与统计无关的不用管',
      covers: others.map(({ column }) => columnSpan(grid, band.bottom + 1, column)),
    },
  ];
}
