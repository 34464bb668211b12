/** Where a clerk is sent. */
import { placeText } from '../../../src/core/base/place';

it.each([
  [{ file: '司法所.xlsx' }, '司法所.xlsx'],
  [{ file: '司法所.xlsx', sheet: '任务进展' }, '司法所.xlsx 任务进展'],
  [{ file: '司法所.xlsx', sheet: '任务进展', cell: 'D7' }, '司法所.xlsx 任务进展!D7'],
  [{ file: '年度报告.docx', spot: '页眉第 1 段' }, '年度报告.docx 页眉第 1 段'],
])('%j is told as %s', (place, told) => {
  expect(placeText(place)).toBe(told);
});
