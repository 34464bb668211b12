/** Mails that were written into 发件箱 and that nobody has sent yet, as far as the ledger knows. */
import type { UnsentMail } from '../../contract/reminders';
import type { Day } from '../base/day';
import { folderNames } from '../base/office-names';
import type { Problem } from '../base/problem';
import { reminderStateWords } from '../base/state-words';
import type { Calendar } from '../base/working-days';
import { groupsBy } from '../base/groups';
import type { LedgerLine } from './ledger/ledger';

/** So many working days after it was written a mail is asked for again. */
const patience = 2;

/** One for each mail, the oldest first; `lying` are the 通知编号 whose files are there. */
export function unsentMails(
  lines: readonly LedgerLine[],
  lying: ReadonlySet<string>,
  day: Day,
  { workingDaysBetween }: Pick<Calendar, 'workingDaysBetween'>,
): readonly UnsentMail[] {
  const written = lines.filter(({ state }) => state === 'written');
  const mails = [...groupsBy(written, ({ mail }) => mail)].map(([mail, own]): UnsentMail => {
    const writtenOn = own[0]?.claimedOn ?? day;
    const departments = [...new Set(own.map(({ key }) => key.department))];
    return {
      mail,
      departments,
      writtenOn,
      isLate: workingDaysBetween(writtenOn, day) >= patience,
      isGone: !lying.has(mail),
    };
  });
  return mails.sort((one, other) => (one.mail < other.mail ? -1 : 1));
}

/** `已写入发件箱（3 封，尚未发出）：…/发件箱`, `outbox` being its path. */
export function writtenText(count: number, outbox: string): string {
  return `${reminderStateWords.written}（${String(count)} 封，尚未发出）：${outbox}`;
}

/** How a person says that mails of 发件箱 were sent. */
export const unsentRemedy = `发出以后登记：nianbao ledger --settle 通知编号=已发（全部发出的写 ${folderNames.outbox}=已发），或者把文件移入“发件箱/已发”`;

/** One doubt for all that have lain there too long, one for those that nobody can send any more. */
export function unsentProblems(unsent: readonly UnsentMail[], outbox: string): readonly Problem[] {
  const place = { file: folderNames.outbox };
  const gone = unsent.filter(({ isGone }) => isGone);
  const late = unsent.filter(({ isLate, isGone }) => isLate && !isGone);
  const told: Problem[] = [];
  if (gone.length > 0) {
    told.push({
      code: 'mail-gone',
      level: 'doubt',
      place,
      actual: '',
      reason: `有 ${String(gone.length)} 封通知的文件不在 ${outbox} 里了，也没有登记已发，如 ${gone[0]?.mail ?? ''}`,
      expected:
        '已经发出的，请登记 nianbao ledger --settle 通知编号=已发；没有发出的写 通知编号=未发，下次运行重新写入',
    });
  }
  if (late.length === 0) return told;
  return [
    ...told,
    {
      code: 'mail-unsent',
      level: 'doubt',
      place,
      actual: '',
      reason: `${writtenText(late.length, outbox)}，已满两个工作日，最早的是 ${late[0]?.mail ?? ''}`,
      expected: `请打开这些文件发送。${unsentRemedy}`,
    },
  ];
}
