/** Which record of the office a row without our code speaks of, and how sure that is. */
import { inMapping, mappedName, mappingName, rowsWord, type Mapping } from '../../base/mapping';
import { sharesMoreThanEnd } from '../../base/nearest';
import type { Place } from '../../base/place';
import type { Problem } from '../../base/problem';
import { clipped, headerKey } from '../../base/text';
import { requiredBlank } from '../../tables/read-cell';
import { similarity } from './similarity';

/** What told it: the office's own word (列对应), the same name, another name of the same, or one that is like it. */
type MatchedRowBy = 'rule' | 'name' | 'usage' | 'likeness';

/** A row of a department's own table, taken for a task or an indicator. */
export interface RowMatch {
  readonly kind: 'task' | 'indicator';
  readonly department: string;
  /** The declared title of the table: 任务进展. */
  readonly sheet: string;
  /** The cell that names it. */
  readonly place: Place;
  readonly written: string;
  /** The task's number or the indicator's code, and its name. */
  readonly takenAs: string;
  readonly name: string;
  /** From 0 to 1; 1 where nobody need look. */
  readonly certainty: number;
  readonly by: MatchedRowBy;
}

/** A record that rows may speak of: `names` in full, `usages` what departments call it. */
export interface Candidate<T> {
  readonly item: T;
  readonly key: string;
  readonly names: readonly string[];
  readonly usages: readonly string[];
}

interface Matched<T> {
  readonly item: T;
  readonly certainty: number;
  readonly by: MatchedRowBy;
}

/** The record, or null with the likeliest one for a hint. */
export interface Answer<T> {
  readonly matched: Matched<T> | null;
  readonly hint: T | null;
}

/** What a row may be taken for by likeness alone: at least so alike, and so much more than anything else. */
const [enough, apart] = [0.6, 0.08];
/** What is less is no hint, and too little to leave open which of two is meant. */
const least = enough / 2;
/** From here on a note is enough. */
export const sure = 0.75;
/** Titles compared by likeness in one table; one with more is another table. */
const mostAsked = 1000;

/** Records by the forms of what they are called. */
export interface KnownNames<T> {
  readonly formOf: (text: string) => string;
  readonly byKey: ReadonlyMap<string, readonly T[]>;
  readonly byName: ReadonlyMap<string, readonly T[]>;
  readonly byUsage: ReadonlyMap<string, readonly T[]>;
  readonly all: readonly { readonly item: T; readonly forms: readonly string[] }[];
}

/** To be made once for a list, whichever department asks; `formOf` gives a name as names are compared. */
export function knownNames<T>(candidates: readonly Candidate<T>[], formOf: (text: string) => string): KnownNames<T> {
  const byForm = formsBy(candidates, formOf);
  return {
    formOf,
    byKey: byForm(({ key }) => [key]),
    byName: byForm(({ names }) => names),
    byUsage: byForm(({ usages }) => usages),
    all: candidates.map(({ item, names, usages }) => ({ item, forms: [...names, ...usages].map(formOf) })),
  };
}

function formsBy<T>(
  candidates: readonly Candidate<T>[],
  formOf: (text: string) => string,
): (namesOf: (candidate: Candidate<T>) => readonly string[]) => ReadonlyMap<string, readonly T[]> {
  return (namesOf) => {
    const forms = new Map<string, T[]>();
    for (const candidate of candidates) {
      for (const form of new Set(namesOf(candidate).map(formOf))) {
        const others = forms.get(form);
        if (others) others.push(candidate.item);
        else if (form !== '') forms.set(form, [candidate.item]);
      }
    }
    return forms;
  };
}

/** Of what the rows of one table may speak, and of which of it likeness is asked. */
interface MatcherOrder<T> {
  readonly isOpen: (item: T) => boolean;
  readonly isNear: (item: T) => boolean;
  readonly mapping: Mapping | undefined;
}

/**
 * The way from what a row says to a record: the office's word goes before the same name, that before what departments call it,
 * and likeness, which is asked of what is near alone, comes last and must be unique. `names` is called when a row needs it.
 */
