import fc from 'fast-check';
import { addDays, type Day } from '../../../src/core/base/day';
import { holidayTable } from '../../../src/core/base/holiday-table';
import { makeCalendar } from '../../../src/core/base/working-days';
import type { Status } from '../../../src/core/cells/readings';
import type { TaskFinding } from '../../../src/core/findings/findings';
import { tallyByDepartment, tallyBySection, tallyOf } from '../../../src/core/findings/tally';
import { taskFindings } from '../../../src/core/findings/task-findings';
import type { Progress, Task } from '../../../src/core/rows/rows';
import { deadline, department, noRows, progress, settings, task } from './rows-builder';

const calendar = makeCalendar(holidayTable, []);

function judge(more: Partial<Task>, said: Progress | null, asOf: Day): TaskFinding {
  const rows = { ...noRows, tasks: [task('T', more)], progress: said ? [said] : [] };
  return taskFindings(rows, { ...settings, asOf }, calendar).value[0]!;
}

const june = { deadline: deadline('2022-06-30') };
const quarters = { deadline: deadline('2022-03-31 2022-06-30 2022-09-30 2022-12-31') };

describe('a task with a day', () => {
  it('is not late on that day, and red on the next', () => {
    const said = progress('T', { percent: 90 });
    expect(judge(june, said, '2022-06-30')).toMatchObject({
      state: 'running',
      light: 'blue',
      workingDaysLeft: 0,
      why: '当日到期',
    });
    expect(judge(june, said, '2022-07-04')).toMatchObject({
      state: 'overdue',
      light: 'red',
      due: '2022-06-30',
      workingDaysLate: 2,
      workingDaysLeft: null,
      why: '逾期2个工作日',
    });
  });

  it('counts as past on the 统计截止日, with which the statistics close', () => {
    const due = { deadline: deadline('2022-12-31') };
    expect(judge(due, progress('T', { percent: 90 }), '2022-12-31')).toMatchObject({
      state: 'overdue',
      workingDaysLate: 0,
      why: '到期未完成',
    });
  });

  it('counts make-up Saturdays and skips holidays', () => {
    const due = { deadline: deadline('2022-09-30') };
    expect(judge(due, progress('T', { percent: 50 }), '2022-10-09')).toMatchObject({ workingDaysLate: 2 });
  });

  it('is done when the department says so, on time or late', () => {
    expect(judge(june, progress('T', { status: 'done', doneOn: '2022-06-30' }), '2022-12-31')).toMatchObject({
      state: 'done',
      light: 'green',
      why: '已完成',
    });
    expect(judge(june, progress('T', { status: 'done', doneOn: '2022-07-04' }), '2022-12-31').why).toBe(
      '已完成，晚于时限2个工作日',
    );
  });

  it('is not yet done when the day of completion is still to come', () => {
    const said = progress('T', { status: 'done', percent: 100, doneOn: '2022-07-20' });
    expect(judge(june, said, '2022-07-10').state).toBe('overdue');
    expect(judge(june, said, '2022-06-10').state).toBe('running');
  });

  it('without a line from its department is behind before it is due, and unreported once it is', () => {
    expect(judge(june, null, '2022-06-01')).toMatchObject({
      light: 'yellow',
      progress: null,
      why: '未报进展，落后序时84个百分点',
    });
    expect(judge(june, null, '2022-07-01')).toMatchObject({ state: 'unreported', why: '已到期，没有报进展' });
  });

  it('is yellow when its percentage lags behind the calendar by more than the setting', () => {
    const due = { deadline: deadline('2022-12-31') };
    expect(judge(due, progress('T', { percent: 20 }), '2022-07-01')).toMatchObject({
      light: 'yellow',
      why: '进度20%，落后序时30个百分点',
    });
    expect(judge(due, progress('T', { percent: 40 }), '2022-07-01')).toMatchObject({
      light: 'green',
      why: '按序时推进',
    });
    expect(judge(due, progress('T', { percent: null }), '2022-07-01').light).toBe('green');
  });

  it('is blue from the set number of working days on', () => {
    const said = progress('T', { percent: 90 });
    expect(judge(june, said, '2022-06-16')).toMatchObject({
      light: 'blue',
      workingDaysLeft: 10,
      why: '距到期10个工作日',
    });
    expect(judge(june, said, '2022-06-15')).toMatchObject({ light: 'green', workingDaysLeft: 11 });
  });

  it('of next year does not lag before that year has begun', () => {
    expect(judge({ deadline: deadline('2023-02-28') }, progress('T', { percent: 10 }), '2022-12-31').light).toBe(
      'green',
    );
  });
});

