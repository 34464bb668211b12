/** One bad row costs itself and nothing else: whatever stands in it, every other row counts as before. */
import fc from 'fast-check';
import type { Grid } from '../../src/core/base/grid';
import { placeText } from '../../src/core/base/place';
import type { Problem } from '../../src/core/base/problem';
import type { OfficeGrids } from '../../src/core/rows/rows-from-grids';
import { cellOf, errorCell, type CellInput } from './grid-builder';
import { judged, printed, sampleOffice } from './sample-office';
import { longIt } from '../long';
import { rounds } from '../rounds';

const junk: readonly CellInput[] = [
  ...['9月31日', '若干', '3-5次', '逾期', '近期', '无法识别', '{{#each}}', '字'.repeat(3000), '一\u0000二', '司法锁'],
  ...[-3, 6.3, 60, 1e21, true, errorCell('#REF!'), errorCell('#N/A'), 'Loading...', '', null],
];

/** The number of a department's row that holds junk; it is told wherever the row is spoken of. */
const badSheet = '任务进展';
const otherSheets = ['指标数据', '普法明细'];

/** The workbook of 司法所 with one more row of junk at the end of the sheet; the keys are no known ones. */
function withBadRow(sheet: string, cells: readonly CellInput[]): { office: OfficeGrids; row: number } {
  let row = 0;
  const added = (grid: Grid): Grid => {
    if (grid.sheet !== sheet) return grid;
    row = grid.rows.length + 1;
    // A known task, code or day would be a second word on the same thing, which is another matter.
    const key = sheet === '普法明细' ? cells[0] : `X-${String(cells.length)}`;
    return { ...grid, rows: [...grid.rows, [key ?? null, ...cells.slice(1)].map(cellOf)] };
  };
  const departments = sampleOffice.departments.map((one) =>
    one.file === '司法所.xlsx' ? { ...one, grids: (one.grids ?? []).map(added) } : one,
  );
  return { office: { ...sampleOffice, departments }, row };
}

function told(problems: readonly Problem[]): readonly string[] {
  return problems.map((problem) => `${problem.code} ${problem.level} ${placeText(problem.place)} ${problem.reason}`);
}

const before = judged(sampleOffice);
const known = told(before.problems);
const asBefore = printed(before);

it(`in ${badSheet}`, () => {
  checkBadRow(badSheet);
});

longIt.each(otherSheets)('in %s', checkBadRow);

function checkBadRow(sheet: string): void {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...junk), { minLength: 8, maxLength: 8 }), (cells) => {
      // A leader's yes and a readable count would make it a good row.
      const bad = sheet === '普法明细' ? [...cells.slice(0, 3), '大概', '若干', '大量', '很多'] : cells;
      const { office, row } = withBadRow(sheet, bad);
      const after = judged(office);
      expect(printed(after)).toEqual(asBefore);
      const now = told(after.problems);
      const lost = known.filter((line) => !now.includes(line));
      const added = after.problems.filter((_, index) => !known.includes(now[index] ?? ''));
      const ofRow = new RegExp(`^[A-Z]+${String(row)}$`, 'u');
      // With a row unread, the rows add up to nothing that a typed figure could be held against.
      expect(lost.filter((line) => !(line.startsWith('details-differ') && line.includes(sheet)))).toEqual([]);
      expect(added.length).toBeGreaterThan(0);
      expect(added.filter(({ place }) => place.sheet !== sheet || !ofRow.test(place.cell ?? ''))).toEqual([]);
    }),
    { numRuns: rounds(15) },
  );
}

it('in 任务: the bad task is counted, the others are as they were', () => {
  const table = fc.array(fc.constantFrom(...junk), { minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(table, (cells) => {
      const added = (grid: Grid): Grid =>
        grid.sheet === '任务' ? { ...grid, rows: [...grid.rows, ['X-99', ...cells].map(cellOf)] } : grid;
      const after = judged({ ...sampleOffice, hub: sampleOffice.hub.map(added) });
      const others = after.findings.tasks.filter(({ task }) => task.id !== 'X-99');
      expect(after.findings.tally.total).toBe(before.findings.tally.total + 1);
      expect(others.map(({ state, light, why }) => [state, light, why])).toEqual(
        before.findings.tasks.map(({ state, light, why }) => [state, light, why]),
      );
      expect(printed(after).indicators?.filter((line) => !line.includes('"A5"'))).toEqual(
        asBefore.indicators?.filter((line) => !line.includes('"A5"')),
      );
    }),
    { numRuns: rounds(15) },
  );
});
