/** Reads the whole office and thinks once: settings, rows, findings, and every problem on the way. */
import type { FeedbackLine } from '../../contract/feedback';
import type { Edition } from '../../core/edition/edition';
import type { Editions } from '../../core/edition/open-edition';
import type { JobAnswer } from '../../contract/answer';
import type { SetUpOrder } from '../../contract/orders';
import { parseDay, type Day } from '../../core/base/day';
import type { Grid } from '../../core/base/grid';
import type { Problem, Result } from '../../core/base/problem';
import { readRemedies, type ReadFailure } from '../../core/base/read-failure';
import type { Findings } from '../../core/findings/findings';
import { feedbackFindings } from '../../core/findings/feedback/feedback-findings';
import type { RegisterRow } from '../../core/findings/feedback/register-rows';
import { findingsFromRows } from '../../core/findings/findings-from-rows';
import { blanksOnce } from '../../core/findings/incomplete-figures';
import { unreadable } from '../../core/rows/books/department-books';
import type { DepartmentFile } from '../../core/rows/books/department-file';
import { departmentList } from '../../core/rows/department-list';
import type { Rows } from '../../core/rows/rows';
import { rowsFromGrids, type OfficeRows } from '../../core/rows/rows-from-grids';
import { outageOf } from '../../core/rows/books/workbook-status';
import { isRoster } from '../../core/tables/shapes/roster';
import type { Settings } from '../../core/settings/settings';
import type { PlacedRule } from '../../core/tables/rules/rule';
import { settingsFromGrids } from '../../core/settings/settings-from-grids';
import { spreadsheetType, type DriveEntry } from '../../google/folders';
import { tellProgress, today } from '../../google/run-guard';
import { readWorkbook } from '../../google/workbooks';
import { otherLogins } from './account';
import { isStrayWorkbook } from '../../core/base/office-names';
import { findWorkspace, usableWorkspace, workspaceOfYear, type Workspace } from './find-workspace';
import { refusedAnswer } from './job-answer';
import { readRules } from './kept/rules-store';
import { readRegister } from './kept/register-store';
import { readDepartments } from './read-departments';
import { tellProblems } from './tell-progress';

/** All that a job may need to know. */
export interface Office {
  readonly workspace: Workspace;
  readonly settings: Settings;
  readonly rows: Rows;
  readonly findings: Findings;
  /** 督办台账. */
  readonly feedback: readonly FeedbackLine[];
  readonly accounts: OfficeRows['accounts'];
  readonly problems: readonly Problem[];
  /** All sheets as they were read; none where nobody looks at them again. */
  readonly grids: readonly Grid[];
}

/** The hub alone, for jobs that need no department. */
export interface Hub {
  readonly workspace: Workspace;
  readonly grids: readonly Grid[];
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  /** How departments' own workbooks are read, as it was confirmed. */
  readonly rules: readonly PlacedRule[];
  /** What the office noted of papers itself. */
  readonly register: readonly RegisterRow[];
  /** The report year has workbooks of its own. */
  readonly isYearMade: boolean;
}

/** Zones of the same time; a workbook that tells none is of no place. */
const chinaZone = /^(?:Asia\/(?:Shanghai|Chongqing|Chungking|Harbin|Hong_Kong|Maca[uo])|PRC|)$/u;

function zoneText(zone: string): string {
  return `总表的时区是“${zone}”，程序按“Asia/Shanghai”计算日期，两者不一致，没有继续。请在总表“文件—设置”里改时区。`;
}

