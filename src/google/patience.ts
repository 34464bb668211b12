/** Reading from services that are sometimes slow, sometimes out: reads are tried again, writes and mails never. */
import { isLasting, says } from '../core/base/failure-words';

/** Waits in milliseconds before the second and the third try; up to half as much again is added by chance. */
const waits = [1000, 4000] as const;
/** As many reads as are allowed a minute were made, maybe by the run before: within a minute there are new ones. */
const waitsForQuota = [20_000, 45_000] as const;

const overQuota = /quota|rate ?limit|too many (?:times|requests)|\b429\b|配额|过于频繁|次数过多/iu;

/** Gives what `read` gives; after three failures the last error, unchanged. */
export function patiently<T>(read: () => T): T {
  for (const index of [0, 1] as const) {
    try {
      return read();
    } catch (error) {
      if (isLasting(error)) throw error;
      const wait = (says(error, overQuota) ? waitsForQuota : waits)[index];
      Utilities.sleep(wait * (1 + Math.random() / 2));
    }
  }
  return read();
}

/** Google allows sixty reads of the Sheets service a minute and user; a few are left to the people who work meanwhile. */
const readsAMinute = 50;
const minute = 60_000;
let reads: readonly number[] = [];

/** As `patiently`, and waits where this would be one read too many within a minute. */
export function paced<T>(read: () => T): T {
  return patiently(() => {
    const oldest = reads[reads.length - readsAMinute];
    const free = oldest === undefined ? 0 : oldest + minute - Date.now();
    // More than a minute means that the clock was set back meanwhile.
    if (free > 0 && free <= minute) Utilities.sleep(free);
    reads = [...reads.slice(1 - readsAMinute), Date.now()];
    return read();
  });
}
