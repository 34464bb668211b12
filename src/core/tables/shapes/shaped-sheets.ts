/** Sheets in the shapes departments keep them, brought into the declared ones before they are read. */
import type { Grid } from '../../base/grid';
import { tablesAmong, type Declared } from '../declared';
import { kindsCalled } from '../usages/sheet-candidates';
import { likeness } from '../likeness';
import type { Form, Table } from '../sheet';
import type { FiguresKnown } from './across';
import { acrossFigures, thingFigures } from './across-figures';
import { oneOptionColumn } from './option-columns';
import { pairedFigures } from './figure-pairs';
import { formShaped } from './form-shapes';
import { isUsualName, keepKind, usualKind } from '../usages/usual-title';
import { summedParts } from './part-columns';
import { recordCard } from './record-card';
import { joinedPeriodTexts } from './period-texts';
import { spreadFigures } from './spread-figures';
import { joinedSubRows } from './sub-rows';
import { unitTotals } from './unit-columns';

/** What is known beside the sheets: the figures the office asks for, and the year of the report. */
export type ShapeContext = FiguresKnown;

/**
 * The sheets: options across become one column, the rows of a merged task one record, months across one value, indicators across
 * one line each. A sheet in none of these shapes is the same object.
 */
export function shapedSheets(
  grids: readonly Grid[],
  sheets: readonly (Table | Form)[],
  context: ShapeContext,
): readonly Grid[] {
  const { declared } = context;
  const tables = tablesAmong(sheets);
  const tasks = declared.tasks.filter(({ table }) => sheets.includes(table));
  const records = tables.filter((one) => one !== declared.figures.table && tasks.every(({ table }) => table !== one));
  const hasFigures = sheets.includes(declared.figures.table);
  return grids.map((grid) => {
    const units = hasFigures ? unitsOn(grid, sheets, context) : null;
    if (units !== null) return units;
    const form = hasFigures ? formOn(grid, sheets, context) : null;
    if (form !== null) return form;
    const card = recordCard(grid, records, declared);
    if (card !== null) {
      keepKind(card.grid, grid, sheets, card.table);
      return card.grid;
    }
    const options = summedParts(oneOptionColumn(grid, tables, declared), tables, declared);
    const joined = tasks.reduce<Grid>(
      (one, { table, keys }) => joinedSubRows(joinedPeriodTexts(one, table, keys, declared), table, keys, declared),
      options,
    );
    return hasFigures ? figuresShaped(joined, sheets, context) : joined;
  });
}

/** A sheet of figures with units across, or of things that are counted, whatever its title says; null for any other. */
function unitsOn(grid: Grid, sheets: readonly (Table | Form)[], context: ShapeContext): Grid | null {
  const { declared } = context;
  const { table } = declared.figures;
  const units =
    grid.part !== undefined || isOfOther(grid, sheets, declared)
      ? null
      : (thingFigures(grid, context) ?? unitTotals(grid, context));
  if (units !== null) keepKind(units, grid, sheets, table);
  return units;
}

/** Whether the sheet bears the name of another kind than the figures, or has the header of one. */
function isOfOther(grid: Grid, sheets: readonly (Table | Form)[], declared: Declared): boolean {
  const { table } = declared.figures;
  return (
    kindsCalled(grid, sheets).some((one) => one !== table) ||
    sheets.some((one) => one !== table && one.kind === 'table' && likeness(grid, one, declared).isWhole)
  );
}

/** A sheet that is called as a form is, or as departments call theirs, with a line a label; null for any other. */
function formOn(grid: Grid, sheets: readonly (Table | Form)[], context: ShapeContext): Grid | null {
  const called = kindsCalled(grid, sheets)[0];
  if (called !== undefined) return called.kind === 'form' ? formShaped(grid, called, context) : null;
  if (usualKind(grid, context.declared, sheets)?.sheet.kind === 'table') return null;
  const usual = sheets.find((one) => one.kind === 'form' && isUsualName(grid, one));
  if (usual?.kind !== 'form') return null;
  const shaped = formShaped(grid, usual, context);
  if (shaped === grid || shaped.rows.length < enough) return null;
  keepKind(shaped, grid, sheets, usual);
  return shaped;
}

function figuresShaped(grid: Grid, sheets: readonly (Table | Form)[], context: ShapeContext): Grid {
  const { declared, lines } = context;
  const { figures } = declared;
  if (grid.part !== undefined && grid.part.title !== figures.table.title) return grid;
  const spread = spreadFigures(grid, figures, lines, declared);
  if (spread !== null) {
    const isCalledOther = kindsCalled(grid, sheets).some((one) => one !== figures.table);
    if (spread.isOfFigures && grid.part === undefined && !isCalledOther)
      keepKind(spread.grid, grid, sheets, figures.table);
    return spread.grid;
  }
  if (grid.part !== undefined) return grid;
  return isOfOther(grid, sheets, declared)
    ? grid
    : (acrossFigures(grid, figures, context) ?? pairedFigures(grid, declared) ?? grid);
}

const enough = 3;
