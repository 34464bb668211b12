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

function fullHeight(text: string, width: number): number {
  const lines = text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(halfWidths(line) / Math.max(1, Math.floor(width * share)))))
    .reduce((total, count) => total + count, 0);
  return lines * lineHeight + 7;
}

/** Chinese characters and full-width marks are two wide. */
function halfWidths(text: string): number {
  return Array.from(text).reduce((total, character) => total + (character > '\u02ff' ? 2 : 1), 0);
}
