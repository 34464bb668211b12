/** 任务进展 of one workbook: which line is of which task, which count, and what is told of the others. */
import { problemText } from '../../../src/core/base/problem';
import type { Grid } from '../../../src/core/base/grid';
import { progressList } from '../../../src/core/rows/progress-list';
import type { Task } from '../../../src/core/rows/rows';
import { leftWord } from '../../../src/core/tables/rules/rule';
import { progressTable } from '../../edition';
import { deadline, department, task } from '../findings/rows-builder';
import { gridOf, type CellInput } from '../grid-builder';
import { settingsOf, tableGrid } from '../office-builder';

const unit = department('司法所');
const settings = settingsOf();
const file = '司法所.xlsx';
const tasks = [
  task('A-01', { title: '印发年度工作要点', deadline: deadline('2022-06-30') }),
  task('A-02', { title: '排查矛盾纠纷', deadline: deadline('2022-12-31') }),
  task('B-01', { title: '开展宪法宣传', lead: '综治中心' }),
];

function read(grids: readonly Grid[], told: readonly Task[] = [], isWhole = false) {
  const beside = new Map([[unit.name, new Set(told)]]);
  const { value, problems, unused, matches } = progressList({ department: unit, file, grids }, tasks, settings, beside);
  return {
    lines: value.map(({ taskId, status, percent, doneOn, text }) =>
      [taskId, status.value ?? '-', percent.value?.value ?? '-', doneOn.value ?? '-', text].join(' ').trim(),
    ),
    told: problems
      .filter(({ code }) => isWhole || code !== 'task-unreported')
      .map((one) => `${one.level} ${one.code} ${problemText(one).replace(`${file} `, '').replace(/。$/u, '')}`),
    missed: problems.flatMap(({ code, reason }) => (code === 'task-unreported' ? [reason] : [])),
    unused: unused?.why ?? null,
    matches: matches.map(({ takenAs, by }) => `${takenAs} ${by}`),
  };
}
const form = (...records: readonly Readonly<Record<string, CellInput>>[]): Grid =>
  tableGrid(progressTable, records, { workbook: file });
/** A table of the department's own. */
const own = (...rows: readonly string[]): Grid =>
  gridOf(
    rows.map((row) => row.split('|')),
    { workbook: file, sheet: progressTable.title },
  );

it('a line is of the task whose number it bears, and each task without one is missed', () => {
  const found = read([form({ taskId: 'A-01', status: '推进中', percent: '60%', text: '已起草' })]);
  expect(found).toMatchObject({ lines: ['A-01 in-progress 60 - 已起草'], told: [], unused: null });
  expect(found.missed).toEqual(['牵头任务 A-02 排查矛盾纠纷没有进展，到期的按未报计']);
});

it('two lines of one task count once where they say the same, and say nothing where they differ', () => {
  const two = (one: Readonly<Record<string, CellInput>>, other: Readonly<Record<string, CellInput>>) => {
    const { lines, told } = read([form({ taskId: 'A-01', ...one }, { taskId: 'A-01', ...other })]);
    return [lines, told.map((text) => text.split(' ', 1)[0])];
  };
  const run = { status: '推进中', percent: '60%' };
  expect(two(run, { ...run, text: '二' })).toEqual([['A-01 in-progress 60 -'], ['doubt']]);
  expect(two(run, { ...run, percent: '70%' })).toEqual([['A-01 - - -'], ['error']]);
  expect(two(run, { ...run, status: '未启动' })).toEqual([['A-01 - - -'], ['error']]);
  const done = { status: '已完成', doneOn: '2022-05-01' };
  expect(two(done, { ...done, doneOn: '2022-05-02' })).toEqual([['A-01 - - -'], ['error']]);
  expect(two({ ...run, doneThrough: 1 }, { ...run, doneThrough: 2 })[0]).toEqual(['A-01 - - -']);
  // One that says nothing usable contradicts nobody, wherever it stands.
  expect(two({ status: '差不多' }, run)[0]).toEqual(['A-01 in-progress 60 -']);
  expect(two({ text: '一' }, run)[0]).toEqual(['A-01 in-progress 60 -']);
});

