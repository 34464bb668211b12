import fc from 'fast-check';
import type { Grid } from '../../../src/core/base/grid';
import { problemText } from '../../../src/core/base/problem';
import { readTable } from '../../../src/core/tables/read-table';
import type { Table } from '../../../src/core/tables/sheet';
import { column } from '../column';
import { cellOf, gridOf, type CellInput } from '../grid-builder';
import { reading2022 } from '../../edition';

const table = {
  kind: 'table',
  title: '任务',
  synonyms: [],
  usages: [],
  help: '',
  columns: {
    id: column('编号', 'text', { synonyms: ['任务编号'], required: true, help: '如 A-01' }),
    lead: column('牵头单位', 'text', { synonyms: ['责任单位'] }),
    due: column('完成时限', 'deadline', { synonyms: ['截止日期', '办结时间'], required: true, help: '如 6月底前' }),
    count: column('场次', 'quantity', { unit: '场' }),
  },
} satisfies Table;

function read(grid: Grid): { readonly ids: readonly (string | null)[]; readonly says: readonly string[] } {
  const { rows, problems } = readTable(grid, table, { ...reading2022, carried: ['lead'] });
  return { ids: rows.map(({ cells }) => cells.id.value), says: problems.map(problemText) };
}

const header = ['编号', '牵头单位', '完成时限', '场次'];

describe('finding the header', () => {
  it.each([
    ['the first row', [header]],
    ['under title and help', [['任务'], ['说明'], header]],
    ['in the tenth row', [...Array.from({ length: 9 }, () => [null]), header]],
    ['spaced and full-width', [['编 号', '牵头 单位', '完成时限：', '场次']]],
    ['marked', [['编号*', '牵头单位', '完成时限（年月日）', '场次']]],
    ['by synonyms', [['任务编号', '责任单位', '办结时间', '场次']]],
  ])('%s', (_, top) => {
    expect(read(gridOf([...top, ['A-01', '司法所', '2022-06-30', 3]]))).toEqual({ ids: ['A-01'], says: [] });
  });

  it('columns may stand in any order beside others', () => {
    const grid = gridOf([
      ['场次', '自用', '完成时限', '编号', null, '牵头单位'],
      [3, '随便', '2022-06-30', 'A-01', null, '司法所'],
    ]);
    expect(read(grid)).toEqual({
      ids: ['A-01'],
      says: ['测试.xlsx 表!B1：不认识“自用”列，没有读取。与填报无关的不用管。'],
    });
  });

  it('no header in the first ten rows', () => {
    const grid = gridOf([...Array.from({ length: 10 }, () => ['说明']), header, ['A-01', '司法所', '2022-06-30', 3]]);
    expect(read(grid)).toEqual({
      ids: [],
      says: ['测试.xlsx 表：前10行里没有找到“任务”的表头。请恢复表头，至少要有：编号、完成时限。'],
    });
  });

  it('a missing required column is named with its synonyms', () => {
    expect(
      read(
        gridOf([
          ['编号', '场次'],
          ['A-01', 3],
        ]),
      ),
    ).toEqual({
      ids: ['A-01'],
      says: ['测试.xlsx 表：第1行表头中没有“完成时限”列。请补上这一列，表头可用：完成时限、截止日期、办结时间。'],
    });
  });

  it('a column that stands twice is asked about', () => {
    const { says } = read(
      gridOf([
        ['编号', '完成时限', '完成时限'],
        ['A-01', '2022-06-30', '2022-07-30'],
      ]),
    );
    expect(says).toEqual(['测试.xlsx 表!C1：“完成时限”有两列，采用了B列。请删去或改名多余的一列。']);
  });
});

