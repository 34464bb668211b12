/** From rows to findings: everything that is computed or judged, nothing that is read or printed. */
import { placeText } from '../base/place';
import type { Problem, Result } from '../base/problem';
import { holidayTable } from '../base/holiday-table';
import { makeCalendar } from '../base/working-days';
import { formlessDepartments, unreadDepartments } from '../rows/books/workbook-status';
import type { Rows } from '../rows/rows';
import type { Settings } from '../settings/settings';
import { areaFindings } from './area-findings';
import { townDoubts } from './doubts/doubts';
import type { Findings } from './findings';
import { indicatorFindings, isCompletion } from './indicator-findings';
import { tallyByDepartment, tallyBySection, tallyOf } from './tally';
import { taskFindings } from './task-findings';

/**
 * All findings as of the 核算日, and the problems that only show when departments are put together; `told` are those of the
 * single cells.
 */
export function findingsFromRows(rows: Rows, settings: Settings, told: readonly Problem[]): Result<Findings> {
  const calendar = makeCalendar(holidayTable, rows.holidays);
  const tasks = taskFindings(rows, settings, calendar);
  const tally = tallyOf(tasks.value);
  const indicators = indicatorFindings(rows, settings, { tally, tasks: tasks.value });
  const areas = areaFindings({ indicators: indicators.value, tasks: tasks.value }, rows, settings);
  const town = { rows, settings, tasks: tasks.value, indicators: indicators.value, areas };
  const problems = [...tasks.problems, ...indicators.problems, ...townDoubts(town)];
  return {
    value: {
      asOf: settings.asOf,
      tasks: tasks.value,
      tally,
      completionThreshold: rows.indicators.find((line) => isCompletion(line, settings.edition))?.threshold ?? null,
      bySection: tallyBySection(tasks.value, settings.edition.sections.tasks),
      byDepartment: tallyByDepartment(tasks.value, rows.departments),
      indicators: indicators.value,
      areas,
      missingDepartments: missingDepartments(rows),
      unreadDepartments: [...unreadDepartments(rows).keys()],
      formlessDepartments: activeOf(rows, formlessDepartments(rows)),
      doubted: new Set(
        [...told, ...problems].flatMap(({ level, place }) => (level === 'note' ? [] : placeText(place))),
      ),
    },
    problems,
  };
}

function activeOf({ departments }: Rows, names: ReadonlySet<string>): readonly string[] {
  return departments.filter(({ name, active }) => active && names.has(name)).map(({ name }) => name);
}

/** A workbook that could not be read is no missing one. */
function missingDepartments({ departments, workbooks }: Rows): readonly string[] {
  const known = workbooks.filter(({ status: { kind } }) => kind === 'usable' || kind === 'not-read');
  const there = new Set(known.map(({ department }) => department));
  return departments.filter(({ name, active }) => active && !there.has(name)).map(({ name }) => name);
}
