/** Which file is whose, whether it may be used, and what is told of each, with the cells of which that speaks. */
import type { ReadFailure } from '../../../../src/core/base/read-failure';
import type { Grid } from '../../../../src/core/base/grid';
import { departmentBooks } from '../../../../src/core/rows/books/department-books';
import type { DepartmentFile } from '../../../../src/core/rows/books/department-file';
import { directoryOf } from '../../../../src/core/rows/department-names';
import { coverForm } from '../../../edition';
import { department } from '../../findings/rows-builder';
import { dateCell, gridOf, type CellInput } from '../../grid-builder';
import { formGrid, settingsOf } from '../../office-builder';

const directory = directoryOf([department('司法所', { aliases: ['法治办'] }), department('综治中心')], '某镇');
const settings = settingsOf();
const more = (workbook: string, sheet = '任务进展'): Grid => gridOf([['一'], ['二']], { workbook, sheet });

function file(
  name: string,
  cover: Readonly<Record<string, CellInput>> | null,
  ...others: readonly Grid[]
): DepartmentFile {
  const own = cover === null ? [] : [formGrid(coverForm, { reportYear: 2022, ...cover }, { workbook: name })];
  return { file: name, grids: [...own, ...others] };
}
const closed = (name: string, failure: ReadFailure | null, foreign = false): DepartmentFile => ({
  ...{ file: name, grids: null, failure, foreign },
});

function read(...files: readonly DepartmentFile[]) {
  const { value, problems } = departmentBooks(files, directory, settings);
  return {
    usable: value.usable.map((one) => `${one.department.name} ${one.file} ${String(one.grids.length)}`),
    status: value.workbooks.map((one) =>
      [one.department, one.file ?? '-', one.status.kind, 'why' in one.status ? one.status.why : ''].join(' ').trim(),
    ),
    filled: value.workbooks.map(({ filledOn }) => filledOn),
    told: problems.map(
      ({ level, code, place, reason, expected }) =>
        `${level} ${code} ${place.file} ${place.cell ?? ''}：${reason}。${expected}`,
    ),
    covers: problems.map(({ covers = [] }) => covers.map(({ sheet }) => sheet)),
  };
}

it('a workbook is its cover’s unit’s, and says when it was filled in', () => {
  expect(read(file('报表.xlsx', { department: '法治办', filledOn: '2022-12-20' }, more('报表.xlsx')))).toMatchObject({
    usable: ['司法所 报表.xlsx 2'],
    status: ['司法所 报表.xlsx usable', '综治中心 - none'],
    filled: ['2022-12-20', null],
    told: [],
  });
});

it('where nobody has the cover’s unit the name of the file says whose it is', () => {
  const found = read(file('司法所.xlsx', { department: '财政所' }));
  expect([found.usable, found.status[0]]).toEqual([['司法所 司法所.xlsx 1'], '司法所 司法所.xlsx usable']);
});

it.each<[string, DepartmentFile, readonly string[], readonly string[]]>([
  [
    'of nobody knows whom',
    file('报表.xlsx', { department: null }, more('报表.xlsx')),
    [
      'error required-blank 报表.xlsx B4：单位没有填写。请填写：本表属于哪个单位',
      'error department-unknown 报表.xlsx ：填报单位“报表”不在“单位”表里。请改为“单位”表里的名称，或把它加为别名',
    ],
    ['综治中心 - none'],
  ],
  [
    'of a unit nobody has',
    file('报表.xlsx', { department: '财政所' }),
    ['error department-unknown 报表.xlsx B4：填报单位“财政所”不在“单位”表里。请改为“单位”表里的名称，或把它加为别名'],
    ['综治中心 - none'],
  ],
  [
    'of a unit that may have been renamed',
    file('报表.xlsx', { department: '综治中芯' }),
    [
      'error department-unknown 报表.xlsx B4：填报单位“综治中芯”不在“单位”表里。是否指“综治中心”？请改正，或把它加为别名',
    ],
    ['综治中心 - not-read “报表.xlsx”写的单位“综治中芯”不在“单位”表里，不知道是不是它的'],
  ],
  [
    'without cover, of nobody knows whom',
    file('报表.xlsx', null, more('报表.xlsx')),
    [
      'error sheet-missing 报表.xlsx ：没有找到工作表“封面”。请补上这张工作表，名称可用：封面、首页',
      'error department-unknown 报表.xlsx ：文件名“报表”不在“单位”表里。请改为“单位”表里的名称，或把它加为别名',
    ],
    ['综治中心 - none'],
  ],
  [
    'of another year',
    file('综治中心.xlsx', { department: '综治中心', reportYear: 2021 }, more('综治中心.xlsx')),
    [
      'error workbook-other-year 综治中心.xlsx B5：封面年度“2021”与总表的2022年不一致，整本没有采用（任务进展）。请改用2022年度的填报表；确属年度写错的请改正封面',
    ],
    ['综治中心 综治中心.xlsx refused “综治中心.xlsx”封面年度是2021年，不是2022年'],
  ],
])('a workbook %s is not used, and its first error speaks of all of it', (_, one, told, status) => {
  const found = read(one);
  expect(found.usable).toEqual([]);
  expect(found.told).toEqual(told);
  expect(found.status.slice(1)).toEqual(status);
  const sheets = (one.grids ?? []).map(({ sheet }) => sheet);
  expect(found.covers).toEqual(told.map((__, index) => (index === 0 ? sheets : [])));
});

