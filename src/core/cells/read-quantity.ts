/** Reads a number with the column's unit: 12场次, 300余人, 三次, 不涉及. */
import { plain } from '../base/decimal';
import type { Cell } from '../base/grid';
import { beginsWith, endOf, holdsWord, normalised, remembered } from '../base/text';
import { hoursIn } from './hours';
import { typedByFormat } from './number-format';
import type { Quantity, ReadContext, Reading, Remark, SaidWords } from './readings';
import { cellText, nothingRead, quoted, readError, refused, remark } from './remarks';
import { largest, noteMark, typedNumber, type TypedNumber } from './typed-number';
import { countsWholes, unitFits } from './units';

/** The department has no such duty, which is not 0. */
const notApplicable: Quantity = { value: null, applies: false, qualifier: '' };

/** An exact number. */
export function exactly(value: number): Quantity {
  return { value, applies: true, qualifier: '' };
}

/** The quantity in the column's unit. Whatever is not one clear number is refused with its reason, never guessed. */
export function readQuantity(cell: Cell, context: ReadContext): Reading<Quantity> {
  const special = readUncounted(cell, context);
  if (special !== null) return special;
  if (cell.kind === 'percent') return refused('number-percent', cell, context);
  const bounds = bounded(cell, context);
  if (bounds !== null) return bounds;
  const hours = cell.kind === 'text' && isOfHours(context) ? hoursIn(cellText(cell)) : null;
  if (hours !== null) {
    return { value: exactly(hours.value), remarks: [remark(hours.says, cell, context, plain(hours.value))] };
  }
  const typed = cell.kind === 'number' ? typedByFormat(cell) : typedText(cellText(cell), context);
  const parts = typeof typed === 'string' ? sumOfParts(cellText(cell), context) : null;
  if (parts !== null) return partsTold(parts, cell, context);
  if (typed === null) return counted(cell, context, nearlyWhole(Number(cell.value)));
  return typeof typed === 'string' ? refused(typed, cell, context) : typedQuantity(typed, cell, context);
}

/** `至少9人，至多10人`, as a count of persons is told of whom some may belong to it. */
const between = /^(?<least>至少[^,，、;；]{1,20})[,，、;；](?:至多|最多|不超过)(?<most>[^,，、;；]{1,20})$/u;

function bounded(cell: Cell, context: ReadContext): Reading<Quantity> | null {
  const { least = '', most = '' } = (cell.kind === 'text' ? between.exec(cellText(cell))?.groups : undefined) ?? {};
  const [low, high] = [typedText(least, context), typedText(most, context)];
  if (typeof low === 'string' || typeof high === 'string') return null;
  const isRange = high.qualifier === '' && high.value > low.value;
  if (!isRange || !unitFits(high.unit, context.unit, context.words.units)) return null;
  const { value, remarks } = typedQuantity(low, cell, context);
  return { value: value === null ? null : { ...value, atMost: nearlyWhole(high.value) }, remarks };
}

function typedQuantity(typed: TypedNumber, cell: Cell, context: ReadContext): Reading<Quantity> {
  if (!unitFits(typed.unit, context.unit, context.words.units) && !countsAsOne(typed.unit, context))
    return refused('number-unit', cell, context, typed.unit);
  const value = nearlyWhole(typed.value);
  return (
    refusedFraction(cell, context, value) ?? {
      value: { value, applies: true, qualifier: typed.qualifier },
      remarks: typedRemarks(
        cell,
        context,
        isOther(typed.unit, context) ? { ...typed, expanded: true } : typed,
        plain(value),
      ),
    }
  );
}

/** Who came to an event, before how many they were: 师生480人. */
const crowd = /^(?<who>[\p{Script=Han}、]{2,14}?)共?(?=[约近逾]?\d)/u;

/** The number of the text; at an event those who came may be named before it. */
function typedText(text: string, { isEvent, unit, words: { said } }: ReadContext): ReturnType<typeof typedNumber> {
  const typed = typedNumber(text);
  if (isEvent !== true || unit !== '人次' || typeof typed !== 'string') return typed;
  const found = crowd.exec(text);
  const who = found?.groups?.who ?? '';
  const isCrowd = who.length > endOf(who, said.crowdEnds).length && endOf(who, said.crowdEnds) !== '';
  return isCrowd && !holdsWord(who, said.notAll) ? typedNumber(text.slice(found?.[0].length)) : typed;
}

function isOfHours({ unit, words }: ReadContext): boolean {
  return unit !== null && unit !== '小时' && unitFits('小时', unit, words.units);
}

