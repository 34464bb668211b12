/** Reads one cell as its column's type, and turns remarks into problems with a place. */
import type { Cell } from '../base/grid';
import { oncePer } from '../base/once-per';
import type { Place } from '../base/place';
import type { Problem } from '../base/problem';
import { readApproval } from '../cells/read-approval';
import { readDay } from '../cells/read-day';
import { readDeadline, type DeadlineContext } from '../cells/read-deadline';
import { readInteger } from '../cells/read-integer';
import { readMoney } from '../cells/read-money';
import { readPercent } from '../cells/read-percent';
import { readQuantity } from '../cells/read-quantity';
import { readStatus } from '../cells/read-status';
import { readText } from '../cells/read-text';
import { readChoice, readNames, readYesNo } from '../cells/read-words';
import { quoted, refused, remark } from '../cells/remarks';
import type { Reading } from '../cells/readings';
import type { Declared, ReadingContext } from './declared';
import type { Read, Said } from './read-row';
import type { Column, ColumnType, ColumnValues } from './sheet';

const readers: { readonly [T in ColumnType]: (cell: Cell, context: DeadlineContext) => Reading<ColumnValues[T]> } = {
  text: readText,
  integer: readInteger,
  quantity: readQuantity,
  percent: readPercent,
  money: readMoney,
  day: readDay,
  deadline: readDeadline,
  choice: readChoice,
  yesNo: readYesNo,
  status: readStatus,
  approval: readApproval,
  names: readNames,
};

/** The rule of a required cell that was left blank. */
export const requiredBlank = 'required-blank';

/** What a cell's reading depends on beside its column. */
export interface CellContext extends ReadingContext {
  readonly issuedOn?: DeadlineContext['issuedOn'];
}

/** One read cell and its problems. */
export interface ReadCell {
  readonly read: Read<ColumnValues[ColumnType]>;
  readonly problems: readonly Problem[];
}

/** No problem, shared by all cells that have none. */
const clean: readonly Problem[] = [];

/** Reads the cell at the place by the column; a required cell left blank is a problem. */
export function readCell(cell: Cell, place: Place, column: Column, context: CellContext): ReadCell {
  return placed(readers[column.type](cell, contextOf(column, context)), cell, place, column);
}

/** Whether a column of the type holds numbers. */
export function isNumber(type: ColumnType): boolean {
  return type === 'quantity' || type === 'money' || type === 'percent' || type === 'integer';
}

/** Reads what stands above a ditto mark as if it stood here, and tells so; null where nothing does. */
export function readDitto(
  { cell, above }: { readonly cell: Cell; readonly above: Cell | null },
  place: Place,
  column: Column,
  context: CellContext,
): ReadCell {
  const about = contextOf(column, context);
  if (above === null) return placed(refused('ditto-open', cell, about), cell, place, column);
  const { value, remarks } = readers[column.type](above, about);
  const says = remark(isNumber(column.type) ? 'ditto-number' : 'ditto', cell, about, quoted(above));
  const { read, problems } = placed({ value, remarks: [...remarks, says] }, cell, place, column);
  return { read: { ...read, shown: above.shown }, problems };
}

/** Different clean cells remembered of one column; beyond them a cell is read anew. */
const remembered = 1000;
/** A longer text is a part of a still longer one, which would be kept with it: it is remembered for one sheet alone. */
const short = 12;

interface KnownReading extends Pick<Cell, 'kind' | 'format'> {
  /** What the cell holds. */
  readonly held: Cell['value'];
  readonly said: Said;
  readonly reading: Reading<ColumnValues[ColumnType]>;
}

type KnownReadings = Map<string, KnownReading>;
type Names = NonNullable<CellContext['names']>;

/** What clean cells of a column say, for all sheets that are read by the same words. */
const readingsOf = oncePer<Column, OfDeclared>(() => oncePer(() => oncePer(() => new Map())));
type OfDeclared = (declared: Declared) => (names: Names) => Map<number, KnownReadings>;
const noNames: Names = [];

