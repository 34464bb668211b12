/** What is true of an office, as far as a report may speak of it: figures, tasks, the year. */
import { compare, spelled, whole, type Fraction } from '../../offices/truth/fractions';
import { figuresOf, type Figure } from '../../offices/truth/figures';
import { givenIn } from '../../offices/truth/shares';
import { taskStates, tallyOf, type Tally } from '../../offices/truth/task-truth';
import { lastYearDigits } from '../../offices/files/department-sheets';
import type { Answer, Task, World } from '../../offices/world/world';
import type { Plan } from '../plans/plan';

export interface Truth {
  readonly plan: Plan;
  readonly world: World;
  readonly figures: ReadonlyMap<string, Figure>;
  /** The same of 上年值. */
  readonly lastYear: ReadonlyMap<string, Figure>;
  readonly tally: Tally;
  readonly overdue: readonly Task[];
  /** Whether the report looks back on a year that is over. */
  readonly isYearOver: boolean;
}

export function truthOf(world: World, plan: Plan): Truth {
  const states = taskStates(world);
  const tally = tallyOf(states);
  const figures = figuresOf(world, givenIn(world).shares, states);
  return {
    ...{ plan, world, tally },
    figures: byCode(figures),
    lastYear: byCode(figuresOf(world, givenIn(inLastYear(world)).shares, states)),
    overdue: world.tasks.filter(({ id }) => states.get(id) === 'overdue'),
    isYearOver: world.asOf >= `${String(world.year)}-12-31`,
  };
}

function byCode(figures: readonly Figure[]): Truth['figures'] {
  return new Map(figures.map((figure) => [figure.line.code, figure]));
}

/** The office as its 上年值 have it: what has no such number says nothing, and nobody compares them with each other. */
function inLastYear(world: World): World {
  const { rules, departments, lastYearTimes } = world;
  return {
    ...world,
    rules: { ...rules, relations: [], shares: [] },
    departments: departments.map((department) => ({
      ...department,
      answers: new Map(
        [...department.answers].map(([code, answer]): readonly [string, Answer] => {
          const isInForm = department.inGroup && rules.form.labels.has(code);
          if (answer.said !== 'number' || isInForm || lastYearTimes === undefined) return [code, unsaid];
          return [code, { ...answer, digits: lastYearDigits(answer.digits, lastYearTimes) }];
        }),
      ),
    })),
  };
}

const unsaid: Answer = { said: 'nothing', hidden: false };

/** The figure's value where nothing but it is right; null where it is not known. */
export function valueOf({ figures }: Truth, code: string): Fraction | null {
  const figure = figures.get(code);
  return figure?.states.length === 1 && figure.states[0] === 'known' ? figure.value : null;
}

export function isMore(truth: Truth, code: string, than = 0): boolean {
  const value = valueOf(truth, code);
  return value !== null && compare(value, whole(than)) > 0;
}

export function isZero(truth: Truth, code: string): boolean {
  const value = valueOf(truth, code);
  return value !== null && compare(value, whole(0)) === 0;
}

/** Known, judged, and short of its threshold. */
export function isWeak(truth: Truth, code: string): boolean {
  return valueOf(truth, code) !== null && truth.figures.get(code)?.weak === true;
}

/** Known, with a threshold, and not short of it. */
export function isReached(truth: Truth, code: string): boolean {
  const value = valueOf(truth, code);
  const line = truth.figures.get(code)?.line;
  if (value === null || line === undefined || line.threshold === '') return false;
  const difference = compare(value, spelled(line.threshold));
  return line.lowIsGood ? difference <= 0 : difference >= 0;
}

/** Something could be said of a standard: of a blank office nothing can. */
export function isAnyJudged({ figures }: Truth): boolean {
  return [...figures.values()].some(({ weak, met, states }) => weak || met || states.length > 1);
}

/** Something was said of a standard, whichever of what may be true is. */
export function isAnySurelyJudged({ figures }: Truth): boolean {
  return [...figures.values()].some(({ weak, met, states }) => states.length === 1 && (weak || met));
}
