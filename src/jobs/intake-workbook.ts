/** 接入台账: a department's own workbook is looked at, corrected by answers, and what was confirmed is kept. */
import type { JobAnswer, WrittenFile } from '../contract/answer';
import type { IntakeDetails, IntakeList, RuleAnswer } from '../contract/intake';
import type { DroppedOrder, FileSource } from '../contract/orders';
import type { Editions } from '../core/edition/open-edition';
import { bareName } from '../core/base/text';
import { departmentList } from '../core/rows/department-list';
import { directoryOf } from '../core/rows/department-names';
import { confirmedRules } from '../core/rows/intake/questions';
import { rulesOfFile } from '../core/rows/rules/ruled-files';
import { problemLines } from '../core/report/summary';
import { isFit } from '../core/tables/rules/unfit-rules';
import type { Rule } from '../core/tables/rules/rule';
import { downloadFile } from '../google/drive/download';
import { folderType, saveFile, type DriveEntry } from '../google/folders';
import { failureWords } from '../core/base/failure-words';
import { tellProgress, today, underLock } from '../google/run-guard';
import { readWorkbook } from '../google/workbooks';
import { ensureFolder, findWorkspace, ownWorkspace, type Workspace } from './steps/find-workspace';
import { intakeDetails, intakeText } from './steps/intake/intake-details';
import { lookAtWorkbook, onlySheet, type Looked } from './steps/intake/look-at-workbook';
import { saveRules } from './steps/kept/rules-store';
import { refusedAnswer } from './steps/job-answer';
import { busy } from './steps/office-answer';
import { linkedWorkbooks, readHub, type Hub } from './steps/read-office';

/** The workbooks of 填报 with their departments; none is opened, however many there are. */
export function listWorkbooks(_: null, editions: Editions): JobAnswer {
  const hub = readHub(findWorkspace(), editions);
  if ('exit' in hub) return hub;
  const { workspace, grids, settings, rules } = hub;
  const { value: departments } = departmentList(grids, workspace.hub.name, settings);
  const directory = directoryOf(departments, settings.town);
  const entries = workbooksOf(hub).filter(isWorkbook);
  const details: IntakeList = {
    files: entries.map(({ name }) => ({
      file: name,
      department: directory.find(bareName(name))?.name ?? null,
      rules: rulesOfFile(rules, name, directory).length,
    })),
    departments: departments.map(({ name }) => name),
  };
  return { exit: 0, text: '', files: [], problems: [], summary: null, details };
}

/** Those in 填报, and on Drive those departments brought along. */
function workbooksOf(hub: Hub): readonly DriveEntry[] {
  const { workspace } = hub;
  return workspace.isOnDrive ? [...workspace.departments, ...linkedWorkbooks(hub)] : workspace.departments;
}

function isWorkbook({ mimeType, name }: DriveEntry): boolean {
  return mimeType !== folderType && !name.startsWith('.') && !/\.(?:docx?|pdf|txt|png|jpe?g|zip)$/iu.test(name);
}

/** Shows the workbook as it would be read with the answers; with `confirm` keeps them, and puts a dropped file into 填报. */
export function intakeWorkbook(order: DroppedOrder, editions: Editions): JobAnswer {
  const mistake = mistakeIn(order);
  if (mistake !== null) return refusedAnswer(mistake);
  if (!order.confirm) return look(order, editions);
  return underLock(() => confirm(order, editions)) ?? busy;
}

/** An order comes from a page, which may be anybody's. */
const mostAnswers = 2000;
const longestText = 300;
const kinds: readonly RuleAnswer['kind'][] = ['sheet', 'header', 'column', 'row', 'status'];

function mistakeIn({ answers, file, department }: DroppedOrder): string | null {
  const texts = answers.flatMap(({ sheet, name, as }) => [sheet, name, as]);
  const isFine =
    answers.length <= mostAnswers &&
    [...texts, file, department ?? ''].every((text) => typeof text === 'string' && text.length <= longestText) &&
    answers.every(({ kind }) => kinds.includes(kind));
  return isFine ? null : '回答看不懂，没有采用。请重新打开页面再试。';
}

function look(order: DroppedOrder, editions: Editions): JobAnswer {
  const seen = see(order, editions);
  return 'exit' in seen ? seen : answerOf(seen, { isKept: false, isPut: null }, []);
}

/** The hub and the workbook. */
interface Seen {
  readonly hub: Hub;
  readonly looked: Looked;
  /** The dropped file. */
  readonly dropped: FileSource | null;
}

