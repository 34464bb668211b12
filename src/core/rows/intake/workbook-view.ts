/** A department's workbook as people confirm it: what each sheet, column and row is taken for, and what is not read and why. */
import { isFilled, type Grid } from '../../base/grid';
import { cellOf, columnName } from '../../base/place';
import type { Problem } from '../../base/problem';
import { clipped, headerKey, isBlankText } from '../../base/text';
import type { Taken } from '../../base/taken';
import type { Edition } from '../../edition/edition';
import { isMappingAdvice, leftOut, mappedName } from '../../base/mapping';
import { cellEnds, type End } from '../../tables/account/cell-account';
import { statusChoices } from '../../tables/rules/apply-rules';
import { leftWord } from '../../tables/rules/rule';
import type { Column } from '../../tables/sheet';
import { workbookMap, type SheetMap } from '../../tables/workbook-map';
import type { Rows } from '../rows';
import type { IntakeCell, IntakeColumn, IntakeRow, IntakeSheet } from '../../../contract/intake';
import { shownRows } from './shown-rows';

/** What is known of the one workbook: its sheets as they were read, and what came of them. */
export interface ReadBook {
  readonly file: string;
  readonly grids: readonly Grid[];
  readonly rows: Pick<Rows, 'progress' | 'figures'>;
  readonly taken: readonly Taken[];
  readonly problems: readonly Problem[];
}

/** Sheets, columns and cells that are shown of one workbook. */
export const mostSheets = 40;
const mostColumns = 40;
const longestText = 60;

/** The sheets in their order. */
export function workbookView(book: ReadBook, edition: Edition): readonly IntakeSheet[] {
  const { file, grids, taken, problems } = book;
  const map = workbookMap(grids, file, edition.declared);
  const ends = cellEnds(grids, taken, problems);
  const parts = grids.filter((grid) => !isEmpty(grid)).slice(0, mostSheets);
  return parts.map((grid) => {
    const read = map.sheets.find((one) => one.sheet === grid.sheet && (grid.part?.title ?? one.title) === one.title);
    const likely = map.likely.find((one) => one.sheet === grid.sheet);
    const endAt = ends.find((one) => one.grid.sheet === grid.sheet)?.endAt ?? ((): End => 'unread');
    return sheetView({ grid, read, likely, endAt }, book, edition);
  });
}

function isEmpty({ rows }: Grid): boolean {
  return rows.every((row) => !row.some(isFilled));
}

/** What is known of one sheet. */
interface Known {
  readonly grid: Grid;
  readonly read: SheetMap | undefined;
  readonly likely: SheetMap | undefined;
  readonly endAt: (row: number, column: number) => End;
}

function sheetView({ grid, read, likely, endAt }: Known, book: ReadBook, edition: Edition): IntakeSheet {
  const isTurned = standsOtherwise(grid, read);
  const lines = isTurned ? [] : linesOf(read ?? likely);
  const headerRow = rowOf(lines[0]?.cell) ?? likeliestHeader(grid);
  const rowsAre = rowsAreOf(read?.title, edition);
  const columns = isTurned ? [] : columnsOf(grid, read, lines, headerRow);
  const keys = keyColumns(columns, rowsAre, edition);
  const cells = cellViewer(grid, book.problems, endAt, (problem) => wordsFor(problem, read?.title, edition));
  const isNamed = (row: number): boolean => rowsAre !== null && (isTurned || row > (headerRow ?? Infinity));
  const { rows, more } = shownRows(grid, { cells, width: Math.min(mostColumns, widthOf(grid)) }, (row) =>
    isNamed(row) ? nameAndCode(grid, row, keys, book) : null,
  );
  return {
    sheet: grid.sheet,
    ...takenFor(grid, read),
    likely: likely?.title ?? null,
    headerRow: headerRow === null ? null : headerRow + 1,
    rowsAre,
    columns: columns.map((one) => (isPlain(one, { grid, endAt }, book.problems) ? { ...one, as: leftWord } : one)),
    rows,
    more,
    counts: countsOf(grid, endAt),
  };
}

function linesOf(map: SheetMap | undefined): SheetMap['lines'] {
  return map?.lines ?? [];
}

/** Whether it is read in another shape than it has: what is known of columns is none of the sheet's then. */
function standsOtherwise({ rows }: Grid, read: SheetMap | undefined): boolean {
  const [first] = read?.lines ?? [];
  const at = cellOf(first?.cell ?? '');
  if (first === undefined || at === null) return false;
  return !headerKey(first.shown).endsWith(headerKey(rows[at.row]?.[at.column]?.shown ?? ''));
}

function takenFor({ rules }: Grid, read: SheetMap | undefined): Pick<IntakeSheet, 'as' | 'by'> {
  if (read !== undefined) return { as: read.title, by: read.by };
  return rules?.isLeft === true ? { as: leftWord, by: 'mapping' } : { as: null, by: null };
}

function rowOf(cell = ''): number | null {
  return cellOf(cell)?.row ?? null;
}

function widthOf({ rows }: Grid): number {
  return Math.max(0, ...rows.map(({ length }) => length));
}

function rowsAreOf(title: string | undefined, { sheets }: Edition): IntakeSheet['rowsAre'] {
  if (title === sheets.progress.title) return 'tasks';
  return title === sheets.figures.title ? 'indicators' : null;
}

/** Where no header is known, the first row of several texts and nothing else that has something below it; null for none. */
function likeliestHeader({ rows, rules }: Grid): number | null {
  if (rules?.headerRow != null) return rules.headerRow;
  const isHeader = (row: Grid['rows'][number]): boolean => {
    const filled = row.filter(isFilled);
    return filled.length > 1 && filled.every(({ kind }) => kind === 'text');
  };
  const at = rows.slice(0, -1).findIndex(isHeader);
  return at < 0 ? null : at;
}

