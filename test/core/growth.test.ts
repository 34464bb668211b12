/** What a large office costs goes by its departments, tasks and indicators: none of them is looked for among all others. */
import { findingsFromRows } from '../../src/core/findings/findings-from-rows';
import { reportFromFindings } from '../../src/core/report/report-from-findings';
import { rowsFromGrids } from '../../src/core/rows/rows-from-grids';
import type { Grid } from '../../src/core/base/grid';
import { departmentsTable, tasksTable } from '../edition';
import { stepsOf } from '../steps';
import { settingsGrid, settingsOf, tableGrid, taskRecord } from './office-builder';

const workbook = '总表.xlsx';
const times = <T>(count: number, make: (name: string) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(String(at)));
const units = (n: number, more: object = {}): Grid =>
  tableGrid(
    departmentsTable,
    times(n, (at) => ({ id: `D${at}`, name: `第${at}办`, active: '是', ...more })),
    { workbook },
  );

const kinds: Readonly<Record<string, (n: number) => readonly Grid[]>> = {
  'a department with a role': (n) => [
    tableGrid(
      departmentsTable,
      times(n, (at) => ({ id: `D${at}`, name: `第${at}办`, roles: `角色${at}` })),
      { workbook },
    ),
  ],
  'a task whose lead is a shortened name': (n) => [
    units(n),
    tableGrid(
      tasksTable,
      times(n, (at) => taskRecord({ id: `T-${at}`, lead: `${at}办` })),
      { workbook },
    ),
  ],
};

it.each(Object.keys(kinds))('%s', (kind) => {
  const cost = (n: number): number => {
    const hub = [settingsGrid(), ...(kinds[kind]?.(n) ?? [])];
    return stepsOf(() => {
      const settings = settingsOf();
      const rows = rowsFromGrids({ hub, departments: [] }, settings).value;
      const findings = findingsFromRows(rows, settings, []);
      reportFromFindings(findings.value, rows, settings);
    });
  };
  // What is worked out once for all offices is not of the rows.
  cost(1);
  const none = cost(1);
  const once = cost(40) - none;
  expect((cost(160) - none) / once).toBeLessThan(5);
});
