/** Reads a date cell: 完成日期, 成文日期, 决定日期. */
import { dayParts, lastDayOfMonth, type Day } from '../base/day';
import type { Cell } from '../base/grid';
import { oncePer } from '../base/once-per';
import { checkedDay, dateText, dayByKind, dayRefusal, periodShown, writtenDay, type WrittenDay } from './day-words';
import { nameKey } from '../base/text';
import { dottedDay, eventDay, shortYearDay } from './event-days';
import type { ReadContext, Reading, StatusWords } from './readings';
import { noWords, yesWords } from './read-words';
import { nothingRead, refused, remark, type RemarkCode } from './remarks';
import { splitParts, type Shapes, type Vocabulary } from './word-parts';

/**
 * The day, from a date cell or one of the written forms; a day without a year is of the report's year and noted. Of an event also
 * a range, a ten-day period or a month are understood, which is noted; where none is, it is told whether the row counts.
 */
export function readDay(cell: Cell, context: ReadContext): Reading<Day> {
  const read = anyDay(cell, context);
  if (context.isEvent !== true || read.value !== null || read.remarks.length === 0) return read;
  const counts = isStillToCome(cell.shown, context) ? '这一行没有计入' : '这一行仍当作统计期内的';
  return { value: null, remarks: read.remarks.map((each) => ({ ...each, reason: `${each.reason}，${counts}` })) };
}

function anyDay(cell: Cell, context: ReadContext): Reading<Day> {
  if (isMonthAsNumber(cell, context)) return looseDay(cell.shown, cell, context);
  if (isDayAsNumber(cell, context)) return looseDay(String(cell.value), cell, context);
  const byKind = dayByKind(cell, context);
  if (byKind !== null) return shownDay(cell, context, byKind);
  const text = dateText(cell);
  if (none.test(text)) return nothingRead;
  if (context.isMarked === true) {
    const mark = markOf(text, context.choiceUsages);
    if (mark === '否') return nothingRead;
    if (mark !== null)
      return { value: null, remarks: [remark(mark === '是' ? 'day-affirmed' : 'day-open', cell, context)] };
  }
  const written = writtenDay(text);
  if (written === null) return looseDay(text, cell, context);
  return oneDay(written, written.year === null ? 'year-assumed' : null, cell, context);
}

/** What a word in the place of a day says: that it was done, was not, or is not yet; null for anything else. `usages` are the column's. */
export function markOf(text: string, usages: ReadContext['choiceUsages'] = {}): '是' | '否' | '未到' | null {
  const said = nameKey(text);
  if (none.test(said)) return '否';
  const bare = said.replace(/^(?:正在|尚在|仍在|还在|尚|暂)(?=.)/u, '');
  const isOf = (choice: string, general: readonly string[]): boolean =>
    [said, bare].some((word) => general.includes(word) || usages[choice]?.includes(word) === true);
  return isOf('是', yesWords) ? '是' : isOf('否', noWords) ? '否' : isOf('未到', []) ? '未到' : null;
}

/** Whether a text, or a part of it between signs, is a word for what is not done yet, and no other part says that it is done. */
export function saysNotYet(shown: string, usages: ReadContext['choiceUsages']): boolean {
  const parts = nameKey(shown).split(/[,;:。、()]/u);
  const marks = parts.map((part) => (part === '' ? null : markOf(part, usages)));
  return marks.includes('未到') && !marks.includes('是');
}

const none = /^([-—/]*|无)$/u;

/** Of events and of what was done more forms are understood. */
function isLoose({ isEvent, isMarked }: ReadContext): boolean {
  return isEvent === true || isMarked === true;
}

/** 2022.9 that a spreadsheet took for a number; 2022.1 may have been October. */
function isMonthAsNumber({ kind, shown }: Cell, { isEvent }: ReadContext): boolean {
  return isEvent === true && kind === 'number' && /^20\d\d\.(?:0[1-9]|[2-9]|1[12])$/u.test(shown);
}

/** 3.15 that a spreadsheet took for a number. */
function isDayAsNumber({ kind, value }: Cell, context: ReadContext): boolean {
  return isLoose(context) && kind === 'number' && dottedDay(String(value)) !== null;
}

/** A date cell that shows only its month does not say on which day something was done. */
function shownDay(cell: Cell, context: ReadContext, read: Reading<Day>): Reading<Day> {
  const period = periodShown(cell);
  if (read.value === null || period === null) return read;
  if (!isLoose(context) || period === 'year') return refused('day-hidden', cell, context, read.value);
  const { year, month } = dayParts(read.value);
  const day = lastDayOfMonth(year, month);
  return {
    value: day,
    remarks: [...read.remarks, remark(context.isEvent === true ? 'day-period' : 'day-end', cell, context, day)],
  };
}

