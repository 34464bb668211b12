import { problemText } from '../../../src/core/base/problem';
import {
  departmentsTable,
  holidaysTable,
  indicators,
  indicatorsTable,
  narrativesTable,
  publishedTable,
  tasksTable,
  weakAreasTable,
} from '../../edition';
import type { Rows } from '../../../src/core/rows/rows';
import { rowsFromGrids } from '../../../src/core/rows/rows-from-grids';
import type { Grid } from '../../../src/core/base/grid';
import { hubGrids, settingsOf, tableGrid, taskRecord } from '../office-builder';

/** Rows of a hub alone; that sheets and workbooks are missing is left out of the problems. */
function read(hub: readonly Grid[]): { readonly rows: Rows; readonly says: readonly string[] } {
  const { value, problems } = rowsFromGrids({ hub, departments: [] }, settingsOf());
  const told = problems.filter(({ code }) => code !== 'sheet-missing' && code !== 'department-missing');
  return { rows: value, says: told.map((problem) => `${problem.level} ${problemText(problem)}`) };
}

describe('departments', () => {
  const departments = (...records: Parameters<typeof tableGrid<typeof departmentsTable.columns>>[1]): Grid[] => [
    tableGrid(departmentsTable, records, { workbook: '总表.xlsx' }),
  ];

  it('are active unless told, and have aliases', () => {
    const { rows, says } = read(departments({ id: 'D01', name: ' 司法所 ', aliases: '司法办、法治办', inGroup: '√' }));
    expect(says).toEqual([]);
    expect(rows.departments).toMatchObject([
      {
        id: 'D01',
        name: '司法所',
        aliases: ['司法办', '法治办'],
        kind: '',
        inGroup: true,
        active: true,
        place: { file: '总表.xlsx', sheet: '单位', cell: 'A4' },
      },
    ]);
  });

  it('with a link that leads to no spreadsheet are told where to find the right one', () => {
    const { rows, says } = read(
      departments({ id: 'D01', name: '司法所', inGroup: '否', link: 'https://pan.example/s/1' }),
    );
    expect(rows.departments.map(({ spreadsheet }) => spreadsheet)).toEqual([null]);
    expect(says).toEqual([expect.stringMatching(/^error 总表\.xlsx 单位!\w+：这不是 Google 表格的链接，没有采用。/u)]);
  });

  it('with the same name or alias are named with all their cells', () => {
    const { rows, says } = read(
      departments(
        { id: 'D01', name: '司法所', inGroup: '是' },
        { id: 'D02', name: '司 法所', inGroup: '是' },
        { id: 'D02', name: '财政所', aliases: '司法所', inGroup: '否' },
      ),
    );
    expect(rows.departments.map(({ name }) => name)).toEqual(['司法所', '财政所']);
    expect(says).toEqual([
      'error 总表.xlsx 单位!A5：编号“D02”重复，另见 总表.xlsx 单位!A6。请改成互不相同的编号，或删去多余的行。',
      'error 总表.xlsx 单位!B4：单位名称或别名“司法所”重复，另见 总表.xlsx 单位!B5、总表.xlsx 单位!C6。请改成互不相同的编号，或删去多余的行。',
    ]);
  });
});

