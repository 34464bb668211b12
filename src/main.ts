/** What Apps Script and the command line may call. Each export becomes one top-level function of the pushed file. */
import { editionsFrom } from './core/edition/open-edition';
import { openLateParts } from './engine/fill';
import { editionText, lateFiles } from './google/assets';
import { showPage } from './google/dialogs';
import { addMenu } from './google/menu';
import { watchRun } from './google/progress';
import { startJob } from './jobs/job-list';
import { heartbeatNote } from './jobs/manage-timer';
import { runTick } from './jobs/run-tick';

/** The editions that are pushed with this bundle, put here by the build; each is read when it is opened. */
declare const pushedEditions: readonly { readonly name: string; readonly key: string }[];
const editions = editionsFrom(pushedEditions.map(({ name, key }) => ({ name, body: () => editionText(key) })));
openLateParts(lateFiles);

/** Simple trigger: builds the menu, with how long ago the reminders last looked by themselves. */
export function onOpen(): void {
  const note = heartbeatNote();
  addMenu([
    ['初始化', 'menuSetUp'],
    ['接入台账', 'menuIntake'],
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
  showPage('page-set-up');
}

/** Menu 接入台账. */
export function menuIntake(): void {
  showPage('page-intake');
}

/** Menu 建立部门填报表. */
export function menuDepartments(): void {
  showPage('page-departments');
}

/** Menu 检查填报. */
export function menuCheck(): void {
  showPage('page-check');
}

/** Menu 生成年度报告. */
export function menuReport(): void {
  showPage('page-report');
}

/** Menu 看板. */
export function menuDashboard(): void {
  showPage('page-dashboard');
}

/** Menu 催办. */
export function menuRemind(): void {
  showPage('page-remind');
}

/** Menu 定时催办. */
export function menuTimer(): void {
  showPage('page-timer');
}

/** Menu 模板. */
export function menuTemplate(): void {
  showPage('page-template');
}

/** Menu 关于和自检. */
export function menuAbout(): void {
  showPage('page-about');
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
