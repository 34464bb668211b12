/** Reads what the office has decided on a task. */
import type { Cell } from '../base/grid';
import { readDeadline } from './read-deadline';
import type { Approval, Decision, ReadContext, Reading, StatusWords } from './readings';
import { cellText, nothingRead, readError, refused, remark } from './remarks';
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

/**
 * 延期, 同意延期, 不同意, 已批准, 延期至2023年3月: put together of the edition's words. A refusal goes before all else. A day to
 * which something is put off, and which cannot be read, leaves the decision what it is.
 */
export function readApproval(cell: Cell, context: ReadContext): Reading<Approval> {
  const failed = readError(cell, context);
  if (failed !== null) return failed;
  const text = cellText(cell).replace(/[\s。]/gu, '');
  if (text === '') return nothingRead;
  const whole = decisionIn(text, context);
  if (whole !== null) return { value: { decision: whole, until: null }, remarks: [] };
  const [, words = '', day = ''] = /^(.[^至到]*)[至到](.+)$/u.exec(text) ?? [];
  if (words === '' || decisionIn(words, context) !== 'deferred') {
    return refused('choice-unknown', cell, context, context.choices.join('、'));
  }
  return putOff(cell, context, day);
}

function decisionIn(text: string, { words }: ReadContext): Decision | null {
  const found = partsOf(text, vocabularyOf(words.statuses));
  return found === null ? null : decisionOf(new Set(found));
}

/** Put off to the day, read as a deadline is: 2023年3月 ends with that month. */
function putOff(cell: Cell, context: ReadContext, day: string): Reading<Approval> {
  const { value } = readDeadline({ ...cell, kind: 'text', value: day, shown: day }, context);
  const until = value?.kind === 'day' ? value.due : null;
  const says =
    until === null ? remark('approval-day', cell, context, day) : remark('approval-until', cell, context, until);
  return { value: { decision: 'deferred', until }, remarks: [says] };
}

function decisionOf(found: ReadonlySet<ApprovalPart>): Decision | null {
  if (found.has('refused')) return 'refused';
  if (found.has('deferred')) return found.has('cancelled') ? null : 'deferred';
  return found.has('cancelled') ? 'cancelled' : 'as-asked';
}
