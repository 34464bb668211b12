/** 督办台账: what department and office say of a paper is shown, believed of nothing else, and held against how the matter stands. */
import type { Problem, Result } from '../../../../src/core/base/problem';
import { feedbackFindings } from '../../../../src/core/findings/feedback/feedback-findings';
import { registerRows } from '../../../../src/core/findings/feedback/register-rows';
import type { FeedbackLine } from '../../../../src/contract/feedback';
import type { Settings } from '../../../../src/core/settings/settings';
import { findingsFromRows } from '../../../../src/core/findings/findings-from-rows';
import { rowsFromGrids } from '../../../../src/core/rows/rows-from-grids';
import { feedbackTable, registerTable } from '../../../edition';
import { departmentGrids, hubGrids, settingsOf, tableGrid, taskRecord, type RecordInput } from '../../office-builder';

type Said = RecordInput<typeof feedbackTable.columns>;
type Noted = RecordInput<typeof registerTable.columns>;

const settings = { ...settingsOf(), asOf: '2022-12-20', today: '2022-12-20' } as const;
const tasks = [
  taskRecord({ id: 'A-01', title: '案卷评查' }),
  taskRecord({ id: 'A-02', title: '清理文件' }),
  taskRecord({ id: 'B-01', title: '网格', lead: '综治中心' }),
  taskRecord({ id: 'C-1', title: '简报', deadline: '每季度末' }),
];
const lines = [
  { taskId: 'A-01', status: '推进中', percent: '60%' },
  { taskId: 'A-02', status: '已完成', percent: '100%', doneOn: '2022-06-20' },
  { taskId: 'C-1', status: '推进中', percent: '60%', doneThrough: 1 },
];

/** The same office; `asOf` and tasks may be others. */
interface Office {
  readonly asOf: Settings['asOf'];
  readonly tasks: typeof tasks;
}

const usual: Office = { asOf: settings.asOf, tasks };

/** The line of each code, and what is told of 督办反馈. */
function told(...said: readonly Said[]): Told {
  return toldWith(said, []);
}

interface Told {
  readonly lines: ReadonlyMap<string, FeedbackLine>;
  readonly problems: readonly Problem[];
  readonly states: Readonly<Record<string, string>>;
}

/** The same where the office noted something, too. */
function toldWith(said: readonly Said[], noted: readonly Noted[], office: Office = usual): Told {
  const judged = { ...settings, asOf: office.asOf };
  const register = registerRows(
    [tableGrid(registerTable, noted, { workbook: '督办登记.xlsx' })],
    '督办登记.xlsx',
    settings,
  );
  const grids = [...departmentGrids('司法所', lines), tableGrid(feedbackTable, said, { workbook: '司法所.xlsx' })];
  const departments = [{ file: '司法所.xlsx', grids }];
  const rows = rowsFromGrids({ hub: hubGrids(office.tasks), departments }, judged);
  const findings = findingsFromRows(rows.value, judged, []);
  const { value, problems }: Result<readonly FeedbackLine[]> = feedbackFindings({
    ...{ rows: rows.value, findings: findings.value, settings: judged, register: register.value },
    problems: [...rows.problems, ...findings.problems],
  });
  return {
    lines: new Map(value.map((line) => [line.code, line])),
    problems: [
      ...rows.problems.filter(({ place }) => place.sheet === feedbackTable.title),
      ...register.problems,
      ...problems,
    ],
    states: Object.fromEntries(findings.value.tasks.map(({ task, state }) => [task.id, state])),
  };
}

const code = '督2022-A-01-0630';
const whole = { code, signedOn: '2022-12-05', reply: '已约谈承办人', rectifyOn: '2022-12-30' };

it('an overdue task has a line before anybody has said a word, and what was not said is not no', () => {
  expect(told().lines.get(code)).toMatchObject({
    ...{ kind: 'order', department: '司法所', task: 'A-01', due: '2022-06-30', state: 'overdue' },
    ...{ signedOn: null, reply: '', rectifyOn: null, closed: null, doubts: [] },
  });
});

