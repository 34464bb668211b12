import * as lists from '../../../src/core/base/state-words';
import { lightWords, lightMeanings, mailFateWords, reminderStateWords } from '../../../src/core/base/state-words';

it('gives each state of a list a word of its own', () => {
  const named: readonly Readonly<Record<string, string>>[] = Object.values(lists);
  for (const words of named) {
    expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length);
    expect(Object.values(words)).not.toContain('');
  }
});

it('explains each light once, and a mail as its line in 催办记录', () => {
  expect(Object.keys(lightMeanings)).toEqual(Object.keys(lightWords));
  for (const fate of ['sent', 'failed', 'unknown'] as const) expect(mailFateWords[fate]).toBe(reminderStateWords[fate]);
});
