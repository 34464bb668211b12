/** Each cell of a ledger ends as what it is: used, listed, or named as no data; and all records are read. */
import fc from 'fast-check';
import { departmentGrids, hubGrids, settingsOf, taskRecord } from '../../office-builder';
import { ledgerFault } from './ledger-fault';
import { randomLedger } from './random-ledger';
import { rowsFromGrids } from '../../../../src/core/rows/rows-from-grids';
import { gridOf } from '../../grid-builder';
import type { Grid } from '../../../../src/core/base/grid';

const settings = settingsOf();

it('of a random ledger', () => {
  fc.assert(
    fc.property(randomLedger, (ledger) => {
      expect(ledgerFault(ledger, rowsFromGrids)).toBeNull();
    }),
    { numRuns: 150 },
  );
});

describe('a reader that is broken is found out', () => {
  const broken =
    (change: (grid: Grid) => Grid): typeof rowsFromGrids =>
    (office, known) =>
      rowsFromGrids(
        {
          ...office,
          departments: office.departments.map((one) => ({ ...one, grids: (one.grids ?? []).map(change) })),
        },
        known,
      );
  const found = (rows: typeof rowsFromGrids): boolean =>
    fc.check(
      fc.property(randomLedger, (ledger) => ledgerFault(ledger, rows) === null),
      { numRuns: 50 },
    ).failed;

  it('that overlooks the last row', () => {
    expect(found(broken((grid) => ({ ...grid, rows: grid.rows.slice(0, -1) })))).toBe(true);
  });

  it('that overlooks a table', () => {
    const isHeader = (grid: Grid, row: number): boolean =>
      grid.rows[row]?.some((cell) => cell?.shown === '日期') === true;
    const without = (grid: Grid): Grid => {
      const from = grid.rows.findIndex((_, row) => isHeader(grid, row));
      return from < 0 ? grid : { ...grid, rows: grid.rows.map((cells, row) => (row >= from ? [] : cells)) };
    };
    expect(found(broken(without))).toBe(true);
  });
});

it('a cell nobody speaks of would be an error at its place', () => {
  const stray = gridOf([['单位', '司法所']], { workbook: '司法所.xlsx', sheet: '别的' });
  const grids = departmentGrids('司法所', []);
  const office = { hub: hubGrids([taskRecord({})]), departments: [{ file: '司法所.xlsx', grids: [...grids, stray] }] };
  const { accounts, problems } = rowsFromGrids(office, settings);
  expect(accounts.find(({ sheet }) => sheet === '别的')).toMatchObject({ filled: 2, listed: 2, unread: 0 });
  expect(problems.filter(({ code }) => code === 'cell-unread')).toEqual([]);
});
