/** A sheet that is there and cannot be read, whole or in rows, is unknown: nobody is said not to have reported. */
import { findingsFromRows } from '../../../../src/core/findings/findings-from-rows';
import { problemText } from '../../../../src/core/base/problem';
import type { Merge } from '../../../../src/core/base/grid';
import { settings } from '../../findings/rows-builder';
import { readOffice } from '../ledger-office';

const header = '任务编号|重点任务|状态|完成率|完成日期|进展情况';
const lines = ['A-01|印发要点|已完成|100%|2023-03-02|已印发', 'A-02|排查|推进中|60%||已排查'];
const sheet = ['司法所任务进展', header, ...lines].join('\n');
const form = '编码|指标名称|单位|填报值\nE1|普法活动场次|场次|5';

/** The tasks' states with the reasons, what is told of them, and why the figure is not there. */
function judged(books: Readonly<Record<string, string>>, merges: readonly Merge[] = []) {
  const now = { ...settings, reportYear: 2023, asOf: '2023-12-31', today: '2024-01-05', cutoff: '2023-12-31' } as const;
  const tasks = [
    'A-01|组织领导|印发要点|司法所|3月底前',
    'A-02|组织领导|排查|司法所|6月底前',
    'A-03|组织领导|汇报|司法所|2024年6月底前',
  ];
  const read = readOffice({ year: 2023, departments: ['司法所'], tasks, merges, books: { '司法所.xlsx': books } });
  const { value } = findingsFromRows(read.value, now, []);
  return {
    tasks: value.tasks.map(({ state, light, why }) => `${state} ${light} ${why}`),
    told: read.problems.filter(({ code }) => code === 'task-unreported').map(problemText),
    figure: value.indicators.find(({ indicator }) => indicator.code === 'E1')?.coverage.missing.map(({ why }) => why),
  };
}

const unknown = (why: string): readonly string[] => [
  ...Array.from({ length: 2 }, () => `unclear yellow 已到期，牵头单位的${why}，完成情况待核实`),
  `running yellow 牵头单位的${why}`,
];
const all: Merge = { startRow: 0, endRow: 4, startColumn: 0, endColumn: 6 };

describe('tasks are unclear where', () => {
  const noHeader = '“任务进展”找不到表头，没有读取';
  it.each([
    ['a merge over the whole sheet hides its header', { 任务进展: '司法所任务进展|||||\n|||||\n|||||\n|||||' }, [all]],
    ['the header was deleted', { 任务进展: lines.join('\n') }, []],
    ['the header is in error', { 任务进展: ['#REF!|#REF!|#REF!|#REF!|#REF!|#REF!', ...lines].join('\n') }, []],
    ['the header is further down than it is looked for', { 任务进展: '\n'.repeat(15) + sheet }, []],
  ])('%s', (_title, books, merges) => {
    const { tasks, told } = judged(books, merges);
    expect(tasks).toEqual(unknown(noHeader));
    expect(told).toEqual([
      '司法所.xlsx：“任务进展”找不到表头，没有读取，报告缺少3项任务的进展（A-01、A-02、A-03），到期的按待核实计。请恢复“任务进展”的表头。',
    ]);
  });

  it('nobody can tell whose the rows are', () => {
    const rows = ['#REF!|#REF!|已完成|100%|2023-03-02|已印发', '|#REF!|推进中|60%||已排查'];
    expect(judged({ 任务进展: [header, ...rows].join('\n') }).tasks).toEqual(
      unknown('“任务进展”有2行看不出写的是哪一项'),
    );
  });

  it('rows are merged into the header', () => {
    const merges = Array.from({ length: 6 }, (_, at) => ({
      startRow: 0,
      endRow: 7,
      startColumn: at,
      endColumn: at + 1,
    }));
    const { tasks } = judged(
      { 任务进展: [header, ...Array.from({ length: 6 }, () => '|||||'), ...lines.slice(0, 1)].join('\n') },
      merges,
    );
    expect(tasks[0]).toMatch(/^done/u);
    expect(tasks.slice(1)).toEqual(unknown('“任务进展”有的行被合并，没有读到').slice(1));
  });

  it('a sheet of another name has no header and none is there by the right one', () => {
    expect(judged({ Sheet7: lines.join('\n') }).tasks).toEqual(unknown('“任务进展”没有找到，“Sheet7”又认不出是什么表'));
  });
});

describe('tasks are unreported where', () => {
  const silent = [...Array.from({ length: 2 }, () => 'unreported yellow 已到期，没有报进展')];
  it.each([
    ['the sheet is empty', { 任务进展: '' }],
    ['all of it was read and nothing is said of them', { 任务进展: `${header}\nA-03|汇报|推进中|60%||` }],
    ['a row of theirs is blank', { 任务进展: `${header}\n|||||` }],
    ['the row that is left is another task', { 任务进展: `${header}\nZ-09|别的事|已完成|100%|2023-03-02|` }],
  ])('%s', (_title, books) => {
    expect(judged(books).tasks.slice(0, 2)).toEqual(silent);
  });
});

describe('a figure', () => {
  it('of a sheet that could not be read was not left blank', () => {
    const asked = (text: string): unknown => judged({ 任务进展: sheet, 指标数据: text }).figure;
    expect(asked(form)).toEqual([]);
    expect(asked('E1|普法活动场次|场次|5\nE2|培训|次|3')).toEqual(['refused']);
    expect(asked('编码|指标名称|单位|填报值\n#REF!|#REF!|场次|5')).toEqual(['refused']);
    expect(asked('编码|指标名称|单位|填报值\nE2|培训场次|场次|5')).toEqual(['blank']);
    expect(asked('编码|指标名称|单位||上年值\nE1|普法活动场次|场次|5|4')).toEqual(['refused']);
    expect(asked('编码|指标名称|单位|上年值\nE1|普法活动场次|场次|4')).toEqual(['refused']);
    expect(asked('编码|指标名称|单位|填报值\nE1|普法活动场次|场次|')).toEqual(['blank']);
  });
});
