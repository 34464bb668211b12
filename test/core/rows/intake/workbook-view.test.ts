/** A department's workbook as people confirm it: what each sheet, column, row and cell was taken for. */
import type { Grid } from '../../../../src/core/base/grid';
import { inMapping } from '../../../../src/core/base/mapping';
import type { Problem } from '../../../../src/core/base/problem';
import { workbookView, type ReadBook } from '../../../../src/core/rows/intake/workbook-view';
import { casesTable, figuresTable, ruleOfLaw } from '../../../edition';
import { figure, progress } from '../../findings/rows-builder';
import { gridOf, type CellInput } from '../../grid-builder';

const file = '司法所.xlsx';
const codeHeader = figuresTable.columns.code.header;
const grid = (sheet: string, rows: readonly (readonly CellInput[])[], more: Partial<Grid> = {}): Grid =>
  gridOf(rows, { workbook: file, sheet, ...more });

const progressGrid = grid('任务进展', [
  ['任务进展'],
  ['编号', '任务名称', '状态', '完成日期'],
  ['A-01', '宣传', '已完成', '2022-06-20'],
  ['', '排查', '差不多', null],
]);

function view(grids: readonly Grid[], more: Partial<ReadBook> = {}) {
  const book = { file, grids, rows: { progress: [], figures: [] }, taken: [], problems: [], ...more };
  return workbookView(book, ruleOfLaw);
}

const problem = (cell: string, level: Problem['level'], reason: string, code = 'x', sheet = '任务进展'): Problem => ({
  ...{ code, level, place: { file, sheet, cell }, actual: '', reason, expected: '请核对' },
});

it('a sheet with its name is what it says; columns are named by their declared headers, rows by what they speak of', () => {
  const own = { ...progress('A-01'), place: { file, sheet: '任务进展', cell: 'A3' } };
  const [sheet] = view([progressGrid], { rows: { progress: [own], figures: [] } });
  expect(sheet).toMatchObject({
    sheet: '任务进展',
    as: '任务进展',
    by: 'name',
    headerRow: 2,
    rowsAre: 'tasks',
    more: 0,
  });
  expect(sheet?.columns.map(({ letter, header, as }) => `${letter} ${header} ${String(as)}`)).toEqual([
    'A 编号 任务编号',
    'B 任务名称 重点任务',
    'C 状态 状态',
    'D 完成日期 完成日期',
  ]);
  expect(sheet?.rows.map(({ row, name, code }) => `${String(row)} ${name} ${String(code)}`)).toEqual([
    '1  null',
    '2  null',
    '3 宣传 A-01',
    '4 排查 null',
  ]);
});

it('each sheet is what it says itself, whatever stands before it', () => {
  const figures = grid('指标数据', [
    [codeHeader, '填报值'],
    ['E1', 12],
  ]);
  const other = grid('通讯录', [
    ['姓名', '爱好'],
    ['某人', '钓鱼'],
  ]);
  expect(view([progressGrid, figures, other]).map(({ sheet, as }) => [sheet, as])).toEqual([
    ['任务进展', '任务进展'],
    ['指标数据', '指标数据'],
    ['通讯录', null],
  ]);
});

it('beside columns that are known one that nobody knows is shown as such, unless nothing stands in it', () => {
  const rows = [
    ['任务编号', '状态', '杂项', '空栏'],
    ['A-01', '已完成', '甲', null],
  ];
  const [sheet] = view([grid('任务进展', rows)]);
  expect(sheet?.columns.map(({ header, as }) => `${header} ${String(as)}`)).toEqual([
    '任务编号 任务编号',
    '状态 状态',
    '杂项 null',
  ]);
});

it('rows of figures are called by the name of the figure, and by its code where there is no name', () => {
  const figures = grid('指标数据', [
    [codeHeader, '指标名称', '填报值'],
    ['E1', '普法活动场次', 12],
    ['E2', '', 300],
  ]);
  const given = ['E1', 'E2'].map((code, index) => {
    const read = figure(code, 12);
    const place = { file, sheet: '指标数据', cell: `C${String(index + 2)}` };
    return { ...read, quantity: { ...read.quantity, place } };
  });
  const [sheet] = view([figures], { rows: { progress: [], figures: given } });
  expect(sheet?.rowsAre).toBe('indicators');
  expect(sheet?.rows.map(({ name, code }) => `${name} ${String(code)}`)).toEqual([' null', '普法活动场次 E1', 'E2 E2']);
});

it('a row is called by the figure in it that is not matched yet, and others are not', () => {
  const figures = grid('指标数据', [
    [codeHeader, '指标名称', '填报值'],
    ['', '宣传', 12],
    ['', '培训', 3],
  ]);
  const open = { ...problem('B2', 'doubt', '不认识', 'figure-unmatched', '指标数据'), actual: '宣传次数' };
  const [sheet] = view([figures], { problems: [open] });
  expect(sheet?.rows.map(({ name }) => name)).toEqual(['', '宣传次数', '培训']);
});

