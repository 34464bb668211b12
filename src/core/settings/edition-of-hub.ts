/** Which edition a hub is for, worded for its organ: what its 设置 says, or the first one where it says nothing. */
import { cellAt, type Grid } from '../base/grid';
import { placeAt, sheetPlace } from '../base/place';
import type { Problem, Result } from '../base/problem';
import { normalised } from '../base/text';
import type { Edition } from '../edition/edition';
import type { Editions } from '../edition/open-edition';
import { findSheet } from '../tables/find-sheet';
import { formLabels, type Label } from '../tables/form-labels';
import { organOfHub, type SettingLines } from './organ-of-hub';

/** Null when the hub names an edition that does not exist: read by another one, every figure would mean something else. */
export function editionOfHub(hub: readonly Grid[], editions: Editions): Result<Edition | null> {
  const found = namedEdition(hub, editions);
  const edition = found.value;
  if (edition === null) return found;
  const { grid } = settingsSheet(hub, edition);
  if (grid === null) return found;
  const { organ, problems } = organOfHub(settingLines(grid, edition), edition);
  return { value: editions.open(edition.name, organ), problems: [...found.problems, ...problems] };
}

/** The lines of a 设置 sheet, by whatever name they are known. */
export function settingLines(grid: Grid, { sheets }: Edition): SettingLines {
  const labels = formLabels(grid, sheets.settings);
  return (field) => {
    const label = labels.get(field)?.[0];
    if (label === undefined) return { text: '', shown: '', place: sheetPlace(grid) };
    const { shown } = cellAt(grid, label.row, label.column + 1);
    return {
      text: normalised(shown),
      shown,
      place: placeAt(grid, label.row, label.column + 1),
    };
  };
}

function namedEdition(hub: readonly Grid[], editions: Editions): Result<Edition | null> {
  const opened = editions.names.map((name) => editions.open(name)).filter((edition) => edition !== null);
  for (const edition of opened) {
    const line = editionLine(hub, edition);
    if (line === null) continue;
    const { grid, label } = line;
    const named = normalised(cellAt(grid, label.row, label.column + 1).shown);
    if (named === '') break;
    const value = editions.open(named);
    return { value, problems: value === null ? [unknownEdition(grid, label, editions)] : [] };
  }
  return { value: opened[0] ?? null, problems: [] };
}

function editionLine(hub: readonly Grid[], edition: Edition): { readonly grid: Grid; readonly label: Label } | null {
  const { grid } = settingsSheet(hub, edition);
  const { sheets } = edition;
  const [label] = grid === null ? [] : (formLabels(grid, sheets.settings).get('edition') ?? []);
  return grid === null || label === undefined ? null : { grid, label };
}

function settingsSheet(hub: readonly Grid[], { sheets, declared }: Edition): ReturnType<typeof findSheet> {
  return findSheet(hub, sheets.settings, { file: '', required: false, declared });
}

function unknownEdition(grid: Grid, { row, column }: Label, { names }: Editions): Problem {
  const { shown } = cellAt(grid, row, column + 1);
  return {
    code: 'edition-unknown',
    level: 'error',
    place: placeAt(grid, row, column + 1),
    actual: shown,
    reason: `没有“${shown}”这一种报告`,
    expected: `请改为${names.join('、')}中的一种`,
  };
}
