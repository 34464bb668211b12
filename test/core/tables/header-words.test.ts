/** How many columns a header may name at most, and that nothing is lost by asking no further. */
import { casesTable, reading2022, trainingTable } from '../../edition';
import { headerBand } from '../../../src/core/tables/header-band';
import { findHeader } from '../../../src/core/tables/find-header';
import { mostNamed } from '../../../src/core/tables/header-words';
import { matchHeaders } from '../../../src/core/tables/match-headers';
import { gridOf, type CellInput } from '../grid-builder';

const { declared } = reading2022;
const { units } = declared.words;
const names = ['案件类别', '适用程序', '处罚日期', '罚款金额'];
const record = ['警告', '简易', '2022-03-04', 100];

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

  const headers: readonly (readonly [what: string, rows: readonly (readonly CellInput[])[]])[] = [
    ['one row', [names, record]],
    ['a name over two rows', [['案件', '适用', '处罚', '罚款'], ['类别', '程序', '日期', '金额'], record]],
    ['a unit below', [names, [null, null, null, '元'], record]],
    ['remarks below', [names, ['（必填）', null, null, '（元）'], record]],
    [
      'remarks in two rows below',
      [names, ['【必填】', null, null, '【元】'], ['【类】', null, null, '【整数】'], record],
    ],
    ['a blank row between', [['案件', '适用', '处罚', '罚款'], [], ['类别', '程序', '日期', '金额']]],
    [
      'a year',
      [
        ['2022年案件类别', '适用程序', '2022', '20'],
        ['x', 'y', '年处罚日期', '22年罚款金额'],
      ],
    ],
  ];

  it.each(headers)('is never less than it names: %s', (_, rows) => {
    for (const year of [undefined, 2022]) {
      const one = gridOf(rows, year === undefined ? {} : { year });
      for (let row = 0; row < rows.length; row += 1) {
        const most = mostNamed(one, casesTable, row, declared);
        for (let height = 1; row + height <= Math.min(rows.length, 3); height += 1) {
          const band = headerBand(one, row, height, units);
          const ending = [...matchHeaders(band, casesTable)].filter(([, { at, key }]) =>
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

  it('finds the header of two rows', () => {
    expect(findHeader(gridOf(headers[1]?.[1] ?? []), casesTable, declared)?.headerRow).toBe(1);
  });
});
