/** A sheet of texts, one a row, that only grows: each row is written once, at its own place, and looked for there before anything is believed of it. */
import { Refusal } from '../../core/base/refusal';
import { paced } from '../patience';
import { sheets } from '../services';
import { freeIds } from '../workbook-requests';

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Where the sheet is. */
export interface JournalSheet {
  readonly spreadsheet: string;
  readonly title: string;
  readonly sheetId: number;
  /** Rows of its grid, filled or not. */
  readonly rowCount: number;
  /** Rows that hold something. Those below what is written next were left by a run that was ended, and go. */
  readonly filled: number;
}

/** Rows a new sheet has room for. */
const firstRoom = 2000;
/** Google takes 2 MB in a call; a text may be thrice as long in bytes as in characters. */
const charactersACall = 500_000;

/** The sheet and its texts down to the last; null when the spreadsheet has none. Throws when it cannot be read. */
export function readJournalSheet(
  spreadsheet: string,
  title: string,
): { readonly sheet: JournalSheet; readonly texts: readonly string[] } | null {
  const found = propertiesOf(spreadsheet).find((sheet) => sheet.title === title);
  if (found === undefined) return null;
  const { sheetId = 0, gridProperties } = found;
  const sheet = { spreadsheet, title, sheetId, rowCount: gridProperties?.rowCount ?? 0, filled: 0 };
  const texts = textsOf(sheet);
  return { sheet: { ...sheet, filled: texts.length }, texts };
}

/** Adds the sheet, hidden, behind all others. */
export function addJournalSheet(spreadsheet: string, title: string): JournalSheet {
  const present = propertiesOf(spreadsheet);
  const [sheetId = 1] = freeIds(
    1,
    present.map((sheet) => sheet.sheetId ?? 0),
  );
  const gridProperties = { rowCount: firstRoom, columnCount: 1 };
  const properties = { sheetId, title, index: present.length, hidden: true, gridProperties };
  sheets().Spreadsheets.batchUpdate({ requests: [{ addSheet: { properties } }] }, spreadsheet);
  return { spreadsheet, title, sheetId, rowCount: firstRoom, filled: 0 };
}

/**
 * Writes the texts from the row on (from 0); once this has returned they stand. A call that fails may have been made all the same:
 * the rows are read, and only what stands there counts. Nothing is written a second time. Throws when the texts do not stand.
 */
export function writeJournalRows(sheet: JournalSheet, row: number, texts: readonly string[]): JournalSheet {
  let grown = sheet;
  for (let done = 0; done < texts.length;) {
    const part = partFrom(texts, done);
    grown = writePart(grown, row + done, part);
    done += part.length;
  }
  return grown;
}

function writePart(sheet: JournalSheet, row: number, texts: readonly string[]): JournalSheet {
  const { spreadsheet, sheetId } = sheet;
  const needed = row + texts.length;
  const rowCount = needed > sheet.rowCount ? Math.max(needed, sheet.rowCount * 2) : sheet.rowCount;
  const grow: Request[] =
    rowCount > sheet.rowCount
      ? [
          {
            updateSheetProperties: {
              properties: { sheetId, gridProperties: { rowCount } },
              fields: 'gridProperties.rowCount',
            },
          },
        ]
      : [];
  const leftovers = Array.from({ length: Math.max(0, sheet.filled - needed) }, () => ({ values: [{}] }));
  const rows = [...texts.map((stringValue) => ({ values: [{ userEnteredValue: { stringValue } }] })), ...leftovers];
  const start = { sheetId, rowIndex: row, columnIndex: 0 };
  const requests = [...grow, { updateCells: { start, rows, fields: 'userEnteredValue' } }];
  try {
    sheets().Spreadsheets.batchUpdate({ requests }, spreadsheet);
  } catch (error) {
    if (!standsThere(sheet, row, texts)) throw error;
  }
  return { ...sheet, rowCount, filled: needed };
}

/** Where not even this can be read, the write counts as failed: the next run finds what stands. */
function standsThere(sheet: JournalSheet, row: number, texts: readonly string[]): boolean {
  try {
    const present = textsOf(sheet);
    return present.length === row + texts.length && texts.every((text, index) => present[row + index] === text);
  } catch {
    return false;
  }
}

function partFrom(texts: readonly string[], start: number): readonly string[] {
  let size = 0;
  const end = texts.findIndex((text, index) => index > start && (size += text.length) > charactersACall);
  return texts.slice(start, end < 0 ? texts.length : end);
}

function textsOf({ spreadsheet, title }: JournalSheet): readonly string[] {
  const fields = 'sheets(data(rowData(values(effectiveValue(stringValue)))))';
  const answer = paced(() => sheets().Spreadsheets.get(spreadsheet, { ranges: [title], fields }));
  if (answer.sheets?.[0] === undefined) throw new Refusal(`工作表“${title}”没有读到，请再试`);
  const rows = answer.sheets[0].data?.[0]?.rowData ?? [];
  const texts = rows.map(({ values = [] }) => values[0]?.effectiveValue?.stringValue ?? '');
  let end = texts.length;
  while (texts[end - 1] === '') end -= 1;
  return texts.slice(0, end);
}

function propertiesOf(spreadsheet: string): GoogleAppsScript.Sheets.Schema.SheetProperties[] {
  const fields = 'sheets(properties(sheetId,title,gridProperties(rowCount)))';
  const answer = paced(() => sheets().Spreadsheets.get(spreadsheet, { fields }));
  return (answer.sheets ?? []).map(({ properties = {} }) => properties);
}
