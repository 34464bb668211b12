/** The own sheets of the edition in one department's workbook, 问题与建议 and 督办反馈. */
import { together } from '../../base/groups';
import { oncePer } from '../../base/once-per';
import type { Problem, Result } from '../../base/problem';
import type { DetailSheet, Edition } from '../../edition/edition';
import type { Settings } from '../../settings/settings';
import type { DepartmentBook } from '../books/department-books';
import { isMadeFor } from '../asked-indicators';
import { withoutBlankColumns } from './blank-columns';
import { checkedRow } from './event-checks';
import { eventPacker } from './event-rows';
import { keptRowsOfAll, rowsOf, textSource, type Source } from '../office-texts';
import { textOf } from '../../tables/read-row';
import type { EventList, EventRow, FeedbackRow, Suggestion } from '../rows';

/** All events of a workbook, by the edition's own tables in their order. */
export interface Events {
  readonly events: readonly EventList[];
  readonly suggestions: readonly Suggestion[];
  readonly feedback: readonly FeedbackRow[];
}

/** Of no workbook. */
export const noEvents: Events = { events: [], suggestions: [], feedback: [] };

/** Sheets that are missing or empty give no events. */
export function eventLists(book: DepartmentBook, settings: Settings): Result<Events> {
  const source = textSource(book, settings);
  const lists = settings.edition.details.map((detail) => eventList(source, book, detail));
  const suggestions = suggestionList(source, book);
  const feedback = feedbackList(source, book);
  const all: readonly Result<unknown>[] = [...lists, suggestions, feedback];
  return {
    value: {
      events: lists.map(({ value }) => value),
      suggestions: suggestions.value,
      feedback: feedback.value,
    },
    problems: all.flatMap(({ problems }) => problems),
    taken: all.flatMap(({ taken = [] }) => taken),
  };
}

/** The lists of all workbooks, one for each own sheet. */
export function togetherByDetail({ details }: Edition, books: readonly (readonly EventList[])[]): readonly EventList[] {
  return details.map((detail, index) => ({
    detail,
    rows: together(books.map((lists) => lists[index]?.rows ?? [])),
    none: books.flatMap((lists) => lists[index]?.none ?? []),
  }));
}

function eventList(source: Source, { department }: DepartmentBook, detail: DetailSheet): Result<EventList> {
  const { sheet, isRequired } = detail;
  if (sheet.kind === 'form') return { value: { detail, rows: [] }, problems: [] };
  const told: Problem[] = [];
  const pack = eventPacker();
  const checkedOf = (row: EventRow): EventRow => {
    const checked = checkedRow(row, detail);
    if (checked.problems.length > 0) told.push(...checked.problems);
    return checked.value;
  };
  const {
    rows: events,
    problems,
    taken,
    none,
  } = keptRowsOfAll(source, sheet, isRequired && isMadeFor(department, detail), {
    needed: neededFields(detail),
    neededOf: (assumed) => fieldsNeeded(detail, rulesFor(detail, assumed)),
    names: [department.name, ...department.aliases],
    keep: ({ cells, place, voidBy }) => marked(checkedOf(pack({ department: department.name, cells, place })), voidBy),
    keepSaid: ({ said, place, columns, voidBy }) =>
      marked(checkedOf({ department: department.name, said, place, columns }), voidBy),
  });
  return {
    value: {
      detail,
      rows: withoutBlankColumns(events, detail),
      none: events.length > 0 ? [] : none.map((place) => ({ department: department.name, place })),
    },
    problems: told.length === 0 ? problems : [...problems, ...told],
    taken,
  };
}

/** A row that may be void is told apart; nearly none is. */
function marked(row: EventRow, voidBy: string | undefined): EventRow {
  return voidBy === undefined ? row : { ...row, voidBy };
}

/** The columns the figures of such a table are computed from. */
const neededFields = oncePer((detail: DetailSheet): readonly string[] => fieldsNeeded(detail, detail.shares));

/** The rules that rows may meet which say these words. */
function rulesFor({ shares }: DetailSheet, assumed: ReadonlyMap<string, string>): DetailSheet['shares'] {
  return shares.filter(({ where }) =>
    where.every(({ field, test, word }) => test !== 'is' || (assumed.get(field) ?? word) === word),
  );
}

function fieldsNeeded({ day }: DetailSheet, rules: DetailSheet['shares']): readonly string[] {
  const counted = rules.flatMap(({ fields, where }) => [
    ...fields,
    ...where.filter(({ test }) => test === 'is' || test === 'filled').map(({ field }) => field),
  ]);
  return [...new Set([...counted, ...(day === null ? [] : [day])])];
}

function suggestionList(source: Source, { department }: DepartmentBook): Result<readonly Suggestion[]> {
  const { rows, problems, taken } = rowsOf(source, source.edition.sheets.suggestions, false);
  const value = rows.flatMap(({ cells, place }) =>
    cells.text.value === null ? [] : [{ department: department.name, text: cells.text.value, place }],
  );
  return { value, problems, taken };
}

/** A row without a code speaks of nothing, and was listed. */
function feedbackList(source: Source, { department }: DepartmentBook): Result<readonly FeedbackRow[]> {
  const { rows, problems, taken } = rowsOf(source, source.edition.sheets.feedback, false);
  const value = rows.flatMap(({ cells: { code, reply, ...cells } }) =>
    code.value === null
      ? []
      : [{ ...cells, department: department.name, code: code.value, reply: textOf(reply), place: code.place }],
  );
  return { value, problems, taken };
}
