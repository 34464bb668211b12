/** How much room a text needs, since merged cells do not grow with their text. */

const lineHeight = 19;
/** Two half-width characters of a text are a little wider than two of the column's. */
const share = 0.95;
/** Excel's largest row is 409 points high. */
const tallest = 540;

/** The height in pixels of a text in cells of `width` half-width characters together. */
export function textHeight(text: string, width: number): number {
  const lines = text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(halfWidths(line) / Math.max(1, Math.floor(width * share)))))
    .reduce((total, count) => total + count, 0);
  return Math.min(tallest, lines * lineHeight + 7);
}

/** Chinese characters and full-width marks are two wide. */
function halfWidths(text: string): number {
  return Array.from(text).reduce((total, character) => total + (character > '\u02ff' ? 2 : 1), 0);
}
