/** Finds tags in a text and rewrites what people type (full-width signs, Chinese block words) to plain Handlebars. */
import { withoutEnd } from '../../core/base/text';
import { maxTagLength, maxTags } from './limits';

/** A tag as it stands from `start` to `end`; `text` is all of it but a backslash before it. */
export interface TagText {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Why it cannot be a tag, or null when it is one. */
  readonly fault: TagFault | null;
  /** True behind one backslash, which belongs to it: it is no tag, its braces are printed. */
  readonly escaped: boolean;
}

export type TagFault = 'unclosed' | 'stray' | 'triple' | 'raw' | 'extra';

const braces = /[{｛]{2,}|[}｝]{2,}/gu;
const doubleQuotes = '"“”＂';
const singleQuotes = "'‘’＇";

/** All tags of a text, and everything that looks like a broken one, in order; not more than one above the limit. */
export function findTags(source: string): readonly TagText[] {
  const found: TagText[] = [];
  braces.lastIndex = 0;
  for (let match = braces.exec(source); match && found.length <= maxTags; match = braces.exec(source)) {
    const tag = tagAt(source, match.index, match[0]);
    found.push(tag);
    braces.lastIndex = tag.end;
  }
  braces.lastIndex = 0;
  return found;
}

function tagAt(source: string, start: number, brace: string): TagText {
  const inside = start + brace.length;
  const slashes = backslashesBefore(source, start);
  const make = (end: number, fault: TagFault | null): TagText => ({
    // As Handlebars has it: one backslash makes text of the tag, of two one is text and the other is gone.
    start: slashes > 0 && fault === null ? start - 1 : start,
    end,
    text: source.slice(start, end),
    fault,
    escaped: slashes === 1 && fault === null,
  });
  if (/^[}｝]/u.test(brace)) return make(inside, 'stray');
  const end = endOf(source, inside);
  if (end < 0) return make(faultEnd(source, inside), 'unclosed');
  if (brace.length >= 4) return make(pastBraces(source, end), 'raw');
  const past = pastBraces(source, end);
  if (brace.length === 3) return make(past, past === end + 1 ? null : 'triple');
  return make(past, past > end ? 'extra' : null);
}

function backslashesBefore(source: string, start: number): number {
  if (source[start - 1] !== '\\') return 0;
  return source[start - 2] === '\\' ? 2 : 1;
}

/** The index after the closing braces, or -1 when another tag or the end comes first. */
function endOf(source: string, inside: number): number {
  const comment = /^[~～]?\s*[!！](--)?/u.exec(source.slice(inside, inside + 8));
  if (comment) return commentEnd(source, inside + comment[0].length, comment[1] === '--');
  for (let at = inside; at < source.length; at++) {
    const char = source.charAt(at);
    if (isPair(source, at, '}｝')) return at + 2;
    if (isPair(source, at, '{｛')) return -1;
    const literal = literalEnd(source, at, char);
    if (literal > at && !/[{｛]{2}/u.test(source.slice(at, literal))) at = literal;
  }
  return -1;
}

function commentEnd(source: string, from: number, dashed: boolean): number {
  const rest = (dashed ? /--[~～]?[}｝]{2}/u : /[}｝]{2}/u).exec(source.slice(from, from + maxTagLength));
  return rest ? from + rest.index + rest[0].length : -1;
}

function isPair(source: string, at: number, signs: string): boolean {
  return at + 1 < source.length && signs.includes(source.charAt(at)) && signs.includes(source.charAt(at + 1));
}

function pastBraces(source: string, end: number): number {
  let at = end;
  while (at < source.length && '}｝'.includes(source.charAt(at))) at++;
  return at;
}

/** A broken tag is shown up to the next brace, the end of the line, or 30 characters. */
function faultEnd(source: string, inside: number): number {
  const stop = /[{｛}｝\n]/u.exec(source.slice(inside, inside + 30));
  return Math.min(source.length, inside + (stop ? stop.index + (/[}｝]/u.test(stop[0]) ? 1 : 0) : 30));
}

/** The index of the sign that ends the string or `[name]` beginning at `at`; -1 when none begins or it never ends. */
function literalEnd(source: string, at: number, char: string): number {
  if (char !== '[' && !doubleQuotes.includes(char) && !singleQuotes.includes(char)) return -1;
  const end = literalLength(source.slice(at + 1, at + maxTagLength), char);
  return end < 0 ? -1 : at + 1 + end;
}

/** Looked for only as far as a tag may reach, so that many lonely quotes cost no time. */
function literalLength(rest: string, char: string): number {
  if (char === '[') return rest.indexOf(']');
  const family = doubleQuotes.includes(char) ? doubleQuotes : singleQuotes;
  const partner = char === '“' ? '”' : char === '‘' ? '’' : char;
  const exact = unescapedIndex(rest, partner);
  return exact >= 0 ? exact : rest.search(new RegExp(`[${family}]`, 'u'));
}

