/** A column of formulas that an office made beside a table is named as such: no data, and no mistake. */
import { rowsFromGrids } from '../../../../src/core/rows/rows-from-grids';
import type { Cell, Grid } from '../../../../src/core/base/grid';
import { gridsFromText, textFromGrids } from '../../../../src/core/base/grid-text';
import { departmentGrids, hubGrids, settingsOf, taskRecord } from '../../office-builder';
import { cellOf } from '../../grid-builder';

const formula = (value: number): Cell => ({ kind: 'number', value, shown: String(value), isFormula: true });

/** The progress of 司法所 with a column more: its header and what stands in its two rows. */
function office(header: string, cells: readonly (Cell | undefined)[], without: string | null = null) {
  const done = { status: '推进中', percent: '50%', text: '在做' };
  const [cover, progress, ...rest] = departmentGrids('司法所', [
    { taskId: 'A-01', title: '任务', ...done },
    { taskId: 'A-02', title: '任务', ...done },
  ]);
  const own = (grid: Grid | undefined): Grid[] => {
    if (grid === undefined) return [];
    const at = grid.rows[2]?.findIndex((cell) => cell?.shown === without) ?? -1;
    if (without !== null && at < 0) throw new Error(`no column is called ${without}`);
    const rows = grid.rows.map((row, index) => [
      ...row.map((cell, column) => (column === at ? undefined : cell)),
      index === 2 ? cellOf(header) : cells[index - 3],
    ]);
    return [{ ...grid, rows }];
  };
  const grids = [...(cover ? [cover] : []), ...own(progress), ...rest];
  const read = rowsFromGrids(
    { hub: hubGrids([taskRecord({}), taskRecord({ id: 'A-02' })]), departments: [{ file: '司法所.xlsx', grids }] },
    settingsOf(),
  );
  const told = read.problems.filter(({ code }) => code.startsWith('column-') || code === 'cell-unread');
  const account = read.accounts.find(({ workbook, sheet }) => workbook === '司法所.xlsx' && sheet === '任务进展');
  return { told: told.map(({ level, code }) => `${level} ${code}`), account };
}

it('is named, where the column has a header nobody declared', () => {
  const { told, account } = office('核对', [formula(12), formula(13)]);
  expect(told).toEqual([]);
  expect(account).toMatchObject({ named: { helper: 2 }, listed: 0, unread: 0 });
});

it('is an unknown column as before when one cell was typed', () => {
  const { told, account } = office('核对', [formula(12), cellOf(13)]);
  expect(told).toEqual(['note column-unknown']);
  expect(account).toMatchObject({ named: { helper: 0 }, unread: 0 });
});

it('does not hide a column of ours that was renamed', () => {
  const status: Cell = { ...cellOf('推进中'), isFormula: true };
  expect(office('办到哪里', [status, status], '状态').told).toEqual(['error column-renamed']);
});

it('is known of a workbook kept from the last run', () => {
  const grid: Grid = {
    workbook: 'a.xlsx',
    sheet: 's',
    hidden: false,
    merges: [],
    hiddenRows: [],
    rows: [[formula(1), { ...formula(2), isStruck: true }, cellOf(3)]],
  };
  expect(gridsFromText(textFromGrids([grid]), 'a.xlsx')).toEqual([grid]);
});
