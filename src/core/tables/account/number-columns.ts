/** Columns that only number the rows. */
import { headerKey } from '../../base/text';
import type { FoundColumns } from '../find-header';
import type { RowSigns } from '../other-rows/row-signs';

/** Those of a header, where they are not read as something else. */
export function numberColumns({ band, columns }: FoundColumns, { number }: RowSigns): readonly number[] {
  const read = new Set(columns.values());
  return band.shown.flatMap((shown, column) => (!read.has(column) && number.test(headerKey(shown)) ? [column] : []));
}
