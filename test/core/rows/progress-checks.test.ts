/** What does not fit together in a line on a task: which cell is told, how gravely, in which words, and what no longer counts. */
import { checkedProgress, type DayReporting } from '../../../src/core/rows/progress-checks';
import type { Progress, Task } from '../../../src/core/rows/rows';
import { deadline, progress, read, settings, task } from '../findings/rows-builder';

type Said = Parameters<typeof progress>[1];

const monthly = '2022-03-31 2022-06-30 2022-09-30 2022-12-31';

/** `D error 原因。要求` of each problem, and what counts as status, day and period. */
function judge(
  said: Said,
  more: Partial<Task> = {},
  {
    line = {},
    reporting,
    asOf = '2022-12-31',
  }: { line?: Partial<Progress>; reporting?: DayReporting; asOf?: string } = {},
) {
  const given = { ...progress('A-01', { doneOn: '2022-06-20', ...said }), ...line };
  const about = { ...settings, asOf: asOf as typeof settings.asOf };
  const { value, problems } = checkedProgress(given, task('A-01', { lead: '司法所', ...more }), about, reporting);
  return {
    told: problems.map(
      ({ place, level, reason, expected }) => `${place.cell?.slice(0, 1) ?? ''} ${level} ${reason}。${expected}`,
    ),
    status: value.status.value,
    doneOn: value.doneOn.value,
    through: value.doneThrough.value,
  };
}

const day = (from: string, to: string): Partial<Task> => ({
  deadline: { kind: 'day', due: to as typeof settings.asOf, start: from as typeof settings.asOf },
});

it.each([
  [
    'done',
    null,
    [
      'D error 状态为已完成，完成日期“预计12月20日办结”说的却是打算或者期限，这个状态没有采用。已完成的请写完成的日期，没有完成的请改状态',
    ],
  ],
  ['in-progress', 'in-progress', []],
] as const)('a day that was meant keeps nothing that is %s from being open', (said, status, told) => {
  const { doneOn } = progress('A-01', { doneOn: null });
  const line = { doneOn: { ...doneOn, shown: '预计12月20日办结' } };
  expect(judge({ status: said, doneOn: null }, {}, { line })).toEqual({ told, status, doneOn: null, through: null });
});

