/** What keeps two runs apart, and what tells the person in front how far this one is. */
import type { Day } from '../core/base/day';
import { passProgress } from './progress';

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

/** One line of progress: to the execution log on Google, to the terminal elsewhere, and to the page that watches. */
export function tellProgress(text: string): void {
  console.info(text);
  passProgress(text);
}

/** Where the workspace is, as the script's properties keep it: ids of its folder and of its hub. */
export interface WorkspaceIds {
  readonly folder: string;
  readonly hub: string;
  /** Set-up made the folder on Drive; a folder on disk never says so. */
  readonly isOnDrive?: boolean;
  /** Who ran set-up: for whom alone the script sees the files themselves. Masked. */
  readonly owner?: string;
  /** The report year 填报 was made for, and the folders of the years since. */
  readonly year?: number;
  readonly years?: Readonly<Record<string, string>>;
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

/** Today in China. */
export function today(): Day {
  return clock().slice(0, 10) as Day;
}

/** The time in China: `2022-12-31 08:05:10`. The only clock of the program. */
export function clock(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** Whole hours since a time as `clock` gives it; 0 for one that is still to come. */
export function hoursSince(time: string): number {
  const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`);
  return Math.max(0, Math.floor((at(clock()) - at(time)) / 3_600_000));
}

/** The account this run works as; empty where there are no accounts. */
export function currentUser(): string {
  return Session.getEffectiveUser().getEmail();
}

/** What the script keeps between runs under a name, as JSON; null when nothing is kept. One call. */
export function readState(name: string): unknown {
  const text = PropertiesService.getScriptProperties().getProperty(name);
  return text === null ? null : JSON.parse(text);
}

/** Keeps plain data, under 9 KB; null keeps nothing. One call. */
export function keepState(name: string, state: unknown): void {
  const properties = PropertiesService.getScriptProperties();
  if (state === null) properties.deleteProperty(name);
  else properties.setProperty(name, JSON.stringify(state));
}
