import { eventPacker } from '../../../src/core/rows/events/event-rows';
import type { Problem } from '../../../src/core/base/problem';
import type { Indicator } from '../../../src/core/edition/indicator';
import type { Read } from '../../../src/core/tables/read-row';
import type { EventRow, Rows } from '../../../src/core/rows/rows';
import type { IndicatorFinding } from '../../../src/core/findings/findings';
import type { Settings } from '../../../src/core/settings/settings';
import { indicatorFindings } from '../../../src/core/findings/indicator-findings';
import { tallyOf } from '../../../src/core/findings/tally';
import {
  department,
  eventsOf,
  figure,
  noRows,
  notApplicable,
  quantity,
  read,
  settings,
  withOthersNotConcerned,
} from './rows-builder';

const departments = [
  department('司法所', { inGroup: true, aliases: ['司法'] }),
  department('综合行政执法办', { inGroup: true }),
  department('中心校'),
];

interface Found {
  readonly of: (code: string) => IndicatorFinding;
  readonly problems: readonly Problem[];
}

function find(more: Partial<Rows>, own: Partial<Settings> = {}): Found {
  const rows = withOthersNotConcerned({ ...noRows, departments, ...more });
  const { value, problems } = indicatorFindings(rows, { ...settings, ...own }, { tally: tallyOf([]), tasks: [] });
  return { of: (code) => value.find(({ indicator }) => indicator.code === code)!, problems };
}

function withIndicator(code: string, change: Partial<Indicator>): Rows['indicators'] {
  return noRows.indicators.map((line) => (line.code === code ? { ...line, ...change } : line));
}

describe('a year that goes on', () => {
  const figures = [figure('A2', 1, '司法所'), figure('C7.1', 1), figure('C2', 9), figure('D3', 1, '司法所')];
  const at = (lastDay: string, cutoff = '2022-12-31') =>
    ['A2', 'C7', 'D3'].map((code) => {
      const { weak, met, trend } = find({ figures: figures.map(withLastYear) }, {
        lastDay,
        cutoff,
      } as Partial<Settings>).of(code);
      return { weak, met, trend };
    });

  it('does not yet miss its standards, and is not held against all of the last one', () => {
    const [meetings, published, unqualified] = at('2022-06-30');
    expect(meetings).toEqual({ weak: false, met: false, trend: '' });
    expect([published?.weak, unqualified?.weak]).toEqual([true, true]);
  });

  it.each([
    ['2022-12-30', '2022-12-31', ['note 领导小组会议次数1项还没有达到全年的标准']],
    ['2022-11-30', '2022-11-30', ['note 领导小组会议次数1项还没有达到全年的标准']],
    ['2022-12-31', '2022-12-31', []],
  ])('says of which standards nothing is said: to %s, statistics to %s', (lastDay, cutoff, told) => {
    const { problems } = find({ figures }, { lastDay, cutoff } as Partial<Settings>);
    const waiting = problems.filter(({ code }) => code === 'standards-waiting');
    expect(waiting.map(({ level, reason }) => `${level} ${reason.split('，')[0] ?? ''}`)).toEqual(told);
  });

  it('names five of them, and says how many there are', () => {
    const codes = ['一', '二', '三', '四', '五', '六'];
    const [line] = noRows.indicators.filter(({ code }) => code === 'A2');
    const indicators = codes.map((name) => ({ ...line!, code: name, name: `会议${name}` }));
    const { problems } = find(
      { indicators, figures: codes.map((code) => figure(code, 1, '司法所')) },
      {
        lastDay: '2022-06-30',
      },
    );
    expect(problems.find(({ code }) => code === 'standards-waiting')?.reason).toMatch(
      /^会议一、会议二、会议三、会议四、会议五等6项还没有达到全年的标准/u,
    );
  });

  it.each([
    ['2022-12-31', '2022-12-31'],
    ['2022-12-20', '2022-12-20'],
  ])('is over at its end or at the end of its statistics in December: %s', (lastDay, cutoff) => {
    expect(at(lastDay, cutoff)[0]).toEqual({ weak: true, met: false, trend: '比上年减少3次' });
    expect(at('2022-12-05')[0]?.weak).toBe(false);
  });
});

function withLastYear(one: Rows['figures'][number]): Rows['figures'][number] {
  return one.code === 'A2' ? { ...one, lastYear: { ...one.quantity, value: quantity(4) } } : one;
}

