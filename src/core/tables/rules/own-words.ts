/** The words of a sheet's own rules beside those of the edition. */
import type { Grid } from '../../base/grid';
import { nameKey } from '../../base/text';
import type { Status } from '../../cells/readings';
import type { Declared } from '../declared';
import type { Column } from '../sheet';

const known = new WeakMap<NonNullable<Grid['rules']>, Declared>();

/** What is declared, with the words for states that were confirmed for this sheet. */
export function declaredFor({ rules }: Grid, declared: Declared): Declared {
  if (rules === undefined || rules.statuses.size === 0) return declared;
  const own = known.get(rules) ?? withStatuses(rules.statuses, declared);
  known.set(rules, own);
  return own;
}

/** The column with the words that were confirmed for its choices on this sheet. */
export function withConfirmedWords(column: Column, { rules }: Grid): Column {
  if (column.type !== 'choice' || rules === undefined || rules.statuses.size === 0) return column;
  const own = [...rules.statuses].filter(([, as]) => column.choices.includes(as));
  if (own.length === 0) return column;
  const said = column.choices.map((choice) => {
    const words = own.flatMap(([word, as]) => (as === choice ? [word] : []));
    return [choice, [...(column.choiceUsages[choice] ?? []), ...words]] as const;
  });
  return { ...column, choiceUsages: Object.fromEntries(said) };
}

function withStatuses(own: ReadonlyMap<string, string>, declared: Declared): Declared {
  const { words } = declared;
  const meanings = Object.entries(words.statuses.meanings) as [Status, readonly string[]][];
  const statusOf = (word: string): Status | undefined =>
    meanings.find(([, [first = '']]) => nameKey(first) === nameKey(word))?.[0];
  const confirmed = new Map(
    [...own].flatMap(([word, as]) => {
      const status = statusOf(as);
      return status === undefined ? [] : [[word, status] as const];
    }),
  );
  return { ...declared, words: { ...words, statuses: { ...words.statuses, confirmed } } };
}
