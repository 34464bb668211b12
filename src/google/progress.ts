/** What a page sees of a run that is still going: its latest line, in the cache of the person who started it. */

/** Cache entries outlive the longest run Google allows. */
const secondsKept = 600;
/** Each line told is a service call: within one stage one a second is enough. */
const pause = 1000;

let watch = '';
let told = { at: 0, stage: '' };

/** From now on the lines of this run can be read under the key; an empty key means that nobody looks. */
export function watchRun(key: string): void {
  watch = key;
}

/** Passes a line on to the page that watches; costs nothing without one. */
export function passProgress(text: string): void {
  const now = Date.now();
  const stage = text.slice(0, 2);
  if (watch === '' || (stage === told.stage && now - told.at < pause)) return;
  told = { at: now, stage };
  try {
    CacheService.getUserCache().put(watch, text, secondsKept);
  } catch {
    // A run does not fail because nobody could look on.
  }
}

/** The latest line under the key; empty before the first. One call. */
export function latestProgress(key: string): string {
  return CacheService.getUserCache().get(key) ?? '';
}
