/** The office's own template: a Word file, and on Drive a Google Doc of it beside, whichever people changed last. */
import type { WrittenFile } from '../../contract/answer';
import { folderNames, templateName } from '../../core/base/office-names';
import type { Problem } from '../../core/base/problem';
import { bareName } from '../../core/base/text';
import { readRemedies } from '../../core/base/read-failure';
import { wordPaper } from '../../google/assets';
import {
  createGoogleDoc,
  createWordFile,
  documentType,
  exportWord,
  minutesBetween,
  wordType,
  type DriveEntry,
} from '../../google/folders';
import { failureOf } from '../../core/base/failure-words';
import { tellProgress } from '../../google/run-guard';
import { type Workspace, ensureFolder } from './find-workspace';
import { downloadFile } from '../../google/drive/download';

export interface OfficeTemplate {
  /** Null where there are several of one name: none is chosen silently. */
  readonly entry: DriveEntry | null;
  readonly notes: readonly Problem[];
}

/** Of what the Google Doc of the report is made. */
export type ReportForm = 'word' | 'doc';

/**
 * The template that counts, with a note where there are two to choose from; undefined when there is none. `doc`: only a Google Doc
 * counts.
 */
export function officeTemplate({ templates }: Workspace, form: ReportForm = 'word'): OfficeTemplate | undefined {
  const ours = templates.filter(
    ({ name, mimeType }) => bareName(name) === bareName(templateName) && (form === 'word' || mimeType === documentType),
  );
  const named = ours.filter(({ name }) => name === templateName);
  const exact = named.length === 1 ? named[0] : undefined;
  if (exact?.mimeType === wordType && ours.every(({ mimeType }) => mimeType === wordType)) {
    return { entry: exact, notes: [] };
  }
  const twice = [wordType, documentType].find((type) => ours.filter(({ mimeType }) => mimeType === type).length > 1);
  if (twice !== undefined) return { entry: null, notes: [templateTwice] };
  const word = ours.find(({ mimeType }) => mimeType === wordType);
  const doc = ours.find(({ mimeType }) => mimeType === documentType);
  // Set-up makes both within seconds: a Doc changed well after the Word file was changed by a person.
  if (word && doc && minutesBetween(word, doc) > 5) return { entry: doc, notes: [docUsed] };
  const entry = word ?? doc;
  return entry && { entry, notes: [] };
}

const templateTwice: Problem = {
  code: 'template-twice',
  level: 'error',
  place: { file: templateName },
  actual: '',
  reason: `“${folderNames.templates}”里有两个同名的模板 ${templateName}，不知道用哪一个，没有采用`,
  expected: '请把不用的那一个改名或移走',
};

const templateUnseen: Problem = {
  code: 'template-unseen',
  level: 'note',
  place: { file: templateName },
  actual: '',
  reason: '模板没有检查：它是以另一个人的名义建立的，本程序看不到',
  expected: '生成报告、检查模板，请由当初点“初始化”的人来运行',
};

const docUsed: Problem = {
  code: 'template-doc-used',
  level: 'note',
  place: { file: templateName },
  actual: '',
  reason: '“模板”里的 Google 文档比 Word 文件改得晚，按 Google 文档成文',
  expected: '想用 Word 文件的，请移走 Google 文档“年度报告”',
};

/** The template as a Word document; `bytes` null: there is none or it cannot be read, `problems` says why. */
export interface ReadTemplate {
  readonly bytes: Uint8Array | null;
  /** The id of the Google Doc that is to be filled itself; null for none. */
  readonly doc: string | null;
  readonly problems: readonly Problem[];
}

/** Reads the template that counts. */
export function readOfficeTemplate(workspace: Workspace, wanted: ReportForm): ReadTemplate {
  tellProgress('成文');
  if (!workspace.isSeen) return { bytes: null, doc: null, problems: [templateUnseen] };
  const form = workspace.isOnDrive ? wanted : 'word';
  const found = officeTemplate(workspace, form);
  if (found?.entry === null) return { bytes: null, doc: null, problems: found.notes };
  if (!found) return form === 'doc' ? unusable(noDoc, noDocRemedy) : noWordTemplate(workspace);
  const notes = form === wanted ? found.notes : [...found.notes, docOnGoogle];
  try {
    return { bytes: readTemplate(found.entry), doc: form === 'doc' ? found.entry.id : null, problems: notes };
  } catch (error) {
    const { fault, why } = failureOf(error, found.entry.name);
    return unusable(`模板无法读取：${why}`, fault === 'file' ? '请检查该文件' : readRemedies[fault]);
  }
}

/** Told in a folder. */
const docOnGoogle: Problem = {
  code: 'doc-only-on-google',
  level: 'note',
  place: { file: templateName },
  actual: '',
  reason: '“设置”的“报告格式”填的是 Google 文档，只在 Google 表格里有用，这里按 Word 模板成文',
  expected: '不需要处理；想不再看到这一条，请把“报告格式”改为 Word',
};

/** One that was renamed is named: the default in its place would be another report. */
function noWordTemplate({ templates }: Workspace): ReadTemplate {
  const like = templates.find(({ name }) => name.includes(bareName(templateName)));
  return like === undefined
    ? unusable(noTemplate, missingRemedy)
    : unusable(`${noTemplate}，有“${like.name}”`, `是改了名的，请改回 ${templateName}；不是的，${missingRemedy}`);
}

const noTemplate = `没有模板文件 ${folderNames.templates}/${templateName}`;
const noDoc = `“设置”的“报告格式”填的是 Google 文档，“${folderNames.templates}”里没有本程序建立的 Google 文档“${bareName(templateName)}”`;
const noDocRemedy = '请再初始化一次，程序会由 Word 模板建立它；或者把“报告格式”改为 Word';
const missingRemedy = '请再初始化一次（菜单“初始化”或 nianbao init），恢复默认模板';

function unusable(reason: string, expected: string): ReadTemplate {
  const place = { file: templateName };
  return {
    bytes: null,
    doc: null,
    problems: [{ code: 'template-unreadable', level: 'error', place, actual: '', reason, expected }],
  };
}

/** The template's bytes as a Word document. Throws when it cannot be read. */
export function readTemplate({ id, mimeType }: DriveEntry): Uint8Array {
  return mimeType === documentType ? exportWord(id) : downloadFile(id);
}

/**
 * Puts the default template where there is none; on Drive with a Google Doc of it. Where the Doc is the template and is missing, it is
 * made of the Word file.
 */
export function makeTemplates(workspace: Workspace, edition: string, form: ReportForm, made: WrittenFile[]): void {
  const present = officeTemplate(workspace);
  const isDocMissing = form === 'doc' && workspace.isOnDrive && officeTemplate(workspace, 'doc') === undefined;
  if (present !== undefined && !(isDocMissing && present.entry)) return;
  const folder = ensureFolder(workspace, 'templates');
  const bytes = present?.entry ? readTemplate(present.entry) : wordPaper(edition, 'report');
  if (!present) made.push({ what: 'template', name: templateName, id: createWordFile(templateName, folder, bytes) });
  if (!workspace.isOnDrive) return;
  const name = bareName(templateName);
  made.push({ what: 'template', name, id: createGoogleDoc(name, folder, bytes) });
}
