import {
  departmentsTable,
  editions,
  indicators,
  indicatorsTable,
  reading2022,
  ruleOfLaw,
  starterDepartments,
  starterTasks,
  tasksTable,
  weakAreas,
  weakAreasTable,
} from '../../edition';
import { readTable } from '../../../src/core/tables/read-table';
import type { Columns, Table } from '../../../src/core/tables/sheet';
import { starterContents } from '../../../src/core/sheets/hub-contents';
import { hubDraft } from '../../../src/core/sheets/hub-draft';
import { settingsFromGrids } from '../../../src/core/settings/settings-from-grids';
import { gridsOf, sheetOf } from './draft-grid';

const starter = starterContents(ruleOfLaw, 2022);
const filled = {
  ...starter,
  settings: {
    ...starter.settings,
    town: '某镇',
    partyName: '中共某镇委员会',
    governmentName: '某镇人民政府',
    villages: 30,
  },
};
const grids = gridsOf(hubDraft(ruleOfLaw, filled));

function read<C extends Columns>(table: Table<C>) {
  const grid = grids.find(({ sheet }) => sheet === table.title);
  if (grid === undefined) throw new Error(table.title);
  return readTable(grid, table, reading2022);
}

describe('the hub as it is made', () => {
  it('is read back without a problem', () => {
    expect(settingsFromGrids(grids, editions, '2023-01-02').problems).toEqual([]);
    const tables = [read(departmentsTable), read(tasksTable), read(indicatorsTable), read(weakAreasTable)];
    expect(tables.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('gives back the settings it was made with', () => {
    expect(settingsFromGrids(grids, editions, '2023-01-02').value).toMatchObject({
      reportYear: 2022,
      town: '某镇',
      numbers: new Map([['行政村数', { field: 'villages', value: 30 }]]),
      cutoff: '2022-12-31',
      situationHeadings: 'run-in',
      planHeadings: 'block',
      sample: false,
    });
  });

  it('gives back every department, task, indicator and weak area', () => {
    expect(read(departmentsTable).rows).toHaveLength(starterDepartments.length);
    expect(read(tasksTable).rows).toHaveLength(starterTasks.length);
    expect(read(weakAreasTable).rows).toHaveLength(weakAreas.length + ruleOfLaw.weaknesses.length);
    expect(read(indicatorsTable).rows.map(({ cells }) => [cells.code.value, cells.name.value])).toEqual(
      indicators.map(({ code, name }) => [code, name]),
    );
  });

  it('leaves the year to the office when it is not known', () => {
    expect(settingsFromGrids(gridsOf(hubDraft(ruleOfLaw)), editions, '2023-01-02').value).toBeNull();
  });

  it('says on every sheet that invented data are invented', () => {
    const draft = hubDraft(ruleOfLaw, { ...filled, settings: { ...filled.settings, sample: '是' } });
    const headings = draft.sheets.map(({ rows }) => rows[0]?.[0]?.value);
    expect(headings.filter((heading) => !String(heading).includes('示例数据，纯属虚构'))).toEqual([]);
  });

  it('lets people change rows, but not headers', () => {
    const tasks = sheetOf(hubDraft(ruleOfLaw, filled), '任务');
    const head = { startRow: 0, endRow: 3, startColumn: 0, endColumn: 17 };
    expect(tasks.protection).toEqual({ kind: 'only', shut: [head] });
  });

  it('keeps a deadline as it is typed', () => {
    const column = Object.keys(tasksTable.columns).indexOf('deadline');
    expect(
      sheetOf(hubDraft(ruleOfLaw, filled), '任务')
        .rows.slice(3)
        .every((row) => row[column]?.style === 'open-raw'),
    ).toBe(true);
  });
});
