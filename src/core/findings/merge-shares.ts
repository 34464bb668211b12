/** Typed figures and the detail sheets side by side: the typed one counts, the details fill gaps and are compared. */
import { plain, sum } from '../base/decimal';
import { placeText } from '../base/place';
import type { Problem, Result } from '../base/problem';
import type { Edition } from '../edition/edition';
import { askedDepartments, countedFor } from '../rows/asked-indicators';
import { untilCorrected } from '../rows/figure-checks';
import type { Rows } from '../rows/rows';
import { knownValue, qualifierOf } from '../rows/said';
import { addedRange, inexactOf, joinQualifiers } from './qualifier';
import { byCode, firstPlace, type Share, type Shares } from './shares';

/** Lines whose parts are the details: the typed total is the number of rows, or neither can be believed. */
function totalsOf({ events, meanings }: Rows): readonly string[] {
  const rules = events.flatMap(({ detail }) => detail.shares.filter(({ isTotal }) => isTotal));
  return rules.flatMap(({ code }) => meanings.codes.get(code) ?? []);
}

/**
 * A department's details stand for a line it is asked for and has left blank. When a typed value stands beside them, it
 * counts, and a difference is listed with both cells; of a total that is not the sum of its parts neither counts.
 */
export function withDetails(typed: Shares, details: readonly Share[], rows: Rows, edition: Edition): Result<Shares> {
  const { value: asked, problems: told } = assigned(details, rows, edition);
  const totals = totalsOf(rows);
  const problems: Problem[] = [...told];
  const added: Share[] = [];
  const replaced = new Set<Share>();
  const typedBy = byDepartmentIn(typed);
  for (const detail of asked) {
    const own = typedBy(detail.code, detail.department);
    if (own === undefined || own.said.kind === 'blank') {
      added.push(detail);
      if (own) replaced.add(own);
    } else if (differ(own, detail)) {
      problems.push(differenceProblem(own, detail, totals.includes(own.code)));
      if (!totals.includes(own.code)) continue;
      replaced.add(own);
      added.push({ ...own, said: { kind: 'refused' } });
    }
  }
  const kept = [...typed.values()].flat().filter((share) => !replaced.has(share));
  return { value: byCode([...kept, ...added], rows), problems };
}

/** Finds what a department typed for a line: each line is looked through once. */
function byDepartmentIn(shares: Shares): (code: string, department: string) => Share | undefined {
  const known = new Map<string, ReadonlyMap<string, Share>>();
  return (code, department) => {
    const all = shares.get(code);
    if (all === undefined) return undefined;
    const before = known.get(code);
    const own = before ?? new Map(all.map((share) => [share.department, share]));
    if (before === undefined) known.set(code, own);
    return own.get(department);
  };
}

/** Gives each detail share to the department that is asked for its line; what nobody is asked for falls away. */
function assigned(details: readonly Share[], rows: Rows, edition: Edition): Result<readonly Share[]> {
  const indicators = new Map(rows.indicators.map((indicator) => [indicator.code, indicator]));
  const shares: Share[] = [];
  /** By code and department, where its share stands. */
  const places = new Map<string, Map<string, number>>();
  const added: Added[] = [];
  const askedFor = askedDepartments(rows.departments)(edition);
  for (const detail of details) {
    const indicator = indicators.get(detail.code);
    const department = indicator ? countedFor(askedFor(indicator), detail.department) : null;
    if (department === null) continue;
    const ofCode = places.get(detail.code) ?? new Map<string, number>();
    places.set(detail.code, ofCode);
    const at = ofCode.get(department) ?? shares.length;
    ofCode.set(department, at);
    const other = shares[at];
    if (other) added.push({ detail, other });
    shares[at] = other ? joined(other, detail) : ofDepartment(detail, department);
  }
  return { value: shares, problems: addedProblems(added, rows) };
}

function ofDepartment(detail: Share, department: string): Share {
  return detail.department === department ? detail : { ...detail, department };
}

interface Added {
  readonly detail: Share;
  readonly other: Share;
}

/** Two departments that keep a register of the same kind may both have written one case: they are added up, and named once each. */
function addedProblems(added: readonly Added[], { events, meanings }: Rows): readonly Problem[] {
  const own = new Set(
    events.flatMap(({ detail }) =>
      detail.madeFor === 'nobody' ? detail.shares.map(({ code }) => meanings.codes.get(code)) : [],
    ),
  );
  const firsts = new Map<string, Added>();
  for (const one of added) {
    const { file, sheet = '' } = firstPlace(one.detail);
    const key = `${file} ${sheet}`;
    if (own.has(one.detail.code) && !firsts.has(key)) firsts.set(key, one);
  }
  return [...firsts.values()].map(({ detail, other }) => ({
    code: 'registers-added',
    level: 'doubt',
    place: firstPlace(detail),
    actual: '',
    reason: `这张台账与${placeText(firstPlace(other))} 起的同一种台账来自两个单位，指标 ${detail.code} 等按两张相加计算`,
    expected: '请核对有没有同一件在两张里都写了的，重复的只留一处',
  }));
}

function joined(a: Share, b: Share): Share {
  const places = [...a.places, ...b.places];
  const both = [a.said, b.said];
  if (both.some(({ kind }) => kind !== 'known')) return { ...a, said: { kind: 'refused' }, shown: '', places };
  const parts = both.map(inexactOf);
  const value = sum(parts.map((part) => part.value ?? 0));
  const qualifier = joinQualifiers(parts);
  const said = { kind: 'known', value, qualifier, ...(qualifier !== '' && { range: addedRange(parts) }) } as const;
  return { ...a, said, shown: plain(value), places };
}

/** Inexact figures are not held against each other; 不涉及 beside rows that count something is a difference. */
function differ(own: Share, detail: Share): boolean {
  const rows = knownValue(detail.said);
  if (own.said.kind === 'not-applicable') return (rows ?? 0) > 0;
  if (own.said.kind !== 'known' || rows === null) return false;
  if (own.said.qualifier !== '' || qualifierOf(detail.said) !== '') return false;
  return own.said.value !== rows;
}

function differenceProblem(own: Share, detail: Share, isTotal: boolean): Problem {
  const computed = plain(knownValue(detail.said) ?? 0);
  return {
    code: 'details-differ',
    level: isTotal ? 'error' : 'doubt',
    place: firstPlace(own),
    actual: own.shown,
    reason: `指标 ${own.code} 填报为“${own.shown}”，按明细表（${placeText(firstPlace(detail))} 起）计算为“${computed}”`,
    expected: isTotal ? untilCorrected : '请核对指标数据与明细，目前按填报值计算',
  };
}
