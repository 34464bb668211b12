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

/** Where the workspace is, as the script's properties keep it: ids of its folder and of its hub. */
export interface WorkspaceIds {
  readonly folder: string;
  readonly hub: string;
  /** Ids of the folders inside, by their role; what is missing is looked for by name. */
  readonly folders?: Readonly<Record<string, string>>;
}

/** One property for both, so that a run that is killed leaves both or none. */
const idsProperty = 'workspace';

/** The ids set-up remembered; null before. One call. */
export function rememberedIds(): WorkspaceIds | null {
  const text = PropertiesService.getScriptProperties().getProperty(idsProperty);
  return text === null ? null : (JSON.parse(text) as WorkspaceIds);
}

/** Remembers the ids for every later run. */
export function rememberIds(ids: WorkspaceIds): void {
  PropertiesService.getScriptProperties().setProperty(idsProperty, JSON.stringify(ids));
}

/** The id of the spreadsheet the script is bound to; null when there is none. */
export function boundSpreadsheet(): string | null {
  // Typed as never null, but null it is in a script that is bound to nothing.
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet() as GoogleAppsScript.Spreadsheet.Spreadsheet | null;
  return spreadsheet?.getId() ?? null;
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
