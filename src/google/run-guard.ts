/** What keeps two runs apart, and what tells the person in front how far this one is. */
import type { Day } from '../core/base/day';

/** Runs the work under the script's lock; gives null at once when another run holds it. */
export function underLock<T>(work: () => T): T | null {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(0)) return null;
  try {
    return work();
  } finally {
    lock.releaseLock();
  }
}

/** One line of progress: the execution log on Google, the terminal elsewhere. */
export function tellProgress(text: string): void {
  console.info(text);
}

/** The id of the workspace's folder, null before set-up. */
export function workspaceFolder(): string | null {
  return PropertiesService.getScriptProperties().getProperty('folder');
}

/** The id of the hub: the spreadsheet the script is bound to. */
export function hubId(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getId();
}

/** The text of whatever was thrown, for a message to the clerk. Errors of services may come from another realm. */
export function errorText(error: unknown): string {
  const message: unknown = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(message);
}

/** Today in China. The only clock of the program. */
export function today(): Day {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10) as Day;
}
