/** In which unit the amounts below a header are, where their columns do not say it. */
import { rowAt, type Cell, type Grid } from '../../base/grid';
import { oncePer } from '../../base/once-per';
import type { UnitWords } from '../../cells/readings';
import { unitIn } from '../../cells/units';
import type { HeaderBand } from '../header-band';
import type { Matches } from '../match-headers';
import type { Column, Table } from '../sheet';

/** What a line above the table says of amounts whose header names no unit; empty where there are none. */
export function generalUnit(grid: Grid, table: Table, { top }: HeaderBand, matches: Matches): string {
  for (const [field, { remark }] of matches)
    if (remark === '' && table.columns[field]?.type === 'money') return unitAbove(grid, top);
  return '';
}

/** The header's own unit; an amount whose header names none has the one that stands above the table. */
export function unitOf(
  column: Column,
  { remark, general }: { readonly remark: string; readonly general: string },
  units: UnitWords,
): string | null {
  if (remark !== '') return unitIn(remark, column, units);
  return column.type === 'money' && general !== '' ? unitIn(general, column, units) : null;
}

/** `单位：万元`, also among others, in a line above the header, of all amounts below; a department's name there is none. */
const amountsIn = /单位[:：]\s*(?:[^\s:：、]{1,3}[、/]){0,5}(万?元)\s*[)）]?$/u;

/** What the nearest such line above the row says, a second table has its own; empty without one. */
export function unitAbove(grid: Grid, top: number): string {
  return unitsTo(grid, top)[top - 1] ?? '';
}

/** Of each row, down to that one and maybe further, what holds below it. */
function unitsTo(grid: Grid, top: number): readonly string[] {
  const known = unitsByRow(grid);
  for (let row = known.length; row < Math.min(top, grid.rows.length); row += 1) {
    const cells = rowAt(grid, row);
    const said = cells.flatMap((cell) => amountsIn.exec(cell?.shown ?? '')?.[1] ?? []);
    known.push((cells.some(isFigure) ? undefined : said[0]) ?? known[row - 1] ?? '');
  }
  return known;
}

/** What stands in a row of the table, whose remarks are of that row alone; the line above a table may tell the year. */
function isFigure(cell: Cell | undefined): boolean {
  if (cell?.kind === 'percent') return true;
  return cell?.kind === 'number' && !/^(?:19|20)\d\d$/u.test(String(cell.value));
}

/** As far as was asked: a header may come again hundreds of times. */
const unitsByRow = oncePer<Grid, string[]>(() => []);