it('what a department types stands in the line, with the day of rectification', () => {
  const { lines: found, problems } = told({ ...whole, closed: '否' });
  expect(problems).toEqual([]);
  expect(found.get(code)).toMatchObject({
    ...{ signedOn: '2022-12-05', reply: '已约谈承办人', rectifyOn: '2022-12-30', closed: false, doubts: [] },
  });
});

it.each([['督2022-a-01-0630'], ['督 2022－A－01－0630'], ['督2022A010630'], ['督办〔2022〕A-01-红2号']])(
  '%s is the same paper',
  (typed) => {
    const { lines: found, problems } = told({ ...whole, code: typed });
    expect([problems, found.get(code)?.reply]).toEqual([[], whole.reply]);
  },
);

it('a task is not done because its paper is called settled, and the two are told', () => {
  const { lines: found, problems, states } = told({ ...whole, rectifyOn: '2022-12-10', closed: '是' });
  expect(states['A-01']).toBe('overdue');
  expect(problems.map(({ code: rule, level, place }) => [rule, level, place.cell])).toEqual([
    ['feedback-differs', 'doubt', 'E4'],
  ]);
  expect(found.get(code)?.doubts[0]).toContain('按“任务进展”是逾期，没有因此记作完成');
});

it('a finished task whose paper is called open is told, too', () => {
  const { problems } = told({ code: '督2022-A-02-0630', closed: '否' });
  expect(problems.map(({ reason }) => reason)).toEqual([expect.stringContaining('“任务进展”里已完成')]);
});

it.each([
  ['a code nobody gave', { code: '督2022-A-07-0630' }, 'feedback-unknown', '是不是“督2022-A-01-0630”'],
  ['a code of last year', { code: '督2021-A-01-0630' }, 'feedback-unknown', '反馈编号'],
  ['another department’s code', { code: '督2022-B-01-0630' }, 'feedback-foreign', '只填发给本单位的'],
  ['a row without a code', { reply: '已改' }, 'required-blank', ''],
])('%s is an error and its row is not used', (_, said: Said, rule, expected) => {
  const { lines: found, problems } = told({ ...whole, closed: null, ...{ code: null }, ...said });
  expect(problems.map(({ code: one, level }) => [one, level])).toEqual([[rule, 'error']]);
  expect(problems[0]?.expected).toContain(expected);
  expect([...found.values()].every(({ reply }) => reply === '')).toBe(true);
});

it.each([
  ['signed on a day to come', { signedOn: '2022-12-25' }, 'feedback-day'],
  [
    'settled without a word',
    { reply: null, rectifyOn: null, closed: '是', code: '督2022-A-02-0630' },
    'feedback-unanswered',
  ],
  ['settled before it is put right', { closed: '是', code: '督2022-A-02-0630' }, 'feedback-day'],
])('%s is told', (_, said: Said, rule) => {
  expect(told({ ...whole, ...said }).problems.map(({ code: one }) => one)).toEqual([rule]);
});

it.each([
  ['is told while the task is late', { closed: null }, ['feedback-passed']],
  ['is not on the day itself', { rectifyOn: '2022-12-20' }, []],
  ['is not where the task is done', { code: '督2022-A-02-0630' }, []],
  ['is told once where the paper is called settled, too', { closed: '是' }, ['feedback-differs']],
] as const)('a day of rectification that is over %s', (_, more: Said, rules) => {
  const { problems } = told({ ...whole, rectifyOn: '2022-12-19', ...more });
  expect(problems.map(({ code: rule }) => rule)).toEqual(rules);
});

it('of two rows on one paper the lower one counts, and they are told', () => {
  const { lines: found, problems } = told(whole, { ...whole, reply: '已办结' });
  expect([problems.map(({ code: rule }) => rule), found.get(code)?.reply]).toEqual([['feedback-twice'], '已办结']);
});

