/** What rows make of a line where some of them may count or not, or are said to be not done yet. */
import { problemText } from '../../../../src/core/base/problem';
import { detailShares } from '../../../../src/core/findings/detail-shares';
import { findingsFromRows } from '../../../../src/core/findings/findings-from-rows';
import { settingsOf } from '../../office-builder';
import { readOffice, type Office } from '../../rows/ledger-office';

const settings = settingsOf({ reportYear: 2024, outlineName: '某纲要', publicityPlan: '八五' });

function officeOf(sheet: string, texts: Readonly<Record<string, string>>) {
  const books: Office['books'] = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [`${name}.xlsx`, { [sheet]: text }]),
  );
  return readOffice({ year: 2024, departments: ['司法所*', '党政办*'], books });
}

/** `B6 至少2/3 A3、A4`: line, least, most, and the cells it is told by, of 司法所; of another with its name before. */
function made(sheet: string, texts: string | Readonly<Record<string, string>>): readonly string[] {
  const office = officeOf(sheet, typeof texts === 'string' ? { 司法所: texts } : texts);
  return detailShares(office.value, settings).value.map(({ code, department, said, places }) => {
    const name = department === '司法所' ? '' : `${department} `;
    const cells = places.map(({ cell = '' }) => cell).join('、');
    if (said.kind !== 'known') return `${name}${code} ${said.kind} ${cells}`;
    const most = said.range === undefined || said.range.high === said.value ? '' : `/${String(said.range.high)}`;
    return `${name}${code} ${said.qualifier}${String(said.value)}${most} ${cells}`;
  });
}

/** What is told of the rows left out. */
function left(sheet: string, text: string): readonly string[] {
  return detailShares(officeOf(sheet, { 司法所: text }).value, settings).problems.map(
    (problem) => `${problem.code} ${problemText(problem)}`,
  );
}

const papers = (...rows: readonly string[]): string => ['审查日期|类别|名称|审查意见|备注', ...rows].join('\n');
const events = (...rows: readonly string[]): string =>
  ['日期|主题|是否牵头|场次|受众人次|备注', ...rows.map((row, at) => `2024-0${String(at + 1)}-01|普法|是|${row}`)].join(
    '\n',
  );
const line = (all: readonly string[], code: string): readonly string[] =>
  all.filter((one) => one.startsWith(`${code} `));

