import { problemText } from '../../../src/core/base/problem';
import type { Grid } from '../../../src/core/base/grid';
import { casesTable, coverForm, figuresTable, publicityTable, teamForm, trainingTable } from '../../edition';
import type { DepartmentFile } from '../../../src/core/rows/books/department-file';
import type { Rows } from '../../../src/core/rows/rows';
import { rowsFromGrids } from '../../../src/core/rows/rows-from-grids';
import { gridOf, percentCell, type CellInput } from '../grid-builder';
import { departmentGrids, formGrid, hubGrids, settingsOf, tableGrid, taskRecord } from '../office-builder';

const tasks = [taskRecord({ id: 'A-01' }), taskRecord({ id: 'B-01', title: '排查', lead: '综治中心' })];
const usual = ['sheet-missing', 'department-missing', 'task-unreported', 'figure-unreported', 'figure-blank'];

function office(departments: readonly DepartmentFile[]): { readonly rows: Rows; readonly all: readonly string[] } {
  const { value, problems } = rowsFromGrids({ hub: hubGrids(tasks), departments }, settingsOf());
  return { rows: value, all: problems.map((problem) => `${problem.code}: ${problem.level} ${problemText(problem)}`) };
}

/** One workbook, and what is said of its cells beside what is said of every half-empty office. */
function read(name: string, grids: readonly Grid[]): { readonly rows: Rows; readonly says: readonly string[] } {
  const { rows, all } = office([{ file: `${name}.xlsx`, grids }]);
  const says = all.filter((line) => !usual.some((code) => line.startsWith(code)));
  return { rows, says: says.map((line) => line.replace(/^[\w-]+: /u, '')) };
}

describe('whose workbook a file is', () => {
  const cover = (department: CellInput, reportYear: CellInput = 2022): readonly Grid[] => [
    formGrid(coverForm, { department, reportYear }, { workbook: '报表.xlsx' }),
  ];
  const books = (...files: readonly DepartmentFile[]): unknown => office(files).rows.workbooks;

  it('the cover says it, an alias is enough', () => {
    expect(books({ file: '报表.xlsx', grids: cover('综治办') })).toEqual([
      { department: '司法所', file: null, status: { kind: 'none' }, filledOn: null },
      { department: '综治中心', file: '报表.xlsx', status: { kind: 'usable' } as const, filledOn: null },
    ]);
  });

  it('or else the file’s name', () => {
    expect(books({ file: '司法所.xlsx', grids: cover(null) })).toContainEqual({
      department: '司法所',
      file: '司法所.xlsx',
      status: { kind: 'usable' } as const,
      filledOn: null,
    });
  });

  it('an unknown one is listed with the nearest name', () => {
    expect(office([{ file: '报表.xlsx', grids: cover('综治中芯') }]).all).toContain(
      'department-unknown: error 报表.xlsx 封面!B4：填报单位“综治中芯”不在“单位”表里。是否指“综治中心”？请改正，或把它加为别名。',
    );
  });

  it('without a cover the name of the file says it, which is looked at', () => {
    const [, ...uncovered] = departmentGrids('司法所', []);
    expect(office([{ file: '司法所.xlsx', grids: uncovered }]).all).toContain(
      'cover-missing: doubt 司法所.xlsx：没有“封面”，按文件名认单位，按2022年度采用。请核对是不是本年度的表。',
    );
  });

  it('a cover of one department in the file of another is asked about', () => {
    expect(office([{ file: '司法所.xlsx', grids: cover('综治中心') }]).all).toContain(
      'cover-other-department: doubt 报表.xlsx 封面!B4：封面写的是“综治中心”，文件名是“司法所”，按封面采用。请核对是否放错文件或填错封面。',
    );
  });

  it('a cover of another year keeps the whole workbook out', () => {
    const grids = departmentGrids('综治中心', [{ taskId: 'B-01', status: '已完成' }]).slice(1);
    const { rows, all } = office([{ file: '综治中心.xlsx', grids: [...cover('综治中心', 2021), ...grids] }]);
    expect(rows.progress).toEqual([]);
    expect(all).toContain(
      'workbook-other-year: error 报表.xlsx 封面!B5：封面年度“2021”与总表的2022年不一致，整本没有采用（任务进展、指标数据）。请改用2022年度的填报表；确属年度写错的请改正封面。',
    );
    expect(all).toContain(
      'department-missing: error 综治中心.xlsx：综治中心没有可用的填报表，报告缺少1项任务的进展（B-01）和7项指标的数据。请改好或换掉这个文件再运行一次。',
    );
  });

  it('a department without a file is named with what is lost', () => {
    expect(office([]).all.filter((line) => line.includes('司法所的填报表'))).toEqual([
      expect.stringMatching(
        /^department-missing: error 司法所\.xlsx：没有收到司法所的填报表，报告缺少1项任务的进展（A-01）和\d+项指标的数据。请催报/u,
      ),
    ]);
  });

  it('a file that cannot be opened', () => {
    expect(
      office([{ file: '司法所.xlsx', grids: null, failure: { fault: 'file', why: '不是有效的 .xlsx' } }]).all,
    ).toContain(
      'workbook-unreadable: error 司法所.xlsx：没有读到，整本没有采用：不是有效的 .xlsx。改好后放回“填报”再运行一次。',
    );
  });

  it('of two files the one named after the department counts, otherwise neither', () => {
    const pair = [
      { file: '司法所.xlsx', grids: cover('司法所') },
      { file: '司法所 (2).xlsx', grids: cover('司法所') },
    ];
    expect(office(pair).rows.workbooks[0]).toEqual({
      department: '司法所',
      file: '司法所.xlsx',
      status: { kind: 'usable' } as const,
      filledOn: null,
    });
    expect(office(pair).all).toContain(
      'workbook-twice: error 司法所 (2).xlsx：司法所有2个填报表，采用了“司法所.xlsx”。请只留一个，并命名为“司法所.xlsx”。',
    );
    expect(
      office(pair.map((one, index) => ({ ...one, file: `第${String(index)}版.xlsx` }))).rows.workbooks[0]?.status,
    ).toEqual({ kind: 'refused', why: '司法所有2个填报表，都没有采用' });
  });
});

