/** Reads what a department says of a task. */
import type { Cell } from '../base/grid';
import type { ReadContext, Reading, Status } from './readings';
import { cellText, nothing, readError, refused, remark } from './remarks';

/** Each status by the words offices use for it. */
const words: Readonly<Record<Status, readonly string[]>> = {
  'not-started': ['未启动', '未开展', '未开始', '尚未启动', '尚未开展'],
  'in-progress': [
    '推进中',
    '进行中',
    '正在推进',
    '有序推进',
    '序时推进',
    '正在进行',
    '正在办理',
    '办理中',
    '按序时推进',
  ],
  done: ['已完成', '完成', '办结', '已办结', '销号', '已销号', '全部完成', '完结'],
  ongoing: ['长期坚持', '持续推进', '常态化', '全年推进', '长期', '常态化推进', '长期推进'],
  deferred: ['暂缓', '延期', '经批准延期'],
  cancelled: ['取消', '合并', '不再实施', '终止'],
};
const partly = ['基本完成', '部分完成', '大部分完成', '阶段性完成'];
const computed = ['滞后', '逾期', '超期', '已逾期', '超时', '延误'];

const meanings = new Map<string, Status>(
  (Object.keys(words) as Status[]).flatMap((status) => words[status].map((word) => [word, status] as const)),
);

/** The status, a remark in brackets left out unless it takes back what stands before it, as 已完成（未验收）; 基本完成 counts as in progress and is asked about; 逾期 and its like are computed and refused as input. */
export function readStatus(cell: Cell, context: ReadContext): Reading<Status> {
  const failed = readError(cell, context);
  if (failed !== null) return failed;
  const text = cellText(cell)
    .replace(/\s/gu, '')
    .replace(/(?<=.)\((?![^()]*[未没尚缺除逾%])[^()]*\)$|[。.!;]+$/gu, '');
  if (text === '') return nothing;
  const status = meanings.get(text);
  if (status !== undefined) return { value: status, remarks: [] };
  if (partly.includes(text)) return { value: 'in-progress', remarks: [remark('status-partly', cell, context)] };
  return refused(
    computed.includes(text) ? 'status-computed' : 'status-unknown',
    cell,
    context,
    context.choices.join('、'),
  );
}
