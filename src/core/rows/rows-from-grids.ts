/** All records of the hub and the departments' workbooks, and all that could not be read. */
import { withMapping, type Grid } from '../base/grid';
import type { Result } from '../base/problem';
import { departmentDeclarations, hubDeclarations } from '../catalogue/declared-sheets';
import type { Settings } from '../settings/settings';
import { finderOf } from './by-key';
import { departmentBooks, type DepartmentFile } from './department-books';
import { departmentList } from './department-list';
import { directoryOf } from './department-names';
import { eventLists } from './event-lists';
import { figureList } from './figure-list';
import { indicatorList } from './indicator-list';
import { missingDepartments } from './missing-departments';
import { holidays, narratives, weakTexts } from './office-texts';
import { progressList } from './progress-list';
import { publishedFigures } from './published-list';
import type { Rows } from './rows';
import { taskList } from './task-list';
import { unknownSheets } from './unknown-sheets';

export type { DepartmentFile };

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
  const source = { grids: input.hub, file, reportYear: settings.reportYear };

  const departments = departmentList(input.hub, file, settings.reportYear);
  const indicators = indicatorList(input.hub, file, settings.reportYear);
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
  const events = usable.map((book) => eventLists(book, settings.reportYear));
  const figures = usable.map((book, index) =>
    figureList(book, indicators.value, settings, events[index]?.value.suggestions ?? []),
  );

  return {
    value: {
      departments: departments.value,
      tasks: tasks.value,
      indicators: indicators.value,
      weakTexts: words.value,
      narratives: paragraphs.value,
      holidays: days.value,
      published: published.value,
      workbooks,
      progress: progress.flatMap(({ value }) => value),
      figures: figures.flatMap(({ value }) => value),
      trainings: events.flatMap(({ value }) => value.trainings),
      publicity: events.flatMap(({ value }) => value.publicity),
      cases: events.flatMap(({ value }) => value.cases),
      suggestions: events.flatMap(({ value }) => value.suggestions),
    },
    problems: [
      ...[departments, indicators, tasks, words, paragraphs, days, published, books].flatMap(
        ({ problems }) => problems,
      ),
      ...[...progress, ...figures, ...events].flatMap(({ problems }) => problems),
      ...unknownSheets(input.hub, hubDeclarations),
      ...usable.flatMap(({ grids }) => unknownSheets(grids, departmentDeclarations)),
      ...missingDepartments(departments.value, workbooks, tasks.value, indicators.value),
    ],
  };
}

/** The same sheets, read by the names the office says it uses. */
function withOwnNames({ hub, departments }: OfficeGrids, mapping: Settings['columnMapping']): OfficeGrids {
  const named = departments.map((one) => ({ ...one, grids: one.grids && withMapping(one.grids, mapping) }));
  return { hub: withMapping(hub, mapping), departments: named };
}
