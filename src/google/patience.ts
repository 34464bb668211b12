/** Reading from services that are sometimes slow, sometimes out: reads are tried again, writes and mails never. */

/** Waits in milliseconds before the second and the third try; up to half as much again is added by chance. */
const waits = [1000, 4000] as const;

/** What no second try can mend, in the languages the services speak to our users. */
const lasting =
  /not found|permission|not have access|invalid|parse range|解析范围|找不到|未找到|没有(?:访问)?权限|权限不足|无权|无效/iu;

/** Gives what `read` gives; after three failures the last error, unchanged. */
export function patiently<T>(read: () => T): T {
  for (const wait of waits) {
    try {
      return read();
    } catch (error) {
      if (lasting.test(String(error))) throw error;
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
