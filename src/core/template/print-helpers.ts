/** Helpers that print numbers and days the way official documents do. */
import { divide, fixed, multiply, plain, sum } from '../base/decimal';
import { dayParts, parseDay } from '../base/day';
import { chineseNumber } from './chinese-number';
import type { Arguments, Helper, Param } from './helper';

const number: Param = { name: '数', type: 'number' };
const places: Param = { name: '小数位数', type: 'number', optional: true };
const day: Param = { name: '日期', type: 'day' };

export const printHelpers: readonly Helper[] = [
  {
    names: ['加'],
    params: [number],
    rest: 'number',
    result: 'number',
    missing: 'gap',
    help: '相加：{{加 @index 1}}',
    run: (args) => sum(Array.from({ length: args.count }, (_, index) => args.number(index))),
  },
  text(['小数'], [number, { name: '小数位数', type: 'number' }], '四舍五入到几位小数：{{小数 人均学时 1}}', (args) =>
    fixed(args.number(0), digits(args, 1, 0)),
  ),
  text(['百分比'], [number, places], '把 0.868 印成 86.8%（默认一位小数）：{{百分比 完成率 1}}', (args) => {
    return `${fixed(multiply(args.number(0), 100), digits(args, 1, 1))}%`;
  }),
  text(['万元'], [number, places], '把元印成万元：{{万元 经费}} 印成 95万元', (args) => {
    const amount = divide(args.number(0), 10_000) ?? 0;
    return `${args.count > 1 ? fixed(amount, digits(args, 1, 0)) : plain(amount)}万元`;
  }),
  text(['汉字'], [number], '把 12 印成 十二：{{汉字 数量}}', (args) => chineseNumber(args.number(0))),
  text(['序号一'], [number], '循环里印 一是、二是：{{序号一 @index}}', (args) => {
    return `${chineseNumber(args.number(0) + 1)}是`;
  }),
  text(['年月日'], [day], '把 2022-06-30 印成 2022年6月30日：{{年月日 印发日期}}', (args) =>
    dayText(args.text(0), true),
  ),
  text(['月日'], [day], '把 2022-06-30 印成 6月30日：{{月日 办结日期}}', (args) => dayText(args.text(0), false)),
];

function text(
  names: readonly string[],
  params: readonly Param[],
  help: string,
  run: (args: Arguments) => string,
): Helper {
  return { names, params, result: 'text', missing: 'gap', help, run };
}

/** Places beyond 0 … 10 are nobody's intention. */
function digits(args: Arguments, index: number, fallback: number): number {
  return Math.min(10, Math.max(0, Math.trunc(args.number(index, fallback))));
}

/** A value that is no day is printed as it is: the intake has already reported it. */
function dayText(shown: string, withYear: boolean): string {
  const found = parseDay(shown);
  if (found === null) return shown;
  const { year, month, day: date } = dayParts(found);
  return `${withYear ? `${String(year)}年` : ''}${String(month)}月${String(date)}日`;
}
