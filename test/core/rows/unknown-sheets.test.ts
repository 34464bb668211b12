/** Sheets that nobody reads: whether they matter. */
import { rowsFromGrids } from '../../../src/core/rows/rows-from-grids';
import { unknownSheets } from '../../../src/core/rows/unknown-sheets';
import { problemText } from '../../../src/core/base/problem';
import type { Grid } from '../../../src/core/base/grid';
import { progressTable, ruleOfLaw, tasksTable } from '../../edition';
import { gridOf } from '../grid-builder';
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { settings } from '../findings/rows-builder';
import { progressOf, readOffice } from './ledger-office';
import { hubGrids, settingsOf, tableGrid, taskRecord } from '../office-builder';

const { declared } = ruleOfLaw;

function strange(workbook: string): Grid {
  return gridOf([['车牌'], ['鲁A']], { workbook, sheet: '车辆' });
}

function says(grids: readonly Grid[], sheets: readonly (typeof progressTable)[]): readonly string[] {
  return unknownSheets(grids, sheets, declared).map((problem) => `${problem.level} ${problemText(problem)}`);
}

it('one beside all that is read is a note: it has nothing to do with the matter', () => {
  const sheets = [tableGrid(progressTable, [], { workbook: '司法所.xlsx' }), strange('司法所.xlsx')];
  expect(says(sheets, [progressTable])).toEqual([
    'note 司法所.xlsx 车辆：不认识工作表“车辆”，没有读取。与填报无关的不用管。',
  ]);
});

it('one beside which another is missing may be that one, and is asked about by its name', () => {
  expect(says([strange('司法所.xlsx')], [progressTable])).toEqual([
    expect.stringMatching(/^doubt 司法所\.xlsx 车辆：不认识工作表“车辆”，没有读取。如果它就是“任务进展”，请改回原名/u),
  ]);
});

