/** The address under which the reader of a reminder finds what to fill in. */
import { bareName } from '../../core/base/text';
import type { Mail } from '../../core/reminders/mail';
import type { Workspace } from './find-workspace';

/**
 * On Drive the department's own spreadsheet, for the office the hub; empty in a folder, for leaders, who fill in nothing, and
 * for a mailbox of several departments.
 */
export function workbookLink(
  { isOnDrive, hub, departments }: Pick<Workspace, 'isOnDrive' | 'hub' | 'departments'>,
  { items }: Pick<Mail, 'items'>,
): string {
  if (!isOnDrive) return '';
  const isFor = (role: string): boolean => items.every(({ key }) => key.role === role);
  if (isFor('办公室')) return addressOf(hub.id);
  const [name, ...others] = new Set(items.map(({ key }) => key.department));
  const own = departments.find((entry) => bareName(entry.name) === name);
  return own && others.length === 0 && isFor('承办单位') ? addressOf(own.id) : '';
}

/** Where a spreadsheet on Drive is opened. */
export function addressOf(spreadsheet: string): string {
  return `https://docs.google.com/spreadsheets/d/${encodeURIComponent(spreadsheet)}/edit`;
}
