/** What Apps Script and the command line may call. Each export becomes one top-level function of the pushed file. */
import { addMenu, showText } from './google/menu';
import { startJob } from './jobs/job-list';

/** Simple trigger: builds the menu. */
export function onOpen(): void {
  addMenu([
    ['初始化', 'menuSetUp'],
    ['检查填报', 'menuCheck'],
    ['生成年度报告', 'menuReport'],
  ]);
}

/** Menu 初始化. */
export function menuSetUp(): void {
  tell('初始化', 'set-up', { hubOnly: false, year: null });
}

/** Menu 检查填报. */
export function menuCheck(): void {
  tell('检查填报', 'check');
}

/** Menu 生成年度报告. */
export function menuReport(): void {
  tell('生成年度报告', 'report');
}

/** The one way in for the command line and the pages: name of a job, its order and its answer as JSON. */
export function runJob(name: string, order = 'null'): string {
  return JSON.stringify(startJob(name, JSON.parse(order)));
}

function tell(title: string, job: string, order: unknown = null): void {
  showText(title, startJob(job, order).text);
}
