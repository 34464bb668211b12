/** Figures of one workbook that cannot all be true are named with their cells and, on an error, kept out. */
import { plain, sum } from '../base/decimal';
import type { Place } from '../base/place';
import type { Problem, Result } from '../base/problem';
import type { Relation } from '../edition/edition';
import type { Indicator } from '../edition/indicator';
import { isMereSign } from '../cells/read-quantity';
import { joinedNotes } from '../tables/joined-notes';
import type { SettingNumber, Settings } from '../settings/settings';
import type { Figure, Rows } from './rows';
import { rangeOf, type Range } from './said';

/** What a clerk is told of numbers that cannot all be true. */
export const untilCorrected = '请核对各数并改正，改正前都不计入';

/** The rule of a figure's cell that was left blank. */
export const figureBlank = 'figure-blank';

/** What a clerk is told of a figure that is not there. */
export const zeroOrNone = '没有发生的填 0，没有这项职责的填“不涉及”';

/**
 * A doubt at each figure that only says `—`, `/` or N/A: it is taken for 不涉及, and may well mean that nothing happened. Many on one
 * sheet are told together.
 */
export function signDoubts(figures: readonly Figure[], { indicators }: Pick<Rows, 'indicators'>): readonly Problem[] {
  const doubts = figures.flatMap(({ code, quantity: { value, shown, place } }): readonly Problem[] => {
    const indicator = indicators.find((one) => one.code === code);
    if (indicator?.kind === 'rate' || value?.applies !== false || !isMereSign(shown)) return [];
    const reason = `${indicator?.name ?? code}“${shown.trim()}”按“不涉及”计`;
    return [{ code: 'figure-sign', level: 'doubt', place, actual: shown.trim(), reason, expected: zeroOrNone }];
  });
  return joinedNotes(doubts);
}

/** One number behind a code, with its cell: of a total the first of those it was added from. */
export interface Known {
  readonly code: string;
  readonly value: number;
  readonly shown: string;
  readonly place: Place;
  readonly isTotal?: boolean;
  /** Nobody gave a number, all say 不涉及: it weighs nothing, and is no 0. */
  readonly isNotApplicable?: boolean;
  /** 约, 余 and the like. */
  readonly isRough: boolean;
  readonly range: Range;
}

/** A relation that does not hold. */
export interface Violation {
  readonly relation: Relation;
  readonly left: readonly Known[];
  readonly right: readonly Known[];
  readonly leftValue: number;
  readonly rightValue: number;
}

/** Finds the number behind a code: one that may be a mere part of the whole, and one that is certainly all of it. */
export interface KnownNumbers {
  readonly atLeast: (code: string) => Known | null;
  readonly all: (code: string) => Known | null;
}

/**
 * The figures with the values of violated errors taken out, and a problem for each violation. `explanations` are the texts
 * in which a department may have said why.
 */
export function checkedFigures(
  figures: readonly Figure[],
  { indicators, meanings }: Pick<Rows, 'indicators' | 'meanings'>,
  { numbers }: Settings,
  explanations: readonly string[],
): Result<readonly Figure[]> {
  if (figures.length === 0) return { value: figures, problems: [] };
  const single = (code: string): Known | null => singleFigure(code, figures);
  const texts = [...explanations, ...figures.map(({ note }) => note)];
  const broken = meanings.relations
    .flatMap((relation) => violated(relation, { atLeast: single, all: single }, numbers))
    .map(explained(texts));
  const violations = nearestOnes(broken, meanings.relations);
  const spoilt = spoiltCodes(violations);
  return {
    value: figures.map((figure) =>
      spoilt.has(figure.code) ? { ...figure, quantity: { ...figure.quantity, value: null } } : figure,
    ),
    problems: violations.map((violation) => violationProblem(violation, indicators)),
  };
}

/**
 * Sums and doubts are judged only on exact numbers: 300余 may well be 320. A part beside a smaller whole is told and kept out however
 * exact, for together they would make more than 100 %. For an error, a part of a sum is enough once it is too large.
 */
export function violated(relation: Relation, given: KnownNumbers, numbers: Settings['numbers']): readonly Violation[] {
  const isSum = relation.relation === '=';
  const known = numbersFor(relation, given);
  const left = relation.left.map(isSum ? known.all : known.atLeast).filter((one) => one !== null);
  const setting = limitOf(relation, numbers);
  const right = setting === undefined ? rightSide(relation, known) : withoutFigures(setting);
  const needed = isSum || relation.level === 'doubt' ? relation.left.length : 1;
  if (left.length < needed || right === null) return [];
  const leftValue = total(left);
  const rightValue = setting?.value ?? total(right);
  const holds = isSum ? leftValue === rightValue : leftValue <= rightValue;
  return holds ? [] : [{ relation, left, right, leftValue, rightValue }];
}

/**
 * Without those that say of one mistake what another says nearer to it: where 合格 is larger than 参考 and 参考 fits 应考, that 合格 is
 * larger than 应考 too says nothing against 应考.
 */
export function nearestOnes(violations: readonly Violation[], relations: readonly Relation[]): readonly Violation[] {
  if (violations.length < 2) return violations;
  const broken = new Map(violations.map(({ relation }) => [keyOf(relation), relation.level]));
  const isFar = ({ left, right, level }: Relation): boolean =>
    relations.some((near) => {
      const told = broken.get(`${sideOf(left)} ${sideOf(near.left)}`);
      const isTold = told === 'error' || (told !== undefined && told === level);
      return isTold && sideOf(near.right) === sideOf(right) && !broken.has(keyOf(near));
    });
  return violations.filter(({ relation }) => relation.relation === '=' || !isFar(relation));
}

function keyOf({ left, right }: Relation): string {
  return `${sideOf(left)} ${sideOf(right)}`;
}