function looseDay(text: string, cell: Cell, context: ReadContext): Reading<Day> {
  const loose = looselyWritten(text, context);
  if (loose !== null) return oneDay(loose, loose.year === null ? 'year-assumed' : null, cell, context);
  const short = shortYearDay(text, context.reportYear);
  if (short !== null) return oneDay(short, 'day-two-digits', cell, context);
  if (isLoose(context) && isPlan(text, context))
    return refused(context.isEvent === true ? 'event-planned' : 'day-planned', cell, context);
  const beside = dayBesideWords(text, context);
  if (beside !== null) return oneDay(beside.written, beside.says, cell, context);
  const found = isLoose(context) ? eventDay(text, context.reportYear, context.isEvent !== true) : null;
  if (found === null) return refused(dayRefusal(text), cell, context);
  if (typeof found === 'string') return refused(found, cell, context);
  return { value: found.day, remarks: [remark(found.says, cell, context, found.day)] };
}

/** 2024-05月17日, signs mixed; of an event also 3.9 and 3.15. */
function looselyWritten(text: string, context: ReadContext): WrittenDay | null {
  const [, year, month, day] = /^(20\d\d)[年./-](\d{1,2})[月./-](\d{1,2})[日号]?$/u.exec(text) ?? [];
  if (year === undefined) return isLoose(context) ? dottedDay(text) : null;
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function oneDay(written: WrittenDay, says: RemarkCode | null, cell: Cell, context: ReadContext): Reading<Day> {
  const day = checkedDay(written, context.reportYear);
  if (day === 'day-missing' || day === 'day-too-far') return refused(day, cell, context);
  return { value: day, remarks: says === null ? [] : [remark(says, cell, context, day)] };
}

type Word = 'done' | 'deferred' | 'to' | 'on' | 'approved' | 'perfect' | 'neutral' | 'deed';

/** What stands beside a day and is the edition's to say; whatever else there is (未) leaves the day unread. */
type Phrase = readonly (Word | 'day')[];

interface BesideDay {
  readonly written: WrittenDay;
  readonly says: 'day-beside' | 'day-put-off';
}

const date =
  String.raw`20\d\d[年./-]\d{1,2}[月./-]\d{1,2}(?!\d)[日号]?|20\d{6}(?!\d)|\d\d[年./-]\d{1,2}[月./-]\d{1,2}(?!\d)[日号]?` +
  String.raw`|\d{1,2}[月./]\d{1,2}(?!\d)[日号]?`;
const shapes: Shapes<'day'> = { day: new RegExp(date, 'uy') };
/** What is meant for a month, a quarter or a year is no more done than what is meant for a day. */
const planShapes: Shapes<'day'> = {
  day: new RegExp(
    String.raw`${date}|(?:(?:20\d\d|[今明本])年)?(?:\d{1,2}月份?|第?[一二三四1-4]季度|[上下]半年)(?:[上中下]旬|[初中底末内])?` +
      String.raw`|(?:20\d\d年?|[今明本]年?)?年[底末内]`,
    'uy',
  ),
};
/** No such phrase is longer. */
const longest = 30;

/**
 * `8.13办结`, `已办结（8月13日）`, `于8月13日答复办结`: the day beside words that it was done; where it was put off that is asked about
 * unless it says 已. Null where anything else stands there.
 */
function dayBesideWords(text: string, context: ReadContext): BesideDay | null {
  if (!isLoose(context) || text.length > longest) return null;
  const parts = splitParts(bareText(text), wordsOf(context).beside, shapes);
  const [said, ...others] = parts?.filter(({ kind }) => kind === 'day') ?? [];
  if (parts === null || said === undefined || others.length > 0) return null;
  const written = writtenDay(said.text) ?? dottedDay(said.text) ?? shortYearDay(said.text, context.reportYear);
  const says = saidOf(
    parts.map(({ kind }) => kind),
    context,
  );
  return written === null || says === null ? null : { written, says };
}

/** What is to be told of such a phrase; null where it does not say that something was done on the day. */
function saidOf(phrase: Phrase, { isEvent }: ReadContext): BesideDay['says'] | null {
  if (!saysDone(phrase) || !isInPlace(phrase)) return null;
  if (!phrase.includes('deferred')) return 'day-beside';
  if (isEvent === true) return null;
  return phrase.includes('perfect') ? 'day-beside' : 'day-put-off';
}

/** 已办结 or 办结; 已整改: done, where 整改 alone may be under way. */
function saysDone(phrase: Phrase): boolean {
  return phrase.includes('done') || (phrase.includes('perfect') && phrase.includes('deed'));
}

/** 于 stands before the day, 至 between 延期 and the day; what was put off was done behind it. */
function isInPlace(phrase: Phrase): boolean {
  const at = phrase.indexOf('day');
  const [to, on, later] = [phrase.indexOf('to'), phrase.indexOf('on'), phrase.indexOf('deferred')];
  if (on >= 0 && on !== at - 1) return false;
  if (later < 0) return to < 0;
  return (to < 0 ? later === at - 1 : to === at - 1 && later === to - 1) && phrase.indexOf('done') > at;
}

/** `预计8月13日办结`, `8月13日前完成`, `延期至8月13日办结`: the day, or the month, was meant for it, and nobody says that it is done. */
function isPlan(text: string, context: PhraseContext): boolean {
  return planIn(text, context) !== null;
}

/** The kinds of words of such a phrase; null for any other. */
function planIn(text: string, context: PhraseContext): readonly (PlanWord | 'day')[] | null {
  const { plan, perfect } = wordsOf(context);
  const parts = text.length > longest ? null : splitParts(bareText(text), plan, planShapes);
  if (parts?.filter(({ kind }) => kind === 'day').length !== 1) return null;
  const kinds = parts.map(({ kind }) => kind);
  // 已延期至8月13日 says that it was put off; 已延期至8月13日办结 may say that it was done.
  const isDone = kinds.includes('done');
  const isSaid = parts.some(({ kind, text: word }) =>
    kind === 'perfect' ? isDone : kind === 'done' && perfect.some((one) => one !== word && word.startsWith(one)),
  );
  const to = kinds.indexOf('to');
  const isMeant =
    kinds.includes('planned') || kinds.includes('limit') || (kinds[to - 1] === 'deferred' && kinds[to + 1] === 'day');
  return isMeant && !isSaid ? kinds : null;
}

/**
 * Whether what stands in the place of a day says that it is still to come. By when it was due, or to when it was put off, does not
 * deny another cell that says 已办结.
 */
export function saysOpen(shown: string, context: PhraseContext): boolean {
  const kinds = planIn(dateText({ kind: 'text', value: shown, shown }), context);
  return kinds?.some((kind) => kind === 'planned' || kind === 'open') === true;
}

/** Whether what stands in the place of an event's day says that there is none yet: 拟于12月召开, 未结案 where that is a word of the column. */
export function isStillToCome(shown: string, context: PhraseContext): boolean {
  return markOf(shown, context.choiceUsages) === '未到' || saysOpen(shown, context);
}

function bareText(text: string): string {
  return text.replace(/[(),:;、。]/gu, '');
}

type PlanWord = Word | 'planned' | 'limit' | 'open';

/** What a phrase may be made of, and how a word begins that says that something was done: 已办结. */
interface Vocabularies {
  readonly beside: Vocabulary<Word>;
  readonly plan: Vocabulary<PlanWord>;
  readonly perfect: readonly string[];
}

/** By the column's own words for what was done, an empty list for none. */
const vocabularies = oncePer((statuses: StatusWords) =>
  oncePer((own: readonly string[]): Readonly<Record<'one' | 'event', Vocabularies>> => {
    const { handed, parts } = statuses;
    const { perfect } = parts;
    const of = (words: readonly string[]): Vocabularies => {
      const beside = vocabularyOf(statuses, words);
      return { beside, plan: planVocabulary(statuses, beside), perfect };
    };
    return { one: of(own.length > 0 ? own : handed), event: of([...own, ...handed, ...parts.carry]) };
  }),
);

/** What tells how far it is takes nothing from a plan; the words beside a day go before. */
function planVocabulary(
  { meanings, parts, planned, limit }: StatusWords,
  beside: Vocabulary<Word>,
): Vocabulary<PlanWord> {
  const { negation, progress, action, manner, begin } = parts;
  const open = [...negation, ...progress, ...action, ...manner, ...begin];
  return { open: [...open, ...meanings['in-progress'], ...meanings['not-done']], ...beside, limit, planned };
}

type PhraseContext = Pick<ReadContext, 'choiceUsages' | 'isEvent' | 'words'>;

function wordsOf({ choiceUsages, isEvent, words: { statuses } }: PhraseContext): Vocabularies {
  const known = vocabularies(statuses)(choiceUsages?.是 ?? noOwn);
  return isEvent === true ? known.event : known.one;
}

const noOwn: readonly string[] = [];

/** Of a word that stands in several lists the last decides. Where a column has words of its own (`own`) no other deed is what it asks for. */
function vocabularyOf(
  { meanings, parts, asides, approved, handed }: StatusWords,
  own: readonly string[],
): Vocabulary<Word> {
  const bare = own.map((word) => word.slice(parts.perfect.find((one) => word.startsWith(one))?.length ?? 0));
  return {
    neutral: [...parts.filler, ...parts.all, ...parts.carry, ...parts.overdue, ...asides, ...handed],
    approved,
    deed: parts.deed,
    perfect: parts.perfect,
    deferred: meanings.deferred,
    on: ['于', '在'],
    to: ['至', '到'],
    done: [...meanings.done, ...parts.end, ...own, ...bare].filter((word) => word !== ''),
  };
}
