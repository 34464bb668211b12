/** Reads what the office has decided on a task. */
import type { Cell } from '../base/grid';
import type { Approval, ReadContext, Reading, StatusWords } from './readings';
import { cellText, nothing, readError, refused } from './remarks';
import { partsOf, type Vocabulary } from './word-parts';

type ApprovalPart = 'deferred' | 'cancelled' | 'approved' | 'refused';

const vocabularies = new WeakMap<StatusWords, Vocabulary<ApprovalPart>>();

function vocabularyOf(words: StatusWords): Vocabulary<ApprovalPart> {
  const before = vocabularies.get(words);
  if (before) return before;
  const { meanings, approved, refused: refusals } = words;
  const vocabulary = { deferred: meanings.deferred, cancelled: meanings.cancelled, approved, refused: refusals };
  vocabularies.set(words, vocabulary);
  return vocabulary;
}

/** 延期, 同意延期, 不同意, 已批准: put together of the edition's words. A refusal goes before all else. */
export function readApproval(cell: Cell, context: ReadContext): Reading<Approval> {
  const failed = readError(cell, context);
  if (failed !== null) return failed;
  const text = cellText(cell).replace(/[\s。]/gu, '');
  if (text === '') return nothing;
  const found = partsOf(text, vocabularyOf(context.words.statuses));
  const value = found === null ? null : decisionOf(new Set(found));
  return value === null ? refused('choice-unknown', cell, context, context.choices.join('、')) : { value, remarks: [] };
}

function decisionOf(found: ReadonlySet<ApprovalPart>): Approval | null {
  if (found.has('refused')) return 'refused';
  if (found.has('deferred')) return found.has('cancelled') ? null : 'deferred';
  return found.has('cancelled') ? 'cancelled' : 'as-asked';
}
