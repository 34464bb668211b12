/** 初始化: makes what a workspace lacks and never changes what is there. */
import defaultTemplate from '../../build/out/年度报告.docx';
import type { Problem } from '../core/base/problem';
import { problemLines } from '../core/report/summary';
import { problemsText } from '../core/report/summary-text';
import type { Rows } from '../core/rows/rows';
import { rowsFromGrids } from '../core/rows/rows-from-grids';
import { departmentDraft } from '../core/sheets/department-draft';
import { starterContents } from '../core/sheets/hub-contents';
import { hubDraft } from '../core/sheets/hub-draft';
import { reportYearOn } from '../core/settings/report-year';
import { bytesFromBase64, createSpreadsheet, createWordFile, createFolder, type DriveEntry } from '../google/folders';
import { boundSpreadsheet, rememberIds, rememberedIds, tellProgress, today, underLock } from '../google/run-guard';
import { fillNewWorkbook, readWorkbook } from '../google/workbooks';
import { ensureFolder } from './ensure-folder';
import {
  bareName,
  folderNames,
  hubName,
  lookAround,
  templateName,
  type FolderRole,
  type Workspace,
} from './find-workspace';
import { shownName, type JobAnswer, type WrittenFile } from './job-answer';
import { busy } from './office-answer';
import { readHub, type Hub } from './read-office';

/** The folder set-up makes on Drive. */
const rootName = '法治年报';

/**
 * `hubOnly`: stop before the departments' workbooks, so that the office can enter departments and tasks first. `year`: the
 * report year of a new hub; null takes the year that today's work belongs to.
 */
export interface SetUpOptions {
  readonly hubOnly: boolean;
  readonly year: number | null;
}

/** Makes hub, folders, template, and a prefilled workbook for each active department that has none. */
export function setUpWorkspace(options: SetUpOptions): JobAnswer {
  return underLock(() => setUp(options)) ?? busy;
}

function setUp({ hubOnly, year }: SetUpOptions): JobAnswer {
  const made: WrittenFile[] = [];
  const workspace = makeFolders(makeHub(year ?? reportYearOn(today()), made), made);
  makeTemplate(workspace, made);
  if (hubOnly) return done(made, []);
  const hub = readHub(workspace);
  if ('exit' in hub) {
    const text = `${hub.text}\n${madeText(made)}`;
    return { ...hub, exit: made.length === 0 ? hub.exit : 1, text, files: made };
  }
  const { value: rows, problems } = rowsFromGrids({ hub: hub.grids, departments: [] }, hub.settings);
  makeDepartments(hub, rows, made);
  // That no workbook was handed to the reader is no news here.
  return done(
    made,
    problems.filter(({ code }) => code !== 'department-missing'),
  );
}

/** The workspace with a hub that holds its sheets: the spreadsheet the script is bound to, or a new one. */
function makeHub(year: number, made: WrittenFile[]): Workspace {
  const remembered = rememberedIds();
  const root = remembered?.folder ?? createFolder(rootName, 'root');
  const bound = boundSpreadsheet();
  const id = bound ?? createSpreadsheet(hubName, root);
  if (remembered?.hub !== id) rememberIds({ folder: root, hub: id });
  if (bound === null || isBlank({ id, name: hubName })) {
    tellProgress('建立总表');
    fillNewWorkbook(id, hubDraft(starterContents(year)));
    made.push({ what: 'hub', name: hubName, id });
  }
  return lookAround(root, id);
}

function makeFolders(workspace: Workspace, made: WrittenFile[]): Workspace {
  const folders = { ...workspace.folders };
  for (const role of Object.keys(folderNames) as FolderRole[]) {
    if (folders[role] !== undefined) continue;
    folders[role] = ensureFolder(workspace, role);
    made.push({ what: 'folder', name: folderNames[role], id: folders[role] });
  }
  return { ...workspace, folders };
}

function makeTemplate(workspace: Workspace, made: WrittenFile[]): void {
  if (workspace.templates.some(({ name }) => name.normalize('NFC') === templateName)) return;
  const folder = ensureFolder(workspace, 'templates');
  const id = createWordFile(templateName, folder, bytesFromBase64(defaultTemplate));
  made.push({ what: 'template', name: templateName, id });
}

function makeDepartments({ workspace, settings }: Hub, rows: Rows, made: WrittenFile[]): void {
  const folder = ensureFolder(workspace, 'departments');
  for (const department of rows.departments.filter(({ active }) => active)) {
    const present = workspace.departments.find((entry) => bareName(entry).normalize('NFC') === department.name);
    if (present && !isBlank(present)) continue;
    tellProgress(`建立 ${department.name} 的填报表`);
    const id = present?.id ?? createSpreadsheet(department.name, folder);
    fillNewWorkbook(id, departmentDraft({ department, settings, tasks: rows.tasks, indicators: rows.indicators }));
    made.push({ what: 'department', name: department.name, id });
  }
}

/** A run that was killed between creating a workbook and filling it leaves a blank one: it is filled now. */
function isBlank({ id, name }: Pick<DriveEntry, 'id' | 'name'>): boolean {
  const read = readWorkbook(id, name);
  return (
    'grids' in read && read.grids.every((grid) => grid.rows.every((row) => row.every((cell) => cell === undefined)))
  );
}

function done(files: readonly WrittenFile[], problems: readonly Problem[]): JobAnswer {
  const told = problems.length === 0 ? [] : problemsText(problems);
  const exit = problems.some(({ level }) => level === 'error') ? 1 : 0;
  return { exit, text: [madeText(files), ...told].join('\n'), files, problems: problemLines(problems), summary: null };
}

function madeText(files: readonly WrittenFile[]): string {
  if (files.length === 0) return '工作文件夹已经齐全，没有新建任何文件。';
  return ['已建立：', ...files.map((file) => `  ${shownName(file)}`)].join('\n');
}
