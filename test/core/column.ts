/** Columns for tests. */
import type { Column, ColumnType } from '../../src/core/tables/sheet';

/** A column from its header and type; what is not given is: no synonyms, no unit, optional, open, width 12. */
export function column<T extends ColumnType>(
  header: string,
  type: T,
  more: Partial<Omit<Column, 'header' | 'type'>> = {},
): Column & { readonly type: T } {
  const none = { synonyms: [], unit: null, choices: [], list: null, printedAs: '', prefill: '', help: '' };
  const own = { usages: [], choiceUsages: {}, isRanked: false, whenAbsent: '', standIns: [] };
  return { ...none, ...own, required: false, open: true, width: 12, ...more, header, type };
}
