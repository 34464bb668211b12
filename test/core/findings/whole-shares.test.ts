/** What is asked of somebody and given by nobody: whose fault it is, and where that is seen. */
import type { Rows } from '../../../src/core/rows/rows';
import { withAbsent } from '../../../src/core/findings/whole-shares';
import { ruleOfLaw } from '../../edition';
import { department, hub, noRows } from './rows-builder';

type Line = Rows['indicators'][number];

/** What is absent for the line, of which everything else is as in the edition. */
function absentFor(line: Partial<Line>, more: Partial<Rows> = {}): readonly string[] {
  const indicators = noRows.indicators.filter(({ code }) => code === 'A1').map((one) => ({ ...one, ...line }));
  const shares = withAbsent(new Map(), { ...noRows, indicators, ...more }, ruleOfLaw);
  return (shares.get('A1') ?? []).map(({ department: name, said, places: [place] }) =>
    [name, said.kind, place?.file, place?.cell].filter((part) => part !== undefined).join(' '),
  );
}

const departments = [department('党政办'), department('撤并所', { active: false })];

it('is nothing of a department that is not active any more', () => {
  expect(absentFor({ filledBy: '党政办、撤并所' }, { departments })).toEqual(['党政办 no-file 党政办.xlsx']);
});

it('is told at the line that asks a name that no department has, and without one at the hub', () => {
  const strange = { filledBy: '', strangers: ['综合科'] };
  expect(absentFor({ ...strange, place: hub('指标', 'G7') })).toEqual(['综合科 no-department 总表.xlsx G7']);
  expect(absentFor(strange)).toEqual(['综合科 no-department 总表.xlsx']);
});

it('is nothing of what the program works out itself', () => {
  const strange = { filledBy: '', strangers: ['综合科'] };
  expect(absentFor({ ...strange, kind: 'rate' })).toEqual([]);
  expect(absentFor({ ...strange, numerator: 'A2' })).toEqual([]);
});
