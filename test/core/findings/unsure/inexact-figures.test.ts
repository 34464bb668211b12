/** Figures of which only bounds are known decide nothing that the bounds leave open. */
import type { Qualifier, Quantity } from '../../../../src/core/cells/readings';
import type { IndicatorFinding } from '../../../../src/core/findings/findings';
import { indicatorText } from '../../../../src/core/findings/indicator-text';
import { townDoubts } from '../../../../src/core/findings/doubts/doubts';
import { figure, quantity } from '../rows-builder';
import { townWith } from '../doubts/town-with';

function found(code: string, figures: readonly ReturnType<typeof figure>[]): IndicatorFinding {
  return townWith({ figures }).indicators.find(({ indicator }) => indicator.code === code)!;
}

const between = (least: number, most: number): Quantity => ({ ...quantity(least, '至少'), atMost: most });

it.each<[string, Quantity, number, Partial<IndicatorFinding>]>([
  [
    'one licence of ten being renewed',
    between(9, 10),
    10,
    { weak: false, met: false, open: 'undecided', text: '至少90.0%' },
  ],
  ['one surely without', between(8, 9), 10, { weak: true, met: false, open: null, text: '至少80.0%' }],
  ['no word of how many at most', quantity(9, '至少'), 10, { weak: false, met: false, open: 'undecided' }],
  ['all and perhaps more', quantity(10, '至少'), 10, { weak: false, met: true, open: null }],
  ['about nine of ten', quantity(9, '约'), 10, { weak: false, met: false, open: 'undecided', text: '约90.0%' }],
  ['about all', quantity(10, '约'), 10, { weak: false, met: false, open: 'undecided' }],
  ['few people', between(3, 4), 4, { open: 'undecided', text: '4名中至少3名' }],
])('%s: the standard of all is judged by what may be', (_, licensed, people, says) => {
  expect(found('D2', [figure('D2.1', licensed), figure('D1.3', people)])).toMatchObject(says);
});

it.each<[Qualifier, number, Partial<IndicatorFinding>]>([
  ['余', 10, { weak: false, met: false, open: 'undecided' }],
  ['余', 20, { weak: false, met: true }],
  ['近', 12, { weak: false, open: 'undecided' }],
  ['近', 10, { weak: true }],
])('%s %d events against 12', (word, events, says) => {
  expect(found('E1', [figure('E1', quantity(events, word))])).toMatchObject(says);
});

/** What a word leaves open of 12 and more, by what it says in Chinese: yes, no, or nothing that is known. */
describe.each<[Qualifier, { readonly below: boolean; readonly above: boolean }]>([
  ['', { below: false, above: false }],
  ['至少', { below: false, above: true }],
  ['逾', { below: false, above: true }],
  ['超', { below: false, above: true }],
  ['余', { below: false, above: true }],
  ['多', { below: false, above: true }],
  ['至多', { below: true, above: false }],
  ['近', { below: true, above: false }],
  ['约', { below: true, above: true }],
])('a figure with the word “%s”', (word, may) => {
  const verdict = (finding: IndicatorFinding): string =>
    finding.weak ? 'weak' : finding.met ? 'met' : (finding.open ?? 'none');

  it('misses a standard of no less than 12 only where it cannot be more, and reaches it only where it cannot be less', () => {
    const judged = [2, 12, 40].map((events) => verdict(found('E1', [figure('E1', quantity(events, word))])));
    // 余 and 多 end at the next ten.
    const mayReach = may.above && word !== '余' && word !== '多';
    expect(judged).toEqual([mayReach ? 'undecided' : 'weak', ...[12, 40].map(() => (may.below ? 'undecided' : 'met'))]);
  });

  it('misses a standard of no more than 10 % only where it cannot be less, and reaches it only where it cannot be more', () => {
    const judged = [0, 10, 40].map((lost) =>
      verdict(found('C11', [figure('C11.2', quantity(lost, word)), figure('C11.1', 100)])),
    );
    const none = word === '余' || word === '多' || !may.above ? 'met' : 'undecided';
    expect(judged).toEqual([none, may.above ? 'undecided' : 'met', may.below ? 'undecided' : 'weak']);
  });

  it('as what the share is taken of, the other way round', () => {
    const judged = [50, 100, 400].map((all) =>
      verdict(found('C11', [figure('C11.2', 10), figure('C11.1', quantity(all, word))])),
    );
    // 50余 are no 100; at most 50 may be fewer than the standard is asked of.
    const isEnded = word === '余' || word === '多' || word === '';
    expect(judged[0]).toBe(isEnded ? 'weak' : 'undecided');
    expect(judged[2]).toBe(may.below ? 'undecided' : 'met');
  });
});

it('what is taken off, or divided by, is the other way round', () => {
  const figures = [
    figure('D1.1', 10),
    figure('D1.2', between(8, 9)),
    figure('D2.1', 5),
    figure('D1.3', quantity(6, '至少')),
  ];
  expect(found('D1.4', figures).text).toBe('至多2名');
  expect(found('D1', figures)).toMatchObject({ text: '至多20.0%', open: 'undecided', weak: false });
  expect(found('D2', figures)).toMatchObject({ text: '至多83.3%', weak: true });
});

it.each<[string, number | Quantity, Quantity, string]>([
  ['six of six or seven', 6, between(6, 7), '至少85.7%'],
  ['the same, of whom one may be none', between(6, 7), between(6, 7), '至少85.7%'],
  ['eight of nine or ten', 8, between(9, 10), '至多88.9%'],
])('%s: a bound that says nothing is not printed', (_, licensed, people, text) => {
  expect(found('D2', [figure('D2.1', licensed), figure('D1.3', people)])).toMatchObject({ text });
});

it('an open standard is asked about at the cell that leaves it open', () => {
  const town = townWith({
    figures: [figure('D2.1', between(9, 10), '司法所', { cell: 'B5', shown: '至少9，至多10' }), figure('D1.3', 10)],
  });
  expect(town.areas).toEqual([]);
  const told = townDoubts(town).filter(({ code }) => code === 'standard-undecided');
  expect(told.map(({ level, place, reason }) => [level, place.cell, reason])).toEqual([
    [
      'doubt',
      'B5',
      '执法人员持证率算得 至少90.0%，标准是不低于100%，有的数不是准确数，看不出达到没有，没有作判断，不算薄弱，也不算达标',
    ],
  ]);
});

it('a text is denied only by all that a figure may be', () => {
  const says = (licensed: Quantity) =>
    townDoubts(
      townWith({
        figures: [figure('D2.1', licensed), figure('D1.3', 10)],
        narratives: [
          {
            section: '规范执法',
            order: 1,
            text: '执法人员全部持证上岗。',
            condition: '',
            source: '',
            place: { file: '总表.xlsx', sheet: '综述素材', cell: 'C2' },
          },
        ],
      }),
    ).filter(({ code }) => code === 'figure-denied').length;
  expect([says(between(9, 10)), says(between(8, 9))]).toEqual([0, 1]);
});

it.each([
  [1.505, '至少', '至少1.5万元'],
  [1.505, '', '1.51万元'],
  [12, '至少', '至少12万元'],
] as const)('%s as %s is not told as more than it is', (value, qualifier, text) => {
  expect(indicatorText({ kind: 'money', unit: '万元', threshold: null }, value, qualifier, null)).toBe(text);
});

it('a share that is at least two thirds is not told as at least 66.7%', () => {
  const parts = [figure('D2.1', quantity(4, '至少')), figure('D1.3', 6)];
  expect(found('D2', parts).text).toBe('至少66.6%');
});