/** Reads the hub's settings as they hold on the day, or says why nothing can be done without them. */
export function readHub(found: Workspace | JobAnswer | null, editions: Editions, day: Day = today()): Hub | JobAnswer {
  const workspace = usableWorkspace(found);
  if ('exit' in workspace) return workspace;
  tellProgress('读取总表');
  const read = readWorkbook(workspace.hub.id, workspace.hub.name);
  if ('failure' in read) return unreadHub(read.failure);
  if (!chinaZone.test(read.timeZone)) return refusedAnswer(zoneText(read.timeZone));
  const { value: settings, problems } = settingsFromGrids(read.grids, editions, day);
  if (settings === null) return refusedAnswer('总表的“设置”还不能用，读不了各单位的表。', problems);
  const kept = readRules(workspace, settings);
  if ('exit' in kept) return kept;
  const noted = readRegister(workspace, settings);
  if ('exit' in noted) return noted;
  const inYear = workspaceOfYear(workspace, settings.reportYear);
  const hub = {
    ...{ grids: read.grids, settings, rules: kept.value, register: noted.value },
    problems: [...problems, ...kept.problems, ...noted.problems],
  };
  // Last year's workbooks are no answer to this year's questions.
  return { ...hub, workspace: inYear ?? { ...workspace, departments: [] }, isYearMade: inYear !== null };
}

/** Whether an order to set up names another year or kind of organ than the hub that stands. */
export function isAskedOtherwise(
  hub: Hub | JobAnswer,
  { year, organ = null }: Pick<SetUpOrder, 'year' | 'organ'>,
  { organ: { kind } }: Edition,
): boolean {
  if ('exit' in hub) return false;
  const { reportYear, edition } = hub.settings;
  return (year ?? reportYear) !== reportYear || (organ !== null && edition.organ.kind !== kind);
}

function readHubOfYear(editions: Editions, day: Day): Hub | JobAnswer {
  const hub = readHub(findWorkspace(), editions, day);
  return 'exit' in hub || hub.isYearMade ? hub : yearUnmade(hub.settings.reportYear);
}

function yearUnmade(year: number): JobAnswer {
  return refusedAnswer(
    `${String(year)} 年的填报表还没有建立，没有读取上一年度的，什么都没有写，也没有发。请先点“建立部门填报表”。`,
  );
}

function unreadHub({ fault, why }: ReadFailure): JobAnswer {
  const lead = `总表无法读取：${why}`;
  const logins = fault === 'access' ? otherLogins() : '';
  return refusedAnswer(fault === 'file' ? lead : `${lead}。${readRemedies[fault]}。${logins}`);
}

/** The day an order names in place of today; a refusal where it is none. */
export function dayOfOrder(asOf: string | null | undefined): Day | JobAnswer {
  if (asOf === null || asOf === undefined) return today();
  return parseDay(asOf) ?? refusedAnswer(`“${asOf}”不是日期，请写成 2022-12-30 的样子。`);
}

/** How an office is read. */
export interface OfficeReading {
  /** The day on which it is read; today unless an order names another. */
  readonly day?: Day;
  /** As of which day tasks are judged: a mail says what is true on its day, all else goes by the 核算日. */
  readonly judged?: '核算日' | 'day';
  /**
   * Nothing but its own lists follows from it: where the service is out, what could be read is told all the same. Reports and
   * reminders are not made then.
   */
  readonly isForLooking?: boolean;
  /** All sheets are looked at once more, for the names that stand in them. */
  readonly keepsGrids?: boolean;
}

/** Reads hub and departments. Each stage adds its problems; none stops the next. */
export function readOffice(
  editions: Editions,
  { day = today(), judged = '核算日', isForLooking = false, ...more }: OfficeReading = {},
): Office | JobAnswer {
  const hub = readHubOfYear(editions, day);
  if ('exit' in hub) return hub;
  const { workspace, grids } = hub;
  const settings = judged === 'day' ? { ...hub.settings, asOf: day } : hub.settings;
  const unopened: Problem[] = [];
  const {
    files: departments,
    done,
    total,
  } = readDepartments(workspace, linkedWorkbooks(hub), {
    onFailure: (file) => {
      unopened.push(unreadable(file));
      tellProblems([...hub.problems, ...unopened]);
    },
    stopsWhenOut: !isForLooking,
    isOfPersons: (grids) => grids.some((grid) => isRoster(grid, settings.edition.declared)),
  });
  const withheld = outageOf(departments);
  if (withheld.length > 0 && (!isForLooking || done < total)) return outage(withheld, unopened);
  if (done < total) return unfinished(done, total);
  tellProgress('核对');
  const rows = rowsFromGrids({ hub: grids, departments, rules: hub.rules }, settings);
  const lacking = lackingHub(workspace.hub.name, rows, settings.edition);
  if (lacking) return lacking;
  const told = [...hub.problems, ...strays(workspace), ...rows.problems];
  const findings = findingsFromRows(rows.value, settings, told);
  const judgedBefore = blanksOnce([...told, ...findings.problems]);
  const feedback = feedbackFindings({
    ...{ rows: rows.value, findings: findings.value, settings, register: hub.register },
    problems: judgedBefore,
  });
  const problems = [...judgedBefore, ...feedback.problems];
  tellProblems(problems);
  return {
    ...{ workspace, settings, rows: rows.value, findings: findings.value, accounts: rows.accounts, problems },
    feedback: feedback.value,
    grids: keptGrids([settings.isPublic, more.keepsGrids].includes(true), grids, departments),
  };
}