function unescapedIndex(source: string, sign: string): number {
  let at = source.indexOf(sign);
  while (at > 0 && source[at - 1] === '\\') at = source.indexOf(sign, at + 1);
  return at;
}

const blank = /[\s\u00a0\u3000]/u;
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/u;
const anyInvisible = new RegExp(invisible.source, 'gu');
const plainSign: Readonly<Record<string, string>> = {
  '＝': '=',
  '｜': '|',
  '＠': '@',
  '．': '.',
  '～': '~',
};
const plainPrefix: Readonly<Record<string, string>> = {
  '＃': '#',
  '／': '/',
  '！': '!',
  '＞': '>',
  '＆': '&',
  '＾': '^',
};

/**
 * The inside of a tag as plain Handlebars without its braces: `｛｛＃如果 状态 ＝“逾期”｝｝` gives `#if 状态 ="逾期"`. Signs
 * inside strings and `[names]` stay, as do brackets that belong to a name: `完成率（分）`.
 */
export function plainTag(text: string): string {
  return translateWords(plainSigns(withoutEnd(text.replace(/^[{｛]+/u, ''), /[}｝]/u))).trim();
}

function plainSigns(inside: string): string {
  let plain = '';
  const brackets: boolean[] = [];
  for (let at = 0; at < inside.length; at++) {
    const char = inside.charAt(at);
    const end = literalEnd(inside, at, char);
    if (end > at) {
      plain += plainLiteral(inside.slice(at, end + 1));
      at = end;
    } else {
      plain += plainChar(char, plain, brackets);
    }
  }
  return plain;
}

/** `brackets` remembers for each open full-width bracket whether it opened a call (true) or belongs to a name. */
function plainChar(char: string, before: string, brackets: boolean[]): string {
  if (invisible.test(char)) return '';
  if (blank.test(char)) return ' ';
  if (char === '（' || char === '）') return plainBracket(char, before, brackets);
  if (char === '／' && before.endsWith('.')) return '/';
  const plain = plainSign[char] ?? char;
  return /^[~#/\s]*$/u.test(before) ? (plainPrefix[char] ?? plain) : plain;
}

function plainBracket(char: '（' | '）', before: string, brackets: boolean[]): string {
  if (char === '）') return brackets.pop() === false ? char : ')';
  const call = /(?:^|[\s(=:：]|(?:#|else|否则)\s*(?:if|unless|each|with|如果|每个|除非|取))$/u.test(before);
  brackets.push(call);
  return call ? '(' : char;
}

function plainLiteral(literal: string): string {
  const inner = literal.slice(1, -1).replace(anyInvisible, '');
  if (literal.startsWith('[')) return `[${inner}]`;
  if (literal.startsWith('"') || literal.startsWith("'")) return literal.charAt(0) + inner + literal.charAt(0);
  return `"${inner.replace(/"/gu, '\\"')}"`;
}

const words: Readonly<Record<string, string>> = { 如果: 'if', 每个: 'each', 除非: 'unless', 取: 'with' };

function translateWords(plain: string): string {
  return plain
    .replace(/^(\s*(?:~\s*)?)([#/])\s*([^\s:：~(]+)[:：]?/u, (_, lead: string, sign: string, word: string) => {
      return `${lead}${sign}${words[word] ?? word}${sign === '#' ? ' ' : ''}`;
    })
    .replace(
      /^(\s*(?:~\s*)?)(?:否则|else(?=[:：]))[:：]?(?=$|[\s~]|如果|每个|除非|取|if|unless|each|with)\s*/u,
      '$1else ',
    )
    .replace(/^(\s*(?:~\s*)?)\^(?=\s*(?:~\s*)?$)/u, '$1else ')
    .replace(/^(\s*(?:~\s*)?else\s+)(如果|每个|除非|取)(?=$|[\s:：~(])[:：]?/u, (_, lead: string, word: string) => {
      return `${lead}${words[word] ?? word} `;
    });
}

/** All that stands in a tag as it was typed, without what is not seen; of a block's head what follows its word. */
export function typedName(text: string): string {
  const inside = withoutEnd(text.replace(/^[{｛]+/u, ''), /[}｝]/u).replace(anyInvisible, '');
  const bare = withoutEnd(inside.replace(/^[~～\s]*[&＆]?/u, ''), /[~～\s]/u);
  const head =
    /^(?:[#＃]|(?:else|否则)(?=[\s:：]|if|unless|each|with|如果|每个|除非|取))[\s:：]*[^\s:：(（]+/u.exec(bare)?.[0] ??
    /^[\^＾]/u.exec(bare)?.[0] ??
    '';
  return bare
    .slice(head.length)
    .replace(/^[\s:：]+/u, '')
    .replace(/[\s\u00a0\u3000]/gu, ' ')
    .trim();
}
