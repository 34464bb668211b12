/** What was confirmed of a department's own ledger holds for it, and what no longer fits is told at its place. */
import type { Grid } from '../../../../src/core/base/grid';
import { problemText } from '../../../../src/core/base/problem';
import { questionsOf } from '../../../../src/core/rows/intake/questions';
import { keptRules } from '../../../../src/core/rows/rules/kept-rules';
import { rowsFromGrids, type OfficeRows } from '../../../../src/core/rows/rows-from-grids';
import { keptRulesTable } from '../../../edition';
import { dateCell, gridOf } from '../../grid-builder';
import { hubGrids, settingsOf, tableGrid, taskRecord } from '../../office-builder';

const tasks = [
  taskRecord({ id: 'A-01', title: '执法人员持证上岗' }),
  taskRecord({ id: 'A-02', title: '开展执法培训', deadline: '2022-12-31' }),
];
const ledger = gridOf(
  [
    ['司法所2022年工作落实情况'],
    ['序号', '工作', '目前情形', '办妥', '经办'],
    [1, '持证', '已经办妥了', dateCell('2022-06-01'), '某甲'],
    [2, '培训', '还在路上', null, '某乙'],
  ],
  { workbook: '司法所.xlsx', sheet: '落实2022年' },
);
const people = gridOf(
  [
    ['姓名', '电话'],
    ['某甲', '不写'],
  ],
  { workbook: '司法所.xlsx', sheet: '人员' },
);

type Line = readonly [sheet: string, name: string, as: string];
const confirmed: readonly Line[] = [
  ['落实', '', '任务进展'],
  ['落实', '列：工作', '重点任务'],
  ['落实', '目前情形', '状态'],
  ['落实', '列：办妥', '完成日期'],
  ['落实', '列：经办', '不读取'],
  ['落实', '行：持证', 'A-01'],
  ['落实', '行：培训', 'A-02'],
  ['落实', '词：已经办妥了', '已完成'],
  ['落实', '词：还在路上', '推进中'],
  ['人员', '整张表', '不读取'],
];

function office(lines: readonly Line[], grids: readonly Grid[] = [ledger, people], department = '司法所'): OfficeRows {
  const records = lines.map(([sheet, name, as]) => ({ department, sheet, name, as, ground: '试' }));
  const workbook = '列对应.xlsx';
  const settings = settingsOf();
  const rules = keptRules([tableGrid(keptRulesTable, records, { workbook })], workbook, settings);
  expect(rules.problems).toEqual([]);
  const departments = [{ file: '司法所.xlsx', grids }];
  return rowsFromGrids({ hub: hubGrids(tasks), departments, rules: rules.value }, settings);
}

const told = ({ problems }: OfficeRows, start: string): readonly string[] =>
  problems.filter(({ code }) => code.startsWith(start)).map(problemText);

it('reads a ledger without our names, numbers or words by what was confirmed of it, and asks for nothing more', () => {
  const read = office(confirmed);
  expect(read.value.progress.map(({ taskId, status, doneOn }) => [taskId, status.value, doneOn.value])).toEqual([
    ['A-01', 'done', '2022-06-01'],
    ['A-02', 'in-progress', null],
  ]);
  const ofLedger = read.problems.filter(({ place }) => place.sheet === '落实2022年' && place.file === '司法所.xlsx');
  expect(ofLedger.map(({ code, level }) => [code, level])).toEqual([['column-left', 'note']]);
  expect(told(read, 'rule')).toEqual([]);
  expect(told(read, 'sheet-left')).toEqual([
    '司法所.xlsx 人员：工作表“人员”按确认的读法不读取。要读取的，请在“接入台账”里改。',
  ]);
  expect(read.accounts.filter(({ workbook }) => workbook === '司法所.xlsx').map(({ unread }) => unread)).toEqual([
    0, 0,
  ]);
});

it('holds for the department by any of its names, and for no other', () => {
  expect(office(confirmed, [ledger], '法治办').value.progress).toHaveLength(2);
  const other = office(confirmed, [ledger], '综治中心');
  expect(other.value.progress).toEqual([]);
  expect(told(other, 'rule')).toEqual([]);
});

