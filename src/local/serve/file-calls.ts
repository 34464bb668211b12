/** The files of the office's folder for its pages: which there are, one opened on this computer, a report as PDF. */
import { basename, join } from 'node:path';
import type { FileKind, WrittenFile } from '../../contract/answer';
import type { FilesAnswer, FilesOrder } from '../../contract/local-files';
import { folderNames } from '../../core/base/office-names';
import { Refusal } from '../../core/base/refusal';
import { writeFileDurably } from '../base/atomic-write';
import {
  canBeId,
  hubId,
  isInside,
  isSideFile,
  namesInFolder,
  pathOfId,
  readablePath,
  readFileBytes,
  registerId,
  resultsId,
  rulesId,
  statOf,
} from '../base/workspace';
import { libreOffice, makePdf } from './make-pdf';
import { openBySystem } from './open-by-system';
import { readOrder, unknownOrder } from './read-order';

/** The files the pages of one folder may ask for: those that a job or a list of this server named. */
export interface NamedFiles {
  readonly folder: string;
  /** What people take away to hand on. */
  readonly handedOut: Set<string>;
  /** What is opened where it lies. */
  readonly opened: Set<string>;
}

/** What people take away; workbooks to be filled stay where they are read. */
const documents: readonly FileKind[] = ['report', 'public-report', 'trace', 'check', 'document'];
/** What a program opens without running anything of it; a macro workbook is none. */
const harmless = /\.(?:xlsx|docx|pdf|eml)$/u;

/** Lets the pages ask for these files. */
export function nameFiles({ handedOut, opened }: NamedFiles, files: readonly WrittenFile[]): void {
  for (const { what, id } of files) {
    if (documents.includes(what)) handedOut.add(id);
    if (harmless.test(id)) opened.add(id);
  }
}

/** Throws a refusal for what no page was told of. */
export async function answerFiles(text: string, named: NamedFiles): Promise<FilesAnswer> {
  const order = readOrder(text) as FilesOrder;
  switch (order.do) {
    case 'list':
      return answerOf(named, filesIn(named.folder));
    case 'open':
      await open(named, order.id);
      return answerOf(named, []);
    case 'pdf':
      return answerOf(named, [await pdfOf(named, order.id)]);
    default:
      throw unknownOrder();
  }
}

function answerOf(named: NamedFiles, files: readonly WrittenFile[]): FilesAnswer {
  nameFiles(named, files);
  return { files, canMakePdf: libreOffice() !== null };
}

/** So many reports are listed, the latest. */
const mostReports = 4;

function filesIn(folder: string): readonly WrittenFile[] {
  const books: readonly WrittenFile[] = [
    { what: 'hub', name: hubId, id: hubId },
    { what: 'results', name: resultsId, id: resultsId },
    { what: 'register', name: registerId, id: registerId },
    { what: 'rules', name: rulesId, id: rulesId },
  ];
  const within = namesInFolder(folder).includes(folderNames.reports)
    ? namesInFolder(join(folder, folderNames.reports))
    : [];
  const reports = within
    .filter((name) => /\.(?:docx|pdf)$/u.test(name) && !isSideFile(name))
    .filter((name) => canBeId(name) && isInside(folder, join(folder, folderNames.reports, name)))
    .map((name) => ({
      name,
      id: `${folderNames.reports}/${name}`,
      time: timeOf(folder, `${folderNames.reports}/${name}`),
    }))
    .sort((one, other) => other.time - one.time)
    .slice(0, mostReports)
    .map(({ name, id }): WrittenFile => ({ what: name.includes('（公开版）') ? 'public-report' : 'report', name, id }));
  return [...books.filter(({ id }) => statOf(pathOfId(folder, id)) !== null), ...reports];
}

function timeOf(folder: string, id: string): number {
  return statOf(pathOfId(folder, id))?.mtimeMs ?? 0;
}

async function open({ folder, opened }: NamedFiles, id: string): Promise<void> {
  if (!opened.has(id)) throw new Refusal('这个文件不能从页面打开。请重新打开页面再试。');
  const path = readablePath(folder, id);
  if (statOf(path)?.isFile() !== true) throw new Refusal(`找不到 ${id}，可能移走或改名了`);
  if (!(await openBySystem(path))) throw new Refusal(`这台电脑没有打开它的程序，请自己打开：${path}`);
}

/** What no person would call a file of theirs: one they saved themselves beside the report is not replaced. */
const madePdf = '（LibreOffice 转换）.pdf';

/** Beside the report, in place of the one made of it before. */
async function pdfOf({ folder, handedOut }: NamedFiles, id: string): Promise<WrittenFile> {
  if (!handedOut.has(id) || !id.endsWith('.docx')) throw new Refusal('这个文件不能转成 PDF。请重新打开页面再试。');
  const target = id.replace(/\.docx$/u, madePdf);
  writeFileDurably(pathOfId(folder, target), await makePdf(readFileBytes(readablePath(folder, id))));
  return { what: 'document', name: basename(target), id: target };
}