it('a table that stands with others on a sheet is an error where there is another sheet for it', () => {
  const event = { day: '2022-03-01', topic: '宣传', leads: '是', events: 1 };
  const publicity = tableGrid(publicityTable, [event], { workbook: '司法所.xlsx' });
  const training = tableGrid(trainingTable, [{ day: '2022-04-01', topic: '培训' }], { workbook: '司法所.xlsx' });
  const both = { ...publicity, sheet: '台账', rows: [...publicity.rows, [], ...training.rows] };
  const { rows, says } = read('司法所', [...departmentGrids('司法所', []), publicity, both]);
  expect(rows.events.map(({ rows: own }) => own.length).filter((count) => count > 0)).toEqual([1, 1]);
  expect(says).toContain(
    'error 司法所.xlsx 台账：“台账”第1行起的“普法明细”没有读取：另有一张“普法明细”。请把各行移到一张“普法明细”里。',
  );
});

it('a sheet nobody knows is a note, and a doubt where one of the usual is not there', () => {
  const strange = gridOf(
    [
      ['车牌', '里程'],
      ['鲁A', 3],
    ],
    { workbook: '司法所.xlsx', sheet: '台账' },
  );
  const { says } = read('司法所', [...departmentGrids('司法所', []), strange]);
  expect(says).toEqual([
    expect.stringMatching(/^doubt 司法所\.xlsx 台账：不认识工作表“台账”，没有读取。如果它就是“.*”，请改回原名/u),
  ]);
});

it.each([
  ['2022-04-15', null, ['period-untold']],
  ['2022-04-15', 4, []],
  ['2022-07-15', null, []],
  ['2022-12-30', null, []],
])('a task of each quarter done on %s and through %j leaves open what came later: %j', (doneOn, doneThrough, told) => {
  const hub = hubGrids([taskRecord({ id: 'A-01', deadline: '每季度末' })]);
  const line = { taskId: 'A-01', status: '已完成', doneOn, doneThrough };
  const departments = [{ file: '司法所.xlsx', grids: departmentGrids('司法所', [line]) }];
  const { problems } = rowsFromGrids({ hub, departments }, settingsOf());
  expect(problems.map(({ code }) => code).filter((code) => code === 'period-untold')).toEqual(told);
});

