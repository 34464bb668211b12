/** What is due to be told, to whom and in which words, on a given day. */
import type { Day } from '../../../src/core/base/day';
import { holidayTable } from '../../../src/core/base/holiday-table';
import type { Problem } from '../../../src/core/base/problem';
import { makeCalendar } from '../../../src/core/base/working-days';
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { keyText, type DueItem } from '../../../src/core/reminders/due-item';
import { dueItems } from '../../../src/core/reminders/due-items';
import type { Read } from '../../../src/core/tables/read-row';
import type { Department, Rows } from '../../../src/core/rows/rows';
import type { Settings } from '../../../src/core/settings/settings';
import { deadline, department, hub, noRows, progress, settings, task } from '../findings/rows-builder';
import { sampleRows } from '../findings/sample';

const calendar = makeCalendar(holidayTable, []);
const quiet: Partial<Settings> = { submittedOn: '2023-02-20', publishedOn: '2023-02-20' };

function mailbox(text: string): Read<string> {
  return { value: text === '' ? null : text, shown: text, place: hub('单位', `邮箱 ${text}`) };
}

function office(rows: Rows, asOf: Day, more: Partial<Settings> = {}, problems: readonly Problem[] = []) {
  const all = { ...settings, asOf, today: asOf, ...more };
  const findings = findingsFromRows(rows, all, []).value;
  const departmentItems = problems.length === 0 ? [] : [{ department: '司法所', items: problems }];
  return dueItems({ rows, settings: all, findings, departmentItems }, calendar);
}

function keys(items: readonly DueItem[]): readonly string[] {
  return items.map(({ key }) => keyText(key));
}

const own: Department = department('司法所', {
  kind: '派出',
  mailbox: mailbox('sfs@town.example'),
  leaderMailbox: mailbox('fg@town.example'),
});

const usable = {
  department: '司法所',
  file: '司法所.xlsx',
  status: { kind: 'usable' },
  filledOn: '2022-10-31',
} as const;

/** One department with its workbook and the task D-01 due 2022-11-30, not yet done. */
function oneTask(more: Partial<Rows> = {}): Rows {
  const due = task('D-01', {
    deadline: deadline('2022-11-30'),
    dueText: '11月底',
    measure: '逐户走访',
    leader: '分管副镇长',
  });
  return {
    ...noRows,
    departments: [own],
    workbooks: [
      { department: '司法所', file: '司法所.xlsx', status: { kind: 'usable' } as const, filledOn: '2022-11-01' },
    ],
    tasks: [due],
    progress: [progress('D-01', { percent: 95 })],
    ...more,
  };
}

describe('a task of which nobody can tell whether it is done', () => {
  it('stays 黄, and reaches the leader as one that is late would', () => {
    const workbooks = [
      { department: '司法所', file: '司法所.xlsx', status: { kind: 'usable' }, filledOn: null },
    ] as const;
    const unclear = progress('D-01', { status: null });
    const said = { ...unclear, status: { ...unclear.status, shown: '差不多了' } };
    const told = (asOf: Day): readonly string[] =>
      office(oneTask({ workbooks, progress: [said] }), asOf, quiet)
        .value.filter(({ key }) => key.subject === 'D-01')
        .map(({ key }) => `${key.level} ${key.role}`);
    expect([told('2022-12-01'), told('2022-12-20')]).toEqual([
      ['黄 承办单位'],
      ['黄 主要领导', '黄 分管领导', '黄 承办单位'],
    ]);
  });
});

