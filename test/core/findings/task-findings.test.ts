import fc from 'fast-check';
import { addDays, type Day } from '../../../src/core/base/day';
import { holidayTable } from '../../../src/core/base/holiday-table';
import { makeCalendar } from '../../../src/core/base/working-days';
import type { Status } from '../../../src/core/cells/readings';
import type { TaskFinding } from '../../../src/core/findings/findings';
import { tallyByDepartment, tallyBySection, tallyOf } from '../../../src/core/findings/tally';
import { taskFindings } from '../../../src/core/findings/task-findings';
import { elapsedPercent } from '../../../src/core/findings/task-light';
import type { BookRecord, Progress, Task, WorkbookStatus } from '../../../src/core/rows/rows';
import { deadline, department, noRows, progress, settings, task } from './rows-builder';

const calendar = makeCalendar(holidayTable, []);

function judge(more: Partial<Task>, said: Progress | null, asOf: Day): TaskFinding {
  const rows = { ...noRows, tasks: [task('T', more)], progress: said ? [said] : [] };
  return taskFindings(rows, { ...settings, asOf }, calendar).value[0]!;
}

describe('a task whose department has sent what nobody could use', () => {
  const dueTask = task('T', { deadline: deadline('2022-06-30'), lead: '司法所' });
  const judged = (status: WorkbookStatus, asOf: Day, unused: BookRecord['unused'] = []): TaskFinding => {
    const workbooks = [{ department: '司法所', file: '司法所.xlsx', status, filledOn: null, unused }];
    return taskFindings({ ...noRows, tasks: [dueTask], workbooks }, { ...settings, asOf }, calendar).value[0]!;
  };

  it.each([
    [{ kind: 'not-read', fault: 'file', why: '打不开' }, 'unclear', '已到期，牵头单位的填报表没有读到，完成情况待核实'],
    [{ kind: 'refused', why: '有两份' }, 'unclear', '已到期，牵头单位的填报表没有采用，完成情况待核实'],
    [{ kind: 'none' }, 'unreported', '已到期，没有报进展'],
  ] as const)('of a workbook that is %j it is %s', (status, state, why) => {
    expect(judged(status, '2022-07-04')).toMatchObject({ state, light: 'yellow', why });
    expect(judged(status, '2022-06-01').state).toBe('running');
  });

  it('of a sheet that nobody could read it is unclear where that is the one on tasks', () => {
    const lost = (title: string) =>
      judged({ kind: 'usable' }, '2022-07-04', [{ title, why: '任务进展没有读出', remedy: '请补表头' }]);
    expect(lost(settings.edition.sheets.progress.title)).toMatchObject({
      state: 'unclear',
      why: '已到期，牵头单位的任务进展没有读出，完成情况待核实',
      unused: { remedy: '请补表头' },
    });
    expect(lost(settings.edition.sheets.figures.title)).toMatchObject({ state: 'unreported', unused: null });
  });
});

const june = { deadline: deadline('2022-06-30') };
const quarters = { deadline: deadline('2022-03-31 2022-06-30 2022-09-30 2022-12-31') };

