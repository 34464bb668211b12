/** The number formats of a workbook's cell styles, with those that files only name by number as a Chinese Excel shows them. */
import { attribute, nameCode, nextTag, scanXml } from './xlsx-xml';

const date = 'yyyy"年"m"月"d"日"';
const [yearMonth, monthDay] = ['yyyy"年"m"月"', 'm"月"d"日"'];
const [time, seconds] = ['h"时"mm"分"', 'h"时"mm"分"ss"秒"'];
const accounting = (before: string, digits: string): string =>
  `_ ${before}* ${digits}_ ;_ ${before}* -${digits}_ ;_ ${before}* "-"_ ;_ @_ `;

/** ECMA-376 part 1, 18.8.30: the list for all languages and the one for zh-cn. */
const builtIn: Readonly<Record<number, string>> = {
  ...{ 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00' },
  ...{ 5: '¥#,##0;¥-#,##0', 6: '¥#,##0;¥-#,##0', 7: '¥#,##0.00;¥-#,##0.00', 8: '¥#,##0.00;¥-#,##0.00' },
  ...{ 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??' },
  ...{ 14: 'yyyy/m/d', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM' },
  ...{ 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy/m/d h:mm' },
  ...{
    27: yearMonth,
    28: monthDay,
    29: monthDay,
    30: 'm-d-yy',
    31: date,
    32: time,
    33: seconds,
    34: time,
    35: seconds,
  },
  ...{ 36: yearMonth, 50: yearMonth, 51: monthDay, 52: yearMonth, 53: monthDay, 54: monthDay, 55: time, 56: seconds },
  ...{ 57: yearMonth, 58: monthDay },
  ...{ 37: '#,##0;-#,##0', 38: '#,##0;-#,##0', 39: '#,##0.00;-#,##0.00', 40: '#,##0.00;-#,##0.00' },
  ...{ 41: accounting('', '#,##0'), 42: accounting('¥', '#,##0') },
  ...{ 43: accounting('', '#,##0.00'), 44: accounting('¥', '#,##0.00') },
  ...{ 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0', 48: '##0.0E+0', 49: '@' },
};

const formatTag = nameCode('numFmt');
const stylesTag = nameCode('cellXfs');
const styleTag = nameCode('xf');
const differencesTag = nameCode('dxfs');

/** The pattern of each cell style, by its number; undefined for the general one. */
export function readNumberFormats(styles: Buffer): (string | undefined)[] {
  const scan = scanXml(styles);
  const own = new Map<number, string>();
  const used: number[] = [];
  let isInStyles = false;
  while (nextTag(scan)) {
    // Conditional looks name formats too, under the same numbers.
    if (scan.name === differencesTag) break;
    if (scan.name === stylesTag) isInStyles = scan.opens;
    else if (scan.opens && scan.name === formatTag) {
      own.set(Number(attribute(scan, 'numFmtId')), attribute(scan, 'formatCode') ?? '');
    } else if (scan.opens && isInStyles && scan.name === styleTag) used.push(Number(attribute(scan, 'numFmtId') ?? 0));
  }
  return used.map((id) => own.get(id) ?? builtIn[id]);
}
