/** Houses, files, cells, and accounts that a word before them names, and what the edition has patterns for. Each look is bounded. */
import { anyOf } from '../../base/text';
import type { PublicFinder, PublicRule } from '../../edition/public-rule';
import type { Hit, Rulebook, HitSpan } from './hit';

type PlaceFinder = (text: string) => readonly HitSpan[];

/** Finds all of them. */
export function placeFinder(book: Rulebook): (text: string) => readonly Hit[] {
  const finders = lookers.flatMap(([finds, look]) =>
    book.rules(finds).map((rule) => {
      const find = look(rule, book);
      return (text: string): readonly Hit[] => find(text).map((span) => ({ ...span, rule }));
    }),
  );
  return (text) => finders.flatMap((find) => find(text));
}

const lookers: readonly (readonly [PublicFinder, (rule: PublicRule, book: Rulebook) => PlaceFinder])[] = [
  ['address', houses],
  ['file', files],
  ['cell', () => cells],
  ['labelled', labelled],
  ['pattern', written],
];

/** A house with two of its parts, a number in a village or lane, or what follows a word for where somebody lives. */
function houses({ words }: PublicRule, book: Rulebook): PlaceFinder {
  const parts = /\d{1,4}(?:号院|号?楼|栋|幢|座|单元)[^\d,。;；、\n]{0,3}\d{1,4}-?\d{0,4}(?:号?楼|单元|室|户|号|层)?/gu;
  const number = String.raw`(?:(?:\d{1,4}(?:-\d{1,4})?|[一二三四五六七八九十百]{1,4})号|\d{1,3}-\d{1,3}-\d{2,4}(?!\d))`;
  const lane = new RegExp(
    `${anyOf(book.words('before-houses'))}${number}(?!${anyOf(book.words('after-numbers'))})`,
    'gu',
  );
  const told = new RegExp(`(?<=${anyOf(words)}[:为是在于\\s]{0,3})[^,。;；、!?\\n:的]{2,40}`, 'gu');
  return (text) => {
    const houses = [...matches(parts)(text), ...matches(lane)(text)].map(({ start, end }) => ({
      start: start - (leading.exec(text.slice(Math.max(0, start - 27), start))?.[0].length ?? 0),
      end: end + (rest.exec(text.slice(end, end + 24))?.[0].length ?? 0),
    }));
    return [...houses, ...matches(told)(text).filter(({ start, end }) => /\d/u.test(text.slice(start, end)))];
  };
}

/** The street and village before a house's number, and the parts after it. */
const leading =
  /(?:[^\s,。;；、:!?()《》“”"在住址到至往于\d]{1,12}\d{1,3})?[^\s,。;；、:!?()《》“”"在住址到至往于\d]{0,12}$/u;
const rest = /^(?:[^\d,。;；、\n]{0,3}\d{1,4}-?\d{0,4}(?:号?楼|单元|室|户|号|层)){0,3}/u;

const cellPart = String.raw`\$?[A-Z]{1,3}\$?\d{1,6}(?::\$?[A-Z]{1,3}\$?\d{1,6})?`;
const cellAfterFile = new RegExp(`^\\s?[^\\s,。;；、!]{1,31}!${cellPart}`, 'u');

/** A name with the ending of a file, from the sign or leading word before it; with the sheet and cell behind it. */
function files({ words }: PublicRule, book: Rulebook): PlaceFinder {
  const ending = new RegExp(`\\.${anyOf(words)}(?![A-Za-z0-9])`, 'giu');
  const lead = new RegExp(`^.*${anyOf(book.words('before-files'))}`, 'u');
  return (text) =>
    matches(ending)(text).flatMap(({ start, end }) => {
      const whole = /[^\s,。;；、:!?《》〈〉“”"'`()【】[\]{}<>|]{1,60}$/u.exec(
        text.slice(Math.max(0, start - 60), start),
      );
      const name = (whole?.[0] ?? '').replace(lead, '');
      const isName = name !== '' && !/\.\d*$/u.test(name);
      const cell = cellAfterFile.exec(text.slice(end, end + 60))?.[0].length ?? 0;
      return isName ? [{ start: start - name.length, end: end + cell }] : [];
    });
}

/** `任务!D7`. */
function cells(text: string): readonly HitSpan[] {
  return [...text.matchAll(/!/gu)].flatMap(({ index }) => {
    const sheet = /[^\s,。;；、:!?《》“”"()]{1,31}$/u.exec(text.slice(Math.max(0, index - 31), index))?.[0];
    const cell = afterMark.exec(text.slice(index, index + 24))?.[0];
    return sheet === undefined || cell === undefined ? [] : [{ start: index - sheet.length, end: index + cell.length }];
  });
}

const afterMark = new RegExp(`^!${cellPart}(?![A-Za-z0-9])`, 'u');

/** What follows a word for an account that is no number alone. */
function labelled({ words }: PublicRule): PlaceFinder {
  return matches(new RegExp(`(?<=${anyOf(words)}[:为是号\\s]{0,3})[A-Za-z0-9_-]{5,30}`, 'gu'));
}

/**
 * The words of the rule are patterns themselves: <姓> a surname in them, <头> where a name may begin, <尾> where one may end. They
 * may look at so many signs as they name.
 */
function written({ words }: PublicRule, book: Rulebook): PlaceFinder {
  const signs = String.raw`[\s\p{P}\p{S}`;
  const parts: Readonly<Record<string, string>> = {
    姓: anyOf(book.words('surnames')),
    头: `(?<=^|${signs}由和与及请向同派让找员民象众部人])`,
    尾: `(?=$|${signs}]|${anyOf(book.words('after-names'))})`,
  };
  const source = [...words].join('|').replace(/<([姓头尾])>/gu, (_, name: string) => parts[name] ?? '');
  // bounded: the tables' own are looked at as they are
  return matches(new RegExp(source, 'gu'));
}

function matches(pattern: RegExp): PlaceFinder {
  return (text) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}
