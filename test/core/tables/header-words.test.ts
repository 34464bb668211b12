/** How many columns a header may name at most, and that nothing is lost by asking no further. */
import { casesTable, figuresTable, reading2022, trainingTable } from '../../edition';
import { headerBand } from '../../../src/core/tables/header-band';
import { findHeader } from '../../../src/core/tables/find-header';
import { mostNamed } from '../../../src/core/tables/header-words';
import { matchHeaders } from '../../../src/core/tables/match-headers';
import type { Table } from '../../../src/core/tables/sheet';
import { gridOf, type CellInput } from '../grid-builder';

const { declared } = reading2022;
const { units } = declared.words;
const names = ['案件类别', '适用程序', '处罚日期', '罚款金额'];
const record = ['警告', '简易', '2022-03-04', 100];
const twoRows = [['案件', '适用', '处罚', '罚款'], ['类别', '程序', '日期', '金额'], record];
const figure = ['C1', '行政检查次数', 3, 4];

describe('what a header may name', () => {
  const grid = gridOf([names, record, ['没收', '普通', '2022-03-05', 20], ['罚款', '普通', '2022-03-06', 20]]);

  it('is counted by its height: rows of values below it name nothing more', () => {
    expect(mostNamed(grid, casesTable, 0, declared)).toEqual([names.length, 0, 0]);
  });

  it('is hardly anything in rows of values, though a value may be a name', () => {
    expect(Math.max(...mostNamed(grid, casesTable, 3, declared))).toBe(1);
    expect(mostNamed(grid, trainingTable, 3, declared)).toEqual([0, 0, 0]);
  });

  it('is open where the office has names of its own', () => {
    const mapped = { ...grid, mapping: [{ sheet: null, from: '罚款', to: '案件类别' }] };
    expect(mostNamed(mapped, trainingTable, 1, declared)).toEqual([Infinity, Infinity, Infinity]);
  });

  /** Each names four columns, of the table of cases unless told. */
  const headers: readonly {
    readonly what: string;
    readonly rows: readonly (readonly CellInput[])[];
    readonly table?: Table;
  }[] = [
    { what: 'one row', rows: [names, record] },
    { what: 'a name over two rows', rows: twoRows },
    {
      what: 'remarks beside',
      rows: [['案件类别（必填）', '适用程序', '处罚日期【年月日】', '罚款金额（元）'], record],
    },
    { what: 'a unit below', rows: [names, [null, null, null, '元'], record] },
    { what: 'remarks below', rows: [names, ['（必填）', null, null, '（元）'], record] },
    {
      what: 'remarks in two rows below',
      rows: [names, ['【必填】', null, null, '【元】'], ['【类】', null, null, '【整数】'], record],
    },
    { what: 'a blank row between', rows: [twoRows[0] ?? [], [], twoRows[1] ?? []] },
    { what: 'years', rows: [['指标编码', '指标名称', '2022年', '2021年度'], figure], table: figuresTable },
    {
      what: 'years over two rows',
      rows: [['指标编码', '指标名称', '2022', '2021'], ['', '', '年', '年度'], figure],
      table: figuresTable,
    },
  ];

  it.each(headers)('is never less than it names: $what', ({ rows, table = casesTable }) => {
    for (const year of [undefined, 2022]) {
      const one = gridOf(rows, year === undefined ? {} : { year });
      for (let row = 0; row < rows.length; row += 1) {
        const most = mostNamed(one, table, row, declared);
        for (let height = 1; row + height <= Math.min(rows.length, 3); height += 1) {
          const band = headerBand(one, row, height, units);
          const ending = [...matchHeaders(band, table)].filter(([, { at, key }]) =>
            key.endsWith(band.names[at]?.slice(-1)[0] ?? ''),
          );
          expect(most[height - 1]).toBeGreaterThanOrEqual(ending.length);
        }
      }
    }
  });

  it('does not depend on the sheets that were read before', () => {
    const below = (more: Parameters<typeof gridOf>[1]): readonly number[] =>
      mostNamed(gridOf([['2022年', null], ['案件类别', '处罚日期'], record], more), casesTable, 0, declared);
    const plain = below({});
    const merged = below({ merges: [{ startRow: 0, endRow: 2, startColumn: 0, endColumn: 1 }] });
    expect(merged).not.toEqual(plain);
    expect([below({}), below({ merges: [{ startRow: 0, endRow: 2, startColumn: 0, endColumn: 1 }] })]).toEqual([
      plain,
      merged,
    ]);
    const { table } = declared.figures;
    const dated = (year: number): readonly number[] =>
      mostNamed(
        gridOf(
          [
            ['指标名称', '2022年完成数', '2021年完成数'],
            ['甲', 1, 2],
          ],
          { year },
        ),
        table,
        0,
        declared,
      );
    expect([dated(2022), dated(2019), dated(2022)]).toEqual([
      [3, 2, 2],
      [1, 0, 0],
      [3, 2, 2],
    ]);
  });

  it.each(headers)('keeps no column from being found: $what', ({ rows, table = casesTable }) => {
    expect(findHeader(gridOf(rows, { year: 2022 }), table, declared)?.columns.size).toBe(4);
  });

  it('finds the header of two rows', () => {
    expect(findHeader(gridOf(twoRows), casesTable, declared)?.headerRow).toBe(1);
  });
});