describe('figures of several departments', () => {
  it('are added without binary rounding', () => {
    const figures = [figure('C3', 0.1, '司法所'), figure('C3', 0.2, '综合行政执法办')];
    expect(find({ figures }).of('C3')).toMatchObject({ value: 0.3, text: '0.3万元' });
  });

  it('are 约 when one of several is inexact, and keep the word of a single one', () => {
    const one = figure('E2', quantity(300, '余'), '司法所');
    expect(find({ figures: [one] }).of('E2').text).toBe('300余人次');
    expect(find({ figures: [one, figure('E2', 0, '中心校')] }).of('E2').text).toBe('300余人次');
    expect(find({ figures: [one, figure('E2', 200, '中心校')] }).of('E2').text).toBe('约500人次');
    expect(find({ figures: [figure('E2', quantity(2000, '近'), '中心校')] }).of('E2').text).toBe('近2000人次');
  });

  it('leave out 不涉及, and are not applicable when all say so', () => {
    const out = figure('C1', notApplicable, '司法所');
    expect(find({ figures: [out, figure('C1', 0, '综合行政执法办')] }).of('C1')).toMatchObject({
      value: 0,
      text: '0次',
    });
    expect(find({ figures: [out] }).of('C1')).toMatchObject({ value: null, applies: false });
    expect(find({ figures: [out] }).of('C1').sources).toContainEqual(out.quantity.place);
    const unread = figure('C1', null, '综合行政执法办', { shown: '若干' });
    expect(find({ figures: [out, unread] }).of('C1')).toMatchObject({ value: null, applies: true });
  });

  it('are the largest where the sheet says 取最大', () => {
    const figures = [figure('B5.1', 1, '司法所'), figure('B5.1', 1, '中心校')];
    expect(find({ figures }).of('B5.1').value).toBe(1);
  });

  it('count once when a department has filled in a line twice, with both cells named when they differ', () => {
    const twice = [figure('A1', 3, '司法所', { cell: 'D2' }), figure('A1', 4, '司法所', { cell: 'D9' })];
    const { of, problems } = find({ figures: twice });
    expect(of('A1').value).toBe(3);
    expect(problems.map(({ reason }) => reason)).toEqual([
      '指标 A1 在本单位填了两次，司法所.xlsx 填报!D2 为“3”，此处为“4”',
    ]);
  });
});

