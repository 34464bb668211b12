/** What is asked of somebody and given by nobody: whose fault it is, and where that is seen. */
import type { Rows } from '../../../src/core/rows/rows';
import { withAbsent } from '../../../src/core/findings/whole-shares';
import { byCode, typedShares, type Shares } from '../../../src/core/findings/shares';
import { ruleOfLaw } from '../../edition';
import { department, figure, hub, noRows } from './rows-builder';

type Line = Rows['indicators'][number];

/** What is absent for the line, of which everything else is as in the edition. */
function absentFor(line: Partial<Line>, more: Partial<Rows> = {}, given: Shares = new Map()): readonly string[] {
  const indicators = noRows.indicators.filter(({ code }) => code === 'A1').map((one) => ({ ...one, ...line }));
  const shares = withAbsent(given, { ...noRows, indicators, ...more }, ruleOfLaw);
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

it('stands beside what others gave, in the order of the hub', () => {
  const all = { departments: ['党政办', '司法所', '派出所'].map((name) => department(name)) };
  const given = byCode(
    [...(typedShares({ ...noRows, figures: [figure('A1', 3, '司法所')] }, 'quantity').value.get('A1') ?? [])],
    { ...noRows, ...all },
  );
  expect(absentFor({ filledBy: '党政办、司法所、派出所' }, all, given)).toEqual([
    '党政办 no-file 党政办.xlsx',
    '司法所 known 司法所.xlsx D-A1',
    '派出所 no-file 派出所.xlsx',
  ]);
});

it.each<[why: string, book: Partial<Rows['workbooks'][number]>]>([
  ['blank', {}],
  ['no-file', { status: { kind: 'none' } }],
  ['not-read', { status: { kind: 'refused', why: '有两份' } }],
  ['not-read', { status: { kind: 'not-read', fault: 'file', why: '打不开' } }],
  ['refused', { unused: [{ title: ruleOfLaw.sheets.figures.title, why: '', remedy: '' }] }],
  ['blank', { unused: [{ title: ruleOfLaw.sheets.progress.title, why: '', remedy: '' }] }],
])('is told as %s of a workbook that is %j', (why, book) => {
  const workbooks = [
    { department: '党政办', file: '党政办（新）.xlsx', status: { kind: 'usable' } as const, filledOn: null, ...book },
  ];
  expect(absentFor({ filledBy: '党政办' }, { departments, workbooks })).toEqual([`党政办 ${why} 党政办（新）.xlsx`]);
});
