/** The cockpit for the mail: whatever a person typed, and wherever the cockpit shows it. */
import type { FeedbackLine } from '../../../src/contract/feedback';
import type { Cockpit } from '../../../src/contract/cockpit';
import { withoutPersons } from '../../../src/core/cockpit/without-persons';
import { publisherOf } from '../../../src/core/report/public/publish-text';
import { ruleOfLaw } from '../../edition';
import { cockpitOf, fileOf } from './office';

const june = { deadline: '2022-06-30' };
const mailed = (cockpit: Cockpit): Cockpit => withoutPersons(cockpit, publisherOf(ruleOfLaw.publicRules, ['张大山']));

const office = cockpitOf({
  tasks: [{ id: 'A-01', ...june }],
  files: [fileOf('司法所', [{ taskId: 'A-01', status: '推进中' }])],
});
const [task] = office.tasks;
if (task === undefined) throw new Error('the office has a task');

it('names of tasks and sections hold no person, and a task is still found by its section', () => {
  const named = { ...task, id: 'A-01张大山', title: '张大山牵头的培训', section: '张大山分管13812345678' };
  const { tasks, sections } = mailed({
    ...office,
    tasks: [named],
    sections: office.sections.map((group) => ({ ...group, name: named.section })),
    areas: [{ ...area, tasks: [named.id] }],
  });
  expect(JSON.stringify([tasks, sections])).not.toMatch(/张大山|13812345678/u);
  expect(sections.map(({ name }) => name)).toEqual(tasks.map(({ section }) => section));
});

const area = { area: '培训', isWeakness: true, problem: '', cause: '', indicators: [], measures: [], tasks: [] };

it('the ids of tasks that explain a weak area are masked as the tasks are', () => {
  const id = '13812345678';
  const { tasks, areas } = mailed({ ...office, tasks: [{ ...task, id }], areas: [{ ...area, tasks: [id] }] });
  expect(JSON.stringify({ tasks, areas })).not.toContain(id);
  expect(areas[0]?.tasks).toEqual(tasks.map((one) => one.id));
});

it('causes and measures of a weak area hold no person, either', () => {
  const { areas } = mailed({ ...office, areas: [{ ...area, cause: '张大山说没有钱', measures: ['张大山牵头补足'] }] });
  expect([areas[0]?.cause, areas[0]?.measures].flat().join()).not.toContain('张大山');
});

it('a cell is told by its sheet and nothing of the file, and a sheet may bear a name, too', () => {
  const cells = [
    '总表.xlsx 任务!I4',
    '张大山 报送.xlsx 任务 进展!D7',
    '表.xlsx 张大山13812345678!D7',
    '模板.docx 第2段',
  ];
  const [shown] = mailed({ ...office, tasks: [{ ...task, cells }] }).tasks;
  expect(shown?.cells[0]).toBe('任务!I4');
  expect(shown?.cells.join('\n')).not.toMatch(/张大山|138|xlsx|docx/u);
});

it.each(['“他说“找老李”，算了”', '“找老李””，“”', '““找老李”', '“”找老李“”'])(
  'what a department typed goes with its quotes, however they are set: %s',
  (said) => {
    const why = `已到期，状态${said}没有采用，完成情况待核实`;
    const [shown] = mailed({ ...office, tasks: [{ ...task, state: 'unclear', why }] }).tasks;
    expect(shown?.why).not.toContain('老李');
    expect(shown?.why).toContain('完成情况待核实');
  },
);

it('nothing is left of what only its department, or a file, could have said', () => {
  const { tasks, departments, reminders } = mailed({
    ...office,
    tasks: [
      { ...task, state: 'deferred', why: '暂缓：老李说明年再办', dueText: '张大山回来以后' },
      { ...task, title: '13812345678' },
    ],
    departments: office.departments.map((one) => ({ ...one, why: '李四的表.xlsx 打不开' })),
    reminders: { states: null, why: '张大山打开着 催办记录', due: {} },
  });
  expect(tasks.map(({ said }) => said)).toEqual([null, null]);
  expect(tasks[0]?.why).toBe('暂缓');
  expect(departments.map(({ why }) => why)).toEqual(departments.map(() => ''));
  expect(JSON.stringify([tasks, reminders])).not.toMatch(/张大山|13812345678/u);
  expect(tasks[1]?.title).not.toBe('');
});

it('a text of which nothing may stay is told to be left out', () => {
  const nothing = withoutPersons({ ...office, tasks: [{ ...task, title: '机密' }] }, () => ({
    text: ' ',
    changes: [],
  }));
  expect(nothing.tasks[0]?.title).toBe('（略）');
});

it('of papers it is told that something was said, and not what', () => {
  const line: FeedbackLine = {
    ...{ code: '督2022-张大山-1130', kind: 'order', department: '司法所', task: '张大山', title: '张大山的培训' },
    ...{
      due: '2022-11-30',
      state: 'overdue',
      open: 0,
      signedOn: '2022-12-05',
      reply: '找老李',
      rectifyOn: '2022-12-30',
    },
    ...{ closed: true, settled: null, doubts: ['督2022-张大山-1130：整改日期 2022年12月10日 已过'] },
    entry: { signedOn: null, reply: '找老李', rectifyOn: null, settled: null },
  };
  const { feedback } = mailed({ ...office, feedback: [line, { ...line, reply: '' }] });
  expect(JSON.stringify(feedback)).not.toMatch(/张大山|老李/u);
  expect(feedback).toMatchObject([
    {
      department: '司法所',
      signedOn: '2022-12-05',
      reply: '（略）',
      rectifyOn: '2022-12-30',
      closed: true,
      entry: null,
    },
    { reply: '' },
  ]);
});
