/** Parts of the year as headers name them: 1月, 第一季度, 上半年, 1-6月. */
import type { CellAt } from '../../base/grid';
import { headerKey } from '../../base/text';
import { chineseNumber } from '../../cells/chinese-number';

/** Months from the first to the last, both counted. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** One of them is in all names of a part of the year. */
const mayBePeriod = /[月季半q]/u;

/** The part of the year a header means; null for any other words. */
export function periodIn(header: string): Period | null {
  const whole = headerKey(header);
  if (!mayBePeriod.test(whole)) return null;
  const key = whole
    .slice(0, 20)
    .replace(/^(?:20\d\d年|本年|今年)?/u, '')
    .replace(/(?:\([^()]*\)|完成数?|累计|数|合计|小计)$/u, '');
  const month = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月份?$/u.exec(key)?.[1];
  if (month !== undefined) return within(numberIn(month), numberIn(month));
  const quarter = /^第?([一二三四1-4])季度?$|^q([1-4])$/u.exec(key);
  if (quarter !== null) {
    const nth = numberIn(quarter[1] ?? quarter[2] ?? '');
    return within(nth * 3 - 2, nth * 3);
  }
  const half = /^([上下])半年$/u.exec(key)?.[1];
  if (half !== undefined) return half === '上' ? { from: 1, to: 6 } : { from: 7, to: 12 };
  const span = /^(\d{1,2})月?(?:-|—|–|~|至|到)+(\d{1,2})月$/u.exec(key);
  return span === null ? null : within(Number(span[1]), Number(span[2]));
}

function within(from: number, to: number): Period | null {
  return from >= 1 && to <= 12 && from <= to ? { from, to } : null;
}

function numberIn(text: string): number {
  return /^\d+$/u.test(text) ? Number(text) : (chineseNumber(text) ?? 0);
}

/** What stands in a period: null where nothing does, undefined where it is no number. */
export interface PeriodValue extends Period {
  readonly value: number | null | undefined;
  readonly at: CellAt;
}

/** A period whose parts were told as well and do not add up to it. */
interface PeriodMismatch {
  readonly at: CellAt;
  readonly said: number;
  readonly counted: number;
}

/** The periods that tell the whole between them, each month once, and where the parts of one do not fit it. */
export function wholePeriods(all: readonly PeriodValue[]): {
  readonly whole: readonly PeriodValue[];
  readonly mismatches: readonly PeriodMismatch[];
} {
  const said = all.filter(({ value }) => value !== null);
  const whole = said.filter((one) => !said.some((other) => other !== one && holds(other, one)));
  const mismatches = said.flatMap((one): readonly PeriodMismatch[] => {
    const parts = tiled(one, said);
    const counted = parts === null ? null : sumOf(parts);
    return counted === null || one.value === undefined || one.value === null || isSame(counted, one.value)
      ? []
      : [{ at: one.at, said: one.value, counted }];
  });
  return { whole, mismatches };
}

/** The sum; null where a part is not known. Binary remains of decimals are rounded off. */
export function sumOf(parts: readonly Pick<PeriodValue, 'value'>[]): number | null {
  let sum = 0;
  for (const { value } of parts) {
    if (value === undefined) return null;
    sum += value ?? 0;
  }
  return Math.round(sum * 1e8) / 1e8;
}

/** Equal but for what binary numbers add. */
export function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
}

function holds(outer: Period, inner: Period): boolean {
  return outer.from <= inner.from && outer.to >= inner.to;
}

/** The largest parts of the period, where they leave out no month of it; null where they do. */
function tiled(one: PeriodValue, said: readonly PeriodValue[]): readonly PeriodValue[] | null {
  const inner = said.filter((other) => other !== one && holds(one, other));
  const parts = inner.filter((part) => !inner.some((other) => other !== part && holds(other, part)));
  const months = parts.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return parts.length > 1 && months === one.to - one.from + 1 ? parts : null;
}