export function matcherOf<T>(
  names: () => KnownNames<T>,
  { isOpen, isNear, mapping }: MatcherOrder<T>,
): (text: string) => Answer<T> {
  // A form two records share says nothing.
  const only = (items: readonly T[] = []): T | null => {
    const [item = null, ...others] = items.filter(isOpen);
    return others.length === 0 ? item : null;
  };
  let compared: KnownNames<T>['all'] | null = null;
  const asked = (text: string): Answer<T> => {
    const { byKey, byName, byUsage, all, formOf } = names();
    const form = formOf(text);
    const said = mappedName(mapping, rowsWord, headerKey(text));
    const ruled = said === null ? null : (only(byKey.get(formOf(said))) ?? only(byName.get(formOf(said))));
    if (ruled !== null) return { matched: { item: ruled, certainty: 1, by: 'rule' }, hint: null };
    const named = only(byName.get(form));
    if (named !== null) return { matched: { item: named, certainty: 1, by: 'name' }, hint: null };
    const usual = only(byUsage.get(form));
    if (usual !== null) return { matched: { item: usual, certainty: 1, by: 'usage' }, hint: null };
    compared ??= all.filter(({ item }) => isOpen(item) && isNear(item));
    return likest(form, compared);
  };
  return askedOnce(asked);
}

function askedOnce<T>(asked: (text: string) => Answer<T>): (text: string) => Answer<T> {
  const known = new Map<string, Answer<T>>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer: Answer<T> = known.size < mostAsked ? asked(text) : { matched: null, hint: null };
    known.set(text, answer);
    return answer;
  };
}

/** Of these the one whose form is most like it, where it is like enough and no other is nearly as like. */
export function likest<T>(form: string, compared: KnownNames<T>['all']): Answer<T> {
  let [best, second, item]: [number, number, T | null] = [0, 0, null];
  let [hinted, hint]: [number, T | null] = [0, null];
  for (const one of compared) {
    let score = 0;
    for (const each of one.forms) score = Math.max(score, similarity(form, each, least));
    const isHint = score >= least && score > hinted;
    if (isHint && one.forms.some((each) => similarity(form, each) === score && sharesMoreThanEnd(form, each)))
      [hinted, hint] = [score, one.item];
    if (score > best) [best, second, item] = [score, best, one.item];
    else if (score > second) second = score;
  }
  const isClear = item !== null && best >= enough && best - second >= apart;
  const matched = isClear && item !== null ? { item, certainty: best, by: 'likeness' as const } : null;
  return { matched, hint };
}

/** What is told of a row that was taken for something by likeness; nothing of the others. */
export function likenessProblem({ kind, place, written, takenAs, name, certainty, by }: RowMatch): readonly Problem[] {
  if (by !== 'likeness') return [];
  const what = kind === 'task' ? '标题' : '名称';
  const shown = clipped(written.trim(), 30);
  return [
    {
      code: 'row-by-likeness',
      level: certainty >= sure ? 'note' : 'doubt',
      place,
      actual: written.trim(),
      reason: `“${shown}”按${what}相近当作 ${takenAs} ${name}（把握${String(Math.round(certainty * 100))}%）`,
      expected: `对的，${inMapping(`${rowsWord}：${mappingName(shown)}＝${takenAs}`)}，今后不再问；不对的，等号后面改为正确的${kind === 'task' ? '任务编号' : '指标编码'}`,
    },
  ];
}

/** The problems but that the number or code at these places is blank: what the row means was told otherwise. */
export function withoutBlank(problems: readonly Problem[], places: readonly Place[]): readonly Problem[] {
  const cells = new Set(places.map(({ sheet, cell }) => `${sheet ?? ''} ${cell ?? ''}`));
  return problems.filter(
    ({ code, place: { sheet, cell } }) => code !== requiredBlank || !cells.has(`${sheet ?? ''} ${cell ?? ''}`),
  );
}
