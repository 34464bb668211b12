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

/** What a department's own list says of one name: the code it was taken for, or the level of what is asked. */
const saidOf = (name: string, department = '司法所', unit = '件'): readonly string[] => {
  const books = { [`${department}.xlsx`]: { 工作数据: `指标名称|填报值|单位\n${name}|7|${unit}` } };
  const { value, problems } = readOffice({ year: 2025, departments: ['司法所', '综治中心', '执法队*'], books });
  const asked = problems.filter(({ place }) => place.cell === 'A2').map(({ code, level }) => `${level} ${code}`);
  return [...value.figures.filter(({ quantity }) => quantity.value?.value === 7).map(({ code }) => code), ...asked];
};

it.each([
  ['执法队', '已转办复议案件数'],
  ['执法队', '督办复议案件数'],
  ['综治中心', '转办诉讼案件数'],
  ['执法队', '已决定的重大执法决定'],
  ['综治中心', '交办信访件'],
  ['综治中心', '转送信访事项'],
  ['综治中心', '未办结信访件数'],
  ['司法所', '未受理复议案件数'],
  ['综治中心', '待审理行政诉讼件数'],
  ['司法所', '驳回行政复议件数'],
  ['司法所', '撤回行政复议申请件数'],
  ['综治中心', '办结行政复议件数'],
  ['司法所', '移送法院强制执行件数'],
  ['司法所', '拟公开信息数'],
])('what %s counts of another step than the indicator is asked about: %s', (department, name) => {
  expect(saidOf(name, department)).toEqual(['doubt figure-unmatched']);
});

it.each([
  ['司法所', '受理行政复议案件数', 'C10.1'],
  ['综治中心', '登记调解案件数', 'E6.2'],
  ['综治中心', '已办结的信访事项', 'E8.1'],
  ['司法所', '已审查的重大决策合法性', 'B2.1'],
])('a step that the indicator speaks of makes %s’s %s no other', (department, name, code) => {
  expect(saidOf(name, department)[0]).toBe(code);
});

it('what others report is asked about where its name tells no step and no unit stands beside it', () => {
  expect(saidOf('已人民调解件数', '司法所', '')).toEqual(['doubt figure-unmatched']);
  expect(saidOf('已受理的人民调解件数', '综治中心', '')[0]).toBe('E6.2');
});