it('a sheet nobody sees is read, which is noted', () => {
  const hidden = (grid: Grid): Grid => (grid.sheet === '任务进展' ? { ...grid, hidden: true } : grid);
  const lines = [{ taskId: 'A-01', status: '推进中' }];
  const { rows, says } = read('司法所', departmentGrids('司法所', lines).map(hidden));
  expect(rows.progress).toHaveLength(1);
  expect(says).toEqual([
    'note 司法所.xlsx 任务进展：工作表“任务进展”是隐藏的，已照常读取。不该计入的请删去这张工作表。',
  ]);
});

describe('progress without a column for the day of completion', () => {
  const lines = [
    { taskId: 'A-01', status: '已完成' },
    { taskId: 'B-01', status: '推进中' },
  ];
  const without = (grid: Grid): Grid => {
    if (grid.sheet !== '任务进展') return grid;
    const at = grid.rows[2]?.findIndex((cell) => cell?.shown === '完成日期') ?? -1;
    return { ...grid, rows: grid.rows.map((row) => row.filter((_, column) => column !== at)) };
  };

  it('is one error that says how many tasks it touches, and believes none of them', () => {
    const { rows, says } = read('司法所', departmentGrids('司法所', lines).map(without));
    expect(rows.progress.map(({ taskId, status }) => [taskId, status.value]).sort()).toEqual([
      ['A-01', null],
      ['B-01', 'in-progress'],
    ]);
    expect(says.filter((line) => line.startsWith('error'))).toEqual([
      'error 司法所.xlsx 任务进展：表头中没有“完成日期”列，1项已完成的任务（A-01）不知道是否按时，它们的状态没有采用。请补上这一列，已完成的填写日期；表头可用：完成日期、办结日期。',
    ]);
  });

  it('is told at the cell where there is the column and the day is not filled in', () => {
    const { says } = read('司法所', departmentGrids('司法所', lines));
    expect(says.filter((line) => line.startsWith('error'))).toEqual([
      expect.stringMatching(/^error 司法所\.xlsx 任务进展!F4：状态为已完成，没有填写完成日期/u),
    ]);
  });
});

