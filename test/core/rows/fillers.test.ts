/** Whoever is named in 指标 is asked, and a name that is nobody's is told and never passed over. */
import { problemText } from '../../../src/core/base/problem';
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import type { Findings } from '../../../src/core/findings/findings';
import { rowsFromGrids } from '../../../src/core/rows/rows-from-grids';
import { departmentsTable, indicatorsTable, tasksTable, workSafety } from '../../edition';
import { departmentGrids, settingsGrid, settingsOf, tableGrid, taskRecord, type RecordInput } from '../office-builder';

type DepartmentRecord = RecordInput<typeof departmentsTable.columns>;

const workbook = '总表.xlsx';
const own: readonly DepartmentRecord[] = [
  { id: 'D01', name: '法治办', aliases: '法治办公室', kind: '内设', inGroup: '是', roles: '司法' },
  { id: 'D02', name: '综合行政执法局', kind: '派出', inGroup: '是', roles: '执法、应急' },
  { id: 'D03', name: '党政办公室', kind: '内设', inGroup: '否', roles: '综合' },
  { id: 'D04', name: '东村', kind: '村', inGroup: '否' },
];

interface Office {
  readonly asked: readonly string[];
  readonly says: readonly string[];
  readonly found: Findings;
}

/** An office whose one indicator is filled in by whoever the cell says; the departments of `given` each gave 5. */
function office(
  filledBy: string | null,
  departments: readonly DepartmentRecord[] = own,
  { given = [], more = {} }: { given?: readonly string[]; more?: RecordInput<typeof indicatorsTable.columns> } = {},
): Office {
  const line = {
    code: 'Z1',
    name: '巡查次数',
    unit: '次',
    kind: '数量',
    filledBy,
    area: '执法',
    aggregate: '合计',
    ...more,
  };
  const hub = [
    settingsGrid(),
    tableGrid(departmentsTable, departments, { workbook }),
    tableGrid(tasksTable, [], { workbook }),
    tableGrid(indicatorsTable, [line], { workbook }),
  ];
  const books = given.map((name) => ({
    file: `${name}.xlsx`,
    grids: departmentGrids(name, [], [{ code: 'Z1', name: '巡查次数', unit: '次', quantity: 5 }]),
  }));
  const settings = settingsOf();
  const { value: rows, problems } = rowsFromGrids({ hub, departments: books }, settings);
  const found = findingsFromRows(rows, settings, []).value;
  const told = problems.filter(({ code }) => /^(?:filler|role)-/u.test(code));
  return {
    asked: found.indicators[0]?.coverage.asked ?? [],
    says: told.map((problem) => `${problem.level} ${problemText(problem)}`),
    found,
  };
}

it.each([
  ['法治办', ['法治办']],
  ['法治办公室、某镇党政办公室', ['法治办', '党政办公室']],
  ['牵头：执法', ['综合行政执法局']],
  ['牵头: 应急、综合行政执法局', ['综合行政执法局']],
  ['执法单位', ['法治办', '综合行政执法局']],
  ['各执法单位', ['法治办', '综合行政执法局']],
  ['各单位', ['法治办', '综合行政执法局', '党政办公室', '东村']],
  ['各部门', ['法治办', '综合行政执法局', '党政办公室', '东村']],
  ['镇直各单位', ['法治办', '综合行政执法局', '党政办公室', '东村']],
  ['各村', ['东村']],
])('%s asks %j, and nothing is told', (filledBy, asked) => {
  expect(office(filledBy)).toMatchObject({ asked, says: [] });
});