describe('a task that is not done', () => {
  it.each([
    ['2022-11-15', []],
    ['2022-11-16', ['蓝|承办单位']],
    ['2022-11-30', ['蓝|承办单位']],
    ['2022-12-01', ['红1|承办单位']],
    ['2022-12-06', ['红1|承办单位']],
    ['2022-12-07', ['红2|分管领导', '红2|承办单位']],
    ['2022-12-13', ['红2|分管领导', '红2|承办单位']],
    ['2022-12-14', ['红3|主要领导', '红3|分管领导', '红3|承办单位']],
  ] as const)('climbs the ladder by working days: on %s %j', (asOf, expected) => {
    const found = office(oneTask(), asOf).value;
    expect(keys(found).map((text) => text.replace('2022|司法所|D-01|2022-11-30|', ''))).toEqual(expected);
  });

  it('waits for the first step of the office’s own ladder', () => {
    const steps = { overdueSteps: [3, 6] };
    expect(keys(office(oneTask(), '2022-12-02', steps).value)).toEqual([]);
    expect(keys(office(oneTask(), '2022-12-05', steps).value)).toEqual(['2022|司法所|D-01|2022-11-30|红1|承办单位']);
    expect(office(oneTask(), '2022-12-30', steps).value.map(({ key }) => key.level)).toEqual(['红2', '红2']);
  });

  it('asks the department politely, tells the leader to see to it, and carries the facts of a 督办单', () => {
    const [leader, unit] = office(oneTask(), '2022-12-07').value;
    expect(unit?.text).toBe(
      '司法所：贵单位牵头的“D-01”（D-01）完成时限为2022年11月30日，逾期5个工作日，按二级催办处理。' +
        '请协助于2022年12月12日前书面说明原因、预计完成时间和下一步措施。',
    );
    expect(leader?.text).toBe(
      '司法所牵头的“D-01”（D-01）完成时限为2022年11月30日，逾期5个工作日，按二级催办处理。' +
        '请督促承办单位尽快办结，并于2022年12月12日前书面说明原因和措施。',
    );
    expect(unit?.order).toEqual({
      measure: '逐户走访',
      leader: '分管副镇长',
      dueText: '11月底',
      progress: 'in-progress，完成率95%',
      answerBy: '2022-12-12',
    });
    expect([leader?.mailbox, unit?.mailbox, unit?.isOutpost]).toEqual(['fg@town.example', 'sfs@town.example', true]);
  });

  it('is yellow without a report, and the leaders are told by the same steps', () => {
    const silent = oneTask({ progress: [] });
    expect(office(silent, '2022-12-01').value.map(({ key }) => [key.level, key.role])).toEqual([['黄', '承办单位']]);
    expect(office(silent, '2022-12-07').value.map(({ key }) => key.role)).toEqual(['分管领导', '承办单位']);
    expect(office(silent, '2022-12-07').value[0]?.order).toBeNull();
  });

  it.each([
    ['is done', { progress: [progress('D-01', { status: 'done', percent: 100, doneOn: '2022-11-20' as const })] }],
    [
      'was dropped',
      { tasks: [{ ...oneTask().tasks[0]!, approved: { status: 'cancelled' as const, basis: '', until: null } }] },
    ],
    [
      'was put off',
      { tasks: [{ ...oneTask().tasks[0]!, approved: { status: 'deferred' as const, basis: '', until: null } }] },
    ],
    ['has no id', { tasks: [{ ...oneTask().tasks[0]!, id: '' }] }],
    ['bears an id twice', { tasks: [oneTask().tasks[0]!, { ...oneTask().tasks[0]!, id: 'd-01' }] }],
    ['stands twice in the workbook', { progress: [progress('D-01'), progress('D-01', { percent: 3 })] }],
    ['has a deadline nobody can read', { tasks: [{ ...oneTask().tasks[0]!, deadline: null }] }],
  ])('gets no mail when it %s', (_, more) => {
    expect(keys(office(oneTask(more), '2022-12-14').value)).toEqual([]);
  });

  it('is told by its occurrence when it recurs', () => {
    const quarters = deadline('2022-03-31 2022-06-30 2022-09-30 2022-12-31');
    const rows = oneTask({
      tasks: [task('D-01', { deadline: quarters })],
      progress: [progress('D-01', { doneThrough: 1 })],
    });
    expect(keys(office(rows, '2022-07-01').value)).toEqual(['2022|司法所|D-01|2022-06-30|红1|承办单位']);
  });

  it('is asked for once a quarter when it has no end and was never begun', () => {
    const rows = oneTask({ tasks: [task('D-01', { deadline: deadline('长期') })], progress: [] });
    expect(keys(office(rows, '2022-11-30').value)).toEqual(['2022|司法所|D-01|2022-10-01|黄|承办单位']);
  });
});