describe('a task without a day', () => {
  it('runs on, and is yellow when nobody reports or it has not begun', () => {
    const ongoing = { deadline: deadline('长期') };
    expect(judge(ongoing, progress('T', { status: 'ongoing' }), '2022-12-31')).toMatchObject({
      state: 'running',
      light: 'green',
      due: null,
    });
    expect(judge(ongoing, progress('T', { status: 'not-started' }), '2022-12-31').light).toBe('yellow');
    expect(judge(ongoing, null, '2022-12-31')).toMatchObject({ light: 'yellow', why: '长期任务，未报进展' });
  });

  it('must have been reported on within a quarter', () => {
    const book = { department: '司法所', file: '司法所.xlsx', status: { kind: 'usable' } as const };
    const lightOn = (filledOn: Day | null, asOf: Day): unknown => {
      const tasks = [task('T', { deadline: deadline('长期') })];
      const rows = { ...noRows, tasks, progress: [progress('T', { status: 'ongoing' })] };
      const told = { ...rows, workbooks: [{ ...book, filledOn }] };
      const { light, why } = taskFindings(told, { ...settings, asOf }, calendar).value[0]!;
      return [light, why];
    };
    expect(lightOn('2022-07-01', '2022-10-01')).toEqual(['green', '长期任务，持续推进']);
    expect(lightOn('2022-07-01', '2022-10-02')).toEqual(['yellow', '长期任务，2022-07-01以后没有更新']);
    expect(lightOn(null, '2022-10-02')).toEqual(['green', '长期任务，持续推进']);
  });

  it('whose deadline cannot be read is counted, not judged', () => {
    expect(judge({}, progress('T', { percent: 10 }), '2022-12-31')).toMatchObject({
      state: 'running',
      light: 'yellow',
      why: '完成时限无法识别，不能判断是否逾期',
    });
  });
});

describe('a recurring task', () => {
  it('is overdue at the first occurrence its percentage does not cover', () => {
    expect(judge(quarters, progress('T', { status: 'ongoing', percent: 25 }), '2022-07-11')).toMatchObject({
      state: 'overdue',
      due: '2022-06-30',
      workingDaysLate: 7,
      why: '第2期未完成，逾期7个工作日',
    });
  });

  it('runs towards the next occurrence when the passed ones are covered', () => {
    expect(judge(quarters, progress('T', { percent: 50 }), '2022-07-11')).toMatchObject({
      state: 'running',
      due: '2022-09-30',
      light: 'green',
    });
    expect(judge(quarters, progress('T', { percent: 75 }), '2022-12-20')).toMatchObject({
      light: 'blue',
      due: '2022-12-31',
    });
  });

  it('without a percentage is overdue at its first occurrence, and says why', () => {
    expect(judge(quarters, progress('T', { status: 'ongoing' }), '2022-04-01').why).toBe(
      '第1期未完成，逾期1个工作日，未填完成率',
    );
  });

  it('takes 33 % for the first of three', () => {
    const thirds = { deadline: deadline('2022-04-30 2022-08-31 2022-12-31') };
    expect(judge(thirds, progress('T', { percent: 33 }), '2022-05-10').state).toBe('running');
  });

  it('is done when the department says so', () => {
    expect(judge(quarters, progress('T', { status: 'done', doneOn: '2022-12-30' }), '2022-12-31').state).toBe('done');
  });
});

