/** Makes the office of a plan: its world, what is typed into 设置, paragraphs and indicators of its own. */
import {
  bendAllButOne,
  bendTo,
  bendToHuge,
  bendToOne,
  bendToOneUndone,
  bendToUndone,
  bendToZero,
} from './bend-numbers';
import { ownArea, ownLines, ownParagraph, ownSettings, taggedNarratives, withOwnParts } from './own-parts';
import type { KindOfOrgan, Plan, Shape } from './plan';
import { text, type Cell } from '../../offices/files/workbook-file';
import { makeWorld, type Mood, type Wish } from '../../offices/world/make-world';
import type { Narrative, World } from '../../offices/world/world';

const mostDepartments = 5;

/** How an office of each kind calls itself, its organs and who is above it; the level above is 县 here. */
const organs: Readonly<Record<KindOfOrgan, Readonly<Record<string, string>>>> = {
  镇: { town: '清河镇', partyName: '中共清河镇委员会', governmentName: '清河镇人民政府' },
  乡: { town: '柳林乡', partyName: '中共柳林乡委员会', governmentName: '柳林乡人民政府' },
  街道: {
    town: '北湖街道',
    partyName: '中共丙县北湖街道工作委员会',
    governmentName: '丙县人民政府北湖街道办事处',
  },
  局: { town: '丙县农业农村局', partyName: '中共丙县农业农村局党组', governmentName: '丙县农业农村局' },
  开发区: {
    town: '东城开发区',
    partyName: '中共东城开发区工作委员会',
    governmentName: '东城开发区管理委员会',
  },
};

/** The names of the office of a plan, field by field. */
function namesOf({ organ, above }: Plan): readonly (readonly [field: string, words: string])[] {
  return Object.entries({ ...organs[organ], superior: `${above}委、${above}政府` }).map(([field, words]) => [
    field,
    words.replaceAll('丙县', `丙${above}`),
  ]);
}

/** Whether the office's own names say at which level its superior stands. */
export function namesLevel({ organ }: Pick<Plan, 'organ'>): boolean {
  return Object.values(organs[organ]).some((name) => name.includes('丙县'));
}

/** What must not leave the house, in the paragraphs of an office that writes too much. */
export const secrets = ['13800138000', '37082919800101123X', 'zhangsan@example.com', '6222021234567890123'] as const;

const tidy: Mood = { blank: 0, unreadable: 0, contradicts: 0, noDuty: 0.5, open: 0.3 };

const wishes: Readonly<Record<Shape, Partial<Wish>>> = {
  any: {},
  zero: { mood: { ...tidy, noDuty: 0.1, open: 1 }, bend: bendToZero },
  blank: { mood: { ...tidy, blank: 1 } },
  reached: { mood: { ...tidy, noDuty: 0, open: 0 }, bend: bendTo(() => true) },
  failed: { mood: { ...tidy, noDuty: 0.1, open: 0.9 }, bend: bendTo(() => false) },
  ones: { mood: { ...tidy, noDuty: 0 }, bend: bendToOne },
  huge: { mood: tidy, bend: bendToHuge },
  late: { mood: { ...tidy, open: 1 } },
  undone: { mood: { ...tidy, noDuty: 0.1, open: 1 }, bend: bendToUndone },
  'one-undone': { mood: { ...tidy, noDuty: 0, open: 1 }, bend: bendToOneUndone },
  'one-failed': { mood: { ...tidy, noDuty: 0, open: 0 }, bend: bendAllButOne },
};

/** The day on which the report is made: after the year, so that nothing in it lies ahead. */
export function dayOfReport({ year }: Plan): string {
  return `${String(year + 1)}-02-01`;
}

export function makePlanned(plan: Plan): World {
  const { seed, edition, year, organ, above, isHalf, shape, hasOwnParts } = plan;
  const made = makeWorld(seed, mostDepartments, {
    edition,
    year,
    organ: { kind: organ, above },
    ...(isHalf ? { lastMonth: seed % 3 === 0 ? 9 : 6 } : {}),
    hasSentences: true,
    ...wishes[shape],
    ownLines: ownLines(plan),
  });
  const world = hasOwnParts ? withOwnParts(withTasks(made, plan)) : withTasks(made, plan);
  const narratives = narrativesOf(plan);
  return {
    ...world,
    settings: settingsOf(plan, world),
    ...(plan.hasCutoff ? { cutoff: world.asOf } : {}),
    ...(narratives.length > 0 ? { narratives } : {}),
    ...(plan.lastYearTimes > 0 ? { lastYearTimes: plan.lastYearTimes } : {}),
  };
}

function withTasks(world: World, { tasks: cut }: Plan): World {
  if (cut === 'all') return world;
  const section = world.tasks[0]?.section;
  const kept = world.tasks.filter((task, index) =>
    cut === 'one' ? index === 0 : cut === 'section' && task.section === section,
  );
  const ids = new Set(kept.map(({ id }) => id));
  const departments = world.departments.map((department) => ({
    ...department,
    reports: new Map([...department.reports].filter(([id]) => ids.has(id))),
  }));
  return { ...world, tasks: kept, departments };
}

function settingsOf(plan: Plan, { asOf }: World): Record<string, Cell> {
  const { organ, isPublic, isMarked, hasTable, tellsZeros, year, above } = plan;
  const flag = (is: boolean): Cell => text(is ? '是' : '否');
  return {
    ...Object.fromEntries(namesOf(plan).map(([field, words]) => [field, text(words)])),
    ...{ addressee: text(`${above}委、${above}政府`), signDate: text(`${String(year + 1)}-02-01`) },
    ...{ isPublic: flag(isPublic), attachTable: flag(hasTable), zeroReports: flag(tellsZeros) },
    ...{ partialFigures: text(isMarked ? '注明不含' : '待补'), normsAlone: flag(!plan.hasNormsJoined) },
    ...(plan.isKindUntold ? { organKind: text('') } : { organKind: text(organ) }),
    ...(plan.hasCutoff ? { cutoff: text(asOf) } : {}),
    ...(plan.hasOtherHeadings ? { situationHeadings: text('独行'), planHeadings: text('接排') } : {}),
    ...(plan.hasMoreSettings
      ? { leadingGroup: text('由主要负责人任组长'), cc: text(`${above}司法局`), attachSources: text('是') }
      : {}),
    ...(plan.isWithoutSuperior ? { superior: text(''), addressee: text('') } : {}),
    ...ownSettings(plan),
  };
}

function narrativesOf(plan: Plan): readonly Narrative[] {
  const { edition, hasNarratives, hasTypedTags, hasOwnParts } = plan;
  const [first = '', second = ''] = edition === 'rule-of-law' ? ['组织领导', '存在不足'] : ['隐患治理', '存在问题'];
  const own = [
    { section: first, text: '把督查作为推动落实的抓手，对进度滞后的事项当面指出、限期整改。' },
    { section: second, text: `个别环节还不够细致，联系人电话${secrets[0]}。` },
    { section: first, text: `来信人身份证号${secrets[1]}，邮箱${secrets[2]}，账号${secrets[3]}。` },
  ];
  return [
    ...(hasNarratives ? own : []),
    ...(plan.hasMoreSettings && edition === 'rule-of-law'
      ? [
          { section: '第一责任人', text: '书记、镇长带头落实责任清单。' },
          { section: '其他情况', text: '没有其他需要报告的事项。' },
        ]
      : []),
    ...(hasTypedTags ? taggedNarratives(first, plan) : []),
    ...(hasOwnParts ? [{ section: ownArea, text: ownParagraph }] : []),
  ];
}
