/** The hub's 任务: what each cell makes of its task, and what is said of it at which cell. */
import { problemText } from '../../../src/core/base/problem';
import type { Task } from '../../../src/core/rows/rows';
import { directoryOf } from '../../../src/core/rows/department-names';
import { finderOf } from '../../../src/core/rows/by-key';
import { taskList, tasksOf } from '../../../src/core/rows/task-list';
import { readTable } from '../../../src/core/tables/read-table';
import { indicators, reading2022, tasksTable } from '../../edition';
import { department } from '../findings/rows-builder';
import { gridOf, type CellInput } from '../grid-builder';
import { settingsOf, tableGrid, taskRecord } from '../office-builder';

const context = {
  directory: directoryOf(
    [
      department('司法所', { aliases: ['法治办'] }),
      department('综治中心'),
      department('综合行政执法队', { kind: '派出' }),
    ],
    '某镇',
  ),
  indicatorCalled: finderOf(indicators, ({ code, name }) => [code, name]),
  settings: settingsOf(),
};

function read(...records: readonly Record<string, CellInput>[]): {
  readonly tasks: readonly Task[];
  readonly says: readonly string[];
} {
  const grid = tableGrid(tasksTable, records.map(taskRecord), { workbook: '总表.xlsx' });
  const { value, problems } = taskList([grid], '总表.xlsx', context);
  return { tasks: value, says: problems.map((one) => `${one.level} ${one.code} ${problemText(one)}`) };
}

it('each cell is its own part of the task', () => {
  const { tasks, says } = read({
    ...{
      id: 'A-01',
      section: '组织领导',
      title: '印发要点',
      measure: '研究后印发',
      lead: '法治办',
      partners: '综治中心、综治中心',
    },
    ...{ leader: '张三', deadline: ' 2022-06-30 ', start: '2022-02-01', target: '27个', targetUnit: '个', weight: 2 },
    ...{ indicator: indicators[0]!.name, phrase: '印发了要点' },
  });
  expect(says).toEqual([]);
  expect(tasks).toEqual([
    {
      ...{
        id: 'A-01',
        section: '组织领导',
        title: '印发要点',
        measure: '研究后印发',
        lead: '司法所',
        partners: ['综治中心'],
      },
      ...{
        leader: '张三',
        dueText: '2022-06-30',
        target: 27,
        targetUnit: '个',
        weight: 2,
        indicator: indicators[0]!.code,
      },
      deadline: { kind: 'day', due: '2022-06-30', start: '2022-02-01' },
      ...{ approved: null, phrase: '印发了要点', extra: expect.any(Object) as unknown },
      place: { file: '总表.xlsx', sheet: '任务', cell: 'A4' },
      duePlace: { file: '总表.xlsx', sheet: '任务', cell: 'I4' },
    },
  ]);
});

it('what is left blank is nothing, and weighs one', () => {
  expect(read({ id: 'A-01' }).tasks).toMatchObject([
    {
      measure: '',
      partners: [],
      leader: '',
      target: null,
      targetUnit: '',
      weight: 1,
      indicator: null,
      approved: null,
      phrase: '',
    },
  ]);
});

it('without the sheet there is no task, and that is told', () => {
  const { value, problems } = taskList([], '总表.xlsx', context);
  expect([value, problems.map(({ level, code, place }) => `${level} ${code} ${place.file}`)]).toEqual([
    [],
    ['error sheet-missing 总表.xlsx'],
  ]);
});

it.each<[string, Record<string, CellInput>, string | null, readonly string[], string]>([
  ['a name', { lead: '司法所' }, '司法所', [], ''],
  [
    'a name that is shortened',
    { lead: '执法队' },
    '综合行政执法队',
    [],
    'note department-short 总表.xlsx 任务!F4：“执法队”是简称，按“综合行政执法队”计。如不对，请改为“单位”表里的名称；常用的简称可以加为别名。',
  ],
  [
    'a partner that is shortened',
    { partners: '执法队' },
    '司法所',
    ['综合行政执法队'],
    'note department-short 总表.xlsx 任务!G4：“执法队”是简称，按“综合行政执法队”计。如不对，请改为“单位”表里的名称；常用的简称可以加为别名。',
  ],
  ['several, of which one is marked', { lead: '司法所、综治中心（牵头）' }, '综治中心', ['司法所'], ''],
  ['partners nobody can name', { partners: '各村、有关单位' }, '司法所', ['各村', '有关单位'], ''],
])('led by %s: %j', (_, record, lead, partners, says) => {
  const { tasks, says: told } = read({ id: 'A-01', ...record });
  expect([tasks.map((one) => [one.lead, one.partners]), told]).toEqual([[[lead, partners]], says === '' ? [] : [says]]);
});