describe('a rate', () => {
  it('is rounded half up and judged exactly', () => {
    const figures = [figure('E8.1', 1999), figure('E8.2', 2000)];
    expect(find({ figures }).of('E8')).toMatchObject({ text: '99.95%', value: 99.95, weak: true });
    expect(find({ figures: [figure('E6.1', 19), figure('E6.2', 20)] }).of('E6')).toMatchObject({
      text: '95.0%',
      weak: false,
    });
  });

  it('is printed as cases below five', () => {
    expect(find({ figures: [figure('F2.1', 1), figure('F2.2', 2)] }).of('F2')).toMatchObject({
      text: '2件中1件',
      value: 50,
      weak: true,
    });
    expect(find({ figures: [figure('D10.2', 1.5), figure('D10.1', 3)] }).of('D10').text).toBe('50.0%');
  });

  it('concludes nothing below the smallest sample', () => {
    expect(find({ figures: [figure('E5.1', 20), figure('E5.2', 99)] }).of('E5').weak).toBe(false);
    expect(find({ figures: [figure('E5.1', 20), figure('E5.2', 100)] }).of('E5').weak).toBe(true);
    expect(find({ figures: [figure('C11.2', 1), figure('C11.1', 4)] }).of('C11').weak).toBe(false);
    expect(find({ figures: [figure('C11.2', 1), figure('C11.1', 5)] }).of('C11').weak).toBe(true);
  });

  it('is missing when a part is, and does not apply when there was no case', () => {
    expect(find({ figures: [figure('E6.1', 5)] }).of('E6')).toMatchObject({
      value: null,
      applies: true,
      text: '',
      weak: false,
    });
    expect(find({ figures: [figure('E6.1', 0), figure('E6.2', 0)] }).of('E6')).toMatchObject({
      value: null,
      applies: false,
    });
  });

  it('is not known of the whole when a department lacks a part, nor is its other part judged without it', () => {
    const figures = [
      figure('D1.3', 8, '综合行政执法办'),
      figure('D2.1', null, '综合行政执法办', { shown: '若干' }),
      figure('D1.3', 5, '司法所'),
      figure('D2.1', 5, '司法所'),
    ];
    const { of, problems } = find({ figures });
    expect(of('D2')).toMatchObject({
      ...{ value: null, text: '', weak: false, state: 'partial' },
      partial: { value: 100, numerator: 5, denominator: 5, text: '100%（不含综合行政执法办）' },
    });
    expect(of('D2').coverage).toMatchObject({
      asked: ['司法所', '综合行政执法办'],
      given: ['司法所'],
      missing: [{ department: '综合行政执法办', code: 'D2.1', why: 'refused' }],
    });
    expect(of('D1.3').value).toBe(13);
    // The cell was refused where it was read.
    expect(problems).toEqual([]);
  });

  it('without a department is printed where the office wants it so, and only where both its parts lack the same one', () => {
    const own = [figure('D1.3', 5, '司法所'), figure('D2.1', 4, '司法所')];
    const lacking = (...codes: readonly string[]) => codes.map((code) => figure(code, null, '综合行政执法办'));
    const whole = [figure('D1.3', 8, '综合行政执法办'), ...lacking('D2.1')];
    const isPrinted = (figures: Rows['figures'], how: 'gap' | 'marked', code = 'D2'): unknown =>
      find({ figures: [...own, ...figures] }, { partialFigures: how }).of(code).partial?.isPrinted;
    expect([isPrinted(lacking('D1.3', 'D2.1'), 'marked'), isPrinted(lacking('D1.3', 'D2.1'), 'gap')]).toEqual([
      true,
      false,
    ]);
    expect([isPrinted(whole, 'marked'), isPrinted(whole, 'gap')]).toEqual([false, false]);
    expect([isPrinted(whole, 'marked', 'D2.1'), isPrinted(whole, 'gap', 'D2.1')]).toEqual([true, false]);
  });

  it('that was typed is only compared', () => {
    const parts = [figure('D10.2', 11.5), figure('D10.1', 18)];
    const close = find({ figures: [...parts, figure('D10', 64, '司法所')] });
    expect(close.of('D10').byDepartment).toEqual([]);
    expect(close.of('D10.1').byDepartment.map(({ department: name, value }) => [name, value])).toEqual([
      ['司法所', 18],
    ]);
    expect([close.of('D10').text, close.problems.map(({ level, reason }) => [level, reason])]).toEqual([
      '63.9%',
      [['note', '执法经费到位率由程序计算，填报的“64”没有采用']],
    ]);
    const { problems } = find({ figures: [...parts, figure('D10', 0.64, '司法所')] });
    expect(problems.map(({ level, reason }) => [level, reason])).toEqual([
      ['error', '执法经费到位率填报为“0.64”，由分子、分母算得 63.89，填报的没有采用'],
    ]);
  });

  it('that was typed is held against the department’s own parts, not against the town’s', () => {
    const figures = [
      ...[figure('D1.3', 10, '综合行政执法办'), figure('D2.1', 2, '综合行政执法办')],
      ...[figure('D1.3', 10, '司法所'), figure('D2.1', 9, '司法所'), figure('D2', 90, '司法所')],
    ];
    const { of, problems } = find({ figures });
    expect([of('D2').value, problems.map(({ code }) => code)]).toEqual([55, ['rate-typed']]);
  });

  it('lacks nothing of a department that is not active any more', () => {
    const lacking = (active: boolean): boolean => {
      const gone = department('撤并所', { inGroup: true, active });
      const rows = { ...noRows, departments: [...departments, gone], figures: [figure('D1.3', 5, '司法所')] };
      const { value } = indicatorFindings(rows, settings, { tally: tallyOf([]), tasks: [] });
      return value.some(({ coverage }) => coverage.missing.some((one) => one.department === '撤并所'));
    };
    expect([lacking(true), lacking(false)]).toEqual([true, false]);
  });

  it('has last year’s value by the same formula', () => {
    const figures = [figure('E8.1', 43, '司法所', { lastYear: 40 }), figure('E8.2', 45, '司法所', { lastYear: 50 })];
    expect(find({ figures }).of('E8').lastYear).toBe(80);
  });
});

