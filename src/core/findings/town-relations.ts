/** The relations between figures once more, over the whole town: part and whole often come from different departments. */
import { sum } from '../base/decimal';
import type { Result } from '../base/problem';
import type { Edition, Relation } from '../edition/edition';
import { askedDepartments } from '../rows/asked-indicators';
import {
  nearestOnes,
  spoiltCodes,
  violated,
  violationProblem,
  type Known,
  type KnownNumbers,
} from '../rows/figure-checks';
import type { Rows } from '../rows/rows';
import type { Settings } from '../settings/settings';
import { isAnswer, knownValue, qualifierOf } from '../rows/said';
import { addedRange, inexactOf } from './qualifier';
import { firstPlace, type Share, type Shares } from './shares';

/**
 * The shares without the values of violated error relations, and a problem for each. The larger side is only judged when
 * every department that is asked for it has answered.
 *
 * 合法性审查 6 (司法所) beside 重大行政决策 5 (党政办): neither is printed.
 */
export function checkedShares(shares: Shares, rows: Rows, settings: Settings): Result<Shares> {
  const { edition, numbers } = settings;
  const known = townNumbers(shares, rows, edition);
  const typed = typedBy(rows.figures);
  // A number that is no setting bounds what one department writes, not all of them together.
  const settled = rows.meanings.relations.filter(({ right: [limit = ''] }) => !/^\d+$/u.test(limit));
  const open = settled.filter((relation) => isOpen(relation, { shares, typed, numbers }));
  const broken = open.flatMap((relation) => violated(relation, known, numbers));
  const violations = nearestOnes(broken, rows.meanings.relations);
  const spoilt = spoiltCodes(violations);
  return {
    value: spoilt.size === 0 ? shares : new Map([...shares].map(([code, all]) => [code, emptied(code, all, spoilt)])),
    problems: violations.map((violation) => violationProblem(violation, rows.indicators)),
  };
}

/** Whether a department typed a number for the code: what rows of its own sheets make was not there to be compared. */
type TypedBy = (code: string, department: string) => boolean;

function typedBy(figures: Rows['figures']): TypedBy {
  const typed = figures.filter(({ quantity }) => quantity.value?.value != null);
  const keys = new Set(typed.map(({ code, department }) => `${code} ${department}`));
  return (code, department) => keys.has(`${code} ${department}`);
}

/** What a relation is judged by. */
interface Ground {
  readonly shares: Shares;
  readonly typed: TypedBy;
  readonly numbers: Settings['numbers'];
}

/** Whether some department gives a part without having typed it and the whole: all others were judged in their own workbooks. */
function isOpen({ left, right }: Relation, { shares, typed, numbers }: Ground): boolean {
  const given = left.flatMap((code) => (shares.get(code) ?? []).filter(({ said }) => said.kind === 'known'));
  if (right.some((name) => numbers.has(name))) return new Set(given.map(({ department }) => department)).size > 1;
  return given.some(({ code, department }) => [code, ...right].some((one) => !typed(one, department)));
}

function emptied(code: string, shares: readonly Share[], spoilt: ReadonlySet<string>): readonly Share[] {
  if (!spoilt.has(code)) return shares;
  return shares.map((share) => (share.said.kind === 'known' ? { ...share, said: { kind: 'refused' } } : share));
}

function townNumbers(shares: Shares, rows: Rows, edition: Edition): KnownNumbers {
  const askedFor = askedDepartments(rows.departments)(edition);
  const atLeast = (code: string): Known | null => numberOf(code, shares.get(code) ?? []);
  const isWhole = (code: string): boolean => {
    const line = rows.indicators.find((indicator) => indicator.code === code);
    const answered = new Set(
      (shares.get(code) ?? []).filter(({ said }) => isAnswer(said)).map(({ department }) => department),
    );
    const asked = line === undefined ? [] : askedFor(line).filter(({ active }) => active);
    return (
      asked.every(({ name }) => answered.has(name)) && (shares.get(code) ?? []).every(({ said }) => isAnswer(said))
    );
  };
  return { atLeast, all: (code) => (isWhole(code) ? atLeast(code) : null) };
}

/** The sum of what was given; null without any answer. */
function numberOf(code: string, shares: readonly Share[]): Known | null {
  const answers = shares.filter(({ said }) => isAnswer(said));
  const [first] = answers;
  if (first === undefined) return null;
  const isRough = answers.some(({ said }) => qualifierOf(said) !== '');
  const value = sum(answers.map(({ said }) => knownValue(said) ?? 0));
  const isNotApplicable = answers.every(({ said }) => said.kind === 'not-applicable');
  const place = firstPlace(first);
  const range = addedRange(answers.map(({ said }) => inexactOf(said)));
  return { code, value, shown: first.shown, place, isTotal: answers.length > 1, isNotApplicable, isRough, range };
}
