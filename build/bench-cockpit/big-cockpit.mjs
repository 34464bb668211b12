/** What 看板 shows of an invented office of any size: the same each time, with every kind of unknown in it. */

const states = ['done', 'running', 'overdue', 'unreported', 'unclear', 'deferred', 'running', 'done'];
const lights = {
  done: 'green',
  running: 'blue',
  overdue: 'red',
  unreported: 'yellow',
  unclear: 'yellow',
  deferred: 'grey',
};
const sections = ['组织领导', '依法决策', '行政执法', '矛盾化解', '法治宣传', '队伍建设'];
const workbooks = ['usable', 'usable', 'usable', 'none', 'usable', 'not-read', 'usable', 'refused', 'usable'];

/** `weeks`: so many snapshots, with some weeks left out. */
export function bigCockpit(departments, tasksEach, weeks = 0) {
  const names = Array.from({ length: departments }, (_, index) => `第${index + 1}综合服务中心`);
  const tasks = names.flatMap((name, index) =>
    Array.from({ length: tasksEach }, (_, at) => taskOf(name, index * tasksEach + at)),
  );
  const group = (name, own) => ({ name, ...countsOf(own) });
  return {
    ...{
      edition: '法治政府建设',
      town: '大张楼镇',
      year: 2022,
      asOf: '2022-12-31',
      today: '2023-01-15',
      sample: true,
      forMail: false,
    },
    deadlines: [
      { name: '报送上级', day: '2023-03-01', daysLeft: 45, doneOn: null },
      { name: '向社会公开', day: '2023-04-01', daysLeft: 76, doneOn: null },
    ],
    whole: countsOf(tasks),
    completionThreshold: 90,
    sections: sections.map((name) =>
      group(
        name,
        tasks.filter(({ section }) => section === name),
      ),
    ),
    departments: names.map((name, index) => ({
      ...group(
        name,
        tasks.filter(({ department }) => department === name),
      ),
      workbook: workbooks[index % workbooks.length],
      why: workbooks[index % workbooks.length] === 'not-read' ? '文件损坏，打不开' : '',
      figures: { asked: 12, given: 9 - (index % 4), blank: 2, refused: index % 3 },
      problems: { error: index % 4, doubt: index % 5, note: 1 },
    })),
    tasks,
    indicators: indicators(),
    areas: areas(),
    gaps: names.slice(0, 8).map((department) => ({ department, why: '没有填', figures: ['执法人员数', '法律顾问费'] })),
    overdueSteps: [1, 5, 10],
    reminders: { states: { 已发: 41, 待发: 3, 状态不明: 1 }, why: '', due: { 红3: 4, 红1: 2, 黄: 9 } },
    feedback: papers(tasks),
    problems: { error: 12, doubt: 30, note: 4 },
    history: Array.from({ length: weeks }, (_, week) => snapshot(week)).filter((_, week) => week % 9 !== 4),
  };
}

function taskOf(department, number) {
  const state = states[(number * 7 + Math.floor(number / 11)) % states.length];
  return {
    id: `${'ABCDEF'[number % 6]}-${String(number + 1).padStart(2, '0')}`,
    title: `完成第${number + 1}项法治建设年度重点任务并按季度报送进展`,
    section: sections[number % sections.length],
    department,
    ...{ state, light: lights[state], due: `2022-${String((number % 12) + 1).padStart(2, '0')}-28` },
    dueText: `${(number % 12) + 1}月底前`,
    percent: state === 'unreported' ? null : state === 'done' ? 100 : (number * 13) % 100,
    workingDaysLate: state === 'overdue' ? (number * 5) % 60 : 0,
    workingDaysLeft: null,
    why: state === 'overdue' ? `逾期${(number * 5) % 60}个工作日` : '按序时推进',
    level: state === 'overdue' ? '红2' : '',
    cells: ['总表.xlsx 任务!I4', `${department}.xlsx 任务进展!D${(number % 50) + 4}`],
    said: [
      ['状态', '推进中'],
      ['存在问题', `缺少第${number + 1}项的专项经费和人员`],
    ],
  };
}

function countsOf(tasks) {
  const count = (state) => tasks.filter((task) => task.state === state).length;
  const [done, overdue] = [count('done'), count('overdue')];
  const due = done + overdue;
  const light = (name) => tasks.filter((task) => task.light === name).length;
  const rate = due === 0 ? null : (done * 100) / due;
  return {
    lights: {
      red: light('red'),
      yellow: light('yellow'),
      blue: light('blue'),
      green: light('green'),
      grey: light('grey'),
    },
    completion: {
      ...{ total: tasks.length, done, due, overdue, rate, rateText: rate === null ? '—' : `${rate.toFixed(1)}%` },
      ...{ unreported: count('unreported'), unclear: count('unclear'), undated: 0, running: count('running') },
      ...{ deferred: count('deferred'), cancelled: 0 },
    },
    schedule: {
      expected: 88.4,
      actual: 71.2,
      counted: due,
      unknown: count('unreported'),
      without: 0,
      resting: count('deferred'),
    },
  };
}

function indicators() {
  const of = (name, value, more = {}) => ({
    ...{ code: name, name, unit: '%', area: '培训', value, text: value === null ? '' : `${value}%`, threshold: 90 },
    ...{ standard: '不低于90%', direction: 'high', lastYear: 82, lastYearText: '82%', trend: '比上年上升' },
    ...{ verdict: value === null ? 'open' : value < 90 ? 'missed' : 'met', missing: [], ...more },
  });
  return [
    of('执法人员持证率', 71.5),
    of('人均培训学时达标率', 64.2),
    of('法律顾问审核率', null, {
      missing: ['第3综合服务中心没有交表', '第6综合服务中心表没有读到'],
      lastYear: null,
      lastYearText: '',
    }),
    of('行政复议按期答复率', 100),
    of('公众满意度', 93.1),
    of('信访办结率', 97.8),
  ];
}

function areas() {
  const area = (name, isWeakness, codes) => ({
    ...{ area: name, isWeakness, problem: `${name}没有达到标准`, cause: '统筹安排还不够', indicators: codes },
    ...{ measures: ['第1综合服务中心牵头，按季度补足'], tasks: ['A-01'] },
  });
  return [area('编制', true, ['执法人员持证率']), area('培训', false, ['人均培训学时达标率'])];
}

/** One for each overdue task; every other one is signed for, and so on. */
function papers(tasks) {
  return tasks
    .filter(({ state }) => state === 'overdue')
    .map(({ id, title, department, due, state }, at) => ({
      ...{
        code: `督2022-${id}-${due.slice(5).replace('-', '')}`,
        kind: 'order',
        department,
        task: id,
        title,
        due,
        state,
      },
      ...{ open: 0, signedOn: at % 2 ? '2022-12-05' : null, reply: at % 3 === 1 ? '已约谈承办人' : '' },
      ...{ rectifyOn: at % 4 === 1 ? '2022-12-20' : null, closed: at % 6 === 1 ? true : null },
      ...{ settled: at % 12 === 1 ? true : null, entry: null, doubts: [] },
    }));
}

function snapshot(week) {
  const day = new Date(Date.UTC(2022, 0, 3 + week * 7)).toISOString().slice(0, 10);
  return {
    ...{
      day,
      done: 20 + week * 4,
      due: 40 + week * 5,
      unknown: 30 - Math.floor(week / 2),
      overdue: 20 + week,
      problems: 60 - week,
    },
    ...{ departments: [], figures: {} },
  };
}
