/** What the files and folders of an office are called, on Drive and on disk. */
import { bareName } from './text';

/** The hub. */
export const hubName = '总表';

/** The program's own workbook. */
export const resultsName = '结果';

/** The program's workbook of how departments' own workbooks are read; the office may write in it, too. */
export const rulesName = '列对应';

/** The program's workbook of what the office notes of papers itself; the office may write in it, too. */
export const registerName = '督办登记';

/** Whether a file beside the hub is a workbook that is not the program's own; what programs keep for themselves begins with . or ~. */
export function isStrayWorkbook(name: string): boolean {
  const own = [hubName, resultsName, rulesName, registerName];
  return /^[^.~].*\.(?:xls[xmb]?|et|csv|tsv|ods)$/iu.test(name) && !own.includes(bareName(name));
}

/** The folders of a workspace, by what they are for. */
export const folderNames = {
  departments: '填报',
  templates: '模板',
  reports: '报告',
  outbox: '发件箱',
  checks: '核对单',
} as const;

/** The folder in 发件箱 for copies of what was handed to a mail server. */
export const sentFolder = '已发';

export type FolderRole = keyof typeof folderNames;

/** The journal of the ledger: a hidden sheet of 结果 on Drive, in a folder a text file, by its id. */
export const journalTitle = '催办流水';
export const journalId = `.nianbao/${journalTitle}.txt`;

/** The history of the year, kept in the same way. */
export const historyTitle = '年度历史';
export const historyId = `.nianbao/${historyTitle}.txt`;

/** The office's template in 模板. */
export const templateName = '年度报告.docx';

/** The file name of the next version: `<title> 第3版.docx` when `… 第2版.docx` is the highest version present; characters no file name can hold are dropped. */
export function nextReportName(title: string, present: readonly string[]): string {
  const stem = title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').slice(0, 80);
  const versions = present
    .map((name) => name.normalize('NFC'))
    .filter((name) => name.startsWith(`${stem} 第`))
    .map((name) => Number(/^第(\d+)版/u.exec(name.slice(stem.length + 1))?.[1] ?? 0));
  return `${stem} 第${String(Math.max(0, ...versions) + 1)}版.docx`;
}

/** The name of the version for the public beside a version of the report: `<title> 第3版（公开版）.docx`. */
export function publicReportName(reportName: string): string {
  return reportName.replace(/\.docx$/u, '（公开版）.docx');
}

/** Names of devices, which Windows gives to no file, whatever ending follows. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;

/**
 * A department's name as a file can bear it on every system: what cannot stand there becomes its full-width form, which is read
 * as the same name.
 */
export function fileStem(name: string): string {
  const wide = name
    .trim()
    .replace(/[\\/:*?"<>|]/gu, fullWidth)
    .replace(/^\.|\.$/gu, fullWidth);
  return wide.replace(devices, (device) => Array.from(device, fullWidth).join(''));
}

function fullWidth(sign: string): string {
  return String.fromCharCode(sign.charCodeAt(0) + 0xfee0);
}