describe('tasks', () => {
  it('know their department by name, alias or with the town in front', () => {
    const { rows, says } = read(
      hubGrids([
        taskRecord({ id: 'A-01', lead: '司法所' }),
        taskRecord({ id: 'A-02', lead: '法治办', partners: '综治办、各村' }),
        taskRecord({ id: 'A-03', lead: '某镇综治中心' }),
      ]),
    );
    expect(says).toEqual([]);
    expect(rows.tasks.map(({ lead }) => lead)).toEqual(['司法所', '司法所', '综治中心']);
    expect(rows.tasks[1]?.partners).toEqual(['综治中心', '各村']);
  });

  it('of an unknown department count, and the nearest name is offered', () => {
    const { rows, says } = read(hubGrids([taskRecord({ lead: '综治中兴' })]));
    expect(rows.tasks).toHaveLength(1);
    expect(rows.tasks[0]?.lead).toBeNull();
    expect(says).toEqual([
      'error 总表.xlsx 任务!F4：牵头单位“综治中兴”不在“单位”表里。是否指“综治中心”？请改正，或把它加为别名。',
    ]);
  });

  it('with partners nobody knows are asked about, wherever the partner stands', () => {
    expect(read(hubGrids([taskRecord({ partners: '综治中兴、各村' })])).says).toEqual([
      'doubt 总表.xlsx 任务!G4：配合单位“综治中兴”不在“单位”表里。是否指“综治中心”？请改正，或把它加为别名。',
    ]);
    expect(read(hubGrids([taskRecord({ lead: '司法所、综治中兴' })])).says).toEqual([
      'note 总表.xlsx 任务!F4：“司法所、综治中兴”写了几个单位，按第一个“司法所”牵头，其余配合。如不对，请在牵头单位后面写“（牵头）”，或者写进“配合单位”。',
      'doubt 总表.xlsx 任务!F4：配合单位“综治中兴”不在“单位”表里。是否指“综治中心”？请改正，或把它加为别名。',
    ]);
  });

  it('with an unreadable deadline count', () => {
    const { rows, says } = read(hubGrids([taskRecord({ deadline: '按上级要求' }), taskRecord({ id: 'A-02' })]));
    expect(rows.tasks.map(({ dueText, deadline }) => [dueText, deadline])).toEqual([
      ['按上级要求', null],
      ['2022-06-30', { kind: 'day', due: '2022-06-30', start: null }],
    ]);
    expect(says).toEqual([
      'error 总表.xlsx 任务!I4：完成时限“按上级要求”没有具体日期。请写明日期，如 2022-06-30；没有期限的请写“长期坚持”。',
    ]);
  });

  it('即日起 counts from the task’s own start', () => {
    const { rows } = read(hubGrids([taskRecord({ deadline: '即日起', start: '2022-03-15' })]));
    expect(rows.tasks[0]?.deadline).toEqual({ kind: 'day', due: '2022-03-15', start: '2022-03-15' });
  });

  it('begin on their 起始日期, unless it lies behind the deadline', () => {
    const startOf = (start: string): unknown => {
      const { deadline } = read(hubGrids([taskRecord({ start })])).rows.tasks[0] ?? {};
      return deadline?.kind === 'day' ? deadline.start : undefined;
    };
    expect([startOf('2022-04-01'), startOf(''), startOf('2022-07-01')]).toEqual(['2022-04-01', null, null]);
  });

  it('that end before they begin are asked about', () => {
    const saysOf = (start: string): readonly string[] => read(hubGrids([taskRecord({ start })])).says;
    expect(saysOf('2022-07-01')).toEqual([
      'doubt 总表.xlsx 任务!I4：完成时限“2022-06-30”早于起始日期 2022-07-01。请核对两个日期。',
    ]);
    expect([saysOf('2022-06-30'), saysOf('2022-06-29')]).toEqual([[], []]);
  });

  it('with the same number are named with all their cells; without a number they count', () => {
    const { rows, says } = read(
      hubGrids([taskRecord({ id: 'A-01' }), taskRecord({ id: 'Ａ-01' }), taskRecord({ id: null })]),
    );
    expect(rows.tasks).toHaveLength(3);
    expect(says).toEqual([
      'error 总表.xlsx 任务!A6：任务编号没有填写。请填写：不重复，如 A-01；改动编号会使已填进展对不上。',
      'error 总表.xlsx 任务!A4：任务编号“A-01”重复，另见 总表.xlsx 任务!A5。请改成互不相同的编号，或删去多余的行。',
    ]);
  });

  it('take the department of a merged cell', () => {
    const [settings, departments] = hubGrids([]);
    const records = [taskRecord({}), taskRecord({ id: 'A-02', lead: null }), taskRecord({ id: 'A-03', lead: null })];
    const merges = [{ startRow: 3, endRow: 5, startColumn: 5, endColumn: 6 }];
    const tasks = tableGrid(tasksTable, records, { workbook: '总表.xlsx', merges });
    const { rows, says } = read([settings!, departments!, tasks]);
    expect(rows.tasks.map(({ lead }) => lead)).toEqual(['司法所', '司法所', null]);
    expect(says).toEqual([
      'note 总表.xlsx 任务!F4：牵头单位的单元格 F4:F5 是合并的，各行都按“司法所”计。如不对，请取消合并，每行分别填写。',
      'error 总表.xlsx 任务!F6：牵头单位没有填写。请填写：只填一个单位，用“单位”表里的名称或别名，或写“牵头：角色”。',
    ]);
  });

  it('are put off to the day the approval names, and asked about where that day comes before the deadline', () => {
    const { rows, says } = read(
      hubGrids([
        taskRecord({ approved: '同意延期至2023年3月', basis: '县编办批复' }),
        taskRecord({ id: 'A-02', approved: '延期至2022年3月31日', basis: '县编办批复' }),
      ]),
    );
    expect(rows.tasks.map(({ approved }) => approved?.until)).toEqual(['2023-03-31', '2022-03-31']);
    const note = (cell: string, text: string, day: string): string =>
      `note 总表.xlsx 任务!${cell}：批准状态“${text}”按延期至 ${day} 计，那一天以后按新时限判断。如不对，请写明年月日，如 延期至2022-12-31。`;
    expect(says).toEqual([
      note('O4', '同意延期至2023年3月', '2023-03-31'),
      note('O5', '延期至2022年3月31日', '2022-03-31'),
      'doubt 总表.xlsx 任务!O5：批准状态“延期至2022年3月31日”的新时限 2022-03-31 早于完成时限“2022-06-30”。请核对两个日期。',
    ]);
  });

  it('are asked about where nobody said what was approved, and told what to write instead', () => {
    const { says } = read(hubGrids([taskRecord({ approved: '已批准', basis: '县编办批复' })]));
    expect(says).toEqual([
      'doubt 总表.xlsx 任务!O4：批准状态“已批准”没有写明批准什么，按单位填报的暂缓或取消计。请改为“暂缓”或“取消”。',
    ]);
  });

  it('keep what the office approved, its basis, weight, target and indicator', () => {
    const { rows, says } = read(
      hubGrids([
        taskRecord({ approved: '暂缓', basis: '县编办批复', weight: 3, target: '27个', indicator: 'E3' }),
        taskRecord({ id: 'A-02', approved: '取消', indicator: 'X9' }),
      ]),
    );
    expect(rows.tasks[0]).toMatchObject({
      approved: { status: 'deferred', basis: '县编办批复', until: null },
      weight: 3,
      target: 27,
      indicator: 'E3',
    });
    expect(rows.tasks[1]).toMatchObject({
      approved: { status: 'cancelled', basis: '', until: null },
      weight: 1,
      indicator: null,
    });
    expect(says).toEqual([
      'doubt 总表.xlsx 任务!N5：关联指标“X9”不在“指标”表里。请填写指标编码，如 E3。',
      'doubt 总表.xlsx 任务!O5：批准状态“取消”没有批准依据。请填写批准的文号、纪要或说明。',
    ]);
  });
});

