/** Lines of which another one of the sheet is the whole: 其中罚款金额 below 罚没金额 is no second 罚没金额. */
import type { Place } from '../../base/place';
import type { Problem } from '../../base/problem';
import { clipped } from '../../base/text';
import { rowOfPlace } from '../../base/taken';
import type { Indicator } from '../../edition/indicator';
import { isPart } from './name-steps';
import type { RowMatch } from './row-match';

/** A line of figures by what it names. */
export interface NamedLine {
  readonly indicator: Indicator | null;
  /** Null where its code, or a person, told. */
  readonly match: RowMatch | null;
  readonly value: number | null;
}

/**
 * The whole that another line tells; null where there is none. What is called 其中 is a part of whatever else has its name, and an amount
 * that is called less than its name is one of the larger amount that bears it.
 */
export function wholeOf<T extends NamedLine>(line: T, lines: readonly T[]): T | null {
  const { indicator, match } = line;
  if (indicator === null || match === null || match.by === 'rule') return null;
  const others = lines.filter((one) => one !== line && one.indicator === indicator && !isPartName(one));
  if (isPartName(line)) return others[0] ?? null;
  if (match.by === 'name' || indicator.kind !== 'money') return null;
  return others.find((one) => isByName(one) && line.value !== null && (one.value ?? 0) > line.value) ?? null;
}

function isPartName({ match }: NamedLine): boolean {
  return match !== null && isPart(match.written);
}

function isByName({ match }: NamedLine): boolean {
  return match === null || match.by === 'name' || match.by === 'rule';
}

/** The line is not taken. */
export function partProblem(shown: string, place: Place, { code, name }: Indicator): Problem {
  return {
    code: 'figure-unmatched',
    level: 'doubt',
    place,
    actual: shown.trim(),
    reason: `“${clipped(shown.trim(), 30)}”是 ${code} ${name}的一部分，另有一行是${name}，这一行没有采用`,
    expected: '不用填报的不用管；要填报的，请写上指标编码',
    covers: rowOfPlace(place),
  };
}
