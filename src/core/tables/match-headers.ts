/** Which columns of a table the names of a header mean. */
import { leftOut, mappedName, type Mapping } from '../base/mapping';
import { oncePer } from '../base/once-per';
import { headerKey, holdsWord } from '../base/text';
import type { HeaderBand } from './header-band';
import type { Declared } from './declared';
import type { Column, Table } from './sheet';

/**
 * What told that a column is meant: the office's own word (列对应), the declared header or a synonym of it, what departments'
 * own tables call it, such a name that another column of the table is called by, too, or such a name behind other words.
 */
export type MatchedBy = 'mapping' | 'header' | 'synonym' | 'usage' | 'shared' | 'likely';

export interface Match {
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
  /** Of a name departments use: how many of the same column go before it. */
  readonly rank: number;
}

/** A name of the sheet that may mean a column; the less, the likelier. */
interface Candidate extends Match {
  readonly field: string;
  readonly likeliness: readonly number[];
}

/** A name → the columns it may mean, in the table's order; several only for names departments use. */
type KnownNames = ReadonlyMap<string, readonly Named[]>;

/** Stands in a usage for any words: `…名称`, `参与…`. */
const anyWords = headerKey('…');

/**
 * The office's own word goes before the declared header, that before its synonyms, these before what departments say, and that
 * before names two columns share; a name before the same name with a remark in brackets, what departments say first before the
 * rest, and the left column before the right.
 */
export function matchHeaders(
  band: Pick<HeaderBand, 'names'>,
  table: Pick<Table, 'title' | 'columns'>,
  mapping?: Mapping,
): Matches {
  const known = namesOf(table);
  const isMapped = mapping !== undefined && mapping.length > 0;
  const mapped = (name: string): string | null => (isMapped ? mappedName(mapping, table.title, name) : null);
  const candidates: Candidate[] = [];
  band.names.forEach((keys, at) => {
    if (isMapped && keys.some((key) => mapped(key) === leftOut)) return;
    keys.forEach((key, rank) => {
      // Nearly all names of a sheet are none of this table's.
      if (isMapped || known.has(key) || hasRemark(key)) {
        candidates.push(...candidatesOf({ key, rank, at }, known, mapped));
      }
    });
  });
  const matches = new Map<string, Match>();
  const taken = new Set<number>();
  for (const { field, at, by, key, remark } of candidates.sort(likelierFirst)) {
    if (matches.has(field) || taken.has(at)) continue;
    matches.set(field, { at, by, key, remark });
    taken.add(at);
  }
  return matches;
}

const trust: readonly MatchedBy[] = ['mapping', 'header', 'synonym', 'usage', 'shared'];

const none: readonly Named[] = [];

