/** Makes the office of a plan: its world, what is typed into 设置, paragraphs and indicators of its own. */
import { bendAllButOne, bendTo, bendToZero } from './bend-numbers';
import type { KindOfOrgan, Plan, Shape } from './plan';
import { text, type Cell } from '../../offices/files/workbook-file';
import { makeWorld, type Mood, type Wish } from '../../offices/world/make-world';
import type { Line } from '../../offices/world/rules';
import type { Narrative, World } from '../../offices/world/world';

const mostDepartments = 5;

/** How an office of each kind calls itself, its organs and who is above it. */
const organs: Readonly<Record<KindOfOrgan, Readonly<Record<string, string>>>> = {
  镇: { town: '清河镇', partyName: '中共清河镇委员会', governmentName: '清河镇人民政府', superior: '县委、县政府' },
  乡: { town: '柳林乡', partyName: '中共柳林乡委员会', governmentName: '柳林乡人民政府', superior: '县委、县政府' },
  街道: {
    town: '北湖街道',
    partyName: '中共某区北湖街道工作委员会',
    governmentName: '某区人民政府北湖街道办事处',
    superior: '区委、区政府',
  },
  局: {
    town: '区农业农村局',
    partyName: '中共某区农业农村局党组',
    governmentName: '某区农业农村局',
    superior: '区委、区政府',
  },
  开发区: {
    town: '东城开发区',
    partyName: '中共东城开发区工作委员会',
    governmentName: '东城开发区管理委员会',
    superior: '市委、市政府',
  },
};

/** What must not leave the house, in the paragraphs of an office that writes too much. */
export const secrets = ['13800138000', '37082919800101123X', 'zhangsan@example.com', '6222021234567890123'] as const;

const tidy: Mood = { blank: 0, unreadable: 0, contradicts: 0, noDuty: 0.5, open: 0.3 };

const wishes: Readonly<Record<Shape, Partial<Wish>>> = {
  any: {},
  zero: { mood: { ...tidy, noDuty: 0.1, open: 1 }, bend: bendToZero },
  blank: { mood: { ...tidy, blank: 1 } },
  reached: { mood: { ...tidy, noDuty: 0, open: 0 }, bend: bendTo(() => true) },
  failed: { mood: { ...tidy, noDuty: 0.1, open: 0.9 }, bend: bendTo(() => false) },
  'one-failed': { mood: { ...tidy, noDuty: 0, open: 0 }, bend: bendAllButOne },
};

/** The day on which the report is made: after the year, so that nothing in it lies ahead. */
export function dayOfReport({ year }: Plan): string {
  return `${String(year + 1)}-02-01`;
}

export function makePlanned(plan: Plan): World {
  const { seed, edition, year, organ, isHalf, shape, hasOwnLines, hasNarratives } = plan;
  const world = makeWorld(seed, mostDepartments, {
    edition,
    year,
    organ: { kind: organ, above: (organs[organ].superior ?? '').slice(0, 1) },
    ...(isHalf ? { lastMonth: 6 } : {}),
    hasSentences: true,
    ...wishes[shape],
    ...(hasOwnLines ? { ownLines: ownLines(edition) } : {}),
  });
  return {
    ...world,
    settings: settingsOf(plan),
    ...(hasNarratives ? { narratives: narrativesOf(plan) } : {}),
    ...(plan.lastYearTimes > 0 ? { lastYearTimes: plan.lastYearTimes } : {}),
  };
}

function settingsOf({ organ, isPublic, isMarked, hasTable, tellsZeros, year }: Plan): Record<string, Cell> {
  const flag = (is: boolean): Cell => text(is ? '是' : '否');
  const named = Object.entries(organs[organ]).map(([field, words]) => [field, text(words)] as const);
  return {
    ...Object.fromEntries(named),
    ...{ addressee: text(organs[organ].superior ?? ''), signDate: text(`${String(year + 1)}-02-01`) },
    ...{ isPublic: flag(isPublic), attachTable: flag(hasTable), zeroReports: flag(tellsZeros) },
    partialFigures: text(isMarked ? '注明不含' : '待补'),
  };
}

function narrativesOf({ edition }: Plan): readonly Narrative[] {
  const [first = '', second = ''] = edition === 'rule-of-law' ? ['组织领导', '存在不足'] : ['隐患治理', '存在问题'];
  return [
    { section: first, text: '把督查作为推动落实的抓手，对进度滞后的事项当面指出、限期整改。' },
    { section: second, text: `个别环节还不够细致，联系人电话${secrets[0]}。` },
    { section: first, text: `来信人身份证号${secrets[1]}，邮箱${secrets[2]}，账号${secrets[3]}。` },
  ];
}

/** An indicator that no edition has, with a sentence of the hub. */
function ownLines(edition: string): readonly Line[] {
  return [
    {
      ...{
        code: 'Z1',
        name: '法治书屋数',
        unit: '个',
        kind: '数量',
        filledBy: '一个单位',
        numerator: '',
        denominator: '',
      },
      ...{ aggregate: '合计', lowIsGood: false, threshold: '', redLine: false, minSample: 1 },
      ...{ standing: '内部', aloneAt: '', aloneCases: 1 },
      ...{ area: edition === 'rule-of-law' ? '普法' : '应急保障', isCompletion: false },
      sentence: '建成法治书屋{{指标.法治书屋数}}。',
    },
  ];
}
