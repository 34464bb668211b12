/** The sample town of 2022 as rows: 45 tasks and all figures, invented. */
import { parseDay } from '../../../src/core/base/day';
import type { Figure, Progress, Rows, Task } from '../../../src/core/rows/rows';
import { deadline, department, figure, noRows, notApplicable, progress, task } from './rows-builder';

const enforcers = ['综合行政执法办', '应急管理办', '市场监管所', '自然资源所', '农业综合服务中心', '卫健办', '司法所'];
const others = ['党政办', '派出所', '财政所', '社会事务办', '便民服务中心', '中心校', '综治中心'];

const quarters = '2022-03-31 2022-06-30 2022-09-30 2022-12-31';
const evenMonths = '2022-02-28 2022-04-30 2022-06-30 2022-08-31 2022-10-31 2022-12-31';
const monthly = Array.from({ length: 12 }, (_, month) => `2022-${String(month + 1).padStart(2, '0')}-25`).join(' ');

/** Lead | deadline | percent, or what the office approved | indicator; done unless said otherwise. */
const taskLines: Readonly<Record<string, string>> = {
  'A-01': '党政办|2022-03-31',
  'A-02': '司法所|2022-03-31',
  'A-03': `司法所|${quarters}`,
  'A-04': '党政办|2022-12-31',
  'A-05': `党政办|${evenMonths}`,
  'A-06': '党政办|2022-12-31',
  'A-07': '党政办|2022-07-20',
  'A-08': '社会事务办|2022-04-30',
  'A-09': '司法所|2023-02-28|30',
  'B-01': '党政办|2022-03-31',
  'B-02': '司法所|长期|90',
  'B-03': '司法所|2022-01-31',
  'B-04': '司法所|2022-06-30',
  'B-05': '党政办|2022-09-30',
  'B-06': `财政所|${quarters}`,
  'B-07': '党政办|2022-06-30',
  'B-08': '党政办|2022-05-31',
  'B-09': '社会事务办|2022-10-31',
  'C-01': '综合行政执法办|2022-06-30',
  'C-02': '综合行政执法办|2022-09-30|79|D2',
  'C-03': '综合行政执法办|2022-12-20|20|D4',
  'C-04': '司法所|2022-11-30',
  'C-05': '综合行政执法办|2022-04-30',
  'C-06': '应急管理办|长期|90',
  'C-07': '农业综合服务中心|2022-08-31',
  'C-08': '自然资源所|2022-12-20',
  'C-09': `市场监管所|${monthly}`,
  'C-10': '市场监管所|2022-09-30',
  'C-11': '综合行政执法办|2022-06-30',
  'C-12': '卫健办|2022-10-31',
  'D-01': '司法所|2022-11-30|64|D8',
  'D-02': '司法所|2022-10-31',
  'D-03': '党政办|2022-09-30|deferred',
  'D-04': '财政所|2022-12-31|64|D10',
  'D-05': '财政所|2022-08-31',
  'D-06': '党政办|2022-12-31|cancelled',
  'D-07': '综合行政执法办|2022-05-31',
  'E-01': '司法所|2022-03-31',
  'E-02': '司法所|长期|90',
  'E-03': '司法所|2022-12-10',
  'E-04': '中心校|长期|90',
  'E-05': '司法所|2022-11-30|78|E3',
  'E-06': `综治中心|${quarters}`,
  'E-07': '派出所|2022-10-31',
  'E-08': '便民服务中心|2022-09-30',
};

function taskOf([id, line]: readonly [string, string]): Task {
  const [lead = '', due = '', state = '', indicator = null] = line.split('|');
  const approved =
    state === 'deferred' || state === 'cancelled'
      ? ({ status: state, basis: '县编办批复', until: null } as const)
      : null;
  return task(id, { lead, deadline: deadline(due), indicator, approved });
}

function progressOf([id, line]: readonly [string, string]): Progress {
  const [from = '', due = '', state = ''] = line.split('|');
  const isDone = state === '';
  const doneOn = isDone ? parseDay(due.slice(-10)) : null;
  return progress(id, {
    department: from,
    status: isDone ? 'done' : 'in-progress',
    percent: isDone ? 100 : /^\d+$/u.test(state) ? Number(state) : null,
    doneOn,
  });
}