/** At one event so many persons are so many 人次, and so many shops that were looked at are so many 次. */
function countsAsOne(typed: string, { isEvent, unit, words: { units } }: ReadContext): boolean {
  return isEvent === true && units.asOne.some(([one, names]) => one === unit && names.includes(typed));
}

/** Another thing was counted; of 人 and 人次 that need not be said. */
function isOther(typed: string, context: ReadContext): boolean {
  const { unit, words } = context;
  const names = words.units.asOne.find(([one, all]) => one === unit && all.includes(typed))?.[1] ?? [];
  return countsAsOne(typed, context) && !names.some((name) => unit?.startsWith(name));
}

/** `宣传单900份、读本60册`: things kind by kind, all in units of the column. Persons may have come under two names: null, as for anything else. */
function sumOfParts(text: string, context: ReadContext): number | null {
  const { isEvent, unit, words } = context;
  const isThings = words.units.asOne.every(([one, names]) => one !== unit && !names.includes(unit ?? ''));
  if (isEvent !== true || !isThings || text.length > longestParts) return null;
  const pieces = text.split(/[、;和及+]|,(?!\d{3})/u).map((piece) => partIn(piece.replace(/[\s。]/gu, ''), context));
  const parts = pieces.flatMap((part) => part ?? []);
  const kinds = new Set(parts.map(({ kind }) => kind));
  if (parts.length < 2 || parts.length < pieces.length || kinds.size < parts.length) return null;
  return parts.reduce((sum, { count }) => sum + count, 0);
}

const longestParts = 60;
const kindFirst = /^(?<kind>[^\d\s]{1,12})(?<count>\d.*)$/u;
const countFirst = /^(?<count>\d[\d,]*(?:余|多)?\D{1,2}?)(?<kind>[^\d\s]{2,12})$/u;

function partIn(piece: string, context: ReadContext): { readonly kind: string; readonly count: number } | null {
  const { notAll, noPart } = context.words.said;
  for (const shape of [kindFirst, countFirst]) {
    const { kind = '', count = '' } = shape.exec(piece)?.groups ?? {};
    const typed = typedNumber(count);
    const isPart =
      typeof typed !== 'string' && typed.unit !== '' && unitFits(typed.unit, context.unit, context.words.units);
    if (isPart && !holdsWord(kind, notAll) && !holdsWord(kind, noPart)) return { kind, count: typed.value };
  }
  return null;
}

function partsTold(sum: number, cell: Cell, context: ReadContext): Reading<Quantity> {
  return (
    refusedFraction(cell, context, sum) ?? {
      value: exactly(sum),
      remarks: [remark('number-parts', cell, context, plain(sum))],
    }
  );
}

/** What every kind of number has in common: blank, errors, dates, 无 (0) and 不涉及 (no duty). Null when a number follows. */
export function readUncounted(cell: Cell, context: ReadContext): Reading<Quantity> | null {
  // A number format may show 0 as “-”, which is no 不涉及.
  if (cell.kind === 'number') return null;
  if (cell.kind === 'bool') return refused('cell-is-bool', cell, context);
  if (cell.kind === 'date') return refused('cell-is-date', cell, context);
  const failed = readError(cell, context);
  if (failed !== null) return failed;
  const text = barely(cellText(cell));
  if (text === '') return nothingRead;
  if (noDutySaid.test(text) || noDutySign.test(text)) return { value: notApplicable, remarks: [] };
  if (noneYet.test(text)) return { value: exactly(0), remarks: [remark('number-none-yet', cell, context)] };
  return noneSaid.test(text) ? { value: exactly(0), remarks: [remark('number-none', cell, context)] } : null;
}

const noDutySaid = /^(不涉及|不适用|无此项|无此项?(职责|职能))$/u;
const noDutySign = /^([-—–−/\\]+|n\/a|na)$/u;
const noneSaid = /^(无|没有|未发生|未开展|未产生)$/u;
/** A remark in brackets behind a number by which it is none yet: `0（未统计）`. */
const lastAside = /[(〔[【]([^()〔〕[\]【】]*)[)〕\]】][。;,、.]{0,3}$/u;
/** So far, or not yet known. */
const noneYet = /^暂无$/u;

function barely(text: string): string {
  return text.replace(/[\s。]/gu, '').toLowerCase();
}

/** Whether a dash, a slash or N/A stands where 不涉及 is meant, or 0. */
export function isMereSign(text: string): boolean {
  return noDutySign.test(barely(normalised(text)));
}

/** Whether a dash, N/A or 不涉及 says that nothing is to be told here. */
export function isNotAsked(text: string): boolean {
  return isMereSign(text) || noDutySaid.test(barely(normalised(text)));
}

