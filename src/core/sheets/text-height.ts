/** How much room a text needs, since merged cells do not grow with their text. */

const lineHeight = 19;
/** Two half-width characters of a text are a little wider than two of the column's. */
const share = 0.95;
/** Excel's largest row is 409 points high. */
const tallest = 540;

/** The height in pixels of a text in cells of `width` half-width characters together. */
export function textHeight(text: string, width: number): number {
  return Math.min(tallest, fullHeight(text, width));
}

/** Whether no row is high enough for the text. */
export function isTooHigh(text: string, width: number): boolean {
  return fullHeight(text, width) > tallest;
}

/** The text in parts for which a row is high enough, cut between its lines; a single line that is too high stays whole. */
export function inRows(text: string, width: number): readonly string[] {
  const parts: string[] = [];
  for (const line of text.split('\n')) {
    const last = parts[parts.length - 1];
    const longer = last === undefined ? line : `${last}\n${line}`;
    if (last === undefined || isTooHigh(longer, width)) parts.push(line);
    else parts[parts.length - 1] = longer;
  }
  return parts;
}

/** One walk over the text: every cell of every sheet is measured. */
function fullHeight(text: string, width: number): number {
  const room = Math.max(1, Math.floor(width * share));
  if (text.length * 2 <= room && !text.includes('\n')) return lineHeight + 7;
  let [lines, used] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === lineEnd) {
      lines += linesOf(used, room);
      used = 0;
    } else if (code <= lastNarrow) used += 1;
    else if (!isSecondHalf(text, at)) used += 2;
  }
  return (lines + linesOf(used, room)) * lineHeight + 7;
}

const lineEnd = 0x0a;
/** Chinese characters and full-width marks are two wide. */
const lastNarrow = 0x2ff;

function linesOf(used: number, room: number): number {
  return Math.max(1, Math.ceil(used / room));
}

/** Of a character that is written as a pair of surrogates. */
function isSecondHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0xdc00 || code > 0xdfff || at === 0) return false;
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before < 0xdc00;
}
