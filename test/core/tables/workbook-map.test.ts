/** What `nianbao map` says of a ledger nobody made for the program, and that its lines do what they promise. */
import { withMapping, type Grid } from '../../../src/core/base/grid';
import { mapText, workbookMap } from '../../../src/core/tables/workbook-map';
import { settingsFromGrids } from '../../../src/core/settings/settings-from-grids';
import { gridOf } from '../grid-builder';
import { settingsGrid } from '../office-builder';
import { editions, ruleOfLaw } from '../../edition';

const ledger = gridOf(
  [
    ['市场监管所2022年台账'],
    ['序号', '任务编号', '工作任务', '目前情形', '进度(%)', '经办'],
    [1, 'C-10', '特种设备', '已完成', '100%', '某甲'],
  ],
  { workbook: '市场监管所.xlsx', sheet: '台账' },
);
const list = gridOf(
  [
    ['姓名', '职务'],
    ['某甲', '科员'],
  ],
  { workbook: '市场监管所.xlsx', sheet: '人员' },
);

const shown = (grids: readonly Grid[]): readonly string[] =>
  mapText(workbookMap(grids, '市场监管所.xlsx', ruleOfLaw.declared)).split('\n');

it('an unread sheet is shown with what it would be, and the lines that make it so', () => {
  expect(shown([ledger, list])).toEqual([
    '市场监管所.xlsx：按单位填报表读取',
    '工作表“台账”没有读取，最像“任务进展”，如果就是它：',
    '  A2 “序号”：不认识，没有读取',
    '  B2 “任务编号”＝任务编号',
    '  C2 “工作任务”＝重点任务（按各单位常用的叫法）',
    '  D2 “目前情形”：不认识，没有读取',
    '  E2 “进度(%)”＝完成率（按别的叫法）',
    '  F2 “经办”：不认识，没有读取',
    '  缺必填：状态',
    expect.stringContaining('  没有：完成时限、完成日期'),
    '工作表“人员”没有读取',
    '没有找到：封面、任务进展、指标数据、执法队伍、培训明细、普法明细、案件明细、问题与建议、督办反馈',
    '“台账”有内容的 13 格：没有读取、列在问题里 13',
    '“人员”有内容的 4 格：没有读取、列在问题里 4',
    expect.stringContaining('列对应'),
    '  工作表：台账＝任务进展',
    '  任务进展：序号＝？、目前情形＝？、经办＝？',
    '  工作表：人员＝？',
  ]);
});

it('the lines, put right and written into 列对应, have it read', () => {
  const typed = '工作表：台账＝任务进展\n任务进展：目前情形＝状态、工作任务＝重点任务';
  const { value } = settingsFromGrids([settingsGrid({ columnMapping: typed })], editions, '2023-01-02');
  if (value === null) throw new Error('the settings could not be read');
  const [sheet] = workbookMap(
    withMapping([ledger, list], value.columnMapping),
    '市场监管所.xlsx',
    ruleOfLaw.declared,
  ).sheets;
  expect(sheet).toMatchObject({ sheet: '台账', title: '任务进展', by: 'mapping', rows: 1 });
  expect(sheet?.lines.filter(({ by }) => by === 'mapping').map(({ header }) => header)).toEqual(['重点任务', '状态']);
});