describe('progress', () => {
  it('of a task with one deadline needs no period', () => {
    const { says } = line({ status: '推进中', doneThrough: 3 });
    expect(says).toEqual([
      'note 司法所.xlsx 任务进展!G4：这项任务不分期，“已完成至第几期”没有用上。不分期的任务只填状态和完成日期。',
    ]);
  });

  const line = (record: Record<string, CellInput>): ReturnType<typeof read> =>
    read('司法所', departmentGrids('司法所', [{ taskId: 'A-01', ...record }]));

  it('is read with its cells', () => {
    const { rows, says } = line({ status: '办结', percent: percentCell(1), doneOn: '2022.6.28', text: '已印发' });
    expect(says).toEqual([]);
    expect(rows.progress).toMatchObject([
      {
        taskId: 'A-01',
        department: '司法所',
        status: { value: 'done', shown: '办结', place: { file: '司法所.xlsx', sheet: '任务进展', cell: 'D4' } },
        percent: { value: { value: 100 } },
        doneOn: { value: '2022-06-28' },
        text: '已印发',
      },
    ]);
  });

  it.each<[string, Record<string, CellInput>, string]>([
    [
      'done without a day',
      { status: '已完成' },
      'error 司法所.xlsx 任务进展!F4：状态为已完成，没有填写完成日期，这个状态没有采用。请填写完成日期，如 2022-06-28。',
    ],
    [
      'done after the 核算日',
      { status: '已完成', doneOn: '2023-01-05' },
      'error 司法所.xlsx 任务进展!F4：完成日期“2023-01-05”晚于核算日 2022-12-31，按未完成计。这一天还没有到，请核对完成日期。',
    ],
    [
      'done in another year',
      { status: '已完成', doneOn: '2021-06-28' },
      'doubt 司法所.xlsx 任务进展!F4：完成日期“2021-06-28”早于报告年度。请核对年份，应在2022年内。',
    ],
    [
      'done below 100 %',
      { status: '已完成', doneOn: '2022-06-28', percent: '80%' },
      'doubt 司法所.xlsx 任务进展!E4：状态为已完成，完成率却是“80%”。请核对状态和完成率，已完成的填 100%。',
    ],
    [
      '100 % and not done',
      { status: '推进中', percent: 100 },
      'doubt 司法所.xlsx 任务进展!E4：完成率为100%，状态却是“推进中”。请核对状态和完成率，已完成的请改状态并填写完成日期。',
    ],
    [
      'a day and not done',
      { status: '推进中', doneOn: '2022-06-28' },
      'doubt 司法所.xlsx 任务进展!F4：填写了完成日期“2022-06-28”，状态却是“推进中”。已完成的请把状态改为“已完成”，未完成的请清空完成日期。',
    ],
    [
      'deferred without approval',
      { status: '延期' },
      'doubt 司法所.xlsx 任务进展!D4：状态“延期”没有经过批准，仍按时限计。已批准的请在总表“任务”里填写批准状态和依据。',
    ],
    [
      'a status that is computed counts as not done',
      { status: '逾期' },
      'note 司法所.xlsx 任务进展!D4：状态“逾期”按未完成计，是否逾期由程序按时限判断。如不对，请从下列各项中选填：未启动、推进中、已完成、长期坚持、暂缓、取消。',
    ],
    [
      'a bare fraction',
      { status: '推进中', percent: 0.64 },
      'error 司法所.xlsx 任务进展!E4：完成率“0.64”分不清是比例还是百分数。请写明百分号，如 80%。',
    ],
  ])('%s', (_, record, says) => {
    expect(line(record).says).toEqual([says]);
  });

  it('on an unknown task is refused, and a task without a line is asked for', () => {
    const { rows, all } = office([
      { file: '司法所.xlsx', grids: departmentGrids('司法所', [{ taskId: 'A-1', status: '推进中' }]) },
    ]);
    expect(rows.progress).toEqual([]);
    expect(all).toEqual(
      expect.arrayContaining([
        'task-unknown: error 司法所.xlsx 任务进展!A4：任务编号“A-1”不在总表的“任务”里，这一行没有采用。是否指“A-01”？请按总表的任务编号填写。',
        'task-unreported: doubt 司法所.xlsx 任务进展：牵头任务 A-01 任务没有进展，到期的按未报计。请在“任务进展”里补上 A-01 一行。',
      ]),
    );
  });

  it('told twice counts once, and not at all when the two lines differ', () => {
    const told = (...lines: readonly Record<string, CellInput>[]): ReturnType<typeof read> =>
      read(
        '司法所',
        departmentGrids(
          '司法所',
          lines.map((one) => ({ taskId: 'A-01', ...one })),
        ),
      );
    const same = told({ status: '推进中' }, { status: '进行中' });
    expect(same.rows.progress).toHaveLength(1);
    expect(same.says).toEqual([
      'doubt 司法所.xlsx 任务进展!A4：任务编号“A-01”重复，另见 司法所.xlsx 任务进展!A5，只计一次。请改成互不相同的编号，或删去多余的行。',
    ]);
    const other = told({ status: '推进中' }, { status: '已完成', doneOn: '2022-06-01' });
    // That something was said is all that is known of it.
    expect(other.rows.progress.map(({ status, doneOn }) => [status.value, doneOn.value])).toEqual([[null, null]]);
    expect(other.says).toEqual([
      'error 司法所.xlsx 任务进展!A4：任务编号“A-01”重复，另见 司法所.xlsx 任务进展!A5，各行不一致，都没有采用。请改成互不相同的编号，或删去多余的行。',
    ]);
    expect(told({ status: '差不多了' }, { status: '推进中' }).rows.progress[0]?.status.value).toBe('in-progress');
  });

  it('of a task with periods, done before the latest ones, must say through which it is done', () => {
    const told = (record: Record<string, CellInput>): readonly string[] => {
      const grids = departmentGrids('司法所', [{ taskId: 'A-03', status: '已完成', ...record }]);
      const hub = hubGrids([taskRecord({ id: 'A-03', deadline: '每季度末' })]);
      const { problems } = rowsFromGrids({ hub, departments: [{ file: '司法所.xlsx', grids }] }, settingsOf());
      return problems.filter(({ place }) => place.sheet === '任务进展').map(problemText);
    };
    expect(told({ doneOn: '2022-06-28' })).toEqual([
      '司法所.xlsx 任务进展!G4：完成日期“2022-06-28”以后还有到期的期，没有填已完成至第几期，按待核实计。请填写数字，各期都已完成的填4。',
    ]);
    expect(told({ doneOn: '2022-06-28', doneThrough: '第4期' })).toEqual([]);
    expect(told({ doneOn: '2022-12-28', doneThrough: '/' })).toEqual([]);
  });

  it('may say who did it, by a name the office knows', () => {
    const done = (who: string): unknown => {
      const { rows, says } = line({ status: `已完成（${who}）`, doneOn: '2022-06-01' });
      return [rows.progress[0]?.status.value, says.length];
    };
    expect([done('司法所'), done('由综治中心牵头'), done('某某办')]).toEqual([
      ['done', 0],
      ['done', 0],
      [null, 1],
    ]);
  });

  it('on another department’s task is asked about', () => {
    expect(line({ taskId: 'B-01', status: '推进中' }).says).toEqual([
      'doubt 司法所.xlsx 任务进展!D4：任务 B-01 由综治中心牵头，却填在司法所的表里。请核对牵头单位，由牵头单位填报。',
    ]);
  });
});

