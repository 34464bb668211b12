/** What names of files, sheets and titles say: whose ledger it is, of which town, of which year. */
import {
  townIn,
  unitKey,
  unitOf,
  unitOfFile,
  withoutTown,
  yearIn,
  type Ledger,
} from '../../../../src/core/rows/found/found-names';
import { gridOf, type CellInput } from '../../grid-builder';

const ends = {
  townEnds: ['镇', '乡', '街道'],
  unitEnds: ['所', '办公室', '办', '中心', '处', '站'],
  noEnds: ['办理', '处罚'],
  ownerLabels: ['填报单位', '单位'],
};
const ledger = (file: string, rows: readonly (readonly CellInput[])[] = [], more: Partial<Ledger> = {}): Ledger => ({
  ...{ file, folder: null, grids: [gridOf(rows, { workbook: file, sheet: 'Sheet1' })] },
  ...more,
});
const town = '青石岭镇';

it.each([
  ['司法所.xlsx', '司法所'],
  ['3-司法所.xlsx', '司法所'],
  ['12、司法所台账.xlsx', '司法所'],
  ['2023年度司法所台账.xlsx', '司法所'],
  ['2023司法所.xlsx', '司法所'],
  ['青石岭镇司法所2023.xlsx', '司法所'],
  ['社会事务办公室台账.xlsx', '社会事务办公室'],
  ['综治中心.xlsx', '综治中心'],
  ['行政处罚台账.xlsx', null],
  ['办理情况.xlsx', null],
  ['各站所.xlsx', null],
  ['全镇中心.xlsx', null],
  ['台账.xlsx', null],
  ['所.xlsx', null],
  [`${'很'.repeat(20)}所.xlsx`, `${'很'.repeat(20)}所`],
  [`${'很'.repeat(21)}所.xlsx`, null],
])('the file %s is of %j', (file, unit) => {
  expect(unitOfFile(file, town, ends)).toBe(unit);
});

it.each<[string, Ledger, string | null]>([
  ['its file before all else', ledger('司法所.xlsx', [['填报单位：财政所']], { folder: '城管站' }), '司法所'],
  ['the line of whose it is', ledger('台账.xlsx', [['台账'], ['填报单位：财政所']], { folder: '城管站' }), '财政所'],
  ['the cell beside that word', ledger('台账.xlsx', [['填报单位', '财政所']]), '财政所'],
  [
    'the line with a mark behind the word',
    ledger('台账.xlsx', [['填报单位（盖章）： 青石岭镇财政所，2023年']]),
    '财政所',
  ],
  ['its folder', ledger('台账.xlsx', [['台账']], { folder: '城管站' }), '城管站'],
  ['the fifth row', ledger('台账.xlsx', [[''], [''], [''], [''], ['填报单位：财政所']]), '财政所'],
  ['no row further down', ledger('台账.xlsx', [[''], [''], [''], [''], [''], ['填报单位：财政所']]), null],
  ['nothing', ledger('台账.xlsx', [['填报单位']]), null],
])('whose a ledger is tells %s', (_, one, unit) => {
  expect(unitOf(one, town, ends)).toBe(unit);
});

it.each([
  ['青石岭镇司法所', '司法所'],
  ['司法所', '司法所'],
  ['青石岭镇', '青石岭镇'],
  ['青石岭镇办', '青石岭镇办'],
  ['青石岭镇党办', '党办'],
])('%s without its town is %s', (name, bare) => {
  expect([withoutTown(name, town), withoutTown(name, null)]).toEqual([bare, name]);
});

it.each([
  ['执法办公室', '执法办'],
  ['执 法办', '执法办'],
  ['办公室主任', '办公室主任'],
])('%s is one with %s', (name, key) => {
  expect(unitKey(name)).toBe(key);
});

describe('the town', () => {
  const of = (...titles: readonly string[]): string | null =>
    townIn(
      titles.map((title) => ledger(title)),
      ends,
    );

  it('is that with which most titles begin, behind a year', () => {
    expect(of('青石岭镇台账.xlsx', '2023年度青石岭镇处罚.xlsx', '白塔乡台账.xlsx')).toBe('青石岭镇');
    expect(of('2023青石岭镇司法所.xlsx')).toBe('青石岭镇');
    expect(of('司法所.xlsx', '台账.xlsx')).toBeNull();
    expect(of('关于某镇.xlsx', '很长很长很长的镇.xlsx')).toBe('关于某镇');
  });

  it('stands in titles above a table, and not below the fifth row', () => {
    const above = (blank: number): string | null =>
      townIn([ledger('台账.xlsx', [...Array.from({ length: blank }, () => ['']), ['青石岭镇普法台账']])], ends);
    expect([above(0), above(4), above(5)]).toEqual(['青石岭镇', '青石岭镇', null]);
  });
});

describe('the year', () => {
  it('is that of most workbooks, each by its titles, or else by the days in it; the others are named', () => {
    const days = (...years: readonly number[]) => years.map((year) => [`${String(year)}-03-04`]);
    expect(
      yearIn([
        ledger('2023年台账.xlsx', days(2022, 2022)),
        ledger('台账.xlsx', days(2023, 2023, 2022)),
        ledger('旧台账.xlsx', [['2022年度普法台账']]),
        ledger('无.xlsx', [['第2021号'], ['12023-01-01']]),
      ]),
    ).toEqual({ year: 2023, others: ['旧台账.xlsx（2022年）'] });
  });

  it.each(['2023-01-02', '2023.1.2', '2023/1/2', '2023年1月2日'])('is told by the day %s', (day) => {
    expect(yearIn([ledger('台账.xlsx', [[day]])])).toEqual({ year: 2023, others: [] });
  });

  it('is unknown where nothing says it', () => {
    expect(yearIn([ledger('台账.xlsx', [['2023']])])).toEqual({ year: null, others: [] });
  });
});
