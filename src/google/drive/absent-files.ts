/** Which of the files that set-up made are no longer where they were. */
import { whereaboutsOf } from '../folders';
import { canOpen } from '../workbooks';
import type { KnownFile } from './known-files';

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
