/** The tasks that ledgers speak of: a town's own table with all units, and what each unit lists as its own. */
import type { Grid } from '../../base/grid';
import type { Edition } from '../../edition/edition';
import type { ColumnsOf } from '../../edition/shapes';
import { candidateSheets } from '../../tables/usages/sheet-candidates';
import { readTable } from '../../tables/read-table';
import { textOf } from '../../tables/read-row';
import { shapedSheets } from '../../tables/shapes/shaped-sheets';
import { splitSheets } from '../../tables/split-sheet';
import { directoryOf } from '../department-names';
import { leadNames } from '../town/lead-names';
import { isTownList, townTable } from '../town/town-table';

/** A task as a ledger words it; empty texts for what it does not say. `lead` null: the ledger's own unit. */
export interface FoundTask {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly measure: string;
  readonly lead: string | null;
  readonly partners: readonly string[];
  readonly deadline: string;
}

/** The tasks of one workbook, and whether its table is that of the whole town. */
export interface FoundTasks {
  readonly isTown: boolean;
  readonly tasks: readonly FoundTask[];
  /** There are sheets that only the edition's group of departments has. */
  readonly inGroup: boolean;
}

/** Read as a check would read it; a row without a title is no task. */
export function tasksIn(given: readonly Grid[], edition: Edition, reportYear: number): FoundTasks {
  const { declared } = edition;
  const parts = splitSheets(given, declared.department, declared);
  const grids = shapedSheets(parts, declared.department, { declared, lines: declared.lines, reportYear });
  const towns = grids.filter((grid) => !grid.hidden && isTownList(grid, edition));
  if (towns.length > 0)
    return { isTown: true, inGroup: false, tasks: towns.flatMap((grid) => townTasks(grid, edition, reportYear)) };
  const { found } = candidateSheets(grids, edition.sheets.progress, declared);
  const inGroup = edition.details.some(
    ({ madeFor, sheet }) => madeFor === 'group' && candidateSheets(grids, sheet, declared).found.length > 0,
  );
  return { isTown: false, inGroup, tasks: found.flatMap((grid) => ownTasks(grid, edition, reportYear)) };
}

function townTasks(grid: Grid, edition: Edition, reportYear: number): readonly FoundTask[] {
  const { declared } = edition;
  const carried = ['section', 'lead'] as const;
  const nobody = directoryOf([], '');
  return readTable(grid, townTable(edition), { reportYear, declared, carried }).rows.flatMap(({ cells }) => {
    if (cells.title.value === null) return [];
    const typed = textOf(cells.lead);
    const { lead, partners } = leadNames(typed, nobody, edition);
    const others = cells.partners.value ?? [];
    return {
      id: textOf(cells.id),
      section: cells.section.value ?? '',
      title: cells.title.value,
      measure: textOf(cells.measure),
      lead: lead ?? typed,
      partners: [...new Set([...partners, ...others])],
      deadline: cells.deadline.shown.trim(),
    };
  });
}

function ownTasks(grid: Grid, { sheets, declared }: Edition, reportYear: number): readonly FoundTask[] {
  return readTable<ColumnsOf<'progress'>>(grid, sheets.progress, { reportYear, declared }).rows.flatMap(({ cells }) =>
    cells.title.value === null && cells.taskId.value === null
      ? []
      : {
          id: textOf(cells.taskId),
          section: '',
          title: textOf(cells.title),
          measure: '',
          lead: null,
          partners: [],
          deadline: cells.deadline.shown.trim(),
        },
  );
}
