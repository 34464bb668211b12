/** Which rows of an own sheet a figure is counted from, and whether they tell it at all. */
import { nameKey, normalised } from '../../base/text';
import { isStillToCome, saysNotYet } from '../../cells/read-day';
import type { Condition, DetailSheet, ShareRule } from '../../edition/edition';
import type { Settings } from '../../settings/settings';
import type { Columns } from '../../tables/sheet';
import { askedDepartments, countedFor } from '../asked-indicators';
import type { Department, EventList, EventRow, Meanings, Rows, Said } from '../rows';
import { quantityIn, saidIn, textIn } from './event-cells';
import { meets } from './event-conditions';

/** Whose rows they are, by the compared names, and the table's columns. */
interface RowsOf {
  readonly columns: Columns;
  readonly ownNames: readonly string[];
}

/** Whether all that a rule asks (`where`) holds of the row. */
export function meetsAll(row: EventRow, where: ShareRule['where'], { columns, ownNames }: RowsOf): boolean {
  for (const condition of where) if (!meets(row, condition, columns, ownNames)) return false;
  return true;
}

/** Whether some conditions are open (`isOpen`) and no other one rules the row out: nobody knows whether it counts. */
export function mayMeet(
  row: EventRow,
  where: ShareRule['where'],
  { columns, ownNames }: RowsOf,
  isOpen: (condition: Condition) => boolean,
): boolean {
  let isAnyOpen = false;
  for (const condition of where) {
    if (isOpen(condition)) isAnyOpen = true;
    else if (!meets(row, condition, columns, ownNames)) return false;
  }
  return isAnyOpen;
}

/** The same of conditions that ask a column which is not there. */
export function isUntold(row: EventRow, where: ShareRule['where'], of: RowsOf): boolean {
  return mayMeet(row, where, of, ({ test, field }) => askedOf.includes(test) && saidIn(row, field).isAbsent === true);
}

const askedOf: readonly Condition['test'][] = ['is', 'filled', 'own-name'];

/** What keeps a row out: its day has not come or is of another time, no value it must hold was read, nobody holds the post, it is not done yet. */
export type Outside = 'open' | 'other-time' | 'empty' | 'vacant' | 'undone';

/**
 * Tells why a row does not count: the time is from 1 January of the report's year to the 统计截止日. A row whose day is blank or
 * cannot be read may be of it.
 */
export function outsideOf(
  { sheet: { columns }, day: own }: Pick<DetailSheet, 'sheet' | 'day'>,
  { reportYear, cutoff, edition }: Pick<Settings, 'reportYear' | 'cutoff' | 'edition'>,
  field = own,
): (row: EventRow) => Outside | null {
  const { words } = edition.declared;
  const { vacancies } = words.rows;
  const isUndone = undoneBy(columns);
  if (field === null) return (row) => (isVacant(row, vacancies) || hasEnded(row, columns, cutoff) ? 'vacant' : null);
  const first = `${String(reportYear)}-01-01`;
  const required = Object.keys(columns).filter((one) => columns[one]?.required);
  return (row) => {
    const at = saidIn(row, field).isAbsent === true && own !== null ? own : field;
    const day = textIn(row, at);
    if (day !== null && (day < first || day > cutoff)) return 'other-time';
    if (isUndone(row)) return 'undone';
    if (day !== null) return null;
    if (isStillToCome(saidIn(row, at).shown, { ...columns[at], isEvent: at === own, words })) return 'open';
    const asked = required.filter((one) => !saidIn(row, one).isAbsent);
    return asked.length > 1 && asked.every((one) => isSilent(saidIn(row, one))) ? 'empty' : null;
  };
}

/** Whether a text of the row says that the thing is not done, by the words of its column. */
function undoneBy(columns: Columns): (row: EventRow) => boolean {
  const telling = Object.entries(columns).flatMap(([field, { type, choiceUsages }]) =>
    type === 'text' && choiceUsages.未到 !== undefined ? [{ field, choiceUsages }] : [],
  );
  if (telling.length === 0) return () => false;
  return (row) => telling.some(({ field, choiceUsages }) => saysNotYet(saidIn(row, field).shown, choiceUsages));
}

function isVacant({ said }: EventRow, words: readonly string[]): boolean {
  return Object.values(said).some(({ shown }) => words.some((word) => shown.includes(word)));
}

/** A term that one of its texts tells is over. */
function hasEnded({ said }: EventRow, columns: Columns, cutoff: string): boolean {
  return Object.entries(said).some(([field, { shown }]) => {
    const end = columns[field]?.type === 'text' ? termEnd(shown) : null;
    return end !== null && end < cutoff;
  });
}

/** A year, with month and day where they are told; a term of whole months or years ends with their last day. */
const day = /(20\d\d)(?!\d)(?:[年./-](\d{1,2})(?!\d)(?:[月./-](\d{1,2})(?!\d))?)?/gu;
const between = /^[年月日号自从起至到止期聘为限:~\-—–－()\s]*$/u;
/** A longer text tells more than a term. */
const longest = 40;

