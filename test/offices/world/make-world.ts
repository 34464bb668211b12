/** Invents an office from a seed: its departments and their moods, whom it asks for what, its tasks. */
import { chanceFrom, type Chance } from './chance';
import { makeAnswers } from './make-answers';
import { makeEvents } from './make-events';
import { makeNumbers } from './make-numbers';
import { makeReports, makeTasks } from './make-tasks';
import { rulesOf, type Line, type Rules } from './rules';
import { isTyped, type BookState, type Department, type World } from './world';

/** None of them is a department of an edition, and no name begins another. */
const names = [
  ...[
    '法治工作站',
    '城建服务中心',
    '经济发展办',
    '党建工作办',
    '文旅服务站',
    '生态环保站',
    '退役军人服务站',
    '财税服务所',
  ],
  ...[
    '林业站',
    '水利所',
    '民政服务办',
    '教育管理站',
    '招商服务局',
    '交通管理站',
    '农机推广站',
    '审批服务大厅',
    '平安建设办',
  ],
  ...['河道管护队', '数据管理科', '园区服务部', '乡村振兴专班', '市容巡查队', '老龄事务室', '粮食管理点'],
];
const aliases = ['甲办', '乙办', '丙办', '丁办', '戊办', '己办', '庚办', '辛办', '壬办', '癸办'];

/** How carefully departments fill their workbooks: the shares of cells left blank, unreadable, and lines taken out. */
export interface Mood {
  readonly blank: number;
  readonly unreadable: number;
  readonly contradicts: number;
}

const moods = {
  tidy: { blank: 0, unreadable: 0, contradicts: 0 },
  careless: { blank: 0.08, unreadable: 0.05, contradicts: 0.3 },
  poor: { blank: 0.4, unreadable: 0.2, contradicts: 0.3 },
} as const satisfies Record<string, Mood>;

/** A department before it has answered anything. */
export type Unit = Pick<Department, 'id' | 'name' | 'alias' | 'inGroup' | 'active' | 'book' | 'titled'> & {
  readonly mood: Mood;
};

/** The office of the seed, with at most so many departments. Of four offices one is of the second edition, one is tidy. */
export function makeWorld(seed: number, mostDepartments = 9): World {
  const chance = chanceFrom(seed);
  const rules = rulesOf(seed % 4 === 0 ? 'work-safety' : 'rule-of-law');
  const isTidy = chance.happens(0.25);
  const units = makeUnits(chance, chance.between(3, mostDepartments), isTidy);
  const lines = rules.lines.map((line) => ({ ...line, filledBy: filledBy(line, units, rules, chance) }));
  const year = chance.between(2021, 2025);
  const numbers = new Map(rules.settings.map((name) => [name, chance.between(3, 40)]));
  const days = {
    asOf: chance.oneOf([`${String(year)}-12-31`, `${String(year)}-11-15`]),
    cutoff: `${String(year)}-12-31`,
  };
  const tasks = makeTasks({ lines, rules, year, asOf: days.asOf }, units, chance);
  const events = new Map(units.map((unit) => [unit.name, makeEvents(unit, rules, year, chance)]));
  const facts = makeNumbers({ units, lines, rules, numbers, events }, chance);
  const departments = units.map((unit): Department => {
    const { mood, ...known } = unit;
    const own = facts.get(unit.name) ?? new Map<string, number>();
    return {
      ...known,
      answers: makeAnswers({ own, mood, lines, rules, numbers }, chance),
      reports: makeReports({ tasks: tasks.filter(({ lead }) => lead === unit.name), mood, year, ...days }, chance),
      events: events.get(unit.name) ?? new Map<string, never>(),
    };
  });
  return { seed, rules, year, ...days, numbers, departments, lines, tasks };
}

function makeUnits(chance: Chance, count: number, isTidy: boolean): readonly Unit[] {
  return chance
    .shuffled(names)
    .slice(0, count)
    .map((name, index) => ({
      id: `D${String(index + 1).padStart(2, '0')}`,
      name,
      alias: chance.happens(0.4) ? (aliases[index] ?? '') : '',
      inGroup: chance.happens(0.5),
      active: index === 0 || chance.happens(0.9),
      titled: chance.happens(0.7),
      book: isTidy ? 'fine' : stateOf(chance),
      mood: isTidy
        ? moods.tidy
        : moods[chance.oneOf(['tidy', 'tidy', 'tidy', 'careless', 'careless', 'poor'] as const)],
    }));
}

const troubles = ['missing', 'damaged', 'other-year', 'twice', 'twice-one-named'] as const;

function stateOf(chance: Chance): BookState {
  return chance.happens(0.2) ? chance.oneOf(troubles) : 'fine';
}

/** A name that no department of any office has. */
const stranger = '县直某中心';

/** Of lines that name nobody, and of some that name three, a part is asked of a name that is nobody's. */
function isStrange({ code }: Line, count: number): boolean {
  return (count === 0 || count === 3) && code.endsWith('3');
}

/** Everybody's and the group's lines stay theirs; the others go to one department, seldom to several or to nobody. */
function filledBy(line: Line, units: readonly Unit[], { words }: Rules, chance: Chance): string {
  if (!isTyped(line) || line.isCompletion) return words.nobody;
  if (line.filledBy === words.everybody || line.filledBy === words.group) return line.filledBy;
  const active = units.filter((unit) => unit.active);
  const count = chance.happens(0.04) ? 0 : chance.happens(0.2) ? Math.min(active.length, chance.between(2, 3)) : 1;
  const chosen = chance.shuffled(active).slice(0, count);
  const names = chosen.map(({ name, alias }) => (alias !== '' && chance.happens(0.3) ? alias : name));
  return (isStrange(line, count) ? [...names, stranger] : names).join('、');
}
