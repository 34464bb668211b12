/** Where a clerk is sent; in great numbers told once, and in few words where programs are told. */
import fc from 'fast-check';
import {
  cellName,
  cellOf,
  cellPlace,
  columnName,
  everyPlace,
  placeRanges,
  placesIn,
  placeText,
  placeTexts,
  sheetName,
  sheetPlace,
  type Place,
} from '../../../src/core/base/place';
import { rounds } from '../../rounds';

it.each([
  [{ file: '司法所.xlsx' }, '司法所.xlsx'],
  [{ file: '司法所.xlsx', sheet: '任务进展' }, '司法所.xlsx 任务进展'],
  [{ file: '司法所.xlsx', sheet: '任务进展', cell: 'D7' }, '司法所.xlsx 任务进展!D7'],
  [{ file: '年度报告.docx', spot: '页眉第 1 段' }, '年度报告.docx 页眉第 1 段'],
])('%j is told as %s', (place, told) => {
  expect(placeText(place)).toBe(told);
});

it.each([
  [0, 'A'],
  [1, 'B'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %i is %s', (column, letters) => {
  expect([columnName(column), cellName(6, column)]).toEqual([letters, `${letters}7`]);
  expect(cellOf(`${letters}1048576`)).toEqual({ row: 1_048_575, column });
});

it.each(['', 'A', '7', 'a1', 'A1:A2', ' A1', 'A1 ', 'ABCD1', 'A12345678', 'A1B'])('%j is no cell', (text) => {
  expect(cellOf(text)).toBeNull();
});

it('a sentence names a sheet with its workbook', () => {
  const place = sheetPlace({ workbook: '台账.xlsx', sheet: '明细' });
  expect([sheetName(place), sheetName({ file: '台账.docx' })]).toEqual(['“台账.xlsx”的“明细”', '“台账.docx”']);
});

/** Rows of one column, from the first to before the end. */
const below = (file: string, column: number, first: number, end: number): readonly Place[] =>
  Array.from({ length: end - first }, (_, index) => cellPlace(file, '案件明细', first + index, column));

it('cells one below the other are told by the first and the last', () => {
  const places = [...below('甲.xlsx', 0, 1, 28_001), ...below('乙.xlsx', 0, 1, 300), ...below('乙.xlsx', 3, 300, 302)];
  expect(placeRanges(places)).toEqual([
    '甲.xlsx 案件明细!A2:A28001',
    '乙.xlsx 案件明细!A2:A300',
    '乙.xlsx 案件明细!D301',
    '乙.xlsx 案件明细!D302',
  ]);
});

it('cells of another workbook or sheet are none of those above, though their rows follow', () => {
  const other = below('甲.xlsx', 0, 300, 450).map((place) => ({ ...place, sheet: '明细二' }));
  const places = [...below('乙.xlsx', 0, 0, 150), ...below('甲.xlsx', 0, 150, 300), ...other];
  expect(placeRanges(places)).toEqual([
    '乙.xlsx 案件明细!A1:A150',
    '甲.xlsx 案件明细!A151:A300',
    '甲.xlsx 明细二!A301:A450',
  ]);
});

it('from a hundred cells on, and not below', () => {
  expect(placeRanges(below('甲.xlsx', 0, 0, 100))).toEqual(['甲.xlsx 案件明细!A1:A100']);
  expect(placeRanges(below('甲.xlsx', 0, 0, 99))).toHaveLength(99);
});

it('a text that only looks like cells of a column is one place', () => {
  const texts = ['报告.docx 表A2:A9', '甲.xlsx 表!A2:B9', '甲.xlsx 表!A2:A9等', '甲.xlsx 表!BA2:A9'];
  expect([...everyPlace(texts)]).toEqual(texts);
});

it('nothing is told by the first and the last that is no column of cells', () => {
  const documents = Array.from({ length: 200 }, () => ({ file: '报告.docx', spot: '第1段' }));
  const across = Array.from({ length: 200 }, (_, column) => cellPlace('甲.xlsx', '表', 0, column));
  const twice = Array.from({ length: 200 }, () => cellPlace('甲.xlsx', '表', 3, 0));
  for (const places of [documents, across, twice]) expect(placeRanges(places)).toEqual(placeTexts(places));
});

it('whatever is told so gives each place again, in its order', () => {
  const run = fc.tuple(
    fc.constantFrom('甲.xlsx', '乙!A2:A9.csv'),
    fc.constantFrom(0, 25, 26, 701),
    fc.nat(120),
    fc.nat(250),
  );
  fc.assert(
    fc.property(fc.array(run, { maxLength: 4 }), (runs) => {
      const places = runs.flatMap(([file, column, first, count]) => below(file, column, first, first + count));
      expect([...everyPlace(placeRanges(places))]).toEqual(placeTexts(places));
    }),
    { numRuns: rounds(40) },
  );
});

it('long lists of the same places share one list of texts, whoever made them', () => {
  const places = below('甲.xlsx', 0, 0, 5000);
  const texts = placeTexts(places);
  expect(placeTexts([...places])).toBe(texts);
  expect(placeTexts(places)).toBe(texts);
  const others = placeTexts([...places.slice(0, -1), cellPlace('乙.xlsx', '案件明细', 0, 0)]);
  expect(others).not.toBe(texts);
  expect(others.at(-1)).toBe('乙.xlsx 案件明细!A1');
});

it('cells that are asked for one after the other are where each is', () => {
  const at = placesIn({ workbook: '甲.xlsx', sheet: '表' });
  for (const [row, column] of [
    [0, 0],
    [0, 27],
    [9, 27],
    [8, 0],
    [0, 0],
  ] as const)
    expect(at(row, column)).toEqual(cellPlace('甲.xlsx', '表', row, column));
});
