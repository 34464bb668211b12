/** The typed figures of one workbook: which count, which keep their cells alone, and what is told of each line. */
import { problemText } from '../../../src/core/base/problem';
import type { Grid } from '../../../src/core/base/grid';
import { figureList } from '../../../src/core/rows/figure-list';
import { leftWord } from '../../../src/core/tables/rules/rule';
import { figuresTable, teamForm } from '../../edition';
import { department, noRows } from '../findings/rows-builder';
import { gridOf, type CellInput } from '../grid-builder';
import { formGrid, settingsOf, tableGrid } from '../office-builder';
import { figuresOf, readOffice } from './ledger-office';

const unit = department('司法所', { inGroup: true });
const settings = settingsOf();
const file = '司法所.xlsx';

interface More {
  readonly isOfRows?: (code: string) => boolean;
  readonly suggestions?: readonly string[];
  /** Also what is said of lines and forms that are not there. */
  readonly isWhole?: boolean;
}

function read(grids: readonly Grid[], { isOfRows = () => false, suggestions = [], isWhole = false }: More = {}) {
  const known = { indicators: noRows.indicators, meanings: noRows.meanings };
  const said = suggestions.map((text) => ({ department: unit.name, text, place: { file } }));
  const { value, problems, taken, unused, matches } = figureList({ department: unit, file, grids }, known, settings, {
    suggestions: said,
    isOfRows,
  });
  const usual = ['sheet-missing', 'figure-unreported', 'line-missing'];
  return {
    figures: value.map(({ code, quantity, lastYear }) =>
      [code, quantity.value?.value ?? '-', lastYear.value?.value ?? '-'].join(' '),
    ),
    notes: value.map(({ note }) => note),
    told: problems
      .filter(({ code }) => isWhole || !usual.includes(code))
      .map((one) => `${one.level} ${one.code} ${problemText(one).replace(`${file} `, '')}`),
    taken,
    unused,
    matches: matches.map(({ written, takenAs }) => `${written} ${takenAs}`),
  };
}
const lines = (...records: readonly Readonly<Record<string, CellInput>>[]): Grid =>
  tableGrid(figuresTable, records, { workbook: file });
const form = (sheet: string, values: Readonly<Record<string, CellInput>>): Grid =>
  formGrid(teamForm, values, { workbook: file, sheet });

it.each<[string, Readonly<Record<string, CellInput>>, readonly string[], readonly string[]]>([
  ['with last year’s and a note', { code: 'E1', quantity: 5, lastYear: 4, note: '含线上' }, ['E1 5 4'], []],
  [
    'blank',
    { code: 'E1' },
    ['E1 - -'],
    ['note figure-blank 指标数据!D4：普法活动场次没有填写，不等于 0。没有发生的填 0，没有这项职责的填“不涉及”。'],
  ],
  [
    'with spaces alone',
    { code: 'E1', quantity: ' 　' },
    ['E1 - -'],
    ['note figure-blank 指标数据!D4：普法活动场次没有填写，不等于 0。没有发生的填 0，没有这项职责的填“不涉及”。'],
  ],
  ['of a rate, blank', { code: 'D10' }, ['D10 - -'], []],
  [
    'in a unit that is another number, with last year’s',
    { code: 'E2', unit: '人', quantity: 300, lastYear: 200 },
    ['E2 - -'],
    [
      'error unit-differs 指标数据!C4：普法受众人次的单位应为“人次”，这一行写作“人”，填报值没有采用。请按“人次”填报，并改回单位。',
    ],
  ],
  [
    'in another unit, and blank',
    { code: 'E2', unit: '人', lastYear: 200 },
    ['E2 - 200'],
    ['note figure-blank 指标数据!D4：普法受众人次没有填写，不等于 0。没有发生的填 0，没有这项职责的填“不涉及”。'],
  ],
  ['by its name alone', { name: '普法活动场次', quantity: 5 }, ['E1 5 -'], []],
  [
    'of nobody’s code',
    { code: 'Q9', quantity: 5 },
    [],
    [
      'error indicator-unknown 指标数据!A4：编码“Q9”不在总表的“指标”里，这一行没有采用。是否指“C9”？请按总表的指标编码填写。',
    ],
  ],
  [
    'of money by the row’s unit',
    { code: 'C3', unit: '元', quantity: 28_600, lastYear: 10_000 },
    ['C3 2.86 1'],
    ['note unit-converted 指标数据!C4：罚没金额这一行的单位是“元”，按元计，已换算成万元。如不对，请把单位改回“万元”。'],
  ],
  ['of money by the indicator’s unit', { code: 'C3', quantity: 2.86 }, ['C3 2.86 -'], []],
])('a line %s', (_, record, figures, told) => {
  const found = read([lines(record)]);
  expect([found.figures, found.told]).toEqual([figures, told]);
});

