/** 模板: where the office's template is, what is wrong in it, and the default one back. */
import { firstOf, type Editions } from '../core/edition/open-edition';
import { readHub } from './steps/read-office';
import { folderNames, nextReportName, templateName } from '../core/base/office-names';
import type { Problem } from '../core/base/problem';
import type { JobAnswer } from '../contract/answer';
import type { TemplateOrder } from '../contract/orders';
import { checkDoc, type Dictionary } from '../engine/fill';
import { wordPaper } from '../google/assets';
import { createWordFile, saveFile, wordType, type DriveEntry } from '../google/folders';
import { tellProgress, underLock } from '../google/run-guard';
import { checkTemplate } from './check-template';
import { findWorkspace, ownWorkspace, type Workspace, ensureFolder } from './steps/find-workspace';
import { refusedAnswer } from './steps/job-answer';
import { busy } from './steps/office-answer';
import { anyCalendar } from './steps/office-calendar';
import { officeTemplate, readTemplate } from './steps/office-template';
import { tryNative } from './steps/report/native-doc';
import { downloadFile } from '../google/drive/download';

/** The answer's files name the template where there is one. */
export function manageTemplate(order: TemplateOrder, editions: Editions): JobAnswer {
  const workspace = ownWorkspace(findWorkspace());
  if ('exit' in workspace) return workspace;
  const chosen = officeTemplate(workspace);
  if (chosen?.entry === null) return refusedAnswer(chosen.notes.map(noteText).join('\n'));
  if (order.do === 'restore') return underLock(() => restore(workspace, editions)) ?? busy;
  if (!chosen) return refusedAnswer(`没有模板文件 ${shownPlace}。点“恢复默认模板”可以重新建立。`);
  const { entry, notes } = chosen;
  const lines = [`模板：${shownPlace}`, ...notes.map(noteText)];
  return order.do === 'check' ? check(workspace, entry, editions) : done(lines.join('\n'), entry);
}

function noteText({ reason, expected }: Problem): string {
  return `${reason}。${expected}。`;
}

const shownPlace = `${folderNames.templates}/${templateName}`;

function wordTemplate({ templates }: Workspace): DriveEntry | undefined {
  return templates.find(({ name, mimeType }) => mimeType === wordType && name.normalize('NFC') === templateName);
}

function check(workspace: Workspace, word: DriveEntry, editions: Editions): JobAnswer {
  const doc = filledDoc(workspace, editions);
  const template = doc ?? word;
  const folder = template.parent;
  const name = nextName(workspace, '批注');
  const order = { template, data: null, annotate: { id: null, folder, name }, pictures: folder, inWorkspace: true };
  return checkTemplate(order, editions, {
    read: () => readTemplate(template),
    others: (dictionary) => (doc === null ? [] : docProblems(doc.id, dictionary)),
  });
}

/** The Google Doc that is filled itself; null where the office has Word reports, or no such Doc. */
function filledDoc(workspace: Workspace, editions: Editions): DriveEntry | null {
  const hub = workspace.isOnDrive ? readHub(workspace, editions) : null;
  if (hub === null || 'exit' in hub || hub.settings.reportForm === 'word') return null;
  return officeTemplate(workspace, 'doc')?.entry ?? null;
}

function docProblems(template: string, dictionary: Dictionary): readonly Problem[] {
  const options = { name: templateName, services: anyCalendar };
  return tryNative({ template, fill: (doc) => ({ requests: [], problems: checkDoc(doc, dictionary, options) }) })
    .problems;
}

/** The copy is there before the template is replaced: whatever happens in between, nobody's work is lost. */
function restore(workspace: Workspace, editions: Editions): JobAnswer {
  const hub = readHub(workspace, editions);
  const { key } = 'exit' in hub ? firstOf(editions) : hub.settings.edition;
  tellProgress('恢复默认模板');
  const present = wordTemplate(workspace);
  const standard = wordPaper(key, 'report');
  if (!present) {
    const id = createWordFile(templateName, ensureFolder(workspace, 'templates'), standard);
    return done(`已建立默认模板：${shownPlace}`, { id, name: templateName });
  }
  const copy = nextName(workspace, '原模板');
  createWordFile(copy, present.parent, downloadFile(present.id));
  saveFile({ id: present.id, folder: present.parent, name: present.name }, standard, wordType);
  return done(`已恢复默认模板：${shownPlace}\n原来的模板另存为：${folderNames.templates}/${copy}`, present);
}

function nextName({ templates }: Workspace, what: string): string {
  return nextReportName(
    `年度报告 ${what}`,
    templates.map(({ name }) => name),
  );
}

function done(text: string, { id, name }: Pick<DriveEntry, 'id' | 'name'>): JobAnswer {
  return {
    exit: 0,
    text,
    files: [{ what: 'template', name, id }],
    problems: [],
    summary: null,
  };
}
