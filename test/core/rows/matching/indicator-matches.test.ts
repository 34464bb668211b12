/** Which indicator a name means that is nearly its own. */
import { readOffice } from '../ledger-office';

const codesOf = (name: string): readonly string[] => {
  const books = { '司法所.xlsx': { 指标数据: `指标名称|填报值|单位\n${name}|3|件` } };
  const { value } = readOffice({ year: 2025, departments: ['司法所'], books });
  return value.figures.map(({ code }) => code);
};

it('what stands in brackets behind a name leaves it what it is; within a name it makes it another', () => {
  expect(codesOf('行政许可受理数（件）')).toEqual(['C5.1']);
  expect(codesOf('行政许可（代办）受理数')).toEqual([]);
});

it('what is only half like a name is asked about, and not counted', () => {
  const books = { '司法所.xlsx': { 指标数据: '指标名称|填报值|单位\n支部学法活动场次|5|场次' } };
  const { value, problems } = readOffice({ year: 2025, departments: ['司法所'], books });
  expect(value.figures).toEqual([]);
  expect(problems.find(({ place }) => place.cell === 'A2')).toMatchObject({
    level: 'doubt',
    actual: '支部学法活动场次',
  });
});
