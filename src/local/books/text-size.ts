/** How much room a text takes, roughly: Chinese characters are twice as wide as digits. */

const wide = 2.1;

/** Width in columns' unit, the digit of the default font (11 points). */
function textWidth(text: string, fontSize: number): number {
  let units = 0;
  for (const character of text) units += character > '\u2E7F' ? wide : 1.1;
  return (units * fontSize) / 11;
}

/** Lines of a text wrapped at `width` (in columns' unit). */
export function lineCount(text: string, width: number, fontSize: number): number {
  if (!text.includes('\n')) return linesOf(text, Math.max(1, width), fontSize);
  return text
    .split('\n')
    .map((line) => linesOf(line, Math.max(1, width), fontSize))
    .reduce((sum, lines) => sum + lines, 0);
}

/** Most cells hold a word or a number, whatever its signs. */
function linesOf(line: string, width: number, fontSize: number): number {
  if ((line.length * wide * fontSize) / 11 < width) return 1;
  return Math.max(1, Math.ceil(textWidth(line, fontSize) / width));
}