/** In a folder a department's answer may have been saved where nobody looks for it. */
function strays({ top, isOnDrive }: Workspace): readonly Problem[] {
  const files = isOnDrive ? [] : top.map(({ name }) => name).filter(isStrayWorkbook);
  const [reason, expected] = ['在总表旁边，没有读取', '是单位交来的表，请移到“填报”里；不是的请移走'];
  return files.map((file) => ({ code: 'file-stray', level: 'doubt', place: { file }, actual: '', reason, expected }));
}

function keptGrids(isKept: boolean, hub: readonly Grid[], files: readonly DepartmentFile[]): readonly Grid[] {
  return isKept ? [...hub, ...files.flatMap((file) => file.grids ?? [])] : [];
}

/** Without departments or tasks all else would be one long consequence of that: only the cause is told. */
function lackingHub(file: string, { value, problems }: Result<Rows>, { sheets: known }: Edition): JobAnswer | null {
  const sheets = [
    ...(value.departments.length === 0 ? [known.departments.title] : []),
    ...(value.tasks.length === 0 ? [known.tasks.title] : []),
  ];
  if (sheets.length === 0) return null;
  const causes = problems.filter(
    ({ code, place }) => place.file === file && /^(?:sheet|header|column)-(?:missing|twice)$/u.test(code),
  );
  const empty = sheets.map((sheet): Problem => {
    const reason = `“${sheet}”表里没有一行可用的内容`;
    return {
      code: 'hub-empty',
      level: 'error',
      place: { file, sheet },
      actual: '',
      reason,
      expected: '请填好后再运行',
    };
  });
  return refusedAnswer('总表还不能用，没有生成任何文件。', causes.length > 0 ? causes : empty);
}

/** Of such a workbook Drive tells nothing: it was not made by the program. Its name is the department's. */
export function linkedWorkbooks({ grids, workspace, settings }: Hub): readonly DriveEntry[] {
  const { value: departments } = departmentList(grids, workspace.hub.name, settings);
  return departments.flatMap(({ name, spreadsheet: id, active }) =>
    id === null || !active ? [] : [{ id, name, mimeType: spreadsheetType, parent: '', modifiedTime: '' }],
  );
}

/** Of the other workbooks nothing is concluded: most of them may have been the next. */
function outage(withheld: readonly DepartmentFile[], unopened: readonly Problem[]): JobAnswer {
  const lead = `${String(withheld.length)}个填报表没有读到，不是单位没有报送。没有生成报告，没有发邮件，什么都没有写。`;
  const remedy = readRemedies[withheld[0]?.failure?.fault ?? 'service'];
  return refusedAnswer(`${lead}${remedy}。`, unopened);
}

/** Nothing is concluded from some of the workbooks. */
function unfinished(done: number, total: number): JobAnswer {
  const text = `已读取 ${String(done)}/${String(total)} 个文件，本次时间已到，读过的已经记下。请再运行一次，会接着做完。`;
  return { ...refusedAnswer(text), exit: 1, isUnfinished: true };
}
