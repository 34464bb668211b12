/** What must not change anything: the order of rows, columns, sheets and files, columns of one's own, hidden rows. */
import fc from 'fast-check';
import type { Grid } from '../../src/core/base/grid';
import type { OfficeGrids } from '../../src/core/rows/rows-from-grids';
import { cellOf } from './grid-builder';
import { firstRow } from './office-builder';
import { judged, printed, sampleOffice as office } from './sample-office';
import { rounds } from '../rounds';

/** What is said of hidden rows and strange columns differs, and nothing else may. */
const ofLayout = ['hidden-rows', 'column-unknown'];

/** All that is found, without cells and in an order of its own. */
function found(given: OfficeGrids): Readonly<Record<string, readonly string[]>> {
  const all = judged(given);
  const problems = all.problems
    .filter(({ code }) => !ofLayout.includes(code))
    .map(({ code, level, actual, place }) => JSON.stringify([code, level, setOf(actual), place.file, place.sheet]));
  return { ...printed(all), problems: problems.sort() };
}

/** The sheets of a workbook are told in their order; what matters is which there are. */
function setOf(names: string): string {
  return names.split('、').sort().join('、');
}

/** An order of so many things, as a function of random numbers. */
function shuffled<T>(items: readonly T[], random: readonly number[]): readonly T[] {
  const keyed = items.map((item, index) => ({ item, key: random[index % random.length] ?? 0, index }));
  return keyed.sort((a, b) => a.key - b.key || a.index - b.index).map(({ item }) => item);
}

function isForm({ sheet }: Grid): boolean {
  return ['设置', '封面', '执法队伍'].includes(sheet);
}

function shuffledGrid(grid: Grid, random: readonly number[]): Grid {
  const head = grid.rows.slice(0, firstRow - 1);
  const body = shuffled(grid.rows.slice(firstRow - 1), random);
  const rows = [...head, ...body];
  const hiddenRows = rows.map((_, row) => row).filter((row) => (random[row % random.length] ?? 0) % 2 === 1);
  if (isForm(grid)) return { ...grid, rows, hiddenRows };
  const width = head[firstRow - 2]?.length ?? 0;
  const wide = rows.map((row, index) =>
    index < firstRow - 2 ? row : [...row, cellOf(index === firstRow - 2 ? '自用备忘' : `第${String(index)}行 9月31日`)],
  );
  const order = shuffled(
    Array.from({ length: width + 1 }, (_, column) => column),
    random,
  );
  const moved = wide.map((row, index) => (index < firstRow - 2 ? row : order.map((column) => row[column])));
  return { ...grid, rows: moved, hiddenRows };
}

it('the order of rows, columns, sheets and files decides nothing, nor do hidden rows and strange columns', () => {
  const before = found(office);
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 7, maxLength: 61 }), (random) => {
      const mixed = (grids: readonly Grid[]): readonly Grid[] =>
        shuffled(
          grids.map((grid) => shuffledGrid(grid, random)),
          random,
        );
      const departments = office.departments.map((one) => ({ ...one, grids: mixed(one.grids ?? []) }));
      expect(found({ hub: mixed(office.hub), departments: shuffled(departments, random) })).toEqual(before);
    }),
    { numRuns: rounds(15) },
  );
});

it('the sample is no empty town', () => {
  const { tasks, indicators, problems, reminders } = found(office);
  expect(tasks).toHaveLength(45);
  expect(indicators?.filter((line) => !line.includes('""')).length).toBeGreaterThan(60);
  expect(problems?.some((line) => line.includes('若干'))).toBe(true);
  expect(reminders?.length).toBeGreaterThan(10);
});
