/** Fields of the weak areas: weaknesses with words, figures, cause and measure, the hints, and the measures of the plan. */
import { missText } from '../edition/standard-text';
import type { Edition } from '../edition/edition';
import type { PlanItem, PrintedText, ToldArea } from '../findings/findings';
import { traced, type Traced } from '../../engine/fill';
import { count, list, number, text, truth, flag, words, type Declaration, type Declarations } from './declare';
import { indicatorItem } from './indicator-fields';
import { taskFields } from './task-fields';

/** An area with its number (from 1) in its list. */
interface NumberedArea {
  readonly number: number;
  readonly told: ToldArea;
}

/** A part of the plan that the office added. */
interface OwnPlan {
  readonly name: string;
  readonly items: readonly PlanItem[];
}

type Item = ToldArea['items'][number];

const itemFields: Declarations<Item> = {
  ...Object.fromEntries(
    Object.entries(indicatorItem).map(([name, { field, value }]): [string, Declaration<Item>] => [
      name,
      { field, value: ({ finding }) => value(finding) },
    ]),
  ),
  差距: text('比标准差在哪边，如“低于100%的法定要求”', ({ finding }) =>
    words(missText(finding.indicator), finding.sources),
  ),
  表述: text('这个指标的问题表述，不带句号', ({ problem }) => printed(problem)),
  数据: text('这个指标的数，有上年值的接着写比上年，不带句号', ({ figures }) => printed(figures)),
  原因: text('这个指标不达标的原因，不带句号', ({ cause }) => printed(cause)),
  对策: text('针对这个指标的对策，不带句号', ({ action }) => printed(action)),
  牵头单位: text('对策由谁牵头', ({ lead }) => words(lead)),
  计划章节: text('对策写在计划的哪一节', ({ plan }) => words(plan)),
};

const ownFields: Declarations<NumberedArea> = {
  序号: number('第几项，从 1 起', ({ number: position }) => count(position)),
  类别: text('薄弱类别', ({ told }) => words(told.finding.area)),
  表述: text('不达标的各项指标的表述连成一句，不带句号', ({ told }) => printed(told.problem)),
  原因: text('不达标的各项指标的原因连成一句，不带句号', ({ told }) => printed(told.cause)),
  对策: text('不达标的各项指标的对策连成一句，不带句号', ({ told }) => printed(joinedActions(told))),
  计划章节: text('对策写在计划的哪一节', ({ told }) => words(told.plans[0]?.plan ?? '')),
  数据句: text('不达标的各项指标的数连成一句，不带句号', ({ told }) => printed(told.figures)),
  指标: list('不达标的指标', ({ told }) => told.items, itemFields),
};

const planFields: Declarations<PlanItem> = {
  类别: text('薄弱类别', ({ area }) => words(area)),
  问题: text('针对的问题，不带句号', ({ problem }) => printed(problem)),
  对策: text('对策，不带句号', ({ action }) => printed(action)),
  牵头单位: text('对策由谁牵头；没有写明的为空', ({ lead }) => words(lead)),
  计划章节: text('写在计划的哪一节', ({ plan }) => words(plan)),
  薄弱: flag('针对薄弱环节的（否则是针对提示的）', ({ isWeakness }) => truth(isWeakness)),
};

/** Fields about weak areas at the top of the report, found in all of them. */
export function areaSummaryFields(edition: Edition): Declarations<readonly ToldArea[]> {
  const areaFields: Declarations<NumberedArea> = {
    ...ownFields,
    任务: list('与之有关的逾期任务', ({ told }) => told.finding.tasks, taskFields(edition)),
  };
  return {
    薄弱: list('薄弱环节，按薄弱表的次序', numbered(true), areaFields),
    提示: list('没有达到标准、不算薄弱环节的方面', numbered(false), areaFields),
    计划事项: list(
      '针对薄弱环节和提示的对策，一条一项，薄弱环节的在前',
      (areas) => areas.flatMap(({ plans }) => plans),
      planFields,
    ),
    自设计划: list('“设置”里自设的计划章节，有对策写进去的才在其中', ownPlans(edition), {
      名称: text('计划章节的名称', ({ name }) => words(name)),
      事项: list('写在这一节的对策', ({ items }) => items, planFields),
    }),
  };
}

/** The parts of the plan that the office added, each with the measures that stand there. */
function ownPlans({ own }: Edition): (areas: readonly ToldArea[]) => readonly OwnPlan[] {
  return (areas) => {
    const all = areas.flatMap(({ plans }) => plans);
    return own.plans
      .map((name) => ({ name, items: all.filter(({ plan }) => plan === name) }))
      .filter(({ items }) => items.length > 0);
  };
}

function numbered(isWeakness: boolean): (areas: readonly ToldArea[]) => readonly NumberedArea[] {
  return (areas) =>
    areas
      .filter(({ finding }) => finding.isWeakness === isWeakness)
      .map((told, index) => ({ number: index + 1, told }));
}

function joinedActions({ plans }: ToldArea): PrintedText {
  return {
    text: plans.map(({ action }) => action.text).join('；'),
    sources: plans.flatMap(({ action }) => action.sources),
  };
}

function printed({ text: content, sources }: PrintedText): Traced {
  return traced(content === '' ? null : content, content, sources);
}
