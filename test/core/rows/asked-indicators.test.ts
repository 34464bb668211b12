/** Who is asked for which line, told in each of the ways in which the program asks for it. */
import fc from 'fast-check';
import type { Edition } from '../../../src/core/edition/edition';
import type { Indicator } from '../../../src/core/edition/indicator';
import {
  askedAmong,
  askedDepartments,
  askedIndicators,
  countedFor,
  isAsked,
  isMadeFor,
  linesAsked,
} from '../../../src/core/rows/asked-indicators';
import { meaningsOf } from '../../../src/core/rows/meanings';
import { rounds } from '../../rounds';
import { indicators, ruleOfLaw, weakAreas } from '../../edition';
import { department, noRows } from '../findings/rows-builder';

const [declared] = indicators;
const line = (filledBy: string, more: Partial<Indicator> = {}): Indicator => ({
  ...declared!,
  ...{ code: 'X1', name: '自设指标', unit: '次', kind: 'count', numerator: null, denominator: null, filledBy },
  area: weakAreas[0]?.area ?? '',
  ...more,
});
/** Made anew for each test: what follows from a unit is kept with it. */
const unitsHere = () => [
  department('司法所', { aliases: ['法治办'], inGroup: true }),
  department('党政 办'),
  department('东村', { kind: '村' }),
];

it.each([
  ['司法所', ['司法所']],
  ['法治办', ['司法所']],
  ['司 法所、党政办', ['司法所', '党政 办']],
  ['司法所，东村', ['司法所', '东村']],
  ['司法所,东村', ['司法所', '东村']],
  ['司法所；东村', ['司法所', '东村']],
  ['司法所;东村', ['司法所', '东村']],
  ['司法所/东村', ['司法所', '东村']],
  ['司法所\n东村', ['司法所', '东村']],
  ['执法单位', ['司法所']],
  ['各单位', ['司法所', '党政 办', '东村']],
  ['执法单位、东村', ['司法所', '东村']],
  ['程序计算', []],
  ['财政所', []],
  ['', []],
])('%s asks %j', (filledBy, names) => {
  expect(askedAmong(unitsHere(), ruleOfLaw)(line(filledBy)).map(({ name }) => name)).toEqual(names);
});

it.each<[string, Partial<Indicator>]>([
  ['a rate', { kind: 'rate' }],
  ['what is worked out from others', { numerator: 'E1+E2' }],
])('%s is asked of nobody', (_, more) => {
  expect(unitsHere().filter((unit) => isAsked(unit, line('各单位', more), ruleOfLaw))).toEqual([]);
});

it('what the kind of organ has not is asked of nobody, and what only bears its code is', () => {
  const villages = indicators.find(({ kind, numerator }) => kind !== 'rate' && numerator === null)!;
  const lacking: Edition = { ...ruleOfLaw, organ: { ...ruleOfLaw.organ, lacks: [villages.code] } };
  const asked = (one: Indicator, edition: Edition): unknown =>
    isAsked(unitsHere()[0]!, { ...one, filledBy: '各单位' }, edition);
  expect([asked(villages, lacking), asked(villages, ruleOfLaw)]).toEqual([false, true]);
  expect(asked({ ...villages, name: '另外一件事' }, lacking)).toBe(true);
});

it('each way to ask gives the same lines and departments', () => {
  const word = fc.constantFrom('司法所', '法治办', '党政办', '东村', '执法单位', '各单位', '程序计算', '财政所');
  const lines = fc.array(
    fc.record({
      filledBy: fc.array(word, { maxLength: 3 }).map((words) => words.join('、')),
      kind: fc.constantFrom<Indicator['kind']>('count', 'money', 'rate'),
      numerator: fc.constantFrom(null, null, 'E1'),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(lines, (records) => {
      const units = unitsHere();
      const all = records.map(({ filledBy, ...more }, index) => line(filledBy, { ...more, code: `X${String(index)}` }));
      const askedFor = askedAmong(units, ruleOfLaw);
      const [once, again] = [all.map(askedFor), all.map(askedFor)];
      expect(again).toEqual(once);
      expect(all.map(askedDepartments(units)(ruleOfLaw))).toEqual(once);
      for (const unit of units) {
        const own = all.filter((one) => isAsked(unit, one, ruleOfLaw));
        expect(linesAsked(all, unit, ruleOfLaw)).toEqual(own);
        expect(all.filter((_, index) => once[index]?.includes(unit))).toEqual(own);
      }
    }),
    { numRuns: rounds(60) },
  );
});

it.each([
  [['司法所', '东村'], '东村', '东村'],
  [['司法所', '东村'], '党政 办', null],
  [['司法所'], '东村', '司法所'],
  [['司法所'], '司法所', '司法所'],
  [[], '东村', null],
])('of a line asked of %j what %s keeps is the part of %j', (names, keeper, whose) => {
  const asked = names.map((name) => ({ name }));
  expect(countedFor(asked, keeper)).toBe(whose);
});

it('an own sheet stands in the workbooks it is made for', () => {
  const detail = ruleOfLaw.details[0]!;
  const made = (['all', 'group', 'nobody'] as const).map((madeFor) =>
    unitsHere()
      .slice(0, 2)
      .map((unit) => isMadeFor(unit, { ...detail, madeFor })),
  );
  expect(made).toEqual([
    [true, true],
    [true, false],
    [false, false],
  ]);
});

it('nothing is asked twice: what a form of the workbook gives is no line of 指标数据', () => {
  const form = ruleOfLaw.details.find(({ lines, madeFor }) => lines.length > 0 && madeFor === 'group')!;
  const [{ code } = { code: '' }] = form.lines;
  const all = noRows.indicators.map((one) => (one.code === code ? { ...one, filledBy: '各单位' } : one));
  const meanings = meaningsOf(all, ruleOfLaw);
  const isLine = unitsHere()
    .slice(0, 2)
    .map((unit) => askedIndicators(all, unit, ruleOfLaw, meanings).some((one) => one.code === code));
  expect(isLine).toEqual([false, true]);
});
