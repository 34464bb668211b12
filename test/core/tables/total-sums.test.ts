/** Totals that do not fit are told with both numbers, also where a row could not be read or is only about right. */
import { publicityTable } from '../../edition';
import { readText } from './other-rows/sheet-text';

const header = '日期 | 主题 | 是否牵头 | 场次 | 受众人次 | 资料份数';

function told(rows: string): readonly string[] {
  return readText(publicityTable, `${header}\n${rows}`).told.filter((one) => one.includes('合计 '));
}

it('a total beside a row that could not be read', () => {
  expect(
    told(
      '2022-03-15 | 维权 | 是 | 1 | 300余人 | 1500\n2022-11-28 | 宪法 | 是 | 5 | 600人次 | 1000\n2022-12-04 | 晨读 | 是 | 1 | 500-600 |\n合计 | | | 7 | 2900 | 3000',
    ),
  ).toEqual([
    '测试.xlsx 表!E5：受众人次的合计 2900 不等于各行读出的数之和 900，另有1行没有读出（E4），其中有约数。合计由程序按各行计算，请核对各行有没有漏填、多填。',
    '测试.xlsx 表!F5：资料份数的合计 3000 不等于各行之和 2500。合计由程序按各行计算，请核对各行有没有漏填、多填。',
  ]);
});

it('numbers that are about right need not add up exactly', () => {
  const rows = (total: number): string =>
    `2022-03-15 | 维权 | 是 | 1 | 300余人 |\n2022-03-16 | 宣传 | 是 | 1 | 200 |\n合计 | | | 2 | ${String(total)} |`;
  expect(told(rows(520))).toEqual([]);
  expect(told(rows(620))).toHaveLength(1);
});

it('a total above or below rows that are all blank', () => {
  const blank = '2022-03-15 | 维权 | 是 | 1 | |\n2022-03-16 | 宣传 | 是 | 1 | |';
  const says = expect.stringContaining('受众人次的合计 520 不等于各行之和 0') as string;
  expect(told(`${blank}\n合计 | | | 2 | 520 |`)).toEqual([says]);
  expect(told(`合计 | | | 2 | 520 |\n${blank}`)).toEqual([says]);
});
