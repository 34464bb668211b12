/** A large workbook of the program's own: what is asked of it is read of it, and what is not stays as it is. */
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadWorkbooks } from '../../../src/local/services/load-workbooks';
import { makeSheets, type SheetsService } from '../../../src/local/services/sheets';
import { xlsxSyncOf, type XlsxSync } from '../../../src/local/books/xlsx/xlsx-sync';
import { longIt } from '../../long';
import { cellsOf, makeScratch, makeWorkbook, rowsOf, workerFile, type Scratch } from '../scratch';

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => {
  scratch.remove();
});

const rows = (count: number, word: string): GoogleAppsScript.Sheets.Schema.RowData[] =>
  rowsOf(
    Array.from({ length: count }, (_, row) => [`${word}${String(row)}`, row, '说明'.repeat(20), `编号-${String(row)}`]),
  );
const put = (sheetId: number, rowIndex: number, given: GoogleAppsScript.Sheets.Schema.RowData[]) => ({
  updateCells: { start: { sheetId, rowIndex, columnIndex: 0 }, rows: given, fields: 'userEnteredValue' },
});
const addSheet = (sheetId: number, title: string) => ({
  addSheet: { properties: { sheetId, title, gridProperties: { rowCount: 20_000, columnCount: 4 } } },
});

/** 汇总 and 催办记录, each of many rows, as a run finds them; and what of the workbook is read whole. */
async function found(): Promise<{
  sheets: SheetsService['Spreadsheets'];
  reads: string[];
}> {
  const loaded = await loadWorkbooks(scratch.folder, () => undefined);
  const reads: string[] = [];
  const whole = xlsxSyncOf(workerFile);
  const xlsx: XlsxSync = {
    ...whole,
    read: () => {
      throw new Error('read whole');
    },
    readOwn: (name, bytes, wanted) => {
      reads.push(wanted?.changing?.join() ?? 'all');
      return whole.readOwn(name, bytes, wanted);
    },
  };
  return { sheets: makeSheets(scratch.folder, loaded, () => xlsx).Spreadsheets, reads };
}

longIt('rows are put into one sheet, and the other is neither read nor changed', async () => {
  const grow = {
    updateSheetProperties: {
      properties: { sheetId: 0, gridProperties: { rowCount: 20_000 } },
      fields: 'gridProperties.rowCount',
    },
  };
  const id = makeWorkbook(scratch, '结果', [
    grow,
    put(0, 0, rows(16_000, '任务')),
    addSheet(1, '催办记录'),
    put(1, 0, rows(16_000, '催办')),
  ]);
  const { sheets, reads } = await found();
  const titles = sheets.get(id, { fields: 'sheets(properties(sheetId,title))' }).sheets;
  expect(titles?.map(({ properties }) => properties?.title)).toEqual(['工作表1', '催办记录']);
  expect(reads).toEqual([]);
  const shown = sheets.get(id, { ranges: ['催办记录'], includeGridData: true });
  expect(shown.sheets?.[0]?.properties?.gridProperties?.rowCount).toBe(16_000);
  expect(cellsOf(shown)[15_999]?.[0]?.formattedValue).toBe('催办15999');
  sheets.batchUpdate({ requests: [put(1, 100, rows(1, '新'))] }, id);
  expect(reads).toEqual(['催办记录']);
  const after = scratch.reopen().get(id, { includeGridData: true });
  expect(cellsOf(after, 0).map(([first]) => first?.formattedValue)).toEqual(
    Array.from({ length: 16_000 }, (_, row) => `任务${String(row)}`),
  );
  expect(cellsOf(after, 1)[100]?.map(({ formattedValue }) => formattedValue)).toEqual([
    '新0',
    '0',
    '说明'.repeat(20),
    '编号-0',
  ]);
  expect(cellsOf(after, 1)[101]?.[0]?.formattedValue).toBe('催办101');
  // Read and changed once more by the same run, from what it wrote.
  expect(cellsOf(sheets.get(id, { ranges: ['工作表1'], includeGridData: true }))[15_999]?.[3]?.formattedValue).toBe(
    '编号-15999',
  );
  sheets.batchUpdate({ requests: [addSheet(7, '又一张'), put(7, 0, rows(2, '末'))] }, id);
  expect(cellsOf(scratch.reopen().get(id, { includeGridData: true }), 2)).toHaveLength(2);
});

longIt('a sheet gives way to a new one, and neither it nor the other is read', async () => {
  const grow = {
    updateSheetProperties: {
      properties: { sheetId: 0, gridProperties: { rowCount: 20_000 } },
      fields: 'gridProperties.rowCount',
    },
  };
  const id = makeWorkbook(scratch, '结果', [
    grow,
    put(0, 0, rows(16_000, '任务')),
    addSheet(1, '催办记录'),
    put(1, 0, rows(16_000, '催办')),
  ]);
  const { sheets, reads } = await found();
  sheets.batchUpdate(
    { requests: [{ deleteSheet: { sheetId: 0 } }, addSheet(5, '汇总'), put(5, 0, rows(3, '新'))] },
    id,
  );
  expect(reads).toEqual(['']);
  const after = scratch.reopen().get(id, { includeGridData: true });
  expect(after.sheets?.map(({ properties }) => properties?.title)).toEqual(['催办记录', '汇总']);
  const firsts = [0, 1].map((sheet) => cellsOf(after, sheet).map(([first]) => first?.formattedValue));
  expect(firsts).toEqual([
    Array.from({ length: 16_000 }, (_, row) => `催办${String(row)}`),
    Array.from({ length: 3 }, (_, row) => `新${String(row)}`),
  ]);
});

longIt('one that somebody changed meanwhile is not written', async () => {
  const grow = {
    updateSheetProperties: {
      properties: { sheetId: 0, gridProperties: { rowCount: 20_000 } },
      fields: 'gridProperties.rowCount',
    },
  };
  const id = makeWorkbook(scratch, '结果', [grow, put(0, 0, rows(19_000, '任务')), addSheet(1, '催办记录')]);
  const { sheets } = await found();
  sheets.get(id, { ranges: ['催办记录'], includeGridData: true });
  appendFileSync(join(scratch.folder, id), ' ');
  const before = readFileSync(join(scratch.folder, id));
  expect(() => sheets.batchUpdate({ requests: [put(1, 0, rows(1, '新'))] }, id)).toThrow('又被修改');
  expect(readFileSync(join(scratch.folder, id)).equals(before)).toBe(true);
});
