/** Whether the person consented to what a job needs: a box of the consent screen may have been left unticked. */

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
