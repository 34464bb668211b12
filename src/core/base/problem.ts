/** A problem: what is wrong at a place, what stands there and what was expected. A value, never thrown. */
import { groupsBy } from './groups';
import { placeText, type Place } from './place';
import type { CellSpan, Taken } from './taken';

/**
 * How much a problem weighs.
 * - `error`: the value could not be used and is left out of every figure;
 * - `doubt`: the value was used, a person should look (请核实);
 * - `note`: nothing is wrong, but the reader should know (提示).
 */
export type Level = 'error' | 'doubt' | 'note';

/** One line of the problem list. All texts are Chinese, for the clerk. */
export interface Problem {
  /** Stable name of the rule, kebab-case English: `deadline-unreadable`. */
  readonly code: string;
  readonly level: Level;
  readonly place: Place;
  /** What stands there, as shown; empty when nothing does. */
  readonly actual: string;
  /** What is wrong, a sentence without a full stop: `完成时限“9月31日”不存在`. */
  readonly reason: string;
  /** What was expected or what to do, a sentence without a full stop: `请改为如 2022-09-30`. */
  readonly expected: string;
  /** The cells of the workbook it speaks of where these are more than its place. */
  readonly covers?: readonly CellSpan[];
  /** The codes of the lines it speaks of that have no cell. */
  readonly lines?: readonly string[];
}

/** A value together with what could not be understood on the way to it. */
export interface Result<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
  /** What the cells were taken for; none where no sheet was read. */
  readonly taken?: readonly Taken[];
}

/** The problems that were not told before, word for word. */
export function notTold(told: readonly Problem[], others: readonly Problem[]): readonly Problem[] {
  const known = new Set(told.map((problem) => JSON.stringify(problem)));
  return others.filter((problem) => !known.has(JSON.stringify(problem)));
}

/** A problem as it is told once, and of how many workbooks' it stands for. */
interface SharedProblem {
  readonly problem: Problem;
  readonly count: number;
}

/** One matter in the same cell of several workbooks stands once, with all of them, where the first stood. */
export function sharedOnce(problems: readonly Problem[]): readonly SharedProblem[] {
  const alike = groupsBy(problems, ({ level, code, place, actual, reason, expected }) =>
    JSON.stringify([level, code, place.sheet, place.cell, place.spot, actual, reason, expected]),
  );
  return [...alike.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const file = [...new Set(all.map(({ place }) => place.file))].join('、');
    return [{ problem: { ...first, place: { ...first.place, file } }, count: all.length }];
  });
}

/** The Chinese word for a level. */
export const levelName: Readonly<Record<Level, string>> = { error: '错误', doubt: '请核实', note: '提示' };

/** The problem as one printed line: `司法所.xlsx 任务进展!D7：完成时限“9月31日”不存在。请改为如 2022-09-30。` */
export function problemText(problem: Problem): string {
  return `${placeText(problem.place)}：${problem.reason}。${problem.expected}。`;
}
