/** Recomputes indicator lines from the single events of the edition's own sheets. */
import { sum } from '../base/decimal';
import { groupsBy } from '../base/groups';
import { oncePer } from '../base/once-per';
import type { Place } from '../base/place';
import type { Result } from '../base/problem';
import { nameKey } from '../base/text';
import type { Qualifier } from '../cells/readings';
import type { ShareRule } from '../edition/edition';
import { cellPlaceIn, quantityIn, saidIn, textIn } from '../rows/events/event-cells';
import { isNoneOfThem, isUntold, mayMeet, meetsAll } from '../rows/events/counted-rows';
import { isUnread, isUnsure, openFields, type OpenFields } from '../rows/events/open-cells';
import type { EventList, EventRow, Rows } from '../rows/rows';
import type { OpenRow, Range } from '../rows/said';
import type { Settings } from '../settings/settings';
import type { Columns } from '../tables/sheet';
import { addedRange, inexactQuantity, joinQualifiers, multiplied, type Inexact } from './qualifier';
import { inPeriod, insideOf, ownDaysOf, withUndone } from './rows-in-period';
import type { Share } from './shares';

/** One share per line and department that its rows speak of; rows outside the period are left out. */
export function detailShares(rows: Rows, settings: Settings): Result<readonly Share[]> {
  const lists = rows.events.map((list) => ({ list, inside: inPeriod(list, settings) }));
  return {
    value: lists.flatMap(({ list, inside }) =>
      withUndone(list, inside.undone, givenShares(list, inside.value, rows, settings), rows),
    ),
    problems: lists.flatMap(({ inside }) => inside.problems),
  };
}

function givenShares(list: EventList, inside: EventList['rows'], rows: Rows, settings: Settings): readonly Share[] {
  const of = (day: string | undefined, own: EventList['rows']): readonly Share[] =>
    sharesOf({ ...list, ...rulesBy(list, day), rows: own }, rows);
  const byOwnDay = ownDaysOf(list.detail).flatMap((day) => of(day, insideOf(list, settings, day)));
  return [...of(undefined, inside), ...byOwnDay, ...noneShares(list, rows)];
}

/** The rules that count by this day; undefined: by the sheet's own. */
function rulesBy({ detail }: EventList, day: string | undefined): Pick<EventList, 'detail'> {
  const shares = detail.shares.filter((rule) => rule.day === day);
  return { detail: shares.length === detail.shares.length ? detail : { ...detail, shares } };
}

/** Rows of one department with what they are told apart by, worked out once. */
interface Group extends OpenFields {
  readonly department: string;
  readonly columns: Columns;
  readonly ownNames: readonly string[];
  readonly rows: readonly EventRow[];
  /** One list serves all lines that count rows: there may be a hundred thousand. */
  readonly places: readonly Place[];
  /** Beside some row stands that it may be none. */
  readonly hasVoid: boolean;
}

/** A rule for the rows of one department, and those of them of which all that it asks holds. */
interface RuledRows {
  readonly rule: ShareRule;
  readonly meeting: readonly EventRow[];
}

function sharesOf({ detail, rows: events }: EventList, rows: Rows): readonly Share[] {
  const fields = fieldsAsked(detail);
  const groups = byDepartment(events).map(([department, own]): Group => ({
    department,
    columns: detail.sheet.columns,
    ownNames: namesOf(rows, department),
    rows: own,
    places: own.map(({ place }) => place),
    ...openFields(own, fields, detail.sheet.columns),
    hasVoid: own.some(({ voidBy }) => voidBy !== undefined),
  }));
  const meeting = groups.map((group) => meetingRows(detail.shares, group));
  // By rule, as the lines of the report are; of one rule in the order of the departments.
  return detail.shares.flatMap((rule, at) => {
    const code = rows.meanings.codes.get(rule.code);
    if (code === undefined) return [];
    return groups.flatMap((group, index) => shareOf(code, { rule, meeting: meeting[index]?.[at] ?? [] }, group) ?? []);
  });
}

/** The columns by which the rules count. */
const fieldsAsked = oncePer(({ sheet, shares }: EventList['detail']): readonly string[] => {
  const asked = new Set(shares.flatMap(({ fields, where }) => [...fields, ...where.map(({ field }) => field)]));
  return [...asked].filter((field) => field in sheet.columns);
});

