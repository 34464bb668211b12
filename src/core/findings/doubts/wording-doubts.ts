/** What the report would say in words and what its figures say. */
import { plain, round } from '../../base/decimal';
import type { Place } from '../../base/place';
import type { Problem } from '../../base/problem';
import { longDay } from '../../base/day';
import type { Contradiction, DatedThing } from '../../edition/edition';
import { outOfTime } from '../../settings/times';
import type { Range } from '../../rows/said';
import type { IndicatorFinding, SaidText } from '../findings';
import type { Town } from './town';

/**
 * A text that an indicator contradicts: one to be printed as a weakness, or any paragraph of the office's own.
 *
 * 到位率 100%, and a paragraph of 存在不足 says 经费不足; 败诉 2件, and one of 规范执法 says 没有败诉.
 */
export function contradicted({ areas, indicators, rows, settings: { edition } }: Town): readonly Problem[] {
  const weak = [
    ...rows.narratives.filter(({ section }) => section === edition.sections.shortcomings),
    ...areas.flatMap(({ isWeakness, shared, items }) =>
      isWeakness ? [shared.problem, ...items.map(({ problem }) => problem)].flatMap(ownText) : [],
    ),
  ];
  const { notSo } = edition.declared.words.said;
  return edition.contradictions.flatMap((one) => {
    const code = rows.meanings.codes.get(one.code);
    const found = indicators.find(({ indicator }) => indicator.code === code);
    if (found?.range == null || !isDenied(found.range, one)) return [];
    const name = found.indicator.name;
    if (one.isShortcoming) {
      return weak
        .filter(({ text }) => clausesOf(text).some((clause) => saysOf(clause, one)))
        .map(({ text, place }) => ({
          code: 'paid-but-lacking',
          level: 'doubt' as const,
          place,
          actual: text.slice(0, 30),
          reason: `${name}为 ${found.text}，却把${one.about}写成薄弱环节`,
          expected: `请核对${one.about}数据，或者改写这一句`,
        }));
    }
    return rows.narratives.flatMap(({ text, place }) => {
      const clause = clausesOf(text).find((said) => asserts(said, one, notSo));
      if (clause === undefined) return [];
      return {
        code: 'figure-denied',
        level: 'doubt' as const,
        place,
        actual: clause.slice(0, 30),
        reason: `${name}为 ${found.text}，这一段却写“${clause.slice(0, 30)}”`,
        expected: '请核对，与数据不符的改写这一句',
      };
    });
  });
}

/** All that the figure may be denies it. */
function isDenied({ low, high }: Range, { atLeast, below }: Contradiction): boolean {
  return atLeast === null ? below !== null && high < below : low >= atLeast;
}

/** What the office itself has written. */
function ownText({ text, place }: SaidText): readonly { readonly text: string; readonly place: Place }[] {
  return place === null ? [] : [{ text, place }];
}

/**
 * A text of the office's own that speaks of what does not hold in the report's time.
 *
 * A paragraph of the report of 2027 says “八五”普法规划.
 */
export function outOfTimeInText({ rows, settings }: Town): readonly Problem[] {
  const { edition, lastDay } = settings;
  const texts = [
    ...rows.narratives.map(({ text, place }) => ({ text, place })),
    ...rows.weakTexts.map(({ problem, cause, action, place }) => ({
      text: joined(problem, cause, action),
      place,
    })),
    ...rows.tasks.map(({ title, phrase, place }) => ({ text: joined(title, phrase), place })),
  ];
  return texts.flatMap(({ text, place }) =>
    outOfTime(edition.times, text, lastDay).map((thing) => ({
      code: 'time-out-in-text',
      level: 'doubt' as const,
      place,
      actual: text.slice(0, 30),
      reason: `这里说到${thing.marks.find((mark) => text.includes(mark)) ?? thing.value}，${timeText(thing)}，报告写到${longDay(lastDay)}`,
      expected: '请核对，确实要写的不用改',
    })),
  );
}

function joined(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}

/** `是2024年7月18日以后的事`, `到2025年12月31日为止`. */
function timeText({ from, to }: DatedThing): string {
  return to === null ? `从${longDay(from)}起` : `从${longDay(from)}到${longDay(to)}`;
}

/** So many characters may stand between the thing and what is said of it. */
const nearby = 12;

function clausesOf(text: string): readonly string[] {
  return text.split(/[，。；]/u);
}

/** Behind the thing. */
function saysOf(clause: string, { about, words }: Contradiction): boolean {
  const at = clause.indexOf(about);
  const behind = at < 0 ? '' : clause.slice(at + about.length);
  return words.some((word) => behind.slice(0, nearby + word.length).includes(word));
}

/** Before or behind the thing, or with it in one word, in a clause that asserts it of this year. */
function asserts(clause: string, { about, words, unless }: Contradiction, notSo: readonly string[]): boolean {
  const at = clause.indexOf(about);
  if (at < 0 || [...notSo, ...unless].some((word) => clause.includes(word))) return false;
  const end = at + about.length;
  return words.some((word) => {
    const around = clause.slice(Math.max(0, at - nearby - word.length), end + nearby + word.length);
    return around.includes(word);
  });
}

/**
 * A paragraph of the office's own that gives an indicator another value than the report does.
 *
 * 综述素材 says 普法活动25场次, the departments add up to 26.
 */
export function otherNumberInText({ indicators, rows }: Town): readonly Problem[] {
  return rows.narratives.flatMap(({ text, place }) => indicators.flatMap((found) => otherNumber(found, text, place)));
}

function otherNumber(
  { indicator, value, range, text: printed }: IndicatorFinding,
  text: string,
  place: Place,
): readonly Problem[] {
  const typed = value === null ? null : numberAfter(text, stemOf(indicator.name), indicator.unit);
  if (value === null || typed === null || [value, round(value, 1), round(value, 2)].includes(typed)) return [];
  if (range !== null && typed >= range.low && typed <= range.high) return [];
  return [
    {
      code: 'other-number-in-text',
      level: 'doubt',
      place,
      actual: text.slice(0, 30),
      reason: `段落里${indicator.name}写作 ${plain(typed)}，报告算得 ${printed}`,
      expected: `请核对；写成 {{指标.${indicator.name}}} 就由程序填数`,
    },
  ];
}

/** 普法活动 for 普法活动场次: how a sentence names it. */
function stemOf(name: string): string {
  return name.replace(/(场次|人次|次数|件次|件数|份数|条数|人数|台数|数)$/u, '');
}

/** The number with that unit shortly after the words; null when there is none, or one that is said not to be exact. */
function numberAfter(text: string, words: string, unit: string): number | null {
  const at = words.length < 3 ? -1 : text.indexOf(words);
  if (at < 0) return null;
  const match = /^[^\d，。；、{}\n]{0,6}(?<number>\d+(?:\.\d+)?)(?<unit>[^\d，。；、]{1,2})/u.exec(
    text.slice(at + words.length),
  );
  return match?.groups?.unit?.startsWith(unit) === true ? Number(match.groups.number) : null;
}
