/** Which record of the office a row without our code speaks of, and how sure that is. */
import { mappedName, mappingName, rowsWord, type Mapping } from '../../base/mapping';
import type { Place } from '../../base/place';
import type { Problem } from '../../base/problem';
import { clipped, headerKey } from '../../base/text';
import { requiredBlank } from '../../tables/read-cell';
import { similarity, titleForm } from './similarity';

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
/** From here on a note is enough. */
export const sure = 0.75;
/** Titles compared by likeness in one table; one with more is another table. */
const mostAsked = 1000;

/**
 * The way from what a row says to a record: the office's word goes before the same name, that before what departments call it,
 * and likeness, which is asked of those in `near` alone, comes last and must be unique.
 */
export function matcherOf<T>(
  candidates: readonly Candidate<T>[],
  { near, mapping }: { readonly near: ReadonlySet<T>; readonly mapping: Mapping | undefined },
): (text: string) => Answer<T> {
  const byKey = formsOf(candidates, ({ key }) => [key]);
  const byName = formsOf(candidates, ({ names }) => names);
  const byUsage = formsOf(candidates, ({ usages }) => usages);
  const compared = candidates
    .filter(({ item }) => near.has(item))
    .map(({ item, names, usages }) => ({ item, forms: [...names, ...usages].map(titleForm) }));
  const known = new Map<string, Answer<T>>();
  const asked = (text: string): Answer<T> => {
    const form = titleForm(text);
    const said = mappedName(mapping, rowsWord, headerKey(text));
    const ruled = said === null ? null : (byKey.get(titleForm(said)) ?? byName.get(titleForm(said)) ?? null);
    if (ruled !== null) return { matched: { item: ruled, certainty: 1, by: 'rule' }, hint: null };
    const named = byName.get(form) ?? null;
    if (named !== null) return { matched: { item: named, certainty: 1, by: 'name' }, hint: null };
    const usual = byUsage.get(form) ?? null;
    if (usual !== null) return { matched: { item: usual, certainty: 1, by: 'usage' }, hint: null };
    return nearest(form, compared);
  };
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer: Answer<T> = known.size < mostAsked ? asked(text) : { matched: null, hint: null };
    known.set(text, answer);
    return answer;
  };
}

/** A form two records share says nothing. */
function formsOf<T>(
  candidates: readonly Candidate<T>[],
  namesOf: (candidate: Candidate<T>) => readonly string[],
): ReadonlyMap<string, T | null> {
  const forms = new Map<string, T | null>();
  for (const candidate of candidates) {
    for (const form of new Set(namesOf(candidate).map(titleForm))) {
      if (form === '') continue;
      const other = forms.get(form);
      forms.set(form, other === undefined || other === candidate.item ? candidate.item : null);
    }
  }
  return forms;
}

function nearest<T>(
  form: string,
  compared: readonly { readonly item: T; readonly forms: readonly string[] }[],
): Answer<T> {
  let [best, second, item]: [number, number, T | null] = [0, 0, null];
  for (const one of compared) {
    const score = Math.max(0, ...one.forms.map((each) => similarity(form, each)));
    if (score > best) [best, second, item] = [score, best, one.item];
    else if (score > second) second = score;
  }
  const isClear = item !== null && best >= enough && best - second >= apart;
  const matched = isClear && item !== null ? { item, certainty: best, by: 'likeness' as const } : null;
  return { matched, hint: best >= enough / 2 ? item : null };
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
      expected: `对的，在总表“设置”的“列对应”里写“${rowsWord}：${mappingName(shown)}＝${takenAs}”，今后不再问；不对的，等号后面改为正确的${kind === 'task' ? '任务编号' : '指标编码'}`,
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
