/** 初始化: makes what a workspace lacks and never changes what is there. */
import type { Edition } from '../core/edition/edition';
import { firstOf, type Editions } from '../core/edition/open-edition';
import type { WorkbookDraft } from '../core/sheets/draft';
import type { JobAnswer, WrittenFile } from '../contract/answer';
import type { RolesDetails, RolesOrder, SetUpDetails, SetUpOrder } from '../contract/orders';
import { folderNames, hubName, resultsName, type FolderRole } from '../core/base/office-names';
import type { Problem } from '../core/base/problem';
import { problemLines } from '../core/report/summary';
import { problemsText } from '../core/report/summary-text';
import { rowsFromGrids } from '../core/rows/rows-from-grids';
import { starterContents } from '../core/sheets/hub-contents';
import { hubDraft } from '../core/sheets/hub-draft';
import { namesDoubt, organNames } from '../core/sheets/organ-names';
import { organNamed } from '../core/settings/organ-of-hub';
import { nameMistakes, rolesOf, withDepartments } from '../core/sheets/office-departments';
import { reportYearOn, reportYears } from '../core/settings/settings-from-grids';
import { createFolder, createSpreadsheet, isSeen } from '../google/folders';
import { ensureIdentity } from '../google/ledger/high-water';
import { forgetFiles, keepFile, resultsKey } from '../google/drive/known-files';
import {
  boundSpreadsheet,
  rememberIds,
  rememberedIds,
  tellProgress,
  today,
  underLock,
  type WorkspaceIds,
} from '../google/run-guard';
import { fillBlankWorkbook, isBlankWorkbook } from '../google/workbooks';
import { shownAccount, unseenText } from './steps/account';
import { makeDepartments } from './steps/make-departments';
import { lookAround, type Workspace, ensureFolder } from './steps/find-workspace';
import {
  copyLedgers,
  proposedHub,
  readLedgers,
  trialAnswer,
  type CopiedLedgers,
  type ReadLedgers,
} from './steps/intake/from-ledgers';
import type { ProposedHub } from '../core/sheets/found-contents';
import { refusedAnswer, shownName } from './steps/job-answer';
import { busy } from './steps/office-answer';
import { makeTemplates } from './steps/office-template';
import { isAskedOtherwise, readHub, type Hub } from './steps/read-office';
import { failureWords } from '../core/base/failure-words';

/** The folder set-up makes on Drive. */
const rootName = '法治年报';

/** Makes hub, folders, template, and a prefilled workbook for each active department that has none. */
export function setUpWorkspace(order: SetUpOrder, editions: Editions): JobAnswer {
  const usual = editionFor({ ...order, organ: null }, editions);
  if ('exit' in usual) return usual;
  const ledgers = order.from == null ? null : readLedgers(order.from, usual);
  const edition = editionFor({ ...order, organ: order.organ ?? organOf(ledgers, usual) }, editions);
  if ('exit' in edition) return edition;
  if (ledgers?.ledgers.length === 0) return refusedAnswer('文件夹里没有能读的台账。什么都没有写。', ledgers.problems);
  const mistake = mistakeIn(order, edition);
  if (mistake !== null) return refusedAnswer(mistake);
  if (order.isTrial === true && ledgers !== null)
    return trialAnswer(proposalOf(order, ledgers, edition), ledgers, edition);
  return underLock(() => setUp({ ...order, ledgers }, edition, editions)) ?? busy;
}

/** What keeps the order from being carried out; null for nothing. */
function mistakeIn({ year, departments }: SetUpOrder, edition: Edition): string | null {
  const { first, last } = reportYears;
  if (year !== null && (year < first || year > last))
    return `报告年度应在${String(first)}至${String(last)}之间，不是${String(year)}。什么都没有写。`;
  const mistakes = nameMistakes(edition, departments ?? {});
  return mistakes.length > 0 ? `${mistakes.join('。\n')}。什么都没有写。` : null;
}

/** The order with what was read of the ledgers it names; null for none. */
interface ReadOrder extends SetUpOrder {
  readonly ledgers: ReadLedgers | null;
}

