/** What the cells of an own sheet hold, by the type its column has. */
import type { Place } from '../../base/place';
import type { Quantity } from '../../cells/readings';
import type { Read } from '../../tables/read-row';
import type { EventRow, Said } from '../rows';
import { placeIn } from './event-rows';

/** A cell nobody has. */
const nothing: Said = { value: null, shown: '' };

/** What the cell says, whatever its type. */
export function saidIn({ said }: EventRow, field: string): Said {
  return said[field] ?? nothing;
}

/** The cell as it was read, with its place: that of the row where there is no such cell. */
export function cellIn(row: EventRow, field: string): Read<unknown> {
  const { value, shown } = saidIn(row, field);
  return { value, shown, place: cellPlaceIn(row, field) };
}

/** Where the cell stands: that of the row where there is no such cell. */
export function cellPlaceIn(row: EventRow, field: string): Place {
  const column = row.columns[field];
  return typeof column === 'string' ? placeIn(row.place, column) : (column ?? row.place);
}

/** The number or amount. */
export function quantityIn(row: EventRow, field: string): Quantity | null {
  const { value } = saidIn(row, field);
  return isQuantity(value) ? value : null;
}

/** The text, choice or day. */
export function textIn(row: EventRow, field: string): string | null {
  const { value } = saidIn(row, field);
  return typeof value === 'string' ? value : null;
}

/** The number as it stands, null unless it is exact. */
export function exactIn(row: EventRow, field: string): number | null {
  const quantity = quantityIn(row, field);
  return quantity?.qualifier === '' ? quantity.value : null;
}

function isQuantity(value: unknown): value is Quantity {
  return typeof value === 'object' && value !== null && 'applies' in value;
}
