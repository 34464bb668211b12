/** Each department gets the problems of its own workbook, the weightiest first. */
import { departmentItems } from '../../../src/core/rows/department-items';
import type { Problem } from '../../../src/core/base/problem';
import { counted } from '../../counted';
import { department } from '../findings/rows-builder';

const problem = (file: string, level: Problem['level'], reason: string): Problem => ({
  ...{ code: 'x', level, place: { file }, actual: '', reason, expected: '' },
});
const book = (name: string, file: string | null) => ({
  ...{ department: name, file, status: { kind: 'usable' } as const, filledOn: null },
});

it('by the file that was found of it, or the name it would have; those without are left out', () => {
  const rows = {
    departments: ['乙办', '甲办', '丙办'].map((name) => department(name)),
    workbooks: [book('甲办', '甲办 定稿.xlsx'), book('乙办', null)],
  };
  const problems = [
    problem('甲办 定稿.xlsx', 'note', '一'),
    problem('总表.xlsx', 'error', '二'),
    problem('甲办 定稿.xlsx', 'error', '三'),
    problem('乙办.XLSX', 'doubt', '四'),
    problem('甲办 定稿.xlsx', 'doubt', '五'),
    problem('甲办 定稿.xlsx', 'error', '六'),
  ];
  const items = departmentItems(problems, rows);
  expect(items.map((one) => `${one.department} ${one.items.map(({ reason }) => reason).join('')}`)).toEqual([
    '乙办 四',
    '甲办 三六五一',
  ]);
});

it('each problem is looked at once, however many departments there are', () => {
  const names = Array.from({ length: 60 }, (_, index) => `单位${String(index)}`);
  const problems = counted(
    names.flatMap((name) => ['一', '二'].map((words) => problem(`${name}.xlsx`, 'error', words))),
  );
  const items = departmentItems(problems.list, {
    departments: names.map((name) => department(name)),
    workbooks: names.map((name) => book(name, `${name}.xlsx`)),
  });
  expect(items).toHaveLength(60);
  expect(problems.reads()).toBe(120);
});

it('what several departments have in common is asked of none of them', () => {
  const rows = { departments: [department('甲办')], workbooks: [book('甲办', '甲办.xlsx')] };
  const common = { ...problem('甲办.xlsx', 'doubt', '3个单位填报的都是 6'), code: 'same-everywhere' };
  expect(departmentItems([common], rows)).toEqual([]);
});
