/**
 * Files set-up made on Drive, by what they are for, in the script's properties: a colleague opens their spreadsheets by id,
 * though a list of the folder shows that person none of them.
 */

import { whereaboutsOf } from '../folders';
import { canOpen } from '../workbooks';

/** A file; `shared` and `refused` are hashes of the mailbox it was shared with, or could not be. */
export interface KnownFile {
  readonly id: string;
  readonly name: string;
  readonly shared?: string;
  readonly refused?: string;
}

const prefix = 'file ';

/** The key of a department's workbook of a year. */
export function departmentKey(year: number, department: string): string {
  return `${String(year)} ${department}`;
}

/** The key of the program's own workbook. */
export const resultsKey = 'results';

/** The key of the workbook of rules. */
export const rulesKey = 'rules';

/** The key of the workbook of what the office notes of papers. */
export const registerKey = 'register';

/** All of them by key. One call. */
export function knownFiles(): ReadonlyMap<string, KnownFile> {
  const properties = PropertiesService.getScriptProperties().getProperties();
  const ours = Object.entries(properties).filter(([key]) => key.startsWith(prefix));
  return new Map(ours.map(([key, text]) => [key.slice(prefix.length), JSON.parse(text) as KnownFile]));
}

/** Keeps one for every later run. One call. */
export function keepFile(key: string, file: KnownFile): void {
  PropertiesService.getScriptProperties().setProperty(prefix + key, JSON.stringify(file));
}

/** Forgets all: what lies in a folder that was given up is no part of the next. One call, and one for each. */
export function forgetFiles(): void {
  const properties = PropertiesService.getScriptProperties();
  for (const key of Object.keys(properties.getProperties())) {
    if (key.startsWith(prefix)) properties.deleteProperty(key);
  }
}

/** Ids that are in the bin, or deleted for good. */
export type AbsentFiles = ReadonlyMap<string, 'binned' | 'gone'>;

/**
 * What is known and not among the listed ids was moved elsewhere, where it still counts, or it is away. A call or two for each
 * of those. Only for whoever sees the folder: to a colleague nothing of it is listed.
 */
export function absentFiles(known: Iterable<KnownFile>, listed: ReadonlySet<string>): AbsentFiles {
  const unlisted = [...known].filter(({ id }) => !listed.has(id));
  return new Map(
    unlisted.flatMap(({ id }) => {
      const where = whereaboutsOf(id);
      return where === 'there' || (where === 'gone' && canOpen(id)) ? [] : [[id, where] as const];
    }),
  );
}
