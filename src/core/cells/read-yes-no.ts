/** Reads 是 or 否, a check mark or a check box. */
import type { Cell } from '../base/grid';
import type { ReadContext, Reading } from './readings';
import { cellText, nothing, readError, refused } from './remarks';

const yes = ['是', '有', '对', '√', '✓', '✔', '☑', '1', 'y', 'yes', 'true', '已'];
const no = ['否', '无', '不是', '没有', '×', '✗', '✘', '☐', '0', 'n', 'no', 'false', '未'];

/** True, false, or null when blank; any other word is refused. */
export function readYesNo(cell: Cell, context: ReadContext): Reading<boolean> {
  const failed = readError(cell, context);
  if (failed !== null) return failed;
  if (typeof cell.value === 'boolean') return { value: cell.value, remarks: [] };
  const text = cellText(cell)
    .replace(/[\s。]/gu, '')
    .toLowerCase();
  if (text === '') return nothing;
  if (yes.includes(text)) return { value: true, remarks: [] };
  return no.includes(text) ? { value: false, remarks: [] } : refused('yes-no-unknown', cell, context);
}