it.each([
  [
    '综合行政执法办',
    'error 总表.xlsx 指标!E4：巡查次数的填报单位“综合行政执法办”不在“单位”表里，它的数没有着落。是否指“综合行政执法局”？请改为“单位”表里的名称，或把它加为别名。',
  ],
  [
    '财政所、法治办',
    'error 总表.xlsx 指标!E4：巡查次数的填报单位“财政所”不在“单位”表里，它的数没有着落。请改为“单位”表里的名称，或把它加为别名；表里有法治办、综合行政执法局、党政办公室、东村。',
  ],
  [
    '牵头：财政',
    'error 总表.xlsx 指标!E4：巡查次数的填报单位“牵头：财政”没有哪个单位担任，或者不止一个，它的数没有着落。请在“单位”表的“角色”里写给一个单位，或改写单位名称；角色现在有司法、执法、应急、综合。',
  ],
  ['有关单位', expect.stringMatching(/^error .*“有关单位”不在“单位”表里/u)],
  ['法治办等单位', expect.stringMatching(/^error .*“法治办等单位”不在“单位”表里.*是否指“法治办”/u)],
  ['各学校', expect.stringMatching(/^error .*“各学校”不在“单位”表里/u)],
  [null, 'error 总表.xlsx 指标!E4：巡查次数没有写明填报单位，没有人填。请写填报的单位，如 法治办、执法单位、各单位。'],
  ['程序计算', expect.stringMatching(/^error .*巡查次数写的是“程序计算”，又没有分子可以计算，没有人填/u)],
])('%s is an error at its cell', (filledBy, told) => {
  expect(office(filledBy).says).toEqual([told]);
});

it('asks a line that is computed of nobody, and needs nobody named there', () => {
  expect(office(null, own, { more: { numerator: 'Z1' } }).says).toEqual([]);
  expect(office('程序计算', own, { more: { kind: '比率', numerator: 'Z1', denominator: 'Z1' } }).says).toEqual([]);
});

it('doubts a line whose only department is excused this year', () => {
  const excused = own.map((one) => (one.name === '法治办' ? { ...one, active: '否' } : one));
  expect(office('法治办', excused).says).toEqual([expect.stringMatching(/^doubt .*都不再填报/u)]);
  expect(office('法治办、东村', excused).says).toEqual([]);
});

it('does not take what the others gave for the whole while a name is nobody’s', () => {
  const { found } = office('法治办、财政所', own, { given: ['法治办'] });
  expect(found.indicators[0]).toMatchObject({
    state: 'partial',
    value: null,
    partial: { value: 5, text: '5次（不含财政所）' },
    coverage: { given: ['法治办'], missing: [{ department: '财政所', why: 'no-department' }] },
    weak: false,
  });
  expect(office('财政所').found.indicators[0]).toMatchObject({ state: 'unknown', coverage: { asked: ['财政所'] } });
});

it('takes a role of two departments for neither, and names both', () => {
  const twice = own.map((one) => (one.name === '东村' ? { ...one, roles: '执法' } : one));
  const [shared, stranger, ...others] = office('牵头：执法', twice).says;
  expect(shared).toBe(
    'error 总表.xlsx 单位!M5：角色“执法”写给了综合行政执法局、东村，“牵头：执法”不知道指哪一个。一个角色请只写给一个单位。',
  );
  expect(stranger).toMatch(/“牵头：执法”没有哪个单位担任，或者不止一个/u);
  expect(others).toEqual([]);
});

it('knows the roles of departments called as in a new hub where no role is written', () => {
  const usual = [{ id: 'D01', name: '执法办', kind: '内设', inGroup: '是' }];
  expect(office('牵头：执法', usual)).toMatchObject({ asked: ['执法办'], says: [] });
  expect(office('牵头：执法', [{ ...usual[0], roles: '司法' }]).asked).toEqual(['牵头：执法']);
});

it('lets a task be led by a role', () => {
  const hub = [
    settingsGrid(),
    tableGrid(departmentsTable, own, { workbook }),
    tableGrid(tasksTable, [taskRecord({ lead: '牵头：司法' }), taskRecord({ id: 'A-02', lead: '牵头：财政' })], {
      workbook,
    }),
  ];
  const { value, problems } = rowsFromGrids({ hub, departments: [] }, settingsOf());
  expect(value.tasks.map(({ lead }) => lead)).toEqual(['法治办', null]);
  expect(problems.filter(({ code }) => code === 'department-unknown')).toHaveLength(1);
});

it('asks the departments of the roles where the hub has lost its 指标', () => {
  const hub = [settingsGrid(), tableGrid(departmentsTable, own, { workbook })];
  const { value } = rowsFromGrids({ hub, departments: [] }, settingsOf());
  const line = (code: string): unknown => value.indicators.find((one) => one.code === code);
  expect(line('D11.1')).toMatchObject({ filledBy: '综合行政执法局', strangers: [] });
  expect(line('E6.1')).toMatchObject({ filledBy: '', strangers: [] });
  expect(workSafety.departments.flatMap(({ roles }) => roles)).toContain('应急');
});
