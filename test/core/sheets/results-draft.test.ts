import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import type { FeedbackLine } from '../../../src/contract/feedback';
import type { Problem } from '../../../src/core/base/problem';
import { toldAreas } from '../../../src/core/report/told-areas';
import { departmentItems } from '../../../src/core/rows/department-items';
import { resultsDraft } from '../../../src/core/sheets/results-draft';
import { settings } from '../findings/rows-builder';
import { sampleRows } from '../findings/sample';
import { bodyOf, sheetOf } from './draft-grid';

const findings = findingsFromRows(sampleRows, settings, []).value;
const problem: Problem = {
  code: 'deadline-unreadable',
  level: 'error',
  place: { file: '自然资源所.xlsx', sheet: '任务进展', cell: 'F5' },
  actual: '=9月31日',
  reason: '完成日期“9月31日”不存在',
  expected: '请改为如 2022-09-30',
};
const reminder = { level: '红1', department: '司法所', taskId: 'D-01', text: '请书面说明原因。' };
const letter = { department: '自然资源所', count: 1, text: '自然资源所：请更正。\n'.repeat(1000) };
const paper: FeedbackLine = {
  ...{
    code: '督2022-D-01-1130',
    kind: 'order',
    department: '司法所',
    task: 'D-01',
    title: '执法培训',
    due: '2022-11-30',
  },
  ...{
    state: 'overdue',
    open: 0,
    signedOn: null,
    reply: '已约谈',
    rectifyOn: '2022-12-30',
    closed: true,
    settled: false,
  },
  ...{ entry: null, doubts: ['还没有到'] },
};
const input = {
  settings,
  findings,
  areas: toldAreas(findings, sampleRows, settings).value,
  departments: departmentItems([problem], sampleRows),
  letters: [letter],
  reminders: [reminder],
  feedback: [paper],
  publicRows: null,
  publicUnprinted: '',
};
const draft = resultsDraft({ ...input, problems: [problem], reportName: '报告 第1版.docx' });
const rowsOf = (title: string) => bodyOf(sheetOf(draft, title));