describe('a formula people have edited', () => {
  it('may use full-width signs and whole numbers', () => {
    const indicators = withIndicator('B5', { denominator: '１＋行政村数' });
    const figures = [figure('B5.1', 1), figure('B5.2', 30)];
    expect(find({ indicators, figures }).of('B5').value).toBe(100);
  });

  it.each([
    [{ numerator: 'X9' }, '公式里的“X9”不是可用的指标编码'],
    [{ numerator: 'E6.1*2' }, '公式里的“E6.1*2”不是可用的指标编码'],
    [{ numerator: 'E8' }, '公式里的“E8”不是可用的指标编码'],
    [{ numerator: 'E6.1+' }, '公式里的“”不是可用的指标编码'],
  ])('is refused at its line: %j', (change, reason) => {
    const figures = [figure('E6.1', 1), figure('E6.2', 1), figure('E8.1', 1), figure('E8.2', 1)];
    const { of, problems } = find({ indicators: withIndicator('E6', change), figures });
    expect(of('E6').value).toBeNull();
    expect(problems.map((problem) => problem.reason)).toEqual([`指标 E6 人民调解成功率的${reason}`]);
  });

  it('may not go in a circle', () => {
    const { of, problems } = find({
      indicators: withIndicator('D1.4', { numerator: 'D1.1-D1.4' }),
      figures: [figure('D1.1', 3)],
    });
    expect(of('D1.4').value).toBeNull();
    expect(problems.map(({ level, reason }) => [level, reason])).toEqual([
      ['error', '指标 D1.4 空编数的公式绕了一圈又用到自己'],
    ]);
  });
});

