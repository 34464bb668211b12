/** What offices of the plans have of their own: an area, a section, a chapter of the plan, words with tags. */
import { text, type Cell } from '../../offices/files/workbook-file';
import type { Line } from '../../offices/world/rules';
import type { Narrative, World } from '../../offices/world/world';
import type { Plan } from './plan';

/** The names of an own area and section, and of an own chapter of the plan. */
export const ownArea = '营商环境';
export const ownChapter = '优化营商环境';

/** The paragraph of the own section. */
export const ownParagraph = '设立企业诉求直通窗口，当场受理、限时答复。';

/** The name of a figure that no office has, in a tag that is typed. */
export const unknownFigure = '没有这一项的次数';

const plain: Omit<Line, 'code' | 'name' | 'unit' | 'area'> = {
  ...{ kind: '数量' as const, filledBy: '一个单位', numerator: '', denominator: '', aggregate: '合计' },
  ...{ lowIsGood: false, threshold: '', redLine: false, minSample: 1, isCompletion: false, fillsUp: false },
  ...{ standing: '内部', aloneAt: '', aloneCases: 1 },
};

/** Lines that no edition has: a figure with a sentence of the hub, and one that is judged in the own area. */
export function ownLines({ edition, hasOwnLines, hasOwnParts, seed }: Plan): readonly Line[] {
  const area = edition === 'rule-of-law' ? '普法' : '应急保障';
  const read = { code: 'Z1', name: '法治书屋数', unit: '个', area, sentence: '建成法治书屋{{指标.法治书屋数}}。' };
  const policy = { code: 'Z2', name: '惠企政策宣讲次数', unit: '次', area: ownArea, threshold: '3', fillsUp: true };
  return [
    ...(hasOwnLines ? [{ ...plain, ...read }] : []),
    ...(hasOwnParts ? [{ ...plain, ...policy, redLine: seed % 2 === 0 }] : []),
  ];
}

/** The office with its own area and parts: the first task stands in the own section. */
export function withOwnParts(world: World): World {
  const { rules, tasks, year } = world;
  return {
    ...world,
    rules: {
      ...rules,
      areas: [...rules.areas, { 薄弱类别: ownArea, 触发规则: '', 计划章节: ownChapter }],
      sections: [...rules.sections, ownArea],
    },
    tasks: tasks.map((task, index) => (index === 0 ? { ...task, section: ownArea } : task)),
    weakTexts: [
      {
        area: text(ownArea),
        indicator: text('惠企政策宣讲次数'),
        problem: text('惠企政策宣讲得偏少'),
        figures: text('年内宣讲惠企政策{{指标.惠企政策宣讲次数}}'),
        // Whoever adds an indicator may not know why it falls short: no cause is made up.
        ...(year % 2 === 0 ? { cause: text('宣讲安排的计划性还不够') } : {}),
        action: text('按季度安排惠企政策宣讲，逐次明确牵头单位'),
        plan: text(ownChapter),
      },
    ],
  };
}

/** What is typed into 设置 for them. */
export function ownSettings({ hasOwnParts, hasOwnWords }: Plan): Readonly<Record<string, Cell>> {
  return {
    ...(hasOwnParts ? { ownAreas: text(ownArea), ownSections: text(ownArea), ownPlans: text(ownChapter) } : undefined),
    ...(hasOwnWords ? { wordings: text(`各部门＝${ownWord}`) } : undefined),
  };
}

/** How an office with words of its own calls its departments. */
export const ownWord = '各站办所';

/** Paragraphs with tags: one of a figure, on the condition that there is something to tell, and one that names nothing. */
export function taggedNarratives(section: string, { edition }: Plan): readonly Narrative[] {
  const name = edition === 'rule-of-law' ? '领导小组会议次数' : '应急演练场次';
  const told = edition === 'rule-of-law' ? '领导小组会议开了' : '组织应急演练';
  return [
    { section, text: `{{#if 指标.${name}}}{{年度}}年${told}{{指标.${name}}}，重点事项逐项交办。{{/if}}` },
    { section, text: `开展巡回宣讲{{指标.${unknownFigure}}}。` },
  ];
}
