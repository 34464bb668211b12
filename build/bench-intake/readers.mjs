/**
 * One entry per reader: `prepare` loads it outside of the measured time; the function it gives back reads all workbooks of a
 * folder's 填报 and gives the number of rows it found. The peers are development dependencies only (all MIT).
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importSources } from '../import-sources.mjs';

/** The library alone and ours first: the others are compared with them. */
export const readers = {
  hucre: async () => {
    const { readXlsx } = await import('hucre/xlsx');
    return each(async (bytes) => sum((await readXlsx(bytes)).sheets.map(({ rows }) => rows.length)));
  },
  // Reading alone, as far as the library goes.
  'ours, reading': async () => {
    const { readBookValues } = await importSources({ 'src/local/books/xlsx/xlsx-read': 'readBookValues' });
    return each((bytes, name) => sum(readBookValues(name, bytes).sheets.map(({ cells }) => cells.length)));
  },
  // From the folder to the findings, the way of every job, in a process that begins as the command does.
  'ours, checking': checking,
  'read-excel-file': async () => {
    const { default: readSheets } = await import('read-excel-file/node');
    return each(async (bytes) => sum((await readSheets(bytes)).map(({ data }) => data.length)));
  },
  exceljs: async () => {
    const { default: exceljs } = await import('exceljs');
    return each(async (bytes) => {
      const book = new exceljs.Workbook();
      await book.xlsx.load(bytes);
      return sum(book.worksheets.map(({ rowCount }) => rowCount));
    });
  },
  'xlsx-populate': async () => {
    const { default: populate } = await import('xlsx-populate');
    return each(async (bytes) => {
      const book = await populate.fromDataAsync(bytes);
      return sum(book.sheets().map((sheet) => sheet.usedRange()?.value().length ?? 0));
    });
  },
};

function each(read) {
  return async (folder) => {
    let rows = 0;
    for (const name of readdirSync(join(folder, '填报')))
      rows += await read(readFileSync(join(folder, '填报', name)), name);
    return rows;
  };
}

async function checking() {
  const core = await importSources({
    'src/local/base/memory': 'expectShortRun',
    'src/local/services/load-workbooks': 'loadWorkbooks',
    'src/local/services/sheets': 'makeSheets',
    'src/google/grids-from-spreadsheet': 'gridsFromSpreadsheet, gridFields',
    'src/core/edition/open-edition': 'openEditions',
    'src/core/settings/settings-from-grids': 'settingsFromGrids',
    'src/core/rows/rows-from-grids': 'rowsFromGrids',
    'src/core/findings/findings-from-rows': 'findingsFromRows',
  });
  core.expectShortRun();
  const editions = core.openEditions(compiledEditions());
  return async (folder) => {
    const { Spreadsheets } = core.makeSheets(folder, await core.loadWorkbooks(folder, () => undefined));
    const gridsOf = (id, name) => core.gridsFromSpreadsheet(Spreadsheets.get(id, { fields: core.gridFields }), name);
    const hub = gridsOf('总表.xlsx', '总表.xlsx');
    const departments = readdirSync(join(folder, '填报')).map((file) => {
      return { file, grids: gridsOf(`填报/${file}`, file), failure: null };
    });
    const settings = core.settingsFromGrids(hub, editions).value;
    const { value, problems } = core.rowsFromGrids({ hub, departments }, settings);
    core.findingsFromRows(value, settings, problems);
    return value.events.find(({ detail }) => detail.key === 'cases').rows.length;
  };
}

/** The texts of the editions, as the last build compiled them. */
export function compiledEditions() {
  return JSON.parse(readFileSync(new URL('../out/editions/all.json', import.meta.url), 'utf8'));
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