describe('what the office has approved', () => {
  it('goes before everything, in grey', () => {
    const put = { ...june, approved: { status: 'deferred' as const, basis: '县编办批复' } };
    expect(judge(put, progress('T', { status: 'done' }), '2022-12-31')).toMatchObject({
      state: 'deferred',
      light: 'grey',
      why: '已批准延期：县编办批复',
    });
    const dropped = { ...june, approved: { status: 'cancelled' as const, basis: '' } };
    expect(judge(dropped, null, '2022-12-31')).toMatchObject({ state: 'cancelled', why: '已批准取消' });
  });

  it('cannot be replaced by the department’s own word', () => {
    const rows = { ...noRows, tasks: [task('T', june)], progress: [progress('T', { status: 'deferred' })] };
    expect(taskFindings(rows, settings, calendar).value[0]?.state).toBe('overdue');
  });
});

it('of two tasks with one number neither takes the line that may be the other’s', () => {
  const tasks = [task('T', june), task('T', { deadline: deadline('2022-12-31'), lead: '财政所' }), task('U', june)];
  const rows = { ...noRows, tasks, progress: ['T', 'U'].map((id) => progress(id, { status: 'done' })) };
  const { value } = taskFindings(rows, { ...settings, asOf: '2022-09-01' }, calendar);
  expect(value.map(({ state, light, why }) => [state, light, why])).toEqual([
    ['unreported', 'yellow', '任务编号重复，进展对不上'],
    ['running', 'yellow', '任务编号重复，进展对不上'],
    ['done', 'green', '已完成'],
  ]);
});

describe('whose line counts', () => {
  it('is the leading department’s', () => {
    const said = progress('T', { status: 'done', department: '财政所' });
    expect(judge(june, said, '2022-12-31').state).toBe('unreported');
    expect(judge({ ...june, lead: null }, said, '2022-12-31').state).toBe('done');
  });
});

describe('a year without holiday data', () => {
  it('is warned of once, where the days are entered', () => {
    const tasks = ['T', 'U'].map((id) => task(id, { deadline: deadline('2027-02-26') }));
    const { problems } = taskFindings({ ...noRows, tasks }, { ...settings, asOf: '2026-12-31' }, calendar);
    expect(problems.map(({ level, reason, place }) => [level, reason, place])).toEqual([
      ['doubt', '2027年调休未录入，按周末推算', { file: '总表.xlsx', sheet: '节假日' }],
    ]);
  });
});

describe('the tally', () => {
  const statuses: readonly Status[] = ['not-started', 'in-progress', 'done', 'ongoing', 'deferred', 'cancelled'];
  const leads = ['司法所', '财政所', null];
  const line = fc.record({
    lead: fc.constantFrom(...leads),
    section: fc.constantFrom('A', 'B'),
    due: fc.option(fc.nat({ max: 400 }).map((step) => addDays('2022-01-01', step))),
    approved: fc.constantFrom(
      null,
      null,
      { status: 'deferred' as const, basis: '' },
      { status: 'cancelled' as const, basis: '' },
    ),
    status: fc.constantFrom(...statuses),
    percent: fc.nat({ max: 100 }),
  });

  it('adds up, as a whole, by section and by department', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const tasks = lines.map(({ lead, section, due, approved }, index) =>
          task(String(index), { lead, section, approved, deadline: due ? { kind: 'day', due, start: null } : null }),
        );
        const said = lines.map(({ lead, status, percent }, index) =>
          progress(String(index), { status, percent, department: lead ?? '司法所' }),
        );
        const found = taskFindings({ ...noRows, tasks, progress: said }, settings, calendar).value;
        const tally = tallyOf(found);
        expect(tally.total).toBe(lines.length);
        expect(tally.done + tally.running + tally.overdue + tally.deferred + tally.cancelled).toBe(lines.length);
        expect(tally.due).toBe(tally.done + tally.overdue);
        const departments = [department('财政所'), department('司法所'), department('卫健办')];
        for (const parts of [tallyBySection(found), tallyByDepartment(found, departments)]) {
          expect(parts.reduce((sum, part) => sum + part.total, 0)).toBe(lines.length);
          expect(parts.reduce((sum, part) => sum + part.overdue, 0)).toBe(tally.overdue);
        }
      }),
    );
  });

  it('has no rate when nothing was due', () => {
    expect(tallyOf([]).rate).toBeNull();
  });
});
