/** A part of a figure is told, and is not that figure a second time. */
import { figuresOf, readOffice } from '../ledger-office';

function read(...lines: readonly string[]) {
  const sheet = ['指标|单位|填报值', ...lines].join('\n');
  const { value, problems } = readOffice({
    year: 2024,
    departments: ['综合行政执法办*'],
    books: { '综合行政执法办.xlsx': { 指标数据: sheet } },
  });
  const told = problems.filter(({ code }) => code === 'key-twice' || code === 'figure-unmatched');
  return [
    figuresOf({ value, problems } as ReturnType<typeof readOffice>).map((one) => one.replace(/^\S+ |\/-$/gu, '')),
    told.map(({ level, code, place }) => `${level} ${code} ${place.cell ?? ''}`),
  ];
}

it.each([
  ['其中罚款金额', '2.5'],
  ['其中：罚款金额', '2.86'],
  ['罚款金额', '2.5'],
])('%s %s below 罚没金额 is a part of it', (name, value) => {
  expect(read('罚没金额|万元|2.86', `${name}|万元|${value}`)).toEqual([['C3 2.86'], ['doubt figure-unmatched A3']]);
});

it('a part of a number of things is one too', () => {
  expect(read('行政检查次数|次|9', '其中：行政检查|次|3')).toEqual([['C1 9'], ['doubt figure-unmatched A3']]);
});

it('without the whole it is taken as before, and two that may both be it are not', () => {
  expect(read('罚款金额|万元|2.5')).toEqual([['C3 2.5'], []]);
  expect(read('罚没金额|万元|2.5', '罚款金额|万元|2.86')).toEqual([['C3 -', 'C3 -'], ['error key-twice A2']]);
  expect(read('行政检查次数|次|9', '行政检查|次|3')).toEqual([['C1 -', 'C1 -'], ['error key-twice A2']]);
});
