/** Tables beside each other on one sheet, a blank column between: each is read as if it stood alone. */
import type { Grid } from '../../../src/core/base/grid';
import { cellAccounts } from '../../../src/core/tables/account/cell-account';
import { readTable } from '../../../src/core/tables/read-table';
import { splitSheets } from '../../../src/core/tables/split-sheet';
import { publicityTable, reading2022, trainingTable } from '../../edition';
import { sheetOf } from './other-rows/sheet-text';

const { declared } = reading2022;
const text = `普法宣传活动 | | | | | 执法培训 | | | |
日期 | 主题 | 地点 | 受众人次 | | 日期 | 主题 | 主办 | 学时 | 实到
2022-03-01 | 宣传周 | 集市 | 40 | | 2022-02-01 | 处罚法 | 司法所 | 8 | 9
2022-05-01 | 民法典 | 广场 | 60 | | 2022-06-01 | 强制法 | 司法所 | 4 | 9
合计 | | | 100 | | 2022-08-01 | 复议法 | 司法所 | 4 | 9`;
const merges = [
  { startRow: 0, endRow: 1, startColumn: 0, endColumn: 4 },
  { startRow: 0, endRow: 1, startColumn: 5, endColumn: 10 },
];

function partsOf(sheet: string): readonly Grid[] {
  return splitSheets([sheetOf(sheet, { sheet: '活动', merges })], declared.department, declared);
}

it('each is a part with its own cells and merges, in their places', () => {
  const parts = partsOf(text);
  expect(parts.map(({ part }) => part)).toEqual([
    { title: '普法明细', top: 0, columns: [0, 5] },
    { title: '培训明细', top: 0, columns: [5, Infinity] },
  ]);
  expect(parts.map((part) => part.merges)).toEqual([[merges[0]], [merges[1]]]);
  expect(parts.map(({ rows }) => [rows[2]?.[1]?.shown, rows[2]?.[6]?.shown])).toEqual([
    ['宣传周', undefined],
    [undefined, '处罚法'],
  ]);
});

it('each cell of both is accounted for: what ends the one is a record of the other', () => {
  const parts = partsOf(text);
  const read = parts.map((grid, at) => readTable(grid, at === 0 ? publicityTable : trainingTable, reading2022));
  expect(read.map(({ rows }) => rows.length)).toEqual([2, 3]);
  const { accounts } = cellAccounts(
    parts,
    read.flatMap(({ taken }) => taken),
    read.flatMap(({ problems }) => problems),
  );
  expect(accounts).toMatchObject([{ filled: 36, used: 23, unread: 0, named: { title: 2, header: 9, total: 2 } }]);
});

it('tables of one kind, or one that nobody knows beside a known one, are left as they stand', () => {
  const one = text.replace('普法宣传活动', '执法培训').replace('主题 | 地点 | 受众人次', '主题 | 主办 | 学时');
  expect(partsOf(one)).toHaveLength(1);
  expect(partsOf(text.replace('主办 | 学时 | 实到', '甲 | 乙 | 丙'))).toHaveLength(1);
});
