/** Workbooks through the Sheets service: one call to read one, one atomic call to write one. */
import type { Grid } from '../core/base/grid';
import type { ReadFailure } from '../core/base/read-failure';
import { Refusal } from '../core/base/refusal';
import type { WorkbookDraft } from '../core/sheets/draft';
import { gridFields, gridsFromSpreadsheet, hasFormulas } from './grids-from-spreadsheet';
import { paced } from './patience';
import { failureOf, isOutOfReach } from '../core/base/failure-words';
import { serviceError } from '../core/base/service-words';
import { sheets } from './services';
import { requestsFromDraft, requestsToReplace, type PresentSheet } from './workbook-requests';

type Spreadsheet = GoogleAppsScript.Sheets.Schema.Spreadsheet;

/** A workbook as read: its sheets, or why it could not be opened. */
export type ReadWorkbook = OpenedWorkbook | { readonly failure: ReadFailure };

interface OpenedWorkbook {
  readonly grids: readonly Grid[];
  /** Some cell shows the result of a formula. */
  readonly hasFormulas: boolean;
  /** `Asia/Shanghai`; empty when it is not told. */
  readonly timeZone: string;
}

/** What a cell shows while Google is still working its formula out, and how long that is waited for. */
const unfinished = /^(?:Loading|正在加载|加载中)(?:\.{3}|…)$/u;
const calculation = 20_000;

/** Reads all sheets. A workbook that cannot be opened is a failure to report, not an exception. */
export function readWorkbook(id: string, name: string): ReadWorkbook {
  try {
    const read = open(id, name);
    if (!read.grids.some(isUnfinished)) return read;
    Utilities.sleep(calculation);
    return open(id, name);
  } catch (error) {
    return { failure: failureOf(error, name) };
  }
}

function open(id: string, name: string): OpenedWorkbook {
  const spreadsheet = paced(() => withSheets(sheets().Spreadsheets.get(id, { fields: gridFields })));
  const { timeZone = '' } = spreadsheet.properties ?? {};
  return { grids: gridsFromSpreadsheet(spreadsheet, name), hasFormulas: hasFormulas(spreadsheet), timeZone };
}

/** Every spreadsheet has a sheet: an answer with none is no answer, though no error came with it. */
function withSheets<T extends Pick<Spreadsheet, 'sheets'>>(answer: T | null | undefined): T {
  if (answer?.sheets === undefined || answer.sheets.length === 0) throw serviceError('Empty response');
  return answer;
}

function isUnfinished({ rows }: Grid): boolean {
  return rows.some((row) => row.some((cell) => cell?.kind === 'error' && unfinished.test(cell.shown)));
}

/** Fills a spreadsheet that was created a moment ago: Google gives its one sheet the id 0. */
export function fillNewWorkbook(id: string, draft: WorkbookDraft): void {
  sheets().Spreadsheets.batchUpdate({ requests: requestsFromDraft(draft, [0], '') }, id);
}

/**
 * Fills a spreadsheet whose sheets are all blank, whoever made it; they are taken away. What is protected only the script's
 * own account may change.
 */
export function fillBlankWorkbook(id: string, draft: WorkbookDraft): void {
  const blank = presentSheets(id).map((sheet) => sheet.id);
  const owner = Session.getEffectiveUser().getEmail();
  sheets().Spreadsheets.batchUpdate({ requests: requestsFromDraft(draft, blank, owner) }, id);
}

function presentSheets(id: string): readonly PresentSheet[] {
  const fields = 'sheets(properties(sheetId,title))';
  const { sheets: present = [] } = paced(() => sheets().Spreadsheets.get(id, { fields }));
  return present.map(({ properties }) => ({ id: properties?.sheetId ?? 0, title: properties?.title ?? '' }));
}

/** Whether whoever runs the script may open the workbook, though Drive shows the script none. One call. */
export function canOpen(id: string): boolean {
  try {
    presentSheets(id);
    return true;
  } catch (error) {
    if (isOutOfReach(error)) return false;
    throw error;
  }
}

/** Whether a workbook can be opened and holds no value: one made by a run that was ended before it filled it. */
export function isBlankWorkbook(id: string, name: string): boolean {
  const read = readWorkbook(id, name);
  return (
    'grids' in read && read.grids.every((grid) => grid.rows.every((row) => row.every((cell) => cell === undefined)))
  );
}

/** A workbook by its id, and by the name people know it by. */
export interface OwnWorkbook {
  readonly id: string;
  readonly name: string;
}

/**
 * Puts the draft's sheets in the place of those with the same titles. Only for workbooks the program owns: throws for one
 * that holds values and none of the program's `own` sheets.
 */
export function replaceSheets({ id, name }: OwnWorkbook, draft: WorkbookDraft, own: readonly string[]): void {
  const ids = presentSheets(id);
  const isOwn = ids.some(({ title }) => own.includes(title));
  if (!isOwn && !isBlankWorkbook(id, name)) {
    throw new Refusal(`${name} 里没有本程序的工作表，像是别人做的文件，没有改动，请改名或移走`);
  }
  sheets().Spreadsheets.batchUpdate({ requests: requestsToReplace(draft, ids) }, id);
}
