/** The hub's 指标: each cell of a line, what holds where it is blank, and what is told at which cell. */
import { problemText } from '../../../src/core/base/problem';
import { directoryOf } from '../../../src/core/rows/department-names';
import { indicatorList } from '../../../src/core/rows/indicator-list';
import { indicators, indicatorsTable, settingsForm, weakAreas } from '../../edition';
import { department } from '../findings/rows-builder';
import type { CellInput } from '../grid-builder';
import { settingsOf, tableGrid } from '../office-builder';

const directory = directoryOf(
  [department('司法所', { inGroup: true }), department('综治中心', { active: false })],
  '某镇',
);
const [area = ''] = weakAreas.map((one) => one.area);
const own = { code: 'X1', name: '自设指标', unit: '次', kind: '数量', filledBy: '司法所', area };

function read(...records: readonly Readonly<Record<string, CellInput>>[]) {
  const grid = tableGrid(indicatorsTable, records, { workbook: '总表.xlsx' });
  const { value, problems, taken } = indicatorList([grid], '总表.xlsx', settingsOf(), directory);
  return {
    lines: value,
    told: problems.map(
      (one) => `${one.level} ${one.code} ${problemText(one).replace('总表.xlsx 指标!', '').replace(/。$/u, '')}`,
    ),
    taken,
  };
}
const line = (more: Readonly<Record<string, CellInput>>) => read({ ...own, ...more });

it('each cell is its own part of the line', () => {
  const { lines, told } = line({
    ...{
      kind: '比率',
      unit: '%',
      numerator: 'E1 + E2',
      denominator: '１+行政村数',
      direction: '低好',
      threshold: 95,
      redLine: '是',
    },
    ...{
      standing: '内部',
      aloneAt: 80,
      aloneCases: 3,
      minSample: 5,
      basis: '某法',
      sentence: '{{值}}。',
      help: '按季',
      aggregate: '取最大',
    },
    filledBy: null,
  });
  expect(told).toEqual([]);
  expect(lines).toEqual([
    expect.objectContaining({
      ...{
        code: 'X1',
        name: '自设指标',
        unit: '%',
        kind: 'rate',
        numerator: 'E1+E2',
        denominator: '1+行政村数',
        direction: 'low',
        aggregate: 'max',
      },
      ...{ threshold: 95, redLine: true, standing: 'own', aloneAt: 80, aloneCases: 3, minSample: 5, basis: '某法' },
      ...{ sentence: '{{值}}。', help: '按季', area, filledBy: '', strangers: [], means: null },
      place: { file: '总表.xlsx', sheet: '指标', cell: 'A4' },
    }),
  ]);
  expect(lines[0]?.sentencePlace?.cell).toMatch(/^[A-Z]+4$/u);
});

it('of a line of the office’s own the least is taken where it is blank', () => {
  expect(line({}).lines[0]).toMatchObject({
    ...{ aggregate: 'sum', direction: 'high', standing: 'own', onEmpty: 'omit', threshold: null, redLine: false },
    ...{
      aloneAt: null,
      aloneCases: 1,
      minSample: 1,
      basis: '',
      sentence: '',
      help: '',
      numerator: null,
      denominator: null,
    },
    filledBy: '司法所',
  });
});

describe('a line of the edition', () => {
  const known = indicators.find(
    ({ onEmpty, direction, standing, aggregate }) =>
      direction === 'low' || onEmpty === 'note' || (standing === 'law' && aggregate !== 'sum'),
  )!;

  it('is as the edition has it where it is blank, under whatever code', () => {
    const { lines } = read({ code: 'Z9', name: known.name, unit: known.unit, filledBy: '司法所' });
    const { kind, aggregate, direction, standing, area: usual, onEmpty, aloneAt, aloneCases } = known;
    expect(lines[0]).toMatchObject({
      code: 'Z9',
      means: known.code,
      kind,
      aggregate,
      direction,
      standing,
      area: usual,
      onEmpty,
      aloneAt,
      aloneCases,
    });
  });

  it('whose code means something else now is told with what it was', () => {
    const { lines, told } = read({ ...own, code: known.code });
    expect(lines[0]?.means).toBeNull();
    expect(told).toEqual([
      `note code-means-other B4：编码 ${known.code} 原是“${known.name}”（${known.unit}），现在是“自设指标”，按新的含义计算，与原指标有关的核对不再套用。还是原来的指标的，请写回“${known.name}”和单位“${known.unit}”；新增的指标请另编一个编码`,
    ]);
  });

  it('in another spelling of its code has the edition’s', () => {
    const typed = known.code.toLowerCase();
    const { lines, told } = read({ code: typed, name: known.name, unit: known.unit, filledBy: '司法所' });
    expect(lines[0]?.code).toBe(known.code);
    expect(told.filter((one) => one.includes('code-means-other'))).toEqual([]);
  });
});

