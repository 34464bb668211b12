/** How long this run has gone on: Google ends a run after six minutes wherever it is. */

/** The script is evaluated anew for each run. */
const startedAt = Date.now();
/** Leaves a minute and a half for what must still be written. */
const longestWork = 270_000;

/** Whether a run should stop taking up new work, keep what it has and go on next time. */
export function isTimeUp(): boolean {
  return Date.now() - startedAt > longestWork;
}