function see(order: DroppedOrder, editions: Editions): Seen | JobAnswer {
  const hub = readHub(findWorkspace(), editions);
  if ('exit' in hub) return hub;
  const { dropped = null } = order;
  const source = dropped ?? workbooksOf(hub).find(({ name }) => name === order.file);
  if (source === undefined) return refusedAnswer(`“填报”里没有“${order.file}”。请重新打开页面再选。`);
  const file = nameFor(order);
  tellProgress(`读取 ${file}`);
  const read = readWorkbook(source.id, file);
  if ('failure' in read) return refusedAnswer(`${file} 无法读取：${read.failure.why}`);
  const answers = answersOf(order).map((answer): Rule => ({ ...answer, department: bareName(file), ground: '' }));
  return { hub, looked: lookAtWorkbook(hub, { file, grids: read.grids }, answers), dropped };
}

/** A dropped file whose department was chosen is looked at as that department's. */
function nameFor({ file, department }: DroppedOrder): string {
  return department === null ? file : `${department}${/\.[a-z]+$/iu.exec(file)?.[0] ?? ''}`;
}

/** What was said before the department was chosen is said of the sheet by its former name. */
function answersOf(order: DroppedOrder): DroppedOrder['answers'] {
  const sheet = onlySheet(nameFor(order));
  return sheet === null ? order.answers : order.answers.map((answer) => ({ ...answer, sheet }));
}

function confirm(order: DroppedOrder, editions: Editions): JobAnswer {
  const seen = see(order, editions);
  if ('exit' in seen) return seen;
  const { hub, looked } = seen;
  // The rules of the town's table bear the name of its file.
  const department = looked.department ?? (looked.isTown ? bareName(looked.file) : null);
  if (department === null) return refusedAnswer('不知道是哪个单位的台账，没有记下。请先选单位。');
  const unable = withoutRules(hub.workspace);
  if (unable !== null) return unable;
  const rules = confirmedBy(order, looked, department);
  const outdated = looked.rules.filter((rule) => !isFit(rule, looked.grids));
  try {
    tellProgress('保存读法');
    const kept = saveRules(hub.workspace, hub.settings, { rules, outdated });
    const { isPut, files } = putInto(seen);
    const again = see({ ...order, answers: [] }, editions);
    return 'exit' in again ? again : answerOf(again, { isKept: true, isPut }, [kept, ...files]);
  } catch (error) {
    return refusedAnswer(`没有记下：${failureWords(error)}`);
  }
}

/** What is kept of the answers; what the sheets of the town's table are is told by the table itself. */
function confirmedBy(order: DroppedOrder, looked: Looked, department: string): readonly Rule[] {
  const ground = `${today()} 在“接入台账”里确认`;
  const answers = answersOf(order).map((answer): Rule => ({ ...answer, department, ground }));
  if (looked.isTown) return answers;
  return confirmedRules(looked.sheets, answers, { department, ground, questions: looked.questions });
}

/** The workbook of rules is made once, by whoever sees the folder it belongs in; a refusal for anybody else. */
function withoutRules(workspace: Workspace): JobAnswer | null {
  const maker = workspace.rules === null ? ownWorkspace(workspace) : workspace;
  return 'exit' in maker ? maker : null;
}

/** A copy of the dropped file where the department has none; what is there is never replaced. Null for none that was dropped. */
function putInto({ hub: { workspace }, looked: { file, department }, dropped }: Seen): Put {
  if (dropped === null) return { isPut: null, files: [] };
  const called = department ?? bareName(file);
  if (workspace.departments.some(({ name }) => bareName(name) === called)) return { isPut: false, files: [] };
  const name = `${called}${/\.[a-z]+$/iu.exec(file)?.[0] ?? '.xlsx'}`;
  const folder = ensureFolder(workspace, 'departments');
  const id = saveFile({ id: null, folder, name }, downloadFile(dropped.id), 'application/octet-stream');
  return { isPut: true, files: [{ what: 'department', name, id }] };
}

interface Put {
  readonly isPut: IntakeDetails['isPut'];
  readonly files: readonly WrittenFile[];
}

function answerOf(
  { hub, looked }: Seen,
  done: Pick<IntakeDetails, 'isKept' | 'isPut'>,
  files: readonly WrittenFile[],
): JobAnswer {
  const exit = looked.problems.some(({ level }) => level === 'error') ? 1 : 0;
  return {
    exit,
    text: intakeText(looked).join('\n'),
    files,
    problems: problemLines(looked.problems),
    summary: null,
    details: intakeDetails(looked, hub.settings, done),
  };
}