/** Until when a term runs, `2019.1-2021.12`: the last day, which may be the 31st of a shorter month; null where the text is anything else than two days. */
function termEnd(text: string): string | null {
  if (text.length > longest) return null;
  const said = normalised(text);
  const days = [...said.matchAll(day)];
  const [, last] = days;
  if (days.length !== 2 || last === undefined || !between.test(said.replace(day, ''))) return null;
  const [, year = '', month = '12', date = '31'] = last;
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** Nothing was read of the cell; what each row is taken to say stands in none. */
function isSilent({ value, shown }: Said): boolean {
  return value === null || shown.trim() === '';
}

/**
 * Each row says by a word of a list that it is none to be counted, as events do that others have led: that is a zero, and it was
 * said. A name that is not the department's own says nothing of the kind: it may be written in another way; nor does what holds of
 * each row for want of a column.
 */
export function isNoneOfThem({ where }: ShareRule, counting: readonly EventRow[], rows: readonly EventRow[]): boolean {
  const isSaid = ({ test, field }: Condition): boolean =>
    (test === 'is' || test === 'is-not') &&
    // One that could not be read has said something else: the share is refused before.
    rows.every((row) => saidIn(row, field).shown.trim() !== '');
  return counting.length === 0 && where.every(isSaid);
}

/** The own sheets of a department's workbook. */
interface OwnRows {
  readonly department: Department;
  readonly events: readonly EventList[];
}

/** Finds out whether the sheets of any department tell the figure of a department: by the rule by which they are counted for it. */
export function toldInOffice(
  books: readonly OwnRows[],
  { departments, indicators, meanings }: Pick<Rows, 'departments' | 'indicators' | 'meanings'>,
  settings: Pick<Settings, 'reportYear' | 'cutoff' | 'edition'>,
): (department: string) => (code: string) => boolean {
  const askedFor = askedDepartments(departments)(settings.edition);
  const lines = new Map(indicators.map((line) => [line.code, line]));
  const all = new Map(
    books.map(({ department, events }) => [department.name, toldByRows(events, department, meanings, settings)]),
  );
  return (department) => (code) => {
    const line = lines.get(code);
    if (line === undefined) return false;
    const asked = askedFor(line);
    // What is asked of several each tells for itself.
    const givers = asked.length > 1 ? [department] : [...all.keys()];
    return givers.some((giver) => countedFor(asked, giver) === department && all.get(giver)?.(code) === true);
  };
}

/** Finds out whether a department's own sheets tell the figure of a code: rows that count, or that say there is none. */
function toldByRows(
  lists: readonly EventList[],
  { name, aliases }: Pick<Department, 'name' | 'aliases'>,
  { codes }: Pick<Meanings, 'codes'>,
  settings: Pick<Settings, 'reportYear' | 'cutoff' | 'edition'>,
): (code: string) => boolean {
  const ownNames = [name, ...aliases].map(nameKey);
  const insides = lists.map((list) => insideOnce(list, settings));
  const absents = lists.map((list) => absentOnce(list));
  return (code) =>
    lists.some(({ detail, none = [] }, at) => {
      const rules = detail.shares.filter((rule) => codes.get(rule.code) === code);
      const of = { columns: detail.sheet.columns, ownNames };
      return rules.some((rule) => {
        if (none.length > 0) return rule.fields.length > 0 || rule.saysZero;
        const isAnyZero = rule.saysZero && rule.fields.length === 0;
        const isTelling = (row: EventRow): boolean =>
          isAnyZero || (meetsAll(row, rule.where, of) && hasNumbers(row, rule));
        const inside = insides[at]?.(rule.day) ?? [];
        const isAbsent = rule.where.some(({ field }) => absents[at]?.().has(field));
        if (isAbsent && inside.some((row) => isUntold(row, rule.where, of))) return false;
        if (inside.some(isTelling)) return true;
        return (
          inside.length > 0 &&
          isNoneOfThem(
            rule,
            inside.filter((row) => meetsAll(row, rule.where, of)),
            inside,
          )
        );
      });
    });
}

/** The rows that count by a day: once for all rules that go by it. */
function insideOnce(
  { detail, rows }: EventList,
  settings: Pick<Settings, 'reportYear' | 'cutoff' | 'edition'>,
): (day: ShareRule['day']) => readonly EventRow[] {
  const known = new Map<ShareRule['day'], readonly EventRow[]>();
  return (day) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const outside = outsideOf(detail, settings, day);
    const inside = rows.filter((row) => outside(row) === null);
    known.set(day, inside);
    return inside;
  };
}

/** The fields by which rules choose that stand in no column of some row's sheet: looked for once, row by row. */
function absentOnce({ detail: { shares }, rows }: EventList): () => ReadonlySet<string> {
  let known: Set<string> | undefined;
  return () => {
    if (known !== undefined) return known;
    known = new Set();
    const fields = [...new Set(shares.flatMap(({ where }) => where.map(({ field }) => field)))];
    for (const row of rows) for (const field of fields) if (saidIn(row, field).isAbsent === true) known.add(field);
    return known;
  };
}

/** What is multiplied is there; where rows are counted there is nothing to multiply. */
function hasNumbers(row: EventRow, { fields }: ShareRule): boolean {
  return fields.every((field) => quantityIn(row, field)?.value != null);
}
