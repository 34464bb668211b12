/** Figures of one workbook that cannot all be true: a part larger than its whole, parts that do not add up. */
import { plain, sum } from '../base/decimal';
import type { Level, Problem, Result } from '../base/problem';
import type { Indicator } from '../catalogue/indicator';
import { villagesName } from '../catalogue/indicator-words';
import type { Settings } from '../settings/settings';
import type { Figure } from './rows';

/**
 * `left` must not exceed `right` (`≤`) or must equal it (`=`). A side is one code or several to be added. On an error
 * both sides are kept out of the report; a doubt is only listed.
 */
interface Check {
  readonly left: readonly string[];
  readonly relation: '≤' | '=';
  readonly right: readonly string[];
  readonly level: Level;
}

const checks: readonly Check[] = [
  equal(['C2.2', 'C2.3'], ['C2']),
  atMost(['C2.5'], ['C2']),
  atMost(['C5.1'], ['C5']),
  atMost(['C5.2', 'C5.3'], ['C5.1']),
  atMost(['C6.1'], ['C6.2']),
  atMost(['C7.1'], ['C2']),
  atMost(['C8.1'], ['C2']),
  atMost(['C9.1'], ['C9.2']),
  atMost(['C10.2'], ['C10.1'], 'doubt'),
  atMost(['C10.3'], ['C10.2']),
  atMost(['C11.2'], ['C11.1']),
  atMost(['C12.1'], ['C12.2']),
  atMost(['A4.1'], ['A4.2']),
  atMost(['B2.1'], ['B1']),
  atMost(['B3.1'], ['B3.2']),
  atMost(['B4.1'], ['B1']),
  atMost(['B5.2'], [villagesName]),
  atMost(['B7.2'], ['B7.1'], 'doubt'),
  atMost(['D1.2'], ['D1.1'], 'doubt'),
  atMost(['D2.1'], ['D1.3']),
  atMost(['D4.1'], ['D1.3']),
  atMost(['D5'], ['D4.1']),
  atMost(['D6.1'], ['D1.3']),
  atMost(['D7.1'], ['D1.3']),
  atMost(['D8.3'], ['D1.3']),
  atMost(['D9.2'], ['D9.1']),
  atMost(['D9.3'], ['D9.2']),
  atMost(['D10.2'], ['D10.1'], 'doubt'),
  atMost(['D10.3'], ['D10.2'], 'doubt'),
  atMost(['E3.1'], [villagesName]),
  atMost(['E5.1'], ['E5.2']),
  atMost(['E6.1'], ['E6.2']),
  atMost(['E8.1'], ['E8.2']),
  atMost(['F2.1'], ['F2.2']),
  atMost(['F3.1'], [villagesName]),
  atMost(['F3.3'], ['F3.4']),
];

/** The figures with the values of violated error checks taken out, and a problem for each violation. */
export function checkedFigures(
  figures: readonly Figure[],
  indicators: readonly Indicator[],
  { villages }: Settings,
): Result<readonly Figure[]> {
  const violations = checks.flatMap((check) => violated(check, figures, villages));
  const spoilt = new Set(
    violations.filter(({ check }) => check.level === 'error').flatMap(({ left, right }) => [...left, ...right]),
  );
  return {
    value: figures.map((figure) =>
      spoilt.has(figure) ? { ...figure, quantity: { ...figure.quantity, value: null } } : figure,
    ),
    problems: violations.map((violation) => problemOf(violation, indicators)),
  };
}

interface Violation {
  readonly check: Check;
  readonly left: readonly Figure[];
  readonly right: readonly Figure[];
  readonly leftValue: number;
  readonly rightValue: number;
}

/** Judged only where every figure is there and exact: 300余 may well be 320. */
function violated(check: Check, figures: readonly Figure[], villages: number): readonly Violation[] {
  const isTown = check.right.includes(villagesName);
  const left = check.left.map((code) => exactFigure(code, figures));
  const right = isTown ? [] : check.right.map((code) => exactFigure(code, figures));
  const all = [...left, ...right].filter((figure) => figure !== null);
  if (all.length < left.length + right.length) return [];
  const leftValue = total(all.slice(0, left.length));
  const rightValue = isTown ? villages : total(all.slice(left.length));
  const holds = check.relation === '=' ? leftValue === rightValue : leftValue <= rightValue;
  if (holds) return [];
  return [{ check, left: all.slice(0, left.length), right: all.slice(left.length), leftValue, rightValue }];
}

function exactFigure(code: string, figures: readonly Figure[]): Figure | null {
  const given = figures.filter((figure) => figure.code === code);
  const quantity = given[0]?.quantity.value ?? null;
  const isExact = quantity !== null && quantity.value !== null && quantity.qualifier === '';
  return given.length === 1 && isExact ? (given[0] ?? null) : null;
}

function total(figures: readonly Figure[]): number {
  return sum(figures.map(({ quantity }) => quantity.value?.value ?? 0));
}

function problemOf(violation: Violation, indicators: readonly Indicator[]): Problem {
  const { check, left, right, leftValue, rightValue } = violation;
  const nameOf = ({ code }: Figure): string => indicators.find((indicator) => indicator.code === code)?.name ?? code;
  const cellOf = ({ quantity }: Figure): string =>
    quantity.place.cell === undefined ? '' : `（${quantity.place.sheet ?? ''}!${quantity.place.cell}）`;
  const first = left[0] ?? right[0];
  if (first === undefined) throw new Error('a check needs at least one figure');
  const leftName = left.map((figure, index) => `${nameOf(figure)}${index === 0 ? '' : cellOf(figure)}`).join('加');
  const rightName = right.length === 0 ? villagesName : right.map((one) => `${nameOf(one)}${cellOf(one)}`).join('加');
  const fault = check.relation === '=' ? '不等于' : '大于';
  return {
    code: check.relation === '=' ? 'parts-do-not-add-up' : 'part-exceeds-whole',
    level: check.level,
    place: first.quantity.place,
    actual: first.quantity.shown,
    reason: `${leftName} ${plain(leftValue)} ${fault}${rightName} ${plain(rightValue)}`,
    expected: check.level === 'error' ? '请核对各数并改正，改正前都不计入' : '请核对；确属如此的请在备注栏说明',
  };
}

function atMost(left: readonly string[], right: readonly string[], level: Level = 'error'): Check {
  return { left, relation: '≤', right, level };
}

function equal(left: readonly string[], right: readonly string[]): Check {
  return { left, relation: '=', right, level: 'error' };
}
