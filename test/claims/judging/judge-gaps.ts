/** 【待补：…】 stands only where somebody must still give or write something, is told, and the command ends with 1. */
import { isGap, unwritten } from '../../offices/truth/gap-truth';
import { judged, together, type Verdict } from '../../offices/verdict';
import { namesLevel } from '../plans/make-planned';
import type { Report } from '../reading/read-report';
import type { Ending } from './judge-report';
import type { Truth } from './truth';

/** A cell of the table of figures in which nobody is named. */
const ofTable = '的来源单位';

export function judgeGaps({ paragraphs, rows }: Report, { exit, problems }: Ending, truth: Truth): Verdict {
  const gaps = [...paragraphs, ...rows.flat()].flatMap((text) => text.match(/【待补[^】]*】/gu) ?? []);
  const told = problems.some(({ level }) => level === '错误');
  const isShown = gaps.length > 0 || problems.every(({ code }) => code !== 'value-missing');
  return together([
    ...gaps.map((gap) =>
      judged('gap of what nobody must give', gap, isNeeded(gap, truth), gap, 'a figure that lacks some'),
    ),
    ...gaps.map((gap) => judged('gap', gap, exit === 1 && told, `exit ${String(exit)}`, 'exit 1 and an 错误')),
    judged('gap not shown', 'value-missing', isShown, 'no 【待补】', 'each gap in the text'),
  ]);
}

/** A part that nobody has written, or a figure of which not all that were asked have given what can be used. */
function isNeeded(gap: string, { figures, world, plan }: Truth): boolean {
  const name = gap.slice('【待补：'.length, -1);
  if (name === '上级') return plan.isWithoutSuperior && !namesLevel(plan);
  if (!name.startsWith('指标.'))
    return name.endsWith(ofTable) || unwritten(world, [...figures.values()]).includes(name);
  const figure = [...figures.values()].find(({ line }) => line.name === name.slice('指标.'.length));
  return figure === undefined || figure.states.some((state) => isGap(figure, state));
}