describe('a line that says nothing', () => {
  it('is a line, where nobody else tells its task', () => {
    expect(read([form({ taskId: 'A-01' }, { taskId: 'A-02', status: '推进中' })])).toMatchObject({
      lines: ['A-02 in-progress - -', 'A-01 - - -'],
      missed: [],
    });
  });

  it('is none, where the town’s table or another line tells its task', () => {
    const lines = form({ taskId: 'A-01' }, { taskId: 'A-02', status: '推进中' });
    expect(read([lines], [tasks[0]!]).lines).toEqual(['A-02 in-progress - -']);
    expect(read([form({ taskId: 'A-01' }, { taskId: 'A-01', text: '已起草' })]).lines).toEqual(['A-01 - - - 已起草']);
  });
});

it('nobody misses the sheet or a line where the town’s table tells all tasks of the department', () => {
  expect(read([], [tasks[0]!, tasks[1]!], true).told).toEqual([]);
  expect(read([], [tasks[0]!], true).told.map((one) => one.split(' ', 2)[1])).toEqual([
    'sheet-missing',
    'task-unreported',
  ]);
});

describe('a table without numbers', () => {
  it('tells its tasks by their titles, and what it cannot tell is told with the row', () => {
    const found = read([own('工作任务|进展情况|状态', '印发年度工作要点|已起草|推进中', '完全不相干的事|无|推进中')]);
    expect(found).toMatchObject({ lines: ['A-01 in-progress - - 已起草'], matches: ['A-01 name'] });
    expect(found.told).toEqual([
      'error task-unmatched 任务进展!A3：“完全不相干的事”没有任务编号，按标题也对不上总表的任务，这一行没有采用。请填写任务编号；是新任务的，请先写进总表的“任务”',
    ]);
  });

  it('has rows that name no task at all, which are told together', () => {
    const found = read([
      own('工作任务|进展情况|状态', '印发年度工作要点|已起草|推进中', '|补充|推进中', '|又补充|未启动'),
    ]);
    expect(found.lines).toEqual(['A-01 in-progress - - 已起草']);
    expect(found.told).toContainEqual(
      expect.stringMatching(/^error task-unnamed 任务进展!\S+：有2行看不出是哪项任务，没有采用。请填任务编号$/u),
    );
    expect(found.unused).toBe('“任务进展”有2行看不出写的是哪一项');
  });

  it('and without a column for days is asked once whether what is done was in time', () => {
    const found = read([own('工作任务|状态', '印发年度工作要点|已完成', '排查矛盾纠纷|已完成')]);
    expect(found.lines).toEqual(['A-01 done - -', 'A-02 done - -']);
    expect(found.told).toEqual([
      'doubt column-missing 任务进展：表头中没有“完成日期”列，2项已完成的任务（A-01、A-02）不知道是否按时，都按已完成计。请补上这一列，已完成的填写日期；表头可用：完成日期、办结日期',
    ]);
  });

  it('and without a column for the status tells by its days what is done', () => {
    const found = read([own('工作任务|完成日期', '印发年度工作要点|2022-06-01', '排查矛盾纠纷|')]);
    expect(found.lines).toEqual(['A-01 done - 2022-06-01', 'A-02 - - -']);
    expect(found.told.map((one) => one.split(' ', 2).join(' '))).toContain('doubt done-by-day');
  });
});

it('a form without a column for days believes nothing that is called done', () => {
  const found = read([own('任务编号|工作任务|状态', 'A-01|印发年度工作要点|已完成', 'A-02|排查矛盾纠纷|推进中')]);
  expect(found.lines).toEqual(['A-02 in-progress - -', 'A-01 - - -']);
  expect(found.told).toEqual([
    'error column-missing 任务进展：表头中没有“完成日期”列，1项已完成的任务（A-01）不知道是否按时，它们的状态没有采用。请补上这一列，已完成的填写日期；表头可用：完成日期、办结日期',
  ]);
});

