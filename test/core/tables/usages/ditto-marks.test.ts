/** 〃 and 同上 stand for what the record right above holds in their column, and that is told. */
import type { Merge } from '../../../../src/core/base/grid';
import { problemText } from '../../../../src/core/base/problem';
import { readTable } from '../../../../src/core/tables/read-table';
import type { Column, Table } from '../../../../src/core/tables/sheet';
import { reading2022 } from '../../../edition';
import { column } from '../../column';
import { gridOf, type CellInput } from '../../grid-builder';

const table = {
  kind: 'table',
  title: '培训',
  synonyms: [],
  usages: [],
  help: '',
  columns: {
    day: column('日期', 'day', { required: true }),
    topic: column('主题', 'text', { required: true }),
    organiser: column('主办', 'text'),
    kind: column('类别', 'choice', { choices: ['合同', '其他'] }),
    count: column('人数', 'quantity', { unit: '人' }),
  },
} satisfies Table;

const header = ['日期', '主题', '主办', '类别', '人数'];

function read(rows: readonly (readonly CellInput[])[], merges: readonly Merge[] = []) {
  const grid = gridOf([header, ...rows], { merges });
  const { rows: found, problems } = readTable(grid, table, reading2022);
  return {
    rows: found.map(({ cells }) => {
      const { day, topic, organiser, kind, count } = cells;
      return [day.value, topic.value, organiser.value, kind.value, count.value?.value ?? null];
    }),
    says: problems.filter(({ code }) => code.startsWith('ditto')).map(problemText),
  };
}

it.each(['〃', '″', '"', '”', '同上', '同前', "''", '同上一行', ' 〃 '])('%s is what stands above', (mark) => {
  const { rows, says } = read([
    ['2022-03-05', '甲', '司法所', '合同', 3],
    ['2022-03-06', '乙', mark, mark, 4],
    ['2022-03-07', '丙', mark, '其他', 5],
  ]);
  expect(rows.map((row) => row.slice(2, 4))).toEqual([
    ['司法所', '合同'],
    ['司法所', '合同'],
    ['司法所', '其他'],
  ]);
  expect(says[0]).toMatch(/主办“.+”按上一行的“司法所”计/u);
  expect(says).toHaveLength(3);
});

it('a day is that above, and a number is asked about', () => {
  const { rows, says } = read([
    ['3月5日', '甲', null, null, 3],
    ['〃', '乙', null, null, '同上'],
  ]);
  expect(rows[1]).toEqual(['2022-03-05', '乙', null, null, 3]);
  expect(says).toEqual([
    expect.stringContaining('日期“〃”按上一行的“3月5日”计'),
    expect.stringContaining('人数“同上”按上一行的“3”计。请核对'),
  ]);
});

it('below a header, a blank cell and a line between, and for another place it is asked', () => {
  const { rows, says } = read([
    ['2022-03-05', '甲', '〃', null, 3],
    ['2022-03-06', '乙', null, null, 4],
    ['2022-03-07', '丙', '同上', null, 4],
    ['2022-03-08', '丁', '司法所', null, 4],
    ['2022-03-09', '戊', '同左', null, 4],
    ['2022-03-10', '己', '司法所', null, 4],
    ['小计', null, null, null, 23],
    ['2022-03-11', '庚', '〃', null, 4],
  ]);
  expect(rows.map((row) => row[2])).toEqual([null, null, null, '司法所', null, '司法所', null]);
  expect(says.map((line) => /![A-Z]+\d+/u.exec(line)?.[0])).toEqual(['!C2', '!C4', '!C6', '!C9']);
  expect(says[0]).toContain('C2：主办“〃”指的不是上一行的内容，或者上一行没有内容。请直接填写内容');
  expect(says.filter((line) => !line.includes('指的不是上一行的内容'))).toEqual([]);
});

it('below merged cells it is what they show', () => {
  const merges = [{ startRow: 1, endRow: 3, startColumn: 2, endColumn: 3 }];
  const { rows } = read(
    [
      ['2022-03-05', '甲', '司法所', null, 3],
      ['2022-03-06', '乙', null, null, 4],
      ['2022-03-07', '丙', '〃', null, 4],
    ],
    merges,
  );
  expect(rows.map((row) => row[2])).toEqual(['司法所', null, '司法所']);
});

it('two marks below each other stand for the same where the texts of a row also choose what its columns are', () => {
  const grid = gridOf([
    header,
    ['2022-03-05', '甲', '司法所', '合同', 3],
    ['2022-03-06', '乙', '〃', '〃', 4],
    ['2022-03-07', '丙', '〃', '〃', 5],
  ]);
  const asked: string[] = [];
  const columnIn = (field: string, shown: Readonly<Record<string, string>>, own: Column): Column => {
    if (field === 'topic') asked.push(shown.organiser ?? '');
    return own;
  };
  const { rows } = readTable(grid, table, { ...reading2022, columnIn });
  expect(rows.map(({ cells }) => [cells.organiser.value, cells.kind.value])).toEqual(
    Array<readonly string[]>(3).fill(['司法所', '合同']),
  );
  expect(asked).toEqual(['司法所', '司法所', '司法所']);
});

it('words that only begin so are words', () => {
  const { rows, says } = read([
    ['2022-03-05', '甲', '司法所', null, 3],
    ['2022-03-06', '同上级部门联合培训', '同级财政', null, 4],
  ]);
  expect(rows[1]?.slice(1, 3)).toEqual(['同上级部门联合培训', '同级财政']);
  expect(says).toEqual([]);
});
