/** The number formats of a workbook's cell styles, with those that files only name by number as a Chinese Excel shows them. */
import { oncePer } from '../../../core/base/once-per';
import { eachChild, enterRoot, type Own } from './xlsx-elements';
import { isOn } from './xlsx-texts';
import { xmlAttribute, nameCode, scanXml, unescaped, type XmlScan } from './xlsx-xml';

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

const tags = {
  formats: nameCode('numFmts'),
  format: nameCode('numFmt'),
  fonts: nameCode('fonts'),
  font: nameCode('font'),
  strike: nameCode('strike'),
  styles: nameCode('cellXfs'),
  style: nameCode('xf'),
};

/** What a cell style says of the cells' meaning. */
export interface StyleMeaning {
  /** Undefined for the general one. */
  readonly pattern: string | undefined;
  readonly isStruck: boolean;
}

/** The meaning of each cell style, by its number. Conditional looks name formats and fonts too, under the same numbers. */
export const readStyleMeanings = oncePer((styles: Buffer): readonly StyleMeaning[] => {
  const scan = scanXml(styles);
  const own = enterRoot(scan);
  const formats = new Map<number, string>();
  const struck: boolean[] = [];
  const used: { readonly format: number; readonly font: number }[] = [];
  const number = (name: string): number => Number(xmlAttribute(scan, name) ?? 0);
  const readers = new Map<number, (child: number) => void>([
    [tags.formats, (child) => child === tags.format && formats.set(number('numFmtId'), formatCode(scan))],
    [tags.fonts, (child) => child === tags.font && struck.push(isStruck(scan, own))],
    [tags.styles, (child) => child === tags.style && used.push({ format: number('numFmtId'), font: number('fontId') })],
  ]);
  eachChild(scan, own, (name) => {
    const read = readers.get(name);
    if (read !== undefined) eachChild(scan, own, read);
  });
  return used.map(({ format, font }) => ({
    pattern: formats.get(format) ?? builtIn[format],
    isStruck: struck[font] === true,
  }));
});

function formatCode(scan: XmlScan): string {
  return unescaped(xmlAttribute(scan, 'formatCode') ?? '');
}

function isStruck(scan: XmlScan, own: Own): boolean {
  let struck = false;
  eachChild(scan, own, (name) => {
    if (name === tags.strike) struck = isOn(scan);
  });
  return struck;
}
