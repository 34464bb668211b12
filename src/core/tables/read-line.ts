/** Reads a table row by row: each declared column by its type, in the words of the sheet. */
import type { Day } from '../base/day';
import { cellAt, type Cell, type Grid } from '../base/grid';
import { columnName, placesIn } from '../base/place';
import type { Problem } from '../base/problem';
import { normalised } from '../base/text';
import { readDay } from '../cells/read-day';
import type { ReadingContext } from './declared';
import { dittoReader, type DittoReader } from './usages/ditto-marks';
import type { FoundColumns } from './find-header';
import { carriedCell } from './merged/merged-cells';
import { columnReader, readCell, readDitto, type ReadCell } from './read-cell';
import type { Said } from './read-row';
import type { Column, Columns, Table } from './sheet';
import { withConfirmedWords } from './rules/own-words';
import { withAskedChoice } from './usages/asked-choices';

/** What a reader may be told beside the declaration. */
export interface TableContext<C extends Columns> extends ReadingContext {
  /** Fields without which figures would be lost or wrong: their columns must be there. */
  readonly needed?: readonly (keyof C & string)[];
  readonly neededOf?: (assumed: ReadonlyMap<string, string>) => readonly string[];
  /** Fields whose value a merged cell gives to all its rows. */
  readonly carried?: readonly (keyof C & string)[];
  /** A column as it is in one row, from the row's shown texts: the unit of an indicator's value stands beside it. */
  readonly columnIn?: (
    field: keyof C & string,
    shown: Readonly<Record<string, string>>,
    column: Column,
    row: number,
  ) => Column;
}

/** One row as it was read. */
interface ReadLine {
  readonly row: number;
  readonly cells: Readonly<Record<string, ReadCell['read']>>;
  readonly problems: readonly Problem[];
}

