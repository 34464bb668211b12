/** A blank cell is an error whether others have filled the figure in or nobody has; what may be left blank is only noted. */
import { problemText, type Problem } from '../../../src/core/base/problem';
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { blanksOnce, incompleteFigures, listedNames } from '../../../src/core/findings/incomplete-figures';
import type { Missing } from '../../../src/core/findings/formula';
import { rowsFromGrids } from '../../../src/core/rows/rows-from-grids';
import { figureUnreported } from '../../../src/core/rows/unreported';
import { departmentsTable, indicatorsTable, ruleOfLaw, tasksTable } from '../../edition';
import { readOffice } from '../rows/ledger-office';
import { departmentGrids, settingsGrid, settingsOf, tableGrid, type RecordInput } from '../office-builder';

const workbook = '总表.xlsx';
const departments = ['甲办', '乙办'].map((name, index) => ({
  id: `D0${String(index + 1)}`,
  name,
  kind: '内设',
  inGroup: '否',
}));

type Line = RecordInput<typeof indicatorsTable.columns>;

const line = (code: string, more: Line = {}): Line => ({
  ...{ code, name: `巡查${code}`, unit: '次', kind: '数量', filledBy: '甲办、乙办', area: '执法', aggregate: '合计' },
  ...more,
});
const rate: Line = {
  ...{ code: 'Z9', name: '巡查比', unit: '%', kind: '比率', filledBy: '程序计算' },
  ...{ numerator: 'Z1', denominator: 'Z2', area: '执法' },
};

it('of many departments three are named and all are counted', () => {
  expect(listedNames(['甲办', '乙办', '丙办'])).toBe('甲办、乙办、丙办');
  expect(listedNames(['甲办', '乙办', '丙办', '丁办'])).toBe('甲办、乙办、丙办等4个单位');
});

it.each([
  ['Z7+1', '公式里的', 'a code nobody has'],
  ['Z9', '公式里的', 'a rate'],
  ['Z1', '绕了一圈', 'itself'],
])('a formula %s is an error at its line: %s, for it names %s', (numerator, reason) => {
  const own = line('Z1', { numerator, filledBy: '程序计算' });
  const { formulas, states } = office([own, line('Z2'), rate], []);
  const ofLine = formulas.filter((told) => told.startsWith('error 总表.xlsx 指标!A4：指标 Z1 巡查Z1的'));
  expect(ofLine).toEqual([expect.stringContaining(reason)]);
  expect(states[0]).not.toBe('known');
});

type Given = number | string | null;

/** The errors and notes of an office whose departments give what is said, null for a blank cell. */
function office(lines: readonly Line[], given: readonly (readonly [甲办: Given, 乙办: Given])[]) {
  const hub = [
    settingsGrid(),
    tableGrid(departmentsTable, departments, { workbook }),
    tableGrid(tasksTable, [], { workbook }),
    tableGrid(indicatorsTable, lines, { workbook }),
  ];
  const books = departments.map(({ name }, at) => ({
    file: `${name}.xlsx`,
    grids: departmentGrids(
      name,
      [],
      given.map((quantities, index) => ({ ...lines[index], quantity: quantities[at] ?? null })),
    ),
  }));
  const settings = settingsOf();
  const rows = rowsFromGrids({ hub, departments: books }, settings);
  const found = findingsFromRows(rows.value, settings, []);
  const told = (code: string): readonly string[] =>
    [...rows.problems, ...found.problems]
      .filter((problem) => problem.code === code)
      .map((problem) => `${problem.level} ${problemText(problem)}`);
  return {
    states: found.value.indicators.map(({ state }) => state),
    errors: told('figure-incomplete'),
    notes: told('figure-blank'),
    formulas: told('formula-unusable'),
    once: blanksOnce([...rows.problems, ...found.problems])
      .filter(({ code }) => code === 'figure-incomplete' || code === 'figure-blank')
      .map(({ code, level, place, reason }) => `${level} ${code} ${place.cell ?? ''} ${reason.replace(/^.*：/u, '')}`),
  };
}

