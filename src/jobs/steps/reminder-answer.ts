/** The answer of a run of the reminders: what became of each mail, what waits, and what a person must settle. */
import type { JobAnswer, WrittenFile } from '../../contract/answer';
import type { MailReport } from '../../contract/reminders';
import { folderNames, resultsName } from '../../core/base/office-names';
import type { Problem } from '../../core/base/problem';
import type { LedgerLine } from '../../core/reminders/ledger/ledger';
import { farYear } from '../../core/reminders/far-year';
import { isAboutWorkbook } from '../../core/rows/department-items';
import { mailReport, reminderSummary, reminderText } from '../../core/reminders/reminder-summary';
import { problemLines } from '../../core/report/summary';
import { problemsText } from '../../core/report/summary-text';
import { placeDoubtText } from '../../core/reminders/ledger/place-doubt';
import { unsentProblems } from '../../core/reminders/unsent-mails';
import { workplace } from '../../google/ledger/high-water';
import type { Ledger } from './ledger/ledger-store';
import type { Delivery } from './deliver-mails';
import type { MailsDraft } from './draft-mails';
import { unsentOf } from './unsent';
import type { Reminders } from './prepare-reminders';

/** Every mail with its full text; nothing was sent. */
export function answerDraft(reminders: Reminders, { left, mails: drafted, lines, problems }: MailsDraft): JobAnswer {
  const mails = drafted.map(({ mail, letter }) => mailReport(mail, letter, 'planned'));
  return answerOf(reminders, { left, dryRun: true, mails, lines, problems });
}

/** What the delivery made of the mails. Refused where the ledger was lost before anything went out. */
export function answerDelivery(reminders: Reminders, draft: MailsDraft, delivery: Delivery): JobAnswer {
  const { mails, lines, isLost, isUnfinished } = delivery;
  const problems = [...draft.problems, ...delivery.problems];
  const answer = answerOf(reminders, { left: draft.left, dryRun: false, mails, lines, problems });
  const files = reminders.channel === '发件箱' ? filesOf(mails) : [];
  if (isLost && mails.every(({ fate }) => fate === 'planned')) return { ...answer, exit: 2 };
  return { ...answer, files, ...(isUnfinished && { isUnfinished: true }) };
}

interface Told {
  readonly left: number;
  readonly dryRun: boolean;
  readonly mails: readonly MailReport[];
  readonly lines: readonly LedgerLine[];
  readonly problems: readonly Problem[];
}

function answerOf(reminders: Reminders, { problems, ...run }: Told): JobAnswer {
  const { items, moment, channel, restUntil, office } = reminders;
  const { feedback } = office;
  const far = farYear(office.settings.reportYear, moment.day);
  const placeDoubt = doubtText(reminders);
  const lying = unsentOf(
    office,
    run.lines,
    run.mails.map(({ mail }) => mail),
  );
  const facts = { moment, restUntil, farYear: far, placeDoubt, channel, items, feedback };
  const details = reminderSummary({ ...run, ...lying, ...facts });
  const late = unsentProblems(lying.unsent, lying.outbox);
  const all = [...reminders.problems, ...placeNotes(reminders.ledger), ...late, ...problems];
  const told = all.length === 0 ? [] : problemsText(all);
  const text = [reminderText(details), ...told, ...otherErrors(office.problems, all)].join('\n');
  const needsSomebody = details.attention.length > 0 || all.some(({ level }) => level === 'error');
  return { exit: needsSomebody ? 1 : 0, text, files: [], problems: problemLines(all), summary: null, details };
}

/** Empty once a person has said that the workspace goes on. */
function doubtText({ ledger: { place, lines } }: Reminders): string {
  return place.doubt === null ? '' : placeDoubtText(place.doubt, place.mark, lines);
}

/** What nobody need do anything about. */
function placeNotes({ place: { doubt, mark }, isTorn, workspace }: Ledger): readonly Problem[] {
  const here = workspace.isOnDrive ? '' : workplace();
  const isMoved = doubt === null && mark !== null && mark.place !== here;
  return [
    ...(isMoved ? [note('workspace-moved', `工作文件夹换了位置，上次在 ${mark.place}`, '记录接得上，照常发送')] : []),
    ...(isTorn ? [note('journal-torn', '上次运行在记催办流水时中断', '没有记完的一步不算数，也没有据此发过邮件')] : []),
  ];
}

function note(code: string, reason: string, expected: string): Problem {
  return { code, level: 'note', place: { file: resultsName, sheet: '催办记录' }, actual: '', reason, expected };
}

/** What is wrong in the sheets is the check's to tell; here only that there is something. That a workbook is missing the mails say. */
function otherErrors(problems: readonly Problem[], told: readonly Problem[]): readonly string[] {
  const known = new Set(told);
  const count = problems.filter(
    (problem) => problem.level === 'error' && !known.has(problem) && !isAboutWorkbook(problem),
  ).length;
  return count === 0
    ? []
    : [`各表另有 ${String(count)} 处错误，涉及的数据没有参与判断，请运行检查填报（nianbao check）查看。`];
}

function filesOf(mails: readonly MailReport[]): readonly WrittenFile[] {
  const written = mails.filter(({ fate }) => fate === 'written');
  return written.map(({ mail }) => ({ what: 'mail', name: `${mail}.eml`, id: `${folderNames.outbox}/${mail}.eml` }));
}
