/** Rows of own sheets in the little room they may take. */
import type { Place } from '../../base/place';
import type { Read } from '../../tables/read-row';
import type { EventRow, Said } from '../rows';

/** A row as it was read. */
export interface ReadEvent {
  readonly department: string;
  readonly cells: Readonly<Record<string, Read<unknown>>>;
  readonly place: Place;
}

/** Packs the rows of one sheet, one after the other. */
export function eventPacker(): (row: ReadEvent) => EventRow {
  const share = saidOnce();
  let columns: EventRow['columns'] = {};
  return ({ department, cells, place }) => {
    const said: Record<string, Said> = {};
    const own: Record<string, string | Place> = {};
    let isAlike = true;
    for (const field in cells) {
      const read = cells[field];
      if (read === undefined) continue;
      said[field] = share(field, read);
      own[field] = columnOf(read.place, place);
      isAlike &&= own[field] === columns[field];
    }
    if (!isAlike) columns = own;
    return { department, said, place, columns };
  };
}

/** Different words remembered of one column. */
const remembered = 1000;

/** The same word of the same column is one object. */
function saidOnce(): (field: string, read: Said) => Said {
  const known = new Map<string, Map<string, Said>>();
  return (field, read) => {
    const { value, shown, isAbsent } = read;
    if (isAbsent) return absentCell;
    let words = known.get(field);
    if (words === undefined) known.set(field, (words = new Map<string, Said>()));
    const met = words.get(shown);
    if (met && met.value === value) return met;
    const said = { value, shown };
    if (words.size < remembered) words.set(shown, said);
    return said;
  };
}

/** What a row says in a column that is not there. */
export const absentCell: Said = { value: null, shown: '', isAbsent: true };

function columnOf(place: Place, row: Place): string | Place {
  const letters = /^[A-Z]*/u.exec(place.cell ?? '')?.[0] ?? '';
  const isIn = place.file === row.file && place.sheet === row.sheet && place.cell === letters + rowNumber(row);
  return isIn ? letters : place;
}

/** The place of a field that is no place of its own. */
export function placeIn(row: Place, letters: string): Place {
  return { ...row, cell: letters + rowNumber(row) };
}

function rowNumber({ cell = '' }: Place): string {
  let at = 0;
  while (cell.charCodeAt(at) >= firstLetter && cell.charCodeAt(at) <= lastLetter) at += 1;
  return cell.slice(at);
}

const firstLetter = 0x41;
const lastLetter = 0x5a;
