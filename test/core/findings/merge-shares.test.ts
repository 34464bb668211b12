/** Typed figures beside the rows of the detail sheets: which of the two counts. */
import { withDetails } from '../../../src/core/findings/merge-shares';
import { byCode, type Share } from '../../../src/core/findings/shares';
import type { Rows } from '../../../src/core/rows/rows';
import { ruleOfLaw } from '../../edition';
import { department, noRows } from './rows-builder';

const rows: Rows = { ...noRows, departments: [department('司法所', { inGroup: true })] };
/** The total of the cases, of which the rows are all parts; and one of its parts. */
const [decisions, fines] = ['C2', 'C2.2'];

function share(code: string, said: Share['said'], department = '司法所'): Share {
  const shown = said.kind === 'known' ? String(said.value) : '';
  return { code, department, said, shown, places: [{ file: `${department}.xlsx`, sheet: '填报', cell: code }] };
}

function known(value: number, qualifier: '' | '余' = ''): Share['said'] {
  return { kind: 'known', value, qualifier };
}

/** What counts in the end, and the level of what is told. */
function merged(code: string, typed: Share['said'], counted: number | Share['said']): readonly unknown[] {
  const shares = byCode([share(code, typed)], rows);
  const { value, problems } = withDetails(
    shares,
    [share(code, typeof counted === 'number' ? known(counted) : counted)],
    rows,
    ruleOfLaw,
  );
  const said = (value.get(code) ?? []).map((one) => (one.said.kind === 'known' ? one.said.value : one.said.kind));
  return [said, problems.map(({ level }) => level)];
}

it('of a total that is not the sum of its parts neither counts', () => {
  expect(merged(decisions, known(3), 2)).toEqual([['refused'], ['error']]);
  expect(merged(decisions, { kind: 'not-applicable' }, 1)).toEqual([['refused'], ['error']]);
});

it('of any other figure the typed one counts, and the difference is a doubt', () => {
  expect(merged(fines, known(3), 2)).toEqual([[3], ['doubt']]);
});

it.each([decisions, fines])('%s that agrees with its rows, or is about right, is no matter', (code) => {
  expect(merged(code, known(2), 2)).toEqual([[2], []]);
  expect(merged(code, known(3, '余'), 2)).toEqual([[3], []]);
  expect(merged(code, { kind: 'not-applicable' }, 0)).toEqual([['not-applicable'], []]);
});

it.each([decisions, fines])('%s is not held against rows that are about right or were not understood', (code) => {
  expect(merged(code, known(2), known(3, '余'))).toEqual([[2], []]);
  expect(merged(code, known(2), { kind: 'refused' })).toEqual([[2], []]);
  expect(merged(code, { kind: 'not-applicable' }, { kind: 'refused' })).toEqual([['not-applicable'], []]);
});

it('the rows stand for a figure that was left blank', () => {
  expect(merged(decisions, { kind: 'blank' }, 2)).toEqual([[2], []]);
});

