/** What is told of a department whose values are not there, and what the report loses by it. */
import { missingDepartments } from '../../../../src/core/rows/books/missing-departments';
import type { BookRecord, Department, Task, WorkbookStatus } from '../../../../src/core/rows/rows';
import type { TownTable } from '../../../../src/core/rows/town/town-table';
import { ruleOfLaw } from '../../../edition';
import { gridOf } from '../../grid-builder';
import { department, noRows, task } from '../../findings/rows-builder';

const usable = { kind: 'usable' } as const;
const lines = noRows.indicators.filter(({ kind, numerator }) => kind !== 'rate' && numerator === null).slice(0, 12);
const [first, second] = lines;
const town: TownTable = {
  ...{ grid: gridOf([], { workbook: '总台账.xlsx', sheet: '任务' }), file: null, isPlan: false },
  read: undefined as never,
};

interface Case {
  readonly status?: WorkbookStatus;
  readonly file?: string | null;
  readonly record?: BookRecord | null;
  readonly more?: Partial<Department>;
  readonly tasks?: readonly Task[];
  /** Numbers of the tasks of which the town's table tells. */
  readonly told?: readonly string[];
  readonly hasTown?: boolean;
  /** How many lines the department is asked for, and the codes that others tell. */
  readonly asked?: number;
  readonly elsewhere?: readonly string[];
}

function told(one: Case): readonly string[] {
  const { status = { kind: 'none' }, file = null, more = {}, tasks = [], told: known = [], asked = 0 } = one;
  const own = department('司法所', more);
  const { record = { department: own.name, file, status, filledOn: null } } = one;
  const office = {
    value: tasks,
    told: new Map([[own.name, new Set(tasks.filter(({ id }) => known.includes(id)))]]),
    town: one.hasTown === true ? town : null,
  };
  const problems = missingDepartments(record === null ? [] : [record], office, {
    departments: [own],
    indicators: lines.map((line, index) => ({ ...line, filledBy: index < asked ? own.name : '财政所' })),
    edition: ruleOfLaw,
    toldFor: () => (code) => (one.elsewhere ?? []).includes(code),
  });
  return problems.map(({ level, code, place, reason, expected }) => {
    const at = [place.file, place.sheet ?? ''].join(' ').trim();
    return `${level} ${code} ${at}：${reason}。${expected}`;
  });
}

const two = [task('A-01'), task('A-02'), task('B-01', { lead: '综治中心' })];
const ask = '请催报，收到后放入“填报”文件夹再运行一次';

it.each<[string, Case, string]>([
  [
    'of which nothing came',
    { tasks: two, asked: 3 },
    `error department-missing 司法所.xlsx：没有收到司法所的填报表，报告缺少2项任务的进展（A-01、A-02）和3项指标的数据。${ask}`,
  ],
  [
    'of which nobody found anything',
    { record: null, asked: 1 },
    `error department-missing 司法所.xlsx：没有收到司法所的填报表，报告缺少1项指标的数据。${ask}`,
  ],
  [
    'that leads tasks alone',
    { tasks: two },
    `error department-missing 司法所.xlsx：没有收到司法所的填报表，报告缺少2项任务的进展（A-01、A-02）。${ask}`,
  ],
  [
    'of which the town’s table tells one task',
    { tasks: two, told: ['A-01'] },
    `error department-missing 司法所.xlsx：没有收到司法所的填报表，报告缺少1项任务的进展（A-02）。${ask}`,
  ],
  [
    'of which it tells all',
    { tasks: two, told: ['A-01', 'A-02'] },
    `error department-missing 司法所.xlsx：没有收到司法所的填报表，报告缺少该单位的其余情况。${ask}`,
  ],
  [
    'that is asked for nothing',
    {},
    `error department-missing 司法所.xlsx：没有收到司法所的填报表，报告缺少该单位的情况。${ask}`,
  ],
  [
    'of whose lines others tell one',
    { asked: 3, elsewhere: [first!.code] },
    `error department-missing 司法所.xlsx：没有收到司法所的填报表，报告缺少2项指标的数据。${ask}`,
  ],
  [
    'whose file must not be used',
    { status: { kind: 'refused', why: '去年的' }, file: '司法所 去年.xlsx', asked: 1 },
    'error department-missing 司法所 去年.xlsx：司法所没有可用的填报表，报告缺少1项指标的数据。请改好或换掉这个文件再运行一次',
  ],
  [
    'whose file nobody could open',
    { status: { kind: 'not-read', fault: 'file', why: '已损坏' }, file: '司法所.xlsx', asked: 1 },
    'error department-unread 司法所.xlsx：没有读到司法所的填报表（已损坏），报告缺少1项指标的数据。这不是缺报，不向该单位催报；改好后放回“填报”再运行一次',
  ],
])('a department %s', (_, one, says) => {
  expect(told(one)).toEqual([says]);
});

