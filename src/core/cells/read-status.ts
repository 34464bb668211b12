/** Reads what a department says of a task. */
import type { Cell } from '../base/grid';
import type { ReadContext, Reading, Status, StatusWords } from './readings';
import { cellText, nothing, readError, refused, remark } from './remarks';

const known = new WeakMap<StatusWords, ReadonlyMap<string, Status>>();

/** Word → status, worked out once. */
function meaningsOf(words: StatusWords): ReadonlyMap<string, Status> {
  const before = known.get(words);
  if (before) return before;
  const statuses = Object.keys(words.meanings) as Status[];
  const meanings = new Map(statuses.flatMap((status) => words.meanings[status].map((word) => [word, status] as const)));
  known.set(words, meanings);
  return meanings;
}

/** The status, a remark in brackets left out unless it takes back what stands before it, as 已完成（未验收）; 基本完成 counts as in progress and is asked about; 逾期 and its like are computed and refused as input. */
export function readStatus(cell: Cell, context: ReadContext): Reading<Status> {
  const failed = readError(cell, context);
  if (failed !== null) return failed;
  const text = cellText(cell)
    .replace(/\s/gu, '')
    .replace(/(?<=.)\((?![^()]*[未没尚缺除逾%])[^()]*\)$|[。.!;]+$/gu, '');
  if (text === '') return nothing;
  const { statuses } = context.words;
  const status = meaningsOf(statuses).get(text);
  if (status !== undefined) return { value: status, remarks: [] };
  if (statuses.partly.includes(text))
    return { value: 'in-progress', remarks: [remark('status-partly', cell, context)] };
  return refused(
    statuses.computed.includes(text) ? 'status-computed' : 'status-unknown',
    cell,
    context,
    context.choices.join('、'),
  );
}
