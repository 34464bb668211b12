/** What the cells of an own sheet hold, by the type its column has. */
import type { Quantity } from '../../cells/readings';
import type { Read } from '../../tables/read-row';
import type { EventRow } from '../rows';

/** A cell nobody has. */
function absent({ place }: EventRow): Read<never> {
  return { value: null, shown: '', place };
}

/** The cell as it was read, whatever its type. */
export function cellIn(row: EventRow, field: string): Read<unknown> {
  return row.cells[field] ?? absent(row);
}

/** The cell of a number or amount. */
export function quantityIn(row: EventRow, field: string): Read<Quantity> {
  const cell = cellIn(row, field);
  return isQuantity(cell.value) ? { ...cell, value: cell.value } : { ...cell, value: null };
}

/** The cell of a text, a choice or a day. */
export function textIn(row: EventRow, field: string): Read<string> {
  const cell = cellIn(row, field);
  return { ...cell, value: typeof cell.value === 'string' ? cell.value : null };
}

/** The number as it stands, null unless it is exact. */
export function exactIn(row: EventRow, field: string): number | null {
  const { value } = cellIn(row, field);
  return isQuantity(value) && value.qualifier === '' ? value.value : null;
}

function isQuantity(value: unknown): value is Quantity {
  return typeof value === 'object' && value !== null && 'applies' in value;
}
