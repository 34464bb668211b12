/** Reads what a department says of a task. */
import type { Cell } from '../base/grid';
import type { ReadContext, Reading, Status, StatusPart, StatusWords } from './readings';
import { cellText, nothing, readError, refused, remark } from './remarks';
import { partsOf } from './word-parts';

/** A status, or `partly`: in progress, and asked about. */
type Said = Status | 'partly';

/**
 * The status. Words the edition lists say what it says; other wordings are put together of its parts, and what cannot be put
 * together is refused, for nobody should be taken to be done, or late, by a guess. Where there is a negation nothing is done.
 */
export function readStatus(cell: Cell, context: ReadContext): Reading<Status> {
  const failed = readError(cell, context);
  if (failed !== null) return failed;
  const { statuses } = context.words;
  const text = statusText(cell, statuses);
  if (text === '') return nothing;
  const listed = listedMeaning(text, statuses);
  const said = listed ?? percentMeaning(text, statuses) ?? composedMeaning(text, statuses);
  if (said === null) return refused('status-unknown', cell, context, context.choices.join('、'));
  if (said === 'partly') return { value: 'in-progress', remarks: [remark('status-partly', cell, context)] };
  const choices = context.choices.join('、');
  if (said === 'not-done') return { value: said, remarks: [remark('status-not-done', cell, context, choices)] };
  const word = statuses.meanings[said][0] ?? '';
  return { value: said, remarks: listed === null ? [remark('status-composed', cell, context, word)] : [] };
}

/** A check box as its mark, all else without spaces, a full stop, and a remark in brackets that takes nothing back. */
function statusText(cell: Cell, { parts }: StatusWords): string {
  if (typeof cell.value === 'boolean') return cell.value ? '✓' : '✗';
  const text = cellText(cell)
    .replace(/\s/gu, '')
    .replace(/[。.!;]+$/gu, '');
  const remarkInBrackets = /(?<=.)\(([^()]*)\)$/u.exec(text);
  const within = remarkInBrackets?.[1] ?? '';
  const takesBack = [...parts.negation, ...parts.some, ...parts.late, '%'].some((word) => within.includes(word));
  return remarkInBrackets === null || takesBack ? text : text.slice(0, remarkInBrackets.index);
}

const known = new WeakMap<StatusWords, ReadonlyMap<string, Said>>();

function listedMeaning(text: string, words: StatusWords): Said | null {
  let meanings = known.get(words);
  if (!meanings) {
    const lists = Object.entries({ ...words.meanings, partly: words.partly }) as [Said, readonly string[]][];
    meanings = new Map(lists.flatMap(([said, list]) => list.map((word) => [word, said] as const)));
    known.set(words, meanings);
  }
  return meanings.get(text) ?? null;
}

/** `100%`, `完成80%`: what stands before may only say that it is not so. */
function percentMeaning(text: string, { parts }: StatusWords): Said | null {
  const match = /^(.*?)(\d{1,3}(?:\.\d+)?)%$/u.exec(text);
  const before = match === null ? null : partsOf(match[1] ?? '', parts);
  if (match === null || before === null) return null;
  const percent = Number(match[2]);
  if (percent > 100) return null;
  if (before.includes('negation') || before.includes('late')) return 'not-done';
  if (percent === 100) return before.includes('some') || before.includes('progress') ? 'in-progress' : 'done';
  return percent === 0 ? 'not-started' : 'in-progress';
}

function composedMeaning(text: string, words: StatusWords): Said | null {
  const found = partsOf(text, words.parts);
  if (found === null) return null;
  const has = (...parts: readonly StatusPart[]): boolean => parts.some((part) => found.includes(part));
  const negations = found.filter((part) => part === 'negation').length;
  if (negations > 0) return negations > 1 ? null : negatedMeaning(has);
  if (has('late')) return 'not-done';
  if (has('some')) return has('end', 'action') ? 'partly' : null;
  if (has('progress', 'begin')) return 'in-progress';
  if (has('end')) return 'done';
  return has('action') ? 'in-progress' : null;
}

/** 未逾期 says nothing of what is done. */
function negatedMeaning(has: (...parts: readonly StatusPart[]) => boolean): Said | null {
  if (has('end', 'action', 'progress', 'some')) return 'not-done';
  return has('begin') ? 'not-started' : null;
}