/** Reads the cells of one column as `readCell` does; `said` is what a cell says that was met before and has no problem. */
interface ColumnReader {
  readonly read: (cell: Cell, place: Place) => ReadCell;
  readonly said: (cell: Cell) => Said | undefined;
}

/**
 * What a clean cell says does not depend on where it stands, so the same word, number or day is taken apart once however often it
 * comes.
 */
export function columnReader(column: Column, given: ReadingContext): ColumnReader {
  // What is remembered for all departments can then follow from no names of one.
  const context = isOfNames(column) ? given : { ...given, names: noNames };
  // Made where they are needed: most cells of most sheets were met before.
  let about: DeadlineContext | undefined;
  let own: KnownReadings | undefined;
  const shared = sharedReadings(column, context);
  const readingsFor = ({ shown, value }: Cell): KnownReadings =>
    shown.length > short || (typeof value === 'string' && value.length > short)
      ? (own ??= new Map<string, KnownReading>())
      : shared;
  const knownOf = (cell: Cell): KnownReading | undefined => {
    const alike = readingsFor(cell).get(cell.shown);
    // What is refused shows the same as what is not.
    const isAlike = alike?.held === cell.value && alike.kind === cell.kind && alike.format === cell.format;
    return isAlike && cell.refused === undefined ? alike : undefined;
  };
  const readAnew = (cell: Cell): Reading<ColumnValues[ColumnType]> => {
    const reading = readers[column.type](cell, (about ??= contextOf(column, context)));
    const known = readingsFor(cell);
    const { kind, value: held, format, shown } = cell;
    if (cell.refused === undefined && reading.remarks.length === 0 && known.size < remembered)
      known.set(shown, { kind, held, ...(format && { format }), reading, said: { value: reading.value, shown } });
    return reading;
  };
  return {
    read: (cell, place) => placed(knownOf(cell)?.reading ?? readAnew(cell), cell, place, column),
    said: (cell) => {
      const said = knownOf(cell)?.said;
      return said?.value === null && column.required ? undefined : said;
    },
  };
}

/** Only of states, and of who led, names say something: all else is the same in each department. */
function isOfNames({ type, isLead = false }: Column): boolean {
  return isLead || type === 'status' || type === 'approval' || type === 'deadline';
}

function sharedReadings(column: Column, { reportYear, declared, names = noNames }: ReadingContext): KnownReadings {
  const byYear = readingsOf(column)(declared)(names);
  const known = byYear.get(reportYear) ?? new Map<string, KnownReading>();
  byYear.set(reportYear, known);
  return known;
}

function placed(
  { value, remarks }: Reading<ColumnValues[ColumnType]>,
  cell: Cell,
  place: Place,
  column: Column,
): ReadCell {
  const read = { value, shown: cell.shown, place };
  if (remarks.length > 0) {
    const actual = quoted(cell);
    return { read, problems: remarks.map((remark) => ({ ...remark, place, actual })) };
  }
  return { read, problems: value === null && column.required ? [notFilled(column, place, quoted(cell))] : clean };
}

function contextOf(
  {
    header,
    unit,
    choices,
    choiceUsages,
    isRanked,
    isEvent = false,
    isLead = false,
    isMarked = false,
    isAverage = false,
  }: Column,
  { reportYear, issuedOn, declared, names = [] }: CellContext,
): DeadlineContext {
  return {
    header,
    unit,
    choices,
    choiceUsages,
    isRanked,
    isEvent,
    isLead,
    isMarked,
    isAverage,
    reportYear,
    issuedOn: issuedOn ?? null,
    names,
    words: declared.words,
  };
}

function notFilled(column: Column, place: Place, actual: string): Problem {
  return {
    code: requiredBlank,
    level: 'error',
    place,
    actual,
    reason: `${column.header}没有填写`,
    expected: `请填写：${column.help}`,
  };
}