describe('rows of which nobody knows whether they count', () => {
  it.each([
    ['one that may be none', papers('2024-01-05|合同|甲合同|同意|作废'), ['B6 refused A2']],
    ['one of no known kind', papers('2024-01-05|不清楚|甲合同|同意|'), ['B6 refused A2', 'B2.1 refused A2']],
  ])('alone say nothing of how many there are, not even that there is none: %s', (_, text, expected) => {
    expect(made('合法性审查台账', text)).toEqual(expected);
  });

  it('alone are no zero of their kind, though the whole counts them', () => {
    const text = '类别|程序|决定日期|罚没金额（元）|执法名义\n罚款|不清楚|2024-01-05|100|本级';
    const all = made('案件明细', text);
    expect([...line(all, 'C2'), ...line(all, 'C2.2')]).toEqual(['C2 1 A2', 'C2.2 refused A2']);
  });

  it('keep what all others rule out from being a zero', () => {
    const rows = ['2024-03-01|普法|否|1|40|', '2024-04-01|普法|看情况|1||'];
    const text = ['日期|主题|是否牵头|场次|受众人次|备注', ...rows].join('\n');
    expect(line(made('普法明细', text), 'E2')).toEqual(['E2 refused A3']);
  });

  it('are not one thing because none of them has a name', () => {
    const unnamed = papers('2024-01-05|合同||同意|', '2024-02-05|合同||同意|');
    expect(line(made('合法性审查台账', unnamed), 'B6')).toEqual(['B6 2 A2、A3']);
  });

  it('are asked about at their own cells, the others are counted by theirs', () => {
    const text = papers(
      '2024-01-05|合同|甲合同|同意|',
      '2024-02-05|合同|乙合同|同意|作废',
      '2024-03-05|重大决策|丙|同意|作废',
    );
    expect(made('合法性审查台账', text)).toEqual(['B6 至少1/2 A2', 'B2.1 refused A4']);
  });

  it('count once where they name one thing, and not at all where a row that counts names it', () => {
    const [sure, void_] = ['2024-01-05|合同|甲合同|同意|', '2024-02-05|合同|乙合同|同意|作废'];
    expect(made('合法性审查台账', papers(sure, sure.replace('01', '03').replace('||', '|')))).toEqual(['B6 1 A2']);
    expect(made('合法性审查台账', papers(sure, void_, void_.replace('02', '03')))).toEqual(['B6 至少1/2 A2']);
    expect(made('合法性审查台账', papers(sure, void_.replace('乙', '甲')))).toEqual(['B6 1 A2']);
  });

  it.each([
    ['as many as they tell', ['1|200|', '2|300|取消'], ['E1 至少1/3 D2', 'E2 至少200/500 E2']],
    ['nobody knows how many, where their number cannot be read', ['1|200|', '1|若干|取消'], ['E2 至少200/Infinity E2']],
    [
      'nobody knows how many, where they tell only of about so many',
      ['1|200|', '1|约300|取消'],
      ['E2 至少200/Infinity E2'],
    ],
    ['nothing is known, where those that count are about so many', ['1|约200|', '1|300|取消'], ['E2 refused A3']],
    ['nothing is known, where only they tell a number', ['1||', '1|300|取消'], ['E2 refused A3']],
    ['nothing is known, where only they tell what cannot be read', ['1||', '1|若干|取消'], ['E2 refused A3']],
  ])('add %s', (_, rows, expected) => {
    const all = made('普法明细', events(...rows));
    expect(expected.flatMap((one) => line(all, one.split(' ')[0] ?? ''))).toEqual(expected);
  });

  it('say nothing of a number that nobody wrote', () => {
    expect(line(made('普法明细', events('1||', '1||取消')), 'E2')).toEqual([]);
  });

  it('tell no rate by their sums, as if each were one', () => {
    const text = '日期|主题|应考|参考|备注\n2024-03-01|法律考试|10|10|\n2024-04-01|法律考试|10|5|作废';
    const office = officeOf('培训明细', { 司法所: text });
    const rate = findingsFromRows(office.value, settings, []).value.indicators.find(
      ({ indicator }) => indicator.code === 'D9',
    );
    expect(rate).toMatchObject({ text: '至少50.0%', value: 50 });
  });
});

it.each([
  ['a dash in the place of a number, which is 不涉及,', '—', 'E2 200 E2'],
  ['a word there', '若干', 'E2 refused A3'],
  ['nothing there', '', 'E2 200 E2'],
])('%s is counted as what it says: the sum is known unless somebody wrote what cannot be read', (_, cell, expected) => {
  expect(line(made('普法明细', events('1|200|', `1|${cell}|`)), 'E2')).toEqual([expected]);
});

describe('rows that are said to be not done yet', () => {
  it('leave a line unknown that nothing else tells, and no line that they are not of', () => {
    expect(made('合法性审查台账', papers('2024-01-05|合同|甲合同|待审|', '2024-02-05|合同|乙合同|审查中|'))).toEqual([
      'B6 refused A2、A3',
    ]);
    expect(made('合法性审查台账', papers('2024-01-05|合同|甲合同|同意|', '2024-02-05|重大决策|乙|待审|'))).toEqual([
      'B6 1 A2',
      'B2.1 refused A3',
    ]);
  });

  it('are each department’s own', () => {
    const waiting = papers('2024-01-05|合同|甲合同|待审|');
    const done = papers('2024-01-05|合同|乙合同|同意|');
    expect(made('合法性审查台账', { 司法所: done, 党政办: waiting })).toEqual(['B6 1 A2', '党政办 B6 refused A2']);
  });

  it.each([
    [1, '这一行写着还没有办完，没有计入'],
    [2, '有2行写着还没有办完（A2、A3），没有计入'],
    [10, '有10行写着还没有办完（A2、A3、A4、A5、A6、A7、A8、A9、A10、A11），没有计入'],
    [11, '有11行写着还没有办完（A2、A3、A4、A5、A6、A7、A8、A9、A10、A11等），没有计入'],
  ])('are told in one sentence, the first ten by their cells: %d', (count, reason) => {
    const rows = Array.from({ length: count }, (_, at) => `2024-01-05|合同|合同${String(at)}|待审|`);
    expect(left('合法性审查台账', papers(...rows))).toEqual([
      `row-undone 司法所.xlsx 合法性审查台账!A2：${reason}。没有办完的不用改；已经办完的请写明结果。`,
    ]);
  });
});