it('that nobody has filled in is an error at the cell of each who should have', () => {
  const { states, errors } = office(
    [line('Z1'), line('Z2')],
    [
      [null, null],
      [3, 4],
    ],
  );
  expect(states).toEqual(['unknown', 'known']);
  const rest = '没有一个单位报了这一项，报告里没有它的数。请补填；没有发生的填 0，没有这项职责的填“不涉及”。';
  expect(errors).toEqual([
    `error 甲办.xlsx 指标数据!D4：甲办没有填巡查Z1，${rest}`,
    `error 乙办.xlsx 指标数据!D4：乙办没有填巡查Z1，${rest}`,
  ]);
});

it('that one has filled in is an error at the cell of the other, which says what it keeps from being known', () => {
  const { states, errors } = office(
    [line('Z1'), line('Z2'), rate],
    [
      [null, 2],
      [3, 4],
    ],
  );
  expect(states).toEqual(['partial', 'known', 'partial']);
  expect(errors).toEqual([
    'error 甲办.xlsx 指标数据!D4：甲办没有填巡查Z1，巡查Z1、巡查比缺这个单位的数，不能合计，也不作判断。请补填；没有发生的填 0，没有这项职责的填“不涉及”。',
  ]);
});

it('are counted where there are no cells to name', () => {
  const many = Array.from({ length: 12 }, (_, index) => line(`Z${String(index + 1)}`));
  const { errors } = office(many, []);
  expect(errors).toHaveLength(2);
  expect(errors[0]).toMatch(/^error 甲办\.xlsx：甲办有12项没有填，.*：巡查Z1、.*、巡查Z10，还有2项。/u);
});

it('are told together where a sheet lacks many', () => {
  const many = Array.from({ length: 12 }, (_, index) => line(`Z${String(index + 1)}`));
  const { errors } = office(
    many,
    many.map(() => [null, null]),
  );
  expect(errors).toHaveLength(2);
  expect(errors[0]).toMatch(
    /^error 甲办\.xlsx 指标数据!D4：甲办有12项没有填，.*：巡查Z1（D4）、.*巡查Z10（D13），还有 D14 至 D15。/u,
  );
  expect(errors[0]).not.toContain('Z11');
});

it('are no error where the line may be left blank and nobody has filled it in, but noted at their place', () => {
  const optional = [line('Z1', { onEmpty: '可不填' }), line('Z2', { onEmpty: '可不填' })];
  const { states, errors, notes } = office(optional, [
    [null, null],
    [3, null],
  ]);
  expect(states).toEqual(['unknown', 'partial']);
  expect(errors).toEqual([
    expect.stringMatching(/^error 乙办\.xlsx 指标数据!D5：乙办没有填巡查Z2，巡查Z2缺这个单位的数/u),
  ]);
  expect(notes).toEqual([
    expect.stringMatching(/^note 甲办\.xlsx 指标数据!D4：巡查Z1没有填写，不等于 0/u),
    expect.stringMatching(/^note 乙办\.xlsx 指标数据!D4：有2项指标没有填写，不等于 0：D4、D5/u),
  ]);
});

it('are no error where they say 0 or 不涉及', () => {
  expect(office([line('Z1')], [[0, 0]]).errors).toEqual([]);
});

it('that others wrote what cannot be read is not told as if nobody had reported', () => {
  const { errors } = office([line('Z1')], [[null, '若干']]);
  expect(errors).toEqual([
    expect.stringMatching(/甲办没有填巡查Z1，这一项没有一个单位的数能够采用，报告里没有它的数。/u),
  ]);
});

it('that others of a rate’s parts cannot be read says nothing of the part that nobody reported', () => {
  const { errors } = office(
    [line('Z1'), line('Z2'), rate],
    [
      ['若干', '若干'],
      [null, null],
    ],
  );
  expect(errors).toEqual([
    expect.stringContaining('甲办没有填巡查Z2，没有一个单位报了这一项'),
    expect.stringContaining('乙办没有填巡查Z2，没有一个单位报了这一项'),
  ]);
});

