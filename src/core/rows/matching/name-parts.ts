/** Names of figures by their parts, in whatever order: which thing they count, and whether as what was due or as what was done. */
import { oncePer } from '../../base/once-per';
import { nameKey } from '../../base/text';
import type { RowWords } from '../../cells/readings';
import { stepsReader } from './name-steps';
import type { Answer, Candidate } from './row-match';

type StepWords = Pick<RowWords, 'dueWords' | 'notDue' | 'doneWords'>;

/** What a name says, without its order. */
export interface NameParts {
  /** 应答复, 已答复; null where nothing says so. */
  readonly stage: 'due' | 'done' | null;
  /** What stands before 的, which says more of what stands behind it; empty for nothing. */
  readonly modifier: string;
  /** All but the words of the stage. */
  readonly content: string;
  /** The name with what stands before 的 behind what it says more of: 信息公开申请应答复; also without what only says that it was done. */
  readonly turned: readonly string[];
}

/** How parts of names are told. */
export const partsReader = oncePer((words: StepWords): ((name: string) => NameParts) => {
  const [due, not, done] = [words.dueWords, words.notDue, words.doneWords].map(longestFirst);
  const known = new Map<string, NameParts>();
  const read = (name: string): NameParts => {
    const key = plainName(name);
    const [before = '', ...behind] = key.split('的');
    const rest = behind.join('');
    const [first, second] = [stepsIn(before, due, not, done), stepsIn(rest, due, not, done)];
    const stages = [first.stage, second.stage];
    const stage = stages.includes('due') ? 'due' : stages.includes('done') ? 'done' : null;
    return {
      stage,
      modifier: rest === '' ? '' : first.content,
      content: first.content + second.content,
      turned: rest === '' ? [first.kept] : [rest + before, second.kept + first.kept],
    };
  };
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const parts = read(name);
    // The name that is compared with all others must be among them.
    if (known.size >= remembered) known.clear();
    known.set(name, parts);
    return parts;
  };
});

const remembered = 2000;
const longestName = 60;

/** A text without marks, brackets at its end and what says that it is one of several. */
function plainName(name: string): string {
  return nameKey(name)
    .slice(0, longestName)
    .replace(/\([^()]*\)$/u, '')
    .replace(/^其中:?/u, '')
    .replace(/[\p{P}\p{S}]/gu, '');
}

function longestFirst(words: readonly string[] = []): readonly string[] {
  return [...words].sort((one, other) => other.length - one.length);
}

interface Steps {
  readonly stage: NameParts['stage'];
  readonly content: string;
  /** With what was due or on time, without what only says that it was done. */
  readonly kept: string;
}

function stepsIn(
  text: string,
  due: readonly string[] = [],
  not: readonly string[] = [],
  done: readonly string[] = [],
): Steps {
  let [stage, content, kept]: [NameParts['stage'], string, string] = [null, '', ''];
  for (let at = 0; at < text.length;) {
    const { kind, said } = wordAt(text, at, { due, not, done });
    if (kind === 'due') stage = 'due';
    else if (kind === 'done') stage ??= 'done';
    else content += said;
    if (kind !== 'done') kept += said;
    at += said.length;
  }
  return { stage, content, kept };
}

interface Lists {
  readonly due: readonly string[];
  readonly not: readonly string[];
  readonly done: readonly string[];
}

/** The word that stands there: of a stage, none of one, or a single character. */
function wordAt(
  text: string,
  at: number,
  { due, not, done }: Lists,
): { readonly kind: NameParts['stage']; readonly said: string } {
  const word = (words: readonly string[]): string | undefined => words.find((one) => text.startsWith(one, at));
  const other = word(not);
  if (other !== undefined) return { kind: null, said: other };
  const dueWord = word(due);
  if (dueWord !== undefined) return { kind: 'due', said: dueWord };
  // A single character says so where the name begins with it.
  const doneWord = word(done.filter(({ length }) => length > 1 || at === 0));
  return doneWord === undefined ? { kind: null, said: text.charAt(at) } : { kind: 'done', said: doneWord };
}

/** From 0 to 1: how much of two contents stands in pairs of neighbours that both have, wherever they stand. */
function sharedParts(one: string, other: string): number {
  if (one === other) return 1;
  return (covered(one, other) + covered(other, one)) / 2;
}

/** The share of a text's characters that stand in pairs the other has, too. */
function covered(text: string, by: string): number {
  if (text.length < 2) return by.includes(text) ? 1 : 0;
  let [count, wasShared] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    const isShared = at + 1 < text.length && by.includes(text.slice(at, at + 2));
    if (isShared || wasShared) count += 1;
    wasShared = isShared;
  }
  return count / text.length;
}

/** Whether the text may speak of the candidate: of what was due or done as that does, and of nothing before 的 that its names do not say. */
export function isSameDeed<T>(text: string, candidate: Candidate<T>, partsOf: (name: string) => NameParts): boolean {
  const { stage, modifier } = partsOf(text);
  if (stage !== null && candidate.names.some((name) => partsOf(name).stage === 'due') !== (stage === 'due'))
    return false;
  return modifier === '' || covered(modifier, saidOf(candidate).all) >= mostlySaid;
}

/** All names of a candidate as one text: each name that is typed asks for it. */
const saidOf = oncePer(({ names, usages }: Pick<Candidate<unknown>, 'names' | 'usages'>) => ({
  all: [...names, ...usages].join(' '),
}));

/** The share of a text before 的 that the names must say. */
const mostlySaid = 0.5;
/** So much of both names must be said by the other, and so much more than of any other's; from the last on a note is enough. */
export const enoughParts = 0.75;
const [apart, good] = [0.06, 0.9];
/** Asked about. */
const unsure = 0.7;

/**
 * Finds the candidate whose name has the same parts in another order, for texts that tell a stage or have 的; one that speaks of another
 * step is never meant.
 */
export function partsMatcher<T>(
  candidates: () => readonly Candidate<T>[],
  least: number,
  words: RowWords,
): (text: string) => Answer<T> | null {
  const [partsOf, caseSteps] = [partsReader(words), stepsReader(words)];
  const stepsIn = (text: string): readonly string[] =>
    words.steps.filter((step) => !words.dueWords.includes(step) && text.includes(step));
  return (text) => {
    const { stage, modifier, content: said } = partsOf(text);
    if (stage === null && modifier === '') return null;
    const [content, steps] = [said.replace(counted, ''), caseSteps(text)];
    const scored = candidates()
      .filter((one) => isSameDeed(text, one, partsOf))
      .map((one) => {
        const all = [...one.names, ...one.usages];
        const known = saidOf(one).all;
        const isStep =
          stepsIn(content).every((step) => known.includes(step)) &&
          stepsIn(one.names[0] ?? '').every((step) => content.includes(step)) &&
          [...caseSteps(one.names[0] ?? '')].every((step) => steps.has(step));
        const scores = all.map((name) => sharedParts(content, partsOf(name).content.replace(counted, '')));
        return { item: one.item, score: isStep ? Math.max(0, ...scores) : 0 };
      })
      .sort((one, other) => other.score - one.score);
    const [first, second] = scored;
    if (first === undefined || first.score < least || first.score - (second?.score ?? 0) < apart) return null;
    const certainty = first.score >= good ? good : unsure;
    return { matched: { item: first.item, certainty, by: 'likeness' }, hint: null };
  };
}

/** How a thing is counted, behind its name. */
const counted = /(?:件数|次数|份数|人数|场次|条数|个数|事项数|数量|金额|数)$/u;