/** Those the map names, and those that were answered or left out though the map does not know them. */
function columnsOf(
  grid: Grid,
  read: SheetMap | undefined,
  lines: SheetMap['lines'],
  headerRow: number | null,
): readonly IntakeColumn[] {
  if (headerRow === null) return [];
  const known = lines.map(({ cell, shown, header, by }): IntakeColumn => {
    const at = cellOf(cell)?.column ?? 0;
    return { at, letter: columnName(at), header: clipped(shown, longestText), as: header, by };
  });
  const others = (grid.rows[headerRow] ?? []).flatMap((cell, at): IntakeColumn[] => {
    if (!isFilled(cell) || known.some((one) => one.at === at)) return [];
    const said = mappedName(grid.mapping, read?.title ?? null, headerKey(cell.shown));
    // Beside columns that are known, one that is neither known nor left out holds nothing.
    if (said === null && lines.length > 0) return [];
    const as = said === leftOut ? leftWord : said;
    return [
      {
        at,
        letter: columnName(at),
        header: clipped(cell.shown.trim(), longestText),
        as,
        by: as === null ? null : 'mapping',
      },
    ];
  });
  return [...known, ...others].sort((one, other) => one.at - other.at).slice(0, mostColumns);
}

/** A column of row numbers, or of the names of persons: nobody need say what it is. */
function isPlain(
  { at, as }: IntakeColumn,
  { grid, endAt }: Pick<Known, 'grid' | 'endAt'>,
  problems: readonly Problem[],
): boolean {
  if (as !== null) return false;
  const isOfPersons = problems.some(
    ({ code, covers = [] }) =>
      code === 'column-of-persons' &&
      covers.some(({ sheet, startColumn }) => sheet === grid.sheet && startColumn === at),
  );
  return isOfPersons || grid.rows.some((_, row) => endAt(row, at) === 'number');
}

/** The columns whose text may name a row in a rule: its number or code, and its title or name. */
function keyColumns(
  columns: readonly IntakeColumn[],
  rowsAre: IntakeSheet['rowsAre'],
  { sheets }: Edition,
): readonly number[] {
  const { progress, figures } = sheets;
  const declared =
    rowsAre === 'tasks'
      ? [progress.columns.title, progress.columns.taskId]
      : [figures.columns.name, figures.columns.code];
  return declared.flatMap(({ header }) => columns.find(({ as }) => as === header)?.at ?? []);
}

function nameAndCode(
  grid: Grid,
  row: number,
  keys: readonly number[],
  { rows, problems }: ReadBook,
): Pick<IntakeRow, 'name' | 'code'> {
  const isHere = (place: { readonly sheet?: string; readonly cell?: string }): boolean =>
    place.sheet === grid.sheet && rowOf(place.cell) === row;
  // Of several figures in a row the one that was not matched is to be named.
  const open = problems.find(({ code, place }) => code === 'figure-unmatched' && isHere(place));
  if (open !== undefined) return { name: open.actual, code: null };
  const name = keys.map((at) => grid.rows[row]?.[at]?.shown.trim() ?? '').find((text) => text !== '') ?? '';
  const code =
    rows.progress.find(({ place }) => isHere(place))?.taskId ??
    rows.figures.find(({ quantity }) => isHere(quantity.place))?.code ??
    null;
  return { name, code };
}

const weights = { error: 2, doubt: 1, note: 0 } as const;

function cellViewer(
  grid: Grid,
  problems: readonly Problem[],
  endAt: Known['endAt'],
  wordsOf: (problem: Problem) => readonly string[],
): (row: number, column: number) => IntakeCell {
  const here = new Map<string, Problem>();
  for (const problem of problems) {
    const { sheet, cell = '' } = problem.place;
    const before = here.get(cell);
    if (sheet === grid.sheet && (before === undefined || weights[problem.level] > weights[before.level]))
      here.set(cell, problem);
  }
  return (row, column) => {
    const text = grid.rows[row]?.[column]?.shown ?? '';
    const problem = here.get(`${columnName(column)}${String(row + 1)}`);
    return {
      text: clipped(text.trim(), longestText),
      end: isBlankText(text) ? 'blank' : endAt(row, column),
      why: problem === undefined ? '' : whyOf(problem),
      words: problem === undefined ? [] : wordsOf(problem),
    };
  };
}

/** Of a word for a state or a choice that nobody knows, those it may stand for. */
function wordsFor(
  { code, level, expected }: Problem,
  title: string | undefined,
  { declared }: Edition,
): readonly string[] {
  if (level !== 'error') return [];
  if (code.startsWith('status-')) return statusChoices(declared);
  if (code !== 'choice-unknown') return [];
  const sheet = declared.department.find((one) => one.title === title);
  const choices = Object.values<Column>(sheet?.columns ?? {}).map((column) => choicesOf(column));
  return choices.find((words) => words.length > 0 && expected.endsWith(words.join('、'))) ?? [];
}

/** The words a rule may name under the column; the choices of an approval are no words of its own. */
function choicesOf({ type, choices }: Column): readonly string[] {
  return type === 'choice' ? choices : [];
}

/** What is to be chosen is chosen on the page. */
function whyOf({ reason, expected }: Problem): string {
  return isMappingAdvice(expected) ? reason : `${reason}。${expected}`;
}

function countsOf({ rows }: Grid, endAt: Known['endAt']): IntakeSheet['counts'] {
  const counts = { filled: 0, used: 0, listed: 0, unread: 0 };
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (!isFilled(cell)) continue;
      const end = endAt(row, column);
      counts.filled += 1;
      if (end === 'used' || end === 'listed' || end === 'unread') counts[end] += 1;
    }
  }
  return counts;
}
