/** Everything that can be started by name, from the command line, a page or a menu. */
import type { Editions } from '../core/edition/open-edition';
import type { JobAnswer } from '../contract/answer';
import type { Orders } from '../contract/orders';
import { pageTitles, showPage, type PageName } from '../google/dialogs';
import { missingConsent, type Scope } from '../google/services';
import { failureWords } from '../core/base/failure-words';
import { isServiceError } from '../core/base/service-words';
import { checkSheets } from './check-sheets';
import { checkTemplate } from './check-template';
import { fillTemplate, listDataFields } from './fill-template';
import { generateReport } from './generate-report';
import { lookAtOffice } from './look-at-office';
import { intakeWorkbook, listWorkbooks } from './intake-workbook';
import { manageLedger } from './manage-ledger';
import { manageTemplate } from './manage-template';
import { manageTimer } from './manage-timer';
import { mapSheets } from './map-sheets';
import { registerFeedback } from './register-feedback';
import { answerTick } from './run-tick';
import { selfCheck } from './self-check';
import { sendReminders } from './send-reminders';
import { tellRoles, setUpWorkspace } from './set-up-workspace';
import { tellState } from './tell-state';
import { tellAccount } from './steps/account';
import { uploadFile } from './upload-file';
import { refusedAnswer } from './steps/job-answer';
import { tellLatest } from './steps/tell-progress';

type Jobs = { readonly [J in keyof Orders]: (order: Orders[J], editions: Editions) => JobAnswer };

const jobs: Jobs = {
  'set-up': setUpWorkspace,
  roles: tellRoles,
  check: checkSheets,
  report: generateReport,
  fill: fillTemplate,
  'list-fields': listDataFields,
  'check-template': (order, editions) => checkTemplate(order, editions),
  map: mapSheets,
  look: lookAtOffice,
  template: manageTemplate,
  'self-check': (_, editions) => selfCheck(editions),
  remind: sendReminders,
  ledger: manageLedger,
  feedback: registerFeedback,
  timer: manageTimer,
  tick: answerTick,
  upload: uploadFile,
  who: tellAccount,
  state: tellState,
  open: openPage,
  intake: intakeWorkbook,
  'intake-list': listWorkbooks,
  progress: tellLatest,
};

/**
 * Runs one job; its order is JSON that was checked by whoever typed or clicked it. A name nobody knows is refused: a page left
 * open over an update may ask for it. What a service throws ends as a sentence; a mistake of the program stays an error.
 */
export function startJob(name: string, order: unknown, editions: Editions): JobAnswer {
  if (!isJob(name)) return refusedAnswer(`没有“${name}”这件事。请重新打开表格再试。`);
  const address = missingConsent(scopesOf(name));
  if (address !== null) return refusedAnswer(consentText(address));
  const job = jobs[name] as (order: unknown, editions: Editions) => JobAnswer;
  try {
    return job(order, editions);
  } catch (error) {
    if (isServiceError(error))
      return refusedAnswer(`没有做完：${failureWords(error)}。已经写好的文件不受影响，请稍后再试。`);
    throw error;
  }
}

/** One page in place of another, where pages are dialogs over the hub; a name nobody knows is refused. */
function openPage(name: string): JobAnswer {
  const page = (Object.keys(pageTitles) as PageName[]).find((one) => one === name);
  if (page === undefined) return refusedAnswer(`没有“${name}”这一页。请重新打开表格再试。`);
  showPage(page);
  return { exit: 0, text: '', files: [], problems: [], summary: null };
}

/** What each job needs; of the others a part of these. */
const ownScopes: Readonly<Partial<Record<keyof Orders, readonly Scope[]>>> = {
  ...{ progress: [], who: ['userinfo.email'], roles: [], open: [] },
  timer: ['script.scriptapp', 'userinfo.email'],
  remind: ['spreadsheets', 'drive.file', 'script.send_mail', 'userinfo.email'],
  ledger: ['spreadsheets', 'drive.file', 'userinfo.email'],
  feedback: ['spreadsheets', 'drive.file', 'userinfo.email'],
  look: ['spreadsheets', 'drive.file', 'userinfo.email'],
  state: ['spreadsheets', 'drive.file', 'userinfo.email'],
  'intake-list': ['spreadsheets', 'drive.file', 'userinfo.email'],
};

function scopesOf(name: keyof Orders): readonly Scope[] {
  return ownScopes[name] ?? ['spreadsheets', 'drive.file', 'script.external_request', 'userinfo.email'];
}

function consentText(address: string): string {
  const place = address === '' ? '' : `请打开 ${address} ，`;
  return `还没有把这件事要用的权限授权给本程序，什么都没有做。${place}把各项都勾上，再运行一次。每项的用处见“关于和自检”。`;
}

function isJob(name: string): name is keyof Orders {
  return Object.keys(jobs).includes(name);
}