it('two lines of one figure count once where they say the same, and not at all where they differ', () => {
  const two = (...quantities: readonly CellInput[]) =>
    read([lines(...quantities.map((quantity) => ({ code: 'E1', quantity })))]);
  const told = (level: string, used: string): readonly string[] => [
    `${level} key-twice 指标数据!A4：编码“E1”重复，另见 司法所.xlsx 指标数据!A5，${used}。请改成互不相同的编号，或删去多余的行。`,
  ];
  expect(two(5, 5)).toMatchObject({ figures: ['E1 5 -', 'E1 5 -'], told: told('doubt', '只计一次') });
  expect(two(5, 6)).toMatchObject({ figures: ['E1 - -', 'E1 - -'], told: told('error', '各行不一致，都没有采用') });
});

it('a note is kept with its figure, and a line that is told elsewhere may be blank', () => {
  expect(read([lines({ code: 'E1', quantity: 5, note: '含线上' })]).notes).toEqual(['含线上']);
  expect(read([lines({ code: 'E1' })], { isOfRows: (code) => code === 'E1' }).told).toEqual([]);
  expect(read([lines({ code: 'E1' })], { isOfRows: (code) => code === 'E2' }).told).toHaveLength(1);
});

it('what a department writes of an odd figure in 问题与建议 makes the mistake a doubt', () => {
  const relation = noRows.meanings.relations.find(
    ({ unless, left, right }) =>
      unless.length > 0 && left.length === 1 && right.length === 1 && /^[A-Z]/u.test(right[0] ?? ''),
  );
  const [left = '', right = '', word = ''] = [relation?.left[0], relation?.right[0], relation?.unless[0]];
  const grid = lines({ code: left, quantity: 5 }, { code: right, quantity: 4 });
  const levels = (suggestions: readonly string[]) =>
    read([grid], { suggestions }).told.map((one) => one.split(' ', 1)[0]);
  expect([levels([]), levels([`今年${word}`])]).toEqual([['error'], ['doubt']]);
});

it('of two lines one that says nothing usable contradicts nobody, and lines without codes are told by their names', () => {
  const found = read([lines({ name: '普法活动场次', quantity: 5 }, { name: '普法活动场次', quantity: '若干' })]);
  expect(found.figures).toEqual(['E1 5 -', 'E1 - -']);
  expect(found.told).toContainEqual(
    expect.stringMatching(/^doubt key-twice 指标数据!B4：编码“E1”重复，另见 司法所\.xlsx 指标数据!B5，只计一次/u),
  );
});

it('a row that names nothing is asked for its code, one that names something nobody has for no more than that', () => {
  const codes = (...records: readonly Readonly<Record<string, CellInput>>[]) =>
    read([lines(...records)]).told.map((one) => one.split(' ', 3).slice(1).join(' ').split('：')[0]);
  expect(codes({ quantity: 5 })).toContain('required-blank 指标数据!A4');
  expect(codes({ name: '完全不相干', quantity: 5 })).toEqual(['figure-unmatched 指标数据!B4']);
});

it('money that says no unit in its row is in that of its header, or of what stands above the table', () => {
  const money = (header: string, above: string): readonly string[] =>
    read([
      gridOf([[above], ['编码', '指标名称', header], ['C3', '罚没金额', 28_600]], {
        workbook: file,
        sheet: figuresTable.title,
      }),
    ]).figures;
  expect(money('填报值（元）', '')).toEqual(['C3 2.86 -']);
  expect(money('填报值', '单位：元')).toEqual(['C3 2.86 -']);
  expect(money('填报值', '')).toEqual(['C3 28600 -']);
});

it.each([
  ['备注单位：元', 4, 28_600],
  // A line above a table may tell the year in a cell of its own.
  ['单位：元', 2022, 2.86],
])(
  'of “%s” beside %d the amount in the line below is read as %d 万元: a remark on a figure says nothing of others',
  (words, number, amount) => {
    const rows = [
      ['编码', '指标名称', '填报值', '备注'],
      ['E1', '普法活动场次', number, words],
      ['C3', '罚没金额', 28_600, ''],
    ];
    const { figures } = read([gridOf(rows, { workbook: file, sheet: figuresTable.title })]);
    expect(figures).toContain(`C3 ${String(amount)} -`);
  },
);

