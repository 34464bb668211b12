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

type Departments = Pick<Summary, 'missingDepartments' | 'unreadDepartments' | 'formlessDepartments'>;

/** Who did not report, of whom nobody knows, and who has no form of its own: neither of these has handed one in. */
export function missingCountText(departments: Departments): string {
  const { missingDepartments: missing, unreadDepartments: unread, formlessDepartments: formless } = departments;
  const others = [
    unread.length === 0 ? '' : `${unread.join('、')}的表没有读到，不知道交没交；`,
    formless.length === 0 ? '' : `${formless.join('、')}没有填报表，任务进展按汇总的表采用；`,
  ].join('');
  const lacking = missing.length > 0 ? missing.join('、') : others === '' ? '都已交表。' : '其余都已交表。';
  return others + lacking;
}

/** `2`; `0，另有1个没有读到`. */
export function missingCount(departments: Departments): string {
  const { missingDepartments: missing, unreadDepartments: unread, formlessDepartments: formless } = departments;
  const others = [
    ...(unread.length === 0 ? [] : [`${String(unread.length)}个没有读到`]),
    ...(formless.length === 0 ? [] : [`${String(formless.length)}个没有填报表`]),
  ];
  return `${String(missing.length)}${others.length === 0 ? '' : `，另有${others.join('，')}`}`;
}

/** `（未报2项、待核实1项没有计入）`: of these the completion rate does not speak; empty for none. */
export function notCounted(counts: Summary['counts']): string {
  const words = { ...taskStateWords, undated: '时限不明' };
  const rest = (['unreported', 'unclear', 'undated'] as const).filter((state) => counts[state] > 0);
  if (rest.length === 0) return '';
  return `（${rest.map((state) => `${words[state]}${String(counts[state])}项`).join('、')}没有计入）`;
}
