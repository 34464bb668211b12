/** 上传: what people put into the folder themselves the script does not see; what it puts there for them, it does. */
import type { Editions } from '../core/edition/open-edition';
import type { JobAnswer, WrittenFile } from '../contract/answer';
import type { UploadDetails, UploadOrder } from '../contract/orders';
import { folderNames, nextReportName, templateName } from '../core/base/office-names';
import { bareName } from '../core/base/text';
import { departmentList } from '../core/rows/department-list';
import { downloadFile } from '../google/drive/download';
import {
  createSpreadsheetOf,
  createWordFile,
  decodedBytes,
  saveFile,
  wordType,
  type DriveEntry,
} from '../google/folders';
import { departmentKey, keepFile } from '../google/drive/known-files';
import { tellProgress, underLock } from '../google/run-guard';
import { ensureFolder, findWorkspace, ownWorkspace, type Workspace } from './steps/find-workspace';
import { refusedAnswer } from './steps/job-answer';
import { busy } from './steps/office-answer';
import { readHub } from './steps/read-office';

/** An order comes whole through the page's one way to the script. */
const mostMegabytes = 10;
const endings = { template: /\.docx$/iu, picture: /\.(?:png|jpe?g|svg)$/iu, department: /\.xlsx$/iu } as const;
const kinds = { template: '.docx 模板', picture: '.png、.jpg、.svg 图片', department: '.xlsx 填报表' } as const;

/** Nothing that is there is replaced unasked; exit 2 with `details.isThere` where it would be. */
export function uploadFile(order: UploadOrder, editions: Editions): JobAnswer {
  const { what, name, content } = order;
  if (!endings[what].test(name)) return refusedAnswer(`“${name}”不是 ${kinds[what]}，没有上传。`);
  if (content.length > mostMegabytes * 1024 * 1024 * (4 / 3)) {
    return refusedAnswer(`“${name}”超过 ${String(mostMegabytes)} MB，没有上传。`);
  }
  const workspace = ownWorkspace(findWorkspace());
  if ('exit' in workspace) return workspace;
  return underLock(() => put(workspace, order, editions)) ?? busy;
}

function put(workspace: Workspace, order: UploadOrder, editions: Editions): JobAnswer {
  tellProgress('上传');
  const bytes = decodedBytes(order.content);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (order.what !== 'picture' && !isZip) {
    return refusedAnswer(
      `“${order.name}”不是有效的 ${kinds[order.what]}，没有上传。请用 WPS 或 Word、Excel 打开后另存一次。`,
    );
  }
  if (order.what === 'department') return putWorkbook(workspace, order, bytes, editions);
  const name = order.what === 'template' ? templateName : order.name;
  return putBeside(workspace, order, name, bytes);
}

/** Into 模板. */
function putBeside(workspace: Workspace, order: UploadOrder, name: string, bytes: Uint8Array): JobAnswer {
  const { what, instead } = order;
  const present = workspace.pictures.filter((one) => one.name.normalize('NFC') === name.normalize('NFC'));
  const [first, second] = present;
  if (second !== undefined)
    return refusedAnswer(`“${folderNames.templates}”里有两个 ${name}，请先把不用的改名或移走。`);
  if (first !== undefined && !instead) return isThere(`${folderNames.templates}/${name}`);
  const folder = first?.parent ?? ensureFolder(workspace, 'templates');
  const copy = first !== undefined && what === 'template' ? keepCopy(workspace, first) : '';
  const id = saveFile(
    { id: first?.id ?? null, folder, name },
    bytes,
    what === 'template' ? wordType : pictureType(name),
  );
  const after = what === 'template' ? '请点“检查模板”看有没有错误。' : '';
  return done(`已上传：${folderNames.templates}/${name}。${copy}${after}`, { what: 'template', name, id });
}

/** The copy is there before the template is replaced. */
function keepCopy({ templates }: Workspace, present: DriveEntry): string {
  const names = templates.map(({ name }) => name);
  const copy = nextReportName('年度报告 原模板', names);
  createWordFile(copy, present.parent, downloadFile(present.id));
  return `原来的模板另存为 ${copy}。`;
}

function pictureType(name: string): string {
  if (/\.svg$/iu.test(name)) return 'image/svg+xml';
  return /\.png$/iu.test(name) ? 'image/png' : 'image/jpeg';
}

/** The workbook of a department that fills it in elsewhere: from then on it is the one that counts. */
function putWorkbook(found: Workspace, order: UploadOrder, bytes: Uint8Array, editions: Editions): JobAnswer {
  const hub = readHub(found, editions);
  if ('exit' in hub) return hub;
  const { workspace, settings, grids, isYearMade } = hub;
  if (!isYearMade) return refusedAnswer('本年度的填报表还没有建立，请先点“建立部门填报表”。');
  const name = bareName(order.name.normalize('NFC'));
  const { value: departments } = departmentList(grids, workspace.hub.name, settings);
  if (!departments.some((one) => one.name === name)) {
    return refusedAnswer(
      `“单位”表里没有“${name}”。请把文件名改成单位名称，如“${departments[0]?.name ?? ''}.xlsx”，再上传。`,
    );
  }
  if (departments.some((one) => one.name === name && one.spreadsheet !== null)) {
    return refusedAnswer(
      `“单位”表里 ${name} 有“填报表链接”，读的是链接里的表，没有上传。要改用上传的，请先清空该链接。`,
    );
  }
  const isPresent = workspace.departments.some((entry) => bareName(entry.name) === name);
  if (isPresent && !order.instead) return isThere(`${name} 的填报表`);
  const id = createSpreadsheetOf(name, ensureFolder(workspace, 'departments'), bytes);
  keepFile(departmentKey(settings.reportYear, name), { id, name });
  const before = isPresent ? '以后读这一份，云端原来的那一份不再读取，也没有改动。' : '';
  return done(`已上传 ${name} 的填报表。${before}`, { what: 'department', name, id });
}

function isThere(what: string): JobAnswer {
  const details: UploadDetails = { isThere: true };
  return { ...refusedAnswer(`已有 ${what}，没有上传。要用新的代替，请确认。`), details };
}

function done(text: string, file: WrittenFile): JobAnswer {
  return { exit: 0, text, files: [file], problems: [], summary: null };
}
