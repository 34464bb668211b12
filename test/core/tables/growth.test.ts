/** What a long sheet costs goes by its rows, whatever shape they have: none of them looks through all others. */
import type { Grid } from '../../../src/core/base/grid';
import { readTable } from '../../../src/core/tables/read-table';
import { shapedSheets } from '../../../src/core/tables/shapes/shaped-sheets';
import { splitSheets } from '../../../src/core/tables/split-sheet';
import { publicityTable, reading2022 } from '../../edition';
import { stepsOf } from '../../steps';
import { gridOf, type CellInput } from '../grid-builder';

const { declared } = reading2022;
const header = ['日期', '主题', '地点或村', '是否牵头', '场次', '受众人次', '资料份数'];
const event = ['2022-03-11', '宣传', '某村', '是', 1, 20, 30];
const card = [
  ['日期', '2022-03-11', '主题', '宣传'],
  ['地点或村', '某村', '是否牵头', '是'],
  ['场次', 1, '受众人次', 20],
];
const over = (startRow: number, column: number, height = 2, width = 1): Grid['merges'][number] => ({
  startRow,
  endRow: startRow + height,
  startColumn: column,
  endColumn: column + width,
});

type Rows = readonly (readonly CellInput[])[];
const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at));
const sheet = (rows: Rows, merges: Grid['merges'] = [], name = '普法明细'): Grid =>
  gridOf(rows, { sheet: name, merges });

/** Sheets by what they repeat. */
const kinds: Readonly<Record<string, (n: number) => Grid>> = {
  'a card below a title': (n) => sheet(times(n, (at) => [[`登记卡${String(at)}`], ...card]).flat()),
  'a card, no title': (n) => sheet(times(n, () => card).flat()),
  'a label that is again': (n) => sheet(times(2 * n, (at) => (at % 2 ? ['主题', '某'] : ['地点或村', '某']))),
  'a merged heading': (n) =>
    sheet(
      [header, ...times(2 * n, (at) => (at % 2 ? event : ['某方面']))],
      times(n, (at) => over(2 * at + 1, 0, 1, 7)),
    ),
  'a merged task': (n) =>
    sheet(
      [
        ['任务编号', '重点任务', '状态', '完成率'],
        ...times(2 * n, (at) => (at % 2 ? ['', '', '推进中', 0.5] : [`T-${String(at)}`, '某', '推进中', 1])),
      ],
      times(n, (at) => [over(2 * at + 1, 0), over(2 * at + 1, 1)]).flat(),
      '任务进展',
    ),
  'a block with a title': (n) =>
    sheet(times(n, (at) => [[`（${String(at)}）`], ['甲', '乙'], [1, 2], []]).flat(), [], '另表'),
  'a table of another kind': (n) =>
    sheet(times(n, (at) => [at % 2 ? header : ['日期', '主题', '主办', '学时', '应到', '实到'], event, []]).flat()),
};

it.each(Object.keys(kinds))('%s', (kind) => {
  const cost = (n: number): number => {
    const grid = kinds[kind]?.(n) ?? sheet([]);
    return stepsOf(() => {
      const parts = splitSheets([grid], declared.department, declared);
      const shaped = shapedSheets(parts, declared.department, { ...reading2022, lines: declared.lines });
      for (const one of shaped) if (one.sheet === '普法明细') readTable(one, publicityTable, reading2022);
    });
  };
  // What is worked out once for all sheets is not of the rows.
  cost(20);
  const once = cost(90);
  expect(cost(360) / once).toBeLessThan(5);
});