it.each<[string, Said, Partial<Task>, string | null, string]>([
  [
    'done without a day',
    { status: 'done', doneOn: null },
    {},
    null,
    'F error 状态为已完成，没有填写完成日期，这个状态没有采用。请填写完成日期，如 2022-06-28',
  ],
  [
    'a day, and not done',
    { status: 'in-progress' },
    {},
    'in-progress',
    'F doubt 填写了完成日期“2022-06-20”，状态却是“in-progress”。已完成的请把状态改为“已完成”，未完成的请清空完成日期',
  ],
  [
    'a day still to come',
    { status: 'done', doneOn: '2023-01-03' },
    {},
    'done',
    'F error 完成日期“2023-01-03”晚于核算日 2022-12-31，按未完成计。这一天还没有到，请核对完成日期',
  ],
  [
    'a day behind the 核算日 that has come',
    { status: 'done', doneOn: '2023-01-02' },
    {},
    'done',
    'F note 完成日期“2023-01-02”晚于核算日 2022-12-31，按未完成计。核算日以后完成的，这次不计；日期无误就不用改',
  ],
  [
    'before it began',
    { status: 'done' },
    day('2022-06-21', '2022-12-31'),
    null,
    'F error 完成日期“2022-06-20”早于起始日期 2022-06-21，这个状态没有采用。请核对完成日期；起始日期有误的请镇里改正总表',
  ],
  [
    'before the year',
    { status: 'done', doneOn: '2021-12-31' },
    {},
    'done',
    'F doubt 完成日期“2021-12-31”早于报告年度。请核对年份，应在2022年内',
  ],
  [
    'done at 99 %',
    { status: 'done', percent: 99 },
    {},
    'done',
    'E doubt 状态为已完成，完成率却是“{"value":99,"applies":true,"qualifier":""}”。请核对状态和完成率，已完成的填 100%',
  ],
  [
    '100 % and not done',
    { status: 'in-progress', percent: 100, doneOn: null },
    {},
    'in-progress',
    'E doubt 完成率为100%，状态却是“in-progress”。请核对状态和完成率，已完成的请改状态并填写完成日期',
  ],
  [
    '100 % and not begun',
    { status: 'not-started', percent: 100, doneOn: null },
    {},
    'not-started',
    'E doubt 完成率为100%，状态却是“not-started”。请核对状态和完成率，已完成的请改状态并填写完成日期',
  ],
  [
    'put off by itself',
    { status: 'deferred', doneOn: null },
    {},
    'deferred',
    'D doubt 状态“deferred”没有经过批准，仍按时限计。已批准的请在总表“任务”里填写批准状态和依据',
  ],
  [
    'dropped by itself',
    { status: 'cancelled', doneOn: null },
    {},
    'cancelled',
    'D doubt 状态“cancelled”没有经过批准，仍按时限计。已批准的请在总表“任务”里填写批准状态和依据',
  ],
  [
    'another department’s',
    { status: 'done' },
    { lead: '党政办' },
    'done',
    'D doubt 任务 A-01 由党政办牵头，却填在司法所的表里。请核对牵头单位，由牵头单位填报',
  ],
  [
    'of a partner',
    { status: 'done' },
    { lead: '党政办', partners: ['司法所'] },
    'done',
    'D note 任务 A-01 由党政办牵头，司法所配合，完成与否按党政办的表判断。不用改',
  ],
  [
    'a period where there is none',
    { status: 'done', doneThrough: 1 },
    day('2022-01-01', '2022-12-31'),
    'done',
    'G note 这项任务不分期，“已完成至第几期”没有用上。不分期的任务只填状态和完成日期',
  ],
  [
    'more periods than there are',
    { status: 'in-progress', doneOn: null, doneThrough: 5 },
    { deadline: deadline(monthly) },
    'in-progress',
    'G error 已完成至第5期，这项任务全年只有4期，没有采用。请填写0至4之间的数',
  ],
  [
    'done as of a day before the latest periods',
    { status: 'done', doneOn: '2022-06-30' },
    { deadline: deadline(monthly) },
    'done',
    'G error 完成日期“2022-06-30”以后还有到期的期，没有填已完成至第几期，按待核实计。请填写数字，各期都已完成的填4',
  ],
  [
    'done, through fewer periods than were due',
    { status: 'done', doneOn: '2022-12-20', doneThrough: 2 },
    { deadline: deadline(monthly) },
    'done',
    'G doubt 状态是“done”，却只完成至第2期，第3期已经到期，按这一期没有完成计。请核对状态和期数，各期都已完成的填4',
  ],
])('%s', (_, said, more, status, told) => {
  const found = judge(said, more);
  expect(found.told).toEqual([told]);
  expect(found.status).toBe(status);
});

it.each<[string, Said, Partial<Task>, string?]>([
  ['done in time', { status: 'done' }, day('2022-06-20', '2022-06-20')],
  ['done on the 核算日', { status: 'done', doneOn: '2022-12-31' }, {}],
  ['done on the first day of the year', { status: 'done', doneOn: '2022-01-01' }, {}],
  ['done at 100 %', { status: 'done', percent: 100 }, {}],
  ['running at 99 %', { status: 'in-progress', percent: 99, doneOn: null }, {}],
  [
    'put off with approval',
    { status: 'deferred', doneOn: null },
    { approved: { status: 'deferred', basis: '', until: null } },
  ],
  ['led by nobody', { status: 'done' }, { lead: null }],
  [
    'as many periods as there are',
    { status: 'done', doneOn: '2022-12-31', doneThrough: 4 },
    { deadline: deadline(monthly) },
  ],
  [
    'done through the last period, without a day',
    { status: 'done', doneOn: null, doneThrough: 4 },
    { deadline: deadline(monthly) },
  ],
  [
    'done through all periods that were due',
    { status: 'done', doneOn: '2022-09-28', doneThrough: 3 },
    { deadline: deadline(monthly) },
    '2022-12-30',
  ],
  ['through the third, by a day in it', { status: 'done', doneOn: '2022-09-30' }, { deadline: deadline(monthly) }],
  ['by a day in the second, when no more are over', { status: 'done' }, { deadline: deadline(monthly) }, '2022-09-30'],
])('nothing is told of one %s', (_, said, more, asOf = '2022-12-31') => {
  expect(judge(said, more, { asOf }).told).toEqual([]);
});

it('a period that is too high is not used, and the status is; what is wrong beside it costs that, too', () => {
  const recurring = { deadline: deadline(monthly) };
  const through = { status: 'in-progress', doneOn: null, doneThrough: 5 } as const;
  expect(judge(through, recurring)).toMatchObject({ status: 'in-progress', through: null });
  expect(judge({ ...through, doneThrough: 4 }, recurring)).toMatchObject({ status: 'in-progress', through: 4 });
  expect(judge({ ...through, status: 'done' }, recurring)).toMatchObject({ status: null, through: null });
});