describe('the example town', () => {
  it('has its overdue tasks on the last day of the year, the oldest first, and calls none late that is due on it', () => {
    const levels = office(sampleRows, '2022-12-31').value.filter(({ key }) => key.role === '承办单位');
    expect(levels.map(({ key }) => [key.subject, key.level])).toEqual([
      ['C-02', '红3'],
      ['D-01', '红3'],
      ['E-05', '红3'],
      ['C-03', '红2'],
      ['D-04', '黄'],
    ]);
  });

  it('names every department that cannot be written to, once', () => {
    const { problems } = office(sampleRows, '2022-12-31');
    const missing = problems.filter(({ code, level }) => code === 'mailbox-missing' && level === 'doubt');
    expect(missing.map(({ reason }) => reason.slice(0, reason.indexOf('没有邮箱'))).sort()).toEqual(
      ['综合行政执法办', '司法所', '财政所'].sort(),
    );
  });
});

describe('a workbook', () => {
  const gone = oneTask({ workbooks: [] });

  it('that is missing is asked for once a month, and not each of its tasks', () => {
    expect(keys(office(gone, '2022-12-14').value)).toEqual(['2022|司法所|填报表|2022-12-01|缺报|承办单位']);
    expect(keys(office(gone, '2022-12-30').value)).toEqual(['2022|司法所|填报表|2022-12-01|缺报|承办单位']);
    expect(office(gone, '2022-12-30').value[0]?.title).toBe('填报表');
    expect(office(gone, '2022-12-30', { submittedOn: '2022-12-30' }).value).toEqual([]);
    expect(office(gone, '2022-12-30', { submittedOn: '2022-12-31' }).value).toHaveLength(1);
  });

  it.each(['service', 'access', 'file'] as const)(
    'that could not be read is told to the office alone, once a week, and none of its tasks (%s)',
    (fault) => {
      const status = { kind: 'not-read', fault, why: '没有回应' } as const;
      const rows = oneTask({ workbooks: [{ department: '司法所', file: '司法所.xlsx', status, filledOn: null }] });
      const wrong = {
        code: 'x',
        level: 'error',
        place: { file: '司法所.xlsx' },
        actual: '',
        reason: '',
        expected: '',
      } as const;
      const { value } = office(rows, '2022-12-14', { monthlyDay: 25 }, [wrong]);
      expect(keys(value)).toEqual(['2022|司法所|读取|2022-12-12|数据存疑|办公室']);
      expect(value[0]?.title).toBe('填报表没有读到');
      expect(value[0]?.text).toMatch(/^司法所的填报表没有读到：没有回应。这不是缺报，没有向该单位催报。请?.+。$/u);
    },
  );

  it('that is of no use says what is wrong with it', () => {
    const status = { kind: 'refused', why: '“司法所.xlsx”封面年度是2021年，不是2022年' } as const;
    const rows = oneTask({ workbooks: [{ department: '司法所', file: '司法所.xlsx', status, filledOn: null }] });
    expect(office(rows, '2022-12-14').value.map(({ text }) => text)).toEqual([
      '司法所：截至2022年12月14日没有可用的填报表：“司法所.xlsx”封面年度是2021年，不是2022年。请协助改好后尽快重新报送。',
    ]);
  });

  it('is not asked for any more when the report has gone up', () => {
    expect(keys(office(gone, '2023-03-10', quiet).value)).toEqual([]);
  });

  it.each([
    ['2022-11-25', '2022-10-31', []],
    ['2022-11-28', '2022-11-01', []],
    ['2022-11-28', '2022-10-31', ['2022-11-25|缺报|承办单位']],
    ['2022-11-28', null, ['2022-11-25|缺报|承办单位']],
    ['2022-12-02', '2022-10-31', ['2022-11-25|缺报|分管领导', '2022-11-25|缺报|承办单位']],
  ] as const)('on %s, filled in on %s, owes of the monthly report %j', (asOf, filledOn, expected) => {
    const book = { department: '司法所', file: '司法所.xlsx', status: { kind: 'usable' } as const, filledOn };
    const rows = oneTask({ workbooks: [book], tasks: [] });
    const found = keys(office(rows, asOf, { monthlyDay: 25 }).value);
    expect(found).toEqual(expected.map((text) => `2022|司法所|月报|${text}`));
  });

  it('owes no monthly report of the year before', () => {
    const rows = oneTask({
      workbooks: [{ department: '司法所', file: '司法所.xlsx', status: { kind: 'usable' } as const, filledOn: null }],
      tasks: [],
    });
    expect(keys(office(rows, '2022-01-10', { monthlyDay: 25 }).value)).toEqual([]);
    expect(keys(office(rows, '2023-01-10', { monthlyDay: 25 }).value)[0]).toContain('月报|2022-12-25');
  });

  it('with errors is told once a week, with the first cells', () => {
    const wrong = (cell: string, level: Problem['level'] = 'error'): Problem => {
      const place = { file: '司法所.xlsx', sheet: '任务进展', cell };
      return { code: 'x', level, place, actual: '', reason: '', expected: '' };
    };
    const problems = [wrong('D5'), wrong('D6'), wrong('D7'), wrong('D8'), wrong('D9', 'doubt')];
    const [told, ...others] = office(oneTask({ tasks: [] }), '2022-11-30', {}, problems).value;
    expect(others).toEqual([]);
    expect(keys([told!])).toEqual(['2022|司法所|核对|2022-11-28|数据存疑|承办单位']);
    expect(told?.text).toBe(
      '司法所：填报表有4处错误没有采用（任务进展!D5、任务进展!D6、任务进展!D7等）。请协助按核对单改正后重新报送。',
    );
    const three = office(oneTask({ tasks: [] }), '2022-11-30', {}, problems.slice(0, 3)).value[0];
    expect(three?.text).toContain('（任务进展!D5、任务进展!D6、任务进展!D7）');
    expect(office(oneTask({ tasks: [] }), '2022-11-30', { doubtReminders: false }, problems).value).toEqual([]);
    expect(office(oneTask({ tasks: [] }), '2022-11-30', {}, [wrong('D9', 'doubt')]).value).toEqual([]);
    expect(told).toMatchObject({ title: '填报表核对', workingDaysLate: 0, order: null });
    const whole = { ...wrong('D5'), place: { file: '司法所.xlsx' } };
    expect(office(oneTask({ tasks: [] }), '2022-11-30', {}, [whole]).value[0]?.text).toContain('没有采用（整本）。');
    expect(keys(office(gone, '2022-11-30', {}, problems).value)).toEqual([
      '2022|司法所|填报表|2022-11-01|缺报|承办单位',
    ]);
  });

  it('that is not renewed is told of by its month, and by what its cover says', () => {
    const told = (filledOn: Day | null, asOf: Day = '2022-12-02') => {
      const book = { department: '司法所', file: '司法所.xlsx', status: { kind: 'usable' }, filledOn } as const;
      return office(oneTask({ workbooks: [book], tasks: [] }), asOf, { monthlyDay: 25 }).value;
    };
    const fact = '11月份填报表应于2022年11月25日前更新，';
    expect(told('2022-10-31').map(({ text }) => text)).toEqual([
      `司法所的${fact}封面填报日期是2022年10月31日。请督促尽快更新。`,
      `司法所：${fact}封面填报日期是2022年10月31日。请协助更新填报表和封面的填报日期。`,
    ]);
    expect(told(null)[1]?.text).toContain(`${fact}封面没有填报日期。`);
    expect(told(null).map(({ title, workingDaysLate }) => [title, workingDaysLate])).toEqual([
      ['11月份填报表', 5],
      ['11月份填报表', 5],
    ]);
    expect(told(null, '2022-11-26').map(({ workingDaysLate }) => workingDaysLate)).toEqual([0]);
  });

  it.each<readonly [string, Partial<Rows>, Partial<Settings>]>([
    ['has none, for the town’s table tells of it', { workbooks: [{ ...usable, file: null }] }, {}],
    [
      'is gone',
      { departments: [own, department('别的', { active: false })], workbooks: [{ ...usable, department: '别的' }] },
      {},
    ],
    ['is within the first step of the office’s own ladder', { workbooks: [usable] }, { overdueSteps: [9] }],
    ['is asked for none', { workbooks: [usable] }, { monthlyDay: null }],
  ])('is not asked to be renewed of a department that %s', (_, more, own) => {
    const found = office(oneTask({ tasks: [], ...more }), '2022-12-02', { monthlyDay: 25, ...own }).value;
    expect(keys(found).filter((text) => text.includes('月报'))).toEqual([]);
  });

  it('of which there is none is asked for by the figures that are missing', () => {
    const rows = oneTask({ tasks: [], workbooks: [{ ...usable, file: null }] });
    const blank = (reason: string): Problem => ({
      ...{ code: 'x', level: 'error', place: { file: '司法所.xlsx' }, actual: '', expected: '' },
      reason,
    });
    const [told, ...more] = office(rows, '2022-11-30', {}, [blank('没有报甲'), blank('没有报乙')]).value;
    expect(more).toEqual([]);
    expect(told).toMatchObject({
      key: { subject: '指标数据', level: '数据存疑', due: '2022-11-28' },
      title: '指标数据',
      isFormless: true,
      text: '司法所：没有报甲；没有报乙。请协助报送填报表，补上这些数据。',
    });
  });
});

