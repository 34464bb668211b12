/** The signs by which a row is told to be no record, as patterns made of the edition's words. */
import { anyOf, escaped, normalised } from '../../base/text';
import type { RowWords } from '../../cells/readings';

/** All patterns are for compared texts (`headerKey`), but `mayBeTotal`, `note` and `wideNote`, which take a cell as it is shown. */
export interface RowSigns {
  /** A cheap look before the others. */
  readonly mayBeTotal: RegExp;
  /** 合计, 本页小计. */
  readonly total: RegExp;
  /** 组织领导小计: a total beside figures and nothing else. */
  readonly totalOf: RegExp;
  /** `备注：…`, `填表人：…`. */
  readonly note: RegExp;
  /** The same without a colon, where the text is alone in cells merged over the row. */
  readonly wideNote: RegExp;
  /** 填表人 alone in its cell. */
  readonly signature: RegExp;
  /** 备注 or 填表人 alone in its cell: its value stands in the next one. */
  readonly label: RegExp;
  /** `司法所（盖章）`, `单位负责人（签字）：某某`. */
  readonly stamp: RegExp;
  /** A sentence that begins with 以上数据. */
  readonly closing: RegExp;
  readonly example: RegExp;
  /** The header of a column that only numbers the rows. */
  readonly number: RegExp;
  /** The header of a column departments keep for themselves. */
  readonly ownColumn: RegExp;
  /** The header of a column of persons' names. */
  readonly personColumn: RegExp;
  /** A word that may stand above a column, by its end. */
  readonly headerEnd: RegExp;
  /** 项目, above the labels of a form. */
  readonly lineHeading: RegExp;
}

const known = new WeakMap<RowWords, RowSigns>();

/** The patterns of these words, made once. */
export function rowSigns(words: RowWords): RowSigns {
  const before = known.get(words);
  if (before) return before;
  const signs = signsOf(words);
  known.set(words, signs);
  return signs;
}

function signsOf(words: RowWords): RowSigns {
  const { totals, bareTotals, beforeTotals, notes, signatures } = words;
  const all = anyOf([...totals, ...bareTotals]);
  const remarks = anyOf([...notes, ...signatures]);
  const stamp = `\\(${anyOf(words.stamps)}\\)`;
  return {
    // bounded: looked at as it is made of the words in the tables
    mayBeTotal: new RegExp(spaced([...totals, ...bareTotals]), 'u'),
    total: new RegExp(`^${anyOf(beforeTotals)}?${all}(?:\\([^()]*\\))?$`, 'u'),
    totalOf: new RegExp(`^.{1,20}${anyOf(totals)}$`, 'u'),
    note: new RegExp(`^${remarks}[\\d一二三四五]?[:：]`, 'u'),
    wideNote: new RegExp(`^${remarks}(?![\\p{L}])`, 'u'),
    signature: new RegExp(`^${anyOf(signatures)}$`, 'u'),
    label: new RegExp(`^${remarks}$`, 'u'),
    stamp: new RegExp(`^[^:]{0,20}${stamp}(?:$|:)`, 'u'),
    closing: new RegExp(`^${anyOf(words.closings)}`, 'u'),
    example: new RegExp(`^(?:\\(${anyOf(words.examples)}\\)|${anyOf(words.examples)}(?:$|:))`, 'iu'),
    number: new RegExp(`^${anyOf(words.numbers)}$`, 'iu'),
    ownColumn: new RegExp(`^${anyOf(words.ownColumns)}$`, 'iu'),
    personColumn: new RegExp(`^${anyOf(words.personColumns)}(?:\\(.*\\))?$`, 'iu'),
    headerEnd: new RegExp(`${anyOf(words.headerEnds)}$`, 'u'),
    lineHeading: new RegExp(`^${anyOf(words.lineHeadings)}(?:\\(.*\\))?$`, 'u'),
  };
}

/** People spread a short word over its cell: `合  计`. */
function spaced(words: readonly string[]): string {
  return words.map((word) => Array.from(word, escaped).join('\\s*')).join('|');
}

/** `一、`, `（二）`, `第三部分`: the beginning of a section's heading. */
export const sectionSign = /^(?:[(（]?[一二三四五六七八九十]{1,3}[、.．)）]|第[一二三四五六七八九十]{1,3}[部章节类])/u;
/** `2.`, `3、`: a note that goes on in the next row. */
export const itemSign = /^\d{1,2}[.、．)）]/u;
/** The number of a row or line: `1`, `1.`, `1、`, `（1）`, `①`, `一`, `（一）`. */
export function isNumbering(shown: string): boolean {
  const text = normalised(shown).replace(/\s/gu, '');
  return /^\(?(?:\d{1,5}|[一二三四五六七八九十百]{1,5})\)?[.、]?$/u.test(text);
}
