/** How much room a text takes, roughly: Chinese characters are twice as wide as digits. */

/** Width in columns' unit, the digit of the default font (11 points). */
function textWidth(text: string, fontSize: number): number {
  const units = Array.from(text, (character) => (character > '\u2E7F' ? 2.1 : 1.1)).reduce(
    (sum, unit) => sum + unit,
    0,
  );
  return (units * fontSize) / 11;
}

/** Lines of a text wrapped at `width` (in columns' unit). */
export function lineCount(text: string, width: number, fontSize: number): number {
  return text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(textWidth(line, fontSize) / Math.max(1, width))))
    .reduce((sum, lines) => sum + lines, 0);
}