describe('what is told of a task', () => {
  it('bears the day it was judged by, where that is another one', () => {
    const text = (asOf: Day): string =>
      office(oneTask(), '2022-12-07', { asOf }).value.find(({ key }) => key.role === '承办单位')?.text ?? '';
    expect(text('2022-12-07')).not.toContain('截至');
    expect(text('2022-12-06')).toContain('截至2022年12月6日逾期4个工作日');
  });

  it.each([
    ['推进中，完成率64%：已完成选址', ' 推进中 ', 64, '已完成选址'],
    ['推进中：已完成选址', '推进中', null, '已完成选址'],
    ['完成率0%', '', 0, ''],
    ['已完成选址', '', null, '已完成选址'],
    ['推进中', '推进中', null, ''],
    ['未报进展', '', null, ''],
  ])('has in its 督办单 %s', (expected, shown, percent, text) => {
    const line = progress('D-01', { percent });
    const said = { ...line, text, status: { ...line.status, shown } };
    expect(office(oneTask({ progress: [said] }), '2022-12-07').value[0]?.order?.progress).toBe(expected);
  });

  it.each(['2022-01-31', '2022-03-31'] as const)('without an end is told once in the quarter of %s', (asOf) => {
    const rows = oneTask({ tasks: [task('D-01', { deadline: deadline('长期') })], progress: [] });
    expect(keys(office(rows, asOf).value)).toEqual(['2022|司法所|D-01|2022-01-01|黄|承办单位']);
  });

  it('that was only behind on the day it was judged by reaches no leader, whatever the day', () => {
    const rows = oneTask({ progress: [progress('D-01', { percent: 1 })] });
    expect(keys(office(rows, '2022-11-12', { today: '2022-12-20' }).value)).toEqual([
      '2022|司法所|D-01|2022-11-30|黄|承办单位',
    ]);
  });

  it('asks a department without a form to tell the office', () => {
    const rows = oneTask({ workbooks: [{ ...usable, file: null }] });
    expect(office(rows, '2022-11-30').value.map(({ text }) => text)).toEqual([
      expect.stringMatching(/或者报党政办公室。$/u),
    ]);
  });

  it('is nothing where nobody leads it', () => {
    const rows = oneTask({ tasks: [{ ...oneTask().tasks[0]!, lead: null }] });
    expect(keys(office(rows, '2022-12-14').value).filter((text) => text.includes('D-01'))).toEqual([]);
  });

  it('that is only behind reaches no leader, however late', () => {
    const rows = oneTask({
      tasks: [task('D-01', { deadline: deadline('2022-12-30') })],
      progress: [progress('D-01', { percent: 1 })],
    });
    expect(keys(office(rows, '2022-11-30').value)).toEqual(['2022|司法所|D-01|2022-12-30|黄|承办单位']);
  });
});

