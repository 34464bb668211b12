/** Everything that can be started by name, from the command line, a page or a menu. */
import { checkSheets } from './check-sheets';
import { checkTemplate, type CheckOrder } from './check-template';
import { fillTemplate, type FillOrder } from './fill-template';
import { generateReport } from './generate-report';
import { refused, type JobAnswer } from './steps/job-answer';
import { mapSheets, type MapOrder } from './map-sheets';
import { lookAtOffice } from './look-at-office';
import { manageLedger, type LedgerOrder } from './manage-ledger';
import { manageTimer, type TimerOrder } from './manage-timer';
import { selfCheck } from './self-check';
import { sendReminders, type RemindOrder } from './send-reminders';
import { setUpWorkspace, type SetUpOptions } from './set-up-workspace';
import { tellLatest } from './steps/tell-progress';
import { templateJob, type TemplateOrder } from './template-jobs';

/** Name → job. An order is JSON that was checked by whoever typed or clicked it. */
const jobs: Readonly<Partial<Record<string, (order: unknown) => JobAnswer>>> = {
  'set-up': (order) => setUpWorkspace(order as SetUpOptions),
  check: () => checkSheets(),
  report: () => generateReport(),
  fill: (order) => fillTemplate(order as FillOrder),
  'check-template': (order) => checkTemplate(order as CheckOrder),
  map: (order) => mapSheets(order as MapOrder),
  look: () => lookAtOffice(),
  template: (order) => templateJob(order as TemplateOrder),
  'self-check': () => selfCheck(),
  remind: (order) => sendReminders(order as RemindOrder),
  ledger: (order) => manageLedger(order as LedgerOrder),
  timer: (order) => manageTimer(order as TimerOrder),
  progress: (order) => tellLatest(String(order)),
};

/** Runs one job. A name nobody knows is refused: a page left open over an update may ask for it. */
export function startJob(name: string, order: unknown): JobAnswer {
  const job = Object.keys(jobs).includes(name) ? jobs[name] : undefined;
  return job ? job(order) : refused(`没有“${name}”这件事。请重新打开表格再试。`);
}