/** The same of which only what the cells say is wanted; they stand in these columns of the row. */
export interface SaidLine {
  readonly row: number;
  readonly said: Readonly<Record<string, Said>>;
  readonly columns: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

/** Read one row; what is the same in all rows was worked out before. */
interface LineReader {
  readonly read: (row: number) => ReadLine;
  readonly said: (row: number) => SaidLine;
}

/** The readers of the rows below a header; `said` of a table whose columns are the same in all rows. */
export function lineReader<C extends Columns>(
  grid: Grid,
  table: Table<C>,
  found: FoundColumns,
  context: TableContext<C>,
): LineReader {
  const { columnIn, reportYear, declared } = context;
  const slots = slotsOf(grid, table, found, context);
  const first = firstColumn(found);
  const start = slots.find(({ field, column }) => field === 'start' && column.type === 'day');
  const placeOf = placesIn(grid);
  const dittos = dittoReader(grid, columnIn === undefined);
  const readSlot = (row: number, slot: Slot, at: number, shown: Shown): ReadCell => {
    const { field, column } = slot;
    const cell = slotCell(grid, row, slot, at);
    const place = placeOf(row, at);
    const above = dittos.above(row, slot, cell);
    if (column.type === 'deadline' || above !== undefined) {
      const issued =
        column.type === 'deadline' ? { issuedOn: issuedOn(grid, row, start, { reportYear, declared }) } : {};
      const about = { reportYear, declared, ...issued };
      return above === undefined
        ? readCell(cell, place, column, about)
        : readDitto({ cell, above }, place, column, { ...about, names: context.names ?? [] });
    }
    if (columnIn === undefined) return slot.cells.read(cell, place);
    const own = columnIn(field, shown, column, row);
    return own === column ? slot.cells.read(cell, place) : readCell(cell, place, own, { reportYear, declared });
  };
  const read = (row: number): ReadLine => {
    dittos.next(row);
    const shown = columnIn === undefined ? {} : shownTexts(grid, slots, row, dittos);
    const cells: Record<string, ReadCell['read']> = {};
    let problems: readonly Problem[] = [];
    for (const slot of slots) {
      const { at } = slot;
      if (at === undefined) {
        // It was read by the column itself, which the compiler cannot follow.
        const value = slot.absent.value as ReadCell['read']['value'];
        cells[slot.field] = { ...slot.absent, value, place: placeOf(row, first) };
        continue;
      }
      const one = readSlot(row, slot, at, shown);
      cells[slot.field] = one.read;
      if (one.problems.length > 0) problems = [...problems, ...one.problems];
    }
    return { row, cells, problems };
  };
  return { read, said: saidReader(grid, slots, first, { next: dittos.next, readSlot }) };
}

interface SlotReader {
  readonly next: (row: number) => void;
  readonly readSlot: (row: number, slot: Slot, at: number, shown: Shown) => ReadCell;
}

/** As `read` does, by what clean cells say wherever they stand; of a deadline nothing is remembered, for it may count from a day of its row. */
function saidReader(
  grid: Grid,
  slots: readonly Slot[],
  first: number,
  { next, readSlot }: SlotReader,
): LineReader['said'] {
  const columns = Object.fromEntries(slots.map(({ field, at }) => [field, columnName(at ?? first)]));
  const readAnew = (row: number, slot: Slot, at: number, problems: Problem[]): Said => {
    const { read, problems: told } = readSlot(row, slot, at, {});
    problems.push(...told);
    return { value: read.value, shown: read.shown };
  };
  return (row) => {
    next(row);
    const said: Record<string, Said> = {};
    const problems: Problem[] = [];
    for (const slot of slots) {
      const { at } = slot;
      said[slot.field] =
        at === undefined
          ? slot.absent
          : (slot.cells.said(slotCell(grid, row, slot, at)) ?? readAnew(row, slot, at, problems));
    }
    return { row, said, columns, problems };
  };
}

function slotCell(grid: Grid, row: number, { carried }: Pick<Slot, 'carried'>, at: number): Cell {
  return carried ? carriedCell(grid, row, at) : cellAt(grid, row, at);
}

/** One declared column as it stands on this sheet; `at` is undefined when it does not. */
interface Slot {
  readonly field: string;
  readonly column: Column;
  readonly at: number | undefined;
  readonly carried: boolean;
  readonly cells: ReturnType<typeof columnReader>;
  /** What a row says where the column is not there. */
  readonly absent: Said;
}

function slotsOf<C extends Columns>(
  grid: Grid,
  table: Table<C>,
  { columns, units, band }: FoundColumns,
  { reportYear, declared, names = [], carried = [] }: TableContext<C>,
): readonly Slot[] {
  return Object.entries<Column>(table.columns).map(([field, plain]) => {
    const own = withConfirmedWords(plain, grid);
    const [unit, at] = [units.get(field), columns.get(field)];
    const asked = at === undefined ? own : withAskedChoice(own, band.shown[at] ?? '');
    const column = unit === undefined ? asked : { ...asked, unit };
    return {
      field,
      column,
      at,
      carried: carried.includes(field),
      cells: columnReader(column, { reportYear, declared, names }),
      absent: absentSaid(own, { reportYear, declared }),
    };
  });
}

const absent: Said = { value: null, shown: '', isAbsent: true };

function absentSaid(column: Column, context: ReadingContext): Said {
  const { whenAbsent: text } = column;
  if (text === '') return absent;
  const { read } = readCell({ kind: 'text', value: text, shown: text }, { file: '' }, column, context);
  return { value: read.value, shown: '' };
}

/** The texts of a row by field, as shown. */
type Shown = Readonly<Record<string, string>>;

function shownTexts(grid: Grid, slots: readonly Slot[], row: number, dittos: DittoReader): Shown {
  const texts = slots.flatMap((slot) => {
    if (slot.at === undefined) return [];
    const cell = cellAt(grid, row, slot.at);
    return [[slot.field, normalised((dittos.above(row, slot, cell) ?? cell).shown)] as const];
  });
  return Object.fromEntries(texts);
}

/** The day the row's task was given out, from its own 起始 column: 即日起 counts from it. */
function issuedOn(
  grid: Grid,
  row: number,
  start: Slot | undefined,
  { reportYear, declared }: ReadingContext,
): Day | null {
  if (start?.at === undefined) return null;
  return readDay(cellAt(grid, row, start.at), { ...start.column, reportYear, words: declared.words }).value;
}

/** The leftmost column of the table. */
export function firstColumn(found: FoundColumns): number {
  return Math.min(...found.columns.values());
}
