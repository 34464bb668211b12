/** Workbooks through the Sheets service: one call to read one, one atomic call to write one. */
import type { Grid } from '../core/base/grid';
import type { WorkbookDraft } from '../core/sheets/draft';
import { gridFields, gridsFromSpreadsheet } from './grids-from-spreadsheet';
import { errorText } from './run-guard';
import { sheets } from './services';
import { requestsFromDraft, requestsToReplace } from './workbook-requests';

/** A workbook as read: its sheets, or why it could not be opened. */
export type ReadWorkbook = { readonly grids: readonly Grid[] } | { readonly failure: string };

/** Reads all sheets. A workbook that cannot be opened is a failure to report, not an exception. */
export function readWorkbook(id: string, name: string): ReadWorkbook {
  try {
    return { grids: gridsFromSpreadsheet(sheets().Spreadsheets.get(id, { fields: gridFields }), name) };
  } catch (error) {
    return { failure: errorText(error) };
  }
}

/** Fills a spreadsheet that was just created and holds one blank sheet. */
export function fillNewWorkbook(id: string, draft: WorkbookDraft): void {
  sheets().Spreadsheets.batchUpdate({ requests: requestsFromDraft(draft) }, id);
}

/** Whether a workbook can be opened and holds no value: one made by a run that was ended before it filled it. */
export function isBlankWorkbook(id: string, name: string): boolean {
  const read = readWorkbook(id, name);
  return (
    'grids' in read && read.grids.every((grid) => grid.rows.every((row) => row.every((cell) => cell === undefined)))
  );
}

/**
 * Puts the draft's sheets in the place of those with the same titles. Only for workbooks the program owns: throws for one
 * that holds values and none of these sheets.
 */
export function replaceSheets(id: string, name: string, draft: WorkbookDraft): void {
  const present = sheets().Spreadsheets.get(id, { fields: 'sheets(properties(sheetId,title))' });
  const ids = (present.sheets ?? []).map(({ properties }) => ({
    id: properties?.sheetId ?? 0,
    title: properties?.title ?? '',
  }));
  const isOwn = draft.sheets.some((sheet) => ids.some(({ title }) => title === sheet.title));
  if (!isOwn && !isBlankWorkbook(id, name)) {
    throw new Error(`${name} 里没有本程序的工作表，像是别人做的文件，没有改动，请改名或移走`);
  }
  sheets().Spreadsheets.batchUpdate({ requests: requestsToReplace(draft, ids) }, id);
}