describe('the lines that may be left blank as they are shipped', () => {
  const { indicators } = ruleOfLaw;
  const optional = indicators.filter(({ onEmpty }) => onEmpty === 'optional');
  const named = new Set(
    indicators.flatMap(({ numerator, denominator }) => `${numerator ?? ''} ${denominator ?? ''}`.split(/[^\w.]+/u)),
  );

  it('are those by which nothing is judged or worked out, and which have a sentence of their own', () => {
    expect(optional).toHaveLength(9);
    for (const { code, threshold, sentence } of optional) {
      expect([code, threshold, named.has(code), sentence !== '']).toEqual([code, null, false, true]);
    }
  });

  it('are blank without an error and without becoming 0; any other is an error', () => {
    const lines = [...optional.map(({ code }) => line(code, { onEmpty: '可不填' })), line('F1')];
    const { states, errors } = office(
      lines,
      lines.map(() => [null, null]),
    );
    expect(new Set(states)).toEqual(new Set(['unknown']));
    expect(errors).toEqual([expect.stringContaining('甲办没有填巡查F1'), expect.stringContaining('乙办没有填巡查F1')]);
  });
});

it('a blank cell is told once: as what is lacking, or as a note where nothing lacks it', () => {
  const optional = line('Z2', { onEmpty: '可不填' });
  const { once } = office(
    [line('Z1'), optional, line('Z3', { onEmpty: '可不填' })],
    [
      [null, 3],
      [null, null],
      [null, null],
    ],
  );
  expect(once).toEqual([
    'note figure-blank D5 D5、D6',
    'note figure-blank D5 D5、D6',
    expect.stringMatching(/^error figure-incomplete D4/u),
  ]);
});

it('lines that are not there are told once: as what is lacking, or as unreported where nothing lacks them', () => {
  const told = (text: string): readonly string[] => {
    const book = { '司法所.xlsx': { 指标数据: `编码|指标名称|单位|填报值\n${text}` } };
    const { value, problems } = readOffice({ year: 2024, departments: ['司法所'], books: book });
    const found = findingsFromRows(value, settingsOf(), []);
    return blanksOnce([...problems, ...found.problems])
      .filter(({ code, place }) => code.startsWith('figure-') && place.file === '司法所.xlsx')
      .map(({ code, level }) => `${level} ${code}`);
  };
  expect(told('A2|领导小组会议次数|次|2')).toEqual(['error figure-incomplete']);
});

it('lines that are not there are still told as unreported where only some of them were told, or those of another workbook', () => {
  const lacking = (code: string, lines: readonly string[], file = '甲办.xlsx'): Problem => ({
    ...{ code, level: 'error', place: { file }, actual: '', reason: lines.join('、'), expected: '' },
    lines,
  });
  const left = (...lines: readonly string[]): number =>
    blanksOnce([lacking('figure-incomplete', ['Z1', 'Z2']), lacking(figureUnreported, lines)]).length;
  expect([left('Z1', 'Z2'), left('Z2'), left('Z2', 'Z3'), left()]).toEqual([1, 1, 2, 2]);
  const elsewhere = [lacking('figure-incomplete', ['Z1']), lacking(figureUnreported, ['Z1'], '乙办.xlsx')];
  expect(blanksOnce(elsewhere)).toEqual(elsewhere);
});

it('what may be left blank is no error by a rate that lacks it, and keeps no other cell from being told', () => {
  const blank = [null, null] as const;
  const { states, errors } = office([line('Z1', { onEmpty: '可不填' }), line('Z2'), rate], [blank, blank]);
  expect(states).toEqual(['unknown', 'unknown', 'unknown']);
  expect(errors).toEqual([expect.stringContaining('甲办没有填巡查Z2'), expect.stringContaining('乙办没有填巡查Z2')]);
});

it('what may be left blank is no error by a rate of which nobody is asked for the other part', () => {
  const lines = [line('Z2', { onEmpty: '可不填' }), line('Z1', { filledBy: null }), rate];
  const { states, errors } = office(lines, [[null, null]]);
  expect([states, errors]).toEqual([['unknown', 'not-asked', 'not-asked'], []]);
});

