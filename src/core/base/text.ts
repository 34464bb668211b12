/** Texts as people type them, brought to one form: full-width letters, stray spaces, invisible characters. */

/** Controls (all but tab and line breaks), invisible format characters, and the two code points that are no characters. */
const unprintable = /(?![\t\n\r])[\p{Cc}\p{Cf}\uFFFE\uFFFF]/gu;

/** Compatible forms joined (NFKC), invisible and control characters gone, every run of white space one space, trimmed. */
export function normalised(text: string): string {
  if (isNormal(text)) return text;
  return withMarksApart(printable(text)).normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

/** Signs that stand for a number and mark a footnote. */
const mark = '[①-⑳⒈-⒛㉑-㉟㊱-㊿⓪¹²³⁰⁴-⁹₀-₉]';
/** Behind a number, or at the end of Chinese words; 〔1〕 at the end. */
const footnote = new RegExp(
  String.raw`(?<=[\p{Nd}.%％])${mark}+|(?<=[\p{Script=Han})）])${mark}+\s*$|〔\d{1,2}〕\s*$`,
  'gu',
);

/** The marks of footnotes in brackets, as remarks are: joined to the digits before them they would make another number, 121 of 12①. */
function withMarksApart(text: string): string {
  return text.replace(footnote, (found) => `(${found.trim().replace(/[〔〕]/gu, '')})`);
}

const lastFootnote = new RegExp(String.raw`(?<=\S)(?:${mark}{1,3}|〔\d{1,2}〕)\s*$`, 'u');

/** The text as typed without the mark of a footnote at its end; a number in other brackets may say something. */
export function withoutFootnote(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  // Nearly all texts end in a digit, a letter or a Chinese word: looking through each of them would take a tenth of reading a sheet.
  if ((last > 0x20 && last < 0x80) || (last >= 0x4e00 && last <= 0x9fff)) return text;
  return text.replace(lastFootnote, '');
}

/** Whether there is plainly nothing to do: Chinese characters and ASCII without any white space, as nearly all cells hold. */
function isNormal(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (!isPlain(text.charCodeAt(index))) return false;
  }
  return true;
}

function isPlain(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);
}

/** The text by which names are compared: normalised, without any white space, letters in lower case. */
export const nameKey = remembered((text) =>
  (isNormal(text) ? text : normalised(text).replace(/\s/gu, '')).toLowerCase(),
);

/** The text by which headers and labels are compared: as names, without the marks people add (`*`, `：`, `※`). */
export const headerKey = remembered((text) => withoutEnd(nameKey(text).replace(/^[*※]+/u, ''), /[*※:]/u));

/** Longer texts are parts of still longer ones to V8, which would be kept with them; so many stand in one office. */
const remembering = { length: 12, texts: 10_000 };

/** The same answers; those to short texts are known the next time: an office has few names, each compared with all others. */
export function remembered<T extends string | boolean>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > remembering.length) return answer(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= remembering.texts) known.clear();
    const made = answer(text);
    known.set(text, made);
    return made;
  };
}

/** The text without the signs at its end. Walks back once, where a pattern for signs before the end would begin at each of them. */
export function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Nothing but white space and marks of it. */
export function isBlankText(text: string): boolean {
  return text === '' || (!isPlain(text.charCodeAt(0)) && !/[\p{L}\p{N}]/u.test(text) && normalised(text) === '');
}

/** The text without characters that cannot be printed; line breaks and tabs stay. */
export function printable(text: string): string {
  return text.replace(unprintable, '');
}

