/** What Apps Script and the command line may call. Each export becomes one top-level function of the pushed file. */
import { editionsFrom } from './core/edition/open-edition';
import { editionText } from './google/assets';
import { showPage } from './google/dialogs';
import { addMenu } from './google/menu';
import { watchRun } from './google/progress';
import { startJob } from './jobs/job-list';
import { heartbeatNote } from './jobs/manage-timer';
import { runTick } from './jobs/run-tick';

/** The editions that are pushed with this bundle, put here by the build; each is read when it is opened. */
declare const pushedEditions: readonly { readonly name: string; readonly key: string }[];
const editions = editionsFrom(pushedEditions.map(({ name, key }) => ({ name, body: () => editionText(key) })));

/** Simple trigger: builds the menu, with how long ago the reminders last looked by themselves. */
export function onOpen(): void {
  const note = heartbeatNote();
  addMenu([
    ['初始化', 'menuSetUp'],
    ['建立部门填报表', 'menuDepartments'],
    null,
    ['检查填报', 'menuCheck'],
    ['生成年度报告', 'menuReport'],
    ['看板', 'menuDashboard'],
    null,
    ['催办（先看后发）', 'menuRemind'],
    [note === '' ? '定时催办' : `定时催办（${note}）`, 'menuTimer'],
    null,
    ['模板', 'menuTemplate'],
    ['关于和自检', 'menuAbout'],
  ]);
}

/** Menu 初始化. */
export function menuSetUp(): void {
  showPage('page-set-up', '初始化');
}

/** Menu 建立部门填报表. */
export function menuDepartments(): void {
  showPage('page-departments', '建立部门填报表');
}

/** Menu 检查填报. */
export function menuCheck(): void {
  showPage('page-check', '检查填报');
}

/** Menu 生成年度报告. */
export function menuReport(): void {
  showPage('page-report', '生成年度报告');
}

/** Menu 看板. */
export function menuDashboard(): void {
  showPage('page-dashboard', '看板');
}

/** Menu 催办. */
export function menuRemind(): void {
  showPage('page-remind', '催办');
}

/** Menu 定时催办. */
export function menuTimer(): void {
  showPage('page-timer', '定时催办');
}

/** Menu 模板. */
export function menuTemplate(): void {
  showPage('page-template', '模板');
}

/** Menu 关于和自检. */
export function menuAbout(): void {
  showPage('page-about', '关于和自检');
}

/** What the recurring trigger calls. */
export function tick(): void {
  runTick(editions);
}

/**
 * The one way in for the command line and the pages: name of a job, its order and its answer as JSON. A page that wants to
 * see how far the run is gives a key of its own in `watch`, and asks the job `progress` for it.
 */
export function runJob(name: string, order = 'null', watch = ''): string {
  watchRun(watch);
  return JSON.stringify(startJob(name, JSON.parse(order), editions));
}
