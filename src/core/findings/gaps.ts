/**
 * Gaps: a department that gives one part of a formula but not the other is left out of that formula altogether, or its
 * staff would count below the line and not above it.
 */
import type { Problem } from '../base/problem';
import type { Indicator } from '../edition/indicator';
import { zeroOrNone } from '../rows/figure-checks';
import type { Lines } from './amounts';
import { namesIn } from './formula';
import { firstPlace, type Share, type Shares } from './shares';

/** What an indicator line leaves out: the shares that are missing, of departments that gave another part. */
export interface Gap {
  readonly indicator: Indicator;
  readonly share: Share;
}

/** The gaps of one line; none for a line without formula. `lines` holds all lines by code. */
export function gapsOf(indicator: Indicator, lines: Lines, shares: Shares): readonly Gap[] {
  const parts = codesOf(indicator, lines).flatMap((code) => shares.get(code) ?? []);
  const giving = new Set(parts.filter(({ value }) => value !== null).map(({ department }) => department));
  return parts.filter((share) => isGap(share) && giving.has(share.department)).map((share) => ({ indicator, share }));
}

/** The shares without those of departments that have a gap. */
export function withoutGaps(shares: Shares, gaps: readonly Gap[]): Shares {
  const out = new Set(gaps.map(({ share }) => share.department));
  if (out.size === 0) return shares;
  return new Map([...shares].map(([code, all]) => [code, all.filter(({ department }) => !out.has(department))]));
}

/** One note per missing cell, naming all that the department is not counted in. */
export function gapProblems(gaps: readonly Gap[]): readonly Problem[] {
  const cells = new Set(gaps.map(({ share }) => share));
  return [...cells].map((share) => {
    const names = gaps.filter((gap) => gap.share === share).map(({ indicator }) => indicator.name);
    return {
      code: 'department-left-out',
      level: 'note',
      place: firstPlace(share),
      actual: share.shown,
      reason: `${share.department}缺少指标 ${share.code}，计算${names.join('、')}时未计入该单位`,
      expected: `请补填；${zeroOrNone}`,
    };
  });
}

/** 不涉及 is an answer, nothing and the unreadable are not. */
function isGap({ value, excluded }: Share): boolean {
  return value === null && !excluded;
}

/** The typed lines a formula comes down to. */
function codesOf(indicator: Indicator, lines: Lines): readonly string[] {
  const codes = new Set<string>();
  const open = formulaNames(indicator);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (codes.has(name)) continue;
    codes.add(name);
    const line = lines.get(name);
    if (line) open.push(...formulaNames(line));
  }
  return [...codes];
}

function formulaNames({ numerator, denominator }: Indicator): string[] {
  return [...namesIn(numerator ?? ''), ...namesIn(denominator ?? '')];
}
