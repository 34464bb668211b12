/** Invents the rows of an edition's own tables: single cases, activities, trainings, hazards, drills. */
import type { Chance } from './chance';
import type { Unit } from './make-world';
import type { Rules, TableRow } from './rules';

type MakeRow = (chance: Chance, day: string, index: number) => TableRow;

const flag = (chance: Chance): string => (chance.happens(0.7) ? '是' : '否');

const makers: Readonly<Record<string, MakeRow>> = {
  cases: (chance, day) => {
    const entrusted = chance.happens(0.3);
    const mustReview = chance.happens(0.4);
    return {
      类别: chance.oneOf(['警告', '罚款', '没收']),
      程序: chance.oneOf(['简易', '普通']),
      决定日期: day,
      '罚没金额（元）': String(chance.between(1, 90) * 50),
      执法名义: entrusted ? '受委托' : '本级',
      委托机关: entrusted ? '县某局' : '',
      应法制审核: mustReview ? '是' : '否',
      已法制审核: mustReview ? flag(chance) : '否',
      公示日期: chance.happens(0.8) ? day : '',
      全过程记录: flag(chance),
    };
  },
  publicity: (chance, day, index) => ({
    日期: day,
    主题: `宣传活动第${String(index + 1)}期`,
    是否牵头: '是',
    场次: String(chance.between(1, 3)),
    受众人次: String(chance.between(30, 400)),
    资料份数: String(chance.between(30, 400)),
  }),
  trainings: (chance, day, index) => ({
    日期: day,
    主题: `业务培训第${String(index + 1)}期`,
    主办: '县司法局',
    学时: chance.oneOf(['2', '4', '1.5']),
    实到: String(chance.between(1, 12)),
  }),
};

/** The year, and the last month in which something happens. */
interface Year {
  readonly year: number;
  readonly lastMonth: number;
}

/** The tables of the unit with their rows; those of other editions, and those nobody began, are empty. */
export function makeEvents(
  unit: Unit,
  { details, titles }: Rules,
  year: Year,
  chance: Chance,
): ReadonlyMap<string, readonly TableRow[]> {
  const own = details.filter(({ forGroup }) => !forGroup || unit.inGroup);
  return new Map(
    own.map(({ sheet }) => {
      const make = makers[sheet];
      // What is done by one office for all would take the trainings of everybody for its own.
      const isFor = make !== undefined && titles.has(sheet) && (sheet !== 'trainings' || unit.inGroup);
      const count = isFor && chance.happens(0.6) ? chance.between(1, 8) : 0;
      const rows = Array.from({ length: count }, (_, index) => make?.(chance, dayIn(year, chance), index) ?? {});
      return [sheet, rows];
    }),
  );
}

function dayIn({ year, lastMonth }: Year, chance: Chance): string {
  const [month, day] = [chance.between(1, lastMonth), chance.between(1, 28)].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${String(year)}-${month ?? ''}-${day ?? ''}`;
}