/** Of the departments the edition names those that this hub has, and its words for several. */
function askedHere(filledBy: string): string {
  const here = ['司法所', '综治中心', '执法单位', '各单位', '程序计算'];
  return filledBy
    .split('、')
    .filter((name) => here.includes(name))
    .join('、');
}

describe('the office’s other sheets', () => {
  it.each(['分子', '分母', '阈值'])('without a column %s are an error: rates or judgements would be lost', (header) => {
    const rate = { code: 'Z1', name: '比', unit: '%', kind: '比率', numerator: 'Z2', denominator: 'Z3', area: '公开' };
    const sheet = tableGrid(indicatorsTable, [rate], { workbook: '总表.xlsx' });
    const at = sheet.rows[2]?.findIndex((cell) => cell?.shown === header) ?? -1;
    const rows = sheet.rows.map((row) => row.filter((_, column) => column !== at));
    expect(read([...hubGrids([]), { ...sheet, rows }]).says).toContain(
      `error 总表.xlsx 指标：第3行表头中没有“${header}”列，由它们得出的指标缺数或者没有判断。请补上，没有内容的空着。`,
    );
  });

  it('indicators come from the sheet, or from the catalogue when it is missing', () => {
    expect(read(hubGrids([])).rows.indicators).toEqual(
      indicators.map(({ filledBy, ...one }) => ({
        ...one,
        filledBy: askedHere(filledBy),
        ...{ strangers: [], place: null, sentencePlace: null, means: one.code },
      })),
    );
    const sheet = tableGrid(indicatorsTable, [
      {
        code: 'E3',
        name: '法治文化阵地村覆盖率',
        unit: '%',
        kind: '比率',
        numerator: 'E3.1',
        denominator: '行政村数',
        direction: '高好',
        threshold: '95',
        redLine: '是',
        area: '普法',
      },
      { code: 'X1', name: '自设指标', unit: '次', kind: '数量', filledBy: '司法所、综治中心', area: '公开' },
      { code: null, name: '没有编码', kind: '数量', area: '公开' },
    ]);
    const { rows, says } = read([...hubGrids([]), sheet]);
    expect(
      rows.indicators.map(({ code, threshold, redLine, filledBy }) => [code, threshold, redLine, filledBy]),
    ).toEqual([
      ['E3', 95, true, ''],
      ['X1', null, false, '司法所、综治中心'],
    ]);
    expect(says).toEqual([
      'error 测试.xlsx 指标!A6：编码没有填写。请填写：不重复，如 C2.1；填报表和公式都用它，不要改。',
    ]);
  });

  it('a hub made before says 法定底线, and nothing of what its thresholds rest on: that is as in the edition', () => {
    const lines = [
      { code: 'E8', name: '信访按期办结率', unit: '%', kind: '比率', threshold: 100, redLine: '否', area: '社会治理' },
      {
        code: 'D8',
        name: '执法培训人均学时',
        unit: '学时',
        kind: '比率',
        threshold: 60,
        redLine: '是',
        area: '法治意识',
      },
      {
        code: 'F2',
        name: '依申请公开按期答复率',
        unit: '%',
        kind: '比率',
        threshold: 100,
        redLine: '是',
        area: '公开',
      },
      {
        ...{ code: 'C7', name: '执法决定公示率', unit: '%', kind: '比率', threshold: 100, redLine: '否', area: '执法' },
        ...{ standing: '内部', aloneAt: 80 },
      },
    ];
    const sheet = tableGrid(indicatorsTable, lines);
    const rename = (shown: string): string => shown.replace('单项即弱', '法定底线');
    const rows = sheet.rows.map((row) =>
      row.map((cell) =>
        cell?.shown === '单项即弱' ? { ...cell, value: rename(String(cell.value)), shown: rename(cell.shown) } : cell,
      ),
    );
    const { rows: found } = read([...hubGrids([]), { ...sheet, rows }]);
    expect(
      found.indicators.map(({ code, standing, redLine, aloneAt, aloneCases }) =>
        [code, standing, redLine, aloneAt, aloneCases].join(' '),
      ),
    ).toEqual(['E8 law false 90 2', 'D8 norm true  1', 'F2 law true  1', 'C7 own false 80 1']);
  });

  it('a threshold of the office’s own must say which side of it is weak', () => {
    const own = {
      code: 'X1',
      name: '事故起数',
      unit: '起',
      kind: '数量',
      filledBy: '司法所',
      area: '社会治理',
      threshold: 3,
    };
    const told = (direction: string | null): unknown => {
      const sheet = tableGrid(indicatorsTable, [{ ...own, direction }], { workbook: '总表.xlsx' });
      const { rows, says } = read([...hubGrids([]), sheet]);
      return [rows.indicators[0]?.threshold, rows.indicators[0]?.direction, ...says];
    };
    expect(told('低好')).toEqual([3, 'low']);
    expect(told(null)).toEqual([
      null,
      'high',
      'error 总表.xlsx 指标!I4：指标事故起数有阈值 3，没有写明方向，不作判断。请选填高好或低好。',
    ]);
  });

  it('published figures, in their indicator’s unit, when there are any', () => {
    const sheet = tableGrid(publishedTable, [
      { code: 'C2', quantity: '35件', source: '信息公开年报' },
      { code: 'C3', quantity: '28600元' },
      { code: 'C22', quantity: 1 },
      { code: 'C4', quantity: '若干' },
    ]);
    const { rows, says } = read([...hubGrids([]), sheet]);
    expect(rows.published.map(({ code, quantity, source }) => [code, quantity.value?.value ?? null, source])).toEqual([
      ['C2', 35, '信息公开年报'],
      ['C3', 2.86, ''],
      ['C4', null, ''],
    ]);
    expect(says).toEqual([
      'note 测试.xlsx 对照数据!B5：罚没金额公布数“28600元”按 2.86万元 计。请核对。',
      'error 测试.xlsx 对照数据!B7：行政强制件数公布数“若干”没有具体数目。请填写一个数，如 12件。',
      'error 测试.xlsx 对照数据!A6：编码“C22”不在总表的“指标”里，这一行没有采用。是否指“C2”？请按总表的指标编码填写。',
    ]);
    expect(read(hubGrids([])).rows.published).toEqual([]);
  });

  it('lines on indicators by name or code, and what is wrong with them', () => {
    const { rows, says } = read([
      ...hubGrids([]),
      tableGrid(weakAreasTable, [
        { area: '普法', indicator: '普法活动场次', problem: '活动少' },
        { indicator: 'e3', problem: '阵地少' },
        { area: '普法', indicator: '普法活动场数', problem: '没有这一项' },
        { problem: '不知道说的是谁' },
        { area: '普法', indicator: 'E1', problem: '又一行' },
      ]),
    ]);
    expect(rows.weakTexts.map(({ area, indicator, problem }) => [area, indicator, problem])).toEqual([
      ['普法', 'E1', '活动少'],
      ['', 'E3', '阵地少'],
    ]);
    expect(says).toEqual([
      'error 测试.xlsx 薄弱!B6：指标“普法活动场数”不在“指标”表里，这一行的话没有采用。是否指“普法活动场次”？请改为“指标”表里的名称或者编码。',
      'error 测试.xlsx 薄弱!A7：没有写明是哪个指标、哪一类的话，这一行没有采用。请填“指标”，或者选“薄弱类别”。',
      'doubt 测试.xlsx 薄弱!A4：薄弱表的指标或者类别“E1”重复，另见 测试.xlsx 薄弱!A8，只计一次。请改成互不相同的编号，或删去多余的行。',
    ]);
  });

  it('a hub made before has lines on areas alone: what was prefilled then is nobody’s, what the office wrote is its own', () => {
    const { rows, says } = read([
      ...hubGrids([]),
      tableGrid(weakAreasTable, [
        {
          ...{ area: '执法', problem: '行政执法的规范化水平有待提升', cause: '执法力量不足' },
          ...{ action: '从县里借调两名执法骨干', plan: '沟通协调' },
        },
      ]),
    ]);
    expect(rows.weakTexts).toMatchObject([
      { area: '执法', indicator: null, problem: '', cause: '执法力量不足', action: '从县里借调两名执法骨干' },
    ]);
    expect(says).toEqual([]);
  });

  it('paragraphs without a number stand in the order of their rows', () => {
    const paragraphs = ['一段话。', '又一段。'].map((text) => ({ section: '组织领导', text }));
    const { rows } = read([...hubGrids([]), tableGrid(narrativesTable, paragraphs)]);
    expect(rows.narratives.map(({ order, text }) => [order, text])).toEqual([
      [1, '一段话。'],
      [2, '又一段。'],
    ]);
  });

  it('weak areas, paragraphs and holidays', () => {
    const { rows, says } = read([
      ...hubGrids([]),
      tableGrid(weakAreasTable, [
        { area: '普法', problem: '形式单一', cause: '投入不足', action: '多办活动', plan: '队伍建设' },
      ]),
      tableGrid(narrativesTable, [{ section: '组织领导', order: 2, text: '一段话。' }, { section: '组织领导' }]),
      tableGrid(holidaysTable, [
        { day: '2022-10-08', mark: '班' },
        { day: '2022-10-07', mark: '休' },
        { day: '国庆', mark: '休' },
      ]),
    ]);
    expect(rows.weakTexts).toMatchObject([{ area: '普法', indicator: null, problem: '形式单一', plan: '队伍建设' }]);
    expect(rows.narratives).toMatchObject([{ section: '组织领导', order: 2, text: '一段话。', condition: '' }]);
    expect(rows.holidays).toEqual([
      { day: '2022-10-08', off: false },
      { day: '2022-10-07', off: true },
    ]);
    expect(says).toEqual([
      'error 测试.xlsx 综述素材!C5：段落文本没有填写。请填写：一段完整的话，以句号结束；可用 {{指标.普法活动场次}} 这样的字段。',
      'error 测试.xlsx 节假日!A6：日期“国庆”不是能识别的日期。请改为如 2022-06-30。',
    ]);
  });

  it('missing sheets are named', () => {
    const { problems } = rowsFromGrids({ hub: [], departments: [] }, settingsOf());
    expect(problems.filter(({ code }) => code === 'sheet-missing').map(({ reason }) => reason)).toEqual([
      '没有找到工作表“单位”',
      '没有找到工作表“指标”',
      '没有找到工作表“任务”',
      '没有找到工作表“薄弱”',
    ]);
  });
});
