/**
 * Small questions to the services, each about something the program relies on. The answers, taken on real Apps Script, are
 * what the local services are compared with.
 */
import type { CellArea, CellBlock, ColourRule, SheetDraft, WorkbookDraft } from '../core/sheets/draft';
import { hubDraft } from '../core/sheets/hub-draft';
import { createGoogleDoc, createSpreadsheet, exportWord, saveFile, wordType } from './folders';
import { downloadFile } from './drive/download';
import { probeDoc } from './drive/doc-probe';
import { shareWith } from './drive/sharing';
import type { Edition } from '../core/edition/edition';
import { wordPaper } from './assets';
import { gridFields, gridsFromSpreadsheet } from './grids-from-spreadsheet';
import { failureWords } from '../core/base/failure-words';
import { drive, sheets } from './services';
import { requestsFromDraft, requestsToReplace } from './workbook-requests';

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** One question. `expected` is what the program relies on; `ask` gives what the service says, as one line. */
export interface Probe {
  readonly name: string;
  readonly expected: string;
  /** `folder`: where it may make its files. */
  readonly ask: (folder: string) => string;
}

/** The questions; what is written in them is the edition's. */
export function probesOf(edition: Edition): readonly Probe[] {
  const paper = (): Uint8Array => wordPaper(edition.key, 'report');
  return [
    // First what most stands or falls with, and what least is known of.
    {
      name: '下载 Word 文件（alt=media）',
      expected: '80 75',
      ask: (folder) => firstBytes(downloadFile(wordFile(folder, paper()))),
    },
    { name: '转成谷歌文档再导出（alt=media）', expected: '80 75', ask: (folder) => exportedBytes(folder, paper()) },
    {
      name: '不发通知，共享给没有账号的地址',
      expected: '不能共享',
      ask: (folder) => shared(wordFile(folder, paper())),
    },
    { name: '脚本时区', expected: 'Asia/Shanghai', ask: () => Session.getScriptTimeZone() },
    { name: '占用中的锁再取一次', expected: 'true', ask: () => String(LockService.getScriptLock().tryLock(0)) },
    { name: '属性：8000字符', expected: '8000', ask: () => keptProperty(8000) },
    { name: '属性：10000字符', expected: '出错', ask: () => errorOf(() => keptProperty(10_000)) },
    { name: '催办触发器个数', expected: '0 或 1', ask: () => triggers() },
    { name: '邮件余额是数字', expected: 'number', ask: () => typeof MailApp.getRemainingDailyQuota() },
    { name: '压缩后解开', expected: '200', ask: () => gzipRoundTrip('汉字'.repeat(100)) },
    { name: '附带文件', expected: '80 75', ask: () => firstBytes(paper()) },
    { name: '新表格的第一张工作表编号', expected: '0', ask: (folder) => firstSheet(folder) },
    { name: '日期单元格读回', expected: '44742 date', ask: (folder) => readBack(folder, dateCell) },
    { name: '等号开头的文字读回', expected: '=1+1', ask: (folder) => readBack(folder, textCell) },
    { name: '批量写入的每一种请求', expected: '照写', ask: (folder) => everyKind(folder, hubDraft(edition)) },
    { name: '写错一项的整批写入', expected: '出错 什么都没有写', ask: (folder) => brokenBatch(folder) },
    { name: '原地填写谷歌文档', expected: '照写', ask: (folder) => filledDoc(folder, paper()) },
    { name: '违反下拉规则的写入', expected: '照写', ask: (folder) => breakRule(folder) },
    { name: '打不开的表格', expected: '出错', ask: () => errorOf(() => sheets().Spreadsheets.get('no-such-id', {})) },
    { name: '打不开的文件', expected: '出错', ask: () => errorOf(() => drive().Files.get('no-such-id', {})) },
  ];
}

const probeProperty = 'self-check';

function keptProperty(length: number): string {
  const store = PropertiesService.getScriptProperties();
  try {
    store.setProperty(probeProperty, 'x'.repeat(length));
    return String(store.getProperty(probeProperty)?.length);
  } finally {
    store.deleteProperty(probeProperty);
  }
}

function errorOf(work: () => unknown): string {
  try {
    return `没有出错：${String(work()).slice(0, 80)}`;
  } catch (error) {
    return `出错：${failureWords(error)}`;
  }
}

function triggers(): string {
  return String(ScriptApp.getProjectTriggers().filter((one) => one.getHandlerFunction() === 'tick').length);
}

function gzipRoundTrip(text: string): string {
  return String(Utilities.ungzip(Utilities.gzip(Utilities.newBlob(text))).getDataAsString().length);
}

function firstBytes(bytes: Uint8Array): string {
  return bytes.slice(0, 2).join(' ');
}

function wordFile(parent: string, bytes: Uint8Array): string {
  return saveFile({ id: null, folder: parent, name: `${scratchName()}.docx` }, bytes, wordType);
}

