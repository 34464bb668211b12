/** One figure from two departments counts once; where they differ, both cells are named. */
import { withoutRivals } from '../../../src/core/findings/rival-shares';
import { typedShares } from '../../../src/core/findings/shares';
import { knownValue } from '../../../src/core/rows/said';
import type { Figure } from '../../../src/core/rows/rows';
import { ruleOfLaw } from '../../edition';
import { department, figure, noRows, notApplicable } from './rows-builder';

const departments = [
  department('党政办'),
  department('司法所', { inGroup: true }),
  department('派出所', { inGroup: true }),
];

/** `单位 number` of all that counts, and what is told. */
function kept(code: string, aggregate: 'sum' | 'max' | 'lead', filledBy: string, ...figures: readonly Figure[]) {
  const own = noRows.indicators.find((line) => line.code === code);
  if (own === undefined) throw new Error(`no indicator ${code}`);
  const line = { ...own, aggregate, filledBy };
  const rows = { ...noRows, departments, indicators: [line], figures };
  const { value, problems } = withoutRivals(typedShares(rows, 'quantity').value, rows, ruleOfLaw);
  return {
    counts: (value.get(code) ?? []).map(({ department: name, said }) => `${name} ${String(knownValue(said))}`),
    told: problems.map(({ place, reason }) => `${place.file} ${reason}`),
    asked: [...new Set(problems.map(({ expected }) => expected))],
  };
}

it('of a figure asked of one department what others give is left out and told, the same number too', () => {
  expect(kept('B1', 'sum', '党政办', figure('B1', 5, '党政办'), figure('B1', 6, '司法所'))).toEqual({
    counts: ['党政办 5'],
    asked: ['请两个单位核对口径，由一个单位填报'],
    told: ['司法所.xlsx 口径冲突：重大行政决策事项数司法所填“6”，党政办填“5”（党政办.xlsx 填报!D-B1），只采用党政办的'],
  });
  expect(kept('B1', 'lead', '党政办', figure('B1', 5, '党政办'), figure('B1', 5, '司法所'))).toMatchObject({
    counts: ['党政办 5'],
    told: [expect.stringContaining('只采用党政办的')],
  });
});

it('of a figure asked of several each has its part, and where the one that is asked gives none all stays', () => {
  const two = [figure('B1', 5, '党政办'), figure('B1', 6, '司法所')];
  expect(kept('B1', 'sum', '党政办、司法所', ...two)).toMatchObject({ counts: ['党政办 5', '司法所 6'], told: [] });
  expect(kept('B1', 'sum', '党政办', figure('B1', 6, '司法所'))).toMatchObject({ counts: ['司法所 6'], told: [] });
});

it('不涉及 of another is no rival and stays', () => {
  expect(kept('B1', 'sum', '党政办', figure('B1', 5, '党政办'), figure('B1', notApplicable, '司法所'))).toMatchObject({
    counts: ['党政办 5', '司法所 null'],
    told: [],
  });
});

it('of a figure that is not added up all stay, and only another number is told', () => {
  const told = '党政办填“5”（党政办.xlsx 填报!D-B1），采用较大的';
  expect(kept('B1', 'max', '党政办、司法所', figure('B1', 5, '党政办'), figure('B1', 6, '司法所'))).toMatchObject({
    counts: ['党政办 5', '司法所 6'],
    told: [`司法所.xlsx 口径冲突：重大行政决策事项数司法所填“6”，${told}`],
  });
  expect(kept('B1', 'max', '党政办、司法所', figure('B1', 5, '党政办'), figure('B1', 5, '司法所')).told).toEqual([]);
});

it('nothing is said of typed rates: they are worked out anyway', () => {
  const rates = [figure('F3.2', 50, '党政办'), figure('F3.2', 60, '司法所')];
  expect(kept('F3.2', 'max', '党政办、司法所', ...rates)).toMatchObject({
    counts: ['党政办 50', '司法所 60'],
    told: [],
  });
});