it('each period of a task has a paper of its own, and of an earlier one nothing is judged', () => {
  const { lines: found, problems } = told({ ...whole, code: '督2022-C-1-0331', rectifyOn: null, closed: '是' });
  expect(problems).toEqual([]);
  expect(found.get('督2022-C-1-0331')).toMatchObject({ due: '2022-03-31', state: null, closed: true });
  expect(found.get('督2022-C-1-0630')).toMatchObject({ state: 'overdue', closed: null });
});

it('a 核对单 is called settled while it still asks for something: told', () => {
  const { lines: found, problems } = told(
    { code: '核2022-司法所', signedOn: '2022-12-05', reply: '已改', closed: '是' },
    { code: '督2022-A-01-0630', signedOn: '昨天' },
  );
  expect(found.get('核2022-司法所')).toMatchObject({ kind: 'check', task: null, closed: true });
  expect(found.get('核2022-司法所')?.open).toBeGreaterThan(0);
  expect(problems.map(({ code: rule }) => rule)).toContain('feedback-differs');
});

describe('what the office notes itself', () => {
  it('stands in the line beside what the department typed, and takes its place only where the two are the same field', () => {
    const { lines: found, problems } = toldWith(
      [{ code, signedOn: '2022-12-05', reply: '已约谈承办人' }],
      [{ code, reply: '来电：月底前办结', rectifyOn: '2022-12-30', settled: '否' }],
    );
    expect(problems).toEqual([]);
    expect(found.get(code)).toMatchObject({
      ...{ signedOn: '2022-12-05', reply: '已约谈承办人；办公室登记：来电：月底前办结', rectifyOn: '2022-12-30' },
      ...{ closed: null, settled: false },
      entry: { signedOn: null, reply: '来电：月底前办结', rectifyOn: '2022-12-30', settled: false },
    });
  });

  it('is enough for a line, and a department that said nothing has said nothing', () => {
    const done = '督2022-A-02-0630';
    const { lines: found, problems } = toldWith([], [{ code: done, signedOn: '2022-06-01', settled: '是' }]);
    expect(problems).toEqual([]);
    expect(found.get(done)).toMatchObject({ signedOn: '2022-06-01', reply: '', closed: null, settled: true });
  });

  it('settles no task: that the two differ is told at the office’s own cell', () => {
    const { problems, states } = toldWith([], [{ code, reply: '已办', settled: '是' }]);
    expect(states['A-01']).toBe('overdue');
    expect(problems.map(({ code: rule, place, reason }) => [rule, place.file, place.cell, reason])).toEqual([
      ['feedback-differs', '督办登记.xlsx', 'E4', `${code}：“销号”填了“是”，任务按“任务进展”是逾期，没有因此记作完成`],
    ]);
  });

  it('counts where its day is another than the department’s, and both are told', () => {
    const { lines: found, problems } = toldWith([whole], [{ code, signedOn: '2022-12-06', rectifyOn: '2022-12-30' }]);
    expect(found.get(code)?.signedOn).toBe('2022-12-06');
    expect(problems.map(({ code: rule, place }) => [rule, place.file, place.cell])).toEqual([
      ['feedback-two-days', '督办登记.xlsx', 'B4'],
    ]);
    expect(problems[0]?.reason).toContain('单位填的是 2022年12月5日，办公室登记的是 2022年12月6日，按办公室登记的');
  });

  it('is told where its day has not come, or lies behind what is called settled', () => {
    const done = '督2022-A-02-0630';
    const { problems } = toldWith([], [{ code: done, signedOn: '2022-12-25', rectifyOn: '2022-12-30', settled: '是' }]);
    expect(problems.map(({ code: rule, place }) => [rule, place.cell])).toEqual([
      ['feedback-day', 'B4'],
      ['feedback-day', 'D4'],
    ]);
    expect(problems[1]?.reason).toContain('“销号”填了“是”');
  });

  it('answers for a department that asks to settle without a word', () => {
    const done = '督2022-A-02-0630';
    expect(toldWith([{ code: done, closed: '是' }], [{ code: done, reply: '来电说已办结' }]).problems).toEqual([]);
  });

  it('speaks of any department’s papers; a code nobody gave is told with the nearest of all', () => {
    const { problems } = toldWith([], [{ code: '督2022-B-01-0631', reply: '已约谈' }]);
    expect(problems.map(({ code: rule, level, expected }) => [rule, level, expected])).toEqual([
      ['feedback-unknown', 'error', '请照督办单、核对单上的“反馈编号”填写，是不是“督2022-B-01-0630”'],
    ]);
  });

  it('of last year stays where it is and says nothing this year', () => {
    const { lines: found, problems } = toldWith([], [{ code: '督2021-A-01-0630', reply: '去年的', settled: '是' }]);
    expect(problems).toEqual([]);
    expect([...found.values()].every(({ entry }) => entry === null)).toBe(true);
  });

  it('opens the earlier periods of a task, as what departments say does', () => {
    const { lines: found } = toldWith([], [{ code: '督2022-C-1-0331', settled: '是' }]);
    expect(found.get('督2022-C-1-0331')).toMatchObject({ due: '2022-03-31', settled: true, doubts: [] });
  });
});