it('who did it may stand beside the status: the department by any of its names, and whoever a task names', () => {
  const unitCalled = department('司法所', { aliases: ['法治办'] });
  const led = [task('A-01', { lead: '综治中心', partners: ['派出所'] })];
  const said = (who: string) => {
    const grids = [form({ taskId: 'A-01', status: `已完成（${who}）`, doneOn: '2022-05-01' })];
    const { value } = progressList({ department: unitCalled, file, grids }, led, settings, new Map());
    return value[0]?.status.value;
  };
  expect(['司法所', '法治办', '综治中心', '派出所', '财政所'].map(said)).toEqual([
    'done',
    'done',
    'done',
    'done',
    null,
  ]);
});

it('a row without number and title is asked for its number, and what two rows of one title say is told by these', () => {
  const blank = read([form({ status: '推进中' })]).told.map((one) => one.split('：')[0]);
  expect(blank).toContain('error required-blank 任务进展!A4');
  const twice = read([own('工作任务|状态', '印发年度工作要点|推进中', '印发年度工作要点|未启动')]);
  expect(twice.lines).toEqual(['A-01 - - -']);
  expect(twice.told).toEqual([
    'error key-twice 任务进展!A2：任务编号“A-01”重复，另见 司法所.xlsx 任务进展!A3，各行不一致，都没有采用。请改成互不相同的编号，或删去多余的行',
  ]);
});

it.each(['status', 'percent', 'doneOn', 'doneThrough'])(
  'a row that only says %s says of an unknown task how it stands',
  (field) => {
    expect(read([form({ [field]: '若干', text: '已起草', next: '继续' })]).unused).toBe(
      '“任务进展”有1行看不出写的是哪一项',
    );
    expect(read([form({ text: '已起草', next: '继续' })]).unused).toBeNull();
  },
);

it('of a task on an unknown number nothing is unknown but that', () => {
  const found = read([form({ taskId: 'Q-77', status: '推进中' })]);
  expect(found).toMatchObject({ lines: [], unused: null });
  expect(found.told.map((one) => one.split('：')[0])).toEqual(['error task-unknown 任务进展!A4']);
});

describe('a row of which a person has said what it is', () => {
  const ruled = (word: string, ...rows: readonly string[]): Grid => ({
    ...own(...rows),
    rules: { isLeft: false, headerRow: null, rows: new Map([['修路', word]]), statuses: new Map() },
  });
  const header = '任务编号|工作任务|状态';

  it('is of that task, and is not asked for its number', () => {
    expect(read([ruled('A-01', header, '|修路|推进中', 'A-02|排查|推进中')])).toMatchObject({
      lines: ['A-01 in-progress - -', 'A-02 in-progress - -'],
      told: [],
    });
    expect(read([ruled('A-01', header, '修路|印发|推进中')])).toMatchObject({
      lines: ['A-01 in-progress - -'],
      told: [],
    });
  });

  it('or is left, which is told', () => {
    const found = read([ruled(leftWord, header, '|修路|推进中', 'A-02|排查|推进中')]);
    expect(found).toMatchObject({ lines: ['A-02 in-progress - -'], unused: null });
    expect(found.told).toEqual(['note row-left 任务进展!B2：有1行按确认的读法不读取。要读取的，请在“接入台账”里改']);
  });
});

it('a number that could not be read leaves open of which task its row speaks', () => {
  const failed = { kind: 'error', value: '#N/A', shown: '#N/A' } as const;
  expect(read([form({ taskId: failed, status: '推进中' })]).unused).toBe('“任务进展”有1行看不出写的是哪一项');
  expect(read([form({ taskId: 'A-01', status: '推进中' }, { taskId: failed, text: '' })]).unused).toBeNull();
});
