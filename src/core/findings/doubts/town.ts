/** The whole town side by side, as the rules of `doubts` look at it. */
import type { Rows } from '../../rows/rows';
import type { Settings } from '../../settings/settings';
import type { Findings } from '../findings';

/** All that a rule may look at. */
export interface Town extends Pick<Findings, 'tasks' | 'indicators' | 'areas'> {
  readonly rows: Rows;
  readonly settings: Settings;
}
