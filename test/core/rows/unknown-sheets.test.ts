/** Sheets that nobody reads: whether they matter. */
import { rowsFromGrids } from '../../../src/core/rows/rows-from-grids';
import { unknownSheets } from '../../../src/core/rows/unknown-sheets';
import { problemText } from '../../../src/core/base/problem';
import type { Grid } from '../../../src/core/base/grid';
import { progressTable, ruleOfLaw, tasksTable } from '../../edition';
import { gridOf } from '../grid-builder';
import { hubGrids, settingsOf, tableGrid, taskRecord } from '../office-builder';

const { declared } = ruleOfLaw;

function strange(workbook: string): Grid {
  return gridOf([['车牌'], ['鲁A']], { workbook, sheet: '车辆' });
}

function says(grids: readonly Grid[], sheets: readonly (typeof progressTable)[]): readonly string[] {
  return unknownSheets(grids, sheets, declared).map((problem) => `${problem.level} ${problemText(problem)}`);
}

it('one beside all that is read is a note: it has nothing to do with the matter', () => {
  const sheets = [tableGrid(progressTable, [], { workbook: '司法所.xlsx' }), strange('司法所.xlsx')];
  expect(says(sheets, [progressTable])).toEqual([
    'note 司法所.xlsx 车辆：不认识工作表“车辆”，没有读取。与填报无关的不用管。',
  ]);
});

it('one beside which another is missing may be that one, and is asked about by its name', () => {
  expect(says([strange('司法所.xlsx')], [progressTable])).toEqual([
    expect.stringMatching(/^doubt 司法所\.xlsx 车辆：不认识工作表“车辆”，没有读取。如果它就是“任务进展”，请改回原名/u),
  ]);
});

it('an empty one is no matter', () => {
  const empty = gridOf([[null, '']], { workbook: '司法所.xlsx', sheet: 'Sheet3' });
  expect(says([empty], [progressTable])).toEqual([]);
});

it.each([
  ['of the hub', strange('总表.xlsx'), []],
  ['of a department', strange('司法所.xlsx'), [strange('司法所.xlsx')]],
])('one %s is told with the office’s problems', (_, { workbook }, own) => {
  const hub = [...hubGrids([taskRecord({})]), ...(own.length === 0 ? [strange('总表.xlsx')] : [])];
  const departments = own.length === 0 ? [] : [{ file: '司法所.xlsx', grids: own }];
  const { problems } = rowsFromGrids({ hub, departments }, settingsOf());
  const told = problems.filter(({ code }) => code === 'sheet-unknown').map(({ place }) => [place.file, place.sheet]);
  expect(told).toEqual([[workbook, '车辆']]);
  expect(problems.filter(({ place }) => place.sheet === tasksTable.title)).toEqual([]);
});