it('what was read of lines and forms is accounted for', () => {
  const { taken } = read([lines({ code: 'E1', quantity: 5 }), form(teamForm.title, { quota: 3 })]);
  const used = (taken ?? []).filter(({ role }) => role === 'used').map(({ grid }) => grid.sheet);
  expect([...new Set(used)]).toEqual([figuresTable.title, teamForm.title]);
});

describe('a form of the workbook', () => {
  it('gives a figure for each of its lines, blank or not', () => {
    const found = read([form(teamForm.title, { quota: 3, established: 2 })]);
    expect(found.figures.slice(0, 3)).toEqual(['D1.1 3 -', 'D1.2 2 -', 'D1.3 - -']);
  });

  it('that is missing is told where the unit should have it', () => {
    expect(read([], { isWhole: true }).told.join()).toContain(`没有找到工作表“${teamForm.title}”`);
  });

  it('that is told twice counts where both say the same, or one alone says it, and is told where they differ', () => {
    const people = ['姓名|编制类别|学历|是否持有效执法证', '张*|行政|本科|是', '李*|事业|高中|否'].join('\n');
    const office = (certified: number) =>
      readOffice({
        year: 2025,
        departments: ['执法队*'],
        books: {
          '执法队.xlsx': {
            花名册: people,
            编制: `执法队伍编制情况\n核定编制|在编人数|持证人数\n5|2|${String(certified)}`,
          },
        },
      });
    const told = (certified: number): readonly string[] =>
      office(certified)
        .problems.filter(({ code }) => code === 'forms-differ')
        .map(problemText);
    expect(figuresOf(office(1))).toEqual(
      expect.arrayContaining(['执法队 D1.1 5/-', '执法队 D1.2 2/-', '执法队 D2.1 1/-']),
    );
    expect(figuresOf(office(2))).toEqual(
      expect.arrayContaining(['执法队 D1.1 5/-', '执法队 D1.2 2/-', '执法队 D2.1 -/-']),
    );
    expect([told(1), told(2)]).toEqual([
      [],
      [
        expect.stringMatching(
          /^执法队\.xlsx .*“.*”两张表不一致（执法队\.xlsx .+ [12]、执法队\.xlsx .+ [12]），都没有采用。请核对并改成一致的数。$/u,
        ),
      ],
    ]);
  });
});

it('a sheet without the column of values is unread, and nothing is told to be blank', () => {
  const grid = gridOf(
    [
      ['编码', '指标名称', '单位'],
      ['E1', '普法活动场次', '场次'],
    ],
    { workbook: file, sheet: figuresTable.title },
  );
  const found = read([grid]);
  expect(found.unused?.why).toBe('“指标数据”没有“填报值”列，没有读取');
  expect(found.told.filter((one) => one.includes('figure-blank'))).toEqual([]);
});

it('a row that gives a figure and does not say of what leaves open what the sheet says', () => {
  expect(read([lines({ quantity: 5 })]).unused?.why).toBe('“指标数据”有1行看不出写的是哪一项');
  expect(read([lines({ code: 'E1', quantity: 5 })]).unused).toBeNull();
  expect(read([lines({ note: '说明' })]).unused).toBeNull();
});

describe('a row of which a person has said what it is', () => {
  const ruled = (word: string, record: Readonly<Record<string, CellInput>>): Grid => ({
    ...lines(record, { code: 'E7', quantity: 1 }),
    rules: { isLeft: false, headerRow: null, rows: new Map([['活动', word]]), statuses: new Map() },
  });

  it('is that, whatever its code and name say, and is not asked for a code', () => {
    expect(read([ruled('E2', { name: '活动', quantity: 5 })])).toMatchObject({
      figures: ['E2 5 -', 'E7 1 -'],
      told: [],
    });
    expect(read([ruled('E2', { code: '活动', name: '普法活动场次', quantity: 5 })]).figures).toEqual([
      'E2 5 -',
      'E7 1 -',
    ]);
    expect(read([ruled('C3', { name: '活动', unit: '元', quantity: 28_600 })]).figures).toEqual([
      'C3 2.86 -',
      'E7 1 -',
    ]);
  });

  it('or is left, which is told and costs nothing else', () => {
    const found = read([ruled(leftWord, { name: '活动', quantity: 5 })]);
    expect(found).toMatchObject({ figures: ['E7 1 -'], unused: null });
    expect(found.told).toEqual(['note row-left 指标数据!B4：有1行按确认的读法不读取。要读取的，请在“接入台账”里改。']);
  });
});