it('what is called settled before its day is judged by the day the report is of, not by today', () => {
  const done = { code: '督2022-A-02-0630', reply: '已改', closed: '是', rectifyOn: '2022-12-10' };
  const { problems } = toldWith([done], [], { ...usual, asOf: '2022-12-01' });
  expect(problems.map(({ code: rule, place }) => [rule, place.cell])).toEqual([['feedback-day', 'D4']]);
});

it('two tasks of one id have no paper, for nobody could say which is meant', () => {
  const both = [...tasks, taskRecord({ id: 'A-01', title: '另一件' })];
  const { lines: found } = toldWith([], [], { ...usual, tasks: both });
  expect([...found.keys()]).not.toContain(code);
});

it('a task that was dropped may be settled', () => {
  const dropped = tasks.map((one) => (one.id === 'A-01' ? { ...one, approved: '取消', basis: '县里撤销' } : one));
  const { problems } = toldWith([{ ...whole, rectifyOn: null, closed: '是' }], [], { ...usual, tasks: dropped });
  expect(problems).toEqual([]);
});

it('of an earlier period nothing is asked once the task has come to the next', () => {
  expect([...toldWith([{ code, signedOn: '2022-12-05' }], []).lines.keys()]).not.toContain('督2022-C-1-0331');
});

it('a department whose workbook did not come has no 核对单 to answer', () => {
  expect([...told().lines.keys()].filter((key) => key.startsWith('核'))).not.toContain('核2022-综治中心');
});