/** The text cut to `length` characters, with an ellipsis when something was cut. */
export function clipped(text: string, length: number): string {
  // No text has more characters than units of UTF-16.
  if (text.length <= length) return text;
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

/** The name of a file without its ending, as names are compared: `司法所` for `司法所.xlsx`. */
export function bareName(file: string): string {
  return file
    .normalize('NFC')
    .replace(/\.[A-Za-z]{2,5}$/u, '')
    .trim();
}

/** Whether the characters of the short one stand in the other in their order: 执法队 in 综合行政执法队. */
export function holdsInOrder(name: string, short: string): boolean {
  let at = 0;
  for (const character of name) if (character === short[at]) at += 1;
  return at === short.length;
}

/** A pattern of any of the words, the longest first; one that matches nothing where there are none. */
export function anyOf(words: Iterable<string>): string {
  const sorted = [...words].sort((left, right) => right.length - left.length);
  return sorted.length === 0 ? '(?!)' : `(?:${sorted.map(escaped).join('|')})`;
}

/** The text as a pattern that only it fits. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}

/** Whether one of the words stands in the text, and not one of the others that only begin as it does. */
export function holdsWord(text: string, words: readonly string[], but: readonly string[] = []): boolean {
  return words.some((word) => {
    let at = text.indexOf(word);
    while (at >= 0 && but.some((one) => text.startsWith(one, at))) at = text.indexOf(word, at + 1);
    return at >= 0;
  });
}

/** Whether the text begins with one of the words. */
export function beginsWith(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.startsWith(word));
}

/** The longest of the words the text begins with; empty where there is none. */
export function startOf(text: string, words: readonly string[]): string {
  return words.reduce((found, word) => (word.length > found.length && text.startsWith(word) ? word : found), '');
}

/** The longest of the words the text ends with; empty where there is none. */
export function endOf(text: string, words: readonly string[]): string {
  return words.reduce((found, word) => (word.length > found.length && text.endsWith(word) ? word : found), '');
}

/** Rows in which lost characters are looked for: those of titles, headers and the first records. */
const lookedThrough = 30;
/** Signs nobody types: what decoders put for characters they lost, that read as GBK, and UTF-8 read as single bytes; ×× stands for a name. */
const surelyLost = /\uFFFD|锟斤拷|(?![×÷]{2})[\u0080-\u009F\u00C0-\u00FF]{2}/u;
const foreign = /[^\0-\x7F]/u;

/**
 * Signs that the first two of the three bytes of a Chinese character, or of a mark as 、（—①, give when UTF-8 is read as GBK: 鍒跺害 of 制度. Some
 * stand in names (璐, 濮阳); in other texts hardly one, and not at each third byte.
 */
const begun =
  '涓涔浜浠浼浣渚淇' +
  '鍊鍋鍌鍍鍎鍏鍐鍑鍒鍓鍔鍕鍖鍗鍘鍙鍚鍛鍜鍝鍞鍟鍠鍡鍢鍣鍤鍥鍦鍧鍨鍩鍫濉澧澹澶濂濡濮濞濠濯瀚瀣瀛瀹瀵灏灞宀宄宕宓宥宸甯骞搴寤寮褰寰蹇' +
  '鎬鎭鎮鎯鎰鎱鎲鎳鎴鎵鎶鎷鎸鎹鎺鎻鎼鎽鎾鎿鏀鏁鏂鏃鏄鏅鏆鏇鏈鏉鏋鏌鏍妗姊妫妞妤姒妲妯姗妾娅娆姝娈姣姘姹娌娉娲娴娑娣娓婀婧婊婕娼婢婵' +
  '鐎鐏鐐鐑鐒鐓鐔鐕鐖鐗鐘鐙鐚鐛鐜鐝鐞鐟鐠鐡鐢鐣鐤鐥鐦鐧鐨鐩鐪鐫鐬鐭鐮纭纰纾绀绁绂绉绋绌绐绔绗绛绠绡绨绫绮绯绱绲缍绶绺绻绾缁缂缃缇缈' +
  '鑰鑱鑲鑳鑴鑵鑶鑷鑸鑹鑺鑻鑼鑽鑾鑿钀钁钂钃钄钑钖钘铇铏铓铔铚铦铻锜锠琛琚瑁瑜瑗瑕瑙瑷瑭瑾璜璎璀璁璇璋璞璨璩璐璧瓒璺韪韫韬杌杓杞杈杩' +
  '閫閬閭閮閯閰閱閲閳閴閵閶閷閸閹閺閻閼閽閾閿闀闁闂闃闄闅闆闇闈闉闊闋椤棰椋椁楗棣椐楱椹楠楂楝榄楫榀榘楸椴槌榇榈槎榉楦楣楹榛榧榻榫榭' +
  '銆锛锝锟鈥鈪鈫鈭鈶鈻鈼鈽鈾鈿';
