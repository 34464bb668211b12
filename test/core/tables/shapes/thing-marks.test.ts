/** A register a row a thing: its rows and marks are counted, and what may mean either is asked. */
import { figuresTable } from '../../../edition';
import { readShape } from './shaped';

const register = (...rows: readonly string[]): string =>
  ['重大行政决策登记', '序号|决策事项|公开征求意见达标|合法性审查|集体讨论决定|备注', ...rows].join('\n');
const countedIn = (text: string): readonly string[] => {
  const { values } = readShape(figuresTable, text, ['A1:F1'], ['code', 'quantity']);
  return values.map((value) => value.replace(/@.*/u, '').replace(/^\w+ /u, ''));
};

it('counts rows, marks, days and what was done; a blank and a no are none', () => {
  const text = register(
    ...['1|甲|√|已审查|2022-03-05|', '2|乙||否|是|办理中', '3|丙|已公开征求|未审查|3月|', '4|丁|已完成||=2022-05-06|'],
  );
  expect(countedIn(text)).toEqual(['B1', '4', 'B3.1', '3', 'B2.1', '1', 'B4.1', '4']);
});

it('takes no total, remark or row without a name for a thing, and holds the total against the count', () => {
  const remarks = ['说明：|按决定日期|空着的|不算|√|', '说明：以上为全年'];
  const text = register('1|甲|√|√|√|', '2||√|√|√|', '|工程类||||', '合计|1|2|1|1|', ...remarks);
  expect(countedIn(text)).toEqual(['B1', '1', 'B3.1', '1', 'B2.1', '1', 'B4.1', '1']);
  expect(readShape(figuresTable, text).told).toContain('C6 doubt total-mismatch');
});

it.each([
  ['通过', '1'],
  ['已', '1'],
  ['已通过', '1'],
  ['未通过', '0'],
  ['未经审查', '0'],
  ['5月6日', '1'],
])('takes %s for so many: %s', (word, count) => {
  expect(countedIn(register(`1|甲|√|${word}|√|`))).toEqual(['B1', '1', 'B3.1', '1', 'B2.1', count, 'B4.1', '1']);
});

it('counts no column that stands twice', () => {
  const twice = register('1|甲|√|√|√|√').replace('备注', '合法性审查');
  expect(countedIn(twice)).toEqual(['B1', '1', 'B3.1', '1', 'B4.1', '1']);
});

it.each([
  ['without a row', register()],
  ['without a column of things', '重大行政决策登记\n序号|公开征求意见达标|合法性审查|集体讨论决定\n1|√|√|√'],
])('no register %s is counted', (_, text) => {
  expect(readShape(figuresTable, text).told.filter((one) => one.includes('things-counted'))).toEqual([]);
  expect(countedIn(text).filter((one) => /^\d+$/u.test(one))).toEqual([]);
});

it('counts nothing in a column where a word may mean either, and tells all its cells', () => {
  const { problems, told, unread } = readShape(figuresTable, register('1|甲|拟开展|√|√|', '2|乙|√|√||'), ['A1:F1']);
  expect(countedIn(register('1|甲|拟开展|√|√|', '2|乙|√|√||'))).toEqual(['B1', '2', 'B3.1', 'B2.1', '2', 'B4.1', '1']);
  expect(told).toContain('C2 error things-unclear');
  expect(problems.map(({ reason }) => reason).join('\n')).toContain('C3看不出有没有');
  const [note] = problems.filter(({ code }) => code === 'things-counted');
  expect(note?.covers?.map(({ startRow, startColumn }) => [startRow, startColumn])).toEqual([
    [2, 2],
    [3, 2],
  ]);
  expect(note?.reason).toContain('重大行政决策事项数2件、重大决策合法性审查数2件、重大决策集体讨论数1件');
  expect(unread).toBe(0);
});

it.each([
  ['that no title says the subject of', register('1|甲|√|√|√|').replace('重大行政决策登记', '事项登记')],
  ['with one column of marks', '重大行政决策登记\n序号|决策事项|合法性审查\n1|甲|√'],
])('none %s', (_, text) => {
  expect(countedIn(text)).not.toContain('B1');
});

it.each(['审议中', '拟决策', '未决定', '已终止', '撤回', '尚未决定，待上会'])(
  'a decision of which is said %s is none',
  (word) => {
    const { values, told } = readShape(
      figuresTable,
      register('1|甲|√|√|√|', `2|乙|√|√||${word}`),
      ['A1:F1'],
      ['code', 'quantity'],
    );
    expect(values.filter((_, at) => at < 2).map((value) => value.replace(/@.*|^\w+ /gu, ''))).toEqual(['B1', '1']);
    expect(told).toContain('A4 doubt things-undone');
  },
);

it('one that may be void leaves open how many there are', () => {
  const text = register('1|甲|√|√|√|', '2|乙|√|√||与第1项重复', '3|丙|√|||');
  const { told } = readShape(figuresTable, text, ['A1:F1'], ['code', 'quantity']);
  expect(countedIn(text)).toEqual(['B1', '2至少', 'B3.1', '2至少', 'B2.1', '1至少', 'B4.1', '1']);
  expect(told).toContain('F4 doubt row-void');
});
