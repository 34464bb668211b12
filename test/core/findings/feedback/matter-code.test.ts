/** Codes of papers: one for a matter, the same each time, and no two alike. */
import fc from 'fast-check';
import { codeKey, codeYear, orderCode, taskOfNumber } from '../../../../src/core/findings/feedback/matter-code';
import { matterCalled, mattersOf, type Matters } from '../../../../src/core/findings/feedback/matters';
import { findingsFromRows } from '../../../../src/core/findings/findings-from-rows';
import { deadline, department, noRows, settings, task } from '../rows-builder';

it.each([
  ['D-01', '2022-11-30', '督2022-D-01-1130'],
  ['D-01', '2023-01-05', '督2022-D-01-230105'],
] as const)('%s due on %s is %s', (id, due, code) => {
  expect(orderCode(2022, id, due)).toBe(code);
});

it.each([
  ['督2022-D-01-1130', 2022],
  ['核 2021－司法所', 2021],
  ['督办〔2022〕D-01-红1号', 2022],
  ['　督2022-D-01-1130', 2022],
  ['D-2022', null],
])('%s is of the year %s', (typed, year) => {
  expect(codeYear(typed)).toBe(year);
});

it.each([
  ['督办〔2022〕D-01-红1号', '督2022d01'],
  ['督办〔2022〕D-01-红3', '督2022d01'],
  ['督办〔2022〕D-01-红4号', null],
  ['督办〔2022〕D-01-红1号补', null],
  ['关于督办〔2022〕D-01-红1号', null],
  ['督2022-D-01-1130', null],
])('%s is the number of a paper on %s', (typed, task) => {
  expect(taskOfNumber(typed)).toBe(task);
});

function mattersWith(...tasks: readonly ReturnType<typeof task>[]): Matters {
  const rows = { ...noRows, tasks, departments: [department('司法所')] };
  return mattersOf(findingsFromRows(rows, settings, []).value.tasks, { ...rows, isSpokenOf: true }, 2022);
}

function codesOf({ byKey }: Matters): readonly string[] {
  return [...byKey.values()].map(({ code }) => code);
}

it('of tasks that cannot be told apart, or of which nobody knows the lead or the day, there is no paper', () => {
  const due = { deadline: deadline('2022-06-30') };
  const check = '核2022-司法所';
  expect(codesOf(mattersWith(task('A-01', due), task('a－01', due)))).toEqual([check]);
  expect(codesOf(mattersWith(task('', due)))).toEqual([check]);
  expect(codesOf(mattersWith(task('A-01', { ...due, lead: null })))).toEqual([check]);
  expect(codesOf(mattersWith(task('A-01', { deadline: deadline('长期') })))).toEqual([check]);
});

it('a code without its signs that two papers would bear is none, with them it is the one', () => {
  const due = { deadline: deadline('2022-06-30') };
  const matters = mattersWith(task('1-1', due), task('11', due), task('2-1', due));
  const called = (text: string): string | null => matterCalled(text, matters)?.code ?? null;
  expect(called('督2022110630')).toBeNull();
  expect(called('督2022-1-1-0630')).toBe('督2022-1-1-0630');
  expect(called('督2022-11-0630')).toBe('督2022-11-0630');
  expect(called('督2022210630')).toBe('督2022-2-1-0630');
  expect([called('督办〔2022〕1-1-红1号'), called('督办〔2022〕2-1-红1号')]).toEqual([null, '督2022-2-1-0630']);
});

it('the number of a paper is that of the period which is due', () => {
  const matters = mattersWith(task('C-1', { deadline: deadline('2022-03-31 2022-06-30') }));
  expect(codesOf(matters)).toHaveLength(3);
  expect(matterCalled('督办〔2022〕C-1-红1号', matters)?.code).toBe('督2022-C-1-0331');
});

it('no two matters of a year bear one code, whatever their tasks are called', () => {
  const id = fc.stringMatching(/^[A-D]?-?[0-3]{1,2}(?:-[0-3]{1,2})?$/u).filter((text) => text !== '');
  fc.assert(
    fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: 12, selector: codeKey }), (ids) => {
      const tasks = ids.map((one, index) =>
        task(one, { deadline: deadline(index % 2 ? '2022-06-30' : '2022-03-31 2022-06-30') }),
      );
      const rows = { ...noRows, tasks, departments: [department('司法所')] };
      const { byKey } = mattersOf(
        findingsFromRows(rows, settings, []).value.tasks,
        { ...rows, isSpokenOf: true },
        2022,
      );
      const papers = tasks.reduce((sum, one) => sum + (one.deadline?.kind === 'recurring' ? 2 : 1), 1);
      expect(byKey.size).toBe(papers);
    }),
    { numRuns: 100 },
  );
});