/** Code → who: value; the office alone when one value is given. */
const team: Readonly<Record<string, readonly number[]>> = {
  'D1.1': [12, 4, 6, 4, 3, 2, 2],
  'D1.2': [8, 3, 5, 3, 2, 2, 1],
  'D1.3': [8, 3, 5, 3, 2, 2, 1],
  'D2.1': [6, 2, 5, 3, 1, 1, 1],
  D3: [0, 0, 0, 0, 0, 0, 0],
  'D4.1': [0, 0, 0, 0, 0, 0, 1],
  D5: [0, 0, 0, 0, 0, 0, 1],
  'D6.1': [2, 1, 2, 1, 0, 0, 1],
  'D7.1': [1, 0, 0, 0, 0, 0, 1],
  'D8.2': [256, 84, 300, 144, 40, 32, 60],
  'D8.3': [0, 0, 5, 0, 0, 0, 1],
  C1: [80, 40, 60, 14, 10, 10, 0],
  C2: [20, 4, 6, 2, 1, 1, 0],
  'C2.1': [22, 4, 7, 2, 1, 1, 0],
  'C2.2': [12, 3, 4, 1, 1, 0, 0],
  'C2.3': [8, 1, 2, 1, 0, 1, 0],
  C3: [1.5, 0.4, 0.66, 0.2, 0.05, 0.05, 0],
  'C6.1': [5, 0, 0, 0, 0, 0, 0],
  'C6.2': [5, 0, 0, 0, 0, 0, 0],
  'C7.1': [20, 4, 6, 2, 1, 1, 0],
  'C8.1': [20, 4, 6, 2, 1, 1, 0],
};

const officeFigures = `党政办: A1=3 A3=6 A4.1=11 A4.2=11 A6=2 B1=6 B3.1=2 B3.2=2 B4.1=6 B7.1=1 B7.2=1 F1=412 F2.1=2 F2.2=2
司法所: A2=4 B2.1=6 B5.1=1 B5.2=30 B6=38 C9.1=12 C9.2=13 C10.1=1 C10.2=1 C10.3=0 C11.1=1 C11.2=0 C12.1=1 C12.2=1
司法所: D9.1=24 D9.2=21 D9.3=17 D10.1=3 D10.2=2 D10.3=1.9 E1=10 E2=2600 E2.1=4000 E3.1=21 E4.1=74 E5.1=186 E5.2=300
综合行政执法办: D10.1=12 D10.2=7.5 D10.3=7.2 D11.1=14
应急管理办: D10.1=3 D10.2=2 D10.3=1.8 E1=2 E2=400 E2.1=900
中心校: E1=5 E2=1900 E2.1=1500
派出所: E1=4 E2=900 E2.1=1200
市场监管所: E1=2 E2=350 E2.1=800
社会事务办: E1=2 E2=450 E2.1=700
卫健办: E1=1 E2=200 E2.1=400
综治中心: E6.1=108 E6.2=112 E8.1=43 E8.2=45`;

/** Asked for the publicity figures as every department is, and saying 不涉及. */
const publicityNotTheirs = [
  ...['综合行政执法办', '自然资源所', '农业综合服务中心'],
  ...['党政办', '财政所', '便民服务中心', '综治中心'],
];

function figures(): readonly Figure[] {
  const staff = Object.entries(team).flatMap(([code, values]) =>
    values.map((value, index) => figure(code, value, enforcers[index])),
  );
  const single = officeFigures.split('\n').flatMap((line) => {
    const [from = '', values = ''] = line.split(': ');
    return values.split(' ').map((pair) => figure(pair.split('=')[0]!, Number(pair.split('=')[1]), from));
  });
  const publicity = publicityNotTheirs.flatMap((name) =>
    ['E1', 'E2', 'E2.1'].map((code) => figure(code, notApplicable, name)),
  );
  return [...staff, ...single, ...publicity, figure('C5', notApplicable, '便民服务中心')];
}

export const sampleRows: Rows = {
  ...noRows,
  departments: [
    ...enforcers.map((name) => department(name, { inGroup: true })),
    ...others.map((name) => department(name)),
  ],
  workbooks: [...enforcers, ...others].map((name) => ({
    department: name,
    file: `${name}.xlsx`,
    status: { kind: 'usable' } as const,
    filledOn: null,
  })),
  tasks: Object.entries(taskLines).map(taskOf),
  progress: Object.entries(taskLines).map(progressOf),
  figures: figures(),
};
