/** What the dashboard says of figures and of departments that lack something. */
import type { IndicatorLine, Summary } from '../../contract/summary';
import { taskStateWords } from '../../core/base/state-words';

/** `70次`; `缺司法所的数`; `不涉及`; `—` of what nobody is asked for. */
export function figureText({ text, state, coverage }: Pick<IndicatorLine, 'text' | 'state' | 'coverage'>): string {
  if (text !== '') return text;
  if (state === 'not-applicable') return '不涉及';
  const lacking = [...new Set(coverage.missing.map(({ department }) => department))];
  return lacking.length === 0 ? '—' : `缺${lacking.join('、')}的数`;
}

type Departments = Pick<Summary, 'missingDepartments' | 'unreadDepartments'>;

/** Who did not report, and of whom nobody knows: a workbook that could not be read is neither. */
export function missingCountText({ missingDepartments: missing, unreadDepartments: unread }: Departments): string {
  const lacking = missing.length === 0 ? (unread.length === 0 ? '都已交表。' : '其余都已交表。') : missing.join('、');
  return unread.length === 0 ? lacking : `${unread.join('、')}的表没有读到，不知道交没交；${lacking}`;
}

/** `2`; `0，另有1个没有读到`. */
export function missingCount({ missingDepartments: missing, unreadDepartments: unread }: Departments): string {
  return `${String(missing.length)}${unread.length === 0 ? '' : `，另有${String(unread.length)}个没有读到`}`;
}

/** `（未报2项、待核实1项没有计入）`: of these the completion rate does not speak; empty for none. */
export function notCounted(counts: Summary['counts']): string {
  const words = { ...taskStateWords, undated: '时限不明' };
  const rest = (['unreported', 'unclear', 'undated'] as const).filter((state) => counts[state] > 0);
  if (rest.length === 0) return '';
  return `（${rest.map((state) => `${words[state]}${String(counts[state])}项`).join('、')}没有计入）`;
}