/** Of each rule the rows that meet it. Row by row for all: there may be a hundred thousand, and to fetch one costs more than to judge it. */
function meetingRows(rules: readonly ShareRule[], group: Group): readonly (readonly EventRow[])[] {
  const all = rules.map(({ where }) => ({ where, meeting: [] as EventRow[] }));
  const choosing = all.filter(({ where }) => where.length > 0);
  for (const row of group.rows)
    for (const { where, meeting } of choosing) if (meetsAll(row, where, group)) meeting.push(row);
  return all.map(({ where, meeting }) => (where.length === 0 ? group.rows : meeting));
}

/** Zeros of departments that wrote 无 for the whole of a sheet, for the lines whose rows can say zero. */
function noneShares({ detail, none = [] }: EventList, { meanings }: Rows): readonly Share[] {
  const lines = detail.shares.filter(({ fields, saysZero }) => fields.length > 0 || saysZero);
  return lines.flatMap((rule) => {
    const code = meanings.codes.get(rule.code);
    if (code === undefined) return [];
    return [...new Set(none.map(({ department }) => department))].map((department): Share => ({
      code,
      department,
      said: { kind: 'known', value: 0, qualifier: '' },
      shown: '0',
      places: none.flatMap((one) => (one.department === department ? [one.place] : [])),
    }));
  });
}

function shareOf(code: string, { rule, meeting }: RuledRows, group: Group): Share | null {
  const { department } = group;
  const isAbsent = rule.where.some(({ field }) => group.absent.has(field));
  if (isAbsent && group.rows.some((row) => isUntold(row, rule.where, group))) return null;
  const unsure = unsureRows(rule, group);
  const certain = withoutRows(meeting, unsure);
  const counting = onceEach(certain, rule);
  const unread = unreadIn(counting, rule, group);
  if (unread.length > 0) return refusedShare(code, [...unsure, ...unread], group);
  const amount = isNoneOfThem(rule, counting, group.rows)
    ? { value: 0, places: group.places, qualifier: '' as const }
    : rule.fields.length === 0
      ? counted(rule, counting, group)
      : added(rule, counting);
  if (unsure.length > 0) return openShare(code, { amount, rows: [...certain, ...unsure], unsure }, { rule, group });
  if (amount === null) return null;
  const { value, qualifier, range, places } = amount;
  const said = { kind: 'known', value, qualifier, ...(qualifier !== '' && range && { range }) } as const;
  return { code, department, said, shown: String(value), places };
}

/** Rows of which nobody knows whether they count. */
function unsureRows({ where }: ShareRule, group: Group): readonly EventRow[] {
  if (!group.hasVoid && !where.some(({ field }) => group.unread.has(field))) return [];
  const isOpenIn = (row: EventRow): boolean =>
    mayMeet(row, where, group, (condition) => isUnsure(row, condition, group.columns));
  return group.rows.filter((row) => isOpenIn(row) || (row.voidBy !== undefined && meetsAll(row, where, group)));
}

function withoutRows(rows: readonly EventRow[], left: readonly EventRow[]): readonly EventRow[] {
  if (left.length === 0) return rows;
  const all = new Set(left);
  return rows.filter((row) => !all.has(row));
}

/** Of the rows that count, those whose numbers could not be read. */
function unreadIn(counting: readonly EventRow[], rule: ShareRule, group: Group): readonly EventRow[] {
  const fields = rule.fields.filter((field) => group.unread.has(field));
  if (fields.length === 0) return [];
  return counting.filter((row) => fields.some((field) => isUnread(saidIn(row, field), group.columns[field])));
}

function refusedShare(code: string, rows: readonly EventRow[], { department }: Group): Share {
  return { code, department, said: { kind: 'refused' }, shown: '', places: rows.map(({ place }) => place) };
}

/** The certain rows, and all that may count with them. */
interface OpenRows {
  readonly amount: SharedAmount | null;
  readonly rows: readonly EventRow[];
  readonly unsure: readonly EventRow[];
}

