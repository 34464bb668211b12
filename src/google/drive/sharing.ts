/** Who may edit a file on Drive. Shares are only ever added. */
import { patiently } from '../patience';
import { failureWords, isLasting, says } from '../../core/base/failure-words';
import { anyDrive, drive } from '../services';

/** Why an account could not be made an editor, Chinese; `isLasting`: the same would be said the next time. */
interface Refused {
  readonly refused: string;
  readonly isLasting: boolean;
}

/** `there`: the account was an editor before. */
export type Shared = 'there' | 'shared' | 'notified' | Refused;

/** The services' words for an address that belongs to no account, which can be let in only by a mail of Google's. */
const needsNotice =
  /invalidSharingRequest|no google account|notify people|没有.{0,20}google ?(?:账|帐)|通知(?:他|对方|用户|邀请)/iu;

/**
 * Makes the mailbox's account an editor, without a mail from Google; where that is refused because no account stands behind the
 * address, once more with one if `mayNotify`. Three calls at most; a share is never tried a second time in the same way.
 * Throws where the file's present shares cannot be read.
 */
export function shareWith(file: string, mailbox: string, mayNotify: boolean): Shared {
  const options = { fields: 'permissions(emailAddress,role)', ...anyDrive };
  const present = patiently(() => drive().Permissions.list(file, options)).permissions ?? [];
  const editors = present.filter(({ role = '' }) => ['writer', 'owner', 'organizer', 'fileOrganizer'].includes(role));
  if (editors.some(({ emailAddress = '' }) => emailAddress.toLowerCase() === mailbox.toLowerCase())) return 'there';
  const quietly = tryShare(file, mailbox, false);
  if (quietly === null) return 'shared';
  if (!mayNotify || !says(quietly, needsNotice)) return refusal(quietly);
  const loudly = tryShare(file, mailbox, true);
  return loudly === null ? 'notified' : refusal(loudly);
}

function refusal(error: Error): Refused {
  return { refused: failureWords(error), isLasting: isLasting(error) };
}

/** What was thrown; null when it is shared. */
function tryShare(file: string, emailAddress: string, sendNotificationEmail: boolean): Error | null {
  try {
    drive().Permissions.create({ type: 'user', role: 'writer', emailAddress }, file, {
      sendNotificationEmail,
      ...anyDrive,
    });
    return null;
  } catch (error) {
    return error as Error;
  }
}