describe('one that is like a sheet that is read', () => {
  const head = '任务编号|重点任务|完成时限|状态|完成率|完成日期|进展情况';
  const [first, second] = ['A-01|组织学习|3月底前|推进中|50%||已学2次', 'A-02|召开例会|6月底前|推进中|60%||已开2次'];
  const tasks = ['A-01|组织领导|组织学习|司法所|3月底前', 'A-02|组织领导|召开例会|司法所|6月底前'];
  const office = (books: Readonly<Record<string, string>>) =>
    readOffice({ year: 2023, departments: ['司法所'], tasks, books: { '司法所.xlsx': books } });
  const told = (read: ReturnType<typeof office>): readonly string[] =>
    read.problems
      .filter(({ code }) =>
        ['sheet-unknown', 'sheet-beside', 'sheet-twice', 'sheet-copy', 'cell-unread'].includes(code),
      )
      .map((problem) => `${problem.level} ${problemText(problem)}`);
  const own = [head, first, second].join('\n');
  const later = [head, 'A-01|组织学习|3月底前|已完成|100%|2023-12-20|已学4次', second].join('\n');

  it.each(['任务进展（12月）', '任务进展-旧', '12月任务进展', '任务进展1'])(
    'is told as that, with what stands there and what to do: %s',
    (name) => {
      const read = office({ 任务进展: own, [name]: later });
      expect(progressOf(read)).toEqual(['司法所 A-01 in-progress 50% 已学2次', '司法所 A-02 in-progress 60% 已开2次']);
      expect(told(read)).toEqual([
        `error 司法所.xlsx ${name}：采用的是“任务进展”，“${name}”看来是同一种表，没有读取：那里有2行，1行与采用的不一样。以“${name}”为准的，请删去“任务进展”，再把它改名为“任务进展”；两张都要的，请并成一张；不要的请删去。`,
      ]);
    },
  );

  it('is a note where it tells nothing else', () => {
    expect(told(office({ 任务进展: own, 任务进展底稿: `司法所任务进展\n${own}` }))).toEqual([
      'note 司法所.xlsx 任务进展底稿：采用的是“任务进展”，“任务进展底稿”看来是同一种表，没有读取：那里有2行，都与采用的一样。请删去“任务进展底稿”，免得以后改错。',
    ]);
    const blank = [head, 'A-01|组织学习|3月底前||||', 'A-02|召开例会|6月底前||||'].join('\n');
    expect(told(office({ 任务进展: own, 任务进展空表: blank }))).toEqual([
      expect.stringMatching(/^note .*有2行，都与采用的一样/u),
    ]);
  });

  it('of any name is told where its header is that of the one that is read, and of another header where its name holds the title', () => {
    const short = '任务编号|重点任务|状态|完成日期\nA-01|组织学习|已完成|2023-12-20';
    expect(told(office({ 任务进展: own, '12月': later }))).toEqual([
      expect.stringMatching(/^error .*“12月”看来是同一种表/u),
    ]);
    expect(told(office({ 任务进展: own, 任务进展补充: short }))).toEqual([
      expect.stringMatching(/^error .*“任务进展补充”看来是同一种表，没有读取：那里有1行，1行与/u),
    ]);
    expect(told(office({ 任务进展: own, 通知: short }))).toEqual([
      expect.stringMatching(/^doubt .*不认识工作表“通知”/u),
    ]);
  });

  it('is told as the kind it names most of, where it is like two', () => {
    const both = [
      '任务编号|状态|完成日期|指标编码|指标名称|单位|填报值|上年值',
      'A-01|已完成|2023-12-20|E1|普法活动场次|场次|9|3',
    ].join('\n');
    const figures = '指标编码|指标名称|单位|填报值\nE1|普法活动场次|场次|5';
    const short = '任务编号|状态|完成日期\nA-01|推进中|';
    expect(told(office({ 任务进展: short, 指标数据: figures, '12月': both }))).toEqual([
      expect.stringMatching(/^error 司法所\.xlsx 12月：采用的是“指标数据”，“12月”看来是同一种表/u),
    ]);
  });

  it('beside two of which none is read is told as one more', () => {
    expect(told(office({ 任务进展: own, '任务进展 (2)': later, 任务进展三: own }))).toEqual([
      expect.stringMatching(/^error .*都没有采用/u),
      'error 司法所.xlsx 任务进展三：“任务进展三”看来也是“任务进展”，没有读取：那里有2行。请只留一张，并命名为“任务进展”。',
    ]);
  });

  it('by a mark of a copy is told with how they differ, and none is read', () => {
    const read = office({ 任务进展: own, '任务进展 (2)': later });
    expect(progressOf(read)).toEqual([]);
    expect(told(read)).toEqual([
      'error 司法所.xlsx 任务进展：工作表“任务进展”（2行）和“任务进展 (2)”（2行）都像是“任务进展”，分不清用哪一张，都没有采用。请核对不一样的地方，只留一张，并命名为“任务进展”。',
    ]);
    const lost = read.problems.filter(({ code }) => code === 'task-unreported').map(problemText);
    expect(lost).toEqual([
      '司法所.xlsx：“任务进展”不止一张，没有采用，报告缺少2项任务的进展（A-01、A-02），到期的按待核实计。请只留一张“任务进展”。',
    ]);
  });

  it('by a mark of a copy is not taken for nothing reported: what it says of tasks and figures is unclear', () => {
    const form = '编码|指标名称|单位|填报值\nE1|普法活动场次|场次|5';
    const now = {
      ...settings,
      reportYear: 2023,
      asOf: '2023-12-31',
      today: '2024-01-05',
      cutoff: '2023-12-31',
    } as const;
    const judged = (books: Readonly<Record<string, string>>) => {
      const more = [...tasks, 'A-03|组织领导|合同审查|司法所|长期坚持'];
      const read = readOffice({ year: 2023, departments: ['司法所'], tasks: more, books: { '司法所.xlsx': books } });
      const { value } = findingsFromRows(read.value, now, []);
      const ofFigure = value.indicators.find(({ indicator }) => indicator.code === 'E1')?.coverage.missing;
      return [value.tasks.map(({ state, why }) => `${state} ${why}`), ofFigure?.map(({ why }) => why)];
    };
    const twice = '已到期，牵头单位的“任务进展”不止一张，没有采用，完成情况待核实';
    expect(judged({ 任务进展: own, '任务进展 (2)': later, 指标数据: form, '指标数据 (2)': form })).toEqual([
      [`unclear ${twice}`, `unclear ${twice}`, 'running 长期任务，牵头单位的“任务进展”不止一张，没有采用'],
      ['refused'],
    ]);
    expect(judged({ 指标数据: form })).toEqual([
      [...Array.from({ length: 2 }, () => 'unreported 已到期，没有报进展'), 'running 长期任务，未报进展'],
      [],
    ]);
  });

  it('by a mark of a copy, and the same, may be deleted without a look', () => {
    const read = office({ 任务进展: own, '任务进展 (2)': own });
    expect(told(read)).toEqual([
      'error 司法所.xlsx 任务进展：工作表“任务进展”（2行）和“任务进展 (2)”（2行）都像是“任务进展”，内容一样，都没有采用。请只留一张，并命名为“任务进展”。',
    ]);
  });
});

it('an empty one is no matter', () => {
  const empty = gridOf([[null, '']], { workbook: '司法所.xlsx', sheet: 'Sheet3' });
  expect(says([empty], [progressTable])).toEqual([]);
});

it.each([
  ['of the hub', strange('总表.xlsx'), []],
  ['of a department', strange('司法所.xlsx'), [strange('司法所.xlsx')]],
])('one %s is told with the office’s problems', (_, { workbook }, own) => {
  const hub = [...hubGrids([taskRecord({})]), ...(own.length === 0 ? [strange('总表.xlsx')] : [])];
  const departments = own.length === 0 ? [] : [{ file: '司法所.xlsx', grids: own }];
  const { problems } = rowsFromGrids({ hub, departments }, settingsOf());
  const told = problems.filter(({ code }) => code === 'sheet-unknown').map(({ place }) => [place.file, place.sheet]);
  expect(told).toEqual([[workbook, '车辆']]);
  expect(problems.filter(({ place }) => place.sheet === tasksTable.title)).toEqual([]);
});
