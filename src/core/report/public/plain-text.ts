/** A text as it is looked through: figures and letters of full width as usual ones, nothing invisible in between. */

/** The text, and where each of its characters stands in the one that was written. */
export interface PlainText {
  readonly text: string;
  /** Where what is written at the index begins, and where it ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What is seen as nothing: controls other than white space, formats, and marks that only change the sign before them. */
const unseen = /^(?![\t\n\r])[\p{Cc}\p{Cf}\p{Me}\p{Mn}]$/u;
const usual = /^[\n -~\u4e00-\u9fff\u3001\u3002]*$/u;
/** Figures written in characters, as numbers are read out. Seven of them are no amount any more. */
const spokenNumber = /[〇○零一二三四五六七八九幺]{7,}/gu;
const spokenDigits: Readonly<Record<string, string>> = {
  ...{ 〇: '0', '○': '0', 零: '0', 一: '1', 幺: '1', 二: '2', 三: '3' },
  ...{ 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' },
};

/** One pass over the text. */
export function plainText(written: string): PlainText {
  const starts: number[] = [];
  const ends: number[] = [];
  const isUsual = usual.test(written);
  let text = '';
  let at = 0;
  for (const sign of written) {
    const shown = isUsual ? sign : seen(sign);
    // One of each for every code unit, as texts are searched by them.
    const units = shown.split('');
    starts.push(...units.map(() => at));
    ends.push(...units.map(() => at + sign.length));
    text += shown;
    at += sign.length;
  }
  return { text: text.replace(spokenNumber, inDigits), starts, ends };
}

function seen(sign: string): string {
  if (unseen.test(sign)) return '';
  if (/^[\uff01-\uff5e]$/u.test(sign)) return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
  if (/^\p{Nd}$/u.test(sign)) return sign.normalize('NFKC');
  if (/^\p{Zs}$/u.test(sign)) return ' ';
  return /^[\p{Pd}\u2212]$/u.test(sign) ? '-' : sign;
}

function inDigits(spoken: string): string {
  return Array.from(spoken, (sign) => spokenDigits[sign] ?? sign).join('');
}