it('nothing is told of one that does not report any more, nor of one whose workbook is there', () => {
  expect(told({ more: { active: false }, tasks: two, asked: 3 })).toEqual([]);
  expect(told({ status: usable, file: '司法所.xlsx', tasks: two, asked: 3, hasTown: true })).toEqual([]);
});

it('each department is told by its own file', () => {
  const all = ['司法所', '综治中心'].map((name) => department(name));
  const workbooks = all.map(({ name }) => ({
    department: name,
    file: `${name}1.xlsx`,
    status: { kind: 'none' } as const,
    filledOn: null,
  }));
  const problems = missingDepartments(
    workbooks,
    { value: [], told: new Map(), town: null },
    { departments: all, indicators: [], edition: ruleOfLaw, toldFor: () => () => false },
  );
  expect(problems.map(({ place, reason }) => `${place.file} ${reason.slice(0, 8)}`)).toEqual([
    '司法所1.xlsx 没有收到司法所的',
    '综治中心1.xlsx 没有收到综治中心',
  ]);
});

describe('a department of which the town’s table alone tells', () => {
  const by = { status: usable, hasTown: true } as const;

  it('lacks the tasks the table leaves out, for which the office has to ask', () => {
    expect(told({ ...by, tasks: [...two, task('')], told: ['A-01'] })).toEqual([
      'doubt task-unreported 总台账.xlsx 任务：司法所牵头的1项任务（A-02）这里没有写进展，该单位也没有填报表，到期的按未报计。请补上这些行，或者由司法所报送填报表',
    ]);
    expect(told({ ...by, tasks: two, told: ['A-01', 'A-02'] })).toEqual([]);
  });

  it('lacks its figures, of which ten are named', () => {
    const names = lines.map(({ name }) => name);
    const lost = (count: number, list: string): string =>
      `error figures-missing 司法所.xlsx：没有收到司法所的填报表（任务进展按“总台账.xlsx”的“任务”采用），报告缺少${String(count)}项指标的数据（${list}）。请由司法所报送填报表，补上这些数据；没有发生的填 0，没有这项职责的填“不涉及”`;
    expect(told({ ...by, asked: 2 })).toEqual([lost(2, `${first!.name}、${second!.name}`)]);
    expect(told({ ...by, asked: 2, elsewhere: [first!.code] })).toEqual([lost(1, second!.name)]);
    expect(told({ ...by, asked: 10 })).toEqual([lost(10, names.slice(0, 10).join('、'))]);
    expect(told({ ...by, asked: 11 })).toEqual([lost(11, `${names.slice(0, 10).join('、')}等`)]);
  });

  it('without such a table lacks its figures alone', () => {
    expect(told({ status: usable, tasks: two, asked: 1 })).toEqual([
      expect.stringMatching(/^error figures-missing 司法所\.xlsx：没有收到司法所的填报表，报告缺少1项/u),
    ]);
  });
});
