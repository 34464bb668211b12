/** What lies in 发件箱 and was not sent. */
import type { ReminderSummary } from '../../contract/reminders';
import { holidayTable } from '../../core/base/holiday-table';
import { folderNames } from '../../core/base/office-names';
import type { Problem } from '../../core/base/problem';
import { makeCalendar } from '../../core/base/working-days';
import type { LedgerLine } from '../../core/reminders/ledger/ledger';
import { unsentMails, unsentProblems } from '../../core/reminders/unsent-mails';
import { workplace } from '../../google/ledger/high-water';
import { mailsInOutbox, mailsTaken } from './ledger/ledger-store';
import { tryOpen } from './prepare-reminders';
import type { Office } from './read-office';

/**
 * By the lines as they stand and the files as they lay when the run began; `written` are the 通知编号 of this run. On the day the
 * office is judged by.
 */
export function unsentOf(
  { workspace, settings, rows }: Pick<Office, 'workspace' | 'settings' | 'rows'>,
  lines: readonly LedgerLine[],
  written: readonly string[] = [],
): Pick<ReminderSummary, 'unsent' | 'outbox'> {
  const taken = mailsTaken(workspace);
  const left = lines.filter(({ mail }) => !taken.has(mail));
  const lying = new Set([...mailsInOutbox(workspace), ...written]);
  const unsent = unsentMails(left, lying, settings.today, makeCalendar(holidayTable, rows.holidays));
  return { unsent, outbox: workspace.isOnDrive ? '' : `${workplace()}/${folderNames.outbox}` };
}

/** For a run that sends nothing. A ledger that cannot be read is told by the next run that would send. */
export function unsentInOffice(office: Office): readonly Problem[] {
  const { workspace, settings } = office;
  if (workspace.isOnDrive || workspace.results === null) return [];
  const ledger = tryOpen(workspace, settings);
  if ('exit' in ledger || 'damage' in ledger) return [];
  const { unsent, outbox } = unsentOf(office, ledger.lines);
  return unsentProblems(unsent, outbox);
}