it('a workbook of its own without cover is used, which is asked about', () => {
  expect(read(file('法治办.xlsx', null, more('法治办.xlsx')))).toMatchObject({
    usable: ['司法所 法治办.xlsx 1'],
    told: ['doubt cover-missing 法治办.xlsx ：没有“封面”，按文件名认单位，按2022年度采用。请核对是不是本年度的表'],
    covers: [[]],
  });
});

it.each([
  ['2022-03-05', 'usable'],
  ['2021-03-05', 'refused'],
] as const)(
  'a workbook without cover under a title of another year, with a day of %s that is shown without it',
  (day, status) => {
    const shown = { ...dateCell(day), shown: '3月5日' };
    const found = read({ file: '法治办.xlsx', grids: [gridOf([['2021年检查台账'], ['日期', '次数'], [shown, 4]])] });
    expect(found.status[0]).toContain(status);
  },
);

it.each([
  ['of another year', ['2021年检查台账'], ['refused']],
  ['of that year among others', ['2021年检查台账', '2022年处罚台账'], ['usable']],
  ['of another year above days of the report’s', ['2021年检查台账', '2022-03-05'], ['usable', 'doubt']],
  ['of a span of years', ['2016－2020年规划台账'], ['usable']],
  ['of a paper of another year', ['落实镇发〔2021〕5号台账'], ['usable']],
])('a workbook without cover under a title %s', (_, texts, [status, level = '']) => {
  const grids = texts.map((text, index) =>
    gridOf([[text], ['日期', '次数'], ['3月', 4]], { sheet: `表${String(index)}` }),
  );
  const found = read({ file: '法治办.xlsx', grids });
  expect(found.status[0]).toContain(status);
  expect(found.told.filter((one) => one.includes('workbook-other-year')).length).toBe(
    status === 'refused' || level !== '' ? 1 : 0,
  );
});

it('a workbook with two covers is its name’s, and that is all that is told of it', () => {
  const cover = formGrid(coverForm, { department: '司法所', reportYear: 2022 }, { workbook: '司法所.xlsx' });
  const found = read({ file: '司法所.xlsx', grids: [cover, { ...cover, sheet: '封面 (2)' }] });
  expect([found.usable, found.told.map((one) => one.split(' ', 2)[1])]).toEqual([
    ['司法所 司法所.xlsx 2'],
    [expect.stringMatching(/^sheet-/u)],
  ]);
});

it('what stands on a cover beside its own lines, and what of these could not be read, is told', () => {
  const cover = formGrid(
    coverForm,
    { department: '司法所', reportYear: 2022, filledOn: '年底' },
    { workbook: '司法所.xlsx' },
  );
  const rows = [...cover.rows, ...gridOf([['车牌号', '鲁A12345']]).rows];
  const found = read({ file: '司法所.xlsx', grids: [{ ...cover, rows }] });
  expect(found.usable).toEqual(['司法所 司法所.xlsx 1']);
  expect(found.told).toEqual([
    expect.stringMatching(/^(?:error|doubt) day-\S+ 司法所\.xlsx/u),
    expect.stringMatching(/^note \S+ 司法所\.xlsx .*与填报无关的不用管$/u),
  ]);
  expect(found.covers[0]).toEqual([]);
});

it('a cover of one in the file of another is used as the cover says, which is asked about', () => {
  const found = read(file('综治中心.xlsx', { department: '司法所' }));
  expect(found.status).toEqual(['司法所 综治中心.xlsx usable', '综治中心 - none']);
  expect(found.told).toEqual([
    'doubt cover-other-department 综治中心.xlsx B4：封面写的是“司法所”，文件名是“综治中心”，按封面采用。请核对是否放错文件或填错封面',
  ]);
});

it.each<[string, DepartmentFile, readonly string[], string]>([
  [
    'for a reason',
    closed('司法所.xlsx', { fault: 'access', why: '没有权限' }),
    [expect.stringMatching(/^error workbook-unreadable 司法所\.xlsx ：没有读到，整本没有采用：没有权限。/u) as string],
    '司法所 司法所.xlsx not-read 没有权限',
  ],
  [
    'for no reason',
    closed('司法所.xlsx', null),
    [
      'error workbook-unreadable 司法所.xlsx ：文件打不开，整本没有采用。请用 WPS 或 Excel 打开检查，另存为 .xlsx 后放回“填报”再运行一次',
    ],
    '司法所 司法所.xlsx not-read 文件打不开',
  ],
  [
    'as it is no table, but named as the unit’s',
    closed('司法所.pdf', { fault: 'file', why: '不是表格' }, true),
    [expect.stringMatching(/^error workbook-unreadable 司法所\.pdf ：没有读到，整本没有采用：不是表格。/u) as string],
    '司法所 司法所.pdf not-read 不是表格',
  ],
  [
    'as it is no table, and nobody’s',
    closed('说明.pdf', { fault: 'file', why: '不是表格' }, true),
    ['note file-ignored 说明.pdf ：没有采用：不是表格。与填报无关的请移走'],
    '司法所 - none',
  ],
])('a file that was not opened %s', (_, one, told, status) => {
  const found = read(one);
  expect([found.usable, found.told, found.status[0]]).toEqual([[], told, status]);
});

