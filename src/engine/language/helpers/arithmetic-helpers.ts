/** Helpers that reckon with numbers, decimally exact, and with days. */
import { daysBetween, parseDay, type Day } from '../../../core/base/day';
import { divide, multiply, plain, round, subtract, sum } from '../../../core/base/decimal';
import type { Arguments, Answer, Helper, Param } from './helper';
import { traced } from '../model';

const number: Param = { name: '数', type: 'number' };
const day: Param = { name: '日期', type: 'day' };

/** Dividing by 0, or a text that is no day, gives a gap. */
const gap: Answer = traced(null, '');

export const arithmeticHelpers: readonly Helper[] = [
  {
    ...reckon(['加'], '相加：{{加 @index 1}}', (args) => sum(numbers(args))),
    params: [number],
    rest: 'number',
  },
  reckon(['减'], '相减：{{减 应完成 已完成}}', (args) => subtract(args.number(0), args.number(1))),
  reckon(['乘'], '相乘：{{乘 场次 2}}', (args) => multiply(args.number(0), args.number(1))),
  reckon(['除'], '相除，除数为 0 时印成待补：{{小数 (除 学时 人数) 1}}', (args) =>
    quotient(divide(args.number(0), args.number(1))),
  ),
  {
    ...reckon(['相差天数'], '从前一个日期到后一个日期有几天：{{相差天数 登记日期 办结日期}}', (args) => {
      const [from, to] = [dayIn(args, 0), dayIn(args, 1)];
      return from === null || to === null ? gap : daysBetween(from, to);
    }),
    params: [day, day],
  },
  {
    ...reckon(['距今工作日'], '从核算日到日期还有几个工作日，过了为负数：{{距今工作日 截止日期}}', (args) => {
      const found = dayIn(args, 0);
      return found === null ? gap : (args.workingDaysUntil(found) ?? gap);
    }),
    params: [day],
    needs: 'workingDaysUntil',
  },
];

function reckon(names: readonly string[], help: string, run: (args: Arguments) => Answer): Helper {
  return { names, params: [number, number], result: 'number', missing: 'gap', help, run };
}

/** Exact as a value; a long tail of digits is nothing to print. */
function quotient(value: number | null): Answer {
  return value === null ? gap : traced(value, plain(round(value, 2)));
}

/** Whatever a day prints, its value is like 2022-06-30. */
function dayIn(args: Arguments, index: number): Day | null {
  return parseDay(String(args.value(index) ?? ''));
}

function numbers(args: Arguments): readonly number[] {
  return Array.from({ length: args.count }, (_, index) => args.number(index));
}
