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
    const number = rowNumber(place);
    let isAlike = true;
    for (const field in cells) {
      const read = cells[field];
      if (read === undefined) continue;
      said[field] = share(field, read);
      const [before, column] = [columns[field], columnOf(read.place, place, { number, before: columns[field] })];
      own[field] = column;
      isAlike &&= column === before;
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
  return (field, { value, shown }) => {
    let words = known.get(field);
    if (words === undefined) known.set(field, (words = new Map<string, Said>()));
    const met = words.get(shown);
    if (met && met.value === value) return met;
    const said = { value, shown };
    if (words.size < remembered) words.set(shown, said);
    return said;
  };
}

interface Known {
  /** Of the row. */
  readonly number: string;
  /** Where the field stood in the row before. */
  readonly before: string | Place | undefined;
}

function columnOf(place: Place, row: Place, { number, before }: Known): string | Place {
  if (place.file !== row.file || place.sheet !== row.sheet) return place;
  if (typeof before === 'string' && place.cell === before + number) return before;
  const letters = /^[A-Z]*/u.exec(place.cell ?? '')?.[0] ?? '';
  return place.cell === letters + number ? letters : place;
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