function sideOf(codes: readonly string[]): string {
  return codes.join('+');
}

/** What the right side is where it is no figure: a number, or one of the settings. */
function limitOf(
  { right: [limit = ''] }: Relation,
  numbers: Settings['numbers'],
): Pick<SettingNumber, 'value'> | undefined {
  return /^\d+$/u.test(limit) ? { value: Number(limit) } : numbers.get(limit);
}

/** A setting is no figure; one that is not given judges nothing. */
function withoutFigures({ value }: Pick<SettingNumber, 'value'>): readonly Known[] | null {
  return value === null ? null : [];
}

/** The figures of the larger side with what was carried over; null when one is not known for certain. */
function rightSide({ right, carried }: Relation, known: KnownNumbers): readonly Known[] | null {
  const figures = right.map(known.all).filter((one) => one !== null);
  const more = known.all(carried ?? '');
  if (figures.length < right.length) return null;
  return more === null ? figures : [...figures, more];
}

/** The codes whose figures must not be used. */
export function spoiltCodes(violations: readonly Violation[]): ReadonlySet<string> {
  const errors = violations.filter(({ relation }) => relation.level === 'error');
  return new Set(errors.flatMap(({ left, right }) => [...left, ...right]).map(({ code }) => code));
}

/** The violation in words, at its first cell and naming the others. */
export function violationProblem(violation: Violation, indicators: readonly Indicator[]): Problem {
  const { relation, left, right, leftValue, rightValue } = violation;
  const first = left[0] ?? right[0];
  if (first === undefined) throw new Error('a relation needs at least one figure');
  const nameOf = ({ code, isTotal }: Known): string =>
    `${indicators.find((indicator) => indicator.code === code)?.name ?? code}${isTotal === true ? '合计' : ''}`;
  const leftName = left.map((one, index) => `${nameOf(one)}${index === 0 ? '' : placeNote(one, first)}`).join('加');
  const rightName =
    right.length === 0 ? relation.right.join('加') : right.map((one) => nameOf(one) + placeNote(one, first)).join('加');
  const isUneven = isNobodys(left) || isNobodys(right);
  const difference = isUneven ? '，而' : differenceWord(violation);
  const limit = rightName === plain(rightValue) ? ` ${rightName}` : `${rightName}${sideText(right, rightValue)}`;
  const sides = [`${leftName}${sideText(left, leftValue)}`, limit];
  return {
    code: relation.relation === '=' ? 'parts-do-not-add-up' : 'part-exceeds-whole',
    level: relation.level,
    place: first.place,
    actual: first.shown,
    reason: sides.join(difference),
    expected: relation.level === 'error' ? `${untilCorrected}${hint(violation)}` : '请核对；确属如此的请在备注栏说明',
  };
}

function differenceWord({ relation, left, right, rightValue }: Violation): string {
  if (relation.relation === '=') return ' 不等于';
  return leastOf(left) > (right.length === 0 ? rightValue : mostOf(right)) ? ' 大于' : ' 可能大于';
}

function leastOf(side: readonly Known[]): number {
  return side.reduce((least, { range }) => least + range.low, 0);
}

function mostOf(side: readonly Known[]): number {
  return side.reduce((most, { range }) => most + range.high, 0);
}

/** As it was typed where that is no exact number. */
function sideText(side: readonly Known[], value: number): string {
  if (isNobodys(side)) return '填不涉及';
  if (!side.some(({ isRough }) => isRough)) return ` ${plain(value)}`;
  const [only, ...others] = side;
  const isSum = only === undefined || others.length > 0 || only.isTotal === true;
  return ` ${isSum ? `约${plain(value)}` : only.shown.trim()}`;
}

function isNobodys(side: readonly Known[]): boolean {
  return side.length > 0 && side.every(({ isNotApplicable }) => isNotApplicable === true);
}

/** What a department may write to keep its figures. */
function hint({ relation: { unless }, left, right }: Violation): string {
  const [word] = unless;
  const exactly = [...left, ...right].some(({ isRough }) => isRough) ? '；约数请写准确数' : '';
  return word === undefined ? exactly : `${exactly}；确属${word}的请在备注栏或“问题与建议”写明“${word}”`;
}

function explained(texts: readonly string[]): (violation: Violation) => Violation {
  return (violation) => {
    const { unless } = violation.relation;
    if (!texts.some((text) => unless.some((word) => text.includes(word)))) return violation;
    return { ...violation, relation: { ...violation.relation, level: 'doubt' } };
  };
}

function numbersFor({ relation, level }: Relation, given: KnownNumbers): KnownNumbers {
  if (relation !== '=' && level !== 'doubt') return given;
  const { atLeast, all } = given;
  const exact = (one: Known | null): Known | null => (one?.isRough === false ? one : null);
  return { atLeast: (code) => exact(atLeast(code)), all: (code) => exact(all(code)) };
}

function singleFigure(code: string, figures: readonly Figure[]): Known | null {
  const [first, ...others] = figures.filter((figure) => figure.code === code);
  if (first === undefined || others.length > 0) return null;
  const { value, shown, place } = first.quantity;
  if (value?.value == null) return null;
  const { value: number, qualifier, atMost } = value;
  const range = rangeOf(number, qualifier, atMost);
  return { code, value: number, shown, place, isRough: qualifier !== '', range };
}

function total(figures: readonly Known[]): number {
  return sum(figures.map(({ value }) => value));
}

/** `（指标数据!D8）`, with the file when it is another one than the first cell's. */
function placeNote({ place }: Known, first: Known): string {
  if (place.cell === undefined) return '';
  const file = place.file === first.place.file ? '' : `${place.file} `;
  return `（${file}${place.sheet ?? ''}!${place.cell}）`;
}