it.each<[string, Readonly<Record<string, CellInput>>, number | null, readonly string[]]>([
  ['a threshold with its side', { threshold: 3, direction: '低好' }, 3, []],
  [
    'a threshold without a side',
    { threshold: 3 },
    null,
    ['error direction-missing I4：指标自设指标有阈值 3，没有写明方向，不作判断。请选填高好或低好'],
  ],
  ['no threshold, without a side', {}, null, []],
])('%s', (_, more, threshold, told) => {
  const found = line(more);
  expect([found.lines[0]?.threshold, found.told.map((one) => one.replace(/ [A-Z]+4：/u, ' I4：'))]).toEqual([
    threshold,
    told,
  ]);
});

it.each<[string, Readonly<Record<string, CellInput>>, string]>([
  ['nobody', { filledBy: null }, 'error filler-missing'],
  ['a stranger', { filledBy: '财政所' }, 'error filler-unknown'],
  ['one who reports no more', { filledBy: '综治中心' }, 'doubt filler-inactive'],
])('a line filled in by %s is told', (_, more, told) => {
  expect(line(more).told.map((one) => one.split(' ', 2).join(' '))).toEqual([told]);
});

it('a stranger is kept apart from those who fill it in', () => {
  expect(line({ filledBy: '司法所、财政所' }).lines[0]).toMatchObject({ filledBy: '司法所', strangers: ['财政所'] });
});

it('of two lines of one code the first counts, of two of one name both do; both are told', () => {
  const codes = read(own, { ...own, name: '另一指标' });
  expect(codes.lines.map(({ name }) => name)).toEqual(['自设指标']);
  expect(codes.told).toEqual([expect.stringMatching(/^error key-twice A4：编码“X1”重复，另见 总表\.xlsx 指标!A5/u)]);
  const names = read(own, { ...own, code: 'X2' });
  expect(names.lines.map(({ code }) => code)).toEqual(['X1', 'X2']);
  expect(names.told).toEqual([
    expect.stringMatching(/^error key-twice B4：指标名称“自设指标”重复，另见 总表\.xlsx 指标!B5/u),
  ]);
});

it('a line without code or name is told, and is none', () => {
  const { lines, told } = read({ ...own, code: null }, { ...own, name: null }, own);
  expect(lines).toHaveLength(1);
  expect(told.map((one) => one.split('：', 1)[0])).toEqual(['error required-blank A4', 'error required-blank B5']);
});

it('a number of 设置 is known in a formula by each of its names', () => {
  const [number, synonym] = Object.values(settingsForm.columns).flatMap(({ header, synonyms, type }) =>
    type === 'integer' && synonyms[0] !== undefined ? [header, synonyms[0]] : [],
  );
  expect(synonym).toBeDefined();
  expect(
    line({ kind: '比率', unit: '%', numerator: 'E1', denominator: `E2-${synonym ?? ''}` }).lines[0]?.denominator,
  ).toBe(`E2-${number ?? ''}`);
});

it('without the sheet the lines are the edition’s, asked of the departments here, and that is told', () => {
  const { value, problems } = indicatorList([], '总表.xlsx', settingsOf(), directory);
  expect(value.map(({ code }) => code)).toEqual(indicators.map(({ code }) => code));
  expect(value[0]).toMatchObject({ strangers: [], place: null, sentencePlace: null, means: indicators[0]?.code });
  expect(problems.map(({ level, code }) => `${level} ${code}`)).toEqual(['error sheet-missing']);
});
