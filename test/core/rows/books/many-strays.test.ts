/** Thousands of files that are none of the departments' may lie in 填报: each is looked at, none beside all others. */
import { departmentBooks } from '../../../../src/core/rows/books/department-books';
import type { DepartmentFile } from '../../../../src/core/rows/books/department-file';
import { directoryOf } from '../../../../src/core/rows/department-names';
import { department, settings } from '../../findings/rows-builder';

const walks = ['some', 'every', 'find', 'findIndex', 'filter', 'flatMap', 'map', 'forEach', 'includes'] as const;

afterEach(() => {
  jest.restoreAllMocks();
});

/** How many items of lists are gone through at most. */
function itemsWalked(work: () => void): number {
  let count = 0;
  for (const name of walks) {
    const walk = Reflect.get(Array.prototype, name) as (...given: unknown[]) => unknown;
    jest.spyOn(Array.prototype, name).mockImplementation(function (this: unknown[], ...given: unknown[]) {
      count += this.length;
      return walk.apply(this, given) as never;
    });
  }
  work();
  jest.restoreAllMocks();
  return count;
}

function strays(count: number): readonly DepartmentFile[] {
  const one = { grids: null, foreign: true, failure: { fault: 'file', why: '不是表格文件' } } as const;
  return Array.from({ length: count }, (_, at) => ({ ...one, file: `司法所${String(at)}.txt` }));
}

it.each(['', '司法所'])('twice as many files with names of “%s” take twice as long', (alias) => {
  const departments = [department('党政办'), { ...department('司法所'), aliases: alias === '' ? [] : names }];
  const directory = directoryOf(departments, settings.town);
  const cost = (count: number): number =>
    itemsWalked(() => {
      const { problems } = departmentBooks(strays(count), directory, settings);
      expect(problems).toHaveLength(count);
    });
  cost(1);
  const [one, two] = [cost(400), cost(800)];
  expect(two / one).toBeLessThan(2.5);
});

const names = Array.from({ length: 800 }, (_, at) => `司法所${String(at)}`);
