/** What the dashboard says of an indicator: its figure, or why there is none. */
import type { IndicatorLine } from '../../contract/summary';

/** `70次`; `缺司法所的数`; `不涉及`; `—` of what nobody is asked for. */
export function figureText({ text, state, coverage }: Pick<IndicatorLine, 'text' | 'state' | 'coverage'>): string {
  if (text !== '') return text;
  if (state === 'not-applicable') return '不涉及';
  const lacking = [...new Set(coverage.missing.map(({ department }) => department))];
  return lacking.length === 0 ? '—' : `缺${lacking.join('、')}的数`;
}
