/** Columns that only number the rows. */
import { oncePer } from '../../base/once-per';
import { headerKey } from '../../base/text';
import type { FoundColumns } from '../find-header';
import type { RowSigns } from '../other-rows/row-signs';

/** Those of a header, where they are not read as something else. */
export function numberColumns(found: FoundColumns, signs: RowSigns): readonly number[] {
  return numbersOf(found)(signs);
}

const numbersOf = oncePer(({ band, columns }: FoundColumns) =>
  oncePer(({ number }: RowSigns): readonly number[] => {
    const read = new Set(columns.values());
    return band.shown.flatMap((shown, column) => (!read.has(column) && number.test(headerKey(shown)) ? [column] : []));
  }),
);