it('each cell says what became of it and the heaviest thing that is wrong with it', () => {
  const taken = [{ grid: progressGrid, role: 'used' as const, rows: [2], columns: null }];
  const problems = [
    problem('C4', 'note', '一'),
    problem('C4', 'error', '二', 'status-unknown'),
    problem('C4', 'doubt', '三'),
    problem('C4', 'error', '四'),
    problem('B4', 'error', '别处', 'x', '指标数据'),
    problem('B4', 'doubt', '五', 'status-unknown'),
  ];
  const [sheet] = view([progressGrid], { taken, problems });
  const [, , , row] = sheet?.rows ?? [];
  expect(row?.cells.map(({ text, end, why, words }) => `${text} ${end} ${why} ${String(words.length > 0)}`)).toEqual([
    ' blank  false',
    '排查 listed 五。请核对 false',
    '差不多 listed 二。请核对 true',
    ' blank  false',
  ]);
  expect(sheet?.rows[2]?.cells.map(({ end }) => end)).toEqual(['used', 'used', 'used', 'used']);
  expect(sheet?.counts).toEqual({ filled: 11, used: 4, listed: 2, unread: 5 });
});

it('a word that is no choice of its column is offered the choices of the column, and no other cell is', () => {
  const cases = grid(casesTable.title, [
    ['案件类别', '适用程序', '处罚日期'],
    ['罚款', '快速', '2022-03-04'],
  ]);
  const choices = casesTable.columns.procedure?.choices ?? [];
  const expected = `请从下列各项中选填：${choices.join('、')}`;
  const strange = problem('B2', 'error', '不是可选的内容', 'choice-unknown', casesTable.title);
  const [sheet] = view([cases], { problems: [{ ...strange, expected }] });
  expect(sheet?.rows[1]?.cells.map(({ words }) => words)).toEqual([[], choices, []]);
  expect(choices).toContain('简易');
});

it('a sheet that nobody knows shows its likeliest header: the first row of several texts with something below it', () => {
  const strange = grid('杂项', [['杂项'], ['甲', 3], ['甲', '乙', ''], [1, 2], ['丙', '丁']]);
  const [sheet] = view([strange]);
  expect(sheet).toMatchObject({ as: null, by: null, likely: null, headerRow: 3, rowsAre: null });
  expect(sheet?.columns.map(({ letter, header, as, by }) => [letter, header, as, by])).toEqual([
    ['A', '甲', null, null],
    ['B', '乙', null, null],
  ]);
  expect(view([grid('杂项', [['甲', '乙']])])[0]).toMatchObject({ headerRow: null, columns: [] });
});

it('a row that was said to hold the header is it, and a sheet that is not to be read says so', () => {
  const rows = [
    ['甲', '乙'],
    ['丙', '丁'],
    [1, 2],
  ];
  const said = { headerRow: 1, isLeft: true } as unknown as NonNullable<Grid['rules']>;
  expect(view([grid('杂项', rows, { rules: said })])[0]).toMatchObject({ as: '不读取', by: 'mapping', headerRow: 2 });
});

it('sheets in which nothing stands are none; of the others forty are shown, and of each forty columns', () => {
  const wide = Array.from({ length: 45 }, (_, at) => `栏${String(at)}`);
  const blank = grid('空', [['', ' ', null]]);
  const many = Array.from({ length: 42 }, (_, at) => grid(`杂${String(at)}`, [wide, wide]));
  const shown = view([blank, ...many]);
  expect([shown.length, shown[0]?.sheet, shown[39]?.sheet]).toEqual([40, '杂0', '杂39']);
  expect([shown[0]?.columns.length, shown[0]?.rows[0]?.cells.length]).toEqual([40, 40]);
  expect(shown[0]?.counts.filled).toBe(90);
});

it('a long text is cut where it is shown', () => {
  const [sheet] = view([
    grid('杂项', [
      ['长'.repeat(100), '乙'],
      [1, 2],
    ]),
  ]);
  expect(sheet?.rows[0]?.cells[0]?.text.length).toBeLessThanOrEqual(61);
  expect(sheet?.columns[0]?.header.length).toBeLessThanOrEqual(61);
});

it('what can be chosen on the page is not told as a line to write into the hub', () => {
  const told = { ...problem('B4', 'note', '不认识“杂项”列'), expected: inMapping('任务进展：杂项＝状态') };
  const [sheet] = view([progressGrid], { problems: [told, problem('C4', 'error', '不是状态')] });
  expect(sheet?.rows[3]?.cells.map(({ why }) => why)).toEqual(['', '不认识“杂项”列', '不是状态。请核对', '']);
});

it('nobody is asked what a column of row numbers or of persons is', () => {
  const rows = [
    ['序号', '任务编号', '状态', '责任人', '杂项'],
    [1, 'A-01', '已完成', '甲', '乙'],
  ];
  const sheet = '任务进展';
  const covers = [{ sheet, startRow: 1, endRow: 2, startColumn: 3, endColumn: 4 }];
  const own = grid(sheet, rows);
  const [shown] = view([own], {
    problems: [{ ...problem('D1', 'note', '是人名', 'column-of-persons'), covers }],
    taken: [{ grid: own, role: 'number', rows: [1], columns: [0] }],
  });
  expect(shown?.columns.map(({ letter, as }) => `${letter} ${String(as)}`)).toEqual([
    'A 不读取',
    'B 任务编号',
    'C 状态',
    'D 不读取',
    'E null',
  ]);
});