it('逾期 beside a day may mean that it was done late: nobody can tell', () => {
  const status = { ...read('not-done' as const, '司法所', 'D-A-01', '已逾期') };
  const found = judge({}, {}, { line: { status } });
  expect(found.told).toEqual([
    'F error 填写了完成日期“2022-06-20”，状态却是“已逾期”，这个状态没有采用。已完成的请把状态改为“已完成”，未完成的请清空完成日期',
  ]);
  expect(found.status).toBeNull();
  const open = { ...read('not-done' as const, '司法所', 'D-A-01', '未完成') };
  expect(judge({}, {}, { line: { status: open } })).toMatchObject({
    status: 'not-done',
    told: [expect.stringMatching(/^F doubt /)],
  });
});

describe('a table of the department’s own', () => {
  it('without a column for days asks for none, and says that nobody knows whether it was in time', () => {
    const found = judge({ status: 'done', doneOn: null }, {}, { reporting: { isUnasked: true } });
    expect(found).toMatchObject({
      status: 'done',
      told: ['D doubt 状态为已完成，没有填写完成日期，按已完成计，不知道是否按时。请填写完成日期，如 2022-06-28'],
    });
  });

  it('without a column for the status tells by its day that a task is done', () => {
    const wordless = { isUnasked: false, isWordless: true };
    expect(judge({ status: null }, {}, { reporting: wordless })).toMatchObject({
      status: 'done',
      told: ['F doubt 没有“状态”列，填了完成日期“2022-06-20”，按已完成计。如不对，请补上“状态”列'],
    });
    expect(judge({ status: null, doneOn: null }, {}, { reporting: wordless })).toMatchObject({
      status: null,
      told: [],
    });
  });

  const wordless = (said: Said, text: string) =>
    judge({ status: null, ...said }, {}, { line: { text }, reporting: { isUnasked: false, isWordless: true } });

  it.each([
    ['已完成', 'done', '按“已完成”计'],
    ['√', 'done', '按“√”计'],
    ['正在推进', 'in-progress', '按“正在推进”计'],
    ['未完成', 'not-done', '按“未完成”计'],
  ])('takes %s in the text for the status', (text, status, says) => {
    const found = wordless({}, text);
    expect(found.status).toBe(status);
    expect(found.told[0]).toContain(`没有“状态”列，进展情况${says}`);
  });

  it('does not tell by a day that a task is done of which more is said than that', () => {
    const half = wordless({ percent: 50 }, '');
    expect(half).toMatchObject({
      status: null,
      told: [expect.stringMatching(/完成率却是“.*”，没有当作已完成。请补上“状态”列/u)],
    });
    const open = wordless({}, '上半年已召开，下半年未召开');
    expect(open).toMatchObject({
      status: null,
      told: [
        'F doubt 没有“状态”列，填了完成日期“2022-06-20”，进展情况里却写着“上半年已召开，下半年未召开”，没有当作已完成。请补上“状态”列，或者核对这两格',
      ],
    });
    expect(wordless({ percent: 100 }, '召开会议2次').status).toBe('done');
    expect(wordless({ percent: 50 }, '已完成')).toMatchObject({
      status: 'done',
      told: [expect.any(String), expect.stringContaining('E doubt 状态为已完成，完成率却是')],
    });
  });
});

describe('a day beside the status', () => {
  const withStatus = (shown: string, doneOn: Said = {}, value: 'done' | 'in-progress' = 'done') =>
    judge(doneOn, {}, { line: { status: read(value, '司法所', 'D-A-01', shown) } });

  it('is that of completion, and another in its own column is told', () => {
    expect(withStatus('完成（2022年7月15日）', { doneOn: null })).toMatchObject({ doneOn: '2022-07-15', told: [] });
    expect(withStatus('完成（7月15日）', { doneOn: null })).toMatchObject({ doneOn: '2022-07-15', told: [] });
    expect(withStatus('完成（2022.6.20）')).toMatchObject({ doneOn: '2022-06-20', told: [] });
    expect(withStatus('完成（2022-07-15）')).toMatchObject({
      doneOn: '2022-07-15',
      told: ['D doubt 状态里写的是 2022-07-15，完成日期是“2022-06-20”，按状态里的日期计。请核对是哪一天完成的'],
    });
  });

  it('is none where it does not exist, or the task is not done', () => {
    expect(withStatus('完成（2022年2月30日）').doneOn).toBe('2022-06-20');
    expect(withStatus('推进中（2022年7月15日）', { doneOn: null }, 'in-progress').doneOn).toBeNull();
  });
});