/** The organ whose kind the town's name tells; null where it does not. */
function organOf(ledgers: ReadLedgers | null, edition: Edition): string | null {
  const town = ledgers?.town ?? null;
  return town === null || organNamed(town, edition) === null ? null : town;
}

/** The kind of report, worded for the kind of organ, or why there is none. */
function editionFor({ edition: name = null, organ = null }: RolesOrder, editions: Editions): Edition | JobAnswer {
  const edition = name === null ? firstOf(editions) : editions.open(name);
  if (edition === null) return refusedAnswer(editionText(name ?? '', editions));
  if (organ === null) return edition;
  const choice = organNamed(organ, edition);
  if (choice === null) return refusedAnswer(organText(organ, edition));
  return editions.open(edition.name, { ...choice, names: [organ] }) ?? edition;
}

/** The roles of a kind of report, for whoever asks the office what it calls their departments. */
export function tellRoles(order: RolesOrder, editions: Editions): JobAnswer {
  const edition = editionFor(order, editions);
  if ('exit' in edition) return edition;
  const details: RolesDetails = { roles: rolesOf(edition) };
  return { exit: 0, text: '', files: [], problems: [], summary: null, details };
}

function editionText(name: string, { names }: Editions): string {
  return `没有“${name}”这一种报告，可用：${names.join('、')}。什么都没有写。`;
}

function organText(organ: string, { organs }: Edition): string {
  return `看不出“${organ}”是哪种机关，可用：${organs.map(({ kind }) => kind).join('、')}。什么都没有写。`;
}

function otherKindText(there: Edition, wanted: Edition): string {
  return `总表是“${there.name}”的，不是“${wanted.name}”的。另编一种报告，请用另一个文件夹。`;
}

const settingsTooLate = '总表已经建好，报告年度和机关类型请直接在总表的“设置”里改。什么都没有写。';
const namesTooLate = '总表已经建好，单位名称请直接在总表的“单位”“任务”“指标”里改。什么都没有写。';

/** What was made before something went wrong stays, and the next run goes on from there. */
function setUp(order: ReadOrder, edition: Edition, editions: Editions): JobAnswer {
  const made: WrittenFile[] = [];
  try {
    return makeAll(order, made, edition, editions);
  } catch (error) {
    const lead = `初始化没有做完：${failureWords(error)}`;
    if (made.length === 0) return refusedAnswer(lead);
    return { ...refusedAnswer(`${lead}\n排除原因后再运行一次，会接着建完。\n${madeText(made)}`), exit: 1, files: made };
  }
}

function makeAll(order: ReadOrder, made: WrittenFile[], edition: Edition, editions: Editions): JobAnswer {
  const { anew = false } = order;
  const kept = rememberedIds();
  const remembered = withOwner(kept);
  const isLost = remembered?.isOnDrive === true && !isSeen(remembered.folder);
  if (isLost && !anew) return { ...refusedAnswer(unseenText()), details: { canMakeAnew: true } satisfies SetUpDetails };
  if (isLost) forgetFiles();
  const { draft, problems } = firstDraft(order, edition);
  const bare = makeHub(isLost ? null : remembered, draft, made);
  if (isTooLate(order, made)) return refusedAnswer(namesTooLate);
  const isNew = made.some(({ what }) => what === 'hub');
  return makeRest(order, { made, bare, edition, doubts: isNew ? problems : [] }, editions);
}

/** What a new hub begins with, and what is doubtful about it where ledgers proposed it. */
function firstDraft(
  order: ReadOrder,
  edition: Edition,
): { readonly draft: () => WorkbookDraft; readonly problems: readonly Problem[] } {
  if (order.ledgers === null)
    return { draft: () => starterDraft(order, edition), problems: namesDoubt(order.organ ?? '', edition) };
  const { contents, problems } = proposalOf(order, order.ledgers, edition);
  return { draft: () => hubDraft(edition, contents), problems };
}