describe('rows', () => {
  it('blank rows, also of spaces, are skipped', () => {
    const grid = gridOf([header, [null, ' ', '　', null], ['A-01', null, '2022-06-30'], [], ['A-02', null, '全年']]);
    expect(read(grid)).toEqual({ ids: ['A-01', 'A-02'], says: [] });
  });

  it('total rows are noted and left out', () => {
    const grid = gridOf([header, ['A-01', null, '2022-06-30', 3], ['合 计', null, null, 3], [null, '小计：', null, 3]]);
    expect(read(grid)).toEqual({
      ids: ['A-01'],
      says: [
        '测试.xlsx 表!A3：这一行是合计行，没有作为数据采用。合计由程序计算，不用填写。',
        '测试.xlsx 表!B4：这一行是合计行，没有作为数据采用。合计由程序计算，不用填写。',
      ],
    });
  });

  it('a header printed again is no row', () => {
    expect(read(gridOf([header, ['A-01', null, '全年'], header, ['A-02', null, '全年']])).ids).toEqual([
      'A-01',
      'A-02',
    ]);
  });

  it('hidden rows count and are mentioned', () => {
    const grid = gridOf([header, ['A-01', null, '全年'], ['A-02', null, '全年'], []], { hiddenRows: [2, 3] });
    expect(read(grid)).toEqual({
      ids: ['A-01', 'A-02'],
      says: ['测试.xlsx 表：有1行被隐藏或筛选掉，已照常计入。不该计入的请删去整行。'],
    });
  });

  it('a required cell left blank is an error at its cell', () => {
    expect(read(gridOf([header, [null, '司法所', '全年']])).says).toEqual([
      '测试.xlsx 表!A2：编号没有填写。请填写：如 A-01。',
    ]);
  });

  it('every bad cell is listed at its place with what stands there', () => {
    const { rows, problems } = readTable(gridOf([header, ['A-01', '司法所', '9月31日', '3-5次']]), table, {
      ...reading2022,
    });
    expect(rows[0]?.cells.due).toEqual({
      value: null,
      shown: '9月31日',
      place: { file: '测试.xlsx', sheet: '表', cell: 'C2' },
    });
    expect(problems).toEqual([
      {
        code: 'day-missing',
        level: 'error',
        place: { file: '测试.xlsx', sheet: '表', cell: 'C2' },
        actual: '9月31日',
        reason: '完成时限“9月31日”不存在',
        expected: '请改为如 2022-09-30',
      },
      {
        code: 'number-range',
        level: 'error',
        place: { file: '测试.xlsx', sheet: '表', cell: 'D2' },
        actual: '3-5次',
        reason: '场次“3-5次”是一个范围，不是一个数',
        expected: '请填写一个数，如 4场',
      },
    ]);
  });

  it('years left out all down a column are one note', () => {
    const grid = gridOf([header, ['A-01', null, '6月底'], ['A-02', null, '9月底'], ['A-03', null, '全年']]);
    expect(read(grid).says).toEqual([
      '测试.xlsx 表!C2：本列有2处没有写年份，都按报告年度理解：C2、C3。如不对，请写明年月日，如 2022-06-30。',
    ]);
  });
});

describe('merged cells', () => {
  const rows = [header, ['A-01', '司法所', '全年'], ['A-02', null, '全年'], ['A-03', null, '全年']];
  const leads = (grid: Grid): unknown =>
    readTable(grid, table, { ...reading2022, carried: ['lead'] }).rows.map(({ cells }) => cells.lead.value);

  it('carry their value only to the rows they cover', () => {
    const merges = [{ startRow: 1, endRow: 3, startColumn: 1, endColumn: 2 }];
    expect(leads(gridOf(rows, { merges }))).toEqual(['司法所', '司法所', null]);
    expect(read(gridOf(rows, { merges })).says).toEqual([
      '测试.xlsx 表!B2：牵头单位的单元格 B2:B3 是合并的，各行都按“司法所”计。如不对，请取消合并，每行分别填写。',
    ]);
  });

  it('do not carry where a column does not mean it', () => {
    const merges = [{ startRow: 1, endRow: 3, startColumn: 2, endColumn: 3 }];
    expect(read(gridOf([header, ['A-01', null, '全年'], ['A-02', null, null]], { merges })).says).toEqual([
      '测试.xlsx 表!C2：完成时限的单元格 C2:C3 被合并，只有第一行有内容。请取消合并，每行分别填写。',
      '测试.xlsx 表!C3：完成时限没有填写。请填写：如 6月底前。',
    ]);
  });

  it('over a column that carries and one that does not lose what stands in the latter', () => {
    const merges = [{ startRow: 1, endRow: 3, startColumn: 1, endColumn: 3 }];
    const turned = [
      ['编号', '完成时限', '牵头单位'],
      ['A-01', '全年', null],
      ['A-02', null, null],
    ];
    expect(read(gridOf(turned, { merges })).says).toContain(
      '测试.xlsx 表!B2：完成时限的单元格 B2:C3 被合并，只有第一行有内容。请取消合并，每行分别填写。',
    );
  });

  it.each([
    ['within one row', { startRow: 1, endRow: 2, startColumn: 2, endColumn: 4 }],
    ['of the header and the first row', { startRow: 0, endRow: 2, startColumn: 3, endColumn: 4 }],
    ['right below the table', { startRow: 4, endRow: 6, startColumn: 0, endColumn: 3 }],
  ])('%s lose nothing', (_, merge) => {
    expect(read(gridOf([...rows, ['填表人：某某'], [null]], { merges: [merge] })).says.join()).not.toContain('合并');
  });
});

