/** The hub's 单位: each unit with its cells, and what is said of names, numbers, roles and links. */
import { problemText } from '../../../src/core/base/problem';
import { departmentList } from '../../../src/core/rows/department-list';
import { departmentsTable, starterDepartments } from '../../edition';
import type { CellInput } from '../grid-builder';
import { settingsOf, tableGrid } from '../office-builder';

function read(...records: readonly Readonly<Record<string, CellInput>>[]) {
  const grid = tableGrid(departmentsTable, records, { workbook: '总表.xlsx' });
  const { value, problems, taken } = departmentList([grid], '总表.xlsx', settingsOf());
  return {
    units: value,
    names: value.map(({ name }) => name),
    roles: value.map(({ roles }) => roles.join('、')),
    told: problems.map(
      (one) => `${one.level} ${one.code} ${problemText(one).replace('总表.xlsx 单位!', '').replace(/。$/u, '')}`,
    ),
    taken,
  };
}
const unit = (name: string | null, more: Readonly<Record<string, CellInput>> = {}) => ({
  id: name,
  name,
  inGroup: '否',
  ...more,
});

it('each cell is its own part of the unit', () => {
  const link = 'https://docs.google.com/spreadsheets/d/1AbC-dEf_GhIjKlMnOpQrStUv/edit#gid=0';
  const found = read(
    unit('司法所', {
      ...{ id: 'D01', aliases: '法治办、司法办', kind: '派出', inGroup: '是', active: '否', roles: '执法、法制', link },
      ...{ mailbox: 'sfs@town.example', leaderMailbox: 'zhang@town.example' },
    }),
  );
  expect(found).toMatchObject({
    told: [],
    units: [
      {
        ...{ id: 'D01', name: '司法所', aliases: ['法治办', '司法办'], kind: '派出', inGroup: true, active: false },
        ...{ roles: ['执法', '法制'], spreadsheet: '1AbC-dEf_GhIjKlMnOpQrStUv' },
        ...{ mailbox: { value: 'sfs@town.example' }, leaderMailbox: { value: 'zhang@town.example' } },
        place: { file: '总表.xlsx', sheet: '单位', cell: 'A4' },
      },
    ],
  });
  expect(found.taken?.length).toBeGreaterThan(0);
});

it('what is left blank is nothing, and the unit reports; its number is then its name', () => {
  expect(read({ name: '自设办', mailbox: 'sfs@town.example' }).units).toMatchObject([
    { id: '自设办', aliases: [], kind: '', inGroup: false, active: true, roles: [], spreadsheet: null },
  ]);
});

it('one without a name is told, and is none', () => {
  const found = read(unit('司法所'), { id: 'D02', kind: '派出', inGroup: '否' });
  expect(found.names).toEqual(['司法所']);
  expect(found.told).toEqual([expect.stringMatching(/^error required-blank B5：/u)]);
});

it.each<[string, Readonly<Record<string, CellInput>>, Readonly<Record<string, CellInput>>, readonly string[], string]>([
  [
    'of one name',
    unit('司法所', { id: 'D01' }),
    unit('司 法所', { id: 'D02' }),
    ['司法所'],
    '单位名称或别名“司法所”重复，另见 总表.xlsx 单位!B5',
  ],
  [
    'of one number',
    unit('司法所', { id: 'D01' }),
    unit('财政所', { id: 'Ｄ01' }),
    ['司法所', '财政所'],
    '编号“D01”重复，另见 总表.xlsx 单位!A5',
  ],
  [
    'of which one is called as the other',
    unit('司法所'),
    unit('财政所', { aliases: '司法所' }),
    ['司法所', '财政所'],
    '单位名称或别名“司法所”重复，另见 总表.xlsx 单位!C5',
  ],
  [
    'of one alias',
    unit('司法所', { aliases: '法治办' }),
    unit('财政所', { aliases: '法治办' }),
    ['司法所', '财政所'],
    '单位名称或别名“法治办”重复，另见 总表.xlsx 单位!C5',
  ],
])('two units %s are told', (_, one, other, names, says) => {
  const found = read(one, other);
  expect([found.names, found.told]).toEqual([
    names,
    [expect.stringMatching(new RegExp(`^error key-twice [A-C]4：${says}。`, 'u'))],
  ]);
});

it('a role of two units is told with both, one of one unit is not', () => {
  const found = read(
    unit('司法所', { roles: '执法、法制' }),
    unit('财政所', { roles: '财务' }),
    unit('城管所', { roles: '执法' }),
  );
  expect(found.told).toEqual([
    expect.stringMatching(
      /^error role-twice [A-Z]+4：角色“执法”写给了司法所、城管所，“牵头：执法”不知道指哪一个。一个角色请只写给一个单位$/u,
    ),
  ]);
});

describe('where no role is written', () => {
  const [starter] = starterDepartments;

  it('units called as in a new hub have those of there, by a name or an alias of either', () => {
    const alias = starter!.aliases[0] ?? starter!.name;
    const usual = starter!.roles.join('、');
    expect(read(unit(starter!.name), unit('自设办')).roles).toEqual([usual, '']);
    expect(read(unit('自设办', { aliases: alias })).roles).toEqual([usual]);
    expect(usual).not.toBe('');
  });

  it('and one is written somewhere, nobody has more than is written', () => {
    expect(read(unit(starter!.name), unit('自设办', { roles: '别的' })).roles).toEqual(['', '别的']);
  });
});

it.each([
  ['https://docs.google.com/spreadsheets/d/1AbC-dEf_GhIjKlMnOpQ/edit', '1AbC-dEf_GhIjKlMnOpQ'],
  ['https://docs.google.com/spreadsheets/d/1AbC-dEf_GhIjKlMnO/edit', null],
  ['https://docs.google.com/document/d/1AbC-dEf_GhIjKlMnOpQrStUv/edit', null],
  ['见群文件', null],
])('the link %s leads to %j', (link, id) => {
  const found = read(unit('司法所', { link }));
  expect(found.units.map(({ spreadsheet }) => spreadsheet)).toEqual([id]);
  expect(found.told.map((one) => one.replace(/[A-Z]+4：/u, ''))).toEqual(
    id === null
      ? [
          'error link-unreadable 这不是 Google 表格的链接，没有采用。请打开表格，复制浏览器地址栏里 docs.google.com/spreadsheets/d/ 开头的地址；没有自己的表格的留空',
        ]
      : [],
  );
});

it('without the sheet there is no unit, and that is told', () => {
  const { value, problems } = departmentList([], '总表.xlsx', settingsOf());
  expect([value, problems.map(({ level, code }) => `${level} ${code}`)]).toEqual([[], ['error sheet-missing']]);
});
