/** The deadlines offices write, line by line: what each comes to in a plan for 2022, and which remark it draws. */
import { readDeadline } from '../../../src/core/cells/read-deadline';
import { cellOf, dateCell, type CellInput } from '../grid-builder';
import { contextOf } from './reading';

/** `2022-06-30`, `2022-03-01/2022-06-30`, `2022-01-25 +12`, `长期` or `拒收`, then the codes of the remarks. */
function outcome(input: CellInput): string {
  const issuedOn = '2022-03-15' as const;
  const { value, remarks } = readDeadline(cellOf(input), { ...contextOf('完成时限'), issuedOn });
  const codes = remarks.map(({ code }) => code);
  if (value === null) return ['拒收', ...codes].join(' ');
  if (value.kind === 'ongoing') return ['长期', ...codes].join(' ');
  if (value.kind === 'recurring') return [`${value.due[0] ?? ''} ×${String(value.due.length)}`, ...codes].join(' ');
  return [value.start === null ? value.due : `${value.start}/${value.due}`, ...codes].join(' ');
}

describe('a day', () => {
  it.each<[CellInput, string]>([
    ['2022年6月底前', '2022-06-30'],
    ['2022年6月', '2022-06-30 deadline-month-end'],
    ['6月底', '2022-06-30 year-assumed'],
    ['6月30日', '2022-06-30 year-assumed'],
    ['2022.6.30', '2022-06-30'],
    ['2022-6-30', '2022-06-30'],
    ['2022/6/30', '2022-06-30'],
    ['20220630', '2022-06-30'],
    ['２０２２年６月３０日', '2022-06-30'],
    ['二〇二二年六月三十日', '2022-06-30'],
    [dateCell('2022-06-30'), '2022-06-30'],
    [44742, '2022-06-30 day-serial'],
    ['6月30日前', '2022-06-30 year-assumed'],
    ['3月1日之前', '2022-02-28 deadline-exclusive'],
    ['12月上旬', '2022-12-10 year-assumed'],
    ['12月中旬', '2022-12-20 year-assumed'],
    ['12月下旬', '2022-12-31 year-assumed'],
  ])('%j is %s', (typed, expected) => {
    expect(outcome(typed)).toBe(expected);
  });
});

describe('part of the year', () => {
  it.each([
    ['一季度', '2022-03-31 year-assumed'],
    ['第一季度末', '2022-03-31 year-assumed'],
    ['上半年', '2022-06-30 year-assumed'],
    ['年底前', '2022-12-31'],
    ['年内', '2022-12-31'],
    ['全年', '2022-12-31'],
    ['下半年', '2022-12-31 year-assumed'],
    ['2022年3—6月', '2022-03-01/2022-06-30'],
    ['3月至6月', '2022-03-01/2022-06-30 year-assumed'],
    ['6月至3月', '拒收 deadline-reversed'],
    ['2022年11月至2023年2月', '拒收 deadline-reversed'],
  ])('%s is %s', (typed, expected) => {
    expect(outcome(typed)).toBe(expected);
  });
});

describe('again and again, or without end', () => {
  it.each([
    ['每月25日前', '2022-01-25 ×12'],
    ['每季度末', '2022-03-31 ×4'],
    ['每半年', '2022-06-30 ×2'],
    ['每季度第一个月10日前', '2022-01-10 ×4'],
    ['每两月一次', '2022-02-28 ×6'],
    ['长期坚持', '长期'],
    ['持续推进', '长期'],
    ['常态化', '长期'],
    ['长期', '长期'],
    ['常年', '长期'],
    ['待定', '长期 deadline-open'],
    ['—', '长期 deadline-open'],
    ['每学期', '长期 deadline-open'],
  ])('%s is %s', (typed, expected) => {
    expect(outcome(typed)).toBe(expected);
  });
});

describe('what must be asked about', () => {
  it.each([
    ['即日起', '2022-03-15 deadline-immediate'],
    ['立行立改', '2022-03-15 deadline-immediate'],
    ['春节前', '2022-01-31 deadline-festival'],
    ['国庆前', '2022-09-30 deadline-festival'],
    ['元旦前', '2022-12-31 deadline-festival'],
  ])('%s is %s', (typed, expected) => {
    expect(outcome(typed)).toBe(expected);
  });
});

describe('what is no deadline', () => {
  it.each<[CellInput, string]>([
    [6.3, '拒收 day-short'],
    ['6.30', '拒收 day-short'],
    ['6月31日', '拒收 day-missing'],
    ['2022年13月', '拒收 day-missing'],
    ['2月29日', '拒收 day-missing'],
    ['按上级要求', '拒收 deadline-vague'],
    ['尽快', '拒收 deadline-vague'],
    ['党的二十大前', '拒收 deadline-event'],
    ['已完成', '拒收 deadline-status'],
    [39_999, '拒收 day-number'],
    [60_001, '拒收 day-number'],
  ])('%j is %s', (typed, expected) => {
    expect(outcome(typed)).toBe(expected);
  });
});
