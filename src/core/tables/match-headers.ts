/** Which columns of a table the names of a header mean. */
import { leftOut, mappedName, type Mapping } from '../base/mapping';
import { headerKey } from '../base/text';
import type { UnitWords } from '../cells/readings';
import { isUnit, unitFits } from '../cells/units';
import type { HeaderBand } from './header-band';
import type { Column, Table } from './sheet';

/** What told that a column is meant: the office's own word (列对应), the declared header or a synonym of it. */
export type MatchedBy = 'mapping' | 'header' | 'synonym';

interface Match {
  /** The column's number on the sheet, from 0. */
  readonly at: number;
  readonly by: MatchedBy;
  /** The name that was recognised. */
  readonly key: string;
  /** What is said in brackets behind the name, as the unit in `金额（万元）`; empty when nothing is. */
  readonly remark: string;
}

/** Field → where it stands. */
export type Matches = ReadonlyMap<string, Match>;

/** A column by one of its names. */
interface Named {
  readonly field: string;
  readonly header: string;
  readonly order: number;
  readonly by: MatchedBy;
}

/** A name of the sheet that may mean a column; the less, the likelier. */
interface Candidate extends Match {
  readonly field: string;
  readonly likeliness: readonly number[];
}

const namesByTable = new WeakMap<Pick<Table, 'columns'>, ReadonlyMap<string, Named>>();

/**
 * The office's own word goes before the declared header, that before its synonyms, a name before the same name with a
 * remark in brackets, and the left column before the right.
 */
export function matchHeaders(
  band: Pick<HeaderBand, 'names'>,
  table: Pick<Table, 'title' | 'columns'>,
  mapping?: Mapping,
): Matches {
  const known = namesOf(table);
  const mapped = (name: string): string | null => mappedName(mapping, table.title, name);
  const candidates = band.names.flatMap((keys, at) =>
    keys.some((key) => mapped(key) === leftOut)
      ? []
      : keys.flatMap((key, rank) => candidatesOf({ key, rank, at }, known, mapped)),
  );
  const matches = new Map<string, Match>();
  const taken = new Set<number>();
  for (const { field, at, by, key, remark } of candidates.sort(likelierFirst)) {
    if (matches.has(field) || taken.has(at)) continue;
    matches.set(field, { at, by, key, remark });
    taken.add(at);
  }
  return matches;
}

const trust: readonly MatchedBy[] = ['mapping', 'header', 'synonym'];

function candidatesOf(
  { key, rank, at }: { readonly key: string; readonly rank: number; readonly at: number },
  known: ReadonlyMap<string, Named>,
  mapped: (key: string) => string | null,
): readonly Candidate[] {
  const own = mapped(key);
  const meant = own === null ? undefined : [...known.values()].find(({ header }) => header === own);
  const plain = known.get(key);
  const parts = (meant ?? plain) ? null : withoutBrackets(key);
  const bare = parts === null ? undefined : known.get(parts.name);
  const found = meant ?? plain ?? bare;
  if (found === undefined) return [];
  const by = meant ? 'mapping' : found.by;
  const likeliness = [trust.indexOf(by), bare ? 1 : 0, rank, found.order, at];
  return [{ field: found.field, at, by, key, remark: parts?.remark ?? '', likeliness }];
}

function likelierFirst(one: Candidate, other: Candidate): number {
  const step = one.likeliness.findIndex((value, index) => value !== other.likeliness[index]);
  return (one.likeliness[step] ?? 0) - (other.likeliness[step] ?? 0);
}

/** The compared forms of all names of the table's columns. */
function namesOf(table: Pick<Table, 'columns'>): ReadonlyMap<string, Named> {
  const known = namesByTable.get(table);
  if (known) return known;
  const names = new Map<string, Named>();
  Object.entries(table.columns).forEach(([field, { header, synonyms }], order) => {
    names.set(headerKey(header), { field, header, order, by: 'header' });
    for (const synonym of synonyms) {
      const key = headerKey(synonym);
      if (!names.has(key)) names.set(key, { field, header, order, by: 'synonym' });
    }
  });
  namesByTable.set(table, names);
  return names;
}

/** All names a column of the table is known by. */
export function knownNames(table: Pick<Table, 'columns'>): readonly string[] {
  return [...namesOf(table).keys()];
}

/** `完成时限(年月日)`: a remark in brackets does not make another name, though it may be a unit. */
function withoutBrackets(key: string): { readonly name: string; readonly remark: string } | null {
  if (!/[)\]】]$/u.test(key)) return null;
  const [whole, remark = ''] = /[([【]([^()[\]【】]*)[)\]】]$/u.exec(key) ?? [];
  return whole === undefined ? null : { name: headerKey(key.slice(0, -whole.length)), remark };
}

/**
 * The unit a remark speaks of: as the column wants it (null), another one the amounts can be read in (`万元` for 元), or
 * one they cannot (`unfit`), because no number under it would mean what the column means.
 */
export function unitIn(remark: string, { type, unit }: Column, units: UnitWords): string | null {
  const [said = ''] = remark.replace(/^(?:计量)?单位:?/u, '').split(/[,;、]/u);
  if (unit === null || said === '' || !isUnit(said, units)) return null;
  if (type === 'money') return said === unit ? null : said === '元' || said === '万元' ? said : unfit;
  return type === 'quantity' && !unitFits(said, unit, units) ? unfit : null;
}

/** No unit, but the answer that a unit cannot be used. */
export const unfit = '?';