describe('blank cells of one figure after the other', () => {
  const [figureKnown] = findingsFromRows(
    rowsFromGrids(
      { hub: [settingsGrid(), tableGrid(indicatorsTable, [line('Z0')], { workbook })], departments: [] },
      settingsOf(),
    ).value,
    settingsOf(),
    [],
  ).value.indicators;

  /** `cell reason` for figures that lack one of these cells each: `甲办 指标数据 D4`. */
  const told = (...cells: readonly string[]): readonly string[] => {
    if (figureKnown === undefined) throw new Error('the line was not read');
    const findings = cells.map((text, at) => {
      const [department = '', sheet = '', cell, file = department] = text.split(' ');
      const place = { file: `${file}.xlsx`, sheet, ...(cell !== undefined && { cell }) };
      const missing: Missing = { department, why: 'blank', code: `Z${String(at)}`, place };
      const indicator = { ...figureKnown.indicator, code: missing.code, name: `第${String(at)}项` };
      return {
        ...figureKnown,
        indicator,
        state: 'unknown',
        coverage: { asked: [], given: [], missing: [missing] },
      } as const;
    });
    return incompleteFigures(findings).map(({ place, reason }) => `${place.sheet ?? ''} ${place.cell ?? ''} ${reason}`);
  };
  const onSheet = (sheet: string, ...cells: readonly string[]): readonly string[] =>
    cells.map((cell) => `甲办 ${sheet} ${cell}`);

  it('are told one by one up to three of a sheet, and together beyond', () => {
    expect(told(...onSheet('指标数据', 'D4', 'D5', 'D6'))).toHaveLength(3);
    expect(told(...onSheet('指标数据', 'D4', 'D5', 'D6', 'D7'))).toEqual([
      '指标数据 D4 甲办有4项没有填，缺这个单位的数，不能合计，也不作判断：第0项（D4）、第1项（D5）、第2项（D6）、第3项（D7）',
    ]);
  });

  it('are told together for each sheet and each department alone', () => {
    expect(told(...onSheet('指标数据', 'D4', 'D5'), ...onSheet('执法队伍', 'B4', 'B5'))).toHaveLength(4);
    expect(told(...onSheet('指标数据', 'D4', 'D5'), '乙办 指标数据 D4', '乙办 指标数据 D5')).toHaveLength(4);
    const twoFiles = ['D4', 'D5'].flatMap((cell) => [`甲办 指标数据 ${cell}`, `甲办 指标数据 ${cell} 甲办补报`]);
    expect(told(...twoFiles)).toHaveLength(4);
    const turns = [
      ...onSheet('指标数据', 'D4'),
      ...onSheet('执法队伍', 'B4'),
      ...onSheet('指标数据', 'D5', 'D6', 'D7'),
    ];
    expect(told(...turns)).toHaveLength(2);
    const mixed = [...onSheet('指标数据', 'D4', 'D5'), '乙办 指标数据 D4', ...onSheet('指标数据', 'D6', 'D7')];
    expect(told(...mixed).map((one) => one.slice(0, 14))).toEqual([
      '指标数据 D4 甲办有4项没',
      '指标数据 D4 乙办没有填第',
    ]);
  });

  it('beyond ten are told as they stand on the sheet, those below one another by the first and the last', () => {
    const ten = Array.from({ length: 10 }, (_, at) => `B${String(at + 4)}`);
    const rest = (...cells: readonly string[]): string | undefined =>
      told(...onSheet('指标数据', ...ten, ...cells))[0]?.split('第9项（B13）')[1];
    expect(rest()).toBe('');
    expect(rest('D20')).toBe('，还有 D20');
    expect(rest('D18', 'D14', 'D17', 'D16')).toBe('，还有 D14、D16 至 D18');
    expect(rest('F9', 'D10', 'D9', 'F10')).toBe('，还有 D9 至 D10、F9 至 F10');
    expect(told(...onSheet('指标数据', ...ten), '甲办 指标数据')[0]).toMatch(/（B13），还有1项$/u);
  });
});