describe('a workbook with cells that nobody filled in', () => {
  const at = (code: string, cell: string): Problem => {
    const place = { file: '司法所.xlsx', sheet: '任务进展', cell };
    return { code, level: 'error', place, actual: '', reason: '', expected: '' };
  };

  it.each([
    [
      [at('required-blank', 'D4'), at('figure-incomplete', 'D5')],
      '填报表有2处没有填写（任务进展!D4、任务进展!D5）。请协助按核对单补填后重新报送。',
    ],
    [
      [at('x', 'D4'), at('sheet-unfilled', 'D5')],
      '填报表有1处错误没有采用、1处没有填写（任务进展!D4、任务进展!D5）。请协助按核对单改正、补填后重新报送。',
    ],
  ])('is not told of errors that were not used: %#', (problems, text) => {
    const [told] = office(oneTask({ tasks: [] }), '2022-11-30', {}, problems).value;
    expect(told?.text).toBe(`司法所：${text}`);
  });
});

describe('the report’s own deadlines', () => {
  const bare = { ...noRows, departments: [own] };
  const boxes = { officeMailbox: 'office@town.example', headMailbox: 'head@town.example' };
  const rows = { ...bare, workbooks: oneTask().workbooks };

  it.each([
    ['2023-02-13', []],
    ['2023-02-14', ['报送|2023-02-28|蓝|办公室']],
    ['2023-02-28', ['报送|2023-02-28|蓝|办公室']],
    ['2023-03-01', ['报送|2023-02-28|红1|办公室']],
    ['2023-03-07', ['报送|2023-02-28|红2|主要领导', '报送|2023-02-28|红2|办公室']],
  ] as const)('are told to the office on %s: %j', (asOf, expected) => {
    const found = office(rows, asOf, boxes).value;
    expect(keys(found)).toEqual(expected.map((text) => `2022|办公室|${text}`));
    expect(found.map(({ mailbox }) => mailbox).every((box) => box !== null)).toBe(true);
  });

  it('are over when 设置 says the report went up and was published', () => {
    expect(keys(office(rows, '2023-03-20', { ...boxes, submittedOn: '2023-03-02' }).value)).toEqual([
      '2022|办公室|公开|2023-03-31|蓝|办公室',
    ]);
    expect(office(rows, '2023-05-20', { ...boxes, ...quiet }).value).toEqual([]);
  });

  it('fall on the Friday when the last of February is a Sunday', () => {
    expect(keys(office(rows, '2027-02-25', { ...boxes, reportYear: 2026 }).value)).toContain(
      '2026|办公室|报送|2027-02-26|蓝|办公室',
    );
  });
});