/** An older set-up did not note whose it is: whoever sees the folder is that person. */
function withOwner(ids: WorkspaceIds | null): WorkspaceIds | null {
  if (ids?.isOnDrive !== true || ids.owner !== undefined || !isSeen(ids.folder)) return ids;
  const owned = { ...ids, owner: shownAccount() };
  rememberIds(owned);
  return owned;
}

interface Begun {
  readonly made: WrittenFile[];
  /** The workspace as far as its hub. */
  readonly bare: Workspace;
  readonly edition: Edition;
  /** What is doubtful about the hub that ledgers proposed. */
  readonly doubts: readonly Problem[];
}

/** Of the year that was ordered, else of the ledgers' own, else of today's. */
function proposalOf({ year }: SetUpOrder, ledgers: ReadLedgers, edition: Edition): ProposedHub {
  const own = year ?? ledgers.year ?? reportYearOn(today());
  const { contents, problems } = proposedHub(ledgers, edition, own);
  const place = { file: `${hubName}.xlsx`, sheet: edition.sheets.settings.title };
  const others = ledgers.ofOtherYears.length === 0 ? '' : `；写着别的年份的有${ledgers.ofOtherYears.join('、')}`;
  const said = `报告年度按${year === null && ledgers.year !== null ? '台账' : '命令或今天'}定为${String(own)}年，乡镇街道名称${ledgers.town === null ? '看不出来' : `按台账写作“${ledgers.town}”`}${others}`;
  const doubt = { code: 'from-settings', level: 'doubt', place, actual: '', reason: said } as const;
  return { contents, problems: [{ ...doubt, expected: '请在“设置”里核对' }, ...problems] };
}

function makeRest(order: ReadOrder, { made, bare, edition, doubts }: Begun, editions: Editions): JobAnswer {
  const { hubOnly, edition: name, ledgers } = order;
  const workspace = makeFolders(bare, made);
  const hub = readHub(workspace, editions);
  const kind = 'exit' in hub ? edition : hub.settings.edition;
  if (name === edition.name && kind.key !== edition.key)
    return withoutHub(refusedAnswer(otherKindText(kind, edition)), made);
  if (isAskedOtherwise(hub, order, edition)) return withoutHub(refusedAnswer(settingsTooLate), made);
  makeTemplates(workspace, kind.key, 'exit' in hub ? 'word' : hub.settings.reportForm, made);
  makeResults(workspace);
  if (hubOnly && ledgers === null) return withHint(workspace, done(made, doubts));
  if ('exit' in hub) return withoutHub(hub, made);
  const copied = ledgers === null ? { lines: [], problems: [] } : copyLedgers(hub, ledgers, made);
  const told = { lines: copied.lines, problems: [...copied.problems, ...doubts] };
  if (hubOnly) return withHint(workspace, done(made, told.problems, told.lines));
  return withHint(workspace, makeAllDepartments(ledgers === null ? hub : seenAnew(hub), made, told));
}

/** The hub with the files that lie in 填报 now. */
function seenAnew(hub: Hub): Hub {
  const ids = rememberedIds();
  return ids === null ? hub : { ...hub, workspace: lookAround(ids) };
}

/** Where a colleague reminds before the first check, the ledger needs a workbook that only this person can make. */
function makeResults({ isOnDrive, known, results, root }: Workspace): void {
  if (!isOnDrive || (results !== null && known.get(resultsKey)?.id === results.id)) return;
  keepFile(resultsKey, { id: results?.id ?? createSpreadsheet(resultsName, root), name: resultsName });
}

/** Drive shows the script nothing that people put into the folder themselves. */
function withHint({ isOnDrive }: Workspace, answer: JobAnswer): JobAnswer {
  const hint =
    '直接放进云端硬盘文件夹里的文件，本程序看不到：模板、图片和 .xlsx 填报表，请在“模板”“建立部门填报表”页上传；单位自己的 Google 表格，请把链接贴在总表“单位”的“填报表链接”里。';
  return isOnDrive ? { ...answer, text: `${answer.text}\n${hint}` } : answer;
}

function starterDraft({ year, departments, organ }: SetUpOrder, edition: Edition): WorkbookDraft {
  const own = withDepartments(edition, departments ?? {});
  return hubDraft(edition, starterContents(own, year ?? reportYearOn(today()), organNames(organ ?? '', edition)));
}

