/** A sheet that the program keeps for good in its own workbook and writes row by row. */
import type { Grid } from '../../core/base/grid';
import { Refusal } from '../../core/base/refusal';
import type { SheetDraft } from '../../core/sheets/draft';
import { gridFieldsWith, gridsFromSpreadsheet } from '../grids-from-spreadsheet';
import { paced } from '../patience';
import { requestsToAdd, requestsToGrow, requestsToWrite, type RowChange } from '../row-requests';
import { sheets } from '../services';
import { freeIds } from '../workbook-requests';
import { isBlankWorkbook, type OwnWorkbook } from '../workbooks';

/** Where the sheet is. */
export interface OwnSheet {
  readonly spreadsheet: string;
  readonly sheetId: number;
  /** Rows of its grid, filled or not. */
  readonly rowCount: number;
}

export interface ReadSheet {
  readonly sheet: OwnSheet;
  readonly grid: Grid;
}

/** Rows a new sheet has room for. */
const firstRoom = 2000;

/** The sheet of that title; null when the workbook has none. Two calls; throws when it cannot be read. */
export function readOwnSheet(spreadsheet: string, name: string, title: string): ReadSheet | null {
  if (!propertiesOf(spreadsheet).some((sheet) => sheet.title === title)) return null;
  const options = { ranges: [title], fields: gridFieldsWith(',gridProperties(rowCount)') };
  const answer = paced(() => sheets().Spreadsheets.get(spreadsheet, options));
  const [grid] = gridsFromSpreadsheet(answer, name);
  if (grid === undefined) throw new Refusal(`${name} 的工作表“${title}”没有读到，请再试`);
  const { sheetId = 0, gridProperties } = answer.sheets?.[0]?.properties ?? {};
  return { sheet: { spreadsheet, sheetId, rowCount: gridProperties?.rowCount ?? 0 }, grid };
}

/**
 * Adds the sheet behind all others, with its head and the rows below it, in one atomic call. Throws for a workbook that holds values
 * and no sheet of the program (`own`).
 */
export function addOwnSheet(
  { id, name }: OwnWorkbook,
  draft: SheetDraft,
  own: readonly string[],
  rows: readonly RowChange[] = [],
): OwnSheet {
  const present = propertiesOf(id);
  if (!present.some(({ title = '' }) => own.includes(title)) && !isBlankWorkbook(id, name)) {
    throw new Refusal(`${name} 里没有本程序的工作表，像是别人做的文件，没有改动，请改名或移走`);
  }
  const [sheetId = 1] = freeIds(
    1,
    present.map((sheet) => sheet.sheetId ?? 0),
  );
  const rowCount = roomFor(endOf(rows), firstRoom);
  const requests = [
    ...requestsToAdd(draft, { sheetId, index: present.length, rowCount }),
    ...requestsToWrite(sheetId, rows),
  ];
  sheets().Spreadsheets.batchUpdate({ requests }, id);
  return { spreadsheet: id, sheetId, rowCount };
}

function roomFor(needed: number, present: number): number {
  return needed > present ? Math.max(needed, present * 2) : present;
}

/** `changes` ascend. */
function endOf(changes: readonly RowChange[]): number {
  return (changes[changes.length - 1]?.row ?? -1) + 1;
}

/** Writes whole rows, ascending, in one atomic call; gives the sheet, which grows where they need it. */
export function writeOwnRows(sheet: OwnSheet, draft: SheetDraft, changes: readonly RowChange[]): OwnSheet {
  const { spreadsheet, sheetId, rowCount } = sheet;
  const to = roomFor(endOf(changes), rowCount);
  const grow = to > rowCount ? requestsToGrow(draft, sheetId, { from: rowCount, to }) : [];
  const requests = [...grow, ...requestsToWrite(sheetId, changes)];
  if (requests.length > 0) sheets().Spreadsheets.batchUpdate({ requests }, spreadsheet);
  return { ...sheet, rowCount: to };
}

function propertiesOf(spreadsheet: string): GoogleAppsScript.Sheets.Schema.SheetProperties[] {
  const fields = 'sheets(properties(sheetId,title))';
  const answer = paced(() => sheets().Spreadsheets.get(spreadsheet, { fields }));
  return (answer.sheets ?? []).map(({ properties = {} }) => properties);
}
