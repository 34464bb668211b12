/** Codes of papers: one for a matter, the same each time, and no two alike. */
import fc from 'fast-check';
import { codeKey, codeYear, orderCode } from '../../../../src/core/findings/feedback/matter-code';
import { mattersOf } from '../../../../src/core/findings/feedback/matters';
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
  ['D-2022', null],
])('%s is of the year %s', (typed, year) => {
  expect(codeYear(typed)).toBe(year);
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
