/** Long lists of what a cell may hold: rules name them in a hidden sheet of our own that only the file format needs. */
import { makeSheet, type Book, type BookSheet, type ValidationRule } from '../book';

/** The hidden sheet. */
export const optionsSheetName = '_选项';

/** Excel refuses a file whose rule holds a longer list. */
const inlineListLimit = 255;

/** The rule's list where it cannot stand in the rule itself. */
export function longListOf(rule: ValidationRule): readonly string[] | null {
  const values = rule.type === 'list' ? rule.values : undefined;
  const isShort = values === undefined || values.join(',').length <= inlineListLimit;
  return values === undefined || (isShort && values.every((value) => !/[,"]/u.test(value))) ? null : values;
}

/** The different long lists of the book, in the order of its rules: each is a column of the hidden sheet. */
export function longLists({ sheets }: Book): readonly (readonly string[])[] {
  const lists = sheets.flatMap(({ validations }) =>
    validations.flatMap(({ rule }) => [longListOf(rule) ?? []].filter(({ length }) => length > 0)),
  );
  return [...new Map(lists.map((list) => [list.join('\n'), list])).values()];
}

/** The hidden sheet; none where no list is long. */
export function optionsSheet(lists: readonly (readonly string[])[]): readonly BookSheet[] {
  if (lists.length === 0) return [];
  const height = Math.max(...lists.map((list) => list.length));
  const cells = Array.from({ length: height }, (_, row) =>
    lists.map((list) => {
      const value = list[row];
      return value === undefined ? undefined : { value };
    }),
  );
  return [{ ...makeSheet(-1, optionsSheetName), cells }];
}
