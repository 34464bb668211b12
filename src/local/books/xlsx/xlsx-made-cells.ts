/** Makes the cells of a sheet of what was read of each. */
import type { BookCell, BookSheet, BookValue } from '../book';
import { isoStyle, valueOf, type CellSources, type RawCell } from './xlsx-values';

/** More cell styles are not told apart by what is remembered. */
const mostStyles = 1000;
/** Whole numbers that come again: days of the calendar, how many there were, what is usually paid. More of them are made anew. */
const mostNumbers = 5000;
const greatestAlike = 1_000_000;

/** Cells of the same text or day and style are one object: most of a long table says few things again and again. */
export function makeCell(sheet: BookSheet, cell: RawCell, sources: CellSources): BookCell {
  const alike = alikeOf(cell, sources);
  if (alike === null) return toCell(cell, valueOf(sheet, cell, sources), sources);
  const key = cell.number * (mostStyles + 1) + cell.style + 1;
  const known = alike.get(key);
  if (known) return known;
  const made = toCell(cell, valueOf(sheet, cell, sources), sources);
  if (alike === sources.texts || alike.size < mostNumbers) alike.set(key, made);
  return made;
}

/** The cells made before among which one may be the same; null where it is not looked for. */
function alikeOf(
  { type, number, formula, style }: RawCell,
  { texts, numbers }: CellSources,
): Map<number, BookCell> | null {
  if (number < 0 || formula !== null || style >= mostStyles) return null;
  if (type === 's') return texts;
  return (type === '' || type === 'n') && number <= greatestAlike ? numbers : null;
}

function toCell(cell: RawCell, value: BookValue, sources: CellSources): BookCell {
  const made = styledCell(cell, value, sources);
  return hasStruckText(cell, sources) ? { ...made, struckText: true } : made;
}

function hasStruckText({ type, number, isStruck }: RawCell, { shared }: CellSources): boolean {
  return type === 's' ? shared.struck.has(number) : isStruck;
}

function styledCell(cell: RawCell, value: BookValue, { styles }: CellSources): BookCell {
  const format = styles[cell.style];
  const style = cell.type === 'd' && format?.isDate !== true ? isoStyle(cell.text ?? '') : format?.style;
  if (cell.formula !== null && cell.formula !== '') return { value, formula: cell.formula, ...(style && { style }) };
  return style === undefined ? { value } : { value, style };
}
