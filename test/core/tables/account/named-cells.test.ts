/** A role is given to the cell its sign speaks for: what else stands in the row is told as not read. */
import type { Grid } from '../../../../src/core/base/grid';
import { cellAccounts } from '../../../../src/core/tables/account/cell-account';
import { formCells } from '../../../../src/core/tables/account/form-cells';
import { formLabels } from '../../../../src/core/tables/form-labels';
import { isNumbering, rowSigns } from '../../../../src/core/tables/other-rows/row-signs';
import { readTable } from '../../../../src/core/tables/read-table';
import { figuresTable, publicityTable, reading2022, teamForm, trainingTable } from '../../../edition';
import type { Table } from '../../../../src/core/tables/sheet';
import { gridOf } from '../../grid-builder';
import { readText, sheetOf } from '../other-rows/sheet-text';

/** The counts of the sheet’s cells by how they ended, without those that are 0, and the rules of the doubts. */
function ends(table: Table, grid: Grid): readonly [Readonly<Record<string, number>>, readonly string[]] {
  const { taken, problems } = readTable(grid, table, reading2022);
  const [account] = cellAccounts([grid], taken, problems).accounts;
  if (account === undefined) throw new Error('the sheet is blank');
  const { used, listed, named, unread } = account;
  const counts = Object.entries({ used, listed, unread, ...named }).filter(([, count]) => count > 0);
  return [
    Object.fromEntries(counts),
    problems.filter(({ level }) => level !== 'note').map(({ place, code }) => `${place.cell ?? ''} ${code}`),
  ];
}

const table =
  '日期 | 主题 | 地点 | 是否牵头 | 场次 | 受众人次 | 资料份数\n2022-03-01 | 宣传 | 集市 | 是 | 1 | 40 | 500';
const read = { used: 7, header: 7 };

it.each([
  ['a title and a line of labels', `台账\n填报单位：司法所 | | 单位：场次\n${table}`, { title: 1, note: 2 }, []],
  [
    'labels with their values',
    `台账\n填报单位： | 司法所 | 填报日期： | =2022-12-31\n${table}`,
    { title: 1, note: 4 },
    [],
  ],
  [
    'a label and what no label speaks for',
    `填报单位：司法所 | 第3稿 | 5\n${table}`,
    { note: 1, listed: 2 },
    ['B1 rows-above'],
  ],
  [
    'a record that slipped above the header',
    `2022-01-01 | 活动：一 | 集市 | 3\n${table}`,
    { note: 1, listed: 3 },
    ['A1 rows-above'],
  ],
  ['words without a label', `司法所 | 综合岗\n${table}`, { listed: 2 }, ['A1 rows-above']],
  ['a word far to the right of the header', table.replace('份数\n', '份数 | | | | 内部资料\n'), { listed: 1 }, []],
  ['a figure beside a remark', `${table}\n备注：以上 | | | | | | | | 17`, { note: 1, listed: 1 }, ['I3 cells-outside']],
  ['a word beside a total', `${table}\n合计 | | | | 1 | 40 | 500 | | 已核`, { total: 4, listed: 1 }, []],
  ['a word beside an example', `${table}\n示例 | 宣传 | | | | | | | 已核`, { example: 2, listed: 1 }, []],
] as const)('%s', (_, text, others, doubts) => {
  expect(ends(publicityTable, sheetOf(text))).toEqual([{ ...read, ...others }, doubts]);
});

describe('what numbers a row', () => {
  it.each(['1', '12.', '3、', '（1）', '(2)', '①', '一', '（一）', '十二、', '1．'])('%s', (text) => {
    expect(isNumbering(text)).toBe(true);
    const [counts] = ends(publicityTable, sheetOf(`序号 | ${table.replace('\n', `\n${text} | `)}`));
    expect(counts).toEqual({ used: 7, header: 8, number: 1 });
    const form = gridOf([[text, '编制', 12]], { sheet: teamForm.title });
    const { taken, stray } = formCells(
      form,
      teamForm,
      { lines: formLabels(form, teamForm), strange: [] },
      rowSigns(reading2022.declared.words.rows),
    );
    expect([taken.map(({ role }) => role).sort(), stray]).toEqual([['header', 'number', 'used'], []]);
  });

  it.each(['1-2', 'A1', '第一', '12场', '一般', '123456', '1.5'])('%s does not', (text) => {
    expect(isNumbering(text)).toBe(false);
  });
});

describe('a column of the office’s own', () => {
  const says = (header: string, cell: string): readonly string[] =>
    readText(trainingTable, `日期|主题|学时|${header}\n2022-05-01|培训|8|${cell}`, {
      needed: ['hours', 'attended'],
    }).says.filter((one) => !one.endsWith('column-missing'));

  it.each(['项次', '序', '行号', '序号'])('%s numbers the rows', (header) => {
    expect(says(header, '1')).toEqual([]);
  });

  it.each(['期数', '排名', '联系电话', '年龄'])('%s is a note, whatever figures stand in it', (header) => {
    expect(says(header, '3')).toEqual(['D1 提示 column-unknown']);
  });

  it('is a note where the column that is absent is not missed', () => {
    const sheet = '日期|主题|学时|应到|实到|人数合格|\n2022-05-01|培训|8|3|3|3';
    expect(readText(trainingTable, sheet, { needed: ['hours', 'attended'] }).says).toEqual(['F1 提示 column-unknown']);
  });

  it('is an error where a figure depends on the absent one', () => {
    expect(says('到场数', '3')).toEqual(['D1 错误 column-renamed']);
    const renamed = '编码|指标名称|单位|得数\nE1|普法|场次|12';
    expect(readText<Table['columns']>(figuresTable, renamed, { needed: ['quantity'] }).says).toEqual([
      'D1 错误 column-renamed',
    ]);
  });
});
