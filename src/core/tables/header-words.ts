/** A cheap look at a text before a row is looked at as a header. */
import type { Grid } from '../base/grid';
import { oncePer } from '../base/once-per';
import { headerKey } from '../base/text';
import { knownNames } from './match-headers';
import type { Table } from './sheet';

/** Longer texts head no column. */
const longestHeader = 24;
/** Different texts remembered at a time. */
const remembered = 1000;

/** The names of all columns of these tables, each with the tables that have it. */
export const namesIn = oncePer((tables: readonly Table[]): ReadonlyMap<string, readonly Table[]> => {
  const names = new Map<string, Table[]>();
  for (const table of tables) {
    for (const name of knownNames(table)) {
      const known = names.get(name);
      if (known) known.push(table);
      else names.set(name, [table]);
    }
  }
  return names;
});

/** Whether a cell's text is the name of a column of these tables, with a remark in brackets or without, or one of `more`. */
export function headerWordTest(tables: readonly Table[], more: readonly string[] = []): (shown: string) => boolean {
  return more.length === 0 ? plainTest(tables) : testFor(tables, more);
}

const plainTest = oncePer((tables: readonly Table[]) => testFor(tables, []));

function testFor(tables: readonly Table[], more: readonly string[]): (shown: string) => boolean {
  const words = namesIn(tables);
  const isWord = (key: string): boolean => words.has(key) || more.includes(key);
  const known = new Map<string, boolean>();
  return (shown) => {
    if (shown.length > longestHeader) return false;
    const before = known.get(shown);
    if (before !== undefined) return before;
    const key = headerKey(shown);
    // bounded: a text up to `longestHeader`
    const answer = isWord(key) || isWord(key.replace(/[([【].*$/u, ''));
    if (known.size >= remembered) known.clear();
    known.set(shown, answer);
    return answer;
  };
}

/** Cells of a row that are looked at: a column of one's own may stand before the known ones. */
const looked = 4;

/** Whether so many of a row's first cells are names of columns; a row with anything but texts before them is none. */
export function beginsAsHeader(
  cells: Grid['rows'][number],
  isHeaderWord: (shown: string) => boolean,
  enough: number,
): boolean {
  let [named, seen] = [0, 0];
  for (const cell of cells) {
    if (cell === undefined || cell.shown === '') continue;
    if (cell.kind !== 'text') return false;
    if (isHeaderWord(cell.shown)) named += 1;
    seen += 1;
    if (named >= enough) return true;
    if (seen >= looked) return false;
  }
  return false;
}
