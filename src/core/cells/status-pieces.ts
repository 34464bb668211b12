/** Parts the text of a status into pieces, and tells which of them say nothing of it: the day, a paper, who, where to look. */
import type { Cell } from '../base/grid';
import { endOf, withoutEnd } from '../base/text';
import { chineseNumber } from './chinese-number';
import { unmarkedText } from './remarks';
import type { ReadContext, StatusPart, StatusWords } from './readings';
import { splitParts, type Shapes, type Vocabulary, type WordPart } from './word-parts';

/** What a piece may consist of: the edition's words, what puts a task off, percentages and days. */
export type PieceKind = StatusPart | 'deferred' | 'cancelled' | 'percent' | 'day' | 'by-day';

export type PiecePart = WordPart<PieceKind>;

const month = String.raw`(?:(?:1[0-2]|0?[1-9])|十[一二]?|[一二三四五六七八九])月份?`;
const dayOfMonth = '(?:3[01]|[12][0-9]|0?[1-9])';
const day =
  String.raw`(?:20\d\d[-./](?:1[0-2]|0?[1-9])[-./]${dayOfMonth}(?!\d)日?|20\d\d(?:1[0-2]|0[1-9])(?:3[01]|[12][0-9]|0[1-9])(?!\d)` +
  String.raw`|(?:(?:20\d\d|今|本|当)年度?)?(?:${month}(?:${dayOfMonth}(?!\d)[日号]?|底|末|初|[上中下]旬)?|第?[一二三四1-4]季度|[上下]半年)` +
  String.raw`|(?:20\d\d|今|本|当)年[底末初度]?)`;

/** `达到80%`, `约80%`, `:80%`; a day that has come, `于3月15日`; one by which something is to come, `6月底前`. */
const shapes: Shapes<'percent' | 'by-day' | 'day'> = {
  percent:
    /:?(?:达到|达|为|至|到)?(?:约为|约|大约|近|将近|接近|超过|超|不足|不到|仅)?\d{1,3}(?:\.\d+)?%(?:左右|以上|上下)?/uy,
  'by-day': new RegExp(`(?:于|在|截至|截止到?|[至到])?${day}(?:之前|以前|前|之内|以内|内|止)`, 'uy'),
  day: new RegExp(`(?:于|在|截至|截止到?|[至到~—–-])?${day}`, 'uy'),
};

const vocabularies = new WeakMap<StatusWords, Vocabulary<StatusPart | 'deferred' | 'cancelled'>>();

function vocabularyOf(words: StatusWords): Vocabulary<StatusPart | 'deferred' | 'cancelled'> {
  const before = vocabularies.get(words);
  if (before) return before;
  const { deferred, cancelled } = words.meanings;
  const vocabulary = { deferred, cancelled, ...words.parts };
  vocabularies.set(words, vocabulary);
  return vocabulary;
}

/** The words, percentages and days a piece consists of; null when anything else is in it. */
export function piecePartsOf(piece: string, words: StatusWords): readonly PiecePart[] | null {
  return splitParts(piece, vocabularyOf(words), shapes);
}

/** `镇政发〔2022〕3号`: what stands before the year is short and ends as such numbers do. */
const paper =
  /(?<=^|[(,;。、])(?:见|详见|文号:?)?\p{Script=Han}{1,6}[发函字办文通令][[〔【(]20\d\d[\]〕】)]第?\d{1,4}号(?=$|[),;。、])/gu;
const breaks = /[()[\]【】〔〕〖〗「」,;。、]+/u;

/**
 * The pieces between brackets and commas; a mark like √ is a piece of its own. A check box is its mark. Numbers of papers are
 * left out here, for they hold brackets.
 */
export function piecesOf(cell: Cell, words: StatusWords): readonly string[] {
  if (typeof cell.value === 'boolean') return [cell.value ? '✓' : '✗'];
  const { negation, some, overdue, late } = words.parts;
  // What looks like a number of a paper and says that something is not so is none.
  const heavy = [...negation, ...some, ...overdue, ...late];
  const written = unmarkedText(cell)
    .replace(/[\s\uFE0E\uFE0F]/gu, '')
    .replace(/百分之([\d.]+|[〇零一二两三四五六七八九十百]+)/gu, percentSign);
  const text = withoutEnd(written, /[.!]/u).replace(paper, (number) =>
    heavy.some((word) => number.includes(word)) ? number : '',
  );
  return text
    .split(breaks)
    .flatMap((piece) => piece.split(marksOf(words)))
    .filter((piece) => piece !== '');
}

/** 百分之八十 → 80%. */
function percentSign(all: string, number: string): string {
  const value = /^\d/u.test(number) ? Number(number) : chineseNumber(number === '百' ? '一百' : number);
  return value === null ? all : `${String(value)}%`;
}

const marks = new WeakMap<StatusWords, RegExp>();

/** The listed signs that are no characters: `√`, `×`. */
function marksOf(words: StatusWords): RegExp {
  const before = marks.get(words);
  if (before) return before;
  const signs = Object.values(words.meanings)
    .flat()
    .filter((word) => /^[^\p{L}\p{N}]$/u.test(word));
  const pattern =
    signs.length === 0
      ? /(?!)/u
      : new RegExp(`([${signs.map((sign) => `\\u{${sign.codePointAt(0)?.toString(16) ?? ''}}`).join('')}])`, 'u');
  marks.set(words, pattern);
  return pattern;
}

const saysNothing: readonly PieceKind[] = ['filler', 'all', 'day'];

/** Whether a piece beside others changes nothing: a day, 按期, 见附件, who did it. */
export function isAside(piece: string, { words: { statuses, said }, names = [] }: ReadContext): boolean {
  if (statuses.asides.includes(piece.replace(/\d{1,3}$/u, ''))) return true;
  const who = piece.replace(/^由/u, '');
  if (names.includes(who.slice(0, who.length - endOf(who, said.byUnit).length))) return true;
  return piecePartsOf(piece, statuses)?.every(({ kind }) => saysNothing.includes(kind)) === true;
}
