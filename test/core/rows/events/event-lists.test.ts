/** Rows of own sheets, kept as they are read. */
import { cellIn } from '../../../../src/core/rows/events/event-cells';
import { eventPacker } from '../../../../src/core/rows/events/event-rows';
import { readRows, type SaidRow } from '../../../../src/core/tables/read-table';
import type { EventRow } from '../../../../src/core/rows/rows';
import { casesTable, reading2022 } from '../../../edition';
import { gridOf } from '../../grid-builder';

const header = ['案件类别', '适用程序', '处罚日期', '罚款金额'];
/** Nothing stands in the first column. */
const rows = [
  header,
  ['罚款', '简易', '2022-03-04', 100],
  ['〃', '普通', '2022-03-05', 20],
  ['没收', '别的', '', -3],
  ['罚款', '简易', '2022-03-04', 100],
].map((cells) => ['', ...cells]);

describe('a row that is kept without places', () => {
  const context = { ...reading2022, names: ['司法所'] };
  const pack = eventPacker();
  const placed = readRows(gridOf(rows), casesTable, {
    ...context,
    keep: ({ cells, place }) => pack({ department: '司法所', cells, place }),
  });
  const kept = readRows(gridOf(rows), casesTable, {
    ...context,
    keep: (): EventRow => ({ department: '', said: {}, columns: {}, place: { file: '' } }),
    keepSaid: (row: SaidRow) => ({ department: '司法所', ...row }),
  });

  it('says what the row says that was read with them, of each cell and of what is wrong', () => {
    expect(kept.rows).toEqual(placed.rows);
    expect(kept.problems).toEqual(placed.problems);
    expect(kept.problems.map(({ code }) => code)).toContain('ditto');
    for (const [index, row] of kept.rows.entries())
      for (const field of Object.keys(casesTable.columns))
        expect(cellIn(row, field)).toEqual(cellIn(placed.rows[index] ?? row, field));
  });

  it('holds what many cells say as one object', () => {
    const [first, , , last] = kept.rows;
    expect(Object.keys(first?.said ?? {})).toEqual(Object.keys(casesTable.columns));
    for (const [field, said] of Object.entries(first?.said ?? {})) expect(last?.said[field]).toBe(said);
  });
});
