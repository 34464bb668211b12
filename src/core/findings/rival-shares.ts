/** One figure given by two departments: it counts once, and where they differ both cells are named (口径冲突). */
import { placeText } from '../base/place';
import type { Problem, Result } from '../base/problem';
import type { Edition } from '../edition/edition';
import type { Indicator } from '../edition/indicator';
import { askedDepartments } from '../rows/asked-indicators';
import type { Rows } from '../rows/rows';
import { knownValue } from '../rows/said';
import { firstPlace, type Share, type Shares } from './shares';

/**
 * Of a line that one department is asked for, what others give beside it is left out; of a line whose values are not added
 * up, all stay. Either way each value that differs is a doubt.
 *
 * 财政所 gives 到位 7.5, 党政办 the same line as 8: 7.5 counts, and both cells are named.
 */
export function withoutRivals(shares: Shares, rows: Rows, edition: Edition): Result<Shares> {
  const problems: Problem[] = [];
  const kept = new Map(shares);
  for (const line of rows.indicators) {
    const given = (shares.get(line.code) ?? []).filter(({ said }) => said.kind === 'known');
    const own = ownShare(line, given, rows, edition);
    if (own === null) continue;
    const rivals = given.filter((share) => share !== own);
    if (line.kind !== 'rate') problems.push(...rivals.flatMap((rival) => conflict(line, own, rival)));
    if (addsUp(line))
      kept.set(
        line.code,
        (shares.get(line.code) ?? []).filter((share) => !rivals.includes(share)),
      );
  }
  return { value: kept, problems };
}

/** The share that goes before the others, null where every department has its own part. */
function ownShare(line: Indicator, given: readonly Share[], { departments }: Rows, edition: Edition): Share | null {
  if (!addsUp(line)) return given[0] ?? null;
  const asked = askedDepartments(departments)(edition)(line);
  const [only] = asked;
  if (only === undefined || asked.length > 1) return null;
  return given.find(({ department }) => department === only.name) ?? null;
}

function addsUp({ aggregate }: Indicator): boolean {
  return aggregate === 'sum' || aggregate === 'lead';
}

function conflict(line: Indicator, own: Share, rival: Share): readonly Problem[] {
  if (knownValue(own.said) === knownValue(rival.said) && !addsUp(line)) return [];
  const used = addsUp(line) ? `只采用${own.department}的` : '采用较大的';
  return [
    {
      code: 'figure-conflict',
      level: 'doubt',
      place: firstPlace(rival),
      actual: rival.shown,
      reason: `口径冲突：${line.name}${rival.department}填“${rival.shown}”，${own.department}填“${own.shown}”（${placeText(firstPlace(own))}），${used}`,
      expected: '请两个单位核对口径，由一个单位填报',
    },
  ];
}