it('tells a rule of a sheet, column, state, task or department nobody knows, at its cell, and keeps to the others', () => {
  const lines: readonly Line[] = [
    ...confirmed,
    ['落实', '列：备注', '状态态'],
    ['落实', '词：拖着', '拖延'],
    ['落实', '行：其他', 'Z-99'],
    ['人员甲', '', '花名册'],
    ['落实', '词：还在路上', '已完成'],
  ];
  const read = office(lines);
  expect(read.value.progress).toHaveLength(2);
  expect(told(read, 'rule').map((line) => line.slice(0, 48))).toEqual([
    expect.stringMatching(/^列对应\.xlsx 列对应!D14：“当作”的“状态态”不是可用的列/u),
    expect.stringMatching(/^列对应\.xlsx 列对应!D15：“当作”的“拖延”不是可用的词/u),
    expect.stringMatching(/^列对应\.xlsx 列对应!D17：“当作”的“花名册”不是可用的工作表/u),
    expect.stringMatching(/^列对应\.xlsx 列对应!D18：.*写了两条，这一条没有采用/u),
    expect.stringMatching(/^列对应\.xlsx 列对应!D16：“当作”的“Z-99”不是总表里的/u),
  ]);
  const stranger = office([['落实', '', '任务进展']], [ledger], '水利站');
  expect(told(stranger, 'rule')).toEqual([expect.stringMatching(/^列对应\.xlsx 列对应!D4：“水利站”不在“单位”表里/u)]);
});

it('shows where a later file differs from what was confirmed', () => {
  const shape: readonly Line[] = [...confirmed, ['落实', '各列', '序号、工作、目前情形、办妥、经办']];
  expect(told(office(shape), 'shape')).toEqual([]);
  const later = gridOf(
    [
      ['司法所2022年工作落实情况'],
      ['序号', '工作', '目前情形', '办结日', '经办', '难处'],
      [1, '持证', '已经办妥了', dateCell('2022-06-01'), '某甲', '无'],
    ],
    { workbook: '司法所.xlsx', sheet: '落实2022年' },
  );
  const read = office(shape, [later]);
  expect(told(read, 'shape')).toEqual([
    '司法所.xlsx 落实2022年：表头与确认读法时不同：多了“办结日”“难处”，少了“办妥”。请在“接入台账”里看一遍再确认。',
  ]);
  expect(told(read, 'rule')).toEqual([
    expect.stringContaining('列对应.xlsx 列对应!D13：“司法所.xlsx”里没有工作表“人员”'),
    expect.stringContaining('列对应.xlsx 列对应!D7：“司法所.xlsx”的“落实”里没有“办妥”列（完成日期），这一条没有用上'),
  ]);
});

it('finds the header in the row that was said, however far down', () => {
  const preface = Array.from({ length: 14 }, (_, index) => [`说明第${String(index + 1)}条`]);
  const far = gridOf([...preface, ['任务编号', '状态'], ['A-01', '推进中']], {
    workbook: '司法所.xlsx',
    sheet: '月报',
  });
  expect(office([['月报', '', '任务进展']], [far]).value.progress).toEqual([]);
  const read = office(
    [
      ['月报', '', '任务进展'],
      ['月报', '表头', '第15行'],
    ],
    [far],
  );
  expect(read.value.progress.map(({ taskId }) => taskId)).toEqual(['A-01']);
});

it('a word for a choice that nobody knows is asked once, and holds for its sheet alone', () => {
  const register = gridOf(
    [
      ['2022年审查台账'],
      ['审查日期', '类别', '名称'],
      [dateCell('2022-03-01'), '备忘录', '校地共建'],
      [dateCell('2022-04-01'), '合同', '保洁'],
      [dateCell('2022-05-01'), '备忘录', '警地共建'],
      // Known without a question, whatever else was confirmed.
      [dateCell('2022-06-01'), '协议', '绿化'],
    ],
    { workbook: '司法所.xlsx', sheet: '审查' },
  );
  const kinds = ({ value }: OfficeRows): readonly unknown[] =>
    value.events.flatMap(({ rows }) => rows.map(({ said }) => said.kind?.value));
  const open = office([], [register]);
  expect(kinds(open)).toEqual([null, '合同', null, '合同']);
  expect(questionsOf(open.problems).map(({ code, place }) => `${code} ${place.cell ?? ''}`)).toEqual(
    expect.arrayContaining(['choice-unknown B3', 'choice-unknown B5']),
  );
  const kept = office([['审查', '词：备忘录', '合同']], [register]);
  expect(kinds(kept)).toEqual(['合同', '合同', '合同', '合同']);
  expect(told(kept, 'choice-')).toEqual([]);
  expect(kinds(office([['别的', '词：备忘录', '合同']], [register]))).toEqual([null, '合同', null, '合同']);
});
