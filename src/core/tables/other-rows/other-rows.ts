/** Rows of a table that are no records: totals, headings of sections, examples, and the remarks and signatures below. */
import { cellAt, isFilled, rowAt, shownAt, type Cell, type Grid } from '../../base/grid';
import { mergeFrom } from '../merged/merges';
import { oncePer } from '../../base/once-per';
import { placeAt } from '../../base/place';
import type { Problem } from '../../base/problem';
import { rowSpan } from '../../base/taken';
import { clipped, nameKey, remembered } from '../../base/text';
import { isCarriedTo } from '../merged/merged-cells';
import { isBlankRow, onlyFilled, type Segment } from '../table-layout';
import type { Table } from '../sheet';
import { isPrinted, isRemarkText, isSaidOfTable, mayBeRemark, remarkCells } from './remark-rows';
import { itemSign, rowSigns, sectionSign, type RowSigns } from './row-signs';
import { tableColumns, totalReader, type TotalRow } from './total-rows';
import { requiredColumns, type Below } from './typed-cells';
import { hasFigure, isUnlikeRecord, saysNothing } from './unlike-rows';

/** What such a row is; `nothing` says that there is nothing to tell, `unlike` is like no record and nothing known. */
export type OtherKind = 'total' | 'section' | 'example' | 'note' | 'nothing' | 'unlike';

export interface OtherRow {
  readonly row: number;
  readonly kind: OtherKind;
  /** The columns of the cells that are part of it. */
  readonly columns: readonly number[];
  readonly problem: Problem;
}

/** The rows that are left out, each with the problem that says so, and the doubts about rows that are read. */
export interface OtherRows {
  readonly others: readonly OtherRow[];
  readonly doubts: readonly Problem[];
}

/** Looks at all rows below the headers; whatever may be a record is left to be read. */
export function otherRows(
  grid: Grid,
  table: Table,
  segments: readonly Segment[],
  told: Pick<Below, 'declared' | 'carried'>,
): OtherRows {
  const signs = rowSigns(told.declared.words.rows);
  const others: OtherRow[] = [];
  const doubts: Problem[] = [];
  for (const { found, rows, aside } of segments) {
    const guessOf = guessReader(grid, { table, found, ...told }, signs);
    for (const { row, guess } of judgedRows(inOrder(rows, aside), guessOf)) {
      if ('doubt' in guess) doubts.push(doubtOf(grid, row, guess.at, guess.doubt));
      else others.push(otherRow(grid, row, guess));
    }
  }
  return { others, doubts };
}

/** A heading may stand in the column that numbers the rows. */
function inOrder(rows: readonly number[], aside: readonly number[]): readonly number[] {
  return aside.length === 0 ? rows : [...rows, ...aside].sort((one, other) => one - other);
}

/** What a row seems to be, by the cell at `at`. */
interface Other {
  readonly kind: OtherKind;
  readonly at: number;
  readonly columns: readonly number[];
  /** What must stand below it: a section heads records, the last words of a list of free texts head none. */
  readonly needs?: 'record' | 'none';
}

/** A record that bears the sign of something else. */
interface Doubted {
  readonly doubt: keyof typeof doubted;
  readonly at: number;
}

type Sign = Other | Doubted;
/** Null for a record. */
type Guess = Sign | null;

interface JudgedRow {
  readonly row: number;
  readonly guess: Sign;
}

/** What is known of the rows above. */
interface Above {
  readonly hasRecord: boolean;
  readonly isBelowNote: boolean;
}

type GuessReader = (row: number, above: Above) => Guess;

/** From the top what each row seems to be, then what it can be by what stands below it; no plain records. */
function judgedRows(rows: readonly number[], guessOf: GuessReader): readonly JudgedRow[] {
  const judged: JudgedRow[] = [];
  let lastRecord = -1;
  let noteRow = -1;
  for (const row of rows) {
    const guess = guessOf(row, { hasRecord: lastRecord >= 0, isBelowNote: noteRow === row - 1 });
    if (guess === null || 'doubt' in guess) lastRecord = row;
    else if (guess.kind === 'note') noteRow = row;
    if (guess !== null) judged.push({ row, guess });
  }
  return judged.map(({ row, guess }) => ({ row, guess: settledGuess(guess, row < lastRecord) }));
}