/** The address is one of those that are kept from ever being anybody's (RFC 2606): nobody is let in. */
function shared(file: string): string {
  const result = shareWith(file, 'nobody@example.com', false);
  return typeof result === 'object' ? '不能共享' : `可以共享：${result}`;
}

function exportedBytes(parent: string, bytes: Uint8Array): string {
  return firstBytes(exportWord(createGoogleDoc(scratchName(), parent, bytes)));
}

function filledDoc(parent: string, bytes: Uint8Array): string {
  return probeDoc(createGoogleDoc(scratchName(), parent, bytes));
}

function firstSheet(parent: string): string {
  const { sheets: all = [] } = sheets().Spreadsheets.get(scratch(parent), { fields: 'sheets(properties(sheetId))' });
  return all.map(({ properties }) => String(properties?.sheetId)).join();
}

/** What is written, and the value and kind it is read back with. */
const dateCell = {
  userEnteredValue: { numberValue: 44_742 },
  userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } },
};
const textCell = { userEnteredValue: { stringValue: '=1+1' } };

function readBack(parent: string, cell: GoogleAppsScript.Sheets.Schema.CellData): string {
  const id = scratch(parent);
  sheets().Spreadsheets.batchUpdate({ requests: [put(cell)] }, id);
  return firstCell(id);
}

function chartOf({ rows }: SheetDraft): SheetDraft['chart'] {
  const area = (column: number): CellBlock => ({
    ...{ startRow: 0, endRow: rows.length },
    ...{ startColumn: column, endColumn: column + 1 },
  });
  return { title: '试画', names: area(0), parts: [{ area: area(1), name: '', colour: 'B3261E' }] };
}

/** The requests that make a workbook and those that replace a sheet: between them, with a rule of colours, every kind there is. */
function everyKind(parent: string, { title, sheets: drafts }: WorkbookDraft): string {
  const id = scratch(parent);
  const draft = {
    title,
    sheets: drafts.map((sheet) => ({ ...sheet, colours: sheet.merges.map(redOf), chart: chartOf(sheet) })),
  };
  sheets().Spreadsheets.batchUpdate({ requests: requestsFromDraft(draft, [0], '') }, id);
  const present = drafts.map((sheet, index) => ({ id: index + 1, title: sheet.title }));
  sheets().Spreadsheets.batchUpdate({ requests: requestsToReplace(draft, present) }, id);
  const grids = gridsFromSpreadsheet(sheets().Spreadsheets.get(id, { fields: gridFields }), '');
  return grids.map(({ sheet }) => sheet).join() === drafts.map((sheet) => sheet.title).join() ? '照写' : '没有照写';
}

function redOf(area: CellArea): ColourRule {
  return { area, text: '红', colour: 'red' };
}

/** Of a batch with one mistake Google does nothing at all. */
function brokenBatch(parent: string): string {
  const id = scratch(parent);
  const requests = [put(textCell), { deleteSheet: { sheetId: 77 } }];
  const said = errorOf(() => sheets().Spreadsheets.batchUpdate({ requests }, id).spreadsheetId);
  const [grid] = gridsFromSpreadsheet(sheets().Spreadsheets.get(id, { fields: gridFields }), '');
  const isBlank = grid?.rows[0]?.[0] === undefined;
  return `${said.startsWith('出错') ? '出错' : said} ${isBlank ? '什么都没有写' : '写了一半'}`;
}

function breakRule(parent: string): string {
  const id = scratch(parent);
  const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  const condition = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: '是' }] };
  sheets().Spreadsheets.batchUpdate(
    { requests: [{ setDataValidation: { range, rule: { condition, strict: true } } }] },
    id,
  );
  const wrong = put({ userEnteredValue: { stringValue: '也许' } });
  const said = errorOf(() => sheets().Spreadsheets.batchUpdate({ requests: [wrong] }, id).spreadsheetId);
  return firstCell(id) === '也许' ? '照写' : said;
}

function put(cell: GoogleAppsScript.Sheets.Schema.CellData): Request {
  const start = { sheetId: 0, rowIndex: 0, columnIndex: 0 };
  return { updateCells: { start, rows: [{ values: [cell] }], fields: 'userEnteredValue,userEnteredFormat' } };
}

function firstCell(id: string): string {
  const [grid] = gridsFromSpreadsheet(sheets().Spreadsheets.get(id, { fields: gridFields }), '');
  const cell = grid?.rows[0]?.[0];
  return cell?.kind === 'text' ? String(cell.value) : `${String(cell?.value)} ${String(cell?.kind)}`;
}

/** A spreadsheet of its own for each question: what one leaves behind does not answer the next. */
function scratch(parent: string): string {
  return createSpreadsheet(scratchName(), parent);
}

/** A name nothing else has. */
export function scratchName(): string {
  return `自检 ${Utilities.getUuid().slice(0, 8)}`;
}
