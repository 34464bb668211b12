/** What a page asks while a run is going. */
import { latestProgress } from '../google/progress';
import type { JobAnswer } from './job-answer';

/** `text` is the latest line of the run that was started under the key; empty before the first. */
export function tellLatest(key: string): JobAnswer {
  return { exit: 0, text: latestProgress(key), files: [], problems: [], summary: null };
}
