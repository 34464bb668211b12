/** All records of the hub and the departments' workbooks, and all that could not be read. */
import { withMapping, type Grid } from '../base/grid';
import type { Problem, Result } from '../base/problem';
import type { Edition } from '../edition/edition';
import type { Settings } from '../settings/settings';
import { finderOf } from './by-key';
import { departmentBooks, type DepartmentBook } from './department-books';
import type { DepartmentFile } from './department-file';
import { departmentList } from './department-list';
import { directoryOf } from './department-names';
import { eventLists, togetherByDetail } from './events/event-lists';
import { figureList } from './figure-list';
import { indicatorList } from './indicator-list';
import { missingDepartments } from './missing-departments';
import { meaningsOf } from './meanings';
import { holidays, narratives, sourceOf, weakTexts } from './office-texts';
import { progressList } from './progress-list';
import { publishedFigures } from './published-list';
import type { Rows } from './rows';
import { taskList } from './task-list';
import { unknownSheets } from './unknown-sheets';

/** The sheets of the hub, and the files of the 填报 folder with theirs. */
export interface OfficeGrids {
  readonly hub: readonly Grid[];
  readonly departments: readonly DepartmentFile[];
}

/**
 * The records as read. What cannot be read is null and listed; nothing is guessed in silence, nothing dropped unseen, and
 * the order of rows, sheets and files decides nothing but the order of the records.
 */
export function rowsFromGrids(office: OfficeGrids, settings: Settings): Result<Rows> {
  const input = withOwnNames(office, settings.columnMapping);
  const file = input.hub[0]?.workbook ?? '总表.xlsx';
  const source = sourceOf({ grids: input.hub, file }, settings);
  const { edition } = settings;

  const departments = departmentList(input.hub, file, settings);
  const indicators = indicatorList(input.hub, file, settings);
  const meanings = meaningsOf(indicators.value, edition);
  const directory = directoryOf(departments.value, settings.town);
  const indicatorCalled = finderOf(indicators.value, ({ code, name }) => [code, name]);
  const tasks = taskList(input.hub, file, { directory, indicatorCalled, settings });
  const words = weakTexts(source);
  const paragraphs = narratives(source);
  const days = holidays(source);
  const published = publishedFigures(source, indicators.value);

  const books = departmentBooks(input.departments, directory, settings);
  const { usable, workbooks } = books.value;
  const progress = usable.map((book) => progressList(book, tasks.value, settings));
  const events = usable.map((book) => eventLists(book, settings));
  const figures = usable.map((book, index) =>
    figureList(book, { indicators: indicators.value, meanings }, settings, events[index]?.value.suggestions ?? []),
  );

  return {
    value: {
      departments: departments.value,
      tasks: tasks.value,
      indicators: indicators.value,
      meanings,
      weakTexts: words.value,
      narratives: paragraphs.value,
      holidays: days.value,
      published: published.value,
      workbooks,
      progress: progress.flatMap(({ value }) => value),
      figures: figures.flatMap(({ value }) => value),
      events: togetherByDetail(
        edition,
        events.map(({ value }) => value.events),
      ),
      suggestions: events.flatMap(({ value }) => value.suggestions),
    },
    problems: [
      ...[departments, indicators, tasks, words, paragraphs, days, published, books].flatMap(problemsIn),
      ...[...progress, ...figures, ...events].flatMap(problemsIn),
      ...strangeSheets(input.hub, usable, edition),
      ...missingDepartments(departments.value, workbooks, tasks.value, { indicators: indicators.value, edition }),
    ],
  };
}

function problemsIn({ problems }: Result<unknown>): readonly Problem[] {
  return problems;
}

function strangeSheets(
  hub: readonly Grid[],
  books: readonly DepartmentBook[],
  { declared }: Edition,
): readonly Problem[] {
  return [
    ...unknownSheets(hub, declared.hub, declared),
    ...books.flatMap(({ grids }) => unknownSheets(grids, declared.department, declared)),
  ];
}

/** The same sheets, read by the names the office says it uses. */
function withOwnNames({ hub, departments }: OfficeGrids, mapping: Settings['columnMapping']): OfficeGrids {
  const named = departments.map((one) => ({ ...one, grids: one.grids && withMapping(one.grids, mapping) }));
  return { hub: withMapping(hub, mapping), departments: named };
}
