/** The one-row table of a team, and forms laid out in pairs, are read as the form with a line a label. */
import { coverForm, teamForm } from '../../../edition';
import { readShape } from './shaped';

it('one row of numbers below two rows of header, and a total that fits', () => {
  const { values, told, unread } = readShape(
    teamForm,
    '执法队伍情况统计表（单位：人）\n单位|编制数|在编人数|在岗人数|持证人数|无证参与执法|学历情况||法制审核|其中法考通过\n||||||大专及以上|法学专业||\n执法办|12|8|8|6|0|2|1|0|0\n合计|12|8|8|6|0|2|1|0|0',
    ['A1:J1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:F3', 'G2:H2', 'I2:I3', 'J2:J3'],
  );
  expect(values).toEqual([
    ...['quota 12@B4', 'established 8@C4', 'onDuty 8@D4', 'certified 6@E4', 'unqualified 0@F4'],
    ...['college 2@G4', 'lawMajors 1@H4', 'reviewers 0@I4', 'examPassed 0@J4'],
  ]);
  expect([told, unread]).toEqual([[], 0]);
});

it('several rows add up, with a total that does not told with both numbers', () => {
  const { values, problems } = readShape(teamForm, '科室|编制数|在编人数\n一中队|7|5\n二中队|5|3\n合计|12|9');
  expect(values).toEqual(['quota 12@B4', 'established 8@C4']);
  expect(problems.map(({ reason }) => reason)).toContain('合计 9 不等于各行之和 8');
});

it('a row of labels and one of values, without anything before them', () => {
  const { values, problems, unread } = readShape(teamForm, '编制数|编外帮工|持证人数|大专以上\n15|12|9|7');
  expect(values).toEqual(['quota 15@A2', 'certified 9@C2', 'college 7@D2']);
  expect(problems.filter(({ code }) => code === 'cells-outside').map(({ reason }) => reason)).toEqual([
    'B1、B2不在认得的表头下面，没有读取',
  ]);
  expect(unread).toBe(0);
});

it('two pairs in a row, with merged cells between', () => {
  const { values, unread } = readShape(
    teamForm,
    '执法队伍基本情况\n编制||12||在编|8\n在岗||8||持证|6人\n大专及以上||2||法学专业|1\n备注：按年末人数填写',
    ['A1:F1', 'A2:B2', 'C2:D2', 'A3:B3', 'C3:D3', 'A4:B4', 'C4:D4', 'A5:F5'],
  );
  expect(values).toEqual([
    ...['quota 12@C2', 'established 8@F2', 'onDuty 8@C3'],
    ...['certified 6@F3', 'college 2@C4', 'lawMajors 1@F4'],
  ]);
  expect(unread).toBe(0);
});

it('labels above their values in several blocks', () => {
  const { values, unread } = readShape(teamForm, '编制|在编|在岗\n12|8|8\n持证|大专及以上|法学专业\n6|2|1');
  expect(values).toEqual([
    'quota 12@A2',
    'established 8@B2',
    'onDuty 8@C2',
    'certified 6@A4',
    'college 2@B4',
    'lawMajors 1@C4',
  ]);
  expect(unread).toBe(0);
});

it('a cover in pairs', () => {
  const { values } = readShape(coverForm, '填报单位|司法所|报告年度|2022\n填报人|综合岗|填报日期|2023-01-05');
  expect(values).toEqual(['department 司法所@B1', 'reportYear 2022@D1', 'filler 综合岗@B2', 'filledOn 2023-01-05@D2']);
});
