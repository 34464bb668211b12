/** Who may edit a file on Drive. Shares are only ever added. */
import { patiently } from './patience';
import { drive } from './services';

/** Makes the mailbox's account an editor, without a mail from Google; true when it was none before. Two calls at most. */
export function shareWith(file: string, mailbox: string): boolean {
  const fields = 'permissions(emailAddress,role)';
  const present = patiently(() => drive().Permissions.list(file, { fields })).permissions ?? [];
  const editors = present.filter(({ role }) => role === 'writer' || role === 'owner');
  if (editors.some(({ emailAddress = '' }) => emailAddress.toLowerCase() === mailbox.toLowerCase())) return false;
  const permission = { type: 'user', role: 'writer', emailAddress: mailbox };
  drive().Permissions.create(permission, file, { sendNotificationEmail: false });
  return true;
}
