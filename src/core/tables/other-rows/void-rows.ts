/** Rows beside which stands that they are void, entered twice, put to another one or were called off: nobody knows whether they count. */
import { cellAt, rowAt, shownAt, type Cell, type Grid } from '../../base/grid';
import { groupsBy } from '../../base/groups';
import { oncePer } from '../../base/once-per';
import { cellName, cellOf, placeAt } from '../../base/place';
import type { Problem } from '../../base/problem';
import { clipped, escaped, headerKey, nameKey, remembered } from '../../base/text';
import { markOf } from '../../cells/read-day';
import type { RowWords } from '../../cells/readings';
import type { FoundColumns } from '../find-header';
import type { HeaderBand } from '../header-band';
import type { Column, Table } from '../sheet';
import { rowSigns } from './row-signs';

/** A longer text tells of the thing itself. */
const longest = 40;
/** Rows beyond these are told by their number. */
const namedRows = 10;

/** Whether a text, or a part of it between signs, is one of the words: 已作废, 与3号重复, 并案处理. */
function saysOneOf(shown: string, words: readonly string[]): boolean {
  return shown.length <= longest && testOf(words)(shown);
}

const testOf = oncePer((words: readonly string[]) => {
  if (words.length === 0) return () => false;
  const any = words.map((word) => escaped(nameKey(word))).join('|');
  const before =
    '(?:[此本该][件案项条行]|(?:与|同|和|并入|跟|因为?|由于)[^未不非无]{1,12}?)?(?:现|暂|尚|还|仍|正)?(?:已经?|系|属于?|为|因|在|被)?';
  const behind = '(?:处理|办理|件|登记|案件|状态|阶段|中|了)?(?:[至到入于][^未不非无]{1,12})?';
  const whole = new RegExp(`^${before}(?:${any})${behind}$`, 'u');
  return remembered((shown: string): boolean =>
    nameKey(shown)
      .split(/[,;:。、()[\]【】]/u)
      .some((part) => whole.test(part)),
  );
});

/** What the brackets at the end of a text hold: `某合同（作废）`. */
const bracketed = /[（(［[【]([^（()）［[\]］【】]{2,12})[）)］\]】]$/u;

type Says = (cell: Cell) => boolean;

/** How a column says that a row may be void, by its header; null for one that never does. */
function voidTeller(words: RowWords): (header: string) => Says | null {
  const { voids } = words;
  const { personColumn } = rowSigns(words);
  const [marked, telling] = [words.voidColumns.map(headerKey), patternOf(words.tellingColumns)];
  const inText: Says = ({ kind, shown }) => kind === 'text' && saysOneOf(shown, voids);
  return (header) => {
    const key = headerKey(header);
    if (voids.length === 0 || personColumn.test(key)) return null;
    if (marked.includes(key)) return (cell) => inText(cell) || markOf(cell.shown) === '是';
    return telling.test(key) ? null : inText;
  };
}

function patternOf(words: readonly string[]): RegExp {
  // bounded: looked at as it is made of the words in the tables
  return words.length === 0 ? /(?!)/u : new RegExp(words.map((word) => escaped(headerKey(word))).join('|'), 'u');
}

/** Finds the cell by which a row of events may be void; null for any other row. */
export function voidCells(
  grid: Grid,
  table: Table,
  { columns, band }: Pick<FoundColumns, 'columns' | 'band'>,
  words: RowWords,
): (row: number) => number | null {
  const own = Object.entries<Column>(table.columns);
  if (!own.some(([, { isEvent = false }]) => isEvent) || words.voids.length === 0) return () => null;
  const read = new Map([...columns].map(([field, at]) => [at, table.columns[field]]));
  return voidFinder(grid, band, words, (at, says) => {
    const column = read.get(at);
    if (column === undefined) return says;
    if (column.type === 'choice') return null;
    if (column.type !== 'text') return says;
    // What a row is about says nothing of the row itself, but for a word in brackets behind it.
    return column.required ? inBrackets(words.voids) : says;
  });
}

/** The same of any register: `of` makes of what a column's header allows what its cells are asked. */
export function voidFinder(
  grid: Grid,
  band: Pick<HeaderBand, 'shown'>,
  words: RowWords,
  of: (column: number, says: Says | null) => Says | null,
): (row: number) => number | null {
  const teller = voidTeller(words);
  const asked = band.shown.flatMap((header, at) => {
    const says = of(at, teller(header));
    return says === null ? [] : [{ at, says }];
  });
  return (row) => {
    const cells = rowAt(grid, row);
    for (const { at, says } of asked) {
      const cell = cells[at];
      if (cell !== undefined && says(cell)) return at;
    }
    return null;
  };
}

/** Of a name: only what stands in brackets behind it. */
export function inBrackets(words: readonly string[]): Says {
  return ({ kind, shown }) => {
    const inside = kind === 'text' ? bracketed.exec(shown.trim())?.[1] : undefined;
    return inside !== undefined && saysOneOf(inside, words);
  };
}

const rowVoid = 'row-void';

/** The rows that may be void, in their order, each with the column of the cell that says so. */
export function voidRows(rows: readonly number[], cellOf: (row: number) => number | null): ReadonlyMap<number, number> {
  const voids = new Map<number, number>();
  for (const row of rows) {
    const at = cellOf(row);
    if (at !== null) voids.set(row, at);
  }
  return voids;
}

/** A doubt for each column in which rows are said to be void. */
export function voidProblems(grid: Grid, voids: ReadonlyMap<number, number>): readonly Problem[] {
  const byColumn = groupsBy(voids, ([, at]) => at);
  return [...byColumn].flatMap(([at, own]) =>
    voidProblem(
      grid,
      at,
      own.map(([row]) => row),
    ),
  );
}

function voidProblem(grid: Grid, at: number, rows: readonly number[]): readonly Problem[] {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  const shown = clipped(shownAt(grid, first, at).trim(), 30);
  const named = rows.slice(0, namedRows).map((row) => cellName(row, at));
  const which =
    others.length === 0
      ? `这一行写着“${shown}”，看不出算不算`
      : `有${String(rows.length)}行写着“${shown}”一类的话，看不出算不算（${named.join('、')}${rows.length > named.length ? '等' : ''}）`;
  return [
    {
      code: rowVoid,
      level: 'doubt',
      place: placeAt(grid, first, at),
      actual: shown,
      reason: `${which}，有关的数按“至少”计`,
      expected: '不算的请删去整行或移到表外，算的请把这句话改写清楚',
    },
  ];
}

/** What a row of which it was found says there. */
export function voidWord(grid: Grid, row: number, column: number | null): string | null {
  return column === null ? null : cellAt(grid, row, column).shown.trim();
}

/** What is told of columns that are not read, where one of them says of a row that it may be void: so much of it was. */
export function askedForVoids(problems: readonly Problem[], told: readonly Problem[]): readonly Problem[] {
  const columns = told.flatMap(({ code, place }) => (code === rowVoid ? (cellOf(place.cell ?? '')?.column ?? []) : []));
  if (columns.length === 0) return problems;
  return problems.map((problem) => {
    const { code, covers = [], reason } = problem;
    const isAsked = code === 'column-unknown' && covers.some(({ startColumn }) => columns.includes(startColumn));
    return isAsked ? { ...problem, reason: `${reason}，只看了有没有“作废”“重复”一类的话` } : problem;
  });
}
