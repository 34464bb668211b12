/** What is due to be told on the day of the findings, one item for each receiver. */
import type { Problem, Result } from '../base/problem';
import type { Calendar } from '../base/working-days';
import type { OfficeWords } from '../edition/edition';
import { formlessDepartments } from '../rows/books/workbook-status';
import type { Department } from '../rows/rows';
import { isOutpost, mostUrgentFirst, type DueItem, type ReceiverRole } from './due-item';
import type { DueContext, DueOffice, Matter } from './matter';
import { officeMatters } from './office-matters';
import { missingMailboxes, receiversOf, type FindReceiver } from './receivers';
import { taskMatters } from './task-matters';
import { workbookMatters } from './workbook-matters';

/** Working days a department has to answer a 督办单. */
const answerDays = 3;

/**
 * All items, most urgent first, each with its mailbox or why it has none. Problems: mailboxes that hold no address, and
 * blank ones to which something should go.
 */
export function dueItems(office: DueOffice, calendar: Calendar): Result<readonly DueItem[]> {
  const { rows, settings } = office;
  const receivers = receiversOf(rows, settings);
  const context: DueContext = {
    ...office,
    calendar,
    outposts: outpostsOf(rows.departments, settings.edition.words),
    formless: formlessDepartments(rows),
    answerBy: calendar.addWorkingDays(settings.today, answerDays),
  };
  const matters = [...taskMatters(context), ...workbookMatters(context), ...officeMatters(context)];
  const items = mostUrgentFirst(matters.flatMap((matter) => itemsOf(matter, receivers.value, context)));
  const problems: readonly Problem[] = [...receivers.problems, ...missingMailboxes(items, receivers.value)];
  return { value: items, problems };
}

function itemsOf(matter: Matter, find: FindReceiver, { settings, outposts, formless }: DueContext): readonly DueItem[] {
  const { department, subject, due, level, roles, textFor, title, workingDaysLate, order } = matter;
  return roles.map((role: ReceiverRole): DueItem => {
    const { mailbox, mailboxProblem } = find(department, role);
    return {
      title,
      workingDaysLate,
      order,
      key: { year: settings.reportYear, department, subject, due, level, role },
      mailbox,
      mailboxProblem,
      isOutpost: outposts.has(department),
      isFormless: formless.has(department),
      text: textFor(role),
    };
  });
}

/** Names of the departments that the town asks and does not command. */
function outpostsOf(departments: readonly Department[], words: OfficeWords): ReadonlySet<string> {
  return new Set(departments.filter(({ kind }) => isOutpost(kind, words)).map(({ name }) => name));
}
