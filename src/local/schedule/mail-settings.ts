/** The mail server of this person: kept in the folder of their own settings, for their eyes alone, never in a workspace. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { MailSettings } from '../../contract/schedule';
import { Refusal } from '../../core/base/refusal';
import { ownOnly, writeFileDurably } from '../base/atomic-write';
import { makeUserFolder, textIfThere, userFolder } from '../base/user-folder';
import { outboxRoute, smtpRoute } from '../services/mail-route';
import type { MailRoute } from '../services/mail-app';

const fileName = 'mail.json';

/** What is kept; null where nothing is. Throws a refusal for a file that is damaged or not to be read: mails must not go another way in silence. */
export function keptMailSettings(): MailSettings | null {
  const path = join(userFolder(), fileName);
  const text = textIfThere(path);
  if (text === null) return null;
  const kept = parsed(text);
  if (kept === null) throw new Refusal(`${path} 已损坏，请在“发信设置”里重新填写`);
  return kept;
}

/** Keeps the settings; an empty password stands for the one kept for the same user and server. Throws a refusal for what cannot be. */
export function keepMailSettings(given: MailSettings): void {
  const kept = keptOrNothing();
  const isSame = kept?.user === given.user && kept.host === given.host;
  const settings = given.password === '' && isSame ? { ...given, password: kept.password } : given;
  smtpRoute(settings);
  const bytes = Buffer.from(`${JSON.stringify(settings, null, 2)}\n`, 'utf8');
  writeFileDurably(join(makeUserFolder(), fileName), bytes, ownOnly);
}

export function forgetMailSettings(): void {
  rmSync(join(userFolder(), fileName), { force: true });
}

/** The way of mails by what is kept: the server, or files. */
export function keptMailRoute(): MailRoute {
  const kept = keptMailSettings();
  return kept === null ? outboxRoute : smtpRoute(kept);
}

function keptOrNothing(): MailSettings | null {
  try {
    return keptMailSettings();
  } catch {
    // What is damaged is replaced.
    return null;
  }
}

function parsed(text: string): MailSettings | null {
  try {
    const value: unknown = JSON.parse(text);
    return isSettings(value) ? value : null;
  } catch {
    return null;
  }
}

/** True for the form of the settings; whether they can be used is another question. */
export function isSettings(value: unknown): value is MailSettings {
  if (typeof value !== 'object' || value === null) return false;
  const { host, port, secure, from, user, password } = value as Record<keyof MailSettings, unknown>;
  const areTexts = [host, from, user, password].every((one) => typeof one === 'string');
  return areTexts && typeof port === 'number' && typeof secure === 'boolean';
}
