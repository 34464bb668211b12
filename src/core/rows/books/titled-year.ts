/** Of which year a workbook without cover says to be. */
import { dayFromSerial } from '../../base/day';
import { rowAt, type Cell, type Grid } from '../../base/grid';
import { placeAt } from '../../base/place';
import type { Problem } from '../../base/problem';
import { shownAlone } from '../../tables/table-layout';

/** What is told of a title that names another year, and in short what it says. */
interface OtherYear extends Problem {
  readonly said: string;
}

/**
 * Where titles name another year than the report's and none names that one: an error where nothing in the workbook is of the report's
 * year, so that nobody counts it, else a doubt; null where no title does.
 */
export function titledOtherYear(grids: readonly Grid[], reportYear: number): OtherYear | null {
  const own = String(reportYear);
  const titles = grids.flatMap((grid) => {
    const row = grid.rows.findIndex((cells) => cells.some(isSaid));
    const shown = shownAlone(rowAt(grid, row)).trim();
    return yearsIn(shown).map((year) => ({ grid, row, shown, year }));
  });
  const [first] = titles;
  if (first === undefined || titles.some(({ year }) => year === own)) return null;
  const isUsed = grids.some(
    (one) => one.sheet.includes(own) || one.rows.some((cells) => cells.some((cell) => isOf(cell, own))),
  );
  const said = `标题写的是${first.year}年，不是${own}年`;
  return {
    said,
    code: 'workbook-other-year',
    level: isUsed ? 'doubt' : 'error',
    place: placeAt(first.grid, first.row, rowAt(first.grid, first.row).findIndex(isSaid)),
    actual: first.shown,
    reason: isUsed ? `${said}，按${own}年度采用` : `${said}，表里也没有${own}年的内容，整本没有采用`,
    expected: `请改用${own}年度的表；确属年度写错的请改正标题`,
  };
}

/** Whether a cell names the year, or holds a day of it: 3月5日 is shown without one. */
function isOf(cell: Cell | undefined, year: string): boolean {
  if (cell === undefined) return false;
  const { kind, value, shown } = cell;
  if (kind === 'date' && typeof value === 'number') return dayFromSerial(value)?.startsWith(year) === true;
  return shown.includes(year) || (typeof value === 'string' && value.includes(year));
}

function isSaid(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.shown.trim() !== '';
}

/** The years a title names; of a span of years (2021－2025年) none. */
function yearsIn(title: string): readonly string[] {
  if (/20\d\d年?度?[-－—–~～至到]{1,2}(?:20)?\d\d/u.test(title)) return [];
  return [...title.matchAll(/(20\d\d)年/gu)].map(([, year = '']) => year);
}