/** Known from below by the rows that surely count, from above by those that may; of none that surely do, not known. */
function openShare(
  code: string,
  { amount, rows, unsure }: OpenRows,
  { rule, group }: { readonly rule: ShareRule; readonly group: Group },
): Share | null {
  // Nobody wrote such numbers, in rows that may count or not.
  if (amount === null) return saysNothingOf(rows, rule, group) ? null : refusedShare(code, unsure, group);
  const low = amount.range?.low ?? amount.value;
  // Of about so many rows nobody knows the least.
  if (low === 0 || low < amount.value) return refusedShare(code, unsure, group);
  const all = onceEach(rows, rule);
  const high = mostOf(all, rule, group);
  const isUnsure = new Set(unsure);
  const open = all.filter((row) => isUnsure.has(row));
  const isOfRows = rule.fields.length === 0;
  const range = { low, high, ...(isOfRows && { open: open.map((row) => openRow(row, rule, group)) }) };
  const said =
    range.high === low
      ? ({ kind: 'known', value: low, qualifier: '' } as const)
      : ({ kind: 'known', value: low, qualifier: '至少', range } as const);
  return { code, department: group.department, said, shown: String(low), places: amount.places };
}

function openRow(row: EventRow, { where }: ShareRule, group: Group): OpenRow {
  return { row, isVoid: row.voidBy !== undefined && meetsAll(row, where, group) };
}

function saysNothingOf(rows: readonly EventRow[], rule: ShareRule, group: Group): boolean {
  return rule.fields.length > 0 && unreadIn(rows, rule, group).length === 0 && added(rule, rows) === null;
}

function mostOf(rows: readonly EventRow[], rule: ShareRule, group: Group): number {
  if (rule.fields.length === 0) return rows.length;
  if (unreadIn(rows, rule, group).length > 0) return Infinity;
  return added(rule, rows)?.range?.high ?? Infinity;
}

/** Of rows that say the same in the field of a `once` only the first; one that says nothing counts. */
function onceEach(rows: readonly EventRow[], { where }: ShareRule): readonly EventRow[] {
  const field = where.find(({ test }) => test === 'once')?.field;
  if (field === undefined) return rows;
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = nameKey(textIn(row, field) ?? '');
    const isNew = key === '' || !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

interface SharedAmount {
  readonly value: number;
  readonly places: readonly Place[];
  readonly qualifier: Qualifier;
  readonly range?: Range;
}

function counted({ saysZero }: ShareRule, counting: readonly EventRow[], { places }: Group): SharedAmount | null {
  if (saysZero) return { value: counting.length, places, qualifier: '' };
  if (counting.length === 0) return null;
  return { value: counting.length, places: counting.map(({ place }) => place), qualifier: '' };
}

/** What the rows say, each the product of its fields; a cell left blank adds nothing. */
function added({ fields }: ShareRule, counting: readonly EventRow[]): SharedAmount | null {
  const last = fields[fields.length - 1] ?? '';
  const values: number[] = [];
  const products: Inexact[] = [];
  const places: Place[] = [];
  for (const row of counting) {
    const product = productIn(row, fields);
    if (product?.value == null) continue;
    values.push(product.value);
    products.push(product);
    places.push(cellPlaceIn(row, last));
  }
  if (values.length === 0) return null;
  return { value: sum(values), places, qualifier: joinQualifiers(products), range: addedRange(products) };
}

function productIn(row: EventRow, fields: readonly string[]): Inexact | null {
  let product: Inexact | null = null;
  for (const field of fields) {
    const quantity = quantityIn(row, field);
    if (quantity?.value == null) return null;
    const factor = inexactQuantity(quantity);
    product = product === null ? factor : multiplied(product, factor);
  }
  return product;
}

function byDepartment(events: readonly EventRow[]): readonly (readonly [string, readonly EventRow[]])[] {
  return [...groupsBy(events, ({ department }) => department)];
}

function namesOf({ departments }: Rows, department: string): readonly string[] {
  return [department, ...(aliasesIn(departments).get(department) ?? [])].map(nameKey);
}

const aliasesIn = oncePer(
  (departments: Rows['departments']) => new Map([...departments].reverse().map(({ name, aliases }) => [name, aliases])),
);