/** Names for departments go into a new hub alone. */
function isTooLate({ departments = null }: SetUpOrder, made: readonly WrittenFile[]): boolean {
  return departments !== null && made.every(({ what }) => what !== 'hub');
}

/** What was made is told beside why the rest could not be. */
function withoutHub(refusal: JobAnswer, made: readonly WrittenFile[]): JobAnswer {
  if (made.length === 0) return refusal;
  return { ...refusal, exit: 1, text: `${refusal.text}\n${madeText(made)}`, files: made };
}

function makeAllDepartments(hub: Hub, made: WrittenFile[], copied: CopiedLedgers): JobAnswer {
  const { value: rows, problems } = rowsFromGrids({ hub: hub.grids, departments: [] }, hub.settings);
  const { failures, left } = makeDepartments(hub, rows, made);
  // That no workbook was handed to the reader is no news here.
  const others = problems.filter(({ code }) => code !== 'department-missing');
  const told = done(made, [...copied.problems, ...failures, ...others], copied.lines);
  if (left === 0) return told;
  const lead = `还有 ${String(left)} 个单位没有轮到，本次时间已到。请再运行一次，会接着建完。`;
  return { ...told, exit: 1, text: `${lead}\n${told.text}`, isUnfinished: true };
}

/** The workspace with a hub that holds its sheets: the spreadsheet the script is bound to, or a new one. */
function makeHub(remembered: WorkspaceIds | null, draft: () => WorkbookDraft, made: WrittenFile[]): Workspace {
  const root = remembered?.folder ?? createFolder(rootName, 'root');
  const bound = boundSpreadsheet();
  const id = bound ?? createSpreadsheet(hubName, root);
  const isOnDrive = remembered?.isOnDrive ?? remembered === null;
  if (remembered?.hub !== id) {
    rememberIds({ ...remembered, folder: root, hub: id, ...(isOnDrive && { isOnDrive, owner: shownAccount() }) });
  }
  if (bound === null || isBlankWorkbook(id, hubName)) {
    tellProgress('建立总表');
    made.push({ what: 'hub', name: hubName, id });
    fillBlankWorkbook(id, draft());
  }
  return lookAround({ ...remembered, folder: root, hub: id, isOnDrive });
}

function makeFolders(workspace: Workspace, made: WrittenFile[]): Workspace {
  const folders = { ...workspace.folders };
  for (const role of Object.keys(folderNames) as FolderRole[]) {
    if (folders[role] !== undefined) continue;
    folders[role] = ensureFolder(workspace, role);
    made.push({ what: 'folder', name: folderNames[role], id: folders[role] });
  }
  rememberFolders(workspace, folders);
  // From the first day on, so that a backup of that day is known for one.
  if (!workspace.isOnDrive) ensureIdentity();
  return { ...workspace, folders };
}

/** Later runs then find everything with one list call. */
function rememberFolders({ root, hub }: Workspace, folders: Workspace['folders']): void {
  const remembered = rememberedIds();
  if (Object.entries(folders).every(([role, id]) => remembered?.folders?.[role] === id)) return;
  rememberIds({ ...remembered, folder: root, hub: hub.id, folders });
}

/** `lines`: how ledgers were taken. */
function done(files: readonly WrittenFile[], problems: readonly Problem[], lines: readonly string[] = []): JobAnswer {
  const told = problems.length === 0 ? [] : problemsText(problems);
  const exit = problems.some(({ level }) => level === 'error') ? 1 : 0;
  const taken = lines.length === 0 ? [] : ['台账怎样认的：', ...lines];
  const text = [madeText(files), ...taken, ...told].join('\n');
  return { exit, text, files, problems: problemLines(problems), summary: null };
}

function madeText(files: readonly WrittenFile[]): string {
  if (files.length === 0) return '该有的文件都在，没有新建任何文件。';
  return ['已建立：', ...files.map((file) => `  ${shownName(file)}`)].join('\n');
}
