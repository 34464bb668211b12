/** Figures that can be right but seldom are: what is asked about, to the border, and what is left in peace. */
import { changedMuch, oddCrowds, sameEverywhere } from '../../../../src/core/findings/doubts/figure-doubts';
import type { Town } from '../../../../src/core/findings/doubts/town';
import type { Figure, Rows } from '../../../../src/core/rows/rows';
import { department, figure, noRows, notApplicable, quantity, settings } from '../rows-builder';

function town(figures: readonly Figure[], more: Partial<Rows> = {}): Town {
  return { rows: { ...noRows, figures, ...more }, settings, tasks: [], indicators: [], areas: [] };
}

describe('against last year', () => {
  const told = (figures: readonly Figure[]): string[] => changedMuch(town(figures)).map(({ reason }) => reason);

  it.each([
    ['C1', 1500, 1000, ''],
    ['C1', 1501, 1000, '增加50.1%'],
    ['C1', 500, 1000, ''],
    ['C1', 499, 1000, '减少50.1%'],
    ['C1', 99, 10, '增加890.0%'],
    ['C1', 100, 10, '相差10倍以上'],
    ['C1', 11, 100, '减少89.0%'],
    ['C1', 10, 100, '相差10倍以上'],
    ['C1', 0, 20, '相差10倍以上'],
    ['C1', 9, 3, ''],
    ['C1', 10, 3, '增加233.3%'],
    ['C1', 3, 10, '减少70.0%'],
    ['C1', 100, 0, ''],
    ['D10.1', 0.9, 0.3, ''],
    ['D10.1', 1, 0.3, '增加233.3%'],
    ['D10.1', 0.3, 1, '减少70.0%'],
    ['F3.2', 10, 100, ''],
    ['X1', 100, 10, ''],
  ])('%s %f after %f: %s', (code, now, lastYear, expected) => {
    const said = told([figure(code, now, '司法所', { lastYear })]);
    expect(said).toEqual(
      expected === '' ? [] : [expect.stringMatching(new RegExp(`${expected.replace('.', '\\.')}$`))],
    );
  });

  it('names the figure, both numbers and the cell, and asks of money whether it is 元', () => {
    const [money] = changedMuch(town([figure('D10.1', 24, '财政所', { lastYear: 2.4 })]));
    expect(money).toEqual({
      code: 'changed-much',
      level: 'doubt',
      place: { file: '财政所.xlsx', sheet: '填报', cell: 'D-D10.1' },
      actual: '24',
      reason: '执法经费预算 24 与上年值 2.4 相差10倍以上',
      expected: '请核对，注意是元还是万元；确属如此的请在备注栏说明',
    });
    const [count] = changedMuch(town([figure('C1', 240, '司法所', { lastYear: 24 })]));
    expect(count?.expected).toBe('请核对；确属如此的请在备注栏说明');
  });

  it('is silent where one of both is about, or missing, or 备注 says why', () => {
    const far = figure('C1', 100, '司法所', { lastYear: 10 });
    expect(told([{ ...far, note: '新增职责' }])).toEqual([]);
    expect(told([figure('C1', quantity(100, '约'), '司法所', { lastYear: 10 })])).toEqual([]);
    expect(told([figure('C1', null, '司法所', { lastYear: 10 }), figure('C1', 100)])).toEqual([]);
  });
});

describe('the same from everybody', () => {
  const told = (...given: readonly Figure[]): string[] => sameEverywhere(town(given)).map(({ reason }) => reason);
  const three = (code: string, value: number): readonly Figure[] =>
    ['派出所', '司法所', '党政办'].map((name) => figure(code, value, name));

  it('is asked about at the first of three departments, in their order', () => {
    expect(sameEverywhere(town(three('E1', 12)))).toEqual([
      {
        code: 'same-everywhere',
        level: 'doubt',
        place: { file: '党政办.xlsx', sheet: '填报', cell: 'D-E1' },
        actual: '12',
        reason: '3个单位填报的普法活动场次都是 12（党政办、司法所、派出所）',
        expected: '请核对是否照抄或统一填写',
      },
    ]);
  });

  it.each([
    ['two departments', [figure('E1', 12, '党政办'), figure('E1', 12, '司法所')]],
    ['two, of which one tells it twice', [...['党政办', '司法所', '司法所'].map((name) => figure('E1', 12, name))]],
    ['nothing to count', three('E1', 0)],
    ['a rate', three('F3.2', 12)],
    ['one of four with another number', [...three('E1', 12), figure('E1', 13, '财政所')]],
    [
      'numbers of several figures',
      [figure('E1', 12, '党政办'), figure('E2', 12, '司法所'), figure('C1', 12, '派出所')],
    ],
    ['不涉及', ['派出所', '司法所', '党政办'].map((name) => figure('E1', notApplicable, name))],
  ])('is nothing to ask about: %s', (_, given) => {
    expect(told(...given)).toEqual([]);
  });

  it('is asked about though another department only knows about how many', () => {
    expect(told(...three('E1', 12), figure('E1', quantity(15, '约'), '财政所'))).toHaveLength(1);
  });
});

describe('people at events', () => {
  const departments = [department('司法所'), department('派出所')];
  const told = (...figures: readonly Figure[]): string[] =>
    oddCrowds(town(figures, { departments })).map(
      ({ place, actual, reason }) => `${place.file} ${place.cell ?? ''} ${actual} ${reason}`,
    );

  it.each([
    [12, 8, '人次 8 少于场次 12'],
    [12, 12, ''],
    [2, 4000, ''],
    [2, 4001, '平均每场超过2000人次（2场次、4001人次）'],
    [0, 5, ''],
  ])('%i events, %i people: %s', (events, people, expected) => {
    expect(told(figure('E1', events), figure('E2', people))).toEqual(
      expected === '' ? [] : [`司法所.xlsx D-E2 ${String(people)} ${expected}`],
    );
  });

  it('are those of the same department, known exactly', () => {
    expect(told(figure('E1', 12), figure('E2', 8, '派出所'))).toEqual([]);
    expect(told(figure('E1', 12), figure('E2', quantity(8, '余')))).toEqual([]);
    expect(told(figure('E1', 12), figure('E2', 30), figure('E1', 9, '派出所'), figure('E2', 8, '派出所'))).toEqual([
      '派出所.xlsx D-E2 8 人次 8 少于场次 9',
    ]);
  });
});
