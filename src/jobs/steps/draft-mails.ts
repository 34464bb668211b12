/** Drafts the mails of a run: which go out, and the letter of each. */
import type { Problem } from '../../core/base/problem';
import { checkNotes } from '../../core/reminders/check-notes';
import { chooseMails } from '../../core/reminders/choose-mails';
import type { LedgerLine } from '../../core/reminders/ledger/ledger';
import { mailsLeft } from '../../core/reminders/ledger/ledger-steps';
import type { Letter, Mail } from '../../core/reminders/mail';
import { orderFiller } from '../../core/reminders/order-document';
import { letterFillers, writeLetter, type LetterTools } from '../../core/reminders/write-letter';
import { departmentItems } from '../../core/rows/department-items';
import { textPaper, wordPaper } from '../../google/assets';
import { hashOf } from '../../google/digest';
import { gzip, platformCrc32 } from '../../google/blobs';
import { quotaLeft } from '../../google/mailbox';
import { attachedPapers } from './draft-papers';
import type { Reminders } from './prepare-reminders';
import type { Office } from './read-office';
import { workbookLink } from './workbook-link';

/** So many mails of the service's quota are left to people and to Google's own notices. */
export const quotaReserve = 5;

/** A mail and what stands in it. */
export interface DraftedMail {
  readonly mail: Mail;
  readonly letter: Letter;
}

export interface MailsDraft {
  /** How many mails might still go out on the day. */
  readonly left: number;
  /** In the order in which they are to be sent. */
  readonly mails: readonly DraftedMail[];
  /** The ledger's lines before the first mail, with the reason why each that waits is in none. */
  readonly lines: readonly LedgerLine[];
  /** Of templates that could not be filled. */
  readonly problems: readonly Problem[];
}

/** As many as may still go out on the day. */
export function draftMails({ lines, items, moment, office }: Reminders): MailsDraft {
  const { dailyMost } = office.settings;
  const left = mailsLeft(lines, { dailyMost, quota: quotaLeft(), reserve: quotaReserve }, moment.day);
  const chosen = chooseMails(lines, items, { left, day: moment.day, at: moment.at }, hashOf);
  if (chosen.mails.length === 0) return { left, mails: [], lines: chosen.lines, problems: [] };
  const tools = toolsOf(office);
  const written = chosen.mails.map((mail) => ({ mail, ...writeLetter(mail, office.settings, tools) }));
  const mails = written.map(({ mail, value: letter }) => ({ mail, letter }));
  return { left, mails, lines: chosen.lines, problems: written.flatMap(({ problems }) => problems) };
}

/** For a day on which nothing goes out. */
export function noMails({ lines }: Reminders): MailsDraft {
  return { left: 0, mails: [], lines, problems: [] };
}

function toolsOf({ workspace, settings, rows, findings, problems }: Office): LetterTools {
  const { key } = settings.edition;
  const places = new Map(rows.departments.map(({ name }, place) => [name, place] as const));
  const notes = checkNotes({ rows, settings, findings, items: departmentItems(problems, rows) });
  return {
    orderPaper: orderFiller({ bytes: wordPaper(key, 'order'), gzip, crc32: platformCrc32() }),
    ...letterFillers(textPaper(key, 'mail-text'), textPaper(key, 'mail-html')),
    checkPaper: attachedPapers(notes, settings),
    link: (mail) => workbookLink(workspace, mail),
    placeOf: (department) => places.get(department) ?? places.size,
  };
}