describe('rows of several departments', () => {
  const line = (filledBy: string): Rows => ({
    ...noRows,
    departments: ['司法所', '党政办', '派出所'].map((name) => department(name, { inGroup: name !== '党政办' })),
    indicators: noRows.indicators.map((one) => (one.code === fines ? { ...one, filledBy } : one)),
  });

  /** `单位 number`, with what is told. */
  const told = (filledBy: string, ...details: readonly Share[]): readonly string[] => {
    const { value, problems } = withDetails(new Map(), details, line(filledBy), ruleOfLaw);
    const all = (value.get(fines) ?? []).map(
      ({ department: name, said, shown, places }) =>
        `${name} ${said.kind === 'known' ? `${said.qualifier}${String(said.value)}` : said.kind} ${shown} ${String(places.length)}`,
    );
    return [...all, ...problems.map(({ code }) => code)];
  };

  it('count for those that are asked, and whoever is not asked adds to the one that is', () => {
    expect(told('司法所、派出所', share(fines, known(3)), share(fines, known(2), '派出所'))).toEqual([
      '司法所 3 3 1',
      '派出所 2 2 1',
    ]);
    expect(told('司法所', share(fines, known(2), '派出所'), share(fines, known(3)))).toEqual(['司法所 5 5 2']);
    expect(told('司法所', share(fines, known(2), '派出所'))).toEqual(['司法所 2 2 1']);
  });

  it('are as inexact together as each of them, and unknown where one is', () => {
    expect(told('司法所', share(fines, known(20, '余'), '派出所'), share(fines, known(3)))).toEqual([
      '司法所 约23 23 2',
    ]);
    expect(told('司法所', share(fines, { kind: 'refused' }, '派出所'), share(fines, known(3)))).toEqual([
      '司法所 refused  2',
    ]);
  });

  it('say no range of their own where they are exact', () => {
    const both = [share(fines, known(2), '派出所'), share(fines, known(3))];
    const [sum] = withDetails(new Map(), both, line('司法所'), ruleOfLaw).value.get(fines) ?? [];
    expect(sum?.said).toEqual({ kind: 'known', value: 5, qualifier: '' });
  });

  it('leave no more open together than the inexact one does alone', () => {
    const both = [share(fines, known(20, '余'), '派出所'), share(fines, known(3))];
    const [sum] = withDetails(new Map(), both, line('司法所'), ruleOfLaw).value.get(fines) ?? [];
    expect(sum?.said).toMatchObject({ value: 23, range: { low: 23, high: 33 } });
  });
});

describe('registers that departments keep for themselves', () => {
  const [contracts, decided] = ['B6', 'B2.1'];
  const rowsOf = (filledBy: string): Rows => ({
    ...noRows,
    departments: ['司法所', '党政办', '派出所'].map((name) => department(name)),
    indicators: noRows.indicators.map((line) => ({ ...line, filledBy })),
  });
  const inSheet = (code: string, name: string, sheet: string): Share => ({
    ...share(code, known(1), name),
    places: [{ file: `${name}.xlsx`, sheet, cell: 'A3' }],
  });

  /** `place reason` of what is told where 司法所 is asked for all. */
  const told = (details: readonly Share[], filledBy = '司法所'): readonly string[] =>
    withDetails(new Map(), details, rowsOf(filledBy), ruleOfLaw).problems.map(
      ({ code, level, place, reason }) => `${level} ${code} ${place.file} ${place.sheet ?? ''} ${reason}`,
    );
  const own = (code: string): Share => inSheet(code, '司法所', '审查台账');

  it('are told once a sheet, by the first line that two of them make, whatever lines follow', () => {
    const office = [contracts, decided].map((code) => inSheet(code, '党政办', '合同台账'));
    expect(told([own(contracts), own(decided), ...office])).toEqual([
      'doubt registers-added 党政办.xlsx 合同台账 这张台账与司法所.xlsx 审查台账!A3 起的同一种台账来自两个单位，指标 B6 等按两张相加计算',
    ]);
  });

  it('are told each where another department or another sheet has one, too', () => {
    const others = [
      inSheet(contracts, '党政办', '合同台账'),
      inSheet(contracts, '派出所', '合同台账'),
      inSheet(decided, '党政办', '决策台账'),
    ];
    expect(told([own(contracts), own(decided), ...others]).map((one) => one.split(' 这张')[0])).toEqual([
      'doubt registers-added 党政办.xlsx 合同台账',
      'doubt registers-added 派出所.xlsx 合同台账',
      'doubt registers-added 党政办.xlsx 决策台账',
    ]);
  });

  it('are not told where each counts for its own department, nor where the program hands the sheet out', () => {
    expect(told([own(contracts), inSheet(contracts, '党政办', '合同台账')], '司法所、党政办')).toEqual([]);
    expect(told([own(fines), inSheet(fines, '党政办', '案件明细')])).toEqual([]);
  });
});

it('a difference names both cells, what stands there and what the rows make', () => {
  const shares = byCode([share(fines, known(3))], rows);
  const [problem] = withDetails(shares, [share(fines, known(2))], rows, ruleOfLaw).problems;
  expect(problem).toMatchObject({
    place: { file: '司法所.xlsx', cell: fines },
    actual: '3',
    reason: `指标 ${fines} 填报为“3”，按明细表（司法所.xlsx 填报!${fines} 起）计算为“2”`,
    expected: '请核对指标数据与明细，目前按填报值计算',
  });
});
