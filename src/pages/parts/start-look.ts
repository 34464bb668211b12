/** What a workspace lacks, in a few lines, from an answer of the job `look`. */
import type { JobAnswer } from '../../contract/answer';
import { levelName } from '../../core/base/problem';
import { missingCountText } from './figure-text';
import { make } from './make-element';

/** So many mistakes are named; all of them stand on the page 检查填报. */
const mostNamed = 3;

/** The lines as a list; what could not be read at all is told in the job's own words. */
export function lookView(answer: JobAnswer): HTMLElement {
  const { summary, problems, text } = answer;
  if (!summary) return make('div', { class: 'note warn' }, make('p', {}, text));
  const errors = problems.filter(({ level }) => level === levelName.error);
  const overdue = summary.tasks.filter(({ state }) => state === 'overdue').length;
  const named = errors
    .slice(0, mostNamed)
    .map(({ workbook, sheet, cell, reason }) =>
      make('li', {}, `${workbook} ${[sheet, cell].filter((part) => part !== null).join(' ')}：${reason}`),
    );
  return make(
    'div',
    {},
    make(
      'p',
      {},
      `${summary.town}${String(summary.year)}年度，核算日 ${summary.asOf}。缺报：${missingCountText(summary)}`,
    ),
    make(
      'p',
      {},
      `任务 ${String(summary.counts.total)} 项，逾期 ${String(overdue)} 项；错误 ${String(errors.length)} 处。`,
    ),
    named.length === 0 ? null : make('ul', {}, ...named),
  );
}
