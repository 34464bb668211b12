/** What a page sees of a run that is still going: its latest line and the problems so far, in the cache of who started it. */

/** Cache entries outlive the longest run Google allows. */
const secondsKept = 600;
/** Each line told is a service call: within one stage one a second is enough. */
const pause = 1000;
/** Google keeps 100 KB under a key: what is more than this is told at the end. */
const mostCharacters = 25_000;

let watch = '';
let told = { at: 0, stage: '' };
let line = '';
let found = '[]';

/** From now on the lines of this run can be read under the key; an empty key means that nobody looks. */
export function watchRun(key: string): void {
  watch = key;
}

/** Passes a line on to the page that watches; costs nothing without one. */
export function passProgress(text: string): void {
  const now = Date.now();
  const stage = text.slice(0, 2);
  line = text;
  if (watch === '' || (stage === told.stage && now - told.at < pause)) return;
  told = { at: now, stage };
  keep();
}

/** Passes on what was found so far, as plain data; costs nothing without a page that watches. */
export function passProblems(problems: () => readonly object[]): void {
  if (watch === '') return;
  let shown = problems();
  while (JSON.stringify(shown).length > mostCharacters) shown = shown.slice(0, shown.length / 2);
  const text = JSON.stringify(shown);
  if (text === found) return;
  found = text;
  keep();
}

function keep(): void {
  try {
    CacheService.getUserCache().put(watch, `${line}\n${found}`, secondsKept);
  } catch {
    // A run does not fail because nobody could look on.
  }
}

/** What the run under the key told last. */
export interface LatestProgress {
  /** Empty before the first. */
  readonly line: string;
  /** The first of the problems found so far, as they were passed on. */
  readonly problems: readonly unknown[];
}

/** One call. */
export function latestProgress(key: string): LatestProgress {
  const [latest = '', problems = '[]'] = (CacheService.getUserCache().get(key) ?? '').split('\n');
  return { line: latest, problems: JSON.parse(problems) as unknown[] };
}
