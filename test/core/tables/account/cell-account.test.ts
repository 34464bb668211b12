/** Each cell of a ledger ends as what it is: used, listed, or named as no data; and all records are read. */
import fc from 'fast-check';
import { departmentGrids, hubGrids, settingsGrid, settingsOf, taskRecord } from '../../office-builder';
import { editions } from '../../../edition';
import { settingsFromGrids } from '../../../../src/core/settings/settings-from-grids';
import { ledgerFault } from './ledger-fault';
import { randomLedger } from './random-ledger';
import { problemText } from '../../../../src/core/base/problem';
import { officeAccounts } from '../../../../src/core/rows/office-accounts';
import { cellAccounts } from '../../../../src/core/tables/account/cell-account';
import { rowsFromGrids } from '../../../../src/core/rows/rows-from-grids';
import { gridOf } from '../../grid-builder';
import type { Grid } from '../../../../src/core/base/grid';
import { longIt } from '../../../long';
import { rounds } from '../../../rounds';

const settings = settingsOf();

longIt('of a random ledger', () => {
  fc.assert(
    fc.property(randomLedger, (ledger) => {
      expect(ledgerFault(ledger, rowsFromGrids)).toBeNull();
    }),
    { numRuns: rounds(150) },
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
      { numRuns: rounds(50) },
    ).failed;

  longIt('that overlooks the last row', () => {
    expect(found(broken((grid) => ({ ...grid, rows: grid.rows.slice(0, -1) })))).toBe(true);
  });

  longIt('that overlooks a table', () => {
    const isHeader = (grid: Grid, row: number): boolean =>
      grid.rows[row]?.some((cell) => cell?.shown === '日期') === true;
    const without = (grid: Grid): Grid => {
      const from = grid.rows.findIndex((_, row) => isHeader(grid, row));
      return from < 0 ? grid : { ...grid, rows: grid.rows.map((cells, row) => (row >= from ? [] : cells)) };
    };
    expect(found(broken(without))).toBe(true);
  });
});

describe('a cell nobody speaks of', () => {
  const sheet = gridOf(
    [
      ['标题', null],
      ['一', 2],
    ],
    { workbook: '司法所.xlsx', sheet: '别的' },
  );

  it('is an error at its place with what stands there', () => {
    const { accounts, problems } = cellAccounts([sheet], [], []);
    expect(accounts).toMatchObject([{ sheet: '别的', filled: 3, used: 0, listed: 0, unread: 3 }]);
    expect(problems.map(problemText)).toEqual(
      ['A1', 'A2', 'B2'].map(
        (cell) =>
          `司法所.xlsx 别的!${cell}：这一格没有读到。请移到表头下面该填的格里；与填报无关的请移到另一张工作表。`,
      ),
    );
    expect(problems.map(({ level, actual }) => [level, actual])).toEqual([
      ['error', '标题'],
      ['error', '一'],
      ['error', '2'],
    ]);
  });

  it('is none once a reader took it or a problem named it, and only then', () => {
    const taken = [{ grid: sheet, role: 'title' as const, rows: [0], columns: null }];
    const place = { file: '司法所.xlsx', sheet: '别的', cell: 'A2' };
    const note = { code: 'any', level: 'note' as const, place, actual: '', reason: '', expected: '' };
    expect(cellAccounts([sheet], taken, [note]).problems.map((one) => one.place.cell)).toEqual(['B2']);
    const other = { ...note, place: { ...place, sheet: '另一张' } };
    expect(cellAccounts([sheet], taken, [other]).problems.map((one) => one.place.cell)).toEqual(['A2', 'B2']);
  });

  it('is told one by one up to twenty, then counted', () => {
    const many = gridOf([Array.from({ length: 30 }, (_, column) => column)]);
    const { problems } = cellAccounts([many], [], []);
    expect([problems.length, problems[19]?.reason]).toEqual([20, '这一格没有读到，后面还有10格']);
  });

  it('stays in no run: the readers speak of all', () => {
    const strange = gridOf([['单位', '司法所']], { workbook: '司法所.xlsx', sheet: '别的' });
    const grids = [...departmentGrids('司法所', []), strange];
    const { accounts, problems } = rowsFromGrids(
      { hub: hubGrids([taskRecord({})]), departments: [{ file: '司法所.xlsx', grids }] },
      settings,
    );
    expect(accounts.find((one) => one.sheet === '别的')).toMatchObject({ filled: 2, listed: 2, unread: 0 });
    expect(problems.filter(({ code }) => code === 'cell-unread')).toEqual([]);
  });

  it('is an error of an office too, when no reader took anything and no problem was told', () => {
    const grids = departmentGrids('司法所', [{ taskId: 'A-01', status: '推进中' }]);
    const office = { hub: hubGrids([taskRecord({})]), departments: [{ file: '司法所.xlsx', grids }] };
    const { accounts, problems } = officeAccounts(office, [], [], settings);
    const progress = accounts.find(({ sheet, workbook }) => workbook === '司法所.xlsx' && sheet === '任务进展');
    expect(progress).toMatchObject({ used: 0, unread: 16 });
    const told = problems.filter(({ place }) => place.sheet === '任务进展').map(({ code }) => code);
    expect(told).toEqual(Array.from({ length: 16 }, () => 'cell-unread'));
  });
});

describe('the cells of 设置 are what they were taken for when it was read', () => {
  const hub = hubGrids([taskRecord({})]);
  const sheetOf = (known: typeof settings) =>
    rowsFromGrids({ hub, departments: [] }, known).accounts.find(({ sheet }) => sheet === '设置');

  it('and nothing else', () => {
    expect(sheetOf(settings)).toMatchObject({ unread: 0, listed: 0 });
    const unread = { ...settings, read: { problems: [] } };
    expect(sheetOf(unread)).toMatchObject({ used: 0 });
    const told = rowsFromGrids({ hub, departments: [] }, unread).problems.filter(({ code }) => code === 'cell-unread');
    expect(told.map(({ level, place }) => [level, place.sheet])).toEqual(
      Array.from({ length: 20 }, () => ['error', '设置']),
    );
  });

  it('so that a line whose name only 列对应 explains is listed, as nobody read it', () => {
    const grid = settingsGrid({ columnMapping: '设置.咱镇=镇名' });
    const renamed = {
      ...grid,
      rows: grid.rows.map((row) =>
        row.map((cell) => (cell?.shown === '镇名*' ? { ...cell, shown: '咱镇', value: '咱镇' } : cell)),
      ),
    };
    const { value, problems } = settingsFromGrids([renamed], editions, '2023-01-02');
    expect(problems.map(({ code }) => code)).toContain('label-unknown');
    const { accounts } = rowsFromGrids({ hub: [renamed, ...hub.slice(1)], departments: [] }, value ?? settings);
    expect(accounts.find(({ sheet }) => sheet === '设置')).toMatchObject({ listed: 3, unread: 0 });
  });
});
