/** The advanced services, or a text that says how to switch them on; and whether the person consented to what a job needs. */
import { Refusal } from '../core/base/refusal';

/** Sheets v4. Throws when the service is not enabled in the project. */
export function sheets(): GoogleAppsScript.Sheets {
  if (typeof Sheets === 'undefined') throw new Refusal('高级服务 Google Sheets API 未启用，请在“服务”里添加');
  return Sheets;
}

/** Drive v3. Throws when the service is not enabled in the project. */
export function drive(): GoogleAppsScript.Drive {
  if (typeof Drive === 'undefined') throw new Refusal('高级服务 Google Drive API 未启用，请在“服务”里添加');
  return Drive;
}

/** Docs v1. Throws when the service is not enabled in the project. */
export function docs(): GoogleAppsScript.Docs {
  if (typeof Docs === 'undefined') throw new Refusal('高级服务 Google Docs API 未启用，请在“服务”里添加');
  return Docs;
}

/** The option without which what lies in a shared drive is not there. */
export const anyDrive = { supportsAllDrives: true } as const;

/** Scopes by the words SECURITY.md has for them. */
export type Scope =
  | 'spreadsheets'
  | 'drive.file'
  | 'script.external_request'
  | 'script.send_mail'
  | 'script.scriptapp'
  | 'userinfo.email';

/** As documented; the published type knows the mode alone. */
interface Authorizer {
  readonly getAuthorizationInfo: (
    mode: GoogleAppsScript.Script.AuthMode,
    scopes: readonly string[],
  ) => GoogleAppsScript.Script.AuthorizationInfo | null;
}

/** The address under which the missing consents are given; null where nothing is missing, or nobody can tell. One call. */
export function missingConsent(scopes: readonly Scope[]): string | null {
  try {
    const script: unknown = ScriptApp;
    const names = scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`);
    const info = (script as Authorizer).getAuthorizationInfo(ScriptApp.AuthMode.FULL, names);
    // As a text it is the same wherever the word comes from.
    return info === null || String(info.getAuthorizationStatus()) !== 'REQUIRED' ? null : info.getAuthorizationUrl();
  } catch {
    // The call that needs the consent will say so.
    return null;
  }
}
