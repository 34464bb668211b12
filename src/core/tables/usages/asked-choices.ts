/** A header that asks for one of two choices: 是否委托, 是否以镇政府名义. What 是 means under it is the header's to say. */
import { headerKey, nameKey } from '../../base/text';
import { noWords, yesWords } from '../../cells/read-words';
import type { Column } from '../sheet';

/** One character is part of too many words. */
const shortest = 2;

/** The column as it is under such a header; under any other the same. Where the header names none of its choices, or several, 是 is none. */
export function withAskedChoice(column: Column, header: string): Column {
  const key = headerKey(header);
  if (column.type !== 'choice' || column.choices.includes('是') || !key.startsWith('是否')) return column;
  const wordsOf = (choice: string): readonly string[] => [choice, ...(column.choiceUsages[choice] ?? [])];
  const named = column.choices.filter((choice) =>
    wordsOf(choice).some((word) => word.length >= shortest && key.includes(headerKey(word))),
  );
  const [asked, ...more] = named;
  const others = column.choices.filter((choice) => choice !== asked);
  const isPair = asked !== undefined && more.length === 0 && others.length === 1;
  const signs = new Set([...yesWords, ...noWords].map(nameKey));
  const choiceUsages = Object.fromEntries(
    column.choices.map((choice) => {
      const own = (column.choiceUsages[choice] ?? []).filter((word) => !signs.has(nameKey(word)));
      return [choice, isPair ? [...own, ...(choice === asked ? yesWords : noWords)] : own];
    }),
  );
  return { ...column, choiceUsages };
}