describe('a task with a day', () => {
  it('may be as far behind as 设置 allows, and no farther', () => {
    const half = (percent: number) =>
      judge({ deadline: deadline('2022-12-31') }, progress('T', { percent }), '2022-07-02');
    expect(half(30)).toMatchObject({ light: 'green', why: '按序时推进' });
    expect(half(29)).toMatchObject({ light: 'yellow', why: '进度29%，落后序时21个百分点' });
  });

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
    expect(judge(june, said, '2022-07-20').state).toBe('done');
    expect(judge(june, said, '2022-07-19').state).toBe('overdue');
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
    expect(judge(ongoing, progress('T', { status: 'not-started' }), '2022-12-31')).toMatchObject({
      light: 'yellow',
      why: '长期任务，尚未启动',
    });
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
  it('is overdue at the first period its department has not finished', () => {
    expect(judge(quarters, progress('T', { status: 'ongoing', doneThrough: 1 }), '2022-07-11')).toMatchObject({
      state: 'overdue',
      due: '2022-06-30',
      workingDaysLate: 7,
      why: '第2期未完成，逾期7个工作日',
    });
  });

  it('runs towards the next period when the passed ones are done', () => {
    expect(judge(quarters, progress('T', { doneThrough: 2 }), '2022-07-11')).toMatchObject({
      state: 'running',
      due: '2022-09-30',
      light: 'green',
    });
    expect(judge(quarters, progress('T', { doneThrough: 3 }), '2022-12-20')).toMatchObject({
      light: 'blue',
      due: '2022-12-31',
    });
  });

  it.each(['in-progress', 'ongoing'] as const)('that is %s is in order while no period says otherwise', (status) => {
    for (const percent of [null, 5, 90]) {
      expect(judge(quarters, progress('T', { status, percent }), '2022-11-28')).toMatchObject({
        state: 'running',
        due: '2022-12-31',
        workingDaysLate: 0,
      });
    }
    // The year is over: in order it was, finished it is not.
    expect(judge(quarters, progress('T', { status }), '2023-01-02').state).toBe('running');
  });

  it('that is not done is late by its latest period, and says what would tell more', () => {
    expect(judge(quarters, progress('T', { status: 'not-done' }), '2022-10-11')).toMatchObject({
      state: 'overdue',
      due: '2022-09-30',
      why: '第3期未完成，逾期4个工作日，未填已完成至第几期',
    });
    expect(judge(quarters, progress('T', { status: 'not-done' }), '2022-03-01').state).toBe('running');
  });

  it.each(['cancelled', 'deferred'] as const)(
    'that is %s by the department alone is late by its latest period',
    (status) => {
      expect(judge(quarters, progress('T', { status }), '2022-10-11')).toMatchObject({
        state: 'overdue',
        due: '2022-09-30',
      });
    },
  );

  it('that was never begun is late by its first', () => {
    expect(judge(quarters, progress('T', { status: 'not-started' }), '2022-07-11').due).toBe('2022-03-31');
  });

  it('is done when the department says so, or when its last period is', () => {
    expect(judge(quarters, progress('T', { status: 'done', doneOn: '2022-12-30' }), '2022-12-31').state).toBe('done');
    expect(judge(quarters, progress('T', { doneThrough: 4 }), '2022-12-31').state).toBe('done');
    expect(judge(quarters, progress('T', { status: 'done', doneThrough: 3 }), '2022-11-28').state).toBe('running');
  });
});

describe('a recurring task whose periods are not told', () => {
  const done = (doneOn: Day | null, doneThrough: number | null = null): Progress =>
    progress('T', { status: 'done', doneOn, doneThrough });

  it('is done for the period of the day it was done on, and to be made clear once a later one has passed', () => {
    expect(judge(quarters, done('2022-06-28'), '2022-07-11')).toMatchObject({ state: 'running', due: '2022-09-30' });
    expect(judge(quarters, done('2022-06-30'), '2022-07-11')).toMatchObject({ state: 'running', due: '2022-09-30' });
    expect(judge(quarters, done('2022-06-28'), '2022-11-28')).toMatchObject({
      state: 'unclear',
      light: 'yellow',
      workingDaysLate: 0,
      why: '第3期已到期，完成日期在这一期以前，未填已完成至第几期，完成情况待核实',
    });
    expect(judge(quarters, done('2022-06-28', 4), '2022-11-28').state).toBe('done');
    expect(judge(quarters, done('2022-10-08'), '2022-11-28').state).toBe('done');
  });

  it('is to be made clear where the period cannot be used, whatever the status says', () => {
    for (const status of ['in-progress', 'done', 'not-done', 'ongoing'] as const) {
      const line = progress('T', { status });
      const said = { ...line, doneThrough: { ...line.doneThrough, shown: '三季度' } };
      expect(judge(quarters, said, '2022-11-28')).toMatchObject({
        state: 'unclear',
        workingDaysLate: 0,
        why: '已到期，“已完成至第几期”填的“三季度”没有采用，完成情况待核实',
      });
      expect(judge(quarters, said, '2022-03-01').state).toBe('running');
    }
  });
});

