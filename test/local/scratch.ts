/** A scratch workspace for the tests: a folder of its own and the local services over it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeDrive, type DriveService } from '../../src/local/services/drive';
import { makeSheets, type SheetsService } from '../../src/local/services/sheets';
import type { LoadedBook } from '../../src/local/books/workbook-shelf';
import { xlsxSyncOf, type XlsxSync } from '../../src/local/books/xlsx/xlsx-sync';

/** The xlsx thread as built and shipped. */
export const workerFile = resolve('build/out/local/xlsx-worker.mjs');

export interface Scratch {
  readonly folder: string;
  readonly sheets: SheetsService['Spreadsheets'];
  readonly drive: DriveService['Files'];
  /** The same folder with nothing read yet, as the next run sees it. */
  readonly reopen: () => SheetsService['Spreadsheets'];
  readonly remove: () => void;
}

let thread: XlsxSync | undefined;

export function makeScratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  const xlsx = (thread ??= xlsxSyncOf(workerFile));
  const loaded = new Map<string, LoadedBook>();
  return {
    folder,
    sheets: makeSheets(folder, loaded, () => xlsx).Spreadsheets,
    drive: makeDrive(folder, loaded, xlsx.write).Files,
    reopen: () => makeSheets(folder, new Map(), () => xlsx).Spreadsheets,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes `name`.xlsx in the workspace's folder with these requests applied; gives its id. */
export function makeWorkbook(
  { drive, sheets }: Scratch,
  name: string,
  requests: readonly GoogleAppsScript.Sheets.Schema.Request[],
): string {
  const { id = '' } = drive.create({ name, mimeType: 'application/vnd.google-apps.spreadsheet', parents: ['.'] });
  sheets.batchUpdate({ requests: [...requests] }, id);
  return id;
}

/** Rows of plain values as updateCells wants them. */
export function rowsOf(
  values: readonly (readonly (string | number | boolean | null)[])[],
): GoogleAppsScript.Sheets.Schema.RowData[] {
  return values.map((row) => ({ values: row.map((value) => ({ userEnteredValue: valueOf(value) })) }));
}

function valueOf(value: string | number | boolean | null): GoogleAppsScript.Sheets.Schema.ExtendedValue {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number') return { numberValue: value };
  return value === null ? {} : { boolValue: value };
}

/** The cells of a sheet as get tells them. */
export function cellsOf(
  spreadsheet: GoogleAppsScript.Sheets.Schema.Spreadsheet,
  sheet = 0,
): GoogleAppsScript.Sheets.Schema.CellData[][] {
  return (spreadsheet.sheets?.[sheet]?.data?.[0]?.rowData ?? []).map((row) => row.values ?? []);
}