describe('detail sheets', () => {
  const event = (from: string, more: Readonly<Record<string, Read<unknown>>> = {}): EventRow =>
    eventPacker()({
      department: from,
      cells: {
        day: read('2022-05-01', from, 'A3'),
        topic: read('', from, 'B3'),
        location: read('', from, 'C3'),
        leads: read(true, from, 'D3'),
        events: read(quantity(2), from, 'E3'),
        people: read(quantity(100), from, 'F3'),
        materials: read(quantity(50), from, 'G3'),
        ...more,
      },
      place: { file: `${from}.xlsx`, sheet: '普法明细', cell: 'A3' },
    });

  it('fill in what was not typed, with their cells as sources', () => {
    const { of, problems } = find({
      events: eventsOf({ publicity: [event('中心校'), event('司法所')] }),
      figures: [figure('E1', null, '中心校')],
    });
    expect(of('E1')).toMatchObject({ value: 4, text: '4场次' });
    expect(of('E1').sources.map(({ cell }) => cell)).toEqual(['E3', 'E3']);
    expect(problems).toEqual([]);
  });

  it('that are counted for several lines are named for each of them with their own cells', () => {
    const joint = event('中心校', { leads: read(false, '中心校', 'D3') });
    const { of } = find({ events: eventsOf({ publicity: [joint, event('司法所')] }) });
    const cellsOf = (code: string): readonly string[] =>
      of(code).sources.map(({ file, sheet = '', cell = '' }) => `${file} ${sheet}!${cell}`);
    expect([cellsOf('E1'), cellsOf('E2')]).toEqual([
      ['司法所.xlsx 填报!E3', '中心校.xlsx 普法明细!A3'],
      ['司法所.xlsx 填报!F3', '中心校.xlsx 普法明细!A3'],
    ]);
  });

  it('count a joint event at its leading department only', () => {
    const publicity = [event('中心校'), event('司法所', { leads: read(false, '司法所', 'D3') })];
    expect(find({ events: eventsOf({ publicity }) }).of('E2').value).toBe(100);
  });

  it('do not count outside the period, and say so', () => {
    const day = read('2023-01-02' as const, '中心校', 'A3');
    const { of, problems } = find({ events: eventsOf({ publicity: [event('中心校', { day })] }) });
    expect(of('E1').value).toBeNull();
    expect(problems.map(({ code, place }) => [code, place.cell])).toEqual([['outside-period', 'A3']]);
  });

  it('do not count where their day says that they are still to come; where nobody can read it they do', () => {
    const on = (shown: string): unknown => {
      const day = { ...read(null, '中心校', 'A3'), shown };
      const { of, problems } = find({ events: eventsOf({ publicity: [event('中心校', { day })] }) });
      return [of('E1').value, problems.map(({ code }) => code)];
    };
    expect(['拟于12月召开', '预计12月', '计划12月5日开展'].map(on)).toEqual(Array(3).fill([null, []]));
    expect(['12月底前', '不定期', ''].map(on)).toEqual(Array(3).fill([2, []]));
  });

  it('are compared with what was typed, which counts', () => {
    const { of, problems } = find({
      events: eventsOf({ publicity: [event('中心校')] }),
      figures: [figure('E1', 5, '中心校')],
    });
    expect(of('E1').value).toBe(5);
    expect(problems.map(({ code, reason }) => [code, reason])).toEqual([
      ['details-differ', '指标 E1 填报为“5”，按明细表（中心校.xlsx 填报!E3 起）计算为“2”'],
    ]);
  });

  it('do not stand for a typed value that could not be read, nor for 不涉及', () => {
    const unread = figure('E1', null, '中心校', { shown: '若干' });
    expect(find({ events: eventsOf({ publicity: [event('中心校')] }), figures: [unread] }).of('E1').value).toBeNull();
    const { of, problems } = find({
      events: eventsOf({ publicity: [event('中心校')] }),
      figures: [figure('E1', notApplicable, '中心校')],
    });
    expect(of('E1')).toMatchObject({ value: null, applies: false });
    expect(problems.map(({ code, actual }) => [code, actual])).toEqual([['details-differ', '不涉及']]);
  });

  it('are not held against inexact figures', () => {
    const figures = [figure('E1', 2, '中心校'), figure('E2', quantity(90, '余'), '中心校')];
    expect(find({ events: eventsOf({ publicity: [event('中心校')] }), figures }).problems).toEqual([]);
  });

  const training = (from: string, organiser: string): EventRow =>
    eventPacker()({
      department: from,
      cells: {
        day: read('2022-05-01', from, 'A3'),
        topic: read('', from, 'B3'),
        organiser: read(organiser, from, 'C3'),
        hours: read(quantity(4), from, 'D3'),
        invited: read(quantity(3), from, 'E3'),
        attended: read(quantity(2), from, 'F3'),
        examInvited: read(quantity(3), from, 'G3'),
        examTaken: read(quantity(2), from, 'H3'),
        examPassed: read(quantity(1), from, 'I3'),
      },
      place: { file: `${from}.xlsx`, sheet: '培训明细', cell: 'A3' },
    });

  it('give hours by department, and one office’s line from all departments together', () => {
    const trainings = [training('司法所', '司法'), training('综合行政执法办', '司法所')];
    const { of } = find({ events: eventsOf({ trainings }) });
    expect(of('D8.2').byDepartment.map(({ value }) => value)).toEqual([8, 8]);
    expect(of('D8.1').value).toBe(1);
    expect(of('D9.1').byDepartment.map(({ department: name, value }) => [name, value])).toEqual([['司法所', 6]]);
  });

  it('are a department’s own under its own names, not under another’s', () => {
    const trainings = [training('司法所', '司法'), training('综合行政执法办', '司法')];
    expect(find({ events: eventsOf({ trainings }) }).of('D8.1').value).toBe(1);
  });

  const penalty = (procedure: string, more: Readonly<Record<string, Read<unknown>>> = {}): EventRow =>
    eventPacker()({
      department: '综合行政执法办',
      cells: {
        category: read('罚款', '综合行政执法办', 'A3'),
        procedure: read(procedure, '综合行政执法办', 'B3'),
        decidedOn: read('2022-05-01', '综合行政执法办', 'C3'),
        amount: read(quantity(0.05), '综合行政执法办', 'D3'),
        capacity: read('受委托', '综合行政执法办', 'E3'),
        entrustedBy: read('', '综合行政执法办', 'F3'),
        mustReview: read(false, '综合行政执法办', 'G3'),
        reviewed: read<boolean>(null, '综合行政执法办', 'H3'),
        publishedOn: read('2022-05-05', '综合行政执法办', 'I3'),
        recorded: read(true, '综合行政执法办', 'J3'),
        ...more,
      },
      place: { file: '综合行政执法办.xlsx', sheet: '案件明细', cell: 'A3' },
    });

  it('give the enforcement lines case by case', () => {
    const unpublished = read<never>(null, '综合行政执法办', 'I4');
    const cases = [
      penalty('简易'),
      penalty('普通', {
        mustReview: read(true, '综合行政执法办', 'G4'),
        publishedOn: unpublished,
        capacity: read('本级', '综合行政执法办', 'E4'),
      }),
    ];
    const { of } = find({ events: eventsOf({ cases }) });
    const values = ['C2', 'C2.2', 'C2.3', 'C2.5', 'C3', 'C6.2', 'C6.1', 'C7.1', 'C8.1'].map((code) => of(code).value);
    expect(values).toEqual([2, 1, 1, 1, 0.1, 1, 0, 1, 2]);
  });
});
