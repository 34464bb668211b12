/** Makes a prefilled workbook for each department that has none in the report year, and shares it with the department. */
import type { WrittenFile } from '../../contract/answer';
import type { Problem } from '../../core/base/problem';
import { fileStem } from '../../core/base/office-names';
import { bareName } from '../../core/base/text';
import { readMailbox } from '../../core/reminders/mailbox';
import type { Department, Rows } from '../../core/rows/rows';
import { departmentDraft } from '../../core/sheets/department-draft';
import { hashOf } from '../../google/digest';
import { createFolder, createSpreadsheet, folderType, type DriveEntry } from '../../google/folders';
import { departmentKey, keepFile, type KnownFile } from '../../google/drive/known-files';
import { failureWords } from '../../core/base/failure-words';
import { rememberedIds, rememberIds, tellProgress } from '../../google/run-guard';
import { isTimeUp } from '../../google/run-time';
import { shareWith } from '../../google/drive/sharing';
import { fillBlankWorkbook, isBlankWorkbook } from '../../google/workbooks';
import { ensureFolder, yearFolderName, type Workspace } from './find-workspace';
import { addressOf } from './workbook-link';
import type { Hub } from './read-office';

/** `left`: departments to which Google's time for one run did not reach. */
export interface MadeDepartments {
  readonly failures: readonly Problem[];
  readonly left: number;
}

/** One department that cannot be served does not keep the others from theirs. */
export function makeDepartments(found: Hub, rows: Rows, made: WrittenFile[]): MadeDepartments {
  const hub = { ...found, workspace: withYear(found, made) };
  const present = ({ name }: Department): boolean => hub.workspace.departments.some((one) => isWorkbookOf(one, name));
  const wanted = rows.departments.filter(({ active, spreadsheet }) => active && spreadsheet === null);
  // Those that lack one come first: looking after the others takes time too, of which there may be little.
  const departments = [...wanted.filter((one) => !present(one)), ...wanted.filter(present)];
  const failures: Problem[] = [];
  for (const [index, department] of departments.entries()) {
    if (isTimeUp()) return { failures, left: departments.length - index };
    const does = present(department) ? '查看' : '建立';
    tellProgress(`${does} ${String(index + 1)}/${String(departments.length)} ${department.name} 的填报表`);
    try {
      failures.push(...makeDepartment(hub, rows, department, made));
    } catch (error) {
      failures.push(unmade(department.name, failureWords(error)));
    }
  }
  return { failures, left: 0 };
}

/** The folder of the report year; the first year's is 填报 itself. */
function withYear({ workspace, settings, isYearMade }: Hub, made: WrittenFile[]): Workspace {
  if (!workspace.isOnDrive) return workspace;
  const ids = rememberedIds();
  const { reportYear } = settings;
  if (isYearMade) {
    if (ids?.year === undefined && ids !== null) rememberIds({ ...ids, year: reportYear });
    return workspace;
  }
  const name = yearFolderName(reportYear);
  const folder =
    workspace.top.find((one) => one.name === name && one.mimeType === folderType)?.id ??
    createFolder(name, workspace.root);
  made.push({ what: 'folder', name, id: folder });
  if (ids !== null) rememberIds({ ...ids, years: { ...ids.years, [String(reportYear)]: folder } });
  return { ...workspace, folders: { ...workspace.folders, departments: folder }, departments: [] };
}

function makeDepartment(hub: Hub, rows: Rows, department: Department, made: WrittenFile[]): readonly Problem[] {
  const { workspace, settings } = hub;
  const { name } = department;
  const key = departmentKey(settings.reportYear, name);
  const present = workspace.departments.find(
    (entry) => isWorkbookOf(entry, name) && workspace.absent.get(entry.id) !== 'gone',
  );
  if (present && workspace.absent.has(present.id)) return [unmade(name, binnedText)];
  const id = present?.id ?? createSpreadsheet(fileStem(name), ensureFolder(workspace, 'departments'));
  const known = workspace.known.get(key);
  const noted: KnownFile = known?.id === id ? known : { id, name };
  if (workspace.isOnDrive && noted !== known) keepFile(key, noted);
  // What was shared before was filled before.
  const isFilled = present !== undefined && (noted.shared !== undefined || !isBlankWorkbook(id, name));
  if (!isFilled) {
    made.push({ what: 'department', name, id });
    const { tasks, indicators, meanings } = rows;
    fillBlankWorkbook(id, departmentDraft({ department, settings, tasks, indicators, meanings }));
  }
  return share(hub, department, { key, noted });
}

const binnedText = '原来的一份在云端硬盘的回收站里，请还原；不要它了，请在回收站里彻底删除';

interface Noted {
  readonly key: string;
  readonly noted: KnownFile;
}

/**
 * On Drive the department's mailbox may edit its workbook; a mailbox that is none is told at its cell. What came of it is kept:
 * what was refused is not tried again until the mailbox or the setting is another, what the service did not do is.
 */
function share({ workspace, settings }: Hub, department: Department, { key, noted }: Noted): readonly Problem[] {
  const { name, mailbox } = department;
  if (!workspace.isOnDrive || mailbox.value === null) return [];
  const read = readMailbox(mailbox.value, settings.mailDomains);
  if ('problem' in read) {
    const { problem: reason, suggestion: expected } = read;
    return [{ code: 'mailbox-unusable', level: 'error', place: mailbox.place, actual: '', reason, expected }];
  }
  const hash = hashOf(`${read.address} ${String(settings.shareNotices)}`).slice(0, 16);
  if (noted.shared === hash) return [];
  if (noted.refused === hash) return [unshared(department, noted.id, '上次没有共享成，没有再试')];
  const outcome = shareWith(noted.id, read.address, settings.shareNotices);
  if (typeof outcome === 'object') {
    if (outcome.isLasting) keepFile(key, { id: noted.id, name, refused: hash });
    return [unshared(department, noted.id, outcome.refused)];
  }
  keepFile(key, { id: noted.id, name, shared: hash });
  if (outcome !== 'there') tellProgress(`已把填报表共享给 ${name}`);
  return [];
}

function isWorkbookOf(entry: DriveEntry, department: string): boolean {
  return entry.mimeType !== folderType && [department, fileStem(department)].includes(bareName(entry.name));
}

function unmade(department: string, why: string): Problem {
  return {
    code: 'workbook-unmade',
    level: 'error',
    place: { file: `${department}.xlsx` },
    actual: '',
    reason: `填报表没有建好：${why}`,
    expected: '排除原因后再初始化一次，会接着建完',
  };
}

function unshared({ name, mailbox }: Department, id: string, why: string): Problem {
  return {
    code: 'share-refused',
    level: 'error',
    place: mailbox.place,
    actual: '',
    reason: `${name} 的填报表建好了，没有共享成：${why}`,
    expected: `请把链接发给该单位，由其打开后点“申请访问权限”，您在邮件里批准：${addressOf(id)}；没有 Google 账号的，请其填 .xlsx，您在“建立部门填报表”里上传；换了邮箱会再试`,
  };
}
