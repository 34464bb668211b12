/** Remarks, signatures and what else is said of a table, and the cells that say it. */
import { isFilled, rowAt, type Cell, type Grid } from '../../base/grid';
import { oncePer } from '../../base/once-per';
import { headerKey, nameKey, normalised, remembered } from '../../base/text';
import type { Column, Table } from '../sheet';
import { shownAlone } from '../table-layout';
import type { RowSigns } from './row-signs';
import { typedCells, type Below } from './typed-cells';

type Cells = Grid['rows'][number];

/** The columns in which something stands. */
export function filledColumns(cells: Cells): readonly number[] {
  return cells.flatMap((cell, column) => (isFilled(cell) ? [column] : []));
}

/** The columns of the cells a label speaks for: `填报单位：司法所`, or `填表人：` and the name in the next cell. */
export function labelledCells(cells: Cells, signs: RowSigns): readonly number[] {
  const spoken: number[] = [];
  let isOpen = false;
  for (const column of filledColumns(cells)) {
    const label = labelIn(cells[column], signs);
    if (label !== null || isOpen) spoken.push(column);
    isOpen = label === 'open';
  }
  return spoken;
}

/** A label with its value, or one whose value stands in the next cell. */
function labelIn(cell: Cell | undefined, { stamp, label }: RowSigns): 'whole' | 'open' | null {
  if (cell?.kind !== 'text') return null;
  const key = nameKey(cell.shown);
  const [said, value = ''] = /^[([【]?\p{L}[^:]{0,11}:(.*)$/su.exec(key) ?? [];
  if (said !== undefined) return value === '' ? 'open' : 'whole';
  return stamp.test(key) || label.test(key) ? 'open' : null;
}

/** Cells of the table's columns that no label speaks for; with more of them the row is something else. */
const looseCells = 2;

/**
 * The columns of a row that is a remark or is to be signed, by its first cell; null for any other row. A value of the table in a
 * cell no label speaks for makes it a record.
 */
export function remarkCells(grid: Grid, row: number, below: Below, signs: RowSigns): readonly number[] | null {
  const cells = rowAt(grid, row);
  const begin = cells.find(isFilled);
  const isLabel = begin?.kind === 'text' && signs.label.test(headerKey(begin.shown));
  if (!isLabel && !isRemarkText(begin, signs)) return null;
  const [first = 0, ...others] = filledColumns(cells);
  // 备注 alone in its cell speaks for one other: among more it may be a word of a record.
  if (others.length > 1 && !isRemarkText(begin, signs)) return null;
  const spoken = [...new Set([first, ...labelledCells(cells, signs)])];
  const own = [...below.found.columns.values()];
  const loose = others.filter((column) => own.includes(column) && !spoken.includes(column));
  const isFew = loose.length <= looseCells && loose.every((column) => isWordOrDay(cells[column]));
  const isValue = typedCells(grid, row, below).some(({ at, isRead }) => isRead && loose.includes(at));
  return isFew && !isValue ? spoken : null;
}

/** Whether a text begins as a remark does, or is a word to sign beside. */
export function isRemarkText(cell: Cell | undefined, signs: RowSigns): boolean {
  return cell?.kind === 'text' && remarkTest(signs)(cell.shown);
}

/** Whether words at the beginning of a row may be of a remark, or a label before one. */
export function mayBeRemark(shown: string, signs: RowSigns): boolean {
  return signs.label.test(headerKey(shown)) || remarkTest(signs)(shown);
}

const remarkTest = oncePer(({ note, signature, stamp }: RowSigns) =>
  remembered((shown): boolean => {
    const text = shown.replace(/\s/gu, '');
    return note.test(text) || signature.test(headerKey(text)) || stamp.test(nameKey(text));
  }),
);

function isWordOrDay(cell: Cell | undefined): boolean {
  return cell?.kind === 'text' || cell?.kind === 'date';
}

/** A sentence about the table alone in its row, or a line the program itself prints there. */
export function isSaidOfTable(cells: Cells, table: Table, { closing }: RowSigns): boolean {
  const text = shownAlone(cells);
  return text !== '' && (closing.test(nameKey(text)) || isPrinted(cells, table));
}

/** Whether the row holds nothing but what the program prints on such a sheet. */
export function isPrinted(cells: Cells, { help, columns }: Table): boolean {
  const text = normalised(shownAlone(cells));
  const printed = [help, ...Object.values<Column>(columns).map((column) => column.help)];
  return text !== '' && printed.some((one) => normalised(one) === text);
}