describe('what is told in full', () => {
  const done = '督2022-A-02-0630';
  /** `rule cell reason expected`, and what each is about. */
  const sentences = ({ problems }: Told): readonly string[] =>
    problems.map(({ code: rule, place, reason, expected }) => `${rule} ${place.cell ?? ''} ${reason}。${expected}`);

  it('a day that has not come, and none that is today’s', () => {
    const said = { ...whole, code: done, closed: '是' };
    const told25 = told({ ...said, signedOn: '2022-12-21', rectifyOn: '2022-12-21' });
    expect(sentences(told25)).toEqual([
      `feedback-day B4 ${done}：签收日期 2022年12月21日 还没有到。请核对签收日期`,
      `feedback-day D4 ${done}：“申请销号”填了“是”，整改日期 2022年12月21日 还没有到。请核对整改日期`,
    ]);
    expect(told25.problems.map(({ actual }) => actual)).toEqual([done, done]);
    expect(sentences(told({ ...said, signedOn: '2022-12-20', rectifyOn: '2022-12-20' }))).toEqual([]);
  });

  it('two days of rectification, at the office’s cell, under the code even where only the office gave one', () => {
    const both = toldWith([{ ...whole, signedOn: null }], [{ code, signedOn: '2022-12-06', rectifyOn: '2022-12-31' }]);
    expect(sentences(both)).toEqual([
      `feedback-two-days D4 ${code}：整改日期单位填的是 2022年12月30日，办公室登记的是 2022年12月31日，按办公室登记的。请核对，改正另一处`,
    ]);
    expect(both.lines.get(code)).toMatchObject({ signedOn: '2022-12-06', rectifyOn: '2022-12-31' });
    const noted = toldWith([], [{ code, settled: '是' }]).problems;
    expect(noted.map(({ actual }) => actual)).toEqual([code]);
  });

  it('what is called settled by both, at the cell of each', () => {
    const both = toldWith([{ code, reply: '已改', closed: '是' }], [{ code, settled: '是' }]);
    const reason = '任务按“任务进展”是逾期，没有因此记作完成';
    const remedy = '办结的请在“任务进展”填已完成和完成日期，没有办结的改为“否”';
    expect(sentences(both)).toEqual([
      `feedback-differs E4 ${code}：“申请销号”填了“是”，${reason}。${remedy}`,
      `feedback-differs E4 ${code}：“销号”填了“是”，${reason}。${remedy}`,
    ]);
    expect(both.problems.map(({ place }) => place.file)).toEqual(['司法所.xlsx', '督办登记.xlsx']);
  });

  it('a finished task that is called open, and one that is settled without a word', () => {
    expect(sentences(told({ code: done, closed: '否' }))).toEqual([
      `feedback-differs E4 ${done}：“申请销号”填了“否”，任务在“任务进展”里已完成。请核对哪一处是对的`,
    ]);
    expect(sentences(told({ code: done, closed: '是' }))).toEqual([
      `feedback-unanswered E4 ${done}：“申请销号”填了“是”，没有写反馈情况。请写明怎样办结的`,
    ]);
  });

  it('a day of rectification that is over, with what to do', () => {
    expect(sentences(told({ ...whole, rectifyOn: '2022-12-19' }))).toEqual([
      `feedback-passed D4 ${code}：整改日期 2022年12月19日 已过，任务按“任务进展”仍是逾期。办结的请在“任务进展”填已完成和完成日期，没有办结的另定整改日期`,
    ]);
    expect(sentences(told({ ...whole, code: '督2022-C-1-0331', rectifyOn: '2022-12-19' }))).toEqual([]);
  });

  it('a 核对单 that still asks for something: settled or late it is told, open and in time it is not', () => {
    const check = '核2022-司法所';
    const asks = { ...whole, code, signedOn: '昨天', reply: null, rectifyOn: null };
    const onCheck = (more: Said): readonly string[] =>
      sentences(told(asks, { code: check, reply: '已改', ...more })).filter((one) => one.includes(check));
    const open = told(asks).lines.get(check)?.open ?? 0;
    const remedy = '请按核对单改好填报表';
    expect(open).toBeGreaterThan(0);
    expect(onCheck({ closed: '是' })).toEqual([
      `feedback-differs E5 ${check}：“申请销号”填了“是”，核对后还有${String(open)}处要处理。${remedy}，或者改为“否”`,
    ]);
    expect(onCheck({ closed: '否', rectifyOn: '2022-12-19' })).toEqual([
      `feedback-passed D5 ${check}：整改日期 2022年12月19日 已过，核对后还有${String(open)}处要处理。${remedy}`,
    ]);
    expect(onCheck({ closed: '否', rectifyOn: '2022-12-20' })).toEqual([]);
  });

  it('a code of another, one that nothing resembles, and one in two rows', () => {
    expect(sentences(told({ code: '督2022-B-01-0630', reply: '已改' }))).toEqual([
      'feedback-foreign A4 反馈编号“督2022-B-01-0630”是综治中心的，这一行没有采用。只填发给本单位的督办单、核对单',
    ]);
    expect(sentences(told({ code: '无号', reply: '已改' }))).toEqual([
      'feedback-unknown A4 反馈编号“无号”不是本年度督办单、核对单的编号，这一行没有采用。请照督办单、核对单上的“反馈编号”填写',
    ]);
    expect(sentences(told(whole, whole))).toEqual([
      `feedback-twice A5 反馈编号“${code}”有两行（另见 A4），按这一行。请删去多余的行`,
    ]);
  });
});
