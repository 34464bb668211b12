/** Requests for a sheet that grows line by line, whose looks hold for rows still to come. */
import type { CellArea, CellDraft, SheetDraft } from '../core/sheets/draft';
import { cellData } from './cell-requests';
import { addSheet, colour, fillSheet, range } from './workbook-requests';

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** One whole row, from the first column on; `row` counts from 0. */
export interface RowChange {
  readonly row: number;
  readonly cells: readonly CellDraft[];
}

/** Adds the sheet with its head and `rowCount` rows. Of the draft's rows only the frozen ones are written. */
export function requestsToAdd(
  draft: SheetDraft,
  { sheetId, index, rowCount }: { readonly sheetId: number; readonly index: number; readonly rowCount: number },
): Request[] {
  const toEnd = (area: CellArea): CellArea => ({ ...area, endRow: rowCount });
  const head: SheetDraft = {
    ...draft,
    rows: draft.rows.slice(0, draft.frozenRows),
    validations: [],
    colours: draft.colours.map((rule) => ({ ...rule, area: toEnd(rule.area) })),
    filter: draft.filter && toEnd(draft.filter),
  };
  return [...addSheet(head, sheetId, index, rowCount), ...fillSheet(head, sheetId)];
}

/** Makes the sheet longer, with the same rules for the rows that are new. */
export function requestsToGrow(draft: SheetDraft, sheetId: number, rows: { from: number; to: number }): Request[] {
  const added = { startRow: rows.from, endRow: rows.to };
  return [
    {
      updateSheetProperties: {
        properties: { sheetId, gridProperties: { rowCount: rows.to } },
        fields: 'gridProperties.rowCount',
      },
    },
    ...draft.colours.map((rule) => colour({ ...rule, area: { ...rule.area, ...added } }, sheetId)),
    ...(draft.filter
      ? [{ setBasicFilter: { filter: { range: range(sheetId, { ...draft.filter, endRow: rows.to }) } } }]
      : []),
  ];
}

/** One request for rows that follow each other; `changes` ascend. */
export function requestsToWrite(sheetId: number, changes: readonly RowChange[]): Request[] {
  const runs: RowChange[][] = [];
  for (const change of changes) {
    const run = runs[runs.length - 1];
    if (run?.[run.length - 1]?.row === change.row - 1) run.push(change);
    else runs.push([change]);
  }
  return runs.map((run) => ({
    updateCells: {
      start: { sheetId, rowIndex: run[0]?.row ?? 0, columnIndex: 0 },
      rows: run.map(({ cells }) => ({ values: cells.map(cellData) })),
      fields: 'userEnteredValue,userEnteredFormat',
    },
  }));
}
