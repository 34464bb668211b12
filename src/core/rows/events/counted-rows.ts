/** Which rows of an own sheet a figure is counted from, and whether they tell it at all. */
import { nameKey } from '../../base/text';
import { saysOpen } from '../../cells/read-day';
import type { Condition, DetailSheet, ShareRule } from '../../edition/edition';
import type { Settings } from '../../settings/settings';
import type { Columns } from '../../tables/sheet';
import { askedDepartments, countedFor } from '../asked-indicators';
import type { Department, EventList, EventRow, Meanings, Rows } from '../rows';
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

/** What tells which rows are of the report's time. */
export type Period = Pick<Settings, 'reportYear' | 'cutoff' | 'edition'>;

/**
 * Tells whether a row is of the time from 1 January of the report's year to the 统计截止日; without a readable day it may be, unless
 * that says that it is still to come.
 */
export function insideOf(
  { day: field, sheet: { columns } }: Pick<DetailSheet, 'day' | 'sheet'>,
  { reportYear, cutoff, edition }: Period,
): (row: EventRow) => boolean {
  if (field === null) return () => true;
  const first = `${String(reportYear)}-01-01`;
  const context = { ...columns[field], words: edition.declared.words };
  return (row) => {
    const day = textIn(row, field);
    return day === null ? !saysOpen(saidIn(row, field).shown, context) : first <= day && day <= cutoff;
  };
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
  settings: Period,
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
  settings: Period,
): (code: string) => boolean {
  const ownNames = [name, ...aliases].map(nameKey);
  return (code) =>
    lists.some(({ detail, rows, none = [] }) => {
      const rules = detail.shares.filter((rule) => codes.get(rule.code) === code);
      const isInside = insideOf(detail, settings);
      const of = { columns: detail.sheet.columns, ownNames };
      return rules.some((rule) => {
        if (none.length > 0) return rule.fields.length > 0 || rule.saysZero;
        const isAnyZero = rule.saysZero && rule.fields.length === 0;
        const isTelling = (row: EventRow): boolean =>
          isInside(row) && (isAnyZero || (meetsAll(row, rule.where, of) && hasNumbers(row, rule)));
        if (rows.some(isTelling)) return true;
        const inside = rows.filter(isInside);
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

/** What is multiplied is there; where rows are counted there is nothing to multiply. */
function hasNumbers(row: EventRow, { fields }: ShareRule): boolean {
  return fields.every((field) => quantityIn(row, field)?.value != null);
}
