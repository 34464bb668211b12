/** Tells the header of another table from a record, where two tables stand under each other on one sheet. */
import { rowAt, type Grid } from '../base/grid';
import { headerKey } from '../base/text';
import { tablesOf, type Declared } from './declared';
import { headerAt, lacking, type FoundColumns } from './find-header';
import { namesIn } from './header-words';
import { rowSigns } from './other-rows/row-signs';
import { typedCells } from './other-rows/typed-cells';
import type { Table } from './sheet';

/** A header that is not ours. */
export interface ForeignHeader {
  /** The declared table it belongs to; null for nobody's. */
  readonly title: string | null;
  readonly headers: readonly string[];
}

const longestHeader = 12;

/** The table whose records end here, as it was found. */
interface Ours {
  readonly table: Table;
  readonly found: FoundColumns;
  readonly isStart: boolean;
  readonly declared: Declared;
}

/**
 * The header of another table that begins in this row, or null. A declared one must have all its required columns and
 * more of them than ours; nobody's is only looked for at the start of a block of its own (`isStart`), as a row of words
 * that name columns.
 */
export function foreignHeaderAt(grid: Grid, row: number, ours: Ours): ForeignHeader | null {
  const headers = wordsOf(grid, row);
  const signs = rowSigns(ours.declared.words.rows);
  if (headers === null || signs.signature.test(headerKey(headers[0] ?? '')) || holdsOurValue(grid, row, ours)) {
    return null;
  }
  const title = declaredAt(grid, row, ours);
  if (title !== null) return { title, headers };
  const known = namesIn(tablesOf(ours.declared));
  const likely = headers.filter((word) => signs.headerEnd.test(headerKey(word)) || known.has(headerKey(word)));
  return ours.isStart && likely.length > 1 && likely.length * 2 >= headers.length ? { title: null, headers } : null;
}

/** The texts of a row of short words without figures and nothing else, at least two; null for any other row. */
function wordsOf(grid: Grid, row: number): readonly string[] | null {
  const cells = rowAt(grid, row).filter((cell) => cell !== undefined && headerKey(cell.shown) !== '');
  const isWord = (text: string): boolean => text.length <= longestHeader && !/[\d。；;，,：:！？]/u.test(text);
  const words = cells.flatMap((cell) =>
    cell?.kind === 'text' && isWord(headerKey(cell.shown)) ? [cell.shown.trim()] : [],
  );
  return words.length > 1 && words.length === cells.length ? words : null;
}

/** A day, a number or a word of a list in its column: the row is a record, whatever its other words. */
function holdsOurValue(grid: Grid, row: number, ours: Ours): boolean {
  return typedCells(grid, row, ours).some(({ type, isRead }) => isRead && type !== 'names');
}

function declaredAt(grid: Grid, row: number, { table, declared }: Ours): string | null {
  const own = headerAt(grid, table, { row }, declared)?.matches.size ?? 0;
  for (const other of tablesOf(declared)) {
    if (other.title === table.title) continue;
    const found = headerAt(grid, other, { row }, declared);
    if (found !== null && lacking(other, found).length === 0 && found.matches.size > Math.max(2, own))
      return other.title;
  }
  return null;
}