/** Whether a text says that there is nothing, which is a zero where something is counted. */
export function isNone(text: string): boolean {
  const key = barely(normalised(text));
  return noneSaid.test(key) || noneYet.test(key);
}

/** Whether a text says that there is nothing to tell: 无, 不涉及, a dash, a mark. */
export const isNothing = remembered((text): boolean => {
  const key = barely(normalised(text));
  return isNone(text) || noDutySaid.test(key) || noDutySign.test(key) || /^[-—–−/\\★☆※*·.…_=~]+$/u.test(key);
});

/** Whether the brackets at the end say that the number is none yet; those that tell of a part of it do not say how sure it is. */
function isUnsure(text: string, { doubtful, unsure, parts, besides }: SaidWords): boolean {
  const aside = lastAside.exec(text)?.[1]?.trim() ?? '';
  return holdsWord(aside, doubtful) || (holdsWord(aside, unsure) && !beginsWith(aside, [...parts, ...besides]));
}

/** What stands in brackets behind the number and tells another one, which nobody reads: `20台（损坏3台）`; parts of it are told by 其中. */
function asideRemarks(cell: Cell, context: ReadContext, counted: string): readonly Remark[] {
  const text = cell.kind === 'text' ? cellText(cell) : '';
  const aside = (lastAside.exec(text) ?? noteMark.exec(text))?.[1]?.trim() ?? '';
  const { parts, less } = context.words.said;
  const isNumber = /\d|[一二两三四五六七八九十百]{1,4}[\p{Script=Han}]{0,2}$/u.test(aside) && !dated.test(aside);
  if (!isNumber || beginsWith(aside, parts)) return [];
  return [remark(holdsWord(aside, less) ? 'number-aside-less' : 'number-aside', cell, context, counted)];
}

const dated = /[年月日]|\d[./-]\d/u;

/** What a clerk should know of how the number was read; `counted` is the value as it counts. */
export function typedRemarks(cell: Cell, context: ReadContext, typed: TypedNumber, counted: string): readonly Remark[] {
  if (isUnsure(cellText(cell), context.words.said)) return [remark('number-unsure', cell, context, counted)];
  return [...asideRemarks(cell, context, counted), ...wayRemarks(cell, context, typed, counted)];
}

function wayRemarks(cell: Cell, context: ReadContext, typed: TypedNumber, counted: string): readonly Remark[] {
  if (typed.clumsy === 'twice') return [remark('number-about-twice', cell, context, counted)];
  if (typed.clumsy === 'odd') return [remark('number-about-odd', cell, context, counted)];
  if (typed.qualifier === '至少') return [remark('number-least', cell, context, counted)];
  if (typed.qualifier !== '') return [remark('number-about', cell, context, counted)];
  if (typed.chinese) return [remark('number-chinese', cell, context, counted)];
  if (cell.kind === 'number') return formatRemarks(cell, context, typed, counted);
  const isQuoted = /^['‘’`]/u.test(cell.shown.trim());
  return typed.expanded || isQuoted ? [remark('number-expanded', cell, context, counted)] : [];
}

/** The number was not typed as it is shown; nothing is to be said where its unit only gives back what was left away. */
function formatRemarks(cell: Cell, context: ReadContext, typed: TypedNumber, counted: string): readonly Remark[] {
  if (typed.value === cell.value) return [];
  if (cell.format?.scale !== undefined) {
    return [remark('number-scaled', cell, context, `${counted} 计，格内的数是 ${plain(Number(cell.value))}`)];
  }
  return typed.expanded ? [remark('number-expanded', cell, context, counted)] : [];
}

function counted(cell: Cell, context: ReadContext, value: number): Reading<Quantity> {
  if (value < 0) return refused('number-negative', cell, context);
  if (value > largest) return refused('number-too-large', cell, context);
  return refusedFraction(cell, context, value) ?? { value: exactly(value), remarks: [] };
}

/** No workbook shows more than 15 digits: what is a whole number in those, as a sum of tenths may be, is one. */
function nearlyWhole(value: number): number {
  const shown = Number(value.toPrecision(15));
  return Number.isInteger(shown) ? shown : value;
}

/** Half a case is none. What the cell only rounds is told as it is kept: 28 of 28.4. */
function refusedFraction(cell: Cell, context: ReadContext, value: number): Reading<Quantity> | null {
  const { unit, isAverage = false, words } = context;
  if (Number.isInteger(value) || isAverage || !countsWholes(unit, words.units)) return null;
  const kept = cell.kind === 'number' ? plain(Number(cell.value)) : '';
  return refused(
    'number-fraction',
    cell,
    context,
    kept === '' || kept === quoted(cell) ? '' : `（格内的数是 ${kept}）`,
  );
}