describe('a status that cannot be read', () => {
  const unread = (shown: string): Progress => {
    const said = progress('T', { status: null });
    return { ...said, status: { ...said.status, shown } };
  };

  it('leaves a task that is due to be made clear: neither done, nor late, nor unreported', () => {
    expect(judge(june, unread('差不多了'), '2022-07-11')).toMatchObject({
      state: 'unclear',
      light: 'yellow',
      workingDaysLate: 0,
      why: '已到期，状态“差不多了”没有采用，完成情况待核实',
    });
    expect(judge(june, unread('差不多了'), '2022-06-30').state).toBe('running');
  });

  it('and one left blank beside other words as well; only silence is unreported', () => {
    expect(judge(june, progress('T', { status: null, percent: 80 }), '2022-07-11')).toMatchObject({
      state: 'unclear',
      why: '已到期，没有填状态，完成情况待核实',
    });
    expect(judge(june, unread(''), '2022-07-11').state).toBe('unreported');
  });

  it('is in no rate, but counted', () => {
    const tasks = ['T', 'U'].map((id) => task(id, june));
    const rows = { ...noRows, tasks, progress: [unread('差不多了'), progress('U', { status: 'done' })] };
    const { value } = taskFindings(rows, settings, calendar);
    expect(tallyOf(value)).toMatchObject({ total: 2, done: 1, unclear: 1, due: 1, rate: 100 });
  });
});

describe('on any day up to its deadline', () => {
  const day = fc.integer({ min: 0, max: 420 }).map((days) => addDays('2022-01-01', days));
  const statuses: readonly (Status | null)[] = ['not-started', 'in-progress', 'done', 'ongoing', 'not-done', null];

  it('no task is called late, whatever is said of it and whatever ends that day', () => {
    fc.assert(
      fc.property(day, day, day, fc.constantFrom(...statuses), (one, other, cutoff, status) => {
        const [today, due] = one <= other ? [one, other] : [other, one];
        const asOf = cutoff < today ? cutoff : today;
        const rows = {
          ...noRows,
          tasks: [task('T', { deadline: deadline(due) })],
          progress: [progress('T', { status })],
        };
        const [found] = taskFindings(rows, { ...settings, asOf, today, cutoff }, calendar).value;
        expect(['overdue', 'unreported', 'unclear']).not.toContain(found?.state);
        expect(found?.light).not.toBe('red');
      }),
    );
  });
});

