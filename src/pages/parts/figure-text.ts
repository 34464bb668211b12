/** What the dashboard says of figures and of departments that lack something. */
import type { IndicatorLine, Summary } from '../../contract/summary';

/** `70次`; `缺司法所的数`; `不涉及`; `—` of what nobody is asked for. */
export function figureText({ text, state, coverage }: Pick<IndicatorLine, 'text' | 'state' | 'coverage'>): string {
  if (text !== '') return text;
  if (state === 'not-applicable') return '不涉及';
  const lacking = [...new Set(coverage.missing.map(({ department }) => department))];
  return lacking.length === 0 ? '—' : `缺${lacking.join('、')}的数`;
}

/** Who did not report, and of whom nobody knows: a workbook that could not be read is neither. */
export function missingText({
  missingDepartments: missing,
  unreadDepartments: unread,
}: Pick<Summary, 'missingDepartments' | 'unreadDepartments'>): string {
  const lacking = missing.length === 0 ? (unread.length === 0 ? '都已交表。' : '其余都已交表。') : missing.join('、');
  return unread.length === 0 ? lacking : `${unread.join('、')}的表没有读到，不知道交没交；${lacking}`;
}
