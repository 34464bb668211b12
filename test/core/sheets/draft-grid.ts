/** A drafted sheet as it would be read back. */
import type { Grid } from '../../../src/core/base/grid';
import { dayFromSerial } from '../../../src/core/base/day';
import type { CellDraft, SheetDraft, WorkbookDraft } from '../../../src/core/sheets/draft';
import { dateCell, gridOf, percentCell, type CellInput } from '../grid-builder';

/** The sheets of the workbook as grids. */
export function gridsOf(draft: WorkbookDraft): readonly Grid[] {
  return draft.sheets.map((sheet) =>
    gridOf(
      sheet.rows.map((row) => row.map(inputOf)),
      {
        workbook: `${draft.title}.xlsx`,
        sheet: sheet.title,
        merges: sheet.merges,
      },
    ),
  );
}

/** The sheet of that title. */
export function sheetOf(draft: WorkbookDraft, title: string): SheetDraft {
  const sheet = draft.sheets.find((one) => one.title === title);
  if (sheet === undefined) throw new Error(`no sheet ${title}`);
  return sheet;
}

/** The shown texts below the header, blank rows left out. */
export function bodyOf(sheet: SheetDraft): readonly (readonly (string | number | null)[])[] {
  const rows = sheet.rows.slice(sheet.frozenRows).map((row) => row.map(({ value }) => value));
  return rows.filter((row) => row.some((value) => value !== null));
}

function inputOf({ value, style }: CellDraft): CellInput {
  if (typeof value !== 'number') return value;
  if (style.endsWith('percent')) return percentCell(value);
  return style.endsWith('day') ? dateCell(dayFromSerial(value) ?? '') : value;
}
