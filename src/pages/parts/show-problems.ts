/** The problem list, workbook by workbook, so that each department's part can be told to it. */
import type { ProblemLine } from '../../contract/problem-line';
import { levelName } from '../../core/base/problem';
import { make } from './make-element';

const levels = [levelName.error, levelName.doubt, levelName.note];
const problemLooks: Readonly<Record<string, string>> = {
  [levelName.error]: 'is-error',
  [levelName.doubt]: 'is-doubt',
  [levelName.note]: 'is-note',
};

/** One part for each workbook, those with errors first and open. */
export function problemGroups(problems: readonly ProblemLine[]): HTMLElement {
  const byWorkbook = new Map<string, ProblemLine[]>();
  for (const problem of problems) {
    const group = byWorkbook.get(problem.workbook);
    if (group) group.push(problem);
    else byWorkbook.set(problem.workbook, [problem]);
  }
  const weight = (group: readonly ProblemLine[]): number =>
    countLevel(group, levelName.error) * 10_000 + countLevel(group, levelName.doubt);
  const groups = [...byWorkbook].sort(([, one], [, other]) => weight(other) - weight(one));
  return make('div', { class: 'groups' }, ...groups.map(([workbook, group]) => makeGroup(workbook, group)));
}

/** `错误 2，请核实 1`; levels nobody has are left out. */
export function levelCounts(problems: readonly ProblemLine[]): string {
  const counts = levels
    .map((level) => [level, countLevel(problems, level)] as const)
    .filter(([, number]) => number > 0);
  return counts.map(([level, number]) => `${level} ${String(number)}`).join('，');
}

function countLevel(problems: readonly ProblemLine[], level: string): number {
  return problems.filter((problem) => problem.level === level).length;
}

/** A closed part is filled when it is opened: an office may have thousands of lines. */
function makeGroup(workbook: string, problems: readonly ProblemLine[]): HTMLElement {
  const summary = make(
    'summary',
    {},
    make('strong', {}, workbook === '' ? '其他' : workbook),
    ` ${levelCounts(problems)}`,
  );
  const list = make('ul', { class: 'problems' });
  const group = make('details', { open: countLevel(problems, levelName.error) > 0 }, summary, list);
  const fill = (): void => {
    if (group.open && list.childElementCount === 0) list.append(...problems.map(problemItem));
  };
  group.addEventListener('toggle', fill);
  fill();
  return group;
}

function problemItem({ level, sheet, cell, spot, actual, reason, expected }: ProblemLine): HTMLElement {
  const place = [sheet, cell].filter((part) => part !== null).join('!');
  const where = [place, spot ?? ''].filter((part) => part !== '').join(' ');
  return make(
    'li',
    { class: problemLooks[level] ?? 'is-note' },
    make('span', { class: 'level' }, level),
    where === '' ? null : make('span', { class: 'place' }, where),
    `${reason}。`,
    make('span', { class: 'expected' }, `${expected}。`),
    actual === '' || reason.includes(actual) ? null : make('span', { class: 'actual' }, `现在写的是：${actual}`),
  );
}
