/**
 * Department workbooks as they were last read, in a hidden sheet of the program's own spreadsheet: what has not changed on
 * Drive since is not read again. What cannot be trusted to the letter is left out.
 */
import { snapshotTitle } from '../core/sheets/program-sheets';
import { packedText, unpackedText } from './gzip';
import { paced } from './patience';
import { sheets } from './services';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type RowData = GoogleAppsScript.Sheets.Schema.RowData;

/** A workbook's content as text, with the time of change Drive told for it. */
export interface KeptWorkbook {
  readonly id: string;
  readonly modifiedTime: string;
  readonly text: string;
}

/** Google keeps 50,000 characters in a cell. */
const charactersACell = 45_000;
const mostCells = 20;
/** Drive's time of change may lag behind a change by moments. */
const settling = 120_000;

/** Whether Drive's time of change is old enough to mean the content that was read just now. */
export function isSettled(modifiedTime: string): boolean {
  return Date.now() - Date.parse(modifiedTime) > settling;
}

/** By id. A spreadsheet without the sheet, and lines that do not unpack to their written length, give nothing. */
export function readSnapshot(spreadsheet: string): ReadonlyMap<string, KeptWorkbook> {
  const options = { ranges: [snapshotTitle], fields: 'sheets(data(rowData(values(effectiveValue(stringValue)))))' };
  try {
    const answer = paced(() => sheets().Spreadsheets.get(spreadsheet, options));
    const rows = answer.sheets?.[0]?.data?.[0]?.rowData ?? [];
    return new Map(rows.flatMap(keptOf).map((kept) => [kept.id, kept]));
  } catch {
    return new Map();
  }
}

/** Replaces the sheet by these workbooks, in one atomic call. */
export function writeSnapshot(spreadsheet: string, kept: readonly KeptWorkbook[]): void {
  const fields = 'sheets(properties(sheetId,title))';
  const present = paced(() => sheets().Spreadsheets.get(spreadsheet, { fields })).sheets ?? [];
  const old = present.filter(({ properties }) => properties?.title === snapshotTitle);
  const ids = present.map(({ properties }) => properties?.sheetId ?? 0);
  const sheetId = old[0]?.properties?.sheetId ?? Math.max(0, ...ids) + 1;
  const rows = kept.flatMap(rowOf);
  const columnCount = Math.max(1, ...rows.map(({ values = [] }) => values.length));
  const gridProperties = { rowCount: Math.max(1, rows.length), columnCount };
  const properties = { sheetId, title: snapshotTitle, hidden: true, gridProperties };
  const add: Request[] = [
    { addSheet: { properties } },
    { updateCells: { start: { sheetId, rowIndex: 0, columnIndex: 0 }, rows, fields: 'userEnteredValue' } },
  ];
  const drop = old.map((): Request => ({ deleteSheet: { sheetId } }));
  sheets().Spreadsheets.batchUpdate({ requests: [...drop, ...add] }, spreadsheet);
}

function rowOf({ id, modifiedTime, text }: KeptWorkbook): readonly RowData[] {
  const cells = packedText(text).match(new RegExp(`.{1,${String(charactersACell)}}`, 'gu')) ?? [];
  if (cells.length > mostCells) return [];
  const texts = [id, modifiedTime, String(text.length), ...cells];
  return [{ values: texts.map((stringValue) => ({ userEnteredValue: { stringValue } })) }];
}

function keptOf({ values = [] }: RowData): readonly KeptWorkbook[] {
  const [id = '', modifiedTime = '', length = '', ...cells] = values.map(
    (cell) => cell.effectiveValue?.stringValue ?? '',
  );
  try {
    const text = unpackedText(cells.join(''));
    return String(text.length) === length ? [{ id, modifiedTime, text }] : [];
  } catch {
    return [];
  }
}
