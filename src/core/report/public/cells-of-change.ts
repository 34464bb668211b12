/** The very cells in which what was changed stands: a record knows its row, its text may stand in any cell of it. */
import { cellPlace, placeText, type Place } from '../../base/place';
import type { Grid } from '../../base/grid';
import type { ModelChange } from './publish-model';
import { placeOf } from './publish-model';
import type { PublicChange } from './public-change';

/** Gives a change the cells of its rows that hold the text; the places it came with where none does. */
function cellFinder(grids: readonly Grid[]): (change: ModelChange) => PublicChange {
  const sheets = new Map(grids.map((grid) => [sheetKey(grid.workbook, grid.sheet), grid]));
  return ({ sources, ...change }) => {
    const places = sources.map(placeOf);
    const found = places.flatMap((place) => cellsWith(change.actual, place, sheets));
    return { ...change, places: onceEach(found.length > 0 ? found : places) };
  };
}

/** The changes with their cells. A text of a cell stands in several fields of the model, alone and joined: it is told once. */
export function placedChanges(changes: readonly ModelChange[], grids: readonly Grid[]): readonly PublicChange[] {
  const placed = changes.map(cellFinder(grids));
  return [...new Map(placed.map((change) => [changeKey(change), change])).values()];
}

function changeKey({ rule, actual, places }: PublicChange): string {
  return [rule, actual, ...places.map(placeText)].join('\n');
}

function sheetKey(workbook: string, sheet: string): string {
  return `${workbook} ${sheet}`;
}

function cellsWith(text: string, place: Place, sheets: ReadonlyMap<string, Grid>): readonly Place[] {
  const { file, sheet = '', cell = '' } = place;
  // bounded: the name of a cell
  const row = Number(/\d+$/u.exec(cell)?.[0] ?? 0) - 1;
  const cells = sheets.get(sheetKey(file, sheet))?.rows[row] ?? [];
  const sought = withoutSpace(text);
  return cells.flatMap((one, column) =>
    one?.kind === 'text' && withoutSpace(String(one.value)).includes(sought)
      ? [cellPlace(file, sheet, row, column)]
      : [],
  );
}

function onceEach(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [placeText(place), place])).values()];
}

/** Texts as they are compared: line ends and spaces may have been changed on the way. */
export function withoutSpace(text: string): string {
  return text.replace(/\s/gu, '');
}