/** No name has as many of them, each where a character would have begun: 濮阳市 has one. */
const surelyBegun = 3;
const none: readonly string[] = [];

/** A text beyond ASCII, or what was one. */
interface Letters {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly state: 'kept' | 'marks' | 'surely-lost' | 'misread' | 'like-misread';
  /** Those of `begun` that stand where a character began. */
  readonly begins: readonly string[];
}

/**
 * The first cell of which a charset has lost the characters, where it lost most of the sheet's: question marks, from the first words on, or
 * signs that nobody types. A question mark that somebody typed stands among other words.
 */
export function lostLetters<T>(
  rows: readonly (readonly T[])[],
  textOf: (cell: T) => string | undefined,
): Pick<Letters, 'text' | 'row' | 'column'> | null {
  const found = decided(
    rows.slice(0, lookedThrough).flatMap((cells, row) =>
      cells.flatMap((cell, column): readonly Letters[] => {
        const text = textOf(cell) ?? '';
        const state = stateOf(text);
        if (state === null) return [];
        const begins = state === 'kept' ? begunIn(text) : none;
        if (begins.length === 0) return [{ text, row, column, state, begins }];
        return [{ text, row, column, state: begins.length < surelyBegun ? 'like-misread' : 'misread', begins }];
      }),
    ),
  );
  const count = (state: Letters['state']): number => found.filter((one) => one.state === state).length;
  const [first] = found;
  const [kept, sure, marks] = [count('kept'), count('surely-lost') + count('misread'), count('marks')];
  const isLost = sure * 2 > kept || (first?.state !== 'kept' && sure + marks > kept);
  return isLost ? (found.find(({ state }) => state !== 'kept') ?? null) : null;
}

/** Whether a text says by itself that a charset has lost its characters, or read them as others. */
export function isLostText(text: string): boolean {
  return surelyLost.test(text) || begunIn(text).length >= surelyBegun;
}

/**
 * Short texts that only look misread say nothing beside one that surely is. Where there is none they are names, but for those of four
 * characters where their signs differ as in no names: 濮阳市濮阳县 is like 濮阳县濮阳镇.
 */
function decided(found: readonly Letters[]): readonly Letters[] {
  if (found.some(({ state }) => state === 'misread')) return found.filter(({ state }) => state !== 'like-misread');
  const pairs = new Set(found.flatMap(({ begins }) => (begins.length > 1 ? begins : [])));
  return found.map((one) => {
    if (one.state !== 'like-misread') return one;
    return { ...one, state: one.begins.length > 1 && pairs.size >= 2 * surelyBegun ? 'misread' : 'kept' };
  });
}

function stateOf(text: string): Letters['state'] | null {
  if (surelyLost.test(text)) return 'surely-lost';
  if (foreign.test(text)) return 'kept';
  return text.includes('??') ? 'marks' : null;
}

/** Where half of the signs at each third byte since the last of ASCII, at which a character began, are such; a lone byte may stand as €. */
function begunIn(text: string): readonly string[] {
  if (!begun.includes(text.charAt(text.search(foreign)))) return none;
  const begins: string[] = [];
  let [bytes, places] = [0, 0];
  for (const sign of text) {
    const isForeign = foreign.test(sign);
    if (isForeign && bytes % 3 === 0) {
      places += 1;
      if (begun.includes(sign)) begins.push(sign);
    }
    bytes = isForeign ? bytes + (sign === '€' ? 1 : 2) : 0;
  }
  return begins.length * 2 < places ? none : begins;
}