describe('laws', () => {
  const cell = fc.oneof(
    fc.constantFrom<CellInput[]>(
      '2022-06-30',
      '9月31日',
      '三次',
      '3-5次',
      '若干',
      '#N/A',
      12,
      -1,
      44742,
      true,
      null,
      ' ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const line = fc.tuple(cell, cell, cell, cell);
  const sheet = (lines: readonly (readonly CellInput[])[]): Grid => gridOf([header, ...lines]);
  const isBlank = (cells: readonly CellInput[]): boolean =>
    cells.every(
      (one) =>
        cellOf(one)
          .shown.normalize('NFKC')
          .replace(/[\s\p{Cc}\p{Cf}]/gu, '') === '',
    );

  it('nothing is dropped: rows in the sheet are rows read, totals listed or blank', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const { rows, problems } = readTable(sheet(lines), table, reading2022);
        const others = ['total-row', 'section-row', 'example-row', 'remark-row', 'nothing-row', 'row-unlike'];
        const told = problems.filter(({ code }) => others.includes(code)).length;
        expect(rows.length + told + lines.filter(isBlank).length).toBe(lines.length);
        for (const { cells } of rows) {
          for (const one of [cells.due, cells.count]) {
            const listed = problems.some(
              (problem) => problem.place.cell === one.place.cell && problem.level === 'error',
            );
            expect(one.value !== null || one.shown.trim() === '' || listed || isBlank([one.shown])).toBe(true);
          }
        }
      }),
    );
  });

  it('a bad row changes nothing in the others', () => {
    const good = [
      ['A-01', '司法所', '2022-06-30', 3],
      ['A-02', '财政所', '每季度末', 4],
    ];
    const values = (lines: readonly (readonly CellInput[])[]): unknown[] =>
      readTable(sheet(lines), table, reading2022)
        .rows.map(({ cells }) => [cells.id.value, cells.lead.value, cells.due.value, cells.count.value])
        .filter(([id]) => id === 'A-01' || id === 'A-02');
    fc.assert(
      fc.property(line, fc.nat(2), (bad, at) => {
        fc.pre(bad[0] !== 'A-01' && bad[0] !== 'A-02');
        expect(values([...good.slice(0, at), bad, ...good.slice(at)])).toEqual(values(good));
      }),
    );
  });

  it('the order of rows and columns changes no value', () => {
    const values = (grid: Grid): unknown =>
      readTable(grid, table, reading2022)
        .rows.map(({ cells }) => JSON.stringify([cells.id, cells.lead, cells.due, cells.count].map((one) => one.value)))
        .sort();
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const turned = [header, ...[...lines].reverse()].map((cells) => [...cells].reverse());
        fc.pre(!lines.flat().some((one) => typeof one === 'string' && /计|总数/u.test(one)));
        expect(values(gridOf(turned))).toEqual(values(sheet(lines)));
      }),
    );
  });

  it('many empty formatted rows cost nothing', () => {
    const rows = [header, ['A-01', null, '全年'], ...Array.from({ length: 200_000 }, () => [])];
    expect(read(gridOf(rows)).ids).toEqual(['A-01']);
  });
});

describe('a sheet nobody has begun to fill in', () => {
  const form = { ...table, columns: { ...table.columns, id: column('编号', 'text', { required: true, open: false }) } };
  const lines = (...more: readonly CellInput[][]): readonly string[] => {
    const grid = gridOf([header, ...more]);
    return readTable(grid, form, reading2022).problems.map(problemText);
  };

  it('is one problem, not one a cell', () => {
    expect(lines(['A-01'], ['A-02'], ['A-03'])).toEqual([
      '测试.xlsx 表：“任务”还没有填写，缺3个必填项。请填写黄色格。',
    ]);
  });

  it('is told cell by cell as soon as one is filled', () => {
    expect(lines(['A-01'], ['A-02', '司法所'])).toEqual([
      '测试.xlsx 表!C2：完成时限没有填写。请填写：如 6月底前。',
      '测试.xlsx 表!C3：完成时限没有填写。请填写：如 6月底前。',
    ]);
  });
});

it('a cell says the same however often it comes; a number is one however it is shown', () => {
  const shown = (value: number, text: string): CellInput => ({ kind: 'number', value, shown: text });
  const counts = [shown(0, '-'), shown(0, '0'), shown(0, '-'), '0', '-', shown(0, '0'), '3-5', '3-5'];
  const grid = gridOf([header, ...counts.map((count, row) => [`A-${String(row)}`, '司法所', '2022-06-30', count])]);
  const { rows, problems } = readTable(grid, table, reading2022);
  expect(rows.map(({ cells }) => cells.count.value?.value)).toEqual([0, 0, 0, 0, null, 0, undefined, undefined]);
  expect(problems.map(({ place }) => place.cell)).toEqual(['D8', 'D9']);
});

it('what stands for several cells that leave open what is meant is told, also below one that shows the same and says something', () => {
  const refused = { code: 'figures-unread', reason: '两格不同', expected: '请填写一个数' };
  const counts: readonly CellInput[] = ['—', { kind: 'text', value: '—', shown: '—', refused }, '—'];
  const grid = gridOf([header, ...counts.map((count, row) => [`A-${String(row)}`, '司法所', '2022-06-30', count])]);
  const { problems } = readTable(grid, table, reading2022);
  expect(problems.map(({ place, reason }) => `${String(place.cell)} ${reason}`)).toEqual(['D3 场次两格不同']);
});
