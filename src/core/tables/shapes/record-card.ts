/** One record as a form, as 活动登记卡 is: each label beside its value. It becomes a table of one row. */
import { cellAt, type Grid } from '../../base/grid';
import { headerKey, isBlankText } from '../../base/text';
import type { Declared } from '../declared';
import type { Column, Table } from '../sheet';
import { isUsualName } from '../usages/usual-title';
import { labelNames, pairsOf } from './form-shapes';
import type { FormLines } from './form-lines';
import { asRows, textCell, type ShapedGrid } from './shaped-grid';

/** A card, and the table whose record it is. */
export interface RecordCard {
  readonly table: Table;
  readonly grid: ShapedGrid;
}

/** So many labels beside their values make a card. */
const enough = 3;

/** The card by the title of the sheet and its labels; null where the sheet is none. */
export function recordCard(grid: Grid, tables: readonly Table[], declared: Declared): RecordCard | null {
  if (grid.part !== undefined) return null;
  const cards = tables
    .filter((table) => isUsualName(grid, table))
    .map((table) => ({ table, card: cardOf(grid, table, declared) }))
    .filter(({ table, card }) => isWhole(table, card))
    .sort((one, other) => other.card.lines.length - one.card.lines.length);
  const [first] = cards;
  return first === undefined ? null : { table: first.table, grid: asRow(grid, first.card) };
}

function cardOf(grid: Grid, table: Table, declared: Declared): FormLines {
  const names = labelNames(table);
  return pairsOf(grid, (row, column) => names.get(headerKey(cellAt(grid, row, column).shown)), declared);
}

/** All that a record must have stands to the right of its label, and not all of it in one row, as a header does. */
function isWhole({ columns }: Table, { lines }: FormLines): boolean {
  const filled = lines.filter(({ value }) => !isBlankText(value.shown));
  const labels = new Set(filled.map(({ label }) => label));
  return (
    filled.length >= enough &&
    filled.every(({ labelAt, valueAt }) => labelAt.row === valueAt.row) &&
    new Set(filled.map(({ labelAt }) => labelAt.row)).size > 1 &&
    Object.values<Column>(columns).every(
      ({ header, required, whenAbsent }) => !required || whenAbsent !== '' || labels.has(header),
    )
  );
}

function asRow(grid: Grid, { lines, taken, problems }: FormLines): ShapedGrid {
  const rows = [lines.map(({ label }) => textCell(label)), lines.map(({ value }) => value)];
  const origins = [lines.map(({ labelAt }) => labelAt), lines.map(({ valueAt }) => valueAt)];
  return asRows(grid, rows, { taken, problems, origins });
}