/** Begins a remark on the name before it. */
const opening = /[([【]/u;

/** Whether a remark on it may stand behind the name, without which it is another. */
export function hasRemark(key: string): boolean {
  return opening.test(key);
}

function candidatesOf(
  { key, rank, at }: { readonly key: string; readonly rank: number; readonly at: number },
  known: KnownNames,
  mapped: (key: string) => string | null,
): readonly Candidate[] {
  const said = mapped(key);
  const meant = said === null ? undefined : [...known.values()].flat().find(({ header }) => header === said);
  const plain = meant ? none : (known.get(key) ?? none);
  const { bare, remark } = meant || plain.length > 0 ? { bare: none, remark: '' } : withoutRemark(key, known);
  const found = meant ? [{ ...meant, by: 'mapping' as const }] : [...plain, ...bare];
  return found.map(({ field, order, by, rank: usual }) => {
    const likeliness = [trust.indexOf(by), bare.length > 0 ? 1 : 0, rank, order, usual, at];
    return { field, at, by, key, remark, likeliness };
  });
}

/** The columns named without what is said in brackets, and what is said behind the name. */
function withoutRemark(key: string, known: KnownNames): { readonly bare: readonly Named[]; readonly remark: string } {
  const [, name = key, other = key] = bareNames(key);
  return { bare: known.get(name) ?? known.get(other) ?? none, remark: withoutBrackets(key)?.remark ?? '' };
}

/** The name as it is and, where it holds remarks, without them: all that a column may be known by. */
export function bareNames(key: string): readonly string[] {
  if (!hasRemark(key)) return [key];
  const name = withoutBrackets(key)?.name ?? key;
  return [key, name, key.replace(/\([^()]*\)/gu, ''), ...(name === key ? [] : bareNames(name))];
}

/** With the columns whose names only end as a known one, or are of a known form; what leaves the least open first, where `fits` says so. */
export function withLikelyNames(
  { names }: Pick<HeaderBand, 'names'>,
  table: Pick<Table, 'title' | 'columns'>,
  { matches, mapping, fits, declared }: Likely,
): Matches {
  const { others, noOthers } = declared.words.said;
  const isOther: IsOther = (text) => holdsWord(text, others, noOthers);
  const known = namesOf(table);
  const taken = new Set([...matches.values()].map(({ at }) => at));
  const open = names.flatMap((keys, at) =>
    taken.has(at) || keys.some((key) => mappedName(mapping, table.title, key) !== null)
      ? []
      : keys.map((key) => ({ at, key, fields: likelyFields(key, known, table.columns, isOther) })),
  );
  if (open.length === 0) return matches;
  const all = new Map(matches);
  for (const { at, key, fields } of open.sort((one, other) => one.fields.length - other.fields.length)) {
    const field = fields.filter((one) => !all.has(one) && fits(one, at)).pop();
    if (field === undefined || taken.has(at)) continue;
    all.set(field, { at, by: 'likely', key, remark: '' });
    taken.add(at);
  }
  return all;
}

interface Likely {
  readonly matches: Matches;
  readonly mapping: Mapping | undefined;
  readonly fits: (field: string, at: number) => boolean;
  readonly declared: Pick<Declared, 'words'>;
}

/** Longer names tell more than what stands in their column. */
const longestLikely = 14;
/** Does not make another thing of any name behind it: 实际培训日期. */
const noOther = '实际';

/** Whether what stands before a name, or within a form, makes another thing of it: 计划, 下步, 未, 应. */
type IsOther = (text: string) => boolean;

function likelyFields(key: string, known: KnownNames, columns: Table['columns'], isOther: IsOther): readonly string[] {
  if (key.length > longestLikely) return [];
  return [...ofForm(key, columns, isOther), ...endingIn(key, known, columns, isOther)];
}

/** The fields whose name ends the key: words, states and days, for which a number or a day of something else is not taken. */
function endingIn(key: string, known: KnownNames, columns: Table['columns'], isOther: IsOther): readonly string[] {
  for (let start = 1; start < key.length - 1; start += 1) {
    const [before, name] = [key.slice(0, start), key.slice(start)];
    const named = known.get(name) ?? none;
    const isLikely = (field: string): boolean => {
      const type = columns[field]?.type;
      const isWord =
        type === 'status' || (name.length > 3 && (type === 'text' || (type === 'day' && named.length === 1)));
      return before === noOther || (isWord && !isOther(before));
    };
    const found = named.map(({ field }) => field).filter(isLikely);
    if (found.length > 0) return found;
  }
  return [];
}

const formsOf = oncePer((columns: Table['columns']) =>
  Object.entries(columns).flatMap(([field, { usages }]) =>
    usages.flatMap((usage) => {
      const words = headerKey(usage).split(anyWords);
      return words.length > 1 ? [{ field, words, length: usage.length }] : [];
    }),
  ),
);

/** The fields of which departments use names of this form; the longest form is meant. */
function ofForm(key: string, columns: Table['columns'], isOther: IsOther): readonly string[] {
  const forms = formsOf(columns).filter(({ words }) => isOfForm(key, words, isOther));
  const longest = Math.max(...forms.map(({ length }) => length));
  return forms.filter(({ length }) => length === longest).map(({ field }) => field);
}

/** Whether the key holds these words in their order, begins with the first and ends with the last; what stands between makes no other thing of it. */
function isOfForm(key: string, [first = '', ...words]: readonly string[], isOther: IsOther): boolean {
  if (!key.startsWith(first)) return false;
  let rest = key.slice(first.length);
  const between = words.map((word, index) => {
    const at = index === words.length - 1 ? rest.length - word.length : rest.indexOf(word);
    const [before, found] = [rest.slice(0, Math.max(0, at)), at >= 0 && rest.startsWith(word, at)];
    rest = rest.slice(at + word.length);
    return found && !isOther(before);
  });
  return !between.includes(false);
}

function likelierFirst(one: Candidate, other: Candidate): number {
  const step = one.likeliness.findIndex((value, index) => value !== other.likeliness[index]);
  return (one.likeliness[step] ?? 0) - (other.likeliness[step] ?? 0);
}

/** The compared forms of all names of the table's columns. */
const namesOf = oncePer((table: Pick<Table, 'columns'>): KnownNames => {
  const names = new Map<string, readonly Named[]>();
  const columns = Object.entries(table.columns).map(([field, column], order) => ({ field, order, column }));
  for (const { field, order, column } of columns) {
    const { header, synonyms } = column;
    names.set(headerKey(header), [{ field, header, order, by: 'header', rank: 0 }]);
    for (const synonym of synonyms) {
      const key = headerKey(synonym);
      if (!names.has(key)) names.set(key, [{ field, header, order, by: 'synonym', rank: 0 }]);
    }
  }
  for (const { field, order, column } of columns) {
    for (const [rank, key] of column.usages.map(headerKey).entries())
      if (!key.includes(anyWords)) addUsage(names, key, { field, header: column.header, order, rank });
  }
  const said = new Set(names.keys());
  for (const { field, order, column } of columns) {
    const { header, synonyms, usages } = column;
    for (const twin of new Set([header, ...synonyms, ...usages].flatMap((name) => twinsOf(headerKey(name), column))))
      if (!said.has(twin) && !twin.includes(anyWords))
        addUsage(names, twin, { field, header, order, rank: usages.length });
  }
  return names;
});

const units = ['单位', '部门', '科室'];

/** 登记时间 for 登记日期, 是否备案 for 备案, 协办科室 for 协办单位: the same name as others write it; none where there is no other way. */
function twinsOf(key: string, { type, header }: Column): readonly string[] {
  if (type === 'yesNo') return [key.startsWith('是否') ? key.slice(2) : `是否${key}`];
  const [stem, end] = [key.slice(0, -2), key.slice(-2)];
  if (units.includes(end) && units.includes(header.slice(-2))) return units.map((unit) => stem + unit);
  if (type !== 'day' && type !== 'deadline') return [];
  return end === '日期' ? [`${stem}时间`] : end === '时间' ? [`${stem}日期`] : [];
}

/** A declared name means its own column only. */
function addUsage(names: Map<string, readonly Named[]>, key: string, one: Omit<Named, 'by'>): void {
  const before = names.get(key) ?? none;
  if (before.some(({ by }) => by === 'header' || by === 'synonym')) return;
  const all = [...before, one];
  names.set(
    key,
    all.map((each) => ({ ...each, by: all.length > 1 ? 'shared' : 'usage' })),
  );
}

/** The fields of the columns a name may mean, in the table's order. */
export function fieldsCalled(table: Pick<Table, 'columns'>, key: string): readonly string[] {
  const known = namesOf(table);
  const found = known.get(key) ?? known.get(withoutBrackets(key)?.name ?? key) ?? none;
  return found.map(({ field }) => field);
}

/** All names a column of the table is known by. */
export const knownNames = oncePer((table: Pick<Table, 'columns'>): readonly string[] => [...namesOf(table).keys()]);

/** `完成时限(年月日)`: a remark in brackets does not make another name, though it may be a unit. */
function withoutBrackets(key: string): { readonly name: string; readonly remark: string } | null {
  if (!/[)\]】]$/u.test(key)) return null;
  const [whole, remark = ''] = /[([【]([^()[\]【】]*)[)\]】]$/u.exec(key) ?? [];
  return whole === undefined ? null : { name: headerKey(key.slice(0, -whole.length)), remark };
}
