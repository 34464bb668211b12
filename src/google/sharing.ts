/** Who may edit a file on Drive. Shares are only ever added. */
import { patiently } from './patience';
import { anyDrive, drive } from './services';

/** Makes the mailbox's account an editor, without a mail from Google; true when it was none before. Two calls at most. */
export function shareWith(file: string, mailbox: string): boolean {
  const fields = 'permissions(emailAddress,role)';
  const present = patiently(() => drive().Permissions.list(file, { fields, ...anyDrive })).permissions ?? [];
  const editors = present.filter(({ role }) => ['writer', 'owner', 'organizer', 'fileOrganizer'].includes(role ?? ''));
  if (editors.some(({ emailAddress = '' }) => emailAddress.toLowerCase() === mailbox.toLowerCase())) return false;
  const permission = { type: 'user', role: 'writer', emailAddress: mailbox };
  drive().Permissions.create(permission, file, { sendNotificationEmail: false, ...anyDrive });
  return true;
}
