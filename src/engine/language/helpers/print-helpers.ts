/** Helpers that print numbers and days the way official documents do. */
import { divide, fixed, multiply, plain } from '../../../core/base/decimal';
import { dayParts, parseDay } from '../../../core/base/day';
import { inChinese, yearInChinese } from './in-chinese';
import type { Arguments, Helper, Param } from './helper';

const number: Param = { name: '数', type: 'number' };
const places: Param = { name: '小数位数', type: 'number', optional: true };
const day: Param = { name: '日期', type: 'day' };

export const printHelpers: readonly Helper[] = [
  text(['小数'], [number, { name: '小数位数', type: 'number' }], '四舍五入到几位小数：{{小数 人均学时 1}}', (args) =>
    qualified(args, fixed(args.number(0), digits(args, 1, 0))),
  ),
  text(['百分比'], [number, places], '把 0.868 印成 86.8%（默认一位小数）：{{百分比 完成率 1}}', (args) => {
    return qualified(args, fixed(multiply(args.number(0), 100), digits(args, 1, 1)), '%');
  }),
  text(['万元'], [number, places], '把元印成万元：{{万元 金额}} 印成 95万元，原表写“约”“余”的照样带上', (args) => {
    const amount = divide(args.number(0), 10_000) ?? 0;
    return qualified(args, args.count > 1 ? fixed(amount, digits(args, 1, 0)) : plain(amount), '万元');
  }),
  text(['汉字'], [number], '把 12 印成 十二：{{汉字 数量}}', (args) => qualified(args, inChinese(args.number(0)))),
  {
    names: ['按值', 'switch'],
    params: [{ name: '值', type: 'any' }],
    rest: 'scalar',
    result: 'text',
    missing: 'run',
    help: '值等于哪一个就印它后面的那一个，都不等于时印最后单独的一个，没有时不印：{{按值 灯 "红灯" "逾期" "黄灯" "临近" "正常"}}',
    run: matched,
  },
  text(['几'], [number], '数东西用的汉字，2 印成 两：{{几 (个数 薄弱)}}个方面', (args) => {
    return args.number(0) === 2 ? '两' : inChinese(args.number(0));
  }),
  text(
    ['序号一'],
    [number, { name: '共几项', type: 'number', optional: true }],
    '循环里印 一是、二是，写明共几项时只有一项不印：{{序号一 @index (个数 薄弱)}}',
    (args) => (args.number(1) === 1 ? '' : `${inChinese(args.number(0) + 1)}是`),
  ),
  text(['汉字年'], [number], '把 2022 印成 二〇二二：{{汉字年 年度}}年', (args) => yearInChinese(args.number(0))),
  text(['年月日'], [day], '把 2022-06-30 印成 2022年6月30日：{{年月日 印发日期}}', (args) =>
    dayText(args.text(0), true),
  ),
  text(['月日'], [day], '把 2022-06-30 印成 6月30日：{{月日 办结日期}}', (args) => dayText(args.text(0), false)),
];

/** Pairs of a value and what is printed for it, then perhaps what is printed for all others. */
function matched(args: Arguments): string {
  for (let at = 1; at + 1 < args.count; at += 2) if (args.value(at) === args.value(0)) return args.text(at + 1);
  return args.count % 2 === 0 ? args.text(args.count - 1) : '';
}

function text(
  names: readonly string[],
  params: readonly Param[],
  help: string,
  run: (args: Arguments) => string,
): Helper {
  return { names, params, result: 'text', missing: 'gap', help, run };
}

/** 约300, 300余: the word that the source has with the number stays with it. */
function qualified(args: Arguments, digits: string, unit = ''): string {
  const [, before = '', after = ''] = /^(约|近|逾|超)?[\d.,万亿]+(余|多)?/u.exec(args.text(0)) ?? [];
  return `${before}${digits}${after}${unit}`;
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