it('a task that is each one’s own is one for each, under its number with the name', () => {
  const { tasks, says } = read({ id: 'A-01', lead: ' 各单位 ' }, { id: 'A-02' });
  expect(tasks.map(({ id, listedAs, lead }) => [id, listedAs ?? null, lead])).toEqual([
    ['A-01·司法所', 'A-01', '司法所'],
    ['A-01·综治中心', 'A-01', '综治中心'],
    ['A-01·综合行政执法队', 'A-01', '综合行政执法队'],
    ['A-02', null, '司法所'],
  ]);
  expect(says).toEqual([
    'note task-of-each 总表.xlsx 任务!F4：“各单位”各有一项，3个单位分别判断。如不对，请在牵头单位后面写“（牵头）”，或者写进“配合单位”。',
  ]);
});

const ofLead = '如不对，请在牵头单位后面写“（牵头）”，或者写进“配合单位”';

it.each<[string, Record<string, CellInput>, readonly string[]]>([
  [
    'a lead nobody knows',
    { lead: '财政所' },
    ['error department-unknown F4：牵头单位“财政所”不在“单位”表里。请改为“单位”表里的名称，或把它加为别名'],
  ],
  [
    'a partner nobody knows',
    { partners: '财政所' },
    ['doubt department-unknown G4：配合单位“财政所”不在“单位”表里。请改为“单位”表里的名称，或把它加为别名'],
  ],
  [
    'several that may lead',
    { lead: ' 司法所、财政所、执法队 ' },
    [
      `note lead-first F4：“司法所、财政所、执法队”写了几个单位，按第一个“司法所”牵头，其余配合。${ofLead}`,
      'note department-short F4：“执法队”是简称，按“综合行政执法队”计。如不对，请改为“单位”表里的名称；常用的简称可以加为别名',
      'doubt department-unknown F4：配合单位“财政所”不在“单位”表里。请改为“单位”表里的名称，或把它加为别名',
    ],
  ],
  [
    'no lead',
    { lead: null },
    ['error required-blank F4：牵头单位没有填写。请填写：只填一个单位，用“单位”表里的名称或别名，或写“牵头：角色”'],
  ],
  [
    'an indicator nobody has',
    { indicator: 'X9' },
    ['doubt indicator-unknown N4：关联指标“X9”不在“指标”表里。请填写指标编码，如 E3'],
  ],
  [
    'an approval without a ground',
    { approved: ' 取消 ' },
    ['doubt approval-without-basis O4：批准状态“取消”没有批准依据。请填写批准的文号、纪要或说明'],
  ],
  [
    'an approval of nobody knows what',
    { approved: ' 已批准 ', basis: '批复' },
    ['doubt approval-unnamed O4：批准状态“已批准”没有写明批准什么，按单位填报的暂缓或取消计。请改为“暂缓”或“取消”'],
  ],
  [
    'a start behind the end',
    { start: '2022-07-01' },
    ['doubt due-before-start I4：完成时限“2022-06-30”早于起始日期 2022-07-01。请核对两个日期'],
  ],
])('%s is told at its cell', (_, record, says) => {
  const told = read({ id: 'A-01', ...record }).says;
  expect(told.map((one) => one.replace(' 总表.xlsx 任务!', ' ').replace(/。$/u, ''))).toEqual(says);
});

it('two tasks of one number are told, and both count', () => {
  const { tasks, says } = read({ id: 'A-01' }, { id: 'A-01', lead: '综治中心' });
  expect(tasks.map(({ lead }) => lead)).toEqual(['司法所', '综治中心']);
  expect(says).toEqual([
    'error key-twice 总表.xlsx 任务!A4：任务编号“A-01”重复，另见 总表.xlsx 任务!A5。请改成互不相同的编号，或删去多余的行。',
  ]);
});

