/** The setting 用词: what the office calls otherwise than the edition does. */
import type { Place } from '../base/place';
import { nearest } from '../base/nearest';
import type { Problem, Result } from '../base/problem';
import { normalised } from '../base/text';
import type { Edition } from '../edition/edition';

/** Stands for nothing: what it names is not written at all. */
const none = '无';

/**
 * Name → what it is called here, empty for nothing. Lines like `依法治办＝市委依法治市办`, parted by line breaks or ；. What cannot
 * be understood is left out and told.
 */
export function wordings(
  text: string,
  place: Place,
  edition: Pick<Edition, 'wordRules' | 'times'>,
): Result<Readonly<Record<string, string>>> {
  const names = wordNames(edition);
  const lines = text.split(/[\n；;]+/u).filter((line) => normalised(line) !== '');
  const read = lines.map((line) => ({ line: line.trim(), pair: pairOf(line) }));
  const known = read.filter(({ pair }) => pair !== null && names.includes(pair[0]));
  return {
    value: Object.fromEntries(known.flatMap(({ pair }) => (pair === null ? [] : [pair]))),
    problems: read
      .filter((one) => !known.includes(one))
      .map(({ line, pair }) => unread(line, pair?.[0] ?? line, names, place)),
  };
}

/** What can be called otherwise. */
function wordNames({ wordRules, times }: Pick<Edition, 'wordRules' | 'times'>): readonly string[] {
  const things = times.filter(({ setting }) => setting === '').map(({ name }) => name);
  return [...new Set([...wordRules.map(({ word }) => word), ...things])];
}

/** A tag has no place in a word: what is printed by it is no template. */
function pairOf(line: string): readonly [string, string] | null {
  const [, name = '', said = ''] = /^([^=＝{}]+)[=＝]([^=＝{}]+)$/u.exec(line) ?? [];
  const word = normalised(said);
  return word === '' ? null : [normalised(name), word === none ? '' : word];
}

function unread(line: string, name: string, names: readonly string[], place: Place): Problem {
  const similar = nearest(name, names);
  return {
    code: 'wording-unreadable',
    level: 'error',
    place,
    actual: line,
    reason: `用词“${line}”看不懂，没有采用`,
    expected: `请写成如“${names[0] ?? ''}＝……”${similar === null ? '' : `；是否指“${similar}”？`}`,
  };
}