it('what is no table is no loss beside the unit’s own workbook', () => {
  const found = read(
    closed('司法所.pdf', { fault: 'file', why: '不是表格' }, true),
    file('司法所.xlsx', { department: '司法所' }),
  );
  expect(found.told).toEqual(['note file-ignored 司法所.pdf ：没有采用：不是表格。与填报无关的请移走']);
  expect(found.status[0]).toBe('司法所 司法所.xlsx usable');
});

it('a file nobody could open may be that of whoever sent none', () => {
  expect(read(closed('报表.xlsx', { fault: 'file', why: '已损坏' })).status).toEqual([
    '司法所 - not-read 没有以该单位命名的文件，“报表.xlsx”又没有读到，不知道是不是它的',
    '综治中心 - not-read 没有以该单位命名的文件，“报表.xlsx”又没有读到，不知道是不是它的',
  ]);
});

describe('of several files of one unit', () => {
  const cover = { department: '司法所' };
  const [own, copy] = [
    file('司法所.xlsx', cover, more('司法所.xlsx')),
    file('司法所 (2).xlsx', cover, more('司法所 (2).xlsx')),
  ];
  const twice = (name: string, used: string): string =>
    `error workbook-twice ${name} ：司法所有2个填报表，${used}。请只留一个，并命名为“司法所.xlsx”`;

  it('that is used which is named after it, in whatever order they come', () => {
    for (const files of [
      [own, copy],
      [copy, own],
    ]) {
      expect(read(...files)).toMatchObject({
        usable: ['司法所 司法所.xlsx 2'],
        status: ['司法所 司法所.xlsx usable', '综治中心 - none'],
        told: [twice('司法所 (2).xlsx', '采用了“司法所.xlsx”')],
        covers: [['封面', '任务进展']],
      });
    }
  });

  it('none is, where none or more than one is named after it', () => {
    const other = file('终稿.xlsx', cover);
    expect(read(copy, other)).toMatchObject({
      usable: [],
      status: ['司法所 司法所 (2).xlsx refused 司法所有2个填报表，都没有采用', '综治中心 - none'],
      told: [twice('司法所 (2).xlsx', '都没有采用'), twice('终稿.xlsx', '都没有采用')],
    });
    expect(read(own, file('司 法所.xls', cover)).usable).toEqual([]);
  });

  it('none is, where that which is named after it was not given to be read', () => {
    const found = read(closed('司法所.xlsx', { fault: 'service', why: '没有回答' }), copy);
    expect(found.usable).toEqual([]);
    expect(found.told).toContainEqual(twice('司法所 (2).xlsx', '“司法所.xlsx”没有读到，都没有采用'));
    expect(found.status[0]).toBe('司法所 司法所.xlsx not-read 没有回答');
  });

  it('the other is, where one by another name of the unit was not given to be read', () => {
    expect(read(closed('法治办.xlsx', { fault: 'service', why: '没有回答' }), copy).usable).toHaveLength(1);
  });

  it('the other is, where that which is named after it is damaged', () => {
    expect(read(closed('司法所.xlsx', { fault: 'file', why: '已损坏' }), copy).usable).toEqual([
      '司法所 司法所 (2).xlsx 2',
    ]);
  });

  it('the one of this year is, where the other is of another', () => {
    const old = file('司法所.xlsx', { ...cover, reportYear: 2021 });
    expect(read(old, copy)).toMatchObject({
      usable: ['司法所 司法所 (2).xlsx 2'],
      status: ['司法所 司法所 (2).xlsx usable', '综治中心 - none'],
    });
  });
});

describe('a workbook in which characters were lost', () => {
  const lost = (sheet: string): Grid =>
    gridOf(
      [
        ['????', '??'],
        ['???', '????'],
      ],
      { workbook: '司法所.xlsx', sheet },
    );

  it('is not read, and told by its first sheet', () => {
    const [told] = read({ file: '司法所.xlsx', grids: [lost('一'), lost('二'), gridOf([], { sheet: '三' })] }).told;
    expect(told).toMatch(/^error workbook-unreadable 司法所\.xlsx ：没有读到，整本没有采用：“一”/u);
  });

  it('is, where one of its sheets is whole, and an empty one tells nothing', () => {
    expect(read({ file: '司法所.xlsx', grids: [lost('一'), more('司法所.xlsx')] }).usable).toHaveLength(1);
    expect(read({ file: '司法所.xlsx', grids: [gridOf([], { sheet: '一' })] }).usable).toHaveLength(1);
  });
});
