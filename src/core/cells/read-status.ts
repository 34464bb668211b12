/** Reads what a department says of a task. */
import type { Cell } from '../base/grid';
import { nameKey } from '../base/text';
import type { ReadContext, Reading, Status } from './readings';
import { nothingRead, readError, refused, remark } from './remarks';
import { composedMeaning, listedMeaning, type StatusSaid } from './status-meaning';
import { isAside, piecesOf } from './status-pieces';

interface Piece {
  readonly text: string;
  /** Null where it cannot be understood. */
  readonly says: StatusSaid | null;
}

/**
 * The status. Words the edition lists say what it says; other wordings are put together of its parts, and what cannot be put
 * together is refused, for nobody should be taken to be done, or late, by a guess. Everything that stands there must be
 * understood: beside a status only remarks that are known to change nothing are left out.
 */
export function readStatus(cell: Cell, context: ReadContext): Reading<Status> {
  const failed = readError(cell, context);
  if (failed !== null) return failed;
  const { statuses } = context.words;
  const confirmed = statuses.confirmed?.get(nameKey(cell.shown));
  if (confirmed !== undefined) return { value: confirmed, remarks: [] };
  const texts = piecesOf(cell, statuses);
  if (texts.length === 0) return cell.shown.trim() === '' ? nothingRead : unknown(cell, context);
  const saying = texts.filter((text) => !isAside(text, context));
  const pieces = (saying.length === 0 ? texts : saying).map((text): Piece => {
    return { text, says: listedMeaning(text, statuses) ?? composedMeaning(text, statuses) };
  });
  const dark = pieces.find(({ says }) => says === null);
  if (dark !== undefined) {
    return pieces.length === 1 && texts.length === 1
      ? unknown(cell, context)
      : refused('status-rest', cell, context, dark.text);
  }
  const said = joined(pieces.flatMap(({ says }) => says ?? []));
  if (said === null) return pieces.length === 1 ? unknown(cell, context) : refused('status-conflict', cell, context);
  return readingOf(said, pieces, cell, context);
}

/** 是 alone affirms that it is done. */
function unknown(cell: Cell, context: ReadContext): Reading<Status> {
  const [only = '', ...others] = piecesOf(cell, context.words.statuses);
  if (others.length === 0 && context.words.statuses.affirmed.includes(only)) {
    return { value: 'done', remarks: [remark('status-affirmed', cell, context)] };
  }
  return refused('status-unknown', cell, context, context.choices.join('、'));
}

/** What a whole status says: a day alone leaves open whether it is a plan. */
type Whole = Exclude<StatusSaid, 'dated'>;

/** Two sayings of which the first tells more, or does not contradict the other. */
const goesBefore: readonly (readonly [Whole, readonly StatusSaid[]])[] = [
  ['done', ['dated']],
  ['done-late', ['done', 'dated']],
  ['partly', ['in-progress', 'not-done']],
  ['not-started', ['not-done']],
  ['ongoing', ['in-progress']],
  ['deferred', ['not-done', 'not-started']],
  ['cancelled', ['not-done', 'not-started']],
];

/** What all pieces say together; null when they contradict each other, or leave open whether it is a plan. */
function joined(said: readonly StatusSaid[]): Whole | null {
  const different = [...new Set(said)];
  const [first] = different;
  if (different.length === 1) return first === undefined || first === 'dated' ? null : first;
  // 未完成，正在推进, and the other way round: what stands first is what was meant to be said.
  const isOpen = different.every((one) => one === 'in-progress' || one === 'not-done');
  if (isOpen && (first === 'in-progress' || first === 'not-done')) return first;
  const wider = goesBefore.find(
    ([one, others]) => different.includes(one) && different.every((other) => other === one || others.includes(other)),
  );
  return wider?.[0] ?? null;
}

function readingOf(said: Whole, pieces: readonly Piece[], cell: Cell, context: ReadContext): Reading<Status> {
  const { statuses } = context.words;
  if (said === 'partly') return { value: 'in-progress', remarks: [remark('status-partly', cell, context)] };
  if (said === 'done-late') return { value: 'done', remarks: [remark('status-done-late', cell, context)] };
  if (said === 'not-done') {
    return { value: said, remarks: [remark('status-not-done', cell, context, context.choices.join('、'))] };
  }
  const isListed = pieces.some(({ text }) => listedMeaning(text, statuses) === said);
  const word = statuses.meanings[said][0] ?? '';
  return { value: said, remarks: isListed ? [] : [remark('status-composed', cell, context, word)] };
}
