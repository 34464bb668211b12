/** A sheet in which a department wrote 无 and nothing else says that there was none; a dash or 不涉及 says nothing. */
import { detailShares } from '../../../../src/core/findings/detail-shares';
import { rowsFromGrids } from '../../../../src/core/rows/rows-from-grids';
import type { Table } from '../../../../src/core/tables/sheet';
import { casesTable, publicityTable } from '../../../edition';
import { departmentGrids, hubGrids, settingsOf, tableGrid, taskRecord } from '../../office-builder';
import { noRows } from '../rows-builder';

const settings = settingsOf();
/** Code and value of what the sheet's rows say. */
function said(table: Table, word: string, ...others: readonly Record<string, string | number>[]): readonly string[] {
  const row = Object.fromEntries(Object.keys(table.columns).map((field) => [field, word]));
  const grid = tableGrid(table, [...others, row], { workbook: '司法所.xlsx' });
  const hub = hubGrids([taskRecord({})]);
  const grids = [...departmentGrids('司法所', []), grid];
  const { value, problems } = rowsFromGrids({ hub, departments: [{ file: '司法所.xlsx', grids }] }, settings);
  const wrong = problems.filter(({ place, level }) => place.sheet === table.title && level !== 'note');
  expect(wrong).toEqual([]);
  return detailShares({ ...noRows, departments: value.departments, events: value.events }, settings).value.map(
    ({ code, shown }) => `${code} ${shown}`,
  );
}

it('none at all is zero in every line that can say zero', () => {
  expect(said(publicityTable, '无')).toEqual(['E1 0', 'E2 0', 'E2.1 0']);
  expect(said(casesTable, '没有')).toEqual(
    ['C3', 'C2', 'C2.2', 'C2.3', 'C2.5', 'C6.2', 'C6.1', 'C7.1', 'C8.1'].map((code) => `${code} 0`),
  );
});

it('no duty and no word are no zero', () => {
  for (const word of ['不涉及', '—', '/']) expect([word, said(publicityTable, word)]).toEqual([word, []]);
});

it('beside a record the word changes nothing', () => {
  const event = { day: '2022-05-01', topic: '宣传', leads: '是', events: 1, people: 40, materials: 500 };
  expect(said(publicityTable, '无', event)).toEqual(['E1 1', 'E2 40', 'E2.1 500']);
});