describe('figures', () => {
  const figures = (...records: readonly Record<string, CellInput>[]): ReturnType<typeof read> =>
    read('司法所', departmentGrids('司法所', [], records));
  const values = (rows: Rows): unknown =>
    rows.figures.map(({ code, quantity }) => [code, quantity.value?.value ?? null]);

  it('are read in their indicator’s unit', () => {
    const { rows, says } = figures(
      { code: 'E6.2', quantity: '112件' },
      { code: 'Ｅ1', quantity: 10 },
      { code: 'D10.2', quantity: '28600元' },
      { code: 'E2', quantity: '近两千人次' },
    );
    expect(values(rows)).toEqual([
      ['E6.2', 112],
      ['E1', 10],
      ['D10.2', 2.86],
      ['E2', 2000],
    ]);
    expect(says).toEqual([
      'note 司法所.xlsx 指标数据!D6：执法经费到位“28600元”按 2.86万元 计。请核对。',
      'note 司法所.xlsx 指标数据!D7：普法受众人次“近两千人次”是约数，按 2000 计，不参与精确核对。有准确数的请填写准确数。',
    ]);
  });

  it('are found by their names where the code is left blank, and nothing is asked then', () => {
    const { rows, says } = figures({ name: '普法受众人次', quantity: 300 });
    expect(values(rows)).toEqual([['E2', 300]]);
    expect(says.filter((one) => one.includes('编码'))).toEqual([]);
  });

  it('in another unit than the indicator’s are reckoned over or refused, never taken as they stand', () => {
    const { rows, says } = figures(
      { code: 'D10.1', unit: '元', quantity: 95_000 },
      { code: 'D10.2', unit: '万元', quantity: 9 },
      { code: 'E2', unit: '人', quantity: 300 },
      { code: 'E1', unit: '次', quantity: 12 },
      { code: 'E6.2', unit: '司法所', quantity: 7 },
    );
    expect(values(rows)).toEqual([
      ['D10.1', 9.5],
      ['D10.2', 9],
      ['E2', null],
      ['E1', 12],
      ['E6.2', 7],
    ]);
    expect(says).toEqual([
      'note 司法所.xlsx 指标数据!C4：执法经费预算这一行的单位是“元”，按元计，已换算成万元。如不对，请把单位改回“万元”。',
      'error 司法所.xlsx 指标数据!C6：普法受众人次的单位应为“人次”，这一行写作“人”，填报值没有采用。请按“人次”填报，并改回单位。',
    ]);
  });

  it('0 and nothing are different, and both are said', () => {
    const { rows, all } = office([
      { file: '司法所.xlsx', grids: departmentGrids('司法所', [], [{ code: 'E1', quantity: '无' }, { code: 'E7' }]) },
    ]);
    expect(values(rows)).toEqual([
      ['E1', 0],
      ['E7', null],
    ]);
    expect(all).toEqual(
      expect.arrayContaining([
        'number-none: note 司法所.xlsx 指标数据!D4：普法活动场次“无”按 0 计。没有此项职责的请填“不涉及”。',
        'figure-blank: note 司法所.xlsx 指标数据!D5：法律援助件数没有填写，不等于 0。没有发生的填 0，没有这项职责的填“不涉及”。',
      ]),
    );
  });

  it.each(['—', '/', 'N/A', '－－'])('a mere %s is taken for 不涉及, which a person has to look at', (sign) => {
    const { rows, says } = figures({ code: 'E1', quantity: sign });
    expect(rows.figures.map(({ quantity }) => quantity.value)).toEqual([
      { value: null, applies: false, qualifier: '' },
    ]);
    expect(says).toEqual([
      `doubt 司法所.xlsx 指标数据!D4：普法活动场次“${sign}”按“不涉及”计。没有发生的填 0，没有这项职责的填“不涉及”。`,
    ]);
  });

  it('many such signs in a column are told once, and what is spelled out not at all', () => {
    const sign = ['E1', 'E7', 'E2'].map((code) => ({ code, quantity: '/' }));
    expect(figures(...sign).says).toEqual([
      'doubt 司法所.xlsx 指标数据!D4：有3项指标只写了“—”“/”一类的符号，都按“不涉及”计：D4、D5、D6。没有发生的填 0，没有这项职责的填“不涉及”。',
    ]);
    for (const quantity of ['不涉及', '不适用', '无此项职责'])
      expect(figures({ code: 'E1', quantity }).says).toEqual([]);
  });

  it('of an unknown code are left out, and of a computed rate kept to be compared', () => {
    const { rows, says } = figures(
      { code: 'E66', quantity: 3 },
      { code: 'D10', quantity: '64%' },
      { code: 'D10', quantity: 0.64 },
    );
    expect(rows.figures.map(({ code, quantity }) => [code, quantity.value?.value])).toEqual([
      ['D10', 64],
      ['D10', undefined],
    ]);
    expect(says).toEqual([
      'error 司法所.xlsx 指标数据!D6：执法经费到位率“0.64”分不清是比例还是百分数。请写明百分号，如 80%。',
      'doubt 司法所.xlsx 指标数据!A5：编码“D10”重复，另见 司法所.xlsx 指标数据!A6，只计一次。请改成互不相同的编号，或删去多余的行。',
      'error 司法所.xlsx 指标数据!A4：编码“E66”不在总表的“指标”里，这一行没有采用。是否指“E6”？请按总表的指标编码填写。',
    ]);
  });

  it.each<[string, readonly Record<string, CellInput>[], string]>([
    [
      'more settled than taken up',
      [
        { code: 'E6.1', quantity: 118 },
        { code: 'E6.2', quantity: 112 },
      ],
      'error 司法所.xlsx 指标数据!D4：人民调解成功件数 118 大于人民调解受理件数（指标数据!D5） 112。请核对各数并改正，改正前都不计入。',
    ],
    [
      'more passed than took part',
      [
        { code: 'D9.2', quantity: 17 },
        { code: 'D9.3', quantity: 21 },
      ],
      'error 司法所.xlsx 指标数据!D5：学法考试合格人数 21 大于学法考试参考人数（指标数据!D4） 17。请核对各数并改正，改正前都不计入。',
    ],
    [
      'parts that do not add up',
      [
        { code: 'C2', quantity: 34 },
        { code: 'C2.2', quantity: 21 },
        { code: 'C2.3', quantity: 12 },
      ],
      'error 司法所.xlsx 指标数据!D5：简易程序处罚数加普通程序处罚数（指标数据!D6） 33 不等于行政处罚决定数（指标数据!D4） 34。请核对各数并改正，改正前都不计入。',
    ],
    [
      'more villages than there are',
      [{ code: 'E3.1', quantity: 31 }],
      'error 司法所.xlsx 指标数据!D4：有法治文化阵地村数 31 大于行政村数 30。请核对各数并改正，改正前都不计入。',
    ],
  ])('%s are all kept out', (_, records, said) => {
    const { rows, says } = figures(...records, { code: 'E1', quantity: 10 });
    expect(says).toEqual([said]);
    expect(rows.figures.filter(({ quantity }) => quantity.value !== null).map(({ code }) => code)).toEqual(['E1']);
  });

  it('of one code with different values do not count, with one value once', () => {
    const twice = (first: CellInput, second: CellInput): unknown => {
      const { rows, says } = figures({ code: 'E1', quantity: first }, { code: 'Ｅ1', quantity: second });
      return [rows.figures.map(({ quantity }) => quantity.value?.value ?? null), says[0]?.slice(0, 5)];
    };
    expect(twice(10, 12)).toEqual([[null, null], 'error']);
    expect(twice(10, '10场')).toEqual([[10, 10], 'doubt']);
  });

  it('that are only about right are no sum of others', () => {
    const parts = [
      { code: 'C2.2', quantity: 21 },
      { code: 'C2.3', quantity: 12 },
    ];
    const { rows, says } = figures({ code: 'C2', quantity: '约34件' }, ...parts);
    expect(rows.figures.every(({ quantity }) => quantity.value !== null)).toBe(true);
    expect(says.filter((line) => !line.startsWith('note'))).toEqual([]);
  });

  it.each([
    ['120余件', 112],
    [108, '百余件'],
  ])('that are only about right are no part of less, for they would make more than 100%%: %s of %s', (part, whole) => {
    const { rows, says } = figures({ code: 'E6.1', quantity: part }, { code: 'E6.2', quantity: whole });
    expect(rows.figures.every(({ quantity }) => quantity.value === null)).toBe(true);
    expect(says.filter((line) => line.startsWith('error'))).toEqual([expect.stringContaining('大于人民调解受理件数')]);
  });

  it('of the staff come under their indicators, and cannot be more certified than there are', () => {
    const staff = {
      quota: 2,
      established: 1,
      onDuty: 1,
      certified: 2,
      unqualified: 0,
      college: 1,
      lawMajors: 1,
      reviewers: 1,
      examPassed: 1,
    };
    const team = formGrid(teamForm, staff, { workbook: '司法所.xlsx' });
    const { rows, says } = read('司法所', [...departmentGrids('司法所', []), team]);
    expect(values(rows)).toEqual([
      ['D1.1', 2],
      ['D1.2', 1],
      ['D1.3', null],
      ['D2.1', null],
      ['D3', 0],
      ['D6.1', 1],
      ['D7.1', 1],
      ['D4.1', 1],
      ['D5', 1],
    ]);
    expect(says).toEqual([
      'error 司法所.xlsx 执法队伍!B7：持证执法人员数 2 大于在岗执法人员数（执法队伍!B6） 1。请核对各数并改正，改正前都不计入。',
    ]);
  });
});

