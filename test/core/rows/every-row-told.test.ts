/** No row goes unseen: every filled row of a random sheet is a record, or is told at its own cell; the rest is blank. */
import fc from 'fast-check';
import type { Grid } from '../../../src/core/base/grid';
import {
  casesTable,
  departmentsTable,
  figuresTable,
  holidaysTable,
  indicatorsTable,
  narrativesTable,
  progressTable,
  publicityTable,
  publishedTable,
  suggestionsTable,
  tasksTable,
  trainingTable,
  weakAreasTable,
} from '../../edition';
import type { Table } from '../../../src/core/tables/sheet';
import { rowsFromGrids, type OfficeGrids } from '../../../src/core/rows/rows-from-grids';
import { cellOf, dateCell, errorCell, percentCell, type CellInput } from '../grid-builder';
import { departmentGrids, firstRow, hubGrids, settingsOf, tableGrid, taskRecord } from '../office-builder';
import { rounds } from '../../rounds';

const words: readonly CellInput[] = [
  ...['A-01', 'E1', 'C2', '司法所', '综治中心', '法治办', '已完成', '推进中', '逾期', '是', '否', '不涉及', '无'],
  ...['2022-06-30', '6月底', '9月31日', '长期坚持', '12场次', '近千人', '3-5次', '80%', '休', '班', '普法', '组织领导'],
  ...['合计', '小计', '=1+1', '{{年度}}', '一\u0000二', '字'.repeat(2500)],
  ...[3, 0.8, -1, 44_742, true, errorCell('#N/A'), dateCell('2022-05-01'), percentCell(0.5), null, null, ' ', '　'],
];

const settings = settingsOf();

function officeWith(grid: Grid, isHub: boolean): OfficeGrids {
  const known = [...hubGrids([taskRecord({})]), grid];
  const hub = isHub ? known.filter((one) => one === grid || one.sheet !== grid.sheet) : hubGrids([taskRecord({})]);
  const own = departmentGrids('司法所', []).filter(({ sheet }) => sheet !== grid.sheet);
  return { hub, departments: [{ file: '司法所.xlsx', grids: isHub ? own : [...own, grid] }] };
}

/** Numbers of the rows (as a person counts) that hold something; a mark nobody sees is nothing. */
function filledRows({ rows }: Grid): readonly number[] {
  const seen = (shown: string): boolean => shown.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}]/gu, '') !== '';
  return rows.flatMap((row, index) =>
    index >= firstRow - 1 && row.some((cell) => seen(cell?.shown ?? '')) ? [index + 1] : [],
  );
}

const hubTables: readonly Table[] = [
  departmentsTable,
  tasksTable,
  indicatorsTable,
  weakAreasTable,
  narrativesTable,
  holidaysTable,
  publishedTable,
];
const departmentTables: readonly Table[] = [
  progressTable,
  figuresTable,
  trainingTable,
  publicityTable,
  casesTable,
  suggestionsTable,
];

it.each([...hubTables, ...departmentTables])('$title', (table) => {
  const isHub = hubTables.includes(table);
  const workbook = isHub ? '总表.xlsx' : '司法所.xlsx';
  const fields = Object.keys(table.columns);
  const record = fc.array(fc.constantFrom(...words), { minLength: fields.length, maxLength: fields.length });
  fc.assert(
    fc.property(fc.array(record, { maxLength: 12 }), (records) => {
      const bare = tableGrid(table, [], { workbook });
      const grid = { ...bare, rows: [...bare.rows, ...records.map((cells) => cells.map(cellOf))] };
      const { value, problems } = rowsFromGrids(officeWith(grid, isHub), settings);
      const counted = JSON.stringify(value);
      const unseen = filledRows(grid).filter((row) => {
        const isCounted = new RegExp(
          `"file":"${workbook}","sheet":"${table.title}","cell":"[A-Z]+${String(row)}"`,
          'u',
        );
        const isTold = new RegExp(`(?<![A-Z\\d])[A-Z]{1,2}${String(row)}(?!\\d)`, 'u');
        const ofSheet = problems.filter(({ place }) => place.file === workbook && place.sheet === table.title);
        return (
          !isCounted.test(counted) && !ofSheet.some(({ place, reason }) => isTold.test(`${place.cell ?? ''} ${reason}`))
        );
      });
      expect(unseen).toEqual([]);
    }),
    { numRuns: rounds(40) },
  );
});