it('a row of which the rest stands in merged cells is a task, though nothing but its title is its own', () => {
  const columns = Object.keys(tasksTable.columns);
  const records = [
    taskRecord({ title: '一' }),
    { title: '二' },
    { title: '三' },
    taskRecord({ id: 'A-04', title: '四' }),
  ];
  const merges = ['section', 'lead'].map((field) => ({
    ...{ startRow: 3, endRow: 6, startColumn: columns.indexOf(field), endColumn: columns.indexOf(field) + 1 },
  }));
  const { value, problems } = taskList(
    [tableGrid(tasksTable, records, { workbook: '总表.xlsx', merges })],
    '总表.xlsx',
    context,
  );
  expect(value.map(({ title, lead, section }) => [title, lead, section])).toEqual(
    ['一', '二', '三', '四'].map((title) => [title, '司法所', '组织领导']),
  );
  expect(problems.filter(({ place }) => place.cell === 'I5').map(({ code }) => code)).toEqual(['required-blank']);
});

it('what stands in a merged cell holds for each of its rows', () => {
  const records = [taskRecord({}), taskRecord({ id: 'A-02', section: null, lead: null })];
  const columns = Object.keys(tasksTable.columns);
  const merges = ['section', 'lead'].map((field) => ({
    ...{ startRow: 3, endRow: 5, startColumn: columns.indexOf(field), endColumn: columns.indexOf(field) + 1 },
  }));
  const grid = tableGrid(tasksTable, records, { workbook: '总表.xlsx', merges });
  const { value } = taskList([grid], '总表.xlsx', context);
  expect(value.map(({ section, lead }) => [section, lead])).toEqual([
    ['组织领导', '司法所'],
    ['组织领导', '司法所'],
  ]);
});

it.each<[string, Record<string, CellInput>, unknown, string]>([
  ['nothing', { approved: null }, null, ''],
  ['暂缓', { approved: '暂缓', basis: '批复' }, { status: 'deferred', basis: '批复', until: null }, ''],
  [
    '取消, for no reason',
    { approved: '取消' },
    { status: 'cancelled', basis: '', until: null },
    'doubt approval-without-basis',
  ],
  [
    'what was asked',
    { approved: '已批准', basis: '批复' },
    { status: 'as-asked', basis: '批复', until: null },
    'doubt approval-unnamed',
  ],
  ['that it was refused', { approved: '不同意' }, null, ''],
])('the office approved %s', (_, record, approved, told) => {
  const { tasks, says } = read({ id: 'A-01', ...record });
  expect(tasks[0]?.approved).toEqual(approved);
  expect(says.filter((one) => one.includes('approval')).map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual(
    told === '' ? [] : [told],
  );
});

it.each<[string, Record<string, CellInput>, readonly string[]]>([
  ['on the day it is due', { approved: '延期至2022年6月30日', basis: '批复' }, []],
  ['on the day before', { approved: '延期至2022年6月29日', basis: '批复' }, ['deferred-before-due']],
  ['of a task for good', { approved: '延期至2022年6月29日', basis: '批复', deadline: '长期坚持' }, []],
  ['to start on the day', { start: '2022-06-30' }, []],
  ['to start the day after', { start: '2022-07-01' }, ['due-before-start']],
  ['to start, without an end', { start: '2022-07-01', deadline: '长期坚持' }, []],
])('put off %s', (_, record, codes) => {
  const found = read({ id: 'A-01', ...record }).says.map((one) => one.split(' ')[1]);
  expect(found.filter((code) => code?.includes('before'))).toEqual(codes);
});

describe('a list without numbers', () => {
  const numbered = (...numbers: readonly (number | null)[]): readonly string[] => {
    const lines = numbers.map((number) => [number, '组织领导', `任务${String(number)}`, '司法所', '2022-06-30']);
    const grid = gridOf([['序号', '报告章节', '任务名称', '牵头单位', '完成时限'], ...lines], { sheet: '任务' });
    const { rows, layout } = readTable(grid, tasksTable, reading2022);
    return tasksOf(rows, layout, context).value.flatMap(({ tasks }) => tasks.map(({ id }) => id));
  };

  it('has those of its rows where each has its own, or else counts them', () => {
    expect(numbered(3, 5, 8)).toEqual(['3', '5', '8']);
    expect(numbered(3, 5, 3)).toEqual(['1', '2', '3']);
    expect(numbered(3, null, 8)).toEqual(['1', '2', '3']);
  });
});