describe('single events', () => {
  it('are read with their department', () => {
    const workbook = '司法所.xlsx';
    const { rows, says } = read('司法所', [
      ...departmentGrids('司法所', []),
      tableGrid(
        trainingTable,
        [{ day: '2022-05-10', topic: '轮训', hours: '六十', invited: 3, attended: 4, examTaken: 2, examInvited: 2 }],
        { workbook },
      ),
      tableGrid(
        publicityTable,
        [{ day: '2022-12-04', topic: '宪法宣传', leads: '是', events: '４场，900人次', people: 300 }],
        { workbook },
      ),
      tableGrid(
        casesTable,
        [{ category: '罚款', procedure: '简易', decidedOn: '2022-03-01', amount: '2.86万', capacity: '受委托' }],
        { workbook },
      ),
    ]);
    const eventsIn = (key: string): Rows['events'][number]['rows'] =>
      rows.events.find(({ detail }) => detail.key === key)?.rows ?? [];
    expect(eventsIn('trainings').map(({ department, said }) => ({ department, ...said }))).toMatchObject([
      {
        department: '司法所',
        hours: { value: { value: 60 } },
        attended: { value: null },
        invited: { value: null },
        examTaken: { value: { value: 2 } },
      },
    ]);
    expect(eventsIn('publicity').map(({ said }) => said)).toMatchObject([
      { topic: { value: '宪法宣传' }, leads: { value: true }, events: { value: null } },
    ]);
    expect(eventsIn('cases').map(({ said }) => said)).toMatchObject([
      { amount: { value: { value: 2.86 } }, capacity: { value: '受委托' } },
    ]);
    expect(says).toEqual([
      'note 司法所.xlsx 培训明细!D4：学时“六十”是汉字数字，按 60 计。请核对，建议写成阿拉伯数字。',
      'error 司法所.xlsx 培训明细!F4：实到 4 大于应到 3。请核对各数并改正，改正前都不计入。',
      'error 司法所.xlsx 普法明细!E4：场次“４场，900人次”含有两个数。本格只填一个数，如 4场次，其余填入各自的栏。',
      'note 司法所.xlsx 案件明细!D4：罚没金额（元）“2.86万”按 2.86万元 计。请核对。',
      'doubt 司法所.xlsx 案件明细!F4：执法名义为受委托，没有填写委托机关。请填写委托机关的名称；以镇政府名义的请改为“本级”。',
    ]);
  });
});

