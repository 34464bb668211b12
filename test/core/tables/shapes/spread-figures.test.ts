/** Months, quarters and half-years across: one value a figure, and what does not fit is told with both numbers. */
import { figuresTable } from '../../../edition';
import { readShape } from './shaped';

const months = Array.from({ length: 12 }, (_, index) => `${String(index + 1)}月`).join('|');
const header = `编码|指标名称|单位|${months}|合计|上年值|备注`;
const fields = ['code', 'quantity', 'lastYear'];

it('what happens in the months adds up, and a total that fits says nothing', () => {
  const { values, told, unread, ends } = readShape(
    figuresTable,
    `执法办2022年主要指标按月统计表\n${header}\nC1|行政检查次数|次|5|6|7|8|7|6|7|6|7|8|7|6|80|72|\nD10.1|执法经费预算|元|||||||||||||120000|110000|`,
    ['A1:R1'],
    fields,
  );
  expect(values).toEqual([
    'code C1@A3',
    'quantity 80@P3',
    'lastYear 72@Q3',
    'code D10.1@A4',
    'quantity 120000@P4',
    'lastYear 110000@Q4',
  ]);
  expect(told).toEqual([]);
  expect([unread, ends]).toEqual([0, [22, 0]]);
});

it('a total that does not fit is told with both numbers, and the months count', () => {
  const { values, problems } = readShape(
    figuresTable,
    `${header}\nC2|行政处罚决定数|件|1|2|2|1|2|2|1|2|2|2|2|1|21|18|`,
    [],
    fields,
  );
  expect(values).toContain('quantity 20@P2');
  expect(problems.map(({ place, level, reason }) => [place.cell, level, reason])).toEqual([
    ['P2', 'doubt', '合计 21 不等于各期之和 20'],
  ]);
});

it('without a column of the total the year is made of what was filled', () => {
  const { values } = readShape(
    figuresTable,
    '编码|指标名称|单位|一季度|二季度|三季度\nC1|行政检查次数|次|18|21|20',
    [],
    fields,
  );
  expect(values).toEqual(['code C1@A2', 'quantity 59@F2']);
});

it('quarters beside their months are no more than a check of them', () => {
  const { values, problems } = readShape(
    figuresTable,
    '编码|指标名称|单位|1月|2月|3月|一季度|4月|5月|6月|二季度|上半年\nC1|行政检查次数|次|1|2|3|6|1|1|1|4|10',
    [],
    fields,
  );
  expect(values).toContain('quantity 10@L2');
  expect(problems.map(({ place, reason }) => [place.cell, reason])).toEqual([
    ['K2', '这一段的数 4 不等于其中各期之和 3'],
  ]);
});

it('cumulated parts do not add up: the longest holds', () => {
  const { values, told } = readShape(
    figuresTable,
    '编码|指标名称|单位|1-3月|1-6月|1-9月\nC1|行政检查次数|次|10|25|31',
    [],
    fields,
  );
  expect([values, told]).toEqual([['code C1@A2', 'quantity 31@F2'], []]);
});

it('people who are there do not add up: the latest month counts, and a total of them is told', () => {
  const { values, problems } = readShape(
    figuresTable,
    '编码|指标名称|单位|1月|2月|3月|合计\nD1.3|在岗执法人员数|名|8|9|9|26',
    [],
    fields,
  );
  expect(values).toContain('quantity 9@G2');
  expect(problems.map(({ level, reason }) => [level, reason])).toEqual([['doubt', '合计 26 不等于最近一期 9']]);
});

it('where nobody knows whether it adds up, both readings are told and none is taken', () => {
  const { values, problems } = readShape(
    figuresTable,
    '编码|指标名称|单位|1月|2月\nX1|本地自设数|户|30|32',
    [],
    fields,
  );
  expect(values).toEqual(['code X1@A2']);
  expect(problems.map(({ place, level, reason }) => [place.cell, level, reason])).toEqual([
    ['E2', 'error', '填报值的各期之和是 62，最近一期是 32，分不清该相加还是取最近一期，没有采用'],
  ]);
});

it.each([
  ['the sum', 62],
  ['the latest', 32],
])('unless the total is %s', (_, total) => {
  const { values } = readShape(
    figuresTable,
    `编码|指标名称|单位|1月|2月|合计\nX1|本地自设数|户|30|32|${String(total)}`,
    [],
    fields,
  );
  expect(values).toContain(`quantity ${String(total)}@F2`);
});

it('a month that is no number is not taken for nothing', () => {
  const text = '编码|指标名称|单位|1月|2月|合计\nC1|行政检查次数|次|3-5次|6|';
  const { values, problems, unread } = readShape(figuresTable, text, [], fields);
  expect(values).toEqual(['code C1@A2']);
  expect([unread, problems.map(({ reason }) => reason)]).toEqual([0, ['填报值的 D2 读不出数，全年的数没有采用']]);
});

it.each([
  ['—|—|—', 'null'],
  ['/|/|', 'null'],
  ['不涉及|不涉及|', 'null'],
  ['—|—|3', '3'],
  ['无|无|无', '0'],
  ['无|—|', '0'],
  ['—|2|2', '2'],
])('parts of the year that only say that there is nothing to tell are no zero: %s', (cells, value) => {
  const text = `编码|指标名称|单位|上半年|下半年|合计\nC4.1|行政强制措施数|件|${cells}`;
  const { values, told, unread } = readShape(figuresTable, text, [], ['quantity']);
  expect([values, told, unread]).toEqual([[`quantity ${value}@F2`], [], 0]);
});

it('a header over two rows, the year above its months', () => {
  const { values, unread } = readShape(
    figuresTable,
    '编码|指标名称|单位|2022年|||上年值\n|||1月|2月|合计|\nC1|行政检查次数|次|3|4|7|9',
    ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1', 'G1:G2'],
    fields,
  );
  expect([values, unread]).toEqual([['code C1@A3', 'quantity 7@F3', 'lastYear 9@G3'], 0]);
});
