/** Invents an office from a seed: its departments and their moods, whom it asks for what, its tasks. */
import { chanceFrom, type Chance } from './chance';
import { makeAnswers } from './make-answers';
import { makeEvents } from './make-events';
import { makeNumbers, settleAll, type Facts, type Ground } from './make-numbers';
import { makeReports, makeTasks } from './make-tasks';
import { rulesOf, type Line, type OfficeKind, type Rules } from './rules';
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
  /** Where nothing happened: how often 不涉及 is written for it, not 0. */
  readonly noDuty: number;
  /** The share of tasks that are not done yet. */
  readonly open: number;
}

const usual = { noDuty: 0.6, open: 0.35 };
const moods = {
  tidy: { ...usual, blank: 0, unreadable: 0, contradicts: 0 },
  careless: { ...usual, blank: 0.08, unreadable: 0.05, contradicts: 0.3 },
  poor: { ...usual, blank: 0.4, unreadable: 0.2, contradicts: 0.3 },
} as const satisfies Record<string, Mood>;

/** What an office is to be like; what is not wished for is left to chance. */
export interface Wish {
  readonly edition: string;
  readonly organ: OfficeKind;
  readonly year: number;
  /** The last month that the office looks back on: its last day is the 核算日. */
  readonly lastMonth: number;
  /** In place of the moods of chance; no workbook is missing or damaged then, and no own table begun. */
  readonly mood: Mood;
  /** What happened, in place of what chance makes of it; the relations among figures hold before and must hold after. */
  readonly bend: (facts: Facts, ground: Ground, chance: Chance) => void;
  /** Lines of the hub that no edition has. */
  readonly ownLines: readonly Line[];
  /** The hub has the sentences of the edition. */
  readonly hasSentences: boolean;
}

/** A department before it has answered anything. */
export type Unit = Pick<Department, 'id' | 'name' | 'alias' | 'inGroup' | 'active' | 'book' | 'titled'> & {
  readonly mood: Mood;
};

/** The office of the seed, with at most so many departments. Of four offices one is of the second edition, one is tidy. */
export function makeWorld(seed: number, mostDepartments = 9, wish: Partial<Wish> = {}): World {
  const chance = chanceFrom(seed);
  const rules = rulesOf(
    wish.edition ?? (seed % 4 === 0 ? 'work-safety' : 'rule-of-law'),
    wish.organ ?? organOfSeed(seed),
  );
  const isTidy = chance.happens(0.25) || wish.mood !== undefined;
  const units = makeUnits(chance, chance.between(3, mostDepartments), isTidy).map((unit) => wished(unit, wish));
  const lines = [...rules.lines, ...(wish.ownLines ?? [])].map((line) => {
    const sentence = wish.hasSentences === true ? line.sentence : '';
    return { ...line, ...(sentence !== undefined && { sentence }), filledBy: filledBy(line, units, rules, chance) };
  });
  const year = wish.year ?? chance.between(2021, 2025);
  // A relation may also name a number that is no setting.
  const limits = rules.relations.flatMap(({ right }) => right.filter((one) => /^\d+$/u.test(one)));
  const numbers = new Map([
    ...rules.settings.map((name) => [name, chance.between(3, 40)] as const),
    ...limits.map((one) => [one, Number(one)] as const),
  ]);
  const days = daysOf(year, wish.lastMonth, chance);
  const tasks = makeTasks({ lines, rules, year, asOf: days.asOf }, units, chance);
  const lastMonth = Math.min(10, wish.lastMonth ?? 10);
  const events = new Map(
    units.map((unit) => [unit.name, wish.mood ? new Map() : makeEvents(unit, rules, { year, lastMonth }, chance)]),
  );
  const ground = { units, lines, rules, numbers, events };
  const facts = makeNumbers(ground, chance);
  if (wish.bend !== undefined) {
    wish.bend(facts, ground, chance);
    settleAll(facts, ground);
  }
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

/** Ten offices in a row are what is usual for their edition, the next ten towns, and so on. */
function organOfSeed(seed: number): Partial<OfficeKind> {
  const kind = ['', '镇', '街道', '局', '开发区', '乡'][Math.floor(seed / 10) % 6] ?? '';
  return kind === '' ? {} : { kind };
}

function daysOf(year: number, lastMonth: number | undefined, chance: Chance): Pick<World, 'asOf' | 'cutoff'> {
  const cutoff = `${String(year)}-12-31`;
  if (lastMonth === undefined) return { asOf: chance.oneOf([cutoff, `${String(year)}-11-15`]), cutoff };
  const last = `${String(year)}-${new Date(Date.UTC(year, lastMonth, 0)).toISOString().slice(5, 10)}`;
  return { asOf: last, cutoff };
}

/** An office that is wished for has somebody in the group: there would be nothing to say of cases and staff. */
function wished(unit: Unit, { mood }: Partial<Wish>): Unit {
  return mood === undefined ? unit : { ...unit, mood, inGroup: unit.inGroup || unit.id === 'D01' };
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
