/** The advanced services, or a text that says how to switch them on. */
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

/** The option without which what lies in a shared drive is not there. */
export const anyDrive = { supportsAllDrives: true } as const;
