/** Sheets that nobody reads: one that was renamed would otherwise be lost without a word. */
import { sheetPlace } from '../base/place';
import { inMapping, leftHint } from '../base/mapping';
import type { Grid } from '../base/grid';
import type { Problem } from '../base/problem';
import { rowSpan, wholeGrid, type CellSpan } from '../base/taken';
import { headerKey } from '../base/text';
import type { Declared } from '../tables/declared';
import { findAll } from '../tables/find-sheet';
import { likeness } from '../tables/likeness';
import { countUntold, recordRows } from '../tables/usages/untold-rows';
import { candidateSheets } from '../tables/usages/sheet-candidates';
import { shapedOf } from '../tables/shapes/shaped-grid';
import type { Form, Table } from '../tables/sheet';

/**
 * One line for each filled sheet that is none of the declared: an error where it is like one that is read and tells more, a doubt where a
 * declared one is not there.
 */
export function unknownSheets(
  grids: readonly Grid[],
  sheets: readonly (Table | Form)[],
  declared: Declared,
): readonly Problem[] {
  const found = sheets.map((sheet) => ({ sheet, grids: candidateSheets(grids, sheet, declared).found }));
  const known = new Set(found.flatMap((one) => one.grids));
  const absent = found.filter((one) => one.grids.length === 0);
  return grids
    .filter((grid) => isFilled(grid) && !known.has(grid))
    .map((grid) =>
      grid.rules?.isLeft === true
        ? leftSheet(grid)
        : grid.part === undefined
          ? (besideRead(grid, found, { grids, declared }) ?? unknownSheet(grid, absent))
          : unreadTable(grid, grid.part),
    );
}

/** A person said that it is not to be read. */
function leftSheet(grid: Grid): Problem {
  return {
    code: 'sheet-left',
    level: 'note',
    place: sheetPlace(grid),
    actual: '',
    reason: `工作表“${grid.sheet}”按确认的读法不读取`,
    expected: leftHint,
    covers: wholeSheet(grid),
  };
}

/** A table that stands with others on a sheet, where the workbook has another sheet for it. */
function unreadTable(grid: Grid, { title, top }: NonNullable<Grid['part']>): Problem {
  const { workbook, sheet } = grid;
  return {
    code: 'table-unread',
    level: 'error',
    place: { file: workbook, sheet },
    actual: title,
    reason: `“${sheet}”第${String(top + 1)}行起的“${title}”没有读取：另有一张“${title}”`,
    expected: `请把各行移到一张“${title}”里`,
    covers: wholeSheet(grid),
  };
}

/** All its rows, also where it was brought into another shape. */
function wholeSheet(grid: Grid): readonly CellSpan[] {
  const { origins, taken } = shapedOf(grid);
  if (origins === null) return wholeGrid(grid);
  const rows = [...origins.flat().flatMap((at) => at?.row ?? []), ...taken.map(({ row }) => row)];
  return rows.length === 0 ? [] : [rowSpan(grid, Math.min(...rows), Math.max(...rows) + 1)];
}

/** A kind of sheet with what is read as it. */
interface FoundKind {
  readonly sheet: Table | Form;
  readonly grids: readonly Grid[];
}

/** All sheets of the workbook, and what there may be among them. */
interface Sheets {
  readonly grids: readonly Grid[];
  readonly declared: Declared;
}

/** What is to be told of a sheet like one that is read: `任务进展（12月）` beside `任务进展`; null where it is like none. */
function besideRead(grid: Grid, found: readonly FoundKind[], { grids, declared }: Sheets): Problem | null {
  const kind = likeKind(grid, found, declared);
  if (kind === null) return null;
  const { sheet } = kind;
  const rows = recordRows(grid, sheet, declared);
  const count = `没有读取：那里有${String(rows.length)}行`;
  const own = `“${grid.sheet}”`;
  const about = { code: 'sheet-beside', level: 'error', place: sheetPlace(grid), actual: grid.sheet } as const;
  const told = { ...about, covers: wholeSheet(grid) };
  const used = findAll(grids, sheet, { file: grid.workbook, required: false, declared }).grids;
  if (used.length === 0) {
    const reason = `${own}看来也是“${sheet.title}”，${count}`;
    return { ...told, reason, expected: `请只留一张，并命名为“${sheet.title}”` };
  }
  const read = used.flatMap((one) => recordRows(one, sheet, declared));
  const untold = countUntold(rows, read);
  const other = [...new Set(used.map((one) => `“${one.sheet}”`))].join('、');
  const reason = `采用的是${other}，${own}看来是同一种表，${count}`;
  return untold === 0
    ? { ...told, level: 'note', reason: `${reason}，都与采用的一样`, expected: `请删去${own}，免得以后改错` }
    : {
        ...told,
        reason: `${reason}，${String(untold)}行与采用的不一样`,
        expected: `以${own}为准的，请删去${other}，再把它改名为“${sheet.title}”；两张都要的，请并成一张；不要的请删去`,
      };
}

/**
 * The kind that is read and whose header the sheet has, of several the one of which it names most: where its name says so, or where it
 * names as many columns as the sheet that is read.
 */
function likeKind(grid: Grid, found: readonly FoundKind[], declared: Declared): FoundKind | null {
  const named = (one: Grid, { sheet }: FoundKind): number => likeness(one, sheet, declared).named;
  const alike = found
    .filter((kind) => kind.grids.length > 0 && likeness(grid, kind.sheet, declared).isWhole)
    .filter((kind) => isCalled(grid, kind) || kind.grids.some((one) => named(one, kind) <= named(grid, kind)))
    .sort((one, other) => named(grid, other) - named(grid, one));
  return alike[0] ?? null;
}

function isCalled(grid: Grid, { sheet: { title, synonyms, usages } }: FoundKind): boolean {
  const name = headerKey(grid.sheet);
  return [title, ...synonyms, ...usages].some((word) => name.includes(headerKey(word)));
}

function unknownSheet(grid: Grid, absent: readonly FoundKind[]): Problem {
  return {
    code: 'sheet-unknown',
    level: absent.length === 0 ? 'note' : 'doubt',
    place: sheetPlace(grid),
    actual: grid.sheet,
    reason: `不认识工作表“${grid.sheet}”，没有读取`,
    expected:
      absent.length === 0
        ? '与填报无关的不用管'
        : `如果它就是“${absent.map(({ sheet }) => sheet.title).join('”或“')}”，请改回原名，或者${inMapping(`工作表：${grid.sheet}＝……`)}`,
    covers: wholeSheet(grid),
  };
}

function isFilled(grid: Grid): boolean {
  return grid.rows.some((row) => row.some((cell) => cell !== undefined && cell.shown !== ''));
}