function settledGuess(guess: Sign, isRecordBelow: boolean): Sign {
  if ('doubt' in guess || guess.needs === undefined) return guess;
  if (guess.needs === 'record') return isRecordBelow ? guess : { ...guess, kind: 'unlike' };
  if (!isRecordBelow) return guess;
  return { doubt: 'remark', at: guess.at };
}

function guessReader(grid: Grid, below: Below, signs: RowSigns): GuessReader {
  if (Object.keys(below.table.columns).length === 1) return freeTextReader(grid, below, signs);
  const totalOf = totalReader(grid, below, signs);
  const own = tableColumns(below, signs);
  const required = requiredColumns(below);
  const read = [...below.found.columns.values()];
  const carried = (below.carried ?? []).flatMap((field) => below.found.columns.get(field) ?? []);
  const isPlain = plainTest(signs);
  return (row, above) => {
    const total = totalOf(row);
    if (total !== null) return totalGuess(total, own, required);
    const cells = rowAt(grid, row);
    const first = firstFilled(cells);
    if (saysNothing(cells, read)) return { kind: 'nothing', at: first, columns: read };
    const begin = cells[first];
    if (begin?.kind !== 'text') return null;
    if (above.hasRecord && isPlain(begin.shown, cells)) return null;
    const named =
      remarkGuess(grid, row, below, signs) ??
      exampleGuess(cells, { at: first, own, hasRecord: above.hasRecord }, signs);
    if (named !== null || isCarriedTo(grid, row, carried, below.found.headerRow)) return named;
    return (
      aloneGuess(grid, row, { required, isBelowNote: above.isBelowNote }, signs) ??
      (isUnlikeRecord(grid, row, below) ? { kind: 'unlike', at: first, columns: [] } : null)
    );
  };
}

function firstFilled(cells: readonly (Cell | undefined)[]): number {
  for (let column = 0; column < cells.length; column += 1) if (isFilled(cells[column])) return column;
  return 0;
}

/** Whether a row is plainly a record, as nearly all are: it holds a figure among others, and its first words are no sign of anything else. */
function plainTest(signs: RowSigns): (begin: string, cells: Grid['rows'][number]) => boolean {
  const isNoSign = noSignTest(signs);
  return (begin, cells) => isNoSign(begin) && hasFigure(cells) && onlyFilled(cells) === null;
}

const noSignTest = oncePer((signs: RowSigns) =>
  remembered((shown): boolean => !mayBeRemark(shown, signs) && !signs.example.test(nameKey(shown))),
);

/** The word in a column right of all that is required is only a word of the record. */
function totalGuess({ at, isRecord }: TotalRow, own: readonly number[], required: readonly number[]): Guess {
  if (!isRecord) return { kind: 'total', at, columns: own };
  return at <= Math.max(-1, ...required) ? { doubt: 'total', at } : null;
}

function remarkGuess(grid: Grid, row: number, below: Below, signs: RowSigns): Guess {
  const cells = rowAt(grid, row);
  const columns = remarkCells(grid, row, below, signs);
  const at = firstFilled(cells);
  if (columns !== null) return { kind: 'note', at, columns };
  return isSaidOfTable(cells, below.table, signs) ? { kind: 'note', at, columns: [at] } : null;
}

/** `示例` in the first cell, or `例：…` before all records; in another cell it may be a word of the first record. */
function exampleGuess(
  cells: readonly (Cell | undefined)[],
  { at, own, hasRecord }: { readonly at: number; readonly own: readonly number[]; readonly hasRecord: boolean },
  { example }: RowSigns,
): Guess {
  const signOf = (column: number): string =>
    cells[column]?.kind === 'text' ? (example.exec(nameKey(cells[column].shown))?.[0] ?? '') : '';
  const sign = signOf(at);
  if (sign !== '' && !(hasRecord && isPrefix(sign))) return { kind: 'example', at, columns: own };
  const other = hasRecord ? undefined : own.find((column) => signOf(column) !== '');
  return other === undefined ? null : { doubt: 'remark', at: other };
}

function isPrefix(sign: string): boolean {
  return sign.endsWith(':') || sign.endsWith(')');
}

