/** What one piece of a status says, put together of its words. */
import type { Status, StatusWords } from './readings';
import { piecePartsOf, type PieceKind, type PiecePart } from './status-pieces';

/**
 * A status; `partly`: in progress, and asked about; `done-late`: done, after its day; `dated`: 3月15日办结, which may be a plan
 * and counts only beside a word that says done.
 */
export type StatusSaid = Status | 'partly' | 'done-late' | 'dated';

/** Null: not to be told, and never guessed. */
type Meaning = StatusSaid | null;

type Has = (...kinds: readonly PieceKind[]) => boolean;

/** The first rule that applies decides. */
type Rules = readonly (readonly [applies: (has: Has, parts: readonly PiecePart[]) => boolean, says: Meaning])[];

const known = new WeakMap<StatusWords, ReadonlyMap<string, StatusSaid>>();

/** What the edition lists the piece as; undefined when it does not. */
export function listedMeaning(piece: string, words: StatusWords): StatusSaid | undefined {
  let meanings = known.get(words);
  if (!meanings) {
    const lists = Object.entries({ ...words.meanings, partly: words.partly }) as [StatusSaid, readonly string[]][];
    meanings = new Map(lists.flatMap(([said, list]) => list.map((word) => [word, said] as const)));
    known.set(words, meanings);
  }
  return meanings.get(piece);
}

/** Where there is a negation nothing is done; a percentage must fit the words beside it. */
export function composedMeaning(piece: string, words: StatusWords): Meaning {
  const parts = piecePartsOf(piece, words);
  if (parts === null) return null;
  const kinds = parts.map(({ kind }) => kind);
  const has: Has = (...some) => some.some((kind) => kinds.includes(kind));
  if (has('deferred', 'cancelled')) return putOff(kinds);
  const percents = parts.filter(({ kind }) => kind === 'percent');
  if (percents.length > 1) return null;
  const percent = percents[0] === undefined ? null : percentOf(percents[0].text);
  if (percents.length === 1 && percent === null) return null;
  if (has('negation')) return negated(parts, has, percent);
  return percent === null ? firstOf(wordRules, has, parts) : firstOf(rulesFor(percent), has, parts);
}

function firstOf(rules: Rules, has: Has, parts: readonly PiecePart[]): Meaning {
  return rules.find(([applies]) => applies(has, parts))?.[1] ?? null;
}

/** 已取消, 延期至3月, 暂缓实施; beside any other word nobody knows what was put off. */
function putOff(kinds: readonly PieceKind[]): Meaning {
  const besides: readonly PieceKind[] = ['perfect', 'filler', 'day', 'by-day'];
  const [said, ...others] = kinds.filter((kind) => !besides.includes(kind));
  const isIt = others.every((kind) => kind === 'action' || kind === 'deed' || kind === 'carry');
  return isIt && (said === 'deferred' || said === 'cancelled') ? said : null;
}

/** Null above 100, and for 约100% and 约0%: neither says whether all is done, or anything. */
function percentOf(text: string): number | null {
  const value = Number(/[\d.]+/u.exec(text)?.[0]);
  const isRough = !/^:?(?:达到|达|为|至|到)?[\d.]+%$/u.test(text);
  return value > 100 || (isRough && (value === 100 || value === 0)) ? null : value;
}

/** 未逾期 says nothing of what is done. */
function negated(parts: readonly PiecePart[], has: Has, percent: number | null): Meaning {
  const at = parts.findIndex(({ kind }) => kind === 'negation');
  const isTwice = parts.filter(({ kind }) => kind === 'negation').length > 1;
  const next = parts[at + 1]?.kind;
  if (isTwice || next === 'overdue' || next === 'late') return null;
  if (has('end', 'action', 'deed', 'progress', 'manner', 'some')) return 'not-done';
  if (has('begin', 'carry')) return percent === null || percent === 0 ? 'not-started' : null;
  return percent === null ? null : 'not-done';
}

function rulesFor(percent: number): Rules {
  if (percent === 0) return noneRules;
  return percent === 100 ? wholeRules : shareRules;
}

const noneRules: Rules = [
  [(has) => has('some', 'overdue', 'late', 'begin', 'carry', 'by-day'), null],
  [(has) => has('progress', 'manner', 'action'), 'in-progress'],
  [() => true, 'not-started'],
];

const wholeRules: Rules = [
  [(has) => has('some', 'overdue', 'late', 'begin', 'carry', 'progress', 'manner', 'action', 'by-day'), null],
  [(has) => has('day') && !has('perfect'), 'dated'],
  [() => true, 'done'],
];

const shareRules: Rules = [
  [(has) => has('overdue', 'late'), 'not-done'],
  [(has) => has('some'), 'partly'],
  [(has) => has('all') && has('end'), null],
  [() => true, 'in-progress'],
];

const wordRules: Rules = [
  [isDoneLate, 'done-late'],
  [(has) => has('overdue', 'late') && has('perfect') && has('end'), null],
  [(has) => has('overdue', 'late'), 'not-done'],
  [(has) => has('some') && has('end', 'action', 'deed', 'carry'), 'partly'],
  [(has) => has('some'), null],
  [(has) => has('progress') && has('end', 'action', 'deed', 'carry', 'begin', 'measure'), 'in-progress'],
  [(has) => has('manner', 'begin') && has('end'), null],
  [(has) => has('manner') && has('action', 'deed', 'carry', 'measure'), 'in-progress'],
  [(has) => has('begin'), 'in-progress'],
  [(has) => has('measure', 'progress', 'manner'), null],
  [endsWithAction, null],
  [(has) => has('by-day') && !has('perfect'), null],
  [(has) => has('end') && has('day') && !has('perfect'), 'dated'],
  [(has) => has('end'), 'done'],
  // 已推进, 整改, 已实施: begun, done or finished, nobody can tell.
  [(has) => has('action') && !has('perfect', 'deed', 'carry'), 'in-progress'],
];

/** 逾期完成, 已超期办理完毕: the day passed first, and then it was done. 完成滞后 is not done. */
function isDoneLate(_: Has, parts: readonly PiecePart[]): boolean {
  const kinds = parts.map(({ kind }) => kind).filter((kind) => !['perfect', 'filler', 'all'].includes(kind));
  const [first, ...rest] = kinds;
  return (
    first === 'overdue' &&
    rest[rest.length - 1] === 'end' &&
    rest.every((kind) => kind === 'end' || kind === 'deed' || kind === 'action')
  );
}

/** 完成推进: what is finished is not told. */
function endsWithAction(has: Has, parts: readonly PiecePart[]): boolean {
  const kinds = parts.map(({ kind }) => kind);
  return has('end') && kinds.lastIndexOf('action') > kinds.lastIndexOf('end');
}
