/** Typed figures beside the rows of the detail sheets: which of the two counts. */
import { withDetails } from '../../../src/core/findings/merge-shares';
import { byCode, type Share } from '../../../src/core/findings/shares';
import type { Rows } from '../../../src/core/rows/rows';
import { ruleOfLaw } from '../../edition';
import { department, noRows } from './rows-builder';

const rows: Rows = { ...noRows, departments: [department('司法所', { inGroup: true })] };
/** The total of the cases, of which the rows are all parts; and one of its parts. */
const [decisions, fines] = ['C2', 'C2.2'];

function share(code: string, said: Share['said']): Share {
  const shown = said.kind === 'known' ? String(said.value) : '';
  return { code, department: '司法所', said, shown, places: [{ file: '司法所.xlsx', sheet: '填报', cell: code }] };
}

function known(value: number, qualifier: '' | '余' = ''): Share['said'] {
  return { kind: 'known', value, qualifier };
}

/** What counts in the end, and the level of what is told. */
function merged(code: string, typed: Share['said'], counted: number): readonly unknown[] {
  const shares = byCode([share(code, typed)], rows);
  const { value, problems } = withDetails(shares, [share(code, known(counted))], rows, ruleOfLaw);
  const said = (value.get(code) ?? []).map((one) => (one.said.kind === 'known' ? one.said.value : one.said.kind));
  return [said, problems.map(({ level }) => level)];
}

it('of a total that is not the sum of its parts neither counts', () => {
  expect(merged(decisions, known(3), 2)).toEqual([['refused'], ['error']]);
  expect(merged(decisions, { kind: 'not-applicable' }, 2)).toEqual([['refused'], ['error']]);
});

it('of any other figure the typed one counts, and the difference is a doubt', () => {
  expect(merged(fines, known(3), 2)).toEqual([[3], ['doubt']]);
});

it.each([decisions, fines])('%s that agrees with its rows, or is about right, is no matter', (code) => {
  expect(merged(code, known(2), 2)).toEqual([[2], []]);
  expect(merged(code, known(3, '余'), 2)).toEqual([[3], []]);
  expect(merged(code, { kind: 'not-applicable' }, 0)).toEqual([['not-applicable'], []]);
});

it('the rows stand for a figure that was left blank', () => {
  expect(merged(decisions, { kind: 'blank' }, 2)).toEqual([[2], []]);
});