/** What a text alone in its row is: where a value is required in another column it cannot be a record. */
function aloneGuess(
  grid: Grid,
  row: number,
  { required, isBelowNote }: { readonly required: readonly number[]; readonly isBelowNote: boolean },
  signs: RowSigns,
): Guess {
  const at = onlyFilled(rowAt(grid, row));
  if (at === null || (required.length > 0 && required.every((column) => column === at))) return null;
  const text = shownAt(grid, row, at).trim();
  const alone = { at, columns: [at] };
  const section: Guess = { ...alone, kind: 'section', needs: 'record' };
  if (sectionSign.test(text)) return section;
  if (required.length === 0) return null;
  if (isOver(grid, row, at, required)) {
    return isBelowNote || signs.wideNote.test(text) ? { ...alone, kind: 'note' } : section;
  }
  return isBelowNote && itemSign.test(text) ? { ...alone, kind: 'note', needs: 'none' } : null;
}

/** Whether the cell is merged over two or more of the columns. */
function isOver(grid: Grid, row: number, column: number, columns: readonly number[]): boolean {
  const merge = mergeFrom(grid.merges, row, column);
  if (merge === undefined) return false;
  return columns.filter((at) => at >= merge.startColumn && at < merge.endColumn).length > 1;
}

/** A list of free texts: any text may be one of them, unless it stands apart below all others or is printed by the program. */
function freeTextReader(grid: Grid, below: Below, signs: RowSigns): GuessReader {
  const read = [...below.found.columns.values()];
  return (row, { isBelowNote }) => {
    const cells = rowAt(grid, row);
    const at = firstFilled(cells);
    const cell = cells[at];
    if (cell === undefined) return null;
    if (saysNothing(cells, read)) return { kind: 'nothing', at, columns: read };
    if (isPrinted(cells, below.table)) return { kind: 'note', at, columns: [at] };
    if (signs.example.test(nameKey(cell.shown))) return { doubt: 'remark', at };
    if (!isRemarkText(cell, signs)) return null;
    const isApart = isBelowNote || isBlankRow(grid, row - 1);
    return isApart ? { kind: 'note', at, columns: [at], needs: 'none' } : { doubt: 'remark', at };
  };
}

/** By kind its code, what the row is or holds, and what to do. */
const says: Readonly<Record<OtherKind, readonly [code: string, reason: string, expected: string]>> = {
  total: ['total', '是合计行', '合计由程序计算，不用填写'],
  section: ['section', '是下面几行的小标题', '如果是数据，请把内容填在各列里，不要合并整行'],
  example: ['example', '是填写示例', '如果是数据，请去掉“示例”之类的字样'],
  note: ['remark', '是表下的说明或落款', '如果是数据，请去掉开头的“注：”“填表人：”之类的字样'],
  nothing: ['nothing', '填的都是“无”“不涉及”之类，没有作为一行数据', '没有的可以不填这一行'],
  unlike: ['', '没有能读出的内容，不像数据，没有采用', '是数据的请按表头逐格填写；是说明、落款的请移到表外，不用管'],
};

function otherRow(grid: Grid, row: number, { kind, at, columns }: Other): OtherRow {
  const [code, reason, expected] = says[kind];
  const { shown } = cellAt(grid, row, at);
  const place = placeAt(grid, row, at);
  const about = { expected, place, actual: shown };
  const problem: Problem =
    kind === 'unlike'
      ? {
          ...about,
          code: 'row-unlike',
          level: 'doubt',
          reason: `第${String(row + 1)}行“${clipped(shown.trim(), 20)}”${reason}`,
          covers: [rowSpan(grid, row, row + 1)],
        }
      : {
          ...about,
          code: `${code}-row`,
          level: 'note',
          reason: `这一行${reason}${kind === 'nothing' ? '' : '，没有作为数据采用'}`,
        };
  return { row, kind, columns, problem };
}

/** What a record looks like though it is read, and what to do if it is that. */
const doubted = {
  total: ['合计行', '，又填有合计行不会有的内容'],
  remark: ['说明、落款或者示例', ''],
} as const;

function doubtOf(grid: Grid, row: number, at: number, doubt: keyof typeof doubted): Problem {
  const { shown } = cellAt(grid, row, at);
  const [what, but] = doubted[doubt];
  return {
    code: `${doubt}-or-record`,
    level: 'doubt',
    place: placeAt(grid, row, at),
    actual: shown,
    reason: `“${clipped(shown.trim(), 20)}”像是${what}${but}，这一行仍作为数据采用`,
    expected: `如果是${what}，请删去这一行或移到表外`,
  };
}