describe('mailboxes', () => {
  it('that hold something else are errors at their cell, and the item waits', () => {
    const departments = [{ ...own, mailbox: mailbox('13800001111'), leaderMailbox: mailbox('a@x.cn;b@x.cn') }];
    const { value, problems } = office(oneTask({ departments }), '2022-12-07');
    expect(value.map((one) => [one.key.role, one.mailbox, one.mailboxProblem])).toEqual([
      ['分管领导', null, '邮箱无效：一格里不止一个邮箱'],
      ['承办单位', null, '邮箱无效：填的像是电话号码'],
    ]);
    expect(problems.map(({ code, level, actual, place }) => [code, level, actual, place.cell])).toEqual([
      ['mailbox-invalid', 'error', '13***', '邮箱 13800001111'],
      ['mailbox-invalid', 'error', 'a@***', '邮箱 a@x.cn;b@x.cn'],
    ]);
    expect(JSON.stringify(problems.map(({ reason, expected }) => [reason, expected]))).not.toContain('1380000');
  });

  it('that are blank are told once something should go there, a leader’s as a note', () => {
    const departments = [{ ...own, mailbox: mailbox(''), leaderMailbox: mailbox('') }];
    expect(office(oneTask({ departments }), '2022-11-01').problems).toEqual([]);
    const { problems } = office(oneTask({ departments }), '2022-12-14');
    expect(problems.map(({ level, reason }) => `${level} ${reason}`).sort()).toEqual([
      'doubt 司法所没有邮箱，通知列入待发，发不出去',
      'note 主要领导没有邮箱，通知列入待发，发不出去',
      'note 司法所分管领导没有邮箱，通知列入待发，发不出去',
    ]);
  });

  it('outside the allowed domains get nothing', () => {
    const found = office(oneTask(), '2022-12-01', { mailDomains: ['jn.gov.cn'] });
    expect(found.value[0]?.mailbox).toBeNull();
    expect(found.problems[0]?.code).toBe('mailbox-invalid');
  });
});
