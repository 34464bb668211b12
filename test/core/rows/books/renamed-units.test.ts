/** A unit that was renamed in 单位, while its workbook still bears the former name, is not one that sent nothing. */
import { problemText } from '../../../../src/core/base/problem';
import { readOffice } from '../ledger-office';

const progress = '任务编号|重点任务|状态\nA-01|印发要点|推进中';
const cover = (unit: string): string => `单位|${unit}\n报告年度|2023`;

function statuses(books: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const { value, problems } = readOffice({
    year: 2023,
    departments: ['司法办', '派出所'],
    tasks: ['A-01|组织领导|印发要点|司法办|3月底前'],
    books,
  });
  return {
    kinds: value.workbooks.map(({ department, status }) => `${department} ${status.kind}`),
    told: problems.filter(({ code }) => /^department-(?:missing|unread)$/u.test(code)).map(problemText),
  };
}

it('its workbook may be the one, and nobody is told that none came', () => {
  const { kinds, told } = statuses({ '司法所.xlsx': { 封面: cover('司法所'), 任务进展: progress } });
  expect(kinds).toEqual(['司法办 not-read', '派出所 none']);
  expect(told[0]).toMatch(
    /^司法办\.xlsx：没有读到司法办的填报表（“司法所\.xlsx”写的单位“司法所”不在“单位”表里，不知道是不是它的）.*这不是缺报/u,
  );
});

it('where its own came, too, that one counts', () => {
  const own = { 封面: cover('司法办'), 任务进展: progress };
  const { kinds } = statuses({ '司法所.xlsx': { 封面: cover('司法所'), 任务进展: progress }, '司法办.xlsx': own });
  expect(kinds[0]).toBe('司法办 usable');
});

it('a workbook of quite another unit is none of anybody', () => {
  expect(statuses({ '水利站.xlsx': { 封面: cover('水利站'), 任务进展: progress } }).kinds).toEqual([
    '司法办 none',
    '派出所 none',
  ]);
});

it.each(['2023年派出所台账', '派出所 (2)', '派出所-副本', '镇派出所（终稿）'])(
  'a workbook without cover called %s may be the one, too',
  (name) => {
    const { kinds, told } = statuses({ [`${name}.xlsx`]: { 任务进展: progress } });
    expect(kinds).toEqual(['司法办 none', '派出所 not-read']);
    expect(told.join('')).toContain(`没有读到派出所的填报表（“${name}.xlsx”的文件名不在“单位”表里`);
  },
);
