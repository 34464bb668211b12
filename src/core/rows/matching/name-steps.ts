/** Which step of the work a name of a figure speaks of: a case that was 转办 or is 未审结 is none of those that were 受理. */
import { oncePer } from '../../base/once-per';
import { nameKey } from '../../base/text';
import type { RowWords } from '../../cells/readings';
import type { Candidate } from './row-match';

/** The words of one step, as the edition has them: 移送/移交. */
type Step = string;

/** The steps a name says: the longest word at each place, none within a word that only has the same characters (接待 for 待). */
export const stepsReader = oncePer(({ caseSteps, noSteps }: Pick<RowWords, 'caseSteps' | 'noSteps'>) => {
  const words = [
    ...noSteps.map((word) => ({ word, step: null })),
    ...caseSteps.flatMap((step) => step.split('/').map((word) => ({ word, step }))),
  ].sort((one, other) => other.word.length - one.word.length);
  const starts = new Set(words.map(({ word }) => word.charAt(0)));
  const known = new Map<string, ReadonlySet<Step>>();
  return (name: string): ReadonlySet<Step> => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const key = nameKey(name.slice(0, longestName));
    const said = new Set<Step>();
    for (let at = 0; at < key.length; at += 1) {
      const found = starts.has(key.charAt(at)) ? words.find(({ word }) => key.startsWith(word, at)) : undefined;
      if (found === undefined) continue;
      if (found.step !== null) said.add(found.step);
      at += found.word.length - 1;
    }
    if (known.size < remembered) known.set(name, said);
    return said;
  };
});

const [longestName, remembered] = [60, 2000];

/** Whether the text says a step that nothing the figure is called by says, or what is done with its things only later. */
export function isOtherStep<T>(text: string, { names, usages }: Candidate<T>, words: RowWords): boolean {
  const [name = ''] = names;
  if (words.laterDeeds.some((deed) => text.includes(deed) && !name.includes(deed))) return true;
  const stepsOf = stepsReader(words);
  const said = stepsOf(text);
  if (said.size === 0) return false;
  const known = new Set([...names, ...usages].flatMap((one) => [...stepsOf(one)]));
  return [...said].some((step) => !known.has(step));
}

/** 完成人民调解 is not what was 受理; `done` is what stands before the name. */
export function isStepBefore<T>(
  { names: [name = '', ...others], usages }: Candidate<T>,
  done: string,
  { stepsBefore, steps }: Pick<RowWords, 'stepsBefore' | 'steps'>,
): boolean {
  const taken = stepsBefore.find((word) => done.includes(word));
  if (taken === undefined || !steps.some((word) => name.includes(word))) return true;
  return [name, ...others, ...usages].some((one) => one.includes(taken));
}

/** 其中：罚款 below 罚没金额 is a part of it. */
export function isPart(name: string): boolean {
  return nameKey(name).startsWith('其中');
}
