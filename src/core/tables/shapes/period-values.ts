/** One value of a year from what its parts say, as the kind of figure wants it, and what does not fit. */
import { plain } from '../../base/decimal';
import { cellAt, shownAt, type Cell, type CellAt, type Grid } from '../../base/grid';
import { cellName, placeAt } from '../../base/place';
import type { Problem } from '../../base/problem';
import { headerKey, isBlankText } from '../../base/text';
import { isNone, isNothing } from '../../cells/read-quantity';
import { typedNumber } from '../../cells/typed-number';
import type { FigureLine } from './figure-lines';
import { isSame, sumOf, wholePeriods, type Period, type PeriodValue } from './periods';

/** Where the parts of the year stand, and where the whole does. */
export interface Spread {
  readonly parts: readonly (Period & { readonly at: CellAt })[];
  readonly total: CellAt | null;
}

/** The figure, null where nobody knows it, and the unit its row or column names. */
interface FigureTold {
  readonly line: FigureLine | null;
  /** As its line says, or its unit. */
  readonly adds?: FigureLine['adds'];
  readonly unit: string;
}

/** The value as a cell, and what is to be said. */
interface Yearly {
  readonly cell: Cell;
  readonly problems: readonly Problem[];
}

/** What the parts and the total come to. */
interface Sums {
  readonly grid: Grid;
  readonly spread: Spread;
  readonly total: number | null | undefined;
  readonly sum: number | null;
  readonly latest: number | null;
}

/** The value of the year. A total that does not fit is told with both numbers; where it is open how parts make a whole, none is taken. */
export function yearlyValue(grid: Grid, spread: Spread, { line, unit, adds = line?.adds ?? null }: FigureTold): Yearly {
  const parts = spread.parts.map(({ from, to, at }): PeriodValue => ({
    from,
    to,
    at,
    value: numberAt(grid, at, unit),
  }));
  const { whole, mismatches } = wholePeriods(parts);
  const nothing = parts.every(({ value }) => value === null) ? signOf(grid, spread) : null;
  if (nothing !== null) return { cell: nothing, problems: [] };
  const about: Sums = {
    grid,
    spread,
    total: spread.total === null ? null : numberAt(grid, spread.total, unit),
    sum: sumOf(whole),
    latest: latestOf(parts)?.value ?? null,
  };
  const odd = mismatches.map(({ at, said, counted }) =>
    mismatch(grid, at, `这一段的数 ${plain(said)} 不等于其中各期之和 ${plain(counted)}`),
  );
  const { cell, problems } = about.sum === null ? unread(about, unit) : chosen(about, about.sum, adds);
  return { cell, problems: [...odd, ...problems] };
}

/** Where no part says a number: what the total says, else the dash or 不涉及 of a part, to be read as alone in its cell. */
function signOf(grid: Grid, { parts, total }: Spread): Cell | null {
  const places = [...(total === null ? [] : [total]), ...parts.map(({ at }) => at)];
  const said = places.map(({ row, column }) => cellAt(grid, row, column));
  return said.find(({ shown }) => !isBlankText(shown)) ?? null;
}

/** By the kind of the figure: what happens adds up, what there is counts as it was last. */
function chosen(about: Sums, sum: number, adds: FigureLine['adds']): Yearly {
  const { total, latest } = about;
  if (adds !== null) return checkedTotal(about, adds === 'latest' ? (latest ?? sum) : sum, adds);
  const isOne = latest === null || isSame(sum, latest);
  if (isOne) return checkedTotal(about, sum, 'sum');
  const fits = typeof total === 'number' && (isSame(total, sum) || isSame(total, latest));
  return fits ? { cell: numberCell(total), problems: [] } : { cell: unclear(total, sum, latest), problems: [] };
}

function unclear(total: Sums['total'], sum: number, latest: number): Cell {
  const both = `各期之和是 ${plain(sum)}，最近一期是 ${plain(latest)}`;
  const said = typeof total === 'number' ? `，合计写的是 ${plain(total)}` : '';
  const reason = `的${both}${said}，分不清该相加还是取最近一期，没有采用`;
  return refusedCell(both, { code: 'periods-unclear', reason, expected: '请另加“填报值”一列，直接填全年的数' });
}

function checkedTotal({ grid, spread, total }: Sums, value: number, adds: 'sum' | 'latest'): Yearly {
  const cell = numberCell(value);
  if (typeof total !== 'number' || spread.total === null || isSame(total, value)) return { cell, problems: [] };
  const how = adds === 'latest' ? '最近一期' : '各期之和';
  const expected =
    adds === 'latest'
      ? '这是到期末的数，不相加，按最近一期计，请核对'
      : '合计由程序按各期计算，请核对各期有没有漏填、多填';
  return {
    cell,
    problems: [mismatch(grid, spread.total, `合计 ${plain(total)} 不等于${how} ${plain(value)}`, expected)],
  };
}

/** A part that is no number: the total stands alone, and is asked about. */
function unread({ grid, spread, total }: Sums, unit: string): Yearly {
  const bad = spread.parts.filter(({ at }) => numberAt(grid, at, unit) === undefined);
  const why = `${bad.map(({ at }) => cellName(at.row, at.column)).join('、')} 读不出数`;
  const [first] = bad;
  if (typeof total !== 'number' || first === undefined) {
    const expected = '请填写一个数，如 12；没有发生的填 0';
    const reason = `的 ${why}，全年的数没有采用`;
    return { cell: refusedCell(why, { code: 'periods-unread', reason, expected }), problems: [] };
  }
  const says = `${why}，按合计 ${plain(total)} 计，没有与各期核对`;
  return { cell: numberCell(total), problems: [mismatch(grid, first.at, says)] };
}

/** The part that ends last; of several the shortest. */
function latestOf(parts: readonly PeriodValue[]): PeriodValue | null {
  const said = parts.filter(({ value }) => typeof value === 'number');
  return said.reduce<PeriodValue | null>(
    (best, one) => (best === null || one.to > best.to || (one.to === best.to && one.from > best.from) ? one : best),
    null,
  );
}

const yuanPerWan = 10_000;

function numberAt(grid: Grid, { row, column }: CellAt, unit: string): number | null | undefined {
  return numberIn(cellAt(grid, row, column), unit);
}

/** The number in the unit; null for nothing, undefined for what is no exact number. */
export function numberIn(cell: Cell, unit: string): number | null | undefined {
  if (isBlankText(cell.shown)) return null;
  if (cell.kind === 'number') return typeof cell.value === 'number' && cell.value >= 0 ? cell.value : undefined;
  if (cell.kind !== 'text') return undefined;
  if (isNone(cell.shown)) return 0;
  if (isNothing(cell.shown)) return null;
  const typed = typedNumber(headerKey(cell.shown));
  if (typeof typed === 'string' || typed.qualifier !== '') return undefined;
  return typed.unit === '元' && unit === '万元' ? typed.value / yuanPerWan : typed.value;
}

function numberCell(value: number): Cell {
  return { kind: 'number', value, shown: plain(value) };
}

function refusedCell(shown: string, refused: NonNullable<Cell['refused']>): Cell {
  return { kind: 'text', value: shown, shown, refused };
}

function mismatch(grid: Grid, { row, column }: CellAt, reason: string, expected = '请核对'): Problem {
  return {
    code: 'periods-mismatch',
    level: 'doubt',
    place: placeAt(grid, row, column),
    actual: shownAt(grid, row, column),
    reason,
    expected,
  };
}