describe('what the office has approved', () => {
  it('goes before everything, in grey', () => {
    const put = { ...june, approved: { status: 'deferred' as const, basis: '县编办批复', until: null } };
    expect(judge(put, progress('T', { status: 'done' }), '2022-12-31')).toMatchObject({
      state: 'deferred',
      light: 'grey',
      why: '已批准延期：县编办批复',
    });
    const dropped = { ...june, approved: { status: 'cancelled' as const, basis: '', until: null } };
    expect(judge(dropped, null, '2022-12-31')).toMatchObject({ state: 'cancelled', why: '已批准取消' });
  });

  it('without saying what, is what the department asked for', () => {
    const put = { ...june, approved: { status: 'as-asked' as const, basis: '', until: null } };
    const stateOf = (status: Status): unknown => judge(put, progress('T', { status }), '2022-12-31').state;
    expect((['deferred', 'cancelled', 'in-progress'] as const).map(stateOf)).toEqual([
      'deferred',
      'cancelled',
      'overdue',
    ]);
  });

  it('to a day holds up to that day, and is judged by it from then on', () => {
    const put = {
      ...june,
      approved: { status: 'deferred' as const, basis: '县编办批复', until: '2022-09-30' as const },
    };
    const said = progress('T', { status: 'in-progress' });
    expect(judge(put, said, '2022-09-30')).toMatchObject({
      state: 'deferred',
      light: 'grey',
      why: '已批准延期至2022-09-30：县编办批复',
    });
    const last = { ...put, approved: { ...put.approved, until: '2022-12-31' as const } };
    expect(judge(last, said, '2022-12-31')).toMatchObject({ state: 'overdue', due: '2022-12-31' });
    expect(judge(put, said, '2022-10-11')).toMatchObject({
      state: 'overdue',
      due: '2022-09-30',
      workingDaysLate: 4,
      why: '逾期4个工作日',
    });
    expect(judge(put, progress('T', { status: 'done', doneOn: '2022-09-20' }), '2022-10-11')).toMatchObject({
      state: 'done',
      why: '已完成',
    });
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
    ['unclear', 'yellow', '任务编号重复，进展对不上'],
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

  it('is the upper one of two, in whatever order they were read', () => {
    const at = (cell: string, status: Status): Progress => {
      const line = progress('T', { status });
      return { ...line, place: { ...line.place, cell } };
    };
    const lines = [at('A4', 'done'), at('A5', 'in-progress')];
    const state = (all: readonly Progress[]): string | undefined =>
      taskFindings(
        { ...noRows, tasks: [task('T', june)], progress: all },
        { ...settings, asOf: '2022-09-01' },
        calendar,
      ).value[0]?.state;
    expect([state(lines), state([...lines].reverse())]).toEqual(['done', 'done']);
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

describe('the years of which no holidays are known', () => {
  const years = (asOf: Day, ...tasks: readonly Task[]): readonly string[] => {
    const rows = {
      ...noRows,
      tasks,
      progress: [progress('D', { status: 'done' }), progress('O', { status: 'in-progress' })],
    };
    return taskFindings(rows, { ...settings, asOf, cutoff: '2029-12-31' }, calendar).problems.map(({ reason }) =>
      reason.slice(0, 4),
    );
  };

  it('are those up to the day of a task that runs, or since that of one that is late', () => {
    expect(years('2026-12-31', task('R', { deadline: deadline('2028-02-25') }))).toEqual(['2027', '2028']);
    expect(years('2028-01-05', task('O', { deadline: deadline('2026-12-20') }))).toEqual(['2027', '2028']);
    expect(years('2028-01-05', task('D', { deadline: deadline('2026-12-20') }))).toEqual([]);
    expect(years('2028-01-05', task('U', { deadline: deadline('2026-12-20') }))).toEqual([]);
    expect(years('2026-11-01', task('R', { deadline: deadline('2026-12-20') }))).toEqual([]);
  });
});

it('a finding rests on the cell of its deadline and on those of its line that say something', () => {
  const cells = (said: Progress | null): readonly (string | undefined)[] =>
    judge(june, said, '2022-07-04').sources.map(({ cell }) => cell);
  expect(cells(null)).toEqual(['H-T']);
  expect(cells(progress('T', { status: null }))).toEqual(['H-T']);
  expect(cells(progress('T', { status: 'done', percent: 100, doneOn: '2022-06-30', doneThrough: 1 }))).toEqual([
    'H-T',
    'D-T',
    'E-T',
    'F-T',
    'G-T',
  ]);
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
      { status: 'deferred' as const, basis: '', until: null },
      { status: 'cancelled' as const, basis: '', until: null },
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
        for (const parts of [
          tallyBySection(found, settings.edition.sections.tasks),
          tallyByDepartment(found, departments),
        ]) {
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

it('of a task without any time none has gone by, nobody knows how much', () => {
  const share = (due: Day, start: Day | null, asOf: Day) =>
    elapsedPercent({ deadline: { kind: 'day', due, start } }, asOf);
  expect(share('2022-01-01', null, '2022-01-01')).toBeNull();
  expect(share('2022-06-30', '2022-06-30', '2022-07-05')).toBeNull();
  expect(share('2022-06-30', '2022-06-20', '2022-06-25')).toBe(50);
  expect(share('2022-06-30', '2022-06-20', '2022-06-01')).toBe(0);
});
