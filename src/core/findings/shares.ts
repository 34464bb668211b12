/** What each department says about each indicator line: one share per line and department. */
import { groupsBy } from '../base/groups';
import { oncePer } from '../base/once-per';
import { placeText, type Place } from '../base/place';
import type { Problem, Result } from '../base/problem';
import type { Read } from '../tables/read-row';
import type { Quantity } from '../cells/readings';
import type { Figure, Rows } from '../rows/rows';
import { knownValue, saidIn, type Said } from '../rows/said';

/** One department's part of a line. */
export interface Share {
  readonly code: string;
  readonly department: string;
  readonly said: Said;
  readonly shown: string;
  readonly places: readonly Place[];
}

/** Code → shares, in the hub's order of departments. */
export type Shares = ReadonlyMap<string, readonly Share[]>;

/** The same, where only some are asked for. */
export type FoundShares = Pick<Shares, 'get'>;

/**
 * The typed shares of this year, or of last year. A line that one department has filled in twice counts once: the first
 * usable cell; when the cells differ, both are named.
 */
export function typedShares(rows: Rows, which: 'quantity' | 'lastYear'): Result<Shares> {
  const problems: Problem[] = [];
  const shares: Share[] = [];
  for (const same of groupsBy(rows.figures, ({ code, department }) => `${code} ${department}`).values()) {
    const cells = same.map((figure) => shareOf(figure, figure[which])).sort(byPlace);
    const usable = cells.filter(({ said }) => said.kind === 'known');
    const first = usable[0] ?? cells.find(({ said }) => said.kind !== 'blank') ?? cells[0];
    if (first === undefined) continue;
    shares.push(first);
    const other = usable.find(({ said }) => knownValue(said) !== knownValue(first.said));
    if (other) problems.push(conflictProblem(first, other));
  }
  return { value: byCode(shares, rows), problems };
}

/** Puts shares under their codes, in the hub's order of departments. */
export function byCode(shares: readonly Share[], rows: Rows): Shares {
  const groups = new Map<string, readonly Share[]>();
  for (const [code, all] of groupsBy(shares, (share) => share.code)) groups.set(code, inHubOrder(all, rows));
  return groups;
}

const ranksOf = oncePer((departments: Rows['departments']) => {
  const ranks = new Map(departments.map(({ name }, index) => [name, index]));
  return (department: string): number => ranks.get(department) ?? ranks.size;
});

/** In the hub's order of departments, in which they nearly always are; others behind, by their names. */
export function inHubOrder(shares: readonly Share[], { departments }: Rows): readonly Share[] {
  const rankOf = ranksOf(departments);
  const isBefore = (a: Share, b: Share, by: number): boolean => by < 0 || (by === 0 && a.department < b.department);
  let before: Share | undefined;
  let rank = -1;
  for (const share of shares) {
    const own = rankOf(share.department);
    if (before !== undefined && isBefore(share, before, own - rank)) {
      return [...shares].sort((a, b) => (isBefore(a, b, rankOf(a.department) - rankOf(b.department)) ? -1 : 1));
    }
    before = share;
    rank = own;
  }
  return shares;
}

/** The place a share is named by in problems. */
export function firstPlace({ places, department }: Share): Place {
  return places[0] ?? { file: department };
}

function shareOf({ code, department }: Figure, read: Read<Quantity>): Share {
  return { code, department, said: saidIn(read), shown: read.shown, places: [read.place] };
}

function byPlace(a: Share, b: Share): number {
  return placeText(firstPlace(a)) < placeText(firstPlace(b)) ? -1 : 1;
}

function conflictProblem(first: Share, other: Share): Problem {
  return {
    code: 'figure-conflict',
    level: 'doubt',
    place: firstPlace(other),
    actual: other.shown,
    reason: `指标 ${other.code} 在本单位填了两次，${placeText(firstPlace(first))} 为“${first.shown}”，此处为“${other.shown}”`,
    expected: '请统一为同一数值，目前按前一处计算',
  };
}