describe('the results of the sample', () => {
  it('have a line for each task with its light', () => {
    const rows = rowsOf('任务一览');
    expect(rows).toHaveLength(45);
    const red = rows.filter(([light]) => light === '红').map(([, id]) => id);
    expect(red).toEqual(['C-02', 'C-03', 'D-01', 'D-04', 'E-05']);
  });

  it('say of each paper what department and office said, and leave blank what nobody did', () => {
    const [row = []] = rowsOf('督办台账');
    expect(row.filter((_, at) => at !== 3 && at !== 7)).toEqual([
      ...['督2022-D-01-1130', '司法所', 'D-01 执法培训', '逾期', null, '已约谈', '是', '否', '还没有到'],
    ]);
    expect([row[3], row[7]]).not.toContain(null);
  });

  it('say how late an overdue task is, and of no other', () => {
    const late = rowsOf('任务一览').filter((row) => row[9] !== null);
    expect(late.map((row) => row[7])).toEqual(['逾期', '逾期', '逾期', '逾期', '逾期']);
    expect(late.every((row) => Number(row[9]) >= 0)).toBe(true);
  });

  it('add up for the town, each section and each department', () => {
    const rows = rowsOf('汇总');
    expect(rows[0]).toEqual(['全镇', '全部任务', 45, 33, 5, 5, 0, 0, 1, 1, expect.closeTo(33 / 38)]);
    const sumOf = (group: string): number =>
      rows.filter((row) => row[0] === group).reduce((sum, row) => sum + Number(row[2]), 0);
    expect([sumOf('章节'), sumOf('单位')]).toEqual([45, 45]);
  });

  it('name four weaknesses and three hints', () => {
    expect(rowsOf('薄弱环节').map(([area, verdict]) => [area, verdict])).toEqual([
      ['法治意识', '薄弱'],
      ['编制经费', '薄弱'],
      ['队伍素质', '薄弱'],
      ['普法', '薄弱'],
      ['组织领导', '提示'],
      ['执法', '提示'],
      ['社会治理', '提示'],
    ]);
  });

  it('hold each indicator against its threshold', () => {
    const line = rowsOf('指标一览').find(([code]) => code === 'D2');
    expect(line?.slice(0, 10)).toEqual([
      ...['D2', '执法人员持证率', '79.2%', 0.7917, null, null],
      ...['不低于100%', '法定', '不达标', '法治意识'],
    ]);
  });

  it('tell a weakness in the words of the report, with what its standards rest on', () => {
    const [, , figures, standing, , problem, cause, action] =
      rowsOf('薄弱环节').find(([area]) => area === '编制经费') ?? [];
    expect(figures).toBe('空编率 27.3%；执法经费到位率 63.9%');
    expect(standing).toContain('空编率不高于15%（内部）');
    expect(problem).toBe('执法编制空缺较多；执法经费拨付不到位');
    expect(cause).toContain('经费拨付');
    expect(action).toContain('财政所牵头，');
  });

  it('hold the reminders as they were handed in', () => {
    expect(rowsOf('催办清单')).toEqual([['红1', '司法所', 'D-01', '请书面说明原因。']]);
  });

  it('hold the letters in rows a workbook can have', () => {
    expect(rowsOf('核对通知')[0]?.slice(0, 2)).toEqual(['自然资源所', 1]);
    // Excel's largest row: 409 points, 545 pixels.
    expect(Math.max(...Object.values(sheetOf(draft, '核对通知').heights))).toBeLessThanOrEqual(545);
  });

  it('cut no letter: what no row is high enough for goes on in the next', () => {
    const text = Array.from({ length: 90 }, (_, index) => `${String(index + 1)}．请更正`).join('\n');
    const long = sheetOf(
      resultsDraft({ ...input, problems: [], letters: [{ ...letter, text }], reportName: null }),
      '核对通知',
    );
    const rows = bodyOf(long);
    expect(rows.map(([department]) => department)).toEqual([
      '自然资源所',
      ...Array.from({ length: rows.length - 1 }, () => '自然资源所（续）'),
    ]);
    expect(rows.map(([, , part]) => part).join('\n')).toBe(text);
    expect(Math.max(...Object.values(long.heights))).toBeLessThan(540);
  });

  it('list each problem with the cell to go to', () => {
    expect(rowsOf('核对')).toEqual([
      [
        ...['错误', '自然资源所.xlsx', '任务进展', 'F5', '=9月31日'],
        ...['完成日期“9月31日”不存在', '请改为如 2022-09-30', '日期和时限'],
      ],
    ]);
  });

  it('list what several departments share once, with all of them', () => {
    const files = ['自然资源所.xlsx', '司法所.xlsx', '财政所.xlsx'];
    const problems = files.map((file) => ({ ...problem, place: { ...problem.place, file } }));
    const other = { ...problem, place: { ...problem.place, file: '党政办.xlsx', cell: 'F6' } };
    const shared = resultsDraft({ ...input, problems: [...problems, other], reportName: null });
    expect(bodyOf(sheetOf(shared, '核对')).map(([, file, , cell]) => [file, cell])).toEqual([
      [files.join('、'), 'F5'],
      ['党政办.xlsx', 'F6'],
    ]);
  });

  it('say so when there is no problem', () => {
    const clean = resultsDraft({ ...input, departments: [], problems: [], reportName: null });
    expect(sheetOf(clean, '核对').rows[1]?.[0]?.value).toBe('没有发现问题。');
  });

  it('put errors above doubts and doubts above notes', () => {
    const mixed = (['note', 'error', 'doubt', 'error'] as const).map((level, index) => ({
      ...problem,
      level,
      place: { ...problem.place, cell: `F${String(index)}` },
    }));
    const sorted = resultsDraft({ ...input, problems: mixed, reportName: null });
    expect(bodyOf(sheetOf(sorted, '核对')).map(([level]) => level)).toEqual(['错误', '错误', '请核实', '提示']);
  });

  it('give each department its own list, and the hub’s problems to none', () => {
    const mine = (file: string, level: Problem['level'], sheet?: string): Problem => {
      const place = sheet === undefined ? { file } : { file, sheet, cell: 'D4' };
      return { ...problem, level, place };
    };
    const problems = [
      mine('司法所.xlsx', 'note', '指标数据'),
      mine('总表.xlsx', 'error', '任务'),
      mine('自然资源所.xlsx', 'doubt'),
      mine('司法所.xlsx', 'error', '任务进展'),
    ];
    const departments = departmentItems(problems, sampleRows);
    const rows = bodyOf(sheetOf(resultsDraft({ ...input, departments, problems, reportName: null }), '分单位核对'));
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['自然资源所', 1, '请核实', '整本'],
      ['司法所', 1, '错误', '任务进展!D4'],
      ['司法所', 2, '提示', '指标数据!D4'],
    ]);
  });

  it('tell the run in one line', () => {
    expect(rowsOf('运行记录')).toEqual([
      [
        '成文',
        44926,
        '任务 45 项：已完成 33、推进中 5、逾期 5、未报 0、待核实 0、暂缓 1、取消 1；薄弱环节 4 类（法治意识、编制经费、队伍素质、普法）；问题 1 条',
        '报告 第1版.docx',
      ],
    ]);
  });

  it('can be changed by nobody but the program', () => {
    expect(draft.sheets.filter(({ protection: { kind }, newRows }) => kind === 'only' || newRows.length > 0)).toEqual(
      [],
    );
    expect(draft.sheets.flatMap(({ protection }) => (protection.kind === 'all-but' ? protection.open : []))).toEqual(
      [],
    );
  });
});