it('the order of files, sheets and rows changes no record and no problem', () => {
  const files = ['司法所', '综治中心'].map((name) => ({
    file: `${name}.xlsx`,
    grids: departmentGrids(
      name,
      [
        { taskId: 'A-01', status: '推进中' },
        { taskId: 'B-01', status: '逾期' },
      ],
      [
        { code: 'E1', quantity: 3 },
        { code: 'E2', quantity: '若干' },
      ],
    ),
  }));
  const turned = [...files].reverse().map(({ file, grids }) => ({ file, grids: [...grids].reverse() }));
  const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort();
  const [straight, back] = [office(files), office(turned)];
  expect(sorted(back.all)).toEqual(sorted(straight.all));
  const figuresOf = (rows: Rows): readonly string[] => sorted(rows.figures.map((figure) => JSON.stringify(figure)));
  expect(figuresOf(back.rows)).toEqual(figuresOf(straight.rows));
});

describe('what the report loses by a sheet', () => {
  const lost = (grids: readonly Grid[]): readonly string[] =>
    office([{ file: '综治中心.xlsx', grids }]).all.filter((line) => /^(?:task|figure)-unreported/u.test(line));
  const whole = departmentGrids('综治中心', [{ taskId: 'B-01', status: '推进中' }]);
  const figures = (...codes: readonly string[]): Grid =>
    tableGrid(
      figuresTable,
      codes.map((code) => ({ code, quantity: 1 })),
      { workbook: '综治中心.xlsx' },
    );
  const without = (title: string): readonly Grid[] => whole.filter(({ sheet }) => sheet !== title);
  const all =
    '（E1 普法活动场次、E2 普法受众人次、E2.1 普法资料份数、E6.1 人民调解成功件数、E6.2 人民调解受理件数、E8.1 信访按期办结件数、E8.2 信访应办结件数）';

  it('that lost its rows', () => {
    expect(lost([...without('指标数据'), figures()])).toEqual([
      `figure-unreported: doubt 综治中心.xlsx 指标数据：缺少7项指标的填报行${all}，报告没有这些填报值。请补上这些行；没有发生的填 0，没有这项职责的填“不涉及”。`,
    ]);
    expect(lost([...without('指标数据'), figures('E1', 'E2', 'E2.1', 'E6.1', 'E6.2', 'E8.1')])).toEqual([
      expect.stringContaining('缺少1项指标的填报行（E8.2 信访应办结件数）'),
    ]);
    expect(lost([...without('指标数据'), figures('E1', 'E2', 'E2.1', 'E6.1', 'E6.2', 'E8.1', 'E8.2')])).toEqual([]);
  });

  it('that is not there', () => {
    expect(lost(without('指标数据'))).toEqual([
      `figure-unreported: doubt 综治中心.xlsx：没有“指标数据”，报告缺少7项指标的填报值${all}。请补上这些行；没有发生的填 0，没有这项职责的填“不涉及”。`,
    ]);
    expect(
      lost([...without('任务进展').slice(0, 1), figures('E1', 'E2', 'E2.1', 'E6.1', 'E6.2', 'E8.1', 'E8.2')]),
    ).toEqual([
      'task-unreported: doubt 综治中心.xlsx：没有“任务进展”，报告缺少1项任务的进展（B-01），到期的按未报计。请补上“任务进展”，每项任务一行。',
    ]);
  });
});
