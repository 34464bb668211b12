/** The deadlines offices write, line by line: what each comes to in a plan for 2022, and what is said of it, word for word. */
import { levelName } from '../../../src/core/base/problem';
import { readDeadline } from '../../../src/core/cells/read-deadline';
import { cellOf, dateCell, type CellInput } from '../grid-builder';
import { contextOf } from './reading';

/** `2022-06-30`, `2022-03-01/2022-06-30`, `2022-01-25 ×12`, `长期` or `拒收`, then the sentences. */
function outcome(input: CellInput): readonly string[] {
  const cell = cellOf(input);
  const { value, remarks } = readDeadline(cell, { ...contextOf('完成时限'), issuedOn: '2022-03-15' });
  return [told(value), ...remarks.map(({ level, reason, expected }) => `${levelName[level]} ${reason}。${expected}`)];
}

function told(value: ReturnType<typeof readDeadline>['value']): string {
  if (value === null) return '拒收';
  if (value.kind === 'ongoing') return '长期';
  if (value.kind === 'recurring') return `${value.due[0] ?? ''} ×${String(value.due.length)}`;
  return value.start === null ? value.due : `${value.start}/${value.due}`;
}

/** A line of the table: what is typed, what it comes to, and what is said behind `完成时限“…”`. */
type Line = readonly [typed: CellInput, comesTo: string, says?: string];

const noYear = (day: string): string => `提示 没有写年份，按 ${day} 理解。如不对，请写明年月日，如 2022-06-30`;
const noEnd = '请核实 没有写明日期，按没有期限的任务计。请写明日期，如 2022-06-30；没有期限的请写“长期坚持”';
const byFestival = (day: string): string => `请核实 按放假节日推算为 ${day}。请写明日期，如 2022-06-30`;
const fromIssue = '请核实 按下达日期 2022-03-15 理解。请写明日期，如 2022-06-30';
const noSuchDay = '错误 不存在。请改为如 2022-09-30';
const reversed = '错误 起止颠倒或跨年。请改为如 2022年3月至6月，跨年的分成两项任务';
const vague = '错误 没有具体日期。请写明日期，如 2022-06-30；没有期限的请写“长期坚持”';
const short = '错误 没有写明年月日，可能被当成小数。请改为如 2022-06-30';
const aNumber = '错误 是一个数，不是日期。请改为如 2022-06-30';

function table(lines: readonly Line[]): void {
  const cases = lines.map(([typed, comesTo, says = '']) => [typed, comesTo, says] as const);
  it.each(cases)('%j is %s', (typed, comesTo, says) => {
    const sentence = says.replace(' ', ` 完成时限“${cellOf(typed).shown}”`);
    expect(outcome(typed)).toEqual(says === '' ? [comesTo] : [comesTo, sentence]);
  });
}

describe('a day', () => {
  table([
    ['2022年6月底前', '2022-06-30'],
    ['2022年6月', '2022-06-30', '提示 没有写明日期，按 2022-06-30 理解。如不对，请写明日期，如 2022-06-30'],
    ['6月底', '2022-06-30', noYear('2022-06-30')],
    ['6月30日', '2022-06-30', noYear('2022-06-30')],
    ['2022.6.30', '2022-06-30'],
    ['2022-6-30', '2022-06-30'],
    ['2022/6/30', '2022-06-30'],
    ['20220630', '2022-06-30'],
    ['２０２２年６月３０日', '2022-06-30'],
    ['二〇二二年六月三十日', '2022-06-30'],
    [dateCell('2022-06-30'), '2022-06-30'],
    [44742, '2022-06-30', '请核实 是日期序号，按 2022-06-30 理解。请把单元格设为日期格式并核对'],
    ['6月30日前', '2022-06-30', noYear('2022-06-30')],
    ['3月1日之前', '2022-02-28', '请核实 按“之前”不含当日，理解为 2022-02-28。如含当日，请改为如 6月30日前'],
    ['12月上旬', '2022-12-10', noYear('2022-12-10')],
    ['12月中旬', '2022-12-20', noYear('2022-12-20')],
    ['12月下旬', '2022-12-31', noYear('2022-12-31')],
  ]);
});

describe('part of the year', () => {
  table([
    ['一季度', '2022-03-31', noYear('2022-03-31')],
    ['第一季度末', '2022-03-31', noYear('2022-03-31')],
    ['上半年', '2022-06-30', noYear('2022-06-30')],
    ['年底前', '2022-12-31'],
    ['年内', '2022-12-31'],
    ['全年', '2022-12-31'],
    ['下半年', '2022-12-31', noYear('2022-12-31')],
    ['2022年3—6月', '2022-03-01/2022-06-30'],
    ['3月至6月', '2022-03-01/2022-06-30', noYear('2022-03-01 至 2022-06-30')],
    ['6月至3月', '拒收', reversed],
    ['2022年11月至2023年2月', '拒收', reversed],
  ]);
});

describe('again and again, or without end', () => {
  table([
    ['每月25日前', '2022-01-25 ×12'],
    ['每季度末', '2022-03-31 ×4'],
    ['每半年', '2022-06-30 ×2'],
    ['每季度第一个月10日前', '2022-01-10 ×4'],
    ['每季度首月10日前', '2022-01-10 ×4'],
    ['每季度末月底前', '2022-03-31 ×4'],
    ['每季度第二个月', '2022-02-28 ×4'],
    ['每两月一次', '2022-02-28 ×6'],
    ['长期坚持', '长期'],
    ['持续推进', '长期'],
    ['常态化', '长期'],
    ['长期', '长期'],
    ['常年', '长期'],
    ['待定', '长期', noEnd],
    ['—', '长期', noEnd],
    ['每学期', '长期', noEnd],
  ]);
});

describe('what must be asked about', () => {
  table([
    ['即日起', '2022-03-15', fromIssue],
    ['立行立改', '2022-03-15', fromIssue],
    ['春节前', '2022-01-31', byFestival('2022-01-31')],
    ['国庆前', '2022-09-30', byFestival('2022-09-30')],
    ['元旦前', '2022-12-31', byFestival('2022-12-31')],
  ]);
});

describe('what is no deadline', () => {
  table([
    [6.3, '拒收', short],
    ['6.30', '拒收', short],
    ['6月31日', '拒收', noSuchDay],
    ['2022年13月', '拒收', noSuchDay],
    ['2月29日', '拒收', noSuchDay],
    ['按上级要求', '拒收', vague],
    ['尽快', '拒收', vague],
    ['党的二十大前', '拒收', '错误 以事件为期，没有具体日期。请写明日期，如 2022-10-15'],
    ['已完成', '拒收', '错误 是办理情况，不是时限。请在本栏写时限，如 2022-06-30；办理情况写在“状态”栏'],
    [39_999, '拒收', aNumber],
    [60_001, '拒收', aNumber],
  ]);
});
