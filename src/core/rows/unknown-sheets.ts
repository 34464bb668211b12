/** Sheets that nobody reads: one that was renamed would otherwise be lost without a word. */
import { sheetPlace } from '../base/place';
import { inMapping, leftHint } from '../base/mapping';
import type { Grid } from '../base/grid';
import type { Problem } from '../base/problem';
import { rowSpan, wholeGrid, type CellSpan } from '../base/taken';
import type { Declared } from '../tables/declared';
import { candidateSheets } from '../tables/usages/sheet-candidates';
import { shapedOf } from '../tables/shapes/shaped-grid';
import type { Form, Table } from '../tables/sheet';

/** One line for each filled sheet that is none of the declared; a doubt where a declared one is not there. */
export function unknownSheets(
  grids: readonly Grid[],
  sheets: readonly (Table | Form)[],
  declared: Declared,
): readonly Problem[] {
  const found = sheets.map((one) => ({ title: one.title, grids: candidateSheets(grids, one, declared).found }));
  const known = new Set(found.flatMap((one) => one.grids));
  const absent = found.filter((one) => one.grids.length === 0);
  return grids
    .filter((grid) => isFilled(grid) && !known.has(grid))
    .map((grid) =>
      grid.rules?.isLeft === true
        ? leftSheet(grid)
        : grid.part === undefined
          ? unknownSheet(grid, absent)
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

function unknownSheet(grid: Grid, absent: readonly { readonly title: string }[]): Problem {
  return {
    code: 'sheet-unknown',
    level: absent.length === 0 ? 'note' : 'doubt',
    place: sheetPlace(grid),
    actual: grid.sheet,
    reason: `不认识工作表“${grid.sheet}”，没有读取`,
    expected:
      absent.length === 0
        ? '与填报无关的不用管'
        : `如果它就是“${absent.map(({ title }) => title).join('”或“')}”，请改回原名，或者${inMapping(`工作表：${grid.sheet}＝……`)}`,
    covers: wholeSheet(grid),
  };
}

function isFilled(grid: Grid): boolean {
  return grid.rows.some((row) => row.some((cell) => cell !== undefined && cell.shown !== ''));
}
