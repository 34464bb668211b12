/** The signs by which a row is told to be no record, as patterns made of the edition's words. */
import type { RowWords } from '../cells/readings';

/** All patterns are for compared texts (`headerKey`), but `mayBeTotal` and `note`, which take a cell as it is shown. */
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
  readonly example: RegExp;
  /** The header of a column that only numbers the rows. */
  readonly number: RegExp;
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

function signsOf({ totals, bareTotals, beforeTotals, notes, signatures, examples, numbers }: RowWords): RowSigns {
  const all = anyOf([...totals, ...bareTotals]);
  const remarks = anyOf([...notes, ...signatures]);
  return {
    mayBeTotal: new RegExp(spaced([...totals, ...bareTotals]), 'u'),
    total: new RegExp(`^${anyOf(beforeTotals)}?${all}(?:\\([^()]*\\))?$`, 'u'),
    totalOf: new RegExp(`^.{1,8}${anyOf(totals)}$`, 'u'),
    note: new RegExp(`^${remarks}[:：]`, 'u'),
    wideNote: new RegExp(`^${remarks}(?![\\p{L}])`, 'u'),
    example: new RegExp(`^${anyOf(examples)}(?:$|:)`, 'iu'),
    number: new RegExp(`^${anyOf(numbers)}$`, 'iu'),
  };
}

/** The longest first: `备注` is not `备`. */
function anyOf(words: readonly string[]): string {
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  return `(?:${longestFirst.map(escaped).join('|')})`;
}

/** People spread a short word over its cell: `合  计`. */
function spaced(words: readonly string[]): string {
  return words.map((word) => Array.from(word, escaped).join('\\s*')).join('|');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}

/** `一、`, `（二）`, `第三部分`: the beginning of a section's heading. */
export const sectionSign =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[部章节类])/u;
/** `2.`, `3、`: a note that goes on in the next row. */
export const itemSign = /^\d{1,2}[.、．)）]/u;
